"""A damaged library read row by row into a new one. The damaged file is only ever read.

What SQLite still reads is taken from it, and what it does not from the pages themselves (`pages`). Where the
text of an article is lost or is another than it was, its marks are found again by what they quote; those that
are not found are put behind the text with their quotes, so that no note is without a place.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from meipi_db import opening, pages
from meipi_db.backups import sync_folder
from meipi_db.errors import LibraryMissing
from meipi_db.records import new_uid, now, quoted, sha256_of

Rows = dict[int, dict[str, Any]]
"""Of one table, by rowid."""

_LEAST_COLUMNS = 4
_GAP = 10_000


class Salvaged(NamedTuple):
    """What became of a damaged library."""

    path: Path
    """The new library."""
    read: dict[str, int]
    """Rows by table, deleted records too."""
    lost: dict[str, int]
    """Rows known to have been there and not read, by table; what left no trace is not among them."""
    mended: int
    """Articles whose text is not whole, or had to be put together from the quotes of their marks."""


class _Column(NamedTuple):
    name: str
    kind: str
    required: bool
    rowid: bool
    default: str | int | None
    """What a row has that was written before there was such a column; None if it always was there."""


def salvage(path: Path, target: Path) -> Salvaged:
    """Make a new library at `target`, which must be free, of what can be read at `path`.

    Raises `LibraryMissing`, FileExistsError, and OSError or the kinds of `LibraryError` about the target.
    """
    if not path.is_file():
        raise LibraryMissing(path)
    if target.exists():
        raise FileExistsError(17, "File exists", str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".salvage-", dir=target.parent) as folder:
        damaged, fresh = Path(folder) / "damaged.db", Path(folder) / "fresh.db"
        _take_copy(path, damaged)
        new = opening.open_file(fresh, read_only=False)
        try:
            sqlite = new.database.conn
            assert sqlite is not None
            found = _Found(sqlite)
            _through_sqlite(damaged, found)
            _through_pages(damaged, found)
            with new.transaction():
                told = _Writing(sqlite, found).write_all()
        finally:
            new.close()
        os.replace(fresh, target)
        sync_folder(target.parent)
    return Salvaged(target, *told)


def free_name(path: Path) -> Path:
    """A name beside the library that nothing has, for what is salvaged of it."""
    number = 1
    while True:
        name = path.with_name(f"{path.stem}-salvaged{'' if number == 1 else f'-{number}'}{path.suffix}")
        if not name.exists():
            return name
        number += 1


def _take_copy(path: Path, damaged: Path) -> None:
    """The file with the changes that wait beside it, its head as all heads of ours are, and no page cut."""
    shutil.copyfile(path, damaged)
    wal = path.with_name(path.name + "-wal")
    if wal.exists():
        shutil.copyfile(wal, damaged.with_name(damaged.name + "-wal"))
    with damaged.open("r+b") as file:
        file.write(pages.HEADER)
        file.seek(28)
        size = int.from_bytes(file.read(4), "big") * pages.PAGE_SIZE
        length = damaged.stat().st_size
        whole = -(-length // pages.PAGE_SIZE) * pages.PAGE_SIZE
        file.truncate(max(whole, size if size < 4 * whole else 0))


class _Found:
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
    names = [
        name
        for (name,) in sqlite.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
        if not name.startswith(("_", "sqlite_")) and name != "backup"
    ]
    order: list[str] = []
    while len(order) < len(names):
        for name in names:
            parents = {row[2] for row in sqlite.execute(f"PRAGMA foreign_key_list({name})")}
            if name not in order and parents <= set(order):
                order.append(name)
    return order


def _columns(sqlite: sqlite3.Connection, table: str) -> tuple[_Column, ...]:
    info = sqlite.execute(f"PRAGMA table_info({table})").fetchall()
    keys = sum(1 for row in info if row[5])
    return tuple(
        _Column(
            row[1],
            row[2],
            bool(row[3]),
            bool(row[5]) and keys == 1 and row[2] == "INTEGER",
            None if row[4] is None else int(row[4].strip("'")) if row[2] == "INTEGER" else row[4].strip("'"),
        )
        for row in info
    )


def _through_sqlite(damaged: Path, found: _Found) -> None:
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


def _through_index(sqlite: sqlite3.Connection, table: str, found: _Found) -> None:
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


def _through_pages(damaged: Path, found: _Found) -> None:
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
        if record.whole:
            found.rows[tables[0]].setdefault(record.rowid, row)
        elif tables[0] == "article":
            found.partial[record.rowid] = row


def _least(columns: Sequence[_Column]) -> int:
    """How many of them every row has."""
    return sum(1 for column in columns if column.default is None)


def _fits(columns: Sequence[_Column], values: Sequence[Any], *, rowid: int | None = None) -> bool:
    kinds = {"INTEGER": int, "TEXT": str, "BLOB": bytes}
    return all(
        (value is None or value == rowid)
        if column.rowid
        else (not column.required if value is None else type(value) is kinds.get(column.kind))
        for column, value in zip(columns, values, strict=False)
    )


def _named(columns: Sequence[_Column], values: Sequence[Any], rowid: int) -> dict[str, Any]:
    row: dict[str, Any] = {column.name: column.default for column in columns if column.default is not None}
    return row | {
        column.name: rowid if column.rowid else value for column, value in zip(columns, values, strict=False)
    }


class _Writing:
    """Puts what was found into the new library."""

    def __init__(self, sqlite: sqlite3.Connection, found: _Found) -> None:
        self._sqlite, self._found = sqlite, found
        self._read = dict.fromkeys(found.columns, 0)
        self._mended = 0

    def write_all(self) -> tuple[dict[str, int], dict[str, int], int]:
        """Write everything; what was read and lost, by table, and how many articles were mended."""
        rows = self._found.rows
        for article_id in sorted(self._articles()):
            self._write("article", self._article(article_id))
            reading = {"article_id": article_id, "opened": "", "position": 0, "furthest": 0}
            rows["reading"].setdefault(article_id, reading)
        for table, each in rows.items():
            if table != "article":
                for row in each.values():
                    self._write(table, row)
        return self._read, self._lost(), self._mended

    def _articles(self) -> set[int]:
        """The ids of all articles of which there is anything: themselves, or a mark, or a saved word."""
        rows = self._found.rows
        children = {row["article_id"] for table in ("mark", "word") for row in rows[table].values()}
        return {*rows["article"], *self._found.partial, *children}

    def _article(self, article_id: int) -> dict[str, Any]:
        found = self._found
        row = found.rows["article"].get(article_id)
        marks = [mark for mark in found.rows["mark"].values() if mark["article_id"] == article_id]
        if row is not None and _is_whole(row):
            for mark in marks:
                _requote(row["text"], mark)
            return row
        begun = row or found.partial.get(article_id, {})
        words = [word for word in found.rows["word"].values() if word["article_id"] == article_id]
        row = {column.name: "" for column in found.columns["article"]}
        row.update({"uid": new_uid(), "added": now(), "deleted": None, "title": "…"} | begun)
        row["id"] = article_id
        row["text"] = self._text(row, marks, words)
        if not _is_whole(row):
            self._mended += 1
            row["blocks"] = ""
        row["length"], row["sha256"] = len(row["text"]), sha256_of(row["text"])
        return row

    def _text(self, row: dict[str, Any], marks: list[dict[str, Any]], words: list[dict[str, Any]]) -> str:
        """The text as well as it is to be had: from the bytes it was read from, or what is left of it with
        the quotes of marks that are not in it."""
        original = self._found.rows["original"].get(row["id"])
        if original is not None and row["encoding"]:
            with suppress(zlib.error, LookupError, UnicodeDecodeError):
                decoded = zlib.decompress(original["data"]).decode(row["encoding"])
                if sha256_of(decoded) == row["sha256"]:
                    for mark in marks:
                        _requote(decoded, mark)
                    return decoded
        text = str(row["text"])
        for mark in sorted(marks, key=lambda mark: int(mark["start"])):
            text = _placed(text, mark)
        if not text:
            text = "\n\n".join(dict.fromkeys(word["sentence"] for word in words)) or "…"
        return text

    def _write(self, table: str, row: dict[str, Any]) -> None:
        names = ", ".join(f'"{name}"' for name in row)
        with suppress(sqlite3.IntegrityError):
            self._sqlite.execute(
                f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", tuple(row.values())
            )
            self._read[table] += 1

    def _lost(self) -> dict[str, int]:
        found = self._found
        lost = {}
        for table, columns in found.columns.items():
            known = found.known[table] | found.rows[table].keys()
            if any(column.name == "deleted" for column in columns) and columns[0].rowid:
                # Nothing is ever taken out of these; an id far above their number is damage itself.
                likely = (each for each in known if each <= 2 * len(known) + _GAP)
                known |= set(range(1, max(likely, default=0) + 1))
            lost[table] = max(0, len(known) - self._read[table])
        return lost


def _is_whole(row: dict[str, Any]) -> bool:
    return bool(row["text"]) and sha256_of(row["text"]) == row["sha256"]


def _requote(text: str, mark: dict[str, Any]) -> None:
    """What the mark quotes, from a text that is sure."""
    mark["start"] = max(0, min(mark["start"], len(text) - 1))
    mark["end"] = max(mark["start"] + 1, min(mark["end"], len(text)))
    mark["exact"], mark["prefix"], mark["suffix"] = quoted(text, (mark["start"], mark["end"]))


def _placed(text: str, mark: dict[str, Any]) -> str:
    """Give the mark its place in the text, near where it was, else behind it. The text with what it takes."""
    exact = mark["exact"] or "…"
    start = min(_places(text, exact), key=lambda place: abs(place - int(mark["start"])), default=-1)
    if start < 0:
        text = f"{text}\n\n" if text else ""
        start = len(text) + len(mark["prefix"])
        text += mark["prefix"] + exact + mark["suffix"]
    mark["start"], mark["end"] = start, start + len(exact)
    mark["exact"], mark["prefix"], mark["suffix"] = quoted(text, (start, start + len(exact)))
    return text


def _places(text: str, exact: str) -> Iterator[int]:
    place = text.find(exact)
    while place >= 0:
        yield place
        place = text.find(exact, place + 1)
