"""What the commands for searching everything do."""

from __future__ import annotations

from collections.abc import Callable

from meipi.language.span import Span
from meipi.reading.page import Page
from meipi.support.translation import tr
from meipi.window.journey import Journey
from meipi.window.search_rows import Spot
from meipi.window.search_sheet import SearchSheet
from meipi.workspace import Said, Workspace
from meipi.workspace.searching import Searching


class SearchDesk:
    """Joins the sheet with the page."""

    def __init__(
        self,
        workspace: Workspace,
        searching: Searching,
        page: Page,
        journey: Journey,
        make_sheet: Callable[[Searching], SearchSheet],
        show_notes: Callable[[], None],
        say: Callable[[Said], None],
    ) -> None:
        self._workspace, self._page, self._journey = workspace, page, journey
        self._make_sheet, self._show_notes, self._say = make_sheet, show_notes, say
        self._searching = searching
        self._sheet: SearchSheet | None = None

    def open(self) -> None:
        """Show the sheet, with what is selected on the page in it if that is short."""
        if self._sheet is None:
            self._sheet = self._make_sheet(self._searching)
            self._sheet.place_wanted.connect(self.go)
        article, span = self._workspace.article, self._page.selection
        if article is not None and span is not None and span.end - span.start <= 40:
            self._sheet.field.setText(" ".join(article.text[span.start : span.end].split()))
        self._sheet.open()

    def go(self, spot: Spot) -> None:
        """Open the article at the place."""
        workspace, place = self._workspace, spot.place
        open_id = workspace.article.id if workspace.article else None
        with self._journey.jump():
            if open_id != spot.article_id and workspace.open_article(spot.article_id) is None:
                self._say(Said(tr("This article is not in the library any more")))
                return
            if place.field in ("text", "mark"):
                self._page.reveal(Span(*place.span), flash=True)
            marks = {mark.id: mark for mark in (*workspace.marks, *workspace.orphans)}
            mark = marks.get(place.mark_id) if place.mark_id is not None else None
            if mark is not None:
                self._show_notes()
                workspace.choose_mark(mark.id)
                if mark.in_text:
                    self._page.reveal(Span(*mark.span), flash=True)
        self._page.setFocus()
