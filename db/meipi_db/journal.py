"""What was done in a library, to be undone in a later session: the table `journal`.

A row is one step, written in the transaction of the step itself. It is never in the way of one: what is too
large for it, or cannot be written because the table is damaged, is not kept here, and its session keeps it in
memory. What a row says of the records themselves (`images`) is read when it is undone.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import NamedTuple

from meipi_db.connection import Connection
from meipi_db.errors import LibraryDamaged
from meipi_db.images import Trace
from meipi_db.records import now

LIMIT = 500
"""So many steps are kept,"""

DAYS = 30
"""of so many days,"""

LARGEST = 8 * 1024 * 1024
"""each of so many bytes at most, compressed,"""

ALL = 64 * 1024 * 1024
"""and so many together."""

_PASSED = -1
"""`done` of a step before one that is not kept: only the session that made it can still undo it."""


class Place(NamedTuple):
    """A row. Its time too: the number of one that is gone may be another's."""

    id: int
    made: str


class Told(NamedTuple):
    """What is known of a step without its records."""

    source: str
    """What it is called, before it is translated,"""
    filled: dict[str, str]
    """and what stands in the braces of that, by name."""
    kinds: frozenset[str]
    article_id: int | None
    mark_id: int | None


class Entry(NamedTuple):
    """A step that can be undone (`done`) or done again."""

    place: Place
    told: Told
    done: bool
    state: str
    """What its records are, as `traces.state` tells."""


class Journal:
    """The steps kept in one open library. Methods that write are used inside `transaction()`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def entries(self) -> list[Entry]:
        """All that can be undone or done again, the oldest first. None if they cannot be read, and none of a
        library that can only be read."""
        if self._connection.read_only:
            return []
        try:
            rows = self._connection.rows(
                "SELECT id, made, text, kinds, article_id, mark_id, done, state FROM journal"
                f" WHERE done <> {_PASSED} AND made >= ? ORDER BY id DESC LIMIT {LIMIT}",
                (_oldest(),),
            )
        except LibraryDamaged:
            return []
        return [entry for row in reversed(rows) for entry in _entries(row)]

    def trace(self, place: Place) -> Trace | None:
        """The records of a step; None if it is not here any more, or cannot be read."""
        try:
            rows = self._connection.rows("SELECT content FROM journal WHERE id = ? AND made = ?", place)
            return Trace.unpacked(rows[0]["content"]) if rows else None
        except (LibraryDamaged, ValueError):
            return None

    def keep(self, place: Place | None, told: Told, trace: Trace, state: str, *, done: bool) -> Place | None:
        """Keep a step, in the place of an earlier form of it if it has one. The result is its place now; None
        if it cannot be kept: then no session but this can undo it, nor what was done before."""
        content = trace.packed()
        made = place.made if place else now()
        row = (int(done), made, state, *_columns(told), len(content), content)
        if len(content) <= LARGEST:
            with self._trying():
                if place is None or not self._there(place):
                    place = None
                ((id_,),) = self._connection.rows(
                    "INSERT OR REPLACE INTO journal (id, done, made, state, text, kinds, article_id, mark_id,"
                    " length, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                    (place.id if place else None, *row),
                )
                self._bound(id_)
                return Place(id_, made)
        self.pass_over(place)
        return None

    def turn(self, place: Place, state: str, *, done: bool) -> None:
        """Say that a step is undone now, or done again, if it is here."""
        with self._trying():
            self._connection.rows(
                "UPDATE journal SET done = ?, state = ? WHERE id = ? AND made = ?",
                (int(done), state, *place),
            )

    def forget(self, place: Place, state: str) -> None:
        """Let go of a step, unless another session has done or undone it since it was left in that state."""
        with self._trying():
            self._connection.rows(
                "DELETE FROM journal WHERE id = ? AND made = ? AND state = ?", (*place, state)
            )

    def pass_over(self, place: Place | None = None) -> None:
        """A step that is not kept here, any more if it had a place, was done or done again."""
        with self._trying():
            if place is not None:
                self._connection.rows("DELETE FROM journal WHERE id = ? AND made = ?", place)
            self._connection.rows(f"UPDATE journal SET done = {_PASSED} WHERE done = 1")

    def prune(self) -> None:
        """Let go of what is too old."""
        with self._trying():
            self._connection.rows("DELETE FROM journal WHERE made < ?", (_oldest(),))

    def _there(self, place: Place) -> bool:
        return bool(self._connection.rows("SELECT 1 FROM journal WHERE id = ? AND made = ?", place))

    def _bound(self, written: int) -> None:
        """Let go of the oldest steps but the one just written, where there are too many of them or they are
        too large."""
        self._connection.rows("DELETE FROM journal WHERE id <= ?", (written - LIMIT,))
        ((total,),) = self._connection.rows("SELECT sum(length) FROM journal")
        if total <= ALL:
            return
        asked = "SELECT id, length FROM journal WHERE id <> ? ORDER BY id"
        for id_, length in self._connection.rows(asked, (written,)):
            if total > ALL:
                self._connection.rows("DELETE FROM journal WHERE id = ?", (id_,))
                total -= length

    @contextmanager
    def _trying(self) -> Iterator[None]:
        """Damage of the journal is no reason to refuse what the reader does."""
        self._connection.rows("SAVEPOINT journal")
        try:
            yield
        except LibraryDamaged:
            self._connection.rows("ROLLBACK TO journal")
        self._connection.rows("RELEASE journal")


def _entries(row: sqlite3.Row) -> Iterator[Entry]:
    """The row as an entry; none if what it says makes no sense."""
    try:
        match json.loads(row["text"]):
            case [str(source), dict(filled)] if all(isinstance(each, str) for each in filled.values()):
                kinds = frozenset(row["kinds"].split())
                told = Told(source, filled, kinds, row["article_id"], row["mark_id"])
                yield Entry(Place(row["id"], row["made"]), told, bool(row["done"]), row["state"])
    except ValueError:
        return


def _columns(told: Told) -> tuple[object, ...]:
    text = json.dumps((told.source, told.filled), ensure_ascii=False)
    return text, " ".join(sorted(told.kinds)), told.article_id, told.mark_id


def _oldest() -> str:
    """The time before which a step is too old."""
    return (datetime.fromisoformat(now()) - timedelta(DAYS)).isoformat(timespec="microseconds")
