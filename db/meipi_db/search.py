"""Searching: which articles have what is asked for, and where it stands in them.

An article is found if and only if what is asked for stands in it as `Language` compares, whether the index
has it, or it is due and has been looked through (`search_places`). The index alone tells which articles these
are; texts are read for the places, of the best articles only.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import NamedTuple

from meipi_db import opening
from meipi_db.connection import Connection, told
from meipi_db.errors import LibraryDamaged
from meipi_db.search_index import Index
from meipi_db.search_language import Language, Span
from meipi_db.search_places import GIVEN, Finder, Places, standing
from meipi_db.search_records import Found, FoundArticle, Hit, Place, Where
from meipi_db.search_wishes import Wishes

LOCATED = 20
"""In so many articles, the best, every place is looked for before they are put in order."""

EACH = 10
"""So many hits of one article come with `found`, which counts all."""

EACH_OF_ALL = 50
"""So many with `hits`."""


def search_file(path: Path, language: Language, query: str, skip: int, most: int) -> tuple[Found, bool]:
    """Search a library that is open elsewhere, on a connection of its own: for a worker.

    And whether its index lacks something, so that it would be quicker if that was taken up.
    """
    with told(path), closing(opening.reading(path)) as sqlite:
        index = Index(Connection(path, sqlite, read_only=True), lambda: language)
        return index.search(query).found(skip, most), index.due_length() > 0


class _Listed(NamedTuple):
    article_id: int
    title: str
    read: str
    """When it was last opened or added."""
    in_title: bool


class _Group(NamedTuple):
    """Hits of one field."""

    field: Where
    spans: Sequence[Span]
    mark_id: int | None
    words: str


class Search:
    """One query to a library."""

    def __init__(self, connection: Connection, index: Index, language: Language, query: str) -> None:
        self._connection, self._index, self._language = connection, index, language
        self._asked = language.ask(query)
        self._wishes = Wishes(connection, language, self._asked.wishes)

    def found(self, skip: int = 0, most: int = LOCATED, each: int = EACH) -> Found:
        """All articles; and up to `each` places in `most` of them, from that one on.

        First those that have it in their title, then, among the best `LOCATED`, those that have it most
        often, then those last opened or added.
        """
        with self._connection.reading():
            best, rest, places = self._in_order(each)
            later = rest[max(0, skip - len(best)) : max(0, skip + most - len(best))]
            located = (*best[skip : skip + most], *(self._locate(one, places, each) for one in later))
        ids = [one.article_id for one in best] + [one.article_id for one in rest]
        return Found(tuple(ids), located)

    def hits(self) -> list[Hit]:
        """The hits of all articles, in the order of `found`; of those after the first `LOCATED` one each,
        and its place is looked for when it is asked for: a common hanzi stands in every article."""
        with self._connection.reading():
            best, rest, places = self._in_order(EACH_OF_ALL)
            hits = [hit for each in best for hit in each.hits]
            for each in rest:
                if not each.in_title and any(each.article_id in found.whole for found in places):
                    hits.append(Hit(each.article_id, "text", partial(self._first_place, each.article_id)))
                else:
                    hits += self._locate(each, places, 1).hits
        return hits

    def _in_order(self, each: int) -> tuple[list[FoundArticle], list[_Listed], list[Places]]:
        """The best articles with all their places, and the others."""
        if not (self._asked.terms or self._wishes):
            return [], [], []
        try:
            articles, places = self._candidates()
        except LibraryDamaged:
            if not self._index.damaged:
                raise
            articles, places = self._candidates()  # this time without the index
        listed = self._listed(articles)
        count = len(listed) if self._wishes.need_places else LOCATED
        located = [(self._locate(one, places, each), one) for one in listed[:count]]
        # Sorting keeps the order of those that are equal.
        located.sort(key=lambda pair: (not pair[1].in_title, -pair[0].total))
        return [found for found, _ in located if found.total], listed[count:], places

    def _candidates(self) -> tuple[set[int], list[Places]]:
        """The articles that have every term and none of those left out, as far as the index tells, and where
        the terms stand."""
        asked = self._asked
        finder = Finder(self._connection, self._index, self._language)
        found = finder.places([*asked.terms, *asked.without], asked.fields)
        each = [places.articles() for places in found[: len(asked.terms)]]
        articles = set.intersection(*each) if each else finder.all_articles()
        for places in found[len(asked.terms) :]:
            articles -= places.articles()
        return self._wishes.narrow(articles, finder), found[: len(asked.terms)]

    def _listed(self, articles: Iterable[int]) -> list[_Listed]:
        rows = self._connection.rows(
            "SELECT id, title, max(opened, added) FROM article JOIN reading ON article_id = id"
            f" WHERE deleted IS NULL AND id IN {GIVEN}",
            (json.dumps([*articles]),),
        )
        titles = {row[0]: row[1] for row in rows}
        terms = self._asked.terms if "title" in self._asked.fields else ()
        named = {each for term in terms for each in standing(self._language, term, titles)}
        listed = [_Listed(row[0], row[1], row[2], row[0] in named) for row in rows]
        return sorted(listed, key=lambda each: (each.in_title, each.read, each.article_id), reverse=True)

    def _locate(self, listed: _Listed, places: Sequence[Places], each: int) -> FoundArticle:
        """The article with its first hits: none if its wishes leave none."""
        article_id, title = listed.article_id, listed.title
        text = self._text(article_id)
        if not self._asked.terms:
            hits = self._wishes.hits(article_id, title, text)
            return FoundArticle(article_id, title, tuple(hits[:each]), len(hits))
        hits, total = [], 0
        for field, spans, mark_id, words in self._groups(listed, text, places):
            hits += [Hit(article_id, field, (span, words), mark_id) for span in spans[: each - len(hits)]]
            total += len(spans)
        return FoundArticle(article_id, title, tuple(hits), total)

    def _groups(self, listed: _Listed, text: str, places: Sequence[Places]) -> Iterator[_Group]:
        """Title, tags, notes and text, where the terms stand in them."""
        article_id, fields = listed.article_id, self._asked.fields
        bounds = self._wishes.bounds(article_id, text)
        if bounds.anywhere and listed.in_title:
            yield _Group("title", self._find(listed.title), None, listed.title)
        tags = {tag for each in places for tag in each.tags.get(article_id, ())}
        for mark_id, name in sorted(tags, key=lambda tag: (tag.name, tag.mark_id or 0)):
            if bounds.has_mark(mark_id):
                yield _Group("tag", self._find(name), mark_id, name)
        for mark_id, note in self._notes(
            {each for found in places for each in found.notes.get(article_id, ())}
        ):
            if bounds.has_mark(mark_id):
                yield _Group("note", self._find(note), mark_id, note)
        if "text" in fields:
            spans = self._find(text)
            whole = bounds.anywhere and not bounds.outside
            yield _Group("text", spans if whole else [span for span in spans if bounds.has(span)], None, text)

    def _find(self, text: str) -> Sequence[Span]:
        return self._language.places(text, self._asked.terms)

    def _first_place(self, article_id: int) -> Place:
        text = self._text(article_id)
        return next(iter(self._find(text)), (0, 0)), text

    def _text(self, article_id: int) -> str:
        for row in self._connection.rows("SELECT text FROM article WHERE id = ?", (article_id,)):
            return str(row["text"])
        return ""

    def _notes(self, marks: Collection[int]) -> list[tuple[int, str]]:
        if not marks:
            return []
        rows = self._connection.rows(
            f'SELECT id, note FROM mark WHERE id IN {GIVEN} ORDER BY start, mark."end", id',
            (json.dumps([*marks]),),
        )
        return [(row["id"], row["note"]) for row in rows]
