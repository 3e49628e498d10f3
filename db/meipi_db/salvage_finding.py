"""What is found of the rows of a damaged library: through SQLite, and then in the pages themselves."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, NamedTuple

from meipi_db import pages

Rows = dict[int, dict[str, Any]]
"""Of one table, by rowid."""

_LEAST_COLUMNS = 4


class Column(NamedTuple):
    """A column of a table of today."""

    name: str
    kind: str
    required: bool
    rowid: bool
    default: str | int | None
    """What a row has that was written before there was such a column; None if it always was there."""


class Found:
    """The rows found of each table of a library of today."""

    def __init__(self, new: sqlite3.Connection) -> None:
        self.columns = {name: _columns(new, name) for name in _tables(new)}
        self.rows: dict[str, Rows] = {name: {} for name in self.columns}
        self.partial: Rows = {}
        """Of articles, those without the end of their text."""
        self.known: dict[str, set[int]] = {name: set() for name in self.columns}
        """The ids that an index names."""


def _tables(sqlite: sqlite3.Connection) -> list[str]:
    """Our tables, parents before their children."""
    # Neither virtual tables nor what they keep their content in, nor what is put down about the index: it is
    # made anew. What the journal would put back need not be what was salvaged.
    listed = sqlite.execute("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'")
    names = [
        name
        for (name,) in listed
        if not name.startswith(("_", "sqlite_", "search_")) and name not in ("backup", "journal")
    ]
    order: list[str] = []
    while len(order) < len(names):
        for name in names:
            parents = {row[2] for row in sqlite.execute(f"PRAGMA foreign_key_list({name})")}
            if name not in order and parents <= set(order):
                order.append(name)
    return order


def _columns(sqlite: sqlite3.Connection, table: str) -> tuple[Column, ...]:
    info = sqlite.execute(f"PRAGMA table_info({table})").fetchall()
    keys = sum(1 for row in info if row[5])
    return tuple(
        Column(
            row[1],
            row[2],
            bool(row[3]),
            bool(row[5]) and keys == 1 and row[2] == "INTEGER",
            None if row[4] is None else int(row[4].strip("'")) if row[2] == "INTEGER" else row[4].strip("'"),
        )
        for row in info
    )


def through_sqlite(damaged: Path, found: Found) -> None:
    """As many rows as SQLite gives before it meets the damage."""
    with closing(sqlite3.connect(damaged, isolation_level=None)) as sqlite:
        sqlite.text_factory = lambda data: data.decode("utf-8", "replace")
        with suppress(sqlite3.DatabaseError):
            # Past entries of the schema that make no sense.
            sqlite.execute("PRAGMA writable_schema = ON")
            sqlite.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for table, all_columns in found.columns.items():
            there: set[str] = set()
            with suppress(sqlite3.DatabaseError):
                there = {row[1] for row in sqlite.execute(f"PRAGMA table_info({table})")}
            columns = [column for column in all_columns if column.default is None or column.name in there]
            names = ", ".join(f'{table}."{column.name}"' for column in columns)
            with suppress(sqlite3.DatabaseError):
                for rowid, *values in sqlite.execute(f"SELECT rowid, {names} FROM {table} NOT INDEXED"):
                    if _fits(columns, values, rowid=rowid):
                        found.rows[table][rowid] = _named(all_columns, values, rowid)
            with suppress(sqlite3.DatabaseError):
                _through_index(sqlite, table, found)


def _through_index(sqlite: sqlite3.Connection, table: str, found: Found) -> None:
    """The ids that there are, and the whole rows where the index has every column."""
    columns = found.columns[table]
    for _, index, unique, *_ in sqlite.execute(f"PRAGMA index_list({table})").fetchall():
        if not unique or index.startswith("sqlite_"):
            continue
        indexed = [row[2] for row in sqlite.execute(f"PRAGMA index_info({index})")]
        if None in indexed:  # not the index that it was
            continue
        names = ", ".join(indexed)
        for rowid, value, *_ in sqlite.execute(f"SELECT rowid, {names} FROM {table} INDEXED BY {index}"):
            found.known[table].add(rowid)
            if len(columns) == 2 and columns[0].rowid and _fits(columns, (rowid, value), rowid=rowid):
                found.rows[table].setdefault(rowid, _named(columns, (rowid, value), rowid))


def through_pages(damaged: Path, found: Found) -> None:
    """The rows that SQLite did not give, each of the one table that it can be of."""
    for record in pages.records(damaged.read_bytes()):
        values = record.columns
        tables = [
            table
            for table, columns in found.columns.items()
            if (_least(columns) if record.whole else _LEAST_COLUMNS) <= len(values) <= len(columns)
            and _fits(columns, values)
        ]
        if len(tables) != 1:
            continue
        row = _named(found.columns[tables[0]], values, record.rowid)
        if tables[0] == "original" and not _is_compressed(row["data"]):
            continue  # the index has rows of this form too
        if record.whole:
            found.rows[tables[0]].setdefault(record.rowid, row)
        elif tables[0] == "article":
            found.partial[record.rowid] = row


def _is_compressed(data: bytes) -> bool:
    try:
        zlib.decompress(data)
    except zlib.error:
        return False
    return True


def _least(columns: Sequence[Column]) -> int:
    """How many of them every row has."""
    return sum(1 for column in columns if column.default is None)


def _fits(columns: Sequence[Column], values: Sequence[Any], *, rowid: int | None = None) -> bool:
    kinds = {"INTEGER": int, "TEXT": str, "BLOB": bytes}
    return all(
        (value is None or value == rowid)
        if column.rowid
        else (not column.required if value is None else type(value) is kinds.get(column.kind))
        for column, value in zip(columns, values, strict=False)
    )


def _named(columns: Sequence[Column], values: Sequence[Any], rowid: int) -> dict[str, Any]:
    row: dict[str, Any] = {column.name: column.default for column in columns if column.default is not None}
    return row | {
        column.name: rowid if column.rowid else value for column, value in zip(columns, values, strict=False)
    }
