"""Which records a change has written, and what they are afterwards: whether they are still what it left.

A record is all of its row and its tags, without what changes while one reads: drafts, the reader's place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from meipi_db.connection import Connection
from meipi_db.images import Key

_CHUNK = 500
"""So many records are asked for at once."""

_PLACE = ("start", "end", "exact", "prefix", "suffix")
_AT = ("start", "exact", "prefix", "suffix")
_PLAIN = ("word", "known_word", "reading_fix", "split", "conversion_exception")


def _in_text(*names: str) -> str:
    """Columns that say where something stands. A deleted mark or bookmark takes no part in what is done to
    the text; it is written whole to come back."""
    return ", ".join(f'iif(each.deleted IS NULL, each."{name}", NULL)' for name in names)


_ASKED = {
    "article": "SELECT id, uid, title, sha256, source, author, url, published, script, encoding, path, added,"
    " deleted, starred FROM article JOIN reading ON article_id = id WHERE id IN ({keys})",
    "article_tag": "SELECT article_id, place, name FROM article_tag JOIN tag ON tag.id = tag_id"
    " WHERE article_id IN ({keys})",
    # With the text that it stands in: in another one its place would be another.
    "mark": f"SELECT each.id, each.uid, each.article_id, sha256, {_in_text(*_PLACE)}, colour, style, note,"
    " created, modified, each.deleted, iif(each.deleted IS NULL, placed, NULL) FROM mark AS each"
    " JOIN article ON article.id = each.article_id WHERE each.id IN ({keys})",
    "mark_tag": "SELECT mark_id, place, name FROM mark_tag JOIN tag ON tag.id = tag_id"
    " WHERE mark_id IN ({keys})",
    "bookmark": f"SELECT each.id, each.uid, each.article_id, sha256, {_in_text(*_AT)}, created, each.deleted"
    " FROM bookmark AS each JOIN article ON article.id = each.article_id WHERE each.id IN ({keys})",
    "version": "SELECT id, uid FROM version WHERE id IN ({keys})",
    "marks_of": "SELECT id FROM mark WHERE deleted IS NULL AND article_id IN ({keys})",
    "bookmarks_of": "SELECT id FROM bookmark WHERE deleted IS NULL AND article_id IN ({keys})",
    **{table: f"SELECT * FROM {table} WHERE {{column}} IN ({{keys}})" for table in _PLAIN},
}
_WITH = {"article": "article_tag", "mark": "mark_tag", "marks_of": "bookmarks_of"}
"""What is asked for together with a table."""


def state(connection: Connection, keys: Iterable[Key]) -> str:
    """A word that is another as soon as one of these records is. The journal keeps it: a step of the schema
    that changes what is asked here empties the journal."""
    told = "\n".join(sorted(map(repr, _rows(connection, keys))))
    return blake2b(told.encode(), digest_size=16).hexdigest()


def _rows(connection: Connection, keys: Iterable[Key]) -> Iterator[tuple[object, ...]]:
    by_table: dict[tuple[str, str], list[int | str]] = defaultdict(list)
    for key in keys:
        for table in (key.table, _WITH.get(key.table)):
            if table in _ASKED:
                by_table[table, key.column].append(key.value)
    for (table, column), values in by_table.items():
        for begin in range(0, len(values), _CHUNK):
            chunk = values[begin : begin + _CHUNK]
            asked = _ASKED[table].format(column=column, keys=", ".join("?" * len(chunk)))
            for row in connection.rows(asked, chunk):
                yield table, *row
