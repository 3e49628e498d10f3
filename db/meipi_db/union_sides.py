"""A library and a backup while they are brought together, and what is written in the library meanwhile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from meipi_db import tags
from meipi_db.connection import Connection
from meipi_db.records import now

Row = dict[str, Any]

OWNERS: dict[str, tags.Owner] = {"mark": "mark", "article": "article"}


class Step(NamedTuple):
    """What was written in one row: its columns before, and after; None where there is no row. One that is new
    and can be put away was put away before."""

    table: str
    key: str
    value: int | str
    before: Row | None
    after: Row | None
    children: tuple[tuple[str, Row], ...] = ()
    """By table, the rows that go and come with one that can only be taken out."""


def put(library: Connection, step: Step, row: Row | None) -> None:
    """Bring the row of a step to one of its two states."""
    if row is None:
        library.rows(f"DELETE FROM {step.table} WHERE {step.key} = ?", (step.value,))
        return
    if step.before is None:
        library.insert(step.table, row)
        for table, child in step.children:
            library.insert(table, child)
        return
    columns = {name: row[name] for name in row if name != "tags"}
    if columns:
        library.update(step.table, step.value, columns, name=step.key)
    if "tags" in row:
        tags.put(library, OWNERS[step.table], int(step.value), row["tags"])


class Sides:
    """Both, with what is known of how they belong together."""

    def __init__(self, library: Connection, backup: Connection) -> None:
        self.library, self.backup = library, backup
        self.steps: list[Step] = []
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
        new = self.library.insert(table, {name: value for name, value in row.items() if name != "id"})
        self.steps.append(Step(table, "id", new, {"deleted": now()}, {"deleted": row["deleted"]}))
        return new

    def add_child(self, table: str, row: Row) -> None:
        """A row that comes and goes with its parent: when that is put away, this is out of sight."""
        self.library.insert(table, row)

    def write(self, table: str, own: Row, wanted: Row, *, key: str = "id") -> None:
        """Other columns of a row that is here."""
        step = Step(table, key, own[key], {name: own[name] for name in wanted}, wanted)
        self.steps.append(step)
        put(self.library, step, wanted)


def rows(connection: Connection, sql: str, *parameters: object) -> list[Row]:
    return [dict(row) for row in connection.rows(sql, parameters)]


def is_there(row: Mapping[str, Any] | None) -> bool:
    """Whether it is a record that was not thrown away."""
    return row is not None and row["deleted"] is None
