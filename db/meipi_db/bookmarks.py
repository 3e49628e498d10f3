"""Bookmarks in the store."""

from __future__ import annotations

from collections.abc import Iterable

from meipi_db.connection import Connection
from meipi_db.records import Bookmark, new_uid, now, quoted_at

_WRITTEN = ("uid", "article_id", "start", "exact", "prefix", "suffix", "created", "deleted")
_SELECT = f"SELECT id, {', '.join(_WRITTEN)} FROM bookmark"


def add(connection: Connection, article_id: int, start: int) -> Bookmark:
    with connection.transaction():
        rows = connection.rows("SELECT text FROM article WHERE id = ?", (article_id,))
        if not rows:
            raise KeyError(article_id)
        row = {
            "uid": new_uid(),
            "article_id": article_id,
            "start": start,
            **quoted_at(rows[0]["text"], start)._asdict(),
            "created": now(),
            "deleted": None,
        }
        return get(connection, connection.insert("bookmark", row))


def get(connection: Connection, bookmark_id: int) -> Bookmark:
    for row in connection.rows(f"{_SELECT} WHERE id = ?", (bookmark_id,)):
        return Bookmark(**dict(row))
    raise KeyError(bookmark_id)


def of_article(connection: Connection, article_id: int, *, deleted: bool) -> list[Bookmark]:
    state = "IS NOT NULL" if deleted else "IS NULL"
    rows = connection.rows(
        f"{_SELECT} WHERE article_id = ? AND deleted {state} ORDER BY start, id", (article_id,)
    )
    return [Bookmark(**dict(row)) for row in rows]


def put(connection: Connection, bookmarks: Iterable[Bookmark]) -> None:
    with connection.transaction():
        for bookmark in bookmarks:
            row = {name: getattr(bookmark, name) for name in _WRITTEN}
            connection.update("bookmark", bookmark.id, row)
