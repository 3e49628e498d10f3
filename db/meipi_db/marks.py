"""Marks and unfinished notes in the store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from meipi_db import tags
from meipi_db.connection import Connection
from meipi_db.records import Mark, new_uid, now, quoted

_WRITTEN = (
    "uid",
    "article_id",
    "start",
    "end",
    "exact",
    "prefix",
    "suffix",
    "colour",
    "style",
    "note",
    "created",
    "modified",
    "deleted",
    "placed",
)
_READ = ("id", *_WRITTEN)
_LONG = 2_000
"""Marks of so many code points are not kept in memory: one may be of a whole book, and change at each key."""

# "end" is a word of SQL; quoted without its table it would be a mere text where the column is missing.
_COLUMNS = ", ".join(f'mark."{name}"' for name in _READ)


def add(
    connection: Connection,
    article_id: int,
    span: tuple[int, int],
    *,
    colour: str,
    style: str,
    note: str,
    names: Sequence[str],
) -> Mark:
    with connection.transaction():
        rows = connection.rows("SELECT text FROM article WHERE id = ?", (article_id,))
        if not rows:
            raise KeyError(article_id)
        exact, prefix, suffix = quoted(rows[0]["text"], span)
        time = now()
        mark_id = connection.insert(
            "mark",
            {
                "uid": new_uid(),
                "article_id": article_id,
                "start": span[0],
                "end": span[1],
                "exact": exact,
                "prefix": prefix,
                "suffix": suffix,
                "colour": colour,
                "style": style,
                "note": note,
                "created": time,
                "modified": time,
                "deleted": None,
                "placed": "",
            },
        )
        tags.put(connection, "mark", mark_id, names)
        return get(connection, mark_id)


def get(connection: Connection, mark_id: int) -> Mark:
    for mark in _select(connection, "mark.id = ?", (mark_id,)):
        return mark
    raise KeyError(mark_id)


def of_article(connection: Connection, article_id: int, *, deleted: bool) -> list[Mark]:
    state = "IS NOT NULL" if deleted else "IS NULL"
    return _select(connection, f"article_id = ? AND deleted {state}", (article_id,))


def everywhere(connection: Connection) -> list[Mark]:
    """The marks of all articles, without what was thrown away."""
    live = "SELECT id FROM article WHERE deleted IS NULL"
    return _select(connection, f"mark.deleted IS NULL AND article_id IN ({live})", ())


def tagged(connection: Connection, tag: str) -> list[Mark]:
    """The marks of all articles that have a tag, thrown away or not."""
    having = "SELECT mark_id FROM mark_tag JOIN tag ON tag.id = tag_id WHERE tag.name = ?"
    return _select(connection, f"mark.id IN ({having})", (tag,))


def thrown_away(connection: Connection) -> list[Mark]:
    """The deleted marks of all articles, those thrown away last first."""
    found = _select(connection, "mark.deleted IS NOT NULL", ())
    return sorted(found, key=lambda mark: (mark.deleted or "", mark.id), reverse=True)


def put(connection: Connection, marks: Iterable[Mark]) -> None:
    with connection.transaction():
        for mark in marks:
            connection.update("mark", mark.id, {name: getattr(mark, name) for name in _WRITTEN})
            tags.put(connection, "mark", mark.id, mark.tags)


def drafts(connection: Connection) -> dict[int, str]:
    return {row["mark_id"]: row["text"] for row in connection.rows("SELECT mark_id, text FROM draft")}


def keep_draft(connection: Connection, mark_id: int, text: str | None) -> None:
    draft = None if text is None else {"mark_id": mark_id, "text": text, "modified": now()}
    with connection.transaction():
        for row in connection.rows("SELECT * FROM draft WHERE mark_id = ?", (mark_id,)) or (None,):
            connection.record("draft", "mark_id", mark_id, None if row is None else dict(row), draft)
        connection.rows("DELETE FROM draft WHERE mark_id = ?", (mark_id,))
        if draft is not None:
            connection.insert("draft", draft)


def drop_draft(connection: Connection, mark_id: int) -> None:
    with connection.transaction():
        connection.record("draft", "mark_id", mark_id, None, None)
        connection.rows("DELETE FROM draft WHERE mark_id = ?", (mark_id,))


def _select(connection: Connection, condition: str, parameters: Sequence[object]) -> list[Mark]:
    names = tags.of(connection, "mark", condition, parameters)
    rows = connection.rows(
        f'SELECT {_COLUMNS} FROM mark WHERE {condition} ORDER BY start, mark."end", id', parameters
    )
    return [(_kept if len(row["exact"]) < _LONG else _made)(names[row["id"]], *row) for row in rows]


def _made(names: tuple[str, ...], *columns: Any) -> Mark:
    """The record of a row."""
    return Mark(**dict(zip(_READ, columns, strict=True)), tags=names)


_kept = lru_cache(maxsize=20_000)(_made)
"""The same, of rows that were read before: all marks of an article are read after every change to one."""
