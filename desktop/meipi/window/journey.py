"""The reader's way through the library: every jump is remembered, and can be gone back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject

from meipi.reading.page import Page
from meipi.support.translation import tr
from meipi.window.travel import Place, Travel
from meipi.workspace import Article, Said, Workspace


class Journey(QObject):
    """Knows where the page is and where it was.

    That another article is opened is a jump, whoever opens it. A jump within one is made in `jump`, or
    between `begin` and `arrive`.
    """

    def __init__(self, page: Page, workspace: Workspace, say: Callable[[Said], None]) -> None:
        super().__init__(page)
        self._page, self._workspace, self._say = page, workspace, say
        self._travel = Travel()
        self._here: Place | None = None
        self._begun: Place | None = None
        self._going = False
        self._opened(workspace.article)
        workspace.article_opened.connect(self._opened)
        page.position_changed.connect(self._moved)

    def begin(self) -> None:
        """What may become a jump begins here."""
        self._begun = self._here

    def arrive(self) -> None:
        """It has led here; what comes next begins here."""
        if self._begun is not None and self._here != self._begun:
            self._travel.leave(self._begun)
        self.begin()

    @contextmanager
    def jump(self) -> Iterator[None]:
        """Remember the place before what is done here, if the page is at another one after it."""
        before = self._here
        yield
        if before is not None and self._here != before:
            self._travel.leave(before)

    def back(self) -> None:
        """Go where the reader was before the last jump."""
        self._go(self._travel.back, tr("There is no place to go back to"))

    def forward(self) -> None:
        """Go where the reader was before going back."""
        self._go(self._travel.forward, tr("There is no place to go forward to"))

    def _moved(self, offset: int) -> None:
        if self._here is not None:
            self._here = self._here._replace(offset=offset)

    def _opened(self, article: Article | None) -> None:
        before = self._here
        self._here = Place(article.id, article.position) if article else None
        left = before is not None and article is not None and before.article_id != article.id
        if before is not None and left and not self._going:
            self._travel.leave(before)
        self.begin()

    def _go(self, step: Callable[[Place, Callable[[int], bool]], Place | None], none: str) -> None:
        workspace, here = self._workspace, self._here
        place = None if here is None else step(here, workspace.has_article)
        if place is None:
            self._say(Said(none))
            return
        if workspace.article is None or workspace.article.id != place.article_id:
            workspace.remember_position(self._page.position, self._page.last_in_view())
            self._going = True
            try:
                workspace.open_article(place.article_id)
            finally:
                self._going = False
        if place.offset:
            self._page.bring_to_top(place.offset)
        else:
            self._page.bar.setValue(0)  # the header belongs to the beginning
