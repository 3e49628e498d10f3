"""Articles in the store: their rows as records, and records as rows."""

from __future__ import annotations

import zlib
from dataclasses import asdict

from meipi_db.connection import Connection
from meipi_db.records import Article, ArticleInfo, new_uid, now, sha256_of

_DETAILS = (
    "id, uid, title, sha256, source, author, url, published, script, encoding, path,"
    " added, opened, position, furthest, deleted"
)
_TABLES = "article JOIN reading ON reading.article_id = article.id"
_MARKS = "FROM mark WHERE mark.article_id = article.id AND mark.deleted IS NULL"
_INFO = (
    f"SELECT {_DETAILS}, length, (SELECT count(*) {_MARKS}) AS marks,"
    f" (SELECT count(*) {_MARKS} AND note <> '') AS notes FROM {_TABLES}"
)
_READING = ("opened", "position", "furthest")


def add(connection: Connection, record: dict[str, str], original: bytes | None) -> Article:
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
        table = connection.database.table("article").insert(row)
        article_id = int(str(table.last_pk))
        connection.database.table("reading").insert(
            {"article_id": article_id, "opened": "", "position": 0, "furthest": 0}
        )
        if original is not None:
            connection.database.table("original").insert(
                {"article_id": article_id, "data": zlib.compress(original)}
            )
        return get(connection, article_id)


def get(connection: Connection, article_id: int) -> Article:
    for row in connection.rows(f"SELECT {_DETAILS}, text, blocks FROM {_TABLES} WHERE id = ?", (article_id,)):
        return Article(**dict(row))
    raise KeyError(article_id)


def infos(connection: Connection, *, deleted: bool) -> list[ArticleInfo]:
    state = "IS NOT NULL" if deleted else "IS NULL"
    rows = connection.rows(f"{_INFO} WHERE deleted {state} ORDER BY max(opened, added) DESC, id DESC")
    return [ArticleInfo(**dict(row)) for row in rows]


def last(connection: Connection, uid: str) -> int | None:
    wanted = "SELECT id FROM article WHERE uid = ? AND deleted IS NULL"
    latest = (
        f"SELECT id FROM {_TABLES} WHERE deleted IS NULL ORDER BY max(opened, added) DESC, id DESC LIMIT 1"
    )
    for row in connection.rows(wanted, (uid,)) or connection.rows(latest):
        return int(row["id"])
    return None


def find(connection: Connection, sha256: str) -> ArticleInfo | None:
    for row in connection.rows(f"{_INFO} WHERE sha256 = ? AND deleted IS NULL ORDER BY id", (sha256,)):
        return ArticleInfo(**dict(row))
    return None


def original(connection: Connection, article_id: int) -> bytes | None:
    for row in connection.rows("SELECT data FROM original WHERE article_id = ?", (article_id,)):
        return zlib.decompress(row["data"])
    return None


def put(connection: Connection, article: Article) -> None:
    if article.sha256 != sha256_of(article.text):
        raise ValueError("the SHA-256 is not that of the text")
    row = {**asdict(article), "length": article.length}
    article_id = row.pop("id")
    reading = {name: row.pop(name) for name in _READING}
    with connection.transaction():
        connection.update("article", article_id, row)
        connection.update("reading", article_id, reading)


def remember_position(
    connection: Connection, article_id: int, position: int, furthest: int, opened: str
) -> None:
    # Plain SQL: this is the one write of a start, and importing sqlite-utils would take as long as the start.
    with connection.transaction():
        connection.rows(
            "UPDATE reading SET position = ?, furthest = ?, opened = ? WHERE article_id = ?",
            (position, furthest, opened, article_id),
        )
