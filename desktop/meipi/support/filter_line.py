"""A line in which to look for something in a list: a lens before it, a button to empty it behind it."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from meipi.support.icons import icon
from meipi.support.theme import Theme
from meipi.support.translation import tr


class FilterLine(QLineEdit):
    """What is shown in it while it is empty says that it filters; screen readers hear its own `name`."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "search")
        self.setPlaceholderText(tr("Filter"))
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
