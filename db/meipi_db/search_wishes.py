"""Wishes of a query about tags, colours, sources and speakers: which articles have them, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from meipi_db.connection import Connection
from meipi_db.records import NOT_IN_TEXT
from meipi_db.search_language import Field, Language, Span, Wish
from meipi_db.search_places import Finder, standing
from meipi_db.search_records import Hit, Place

_OF_MARKS = ("tag", "colour")
_IN_TEXT: tuple[Field, ...] = ("text",)


class _Marked(NamedTuple):
    mark_id: int
    span: Span | None
    """None where it is not in the text."""
    colour: str
    note: str
    tags: frozenset[int]


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where in one article hits count."""

    anywhere: bool = True
    """Whether its title and its own tags count."""
    within: Sequence[Sequence[Span]] = ()
    """A place in the text counts if it shares something with a span of each of these;"""
    outside: Sequence[Span] = ()
    """and with none of these."""
    marks: frozenset[int] | None = None
    """The marks whose notes and tags count; None for all."""

    def has(self, span: Span) -> bool:
        """Whether a place in the text counts."""
        return all(_touches(span, each) for each in self.within) and not _touches(span, self.outside)

    def has_mark(self, mark_id: int | None) -> bool:
        """Whether the note and the tags of a mark count; None for the article itself."""
        return self.anywhere if mark_id is None else self.marks is None or mark_id in self.marks


