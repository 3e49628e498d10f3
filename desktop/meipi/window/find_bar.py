"""The bar in which something is looked for in the open article, at the head of the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from meipi.support.announcing import announce
from meipi.support.filter_line import SearchLine
from meipi.support.icons import icon
from meipi.support.theme import Theme
from meipi.support.translation import tr

_EDGE = 12
_FIELD, _LEAST_FIELD, _COUNT = 220, 96, 76


class FindBar(QFrame):
    """A field, how many hits there are, and buttons that go from one to the next.

    Enter goes to the hit and gives it to the page; Down and Up go on and back and stay here; Esc closes.
    """

    asked = Signal(str)
    """Something else is looked for."""
    taken = Signal()
    """Enter: the reader wants to work with the hit."""
    stepped = Signal(int)
    """1 for the next hit, -1 for the one before."""
    closed = Signal()

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._below = parent
        self._flush = False
        self.setProperty("role", "toast")
        self.setAccessibleName(tr("Find in the article"))
        self.field = SearchLine(theme, tr("Find in the article"))
        self.field.setPlaceholderText(tr("Hanzi in any script, or pinyin"))
        self.count = QLabel()
        self.count.setProperty("role", "soft")
        self.count.setMinimumWidth(_COUNT)
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._buttons = {
            "up": self._button(tr("Previous hit"), "Shift+F3"),
            "down": self._button(tr("Next hit"), "F3"),
            "close": self._button(tr("Close"), "Esc"),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 6, 6)
        row.setSpacing(4)
        row.addWidget(self.field)
        row.addWidget(self.count)
        for button in self._buttons.values():
            row.addWidget(button)
        self.field.textChanged.connect(self.asked)
        self._buttons["up"].clicked.connect(lambda: self.stepped.emit(-1))
        self._buttons["down"].clicked.connect(lambda: self.stepped.emit(1))
        self._buttons["close"].clicked.connect(self.closed)
        self.hide()
        parent.installEventFilter(self)
        self.set_theme(theme)

    def _button(self, name: str, key: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "icon")
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({key})")
        return button

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self.field.set_theme(theme)
        for name, button in self._buttons.items():
            button.setIcon(icon(name, theme.ink))

    @property
    def covers(self) -> QRect:
        """What of the page lies under it; nothing while it is hidden."""
        return self.geometry() if self.isVisible() else QRect()

    def set_flush(self, flush: bool) -> None:
        """Lie at the very edge, where columns have their margin, or a little below it."""
        if flush != self._flush:
            self._flush = flush
            self._place()

    def open(self, text: str) -> None:
        """Show the bar, with a text in it if there is one, and give it the keys."""
        self.show()
        self._place()
        self.raise_()
        if text:
            self.field.setText(text)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tell(self, number: int | None, count: int) -> None:
        """Say at which hit the reader is, counted from 1, and how many there are."""
        if not self.field.text().strip():
            told = ""
        elif count:
            told = tr("{n} of {count}").format(n=f"{number or 0:,}", count=f"{count:,}")
        else:
            told = tr("No hits")
        if told != self.count.text():
            self.count.setText(told)
            announce(self, told)
        for name in ("up", "down"):
            self._buttons[name].setEnabled(count > 0)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.taken.emit()
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case Qt.Key.Key_Escape:
                self.closed.emit()
            case _:
                super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._below and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        """At the right edge; the field gives way where the page is narrower than the bar."""
        self.field.setFixedWidth(_FIELD)
        self.adjustSize()
        lacking = self.width() + 3 * _EDGE - self._below.width()
        if lacking > 0:
            self.field.setFixedWidth(max(_LEAST_FIELD, _FIELD - lacking))
            self.adjustSize()
        self.move(max(_EDGE, self._below.width() - self.width() - 2 * _EDGE), 0 if self._flush else _EDGE)
