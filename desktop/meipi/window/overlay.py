"""A sheet over the dimmed window: what the key sheet and the command palette have in common."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from meipi.support.theme import Theme

EDGE = 24
"""The least distance of the sheet from the edges of the window, in logical pixels."""

_SHADOW = 24


def matches(query: str, *texts: str) -> bool:
    """True if every word of the query is somewhere in the texts, in any order; large or small letters."""
    found = " ".join(texts).casefold()
    return all(word in found for word in query.casefold().split())


def tab_within(whole: QWidget, forward: bool) -> bool:
    """Give the focus to the next control of `whole`, or the one before, round and round; True, as Qt asks."""
    fields = [
        each
        for each in whole.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and each.isEnabled()
    ]
    now = QApplication.focusWidget()
    if fields:
        at = fields.index(now) if now in fields else -1 if forward else 0
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        fields[(at + (1 if forward else -1)) % len(fields)].setFocus(reason)
    return True


class Overlay(QWidget):
    """Covers `parent` and dims it; Esc or a click beside the sheet closes it and gives the focus back."""

    closed = Signal()

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._below = parent
        self._theme = theme
        self._focus_before: QWidget | None = None
        self.sheet = QFrame(self)
        self.sheet.setProperty("role", "sheet")
        self.hide()
        parent.installEventFilter(self)

    def open(self) -> None:
        """Show the sheet above everything in the window and take the focus."""
        if self.isVisible():
            return
        # The window's own, which it has even while another window is active.
        self._focus_before = self.window().focusWidget()
        self.setGeometry(self._below.rect())
        self.prepare()
        self.show()
        self.place()
        self.raise_()
        self.first_field().setFocus(Qt.FocusReason.PopupFocusReason)

    def close_sheet(self) -> None:
        """Hide it and give the focus back to where it was."""
        if not self.isVisible():
            return
        self.hide()
        before, self._focus_before = self._focus_before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            # With nothing that has the keys, the window gives them to the page.
            (self.window().focusWidget() or self).clearFocus()
        self.closed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self._theme = theme
        self.update()

    def prepare(self) -> None:
        """Called before the sheet is shown: fill it anew."""

    def place(self) -> None:
        """Called when the sheet is shown and when the window changes its size: set the sheet's geometry."""
        raise NotImplementedError

    def first_field(self) -> QWidget:
        """What has the focus when the sheet opens."""
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._below and event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._below.rect())
            self.place()
        return False

    def event(self, event: QEvent) -> bool:
        # Accepted here, a key is no shortcut of the window: nothing below the sheet gets one.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.sheet.geometry().contains(event.position().toPoint()):
            self.close_sheet()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays within the sheet."""
        return tab_within(self.sheet, forward)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.scrim))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(20, 14, 6, 4))
        box = QRectF(self.sheet.geometry()).translated(0, _SHADOW / 3)
        for grow in range(_SHADOW, 0, -2):
            painter.drawRoundedRect(box.adjusted(-grow, -grow, grow, grow), 14 + grow, 14 + grow)
