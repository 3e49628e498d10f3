"""What a search finds, as plain values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from meipi_db.search_language import Span

Where = Literal["title", "text", "note", "tag", "source", "mark"]
"""What a hit is in; "mark" is a mark that was asked for by its colour or its tag alone."""


class Hit:
    """One place where what was asked for stands."""

    __slots__ = ("_span", "article_id", "field", "mark_id", "words")

    def __init__(
        self,
        article_id: int,
        field: Where,
        span: Span | Callable[[], Span],
        mark_id: int | None = None,
        words: str = "",
    ) -> None:
        self.article_id = article_id
        self.field = field
        self.mark_id = mark_id
        """The mark whose note, tag or self it is."""
        self.words = words
        """The title, note, tag or source that the span is of; "" where it is of the text."""
        self._span = span

    @property
    def span(self) -> Span:
        """In code points of `words` or of the text. Where an article is far down the list it is looked for
        now, by the library on its thread; empty if it is there no more."""
        if callable(self._span):
            self._span = self._span()
        return self._span

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Hit) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __repr__(self) -> str:
        return f"Hit{self._key()}"

    def _key(self) -> tuple[object, ...]:
        return self.article_id, self.field, self.span, self.mark_id, self.words


class FoundArticle(NamedTuple):
    """An article that has what was asked for."""

    article_id: int
    title: str
    hits: tuple[Hit, ...]
    """The first of them: in the title, in tags, in notes, in the text."""
    total: int
    """How many there are."""


class Found(NamedTuple):
    """What was found."""

    articles: tuple[int, ...]
    """All articles that have it, the best first."""
    located: tuple[FoundArticle, ...]
    """Those of them in which the places were asked for."""
