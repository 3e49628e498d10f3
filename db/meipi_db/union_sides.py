"""A library and a backup while they are brought together, and what is written in the library meanwhile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from meipi_db import tags
from meipi_db.connection import Connection
from meipi_db.images import Row

OWNERS: dict[str, tags.Owner] = {"mark": "mark", "article": "article"}


class Sides:
    """Both, with what is known of how they belong together."""

    def __init__(self, library: Connection, backup: Connection) -> None:
        self.library, self.backup = library, backup
        self.counts: Counter[str] = Counter()
        self.homes: dict[int, int] = {}
        """By id of an article in the backup, its id here."""
        self.other_text: dict[int, str] = {}
        """By id in the backup of those whose text is another here, the SHA-256 that it has there."""

    def here(self, sql: str, *parameters: object) -> list[Row]:
        return rows(self.library, sql, *parameters)

    def there(self, sql: str, *parameters: object) -> list[Row]:
        return rows(self.backup, sql, *parameters)

    def insert(self, table: str, row: Row) -> int:
        """A new row, with an id of its own."""
        return self.library.insert(table, {name: value for name, value in row.items() if name != "id"})

    def add_child(self, table: str, row: Row) -> None:
        """A row that comes and goes with its parent: when that is put away, this is out of sight."""
        self.library.insert(table, row)

    def write(self, table: str, own: Row, wanted: Row, *, key: str = "id") -> None:
        """Other columns of a row that is here."""
        columns = {name: value for name, value in wanted.items() if name != "tags"}
        if columns:
            self.library.update(table, own[key], columns, name=key)
        if "tags" in wanted:
            tags.put(self.library, OWNERS[table], int(own[key]), wanted["tags"])


def rows(connection: Connection, sql: str, *parameters: object) -> list[Row]:
    return [dict(row) for row in connection.rows(sql, parameters)]


def is_there(row: Mapping[str, Any] | None) -> bool:
    """Whether it is a record that was not thrown away."""
    return row is not None and row["deleted"] is None
