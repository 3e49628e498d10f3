"""Marks saved and loaded, beside the least that SQLite itself needs for it."""

from __future__ import annotations

import sqlite3
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.rows import Row
from tests.benchmarks.texts import of_length
from tests.benchmarks.timing import interleaved, p99

_LENGTH = 100_000
_MANY = 10_000
_ROUNDS = 60
_COLUMNS = 13
_INSERT = f"INSERT INTO mark VALUES (NULL{', ?' * _COLUMNS})"


def run() -> list[Row]:
    """One mark at a time into a file with an article, then ten thousand read back."""
    with TemporaryDirectory() as folder:
        return _measure(Path(folder))


def _measure(folder: Path) -> list[Row]:
    from meipi.workspace import Workspace, open_library

    text = of_length(_LENGTH)
    raw = _raw(folder / "raw.db")
    row = ("0" * 32, 1, 0, 12, text[:12], "", text[12:44], "zhu", "ground", "", *[""] * 3)
    with open_library(folder / "library.db") as library:
        library.prepare_writing()
        article = library.add_article(title="長文", text=text)
        workspace = Workspace(library)
        workspace.open_article(article.id)
        place = count(0, 7)

        def raw_mark() -> None:
            with raw:
                raw.execute(_INSERT, row)

        def stored_mark() -> None:
            start = next(place)
            library.add_mark(article.id, (start, start + 5), colour="zhu")

        def whole_mark() -> None:
            start = next(place)
            workspace.marking.highlight((start, start + 5), "zhu")

        raw_times, store_times, whole_times = interleaved([raw_mark, stored_mark, whole_mark], _ROUNDS, 5)
        with library.transaction():
            for number in range(_MANY - len(library.marks(article.id))):
                library.add_mark(article.id, (number, number + 5), colour="tian")
        with raw:
            raw.executemany(_INSERT, [row] * (_MANY - _ROUNDS - 5))
        loaded, raw_loaded = interleaved(
            [partial(library.marks, article.id), lambda: raw.execute("SELECT * FROM mark").fetchall()], 7
        )
    raw.close()
    committed = "sqlite3, one row committed"
    return [
        Row("a mark stored, median", median(store_times), "ms", committed, median(raw_times)),
        Row("a mark stored, p99", p99(store_times), "ms", committed, p99(raw_times)),
        Row(
            "a mark made in the workspace, undo and all, median",
            median(whole_times),
            "ms",
            committed,
            median(raw_times),
        ),
        Row(
            f"{_MANY:,} marks loaded as records",
            median(loaded),
            "ms",
            "sqlite3, the rows alone",
            median(raw_loaded),
        ),
    ]


def _raw(path: Path) -> sqlite3.Connection:
    """A file as ours, with nothing but the table."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(
        f"CREATE TABLE mark (id INTEGER PRIMARY KEY{''.join(f', c{n}' for n in range(_COLUMNS))})"
    )
    connection.commit()
    return connection
