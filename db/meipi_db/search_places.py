"""Where something stands: in which fields of which articles, by the index or by looking through them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from meipi_db import search_expression
from meipi_db.connection import Connection
from meipi_db.search_index import COLUMNS, Index
from meipi_db.search_language import Field, Language, Needle

_CHUNK = 100
"""So many texts are in memory at once."""


class Tagged(NamedTuple):
    """A tag that has it."""

    mark_id: int | None
    """The mark whose tag it is; None where it is the article's."""
    name: str


@dataclass(slots=True)
class Places:
    """In which articles one needle stands."""

    whole: set[int] = field(default_factory=set)
    """Articles that have it in their title or text, thrown away or not."""
    notes: dict[int, set[int]] = field(default_factory=dict)
    """By article, the marks."""
    tags: dict[int, set[Tagged]] = field(default_factory=dict)
    """By article."""

    def articles(self) -> set[int]:
        """All of them."""
        return self.whole | self.notes.keys() | self.tags.keys()


class Finder:
    """Finds needles in one state of a library."""

    def __init__(self, connection: Connection, index: Index, language: Language) -> None:
        self._connection, self._index, self._language = connection, index, language

    def all_articles(self) -> set[int]:
        """The articles that are not thrown away."""
        return {row[0] for row in self._connection.rows("SELECT id FROM article WHERE deleted IS NULL")}

    def places(self, needles: Sequence[Needle], fields: Collection[Field]) -> list[Places]:
        """Where each needle stands. `LibraryDamaged` as `Index.matching`."""
        found = [Places() for _ in needles]
        pairs = [*zip(needles, found, strict=True)]
        usable = self._index.is_usable()
        asked = [pair for pair in pairs if usable and pair[0].indexed]
        if columns := [name for name in COLUMNS if name in fields]:
            due = set(self._index.due()) if asked else set()
            for needle, places in asked:
                self._ask(needle, places, columns, due)
            if due:
                self._look_through(self._texts(due), asked, columns)
            if others := [pair for pair in pairs if pair not in asked]:
                self._look_through(self._texts(self._all()), others, columns)
        if "tag" in fields:
            names = dict(map(tuple, self._connection.rows("SELECT id, name FROM tag")))
            for needle, places in pairs:
                self._in_tags(standing(self._language, needle, names), names, places)
        return found

    def _ask(self, needle: Needle, places: Places, columns: Sequence[str], due: Collection[int]) -> None:
        """Ask the index about all that is not due."""
        entries = self._index.matching(search_expression.expression(needle, columns))
        if due:
            entries = [entry for entry in entries if entry not in due]
        if not search_expression.is_exact(needle):
            self._look_through(self._texts(entries), [(needle, places)], columns)
            return
        places.whole.update(entry // 2 for entry in entries if not entry % 2)
        if marks := [entry // 2 for entry in entries if entry % 2]:
            for mark_id, article_id in self._connection.rows(
                f"SELECT mark.id, article_id FROM {_LIVE_MARKS} WHERE mark.id IN {GIVEN}",
                (json.dumps(marks),),
            ):
                places.notes.setdefault(article_id, set()).add(mark_id)

    def _look_through(
        self,
        texts: Iterable[tuple[Field, int, int | None, str]],
        pairs: Sequence[tuple[Needle, Places]],
        fields: Collection[str],
    ) -> None:
        for name, article_id, mark_id, text in texts:
            if name not in fields:
                continue
            for needle, places in pairs:
                if not self._language.places(text, [needle]):
                    continue
                if mark_id is None:
                    places.whole.add(article_id)
                else:
                    places.notes.setdefault(article_id, set()).add(mark_id)

    def _all(self) -> list[int]:
        notes = self._connection.rows("SELECT id FROM mark WHERE note <> '' AND deleted IS NULL")
        return [*(2 * article_id for article_id in self.all_articles()), *(2 * row[0] + 1 for row in notes)]

    def _texts(self, entries: Iterable[int]) -> Iterator[tuple[Field, int, int | None, str]]:
        """Field, article, mark and text of entries of the index, of those that are not thrown away."""
        each = iter(sorted(entries))
        while chunk := [*islice(each, _CHUNK)]:
            articles = [entry // 2 for entry in chunk if not entry % 2]
            for article_id, title, text in self._connection.rows(
                f"SELECT id, title, text FROM article WHERE deleted IS NULL AND id IN {GIVEN}",
                (json.dumps(articles),),
            ):
                yield "title", article_id, None, title
                yield "text", article_id, None, text
            marks = [entry // 2 for entry in chunk if entry % 2]
            for mark_id, article_id, note in self._connection.rows(
                f"SELECT mark.id, article_id, note FROM {_LIVE_MARKS} WHERE mark.id IN {GIVEN}",
                (json.dumps(marks),),
            ):
                yield "note", article_id, mark_id, note

    def _in_tags(self, tags: Collection[int], names: dict[int, str], places: Places) -> None:
        if not tags:
            return
        rows = self._connection.rows(
            f"SELECT article_id, mark.id, tag_id FROM {_LIVE_MARKS} JOIN mark_tag ON mark_id = mark.id"
            f" WHERE tag_id IN {GIVEN} UNION ALL"
            " SELECT article.id, NULL, tag_id FROM article_tag JOIN article ON article.id = article_id"
            f" WHERE deleted IS NULL AND tag_id IN {GIVEN}",
            (json.dumps([*tags]),) * 2,
        )
        for article_id, mark_id, tag_id in rows:
            places.tags.setdefault(article_id, set()).add(Tagged(mark_id, names[tag_id]))


GIVEN = "(SELECT value FROM json_each(?))"
_LIVE_MARKS = (
    "mark JOIN article ON article.id = article_id AND article.deleted IS NULL AND mark.deleted IS NULL"
)
_APART = "\n\n"


def standing(language: Language, needle: Needle, texts: dict[int, str]) -> set[int]:
    """Which of some short texts the needle stands in: they are read as one, each a paragraph."""
    bounds: list[tuple[int, int]] = []
    at = 0
    for key, text in texts.items():
        bounds.append((at, key))
        at += len(text) + len(_APART)
    spans = language.places(_APART.join(texts.values()), [needle])
    found: set[int] = set()
    number = 0
    for start, _ in spans:
        while number + 1 < len(bounds) and bounds[number + 1][0] <= start:
            number += 1
        found.add(bounds[number][1])
    return found
