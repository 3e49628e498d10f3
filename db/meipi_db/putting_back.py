"""Records brought back to what they were before a change, or to what they were after it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from meipi_db import articles, tags, versions
from meipi_db.connection import Connection
from meipi_db.images import NEW, Image, Key, Row
from meipi_db.records import now

_APART = ("tags", "places")
"""What is not a column."""


def put_back(connection: Connection, images: Mapping[Key, Image], *, undone: bool) -> None:
    """Write all records as they were before, if `undone`, else as they were after. A record that was new is
    put away. Use it inside `transaction()`, and only if they are what the change left: see `traces`."""
    texts = []
    for key, image in reversed(list(images.items())) if undone else images.items():
        row = image.before if undone else image.after
        if key.table == "version" and image.after is not None and "text" not in image.after:
            if undone:
                texts.append(versions.take_back(connection, int(key.value)))
            else:
                versions.put_again(connection, int(key.value), image.after)
        elif row is None:
            _take_out(connection, key)
        else:
            _write(connection, key, row)
            if key.table == "article" and "text" in row:
                texts.append(int(key.value))
    for article_id in texts:
        articles.follow(connection, article_id)


def _take_out(connection: Connection, key: Key) -> None:
    if key.table in NEW:
        connection.update(key.table, key.value, {"deleted": now()}, name=key.column)
    else:
        connection.rows(f"DELETE FROM {key.table} WHERE {key.column} = ?", (key.value,))
        connection.note(*key)


def _write(connection: Connection, key: Key, row: Row) -> None:
    columns: dict[str, Any] = {name: value for name, value in row.items() if name not in _APART}
    if columns:
        try:
            connection.update(key.table, key.value, columns, name=key.column)
        except KeyError:
            connection.insert(key.table, {key.column: key.value} | columns)
            connection.note(*key)
    if "tags" in row:
        tags.put(connection, cast(tags.Owner, key.table), int(key.value), row["tags"])
    if "places" in row:
        versions.put_places(connection, int(key.value), row["places"])
