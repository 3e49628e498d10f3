"""What SQLite says of a file as a whole, its index for searching left aside: that can be made anew."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

_ABOUT_INDEX = "inverted index for FTS5 table"


class Complaints(NamedTuple):
    """What is wrong; nothing if all is whole."""

    of_file: list[str]
    of_index: list[str]


def complaints(sqlite: sqlite3.Connection, most: int) -> Complaints:
    """What is wrong with the file, at most so many things, and what with its index."""
    # One more than is asked for: that of the index may be the first.
    told = [row[0] for row in sqlite.execute(f"PRAGMA integrity_check({most + 1})") if row[0] != "ok"]
    of_file = [each for each in told if _ABOUT_INDEX not in each]
    return Complaints(of_file[:most], [each for each in told if _ABOUT_INDEX in each])


def quick_complaint(sqlite: sqlite3.Connection) -> str:
    """Something that is wrong with the file, "" if nothing is; quicker, and without the order of its indexes.

    A file that has an index for searching is looked at table by table: else SQLite would read all of that
    index, which takes fifty times as long as the rest.
    """
    virtual = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL %'"
    if not sqlite.execute(virtual).fetchone():
        return _first(sqlite.execute("PRAGMA quick_check(1)"))
    tables = sqlite.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL %'"
    ).fetchall()
    each = (_first(sqlite.execute(f"PRAGMA quick_check('{name}')")) for (name,) in tables)
    return next(filter(None, each), "")


def _first(told: sqlite3.Cursor) -> str:
    (found,) = told.fetchone()
    return "" if found == "ok" else str(found)
