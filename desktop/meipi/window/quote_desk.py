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
"""Code points of which quotes are found while the reader waits. In more they are looked for on a worker, a
piece of so many at a time, from where the reader is."""

_LEAD = 2_000
"""Code points before a piece that are read too: a quotation of several paragraphs may go on from there."""


class QuoteDesk:
    """Joins page and workspace into commands."""

    def __init__(
        self, page: Page, workspace: Workspace, jobs: Jobs, journey: Journey, say: Callable[[Said], None]
    ) -> None:
        self._page, self._workspace, self._jobs = page, workspace, jobs
        self._journey, self._say = journey, say
        self._quotes: tuple[str, Sequence[Span]] | None = None
        """The direct quotes of a short article, by the SHA-256 of its text."""
        self._looked_in: str | None = None
        """The article in which a worker looks for one."""
        self._steps = 0
        """How many quotes to go on, or back, from the one that it finds."""

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
        if len(article.text) > AT_ONCE:
            if self._looked_in == article.sha256:
                self._steps += step
            else:
                self._steps = 0
                self._look_in(article, step)
            return
        if self._quotes is None or self._quotes[0] != article.sha256:
            self._quotes = article.sha256, _speech(article.text)
        quotes, here = self._quotes[1], self._here()
        if not quotes:
            self._say(Said(tr("There is no direct quote in this article")))
        else:
            self._select(_chosen(quotes, here, step), step)

    def _look_in(self, article: Article, step: int) -> None:
        text, sha256, here = article.text, article.sha256, self._here()
        self._looked_in = sha256

        def failed(error: Exception) -> None:
            self._looked_in = None
            raise error

        def found(quote: Span | None) -> None:
            self._looked_in = None
            if self._workspace.article is None or self._workspace.article.sha256 != sha256:
                return
            self._select(quote, step)
            if quote is not None and self._steps:
                again = 1 if self._steps > 0 else -1
                self._steps -= again
                self._look_in(article, again)

        self._jobs.run(lambda: nearest(text, here, step), found, failed)

    def _select(self, quote: Span | None, step: int) -> None:
        page = self._page
        if quote is None:
            self._say(Said(tr("No further quote") if step > 0 else tr("No quote before this place")))
        elif page.sheet is not None:
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


def _chosen(quotes: Sequence[Span], here: Span, step: int) -> Span | None:
    """The first quote after a place, or the last before it."""
    if step > 0:
        return next((span for span in quotes if span.start >= here.end), None)
    return next((span for span in reversed(quotes) if span.end <= here.start), None)


def nearest(text: str, here: Span, step: int) -> Span | None:
    """The first quote of a long text after a place, or the last before it (`step` negative); None if there is
    none. No more of the text is read than is needed."""
    at = here.end if step > 0 else here.start
    while at < len(text) if step > 0 else at > 0:
        start, end = (at, at + AT_ONCE) if step > 0 else (at - AT_ONCE, at)
        start, end = _line_start(text, start), _line_end(text, end)
        lead = _line_start(text, start - _LEAD)
        found = (Span(span.start + lead, span.end + lead) for span in _speech(text[lead:end]))
        quote = _chosen([span for span in found if span.start >= start], here, step)
        if quote is not None:
            return quote
        at = end if step > 0 else start
    return None


def _line_start(text: str, at: int) -> int:
    """Where the line of a code point begins; of a very long one a place on the way there."""
    return max(text.rfind("\n", 0, max(0, at)) + 1, at - AT_ONCE, 0)


def _line_end(text: str, at: int) -> int:
    """Where it ends, likewise."""
    end = text.find("\n", min(at, len(text)))
    return min(len(text) if end < 0 else end, at + AT_ONCE, len(text))
