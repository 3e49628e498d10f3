"""A quiet message at the foot of the page: what was done, and how to take it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPropertyAnimation, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QHBoxLayout, QLabel, QPushButton, QWidget

from meipi.support import icons
from meipi.support.announcing import announce
from meipi.support.theme import Theme
from meipi.support.translation import tr

SHOWN_MS = 5_000
"""How long a message stays, unless the pointer or the keyboard is on it; a problem stays until closed."""

_FADE_MS = 160
_ABOVE_FOOT = 16
_EDGE = 12
_WIDTH = 560


class Toast(QFrame):
    """One message at a time over the lower part of `parent`; a new one takes the place of the last."""

    left = Signal()
    """It was closed while it had the keys."""

    def __init__(self, parent: QWidget, theme: Theme, *, motion: bool = True) -> None:
        super().__init__(parent)
        self._page = parent
        self._theme = theme
        self._motion = motion
        self._undo: Callable[[], None] | None = None
        self._problem = False
        self.setProperty("role", "toast")
        self._sign = QLabel()
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._button = QPushButton(tr("Undo"))
        self._button.setProperty("role", "link")
        self._button.clicked.connect(self._take_back)
        self._close = QPushButton()
        self._close.setProperty("role", "small")
        self._close.setAccessibleName(tr("Close"))
        self._close.setToolTip(tr("Close"))
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._opacity = QGraphicsOpacityEffect(self)
        self._opacity.setEnabled(False)
        self.setGraphicsEffect(self._opacity)
        self._fading = QPropertyAnimation(self._opacity, b"opacity", self)
        self._fading.setDuration(_FADE_MS)
        self._fading.setStartValue(1.0)
        self._fading.setEndValue(0.0)
        self._fading.finished.connect(self.dismiss)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._time_out)
        self.hide()
        parent.installEventFilter(self)
        self.set_theme(theme)

    def say(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Show a message that goes by itself; with `undo`, a button that calls it."""
        self._show(text, undo, problem=False)

    def warn(self, text: str) -> None:
        """Show a problem; it stays until it is closed or another message comes."""
        self._show(text, None, problem=True)

    def dismiss(self) -> None:
        """Hide the message."""
        self._timer.stop()
        self._fading.stop()
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.hide()
        if had_focus:
            self.left.emit()

    def set_motion(self, motion: bool) -> None:
        """Fade away, or simply go."""
        self._motion = motion

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self._theme = theme
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(icons.pixmap("warning", theme.cinnabar_text, 16, ratio))
        self._close.setIcon(icons.icon("close", theme.ink))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """A message under the pointer stays."""
        self._stay()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if not self._problem:
            self._timer.start()
        super().leaveEvent(event)

    def _show(self, text: str, undo: Callable[[], None] | None, *, problem: bool) -> None:
        self._stay()
        self._undo = undo
        self._problem = problem
        self._text.setText(text)
        self.setAccessibleName(text)
        self._sign.setVisible(problem)
        self._button.setVisible(undo is not None)
        self._close.setVisible(problem)
        self._place()
        self.show()
        self.raise_()
        announce(self, text, urgent=problem)
        if not problem:
            self._timer.start()

    def _place(self) -> None:
        self._text.setWordWrap(False)
        room = min(_WIDTH, self._page.width() - 2 * _EDGE)
        width = self.sizeHint().width()
        if width > room:
            self._text.setWordWrap(True)
            width = room
        height = self.heightForWidth(width) if self._text.wordWrap() else self.sizeHint().height()
        left = (self._page.width() - width) // 2
        self.setGeometry(left, self._page.height() - height - _ABOVE_FOOT, width, height)

    def _stay(self) -> None:
        self._timer.stop()
        self._fading.stop()
        self._opacity.setEnabled(False)
        self._opacity.setOpacity(1.0)

    def _time_out(self) -> None:
        focus = self.focusWidget()
        if focus is not None and focus.hasFocus():
            self._timer.start()
        elif self._motion:
            self._opacity.setEnabled(True)
            self._fading.start()
        else:
            self.dismiss()

    def _take_back(self) -> None:
        undo = self._undo
        self.dismiss()
        if undo is not None:
            undo()