class Wishes:
    """The wishes of one query."""

    def __init__(self, connection: Connection, language: Language, wishes: Sequence[Wish]) -> None:
        self._connection, self._language, self._wishes = connection, language, wishes
        self._meant: dict[Wish, frozenset[int]] = {}
        self.need_places = any(wish.kind != "source" for wish in wishes)
        """Whether an article is only known to fit when its places have been found."""

    def __bool__(self) -> bool:
        return bool(self._wishes)

    def narrow(self, articles: set[int], finder: Finder) -> set[int]:
        """The articles of these that may have all that is wished."""
        for wish in self._wishes:
            fitting = self._fitting(wish, finder)
            if fitting is not None:
                articles = articles - fitting if wish.without else articles & fitting
        return articles

    def _fitting(self, wish: Wish, finder: Finder) -> set[int] | None:
        """The articles that have what a wish is about; None where only their places tell."""
        rows = self._connection.rows
        if wish.kind == "source":
            return {article_id for article_id, found in self._sources(wish).items() if found}
        if wish.kind == "tag":
            tags = self._tags(wish)
            own = {each for each, tag in rows("SELECT article_id, tag_id FROM article_tag") if tag in tags}
            of_marks = rows(
                "SELECT DISTINCT article_id, tag_id FROM mark JOIN mark_tag ON mark_id = id"
                " WHERE deleted IS NULL"
            )
            return own if wish.without else own | {each for each, tag in of_marks if tag in tags}
        if wish.without:
            return None
        if wish.kind == "speaker":
            return finder.places([wish.needle], _IN_TEXT)[0].whole
        colours = rows("SELECT DISTINCT article_id, colour FROM mark WHERE deleted IS NULL")
        return {article_id for article_id, colour in colours if colour in wish.colours}

    def _tags(self, wish: Wish) -> frozenset[int]:
        """The tags that a wish means."""
        if wish.kind != "tag":
            return frozenset()
        if wish not in self._meant:
            self._meant[wish] = frozenset(standing(self._language, wish.needle, self._names))
        return self._meant[wish]

    @cached_property
    def _names(self) -> dict[int, str]:
        return dict(map(tuple, self._connection.rows("SELECT id, name FROM tag")))

    def _sources(self, wish: Wish, article_id: int | None = None) -> dict[int, str]:
        """By article, its source, author or address, the first that has what is wished; "" if none has."""
        rows = self._connection.rows(
            "SELECT id, source, author, url FROM article WHERE deleted IS NULL AND ifnull(id = ?, TRUE)",
            (article_id,),
        )
        found = {row["id"]: "" for row in rows}
        for name in ("url", "author", "source"):
            texts = {row["id"]: row[name] for row in rows}
            for each in standing(self._language, wish.needle, texts):
                found[each] = texts[each]
        return found

    def bounds(self, article_id: int, text: str) -> Bounds:
        """Where in an article that `narrow` has left hits count."""
        if not self.need_places:
            return Bounds()
        wished, unwished = (self._of(without, *_OF_MARKS) for without in (False, True))
        own, marks = self._own_tags(article_id), self._marks(article_id)
        refused = [mark for mark in marks if any(self._has(mark, wish) for wish in unwished)]
        missing = [wish for wish in wished if not self._tags(wish) & own]
        passing = [
            mark for mark in marks if mark not in refused and all(self._has(mark, each) for each in missing)
        ]
        within = [[mark.span for mark in passing if mark.span]] if missing else []
        outside = [mark.span for mark in refused if mark.span]
        ids = frozenset(mark.mark_id for mark in passing)
        for wish, spans in self._speeches(text):
            if wish.without:
                outside += spans
            else:
                within.append(spans)
                ids = frozenset()
        return Bounds(not within, within, outside, ids)

    def hits(self, article_id: int, title: str, text: str) -> list[Hit]:
        """What is told of an article that has all that is wished, where nothing else was asked for."""
        bounds = self.bounds(article_id, text)
        said = [
            Hit(article_id, "text", (span, text))
            for wish, spans in self._speeches(text)
            for span in spans
            if not wish.without and bounds.has(span)
        ]
        if self._of(False, "speaker"):
            return said
        if wished := self._of(False, *_OF_MARKS):
            tags = {tag for wish in wished for tag in self._tags(wish)} & self._own_tags(article_id)
            of_article = [self._names[tag] for tag in sorted(tags)] if bounds.anywhere else []
            return [
                *(Hit(article_id, "tag", _all(name)) for name in of_article),
                *(
                    Hit(article_id, "mark", (mark.span, text), mark.mark_id)
                    if mark.span
                    else Hit(article_id, "note", _all(mark.note), mark.mark_id)
                    for mark in self._marks(article_id)
                    if bounds.has_mark(mark.mark_id) and any(self._has(mark, wish) for wish in wished)
                ),
            ]
        sources = [self._sources(wish, article_id)[article_id] for wish in self._of(False, "source")]
        if sources:
            return [Hit(article_id, "source", _all(source)) for source in sources]
        return [Hit(article_id, "title", _all(title))]

    def _of(self, without: bool, *kinds: str) -> list[Wish]:
        return [wish for wish in self._wishes if wish.kind in kinds and wish.without is without]

    def _speeches(self, text: str) -> list[tuple[Wish, list[Span]]]:
        """For each wish about a speaker, what is said by one who fits it."""
        wishes = [*self._of(False, "speaker"), *self._of(True, "speaker")]
        spoken = self._language.speeches(text) if wishes else {}
        numbered = dict(enumerate(spoken.values()))
        spans = [*spoken]
        return [
            (wish, [spans[each] for each in sorted(standing(self._language, wish.needle, numbered))])
            for wish in wishes
        ]

    def _own_tags(self, article_id: int) -> frozenset[int]:
        rows = self._connection.rows("SELECT tag_id FROM article_tag WHERE article_id = ?", (article_id,))
        return frozenset(row["tag_id"] for row in rows)

    def _marks(self, article_id: int) -> list[_Marked]:
        tags: dict[int, set[int]] = {}
        for mark_id, tag_id in self._connection.rows(
            "SELECT mark_id, tag_id FROM mark_tag JOIN mark ON mark.id = mark_id WHERE article_id = ?",
            (article_id,),
        ):
            tags.setdefault(mark_id, set()).add(tag_id)
        rows = self._connection.rows(
            'SELECT id, start, mark."end", colour, note, placed FROM mark'
            ' WHERE article_id = ? AND deleted IS NULL ORDER BY start, mark."end", id',
            (article_id,),
        )
        return [
            _Marked(
                row["id"],
                None if row["placed"] in NOT_IN_TEXT else (row["start"], row["end"]),
                row["colour"],
                row["note"],
                frozenset(tags.get(row["id"], ())),
            )
            for row in rows
        ]

    def _has(self, mark: _Marked, wish: Wish) -> bool:
        return mark.colour in wish.colours if wish.kind == "colour" else bool(self._tags(wish) & mark.tags)


def _all(words: str) -> Place:
    return (0, len(words)), words


def _touches(span: Span, others: Sequence[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)
