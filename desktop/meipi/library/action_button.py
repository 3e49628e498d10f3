"""A button that does what an action does, under words of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from meipi.support.icons import icon
from meipi.support.theme import Theme


class ActionButton(QPushButton):
    """On whenever the action is; its icon follows the theme, which an action's own would not."""

    def __init__(
        self,
        action: QAction,
        text: str,
        icon_name: str = "",
        *,
        primary: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name, self._primary = icon_name, primary
        if primary:
            self.setProperty("role", "primary")
        self.setToolTip(action.toolTip())
        self.setEnabled(action.isEnabled())
        action.enabledChanged.connect(self.setEnabled)
        self.clicked.connect(action.trigger)

    def set_theme(self, theme: Theme) -> None:
        if self._icon_name:
            self.setIcon(icon(self._icon_name, theme.on_cinnabar if self._primary else theme.ink))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it too, not only Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
