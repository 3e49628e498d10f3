"""Where the reader is in the article: told in the status bar, and kept in the library."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from meipi.reading.page import Page
from meipi.window.status_bar import StatusBar
from meipi.workspace import Workspace

_REMEMBER_MS = 1_500


class PlaceTold(QObject):
    """Follows the page."""

    kept = Signal()
    """The place was written to the library."""

    def __init__(self, page: Page, workspace: Workspace, status: StatusBar) -> None:
        super().__init__(status)
        self._page, self._workspace, self._status = page, workspace, status
        self._remember = QTimer(self, singleShot=True, interval=_REMEMBER_MS)
        self._remember.timeout.connect(self.keep)
        # After the page, never before it: a progress bar paints at once, and all that waits with it.
        self._tell = QTimer(self, singleShot=True, interval=0)
        self._tell.timeout.connect(self._show)
        page.position_changed.connect(lambda _offset: self.moved())
        page.arranged.connect(self._tell.start)

    def moved(self) -> None:
        """Tell the place when the page has been painted, and keep it when the reader stays there."""
        self._tell.start()
        self._remember.start()

    def keep(self) -> None:
        """Write where the reader is, at once."""
        self._remember.stop()
        if self._workspace.article is not None and self._page.sheet is not None:
            self._workspace.remember_position(self._page.position, self._page.last_in_view())
            self.kept.emit()

    def _show(self) -> None:
        sheet, article = self._page.sheet, self._workspace.article
        if sheet is None or article is None:
            return
        paragraphs = sheet.typeset.layout.paragraphs
        place = paragraphs.at(sheet.to_shown(self._page.first_visible())) + 1 if len(paragraphs) else 0
        self._status.show_place(place, len(paragraphs), self._page.last_in_view(), article.length)
