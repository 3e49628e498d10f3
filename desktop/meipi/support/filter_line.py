"""A line in which to look for something in a list: a lens before it, a button to empty it behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from meipi.support.icons import icon
from meipi.support.theme import Theme
from meipi.support.translation import tr


class SearchLine(QLineEdit):
    """Screen readers hear its own `name`."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "search")
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self._lens = QAction(self)
        self.addAction(self._lens, QLineEdit.ActionPosition.LeadingPosition)
        # Qt's own buttons within a field have no names, and a screen reader finds them.
        for button in self.findChildren(QToolButton):
            lens = button.defaultAction() is self._lens
            button.setAccessibleName(name if lens else tr("Clear the filter"))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the lens in these colours from now on."""
        self._lens.setIcon(icon("search", theme.soft))


class FilterLine(SearchLine):
    """Filters a list. Enter and Down lead on into what is left; Esc empties the line, or leaves it if it is
    empty."""

    done = Signal()
    """The reader goes on to the list."""
    left = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self.setPlaceholderText(tr("Filter"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Down:
                self.done.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)
