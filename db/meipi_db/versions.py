"""Old texts of an article in the store, compressed, and where its marks stood in them."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from meipi_db import articles, bookmarks, marks
from meipi_db.connection import Connection
from meipi_db.errors import LibraryDamaged
from meipi_db.images import Row
from meipi_db.records import NOT_IN_TEXT, Article, Bookmark, FormerPlace, Mark, Version, new_uid, now

_COLUMNS = "id, uid, article_id, made, reason, title, sha256, length, script, encoding, path, url"
_KEPT = ("title", "sha256", "length", "script", "encoding", "path", "url")
_IN_VERSION = ("text", "blocks")
"""Columns that an article need not keep of what it was before its text was replaced: the version has them."""
_FORMER = 'mark_id, version_id, start, former_place."end", exact, prefix, suffix'


def replace_text(
    connection: Connection,
    article: Article,
    *,
    original: bytes | None,
    reason: str,
    moved: Sequence[Mark],
    kept: Sequence[Bookmark],
) -> Version:
    with connection.transaction():
        version_id = _put_away(connection, articles.get(connection, article.id), reason)
        marks.put(connection, moved)
        bookmarks.put(connection, kept)
        articles.put(connection, article)  # last: marks that do not stand in its text by now have no place
        connection.leave_out("article", article.id, _IN_VERSION)
        if original is not None:
            row = {"article_id": article.id, "data": zlib.compress(original)}
            connection.insert("original", row)
            connection.record("original", "article_id", article.id, None, row)
        return _get(connection, version_id)


def of_article(connection: Connection, article_id: int) -> list[Version]:
    rows = connection.rows(
        f"SELECT {_COLUMNS} FROM version WHERE article_id = ? ORDER BY id DESC", (article_id,)
    )
    return [Version(**dict(row)) for row in rows]


def text(connection: Connection, version_id: int) -> tuple[str, str]:
    for row in connection.rows("SELECT text, blocks FROM version WHERE id = ?", (version_id,)):
        try:
            return connection.unpacked(row["text"]).decode(), connection.unpacked(row["blocks"]).decode()
        except UnicodeDecodeError as error:
            raise LibraryDamaged(connection.path, str(error)) from error
    raise KeyError(version_id)


def original(connection: Connection, version_id: int) -> bytes | None:
    for row in connection.rows("SELECT original FROM version WHERE id = ?", (version_id,)):
        return None if row["original"] is None else zlib.decompress(row["original"])
    raise KeyError(version_id)


def former_places(connection: Connection, version_id: int) -> list[FormerPlace]:
    rows = connection.rows(
        f"SELECT {_FORMER} FROM former_place WHERE version_id = ?"
        ' ORDER BY start, former_place."end", mark_id',
        (version_id,),
    )
    return [FormerPlace._make(row) for row in rows]


def take_back(connection: Connection, version_id: int) -> int:
    """Give its article the text of a version again, and the bytes it was read from; the version goes. The id
    of the article. Use it inside `transaction()`; the rest of the record is written by who calls it."""
    ((article_id,),) = connection.rows("SELECT article_id FROM version WHERE id = ?", (version_id,))
    former, blocks = text(connection, version_id)
    connection.update("article", article_id, {"text": former, "blocks": blocks})
    connection.rows("DELETE FROM original WHERE article_id = ?", (article_id,))
    connection.rows(
        "INSERT INTO original (article_id, data)"
        " SELECT article_id, original FROM version WHERE id = ? AND original IS NOT NULL",
        (version_id,),
    )
    connection.rows("DELETE FROM version WHERE id = ?", (version_id,))
    return int(article_id)


def put_again(connection: Connection, version_id: int, about: Row) -> None:
    """Make the version that `take_back` took, of the text that its article has. Use it inside
    `transaction()`."""
    columns = {name: value for name, value in about.items() if name != "places"}
    before = articles.get(connection, about["article_id"])
    _insert(connection, columns | {"id": version_id}, before)
    put_places(connection, version_id, about["places"])


def _insert(connection: Connection, about: Row, before: Article) -> int:
    """A version with the text of the article and its bytes, which are not the article's any more."""
    row = about | {
        "blocks": zlib.compress(before.blocks.encode()),
        "text": zlib.compress(before.text.encode()),
        "original": None,
    }
    version_id = connection.insert("version", row)
    connection.rows(
        "UPDATE version SET original = (SELECT data FROM original WHERE article_id = ?) WHERE id = ?",
        (before.id, version_id),
    )
    connection.rows("DELETE FROM original WHERE article_id = ?", (before.id,))
    return version_id


def _put_away(connection: Connection, before: Article, reason: str) -> int:
    """Make a version of the text that the article has now, with the bytes it was read from and the places of
    its marks, thrown away ones too."""
    row = {name: getattr(before, name) for name in _KEPT} | {
        "uid": new_uid(),
        "article_id": before.id,
        "made": now(),
        "reason": reason,
    }
    version_id = _insert(connection, row, before)
    connection.rows(
        f"INSERT INTO former_place ({_FORMER.replace('former_place.', '')})"
        ' SELECT id, ?, start, mark."end", exact, prefix, suffix FROM mark'
        f" WHERE article_id = ? AND placed NOT IN {NOT_IN_TEXT}",
        (version_id, before.id),
    )
    if connection.is_traced:
        # Without the text, which is the article's before and the version's afterwards: see `take_back`.
        places = former_places(connection, version_id)
        connection.record("version", "id", version_id, None, row | {"places": places})
    return version_id


def record(connection: Connection, version_id: int) -> None:
    """Say for `traced` that the version has come from elsewhere, with all that belongs to it."""
    if connection.is_traced:
        (row,) = connection.rows("SELECT * FROM version WHERE id = ?", (version_id,))
        places = [tuple(place) for place in former_places(connection, version_id)]
        connection.record("version", "id", version_id, None, dict(row) | {"places": places})


def put_places(connection: Connection, version_id: int, places: Sequence[Sequence[object]]) -> None:
    """Write where marks stood in an old text, as `FormerPlace` has it. Use it inside `transaction()`."""
    names = _FORMER.replace("former_place.", "")
    for place in places:
        connection.rows(f"INSERT INTO former_place ({names}) VALUES (?, ?, ?, ?, ?, ?, ?)", place)


def _get(connection: Connection, version_id: int) -> Version:
    for row in connection.rows(f"SELECT {_COLUMNS} FROM version WHERE id = ?", (version_id,)):
        return Version(**dict(row))
    raise KeyError(version_id)
