"""What the commands for bookmarks do."""

from __future__ import annotations

from collections.abc import Callable

from meipi.language.span import Span
from meipi.reading.page import Page
from meipi.support.translation import tr
from meipi.window.journey import Journey
from meipi.workspace import Said, Workspace


class BookmarkDesk:
    """Joins page and workspace into commands."""

    def __init__(
        self, page: Page, workspace: Workspace, journey: Journey, say: Callable[[Said], None]
    ) -> None:
        self._page, self._workspace = page, workspace
        self._journey, self._say = journey, say
        self._arrived: tuple[int, int] | None = None
        """The bookmark that was gone to last, and where the page was then."""

    def bookmark(self) -> None:
        """Set a bookmark at the line of the caret, or at the first in view, or take it away."""
        line = self._line()
        if line is not None:
            self._workspace.bookmarking.toggle(line)

    def next_bookmark(self) -> None:
        """Go to the next bookmark, from the last to the first."""
        self._go_to_bookmark(1)

    def previous_bookmark(self) -> None:
        """Go to the one before."""
        self._go_to_bookmark(-1)

    def _line(self) -> Span | None:
        page = self._page
        first, caret = page.first_visible(), page.caret if page.caret_shown else None
        # A caret that has been scrolled away is not meant.
        seen = caret is not None and first <= caret <= page.last_in_view()
        return page.line_at(caret if caret is not None and seen else first)

    def _go_to_bookmark(self, step: int) -> None:
        page, starts = self._page, [bookmark.start for bookmark in self._workspace.bookmarks]
        if not starts:
            self._say(Said(tr("There is no bookmark in this article yet")))
            return
        here = page.line_at(page.first_visible()) or Span(0, 0)
        # The last page of an article begins before the bookmarks on it.
        if self._arrived is not None and self._arrived[1] == page.position and self._arrived[0] in starts:
            here = Span(self._arrived[0], self._arrived[0] + 1)
        if step > 0:
            place = next((start for start in starts if start >= here.end), starts[0])
        else:
            place = next((start for start in reversed(starts) if start < here.start), starts[-1])
        with self._journey.jump():
            page.bring_to_top(place)
            line = page.line_at(place)
            if line is not None:
                page.reveal(line, flash=True)
        self._arrived = place, page.position
