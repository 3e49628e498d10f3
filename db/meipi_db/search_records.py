"""What a search finds, as plain values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from meipi_db.search_language import Span

Where = Literal["title", "text", "note", "tag", "source", "mark"]
"""What a hit is in; "mark" is a mark that was asked for by its colour or its tag alone."""


Place = tuple[Span, str]
"""A span, and what it is of."""


class Hit:
    """One place where what was asked for stands.

    Where an article is far down the list its place is looked for when it is first asked for, by the library
    and on its thread.
    """

    __slots__ = ("_place", "article_id", "field", "mark_id")

    def __init__(
        self, article_id: int, field: Where, place: Place | Callable[[], Place], mark_id: int | None = None
    ) -> None:
        self.article_id = article_id
        self.field = field
        self.mark_id = mark_id
        """The mark whose note, tag or self it is."""
        self._place = place

    @property
    def span(self) -> Span:
        """In code points of `words`; empty if what was looked for later is there no more."""
        return self._known()[0]

    @property
    def words(self) -> str:
        """The text, title, note, tag or source that the span is of."""
        return self._known()[1]

    def _known(self) -> Place:
        if callable(self._place):
            self._place = self._place()
        return self._place

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Hit) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __repr__(self) -> str:
        return f"Hit{self._key()}"

    def _key(self) -> tuple[object, ...]:
        return self.article_id, self.field, self.span, self.mark_id, self.words[slice(*self.span)]


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
