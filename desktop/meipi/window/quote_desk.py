"""What the commands for quotes do: selecting one direct quote of the article after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt

from meipi.language.span import Span
from meipi.reading.page import Page
from meipi.support.jobs import Jobs
from meipi.support.translation import tr
from meipi.window.journey import Journey
from meipi.workspace import Article, Said, Workspace

AT_ONCE = 20_000
"""Code points of which quotes are found while the reader waits; of more on a worker."""


class QuoteDesk:
    """Joins page and workspace into commands."""

    def __init__(
        self, page: Page, workspace: Workspace, jobs: Jobs, journey: Journey, say: Callable[[Said], None]
    ) -> None:
        self._page, self._workspace, self._jobs = page, workspace, jobs
        self._journey, self._say = journey, say
        self._quotes: tuple[str, Sequence[Span]] | None = None
        """The direct quotes of an article, by the SHA-256 of its text."""
        self._looked_for: str | None = None
        self._steps = 0
        """How many quotes to go on when they are found."""

    def next_quote(self) -> None:
        """Select the next direct quote, with its marks."""
        self._go_to_quote(1)

    def previous_quote(self) -> None:
        """Select the one before."""
        self._go_to_quote(-1)

    def _go_to_quote(self, step: int) -> None:
        article = self._workspace.article
        if article is None:
            return
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._quotes is not None and self._quotes[0] == article.sha256:
            self._select_quote(self._quotes[1], step)
        elif len(article.text) <= AT_ONCE:
            self._quotes = article.sha256, _speech(article.text)
            self._select_quote(self._quotes[1], step)
        elif self._looked_for == article.sha256:
            self._steps += step
        else:
            self._look_for(article, step)

    def _look_for(self, article: Article, step: int) -> None:
        text, sha256 = article.text, article.sha256
        self._looked_for, self._steps = sha256, step

        def failed(error: Exception) -> None:
            self._looked_for = None
            raise error

        def found(quotes: Sequence[Span]) -> None:
            if self._looked_for != sha256:
                return
            self._looked_for = None
            self._quotes = sha256, quotes
            if self._workspace.article is not None and self._workspace.article.sha256 == sha256:
                for _ in range(abs(self._steps)):
                    self._select_quote(quotes, 1 if self._steps > 0 else -1)

        self._jobs.run(lambda: _speech(text), found, failed)

    def _select_quote(self, quotes: Sequence[Span], step: int) -> None:
        page = self._page
        if page.sheet is None:
            return
        if not quotes:
            self._say(Said(tr("There is no direct quote in this article")))
            return
        here = self._here()
        if step > 0:
            quote = next((span for span in quotes if span.start >= here.end), None)
        else:
            quote = next((span for span in reversed(quotes) if span.end <= here.start), None)
        if quote is None:
            self._say(Said(tr("No further quote") if step > 0 else tr("No quote before this place")))
            return
        with self._journey.jump():
            page.set_selection(page.sheet.whole(quote))
            page.reveal(quote)

    def _here(self) -> Span:
        """From where quotes are looked for: what is selected, the caret, or, if they have been left behind,
        the top of the page."""
        page = self._page
        first, last = page.first_visible(), page.last_in_view()
        caret = page.caret
        selection = page.selection or (None if caret is None else Span(caret, caret))
        if selection is not None and selection.start <= last and selection.end >= first:
            return selection
        return Span(first, first)


def _speech(text: str) -> Sequence[Span]:
    """What somebody says in a text, with its marks, in order."""
    from meipi.language import quotes

    return [quote.span for quote in quotes.find(text) if quote.kind == "speech"]
