"""Articles in the store: their rows as records, and records as rows."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from meipi_db import tags
from meipi_db.connection import Connection
from meipi_db.records import (
    LET_GO,
    NOT_IN_TEXT,
    Article,
    ArticleDetails,
    ArticleInfo,
    new_uid,
    now,
    sha256_of,
)

_WRITTEN = (
    "uid",
    "title",
    "sha256",
    "source",
    "author",
    "url",
    "published",
    "script",
    "encoding",
    "path",
    "added",
    "deleted",
    "text",
    "blocks",
)
_ABOUT = ("title", "source", "author", "url", "published", "deleted")
_READING = ("opened", "position", "furthest", "starred")
_NAMES = ("id", *_WRITTEN[:-2], *_READING)
_DETAILS = ", ".join(_NAMES)
_TABLES = "article JOIN reading ON reading.article_id = article.id"
_LATEST_FIRST = "max(opened, added) DESC, id DESC"


def add(connection: Connection, record: Mapping[str, str], original: bytes | None) -> Article:
    text = record["text"]
    row = {
        **record,
        "uid": new_uid(),
        "sha256": sha256_of(text),
        "length": len(text),
        "added": now(),
        "deleted": None,
    }
    with connection.transaction():
        article_id = connection.insert("article", row)
        connection.insert("reading", {"article_id": article_id, "opened": "", "position": 0, "furthest": 0})
        if original is not None:
            connection.insert("original", {"article_id": article_id, "data": zlib.compress(original)})
        return get(connection, article_id)


def get(connection: Connection, article_id: int) -> Article:
    names = tags.of(connection, "article", "article.id = ?", (article_id,))
    asked = f"SELECT {_DETAILS}, text, blocks FROM {_TABLES} WHERE id = ?"
    for row in connection.rows(asked, (article_id,)):
        return Article(**_fields(row, names))
    raise KeyError(article_id)


def details(connection: Connection, article_id: int) -> ArticleInfo:
    for info in _infos(connection, "article.id = ?1", (article_id,), counted="AND article_id = ?1"):
        return info
    raise KeyError(article_id)


def infos(connection: Connection, *, deleted: bool) -> list[ArticleInfo]:
    state = f"deleted IS NOT NULL AND sha256 <> '{LET_GO}'" if deleted else "deleted IS NULL"
    return _infos(connection, state, ())


def last(connection: Connection, uid: str) -> int | None:
    wanted = "SELECT id FROM article WHERE uid = ? AND deleted IS NULL"
    latest = f"SELECT id FROM {_TABLES} WHERE deleted IS NULL ORDER BY {_LATEST_FIRST} LIMIT 1"
    for row in connection.rows(wanted, (uid,)) or connection.rows(latest):
        return int(row["id"])
    return None


def find(connection: Connection, sha256: str) -> ArticleInfo | None:
    asked = "SELECT id FROM article WHERE sha256 = ? AND deleted IS NULL ORDER BY id LIMIT 1"
    for row in connection.rows(asked, (sha256,)):
        return details(connection, row["id"])
    return None


def original(connection: Connection, article_id: int) -> bytes | None:
    for row in connection.rows("SELECT data FROM original WHERE article_id = ?", (article_id,)):
        return connection.unpacked(row["data"])
    return None


def put(connection: Connection, article: Article) -> None:
    if article.sha256 != sha256_of(article.text):
        raise ValueError("the SHA-256 is not that of the text")
    row = {name: getattr(article, name) for name in _WRITTEN} | {"length": article.length}
    reading = {name: getattr(article, name) for name in _READING}
    with connection.transaction():
        known = connection.rows("SELECT sha256 FROM article WHERE id = ?", (article.id,))
        connection.update("article", article.id, row)
        connection.update("reading", article.id, reading, name="article_id")
        tags.put(connection, "article", article.id, article.tags)
        if known[0]["sha256"] != article.sha256:
            follow(connection, article.id)


def put_details(connection: Connection, article: ArticleDetails) -> None:
    row = {name: getattr(article, name) for name in _ABOUT}
    with connection.transaction():
        connection.update("article", article.id, row)
        connection.update("reading", article.id, {"starred": article.starred}, name="article_id")
        tags.put(connection, "article", article.id, article.tags)


def follow(connection: Connection, article_id: int) -> None:
    """The text has become another: marks that do not stand in it as they did have no place until they are
    given one, and no bookmark is behind its end. Use it inside `transaction()`."""
    connection.note("marks_of", "article_id", article_id)
    ((text,),) = connection.rows("SELECT text FROM article WHERE id = ?", (article_id,))
    marks = connection.rows(
        'SELECT id, start, mark."end", exact, deleted FROM mark'
        f" WHERE article_id = ? AND placed NOT IN {NOT_IN_TEXT}",
        (article_id,),
    )
    for mark_id, start, end, exact, deleted in marks:
        if text[start:end] == exact:
            continue
        if deleted is None:
            connection.update("mark", mark_id, {"placed": "orphan"})
        else:
            # Not noted as written: one that was made later and undone comes and goes with its own step.
            connection.rows("UPDATE mark SET placed = 'orphan' WHERE id = ?", (mark_id,))
    asked = "SELECT id, deleted FROM bookmark WHERE article_id = ? AND start > ?"
    for bookmark_id, deleted in connection.rows(asked, (article_id, len(text))):
        if deleted is None:
            connection.update("bookmark", bookmark_id, {"start": len(text)})
        else:
            connection.rows("UPDATE bookmark SET start = ? WHERE id = ?", (len(text), bookmark_id))


def remember_position(
    connection: Connection, article_id: int, position: int, furthest: int, opened: str
) -> None:
    with connection.transaction():
        connection.rows(
            "UPDATE reading SET position = ?, furthest = ?, opened = ? WHERE article_id = ?",
            (position, furthest, opened, article_id),
        )


def _infos(
    connection: Connection, condition: str, parameters: Sequence[object], *, counted: str = ""
) -> list[ArticleInfo]:
    """Marks are counted for all of them together, from an index that has all it takes."""
    names = tags.of(connection, "article", condition, parameters)
    rows = connection.rows(
        f"SELECT {_DETAILS}, length, coalesce(marks, 0) AS marks, coalesce(notes, 0) AS notes FROM {_TABLES}"
        " LEFT JOIN (SELECT article_id AS marked, count(*) AS marks, sum(note <> '') AS notes FROM mark"
        f" WHERE mark.deleted IS NULL {counted} GROUP BY article_id) ON marked = article.id"
        f" WHERE {condition} ORDER BY {_LATEST_FIRST}",
        parameters,
    )
    return [_info(names[row["id"]], *row) for row in rows]


@lru_cache(maxsize=10_000)
def _info(names: tuple[str, ...], *columns: Any) -> ArticleInfo:
    """The record of a row. The list is read after every change, when nearly all of them are as they were."""
    fields = dict(zip((*_NAMES, "length", "marks", "notes"), columns, strict=True))
    return ArticleInfo(**fields | {"starred": bool(fields["starred"]), "tags": names})


def _fields(row: sqlite3.Row, names: Mapping[int, tuple[str, ...]]) -> dict[str, Any]:
    return {**dict(row), "starred": bool(row["starred"]), "tags": names[row["id"]]}
