"""Keys are never left with what cannot be seen, as a pane for which the window has become too narrow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class FocusKept(QObject):
    """Follows the focus in a window, and takes it back from what is hidden or was never meant to have it."""

    def __init__(self, app: QApplication, window: QWidget, to_page: Callable[[], None]) -> None:
        """`to_page` gives the keys to the page."""
        super().__init__(window)
        self._window, self._to_page = window, to_page
        # When all that is under way has been done: a pane may be on its way from one list to another.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)
        app.focusChanged.connect(self._soon.start)

    def _look(self) -> None:
        if QApplication.activeWindow() is not self._window or QApplication.activePopupWidget() is not None:
            return
        focus = QApplication.focusWidget()
        if focus is None or not focus.isVisible() or focus.focusPolicy() == Qt.FocusPolicy.NoFocus:
            self._to_page()
