"""What the store holds, as frozen records. A change makes a new record (`dataclasses.replace`).

Offsets and lengths are code points of the article's text, spans half-open. Times are UTC in ISO 8601 with
microseconds and offset, "2026-11-24T07:12:00.123456+00:00", so that they sort as text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal, NamedTuple

CONTEXT = 32
"""Code points kept on each side of a marked passage."""

LET_GO = ""
"""In the place of an article's SHA-256: its text is gone for good, and the row is there only for the words
that were saved in it."""

Placed = Literal["", "moved", "changed", "orphan", "free"]
"""How a mark came to its place: made there by hand or never moved; found again elsewhere when the text became
another; found again in other words, which the reader has not looked at yet; not found; not found, and kept as
a note of the whole article."""

NOT_IN_TEXT: tuple[Placed, ...] = ("orphan", "free")
"""The marks that have no place in their article's text."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticleDetails:
    """What is known of an article beside its text; an empty string where something is not known."""

    id: int
    uid: str
    title: str
    sha256: str
    """Of the text in UTF-8, as hexadecimal digits."""
    source: str
    author: str
    url: str
    published: str
    script: str
    encoding: str
    path: str
    added: str
    opened: str
    """Time it was last opened; empty if never."""
    position: int
    """Offset of the first code point in view when it was left."""
    furthest: int
    """Largest offset ever in view."""
    deleted: str | None
    starred: bool = False
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Article(ArticleDetails):
    """An article with the text as it was read. `blocks` is its structure as JSON, empty if it has none."""

    text: str
    blocks: str

    @property
    def length(self) -> int:
        """Code points of the text."""
        return len(self.text)


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticleInfo(ArticleDetails):
    """An article as a list shows it: without its text, with what is in it counted."""

    length: int
    """Code points of the text."""
    marks: int
    notes: int
    """How many of the marks have a note."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """A marked passage of an article, with its note (Markdown, empty if there is none)."""

    id: int
    uid: str
    article_id: int
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    colour: str
    style: str
    """"ground" or "underline"."""
    note: str
    tags: tuple[str, ...]
    created: str
    modified: str
    deleted: str | None
    placed: Placed = ""

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end

    @property
    def in_text(self) -> bool:
        """Whether it stands in the article's text. If not, its span and what it quotes are as in the last
        text in which it stood."""
        return self.placed not in NOT_IN_TEXT

    def over(self, text: str, span: tuple[int, int]) -> Mark:
        """The same mark over a span of its article's text, with what it quotes then; raises as `quoted`."""
        exact, prefix, suffix = quoted(text, span)
        start, end = span
        return replace(self, start=start, end=end, exact=exact, prefix=prefix, suffix=suffix)


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """What is known of an old text of an article; `Library.version_text` has the text itself."""

    id: int
    uid: str
    article_id: int
    made: str
    """Time at which another text took its place."""
    reason: str
    """Why it did, in a word of the caller's."""
    title: str
    sha256: str
    """Of the text in UTF-8, as hexadecimal digits."""
    length: int
    """Code points of the text."""
    script: str
    encoding: str
    path: str
    url: str


class FormerPlace(NamedTuple):
    """Where a mark stood in an old text, and what it quoted there."""

    mark_id: int
    version_id: int
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Bookmark:
    """A place in an article that the reader keeps, with what stands there, as a mark quotes it."""

    id: int
    uid: str
    article_id: int
    start: int
    exact: str
    """Up to `CONTEXT` code points from `start`; empty at the end of the text."""
    prefix: str
    suffix: str
    created: str
    deleted: str | None

    def at(self, text: str, start: int) -> Bookmark:
        """The same at another place of its article's text; raises as `quoted_at`."""
        exact, prefix, suffix = quoted_at(text, start)
        return replace(self, start=start, exact=exact, prefix=prefix, suffix=suffix)


class Bin(NamedTuple):
    """What was thrown away and can come back."""

    articles: list[ArticleInfo]
    """Those thrown away last first."""
    marks: list[tuple[Mark, str]]
    """Those of articles that were not thrown away themselves, with the title of each one's article; those
    thrown away last first."""


class Quoted(NamedTuple):
    """A passage and what stands around it, by which it can be found again in another version of the text."""

    exact: str
    prefix: str
    suffix: str


def quoted(text: str, span: tuple[int, int]) -> Quoted:
    """The passage with `CONTEXT` code points on each side. ValueError if the span is empty or outside."""
    start, end = span
    if not 0 <= start < end <= len(text):
        raise ValueError(f"span {start}–{end} is not within a text of {len(text)} code points")
    return Quoted(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def quoted_at(text: str, start: int) -> Quoted:
    """What stands at a place, up to `CONTEXT` code points of it, and as many on each side of that. ValueError
    if the place is outside; the end of the text is not."""
    if not 0 <= start <= len(text):
        raise ValueError(f"{start} is not within a text of {len(text)} code points")
    end = start + CONTEXT
    return Quoted(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def sha256_of(text: str) -> str:
    """SHA-256 of the text in UTF-8, hexadecimal. ValueError if the text holds an unpaired surrogate."""
    import hashlib  # imported late, like uuid: both load libraries that a start has no use for

    return hashlib.sha256(text.encode()).hexdigest()


def new_uid() -> str:
    """A random identifier, the same in every copy of a record: 32 hexadecimal digits."""
    from uuid import uuid4

    return uuid4().hex


def now() -> str:
    """The time as records hold it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
