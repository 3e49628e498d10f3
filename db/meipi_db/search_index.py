"""The index for searching, and how it follows what it is of.

Triggers of the schema put down every article and note that a change touches as due, in the transaction of
the change, whatever makes it: undo, a union, a salvage, another program. When a transaction ends in which
little has become due, the index takes it up before it is committed. What is more, such as a book or all of a
library that is upgraded, stays due, is looked through without an index meanwhile (`search`), and is taken up
in steps by whoever has the time (`Index.take_up`). So what is found never hangs on what the index has.

It is a table of FTS5 without the texts, which stand in their own tables. An entry is an article (twice its
id) or a note (twice the id of its mark, and one).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from meipi_db.connection import Connection
from meipi_db.errors import LibraryDamaged
from meipi_db.schema import INDEX
from meipi_db.search_language import Language

if TYPE_CHECKING:
    from meipi_db.search import Search

AT_ONCE = 100_000
"""So many code points are taken up at the end of the transaction in which they become due; some 50 ms."""

STEP = 150_000
"""So many, and one entry more, in one transaction of `Index.take_up`: others wait no longer to write."""

COLUMNS = ("title", "text", "note")
"""Each is there twice: as it is written, and as it sounds."""

_OLDEST = (3, 43)
_MADE = (
    f"CREATE VIRTUAL TABLE {INDEX} USING fts5"
    f" ({', '.join(COLUMNS)}, {', '.join(f'{name}_sounding' for name in COLUMNS)},"
    # “ascii” takes every character beyond ASCII for one of a word, and parts words at spaces.
    " content='', contentless_delete=1, tokenize='ascii')"
)
_WRITE = (
    f"INSERT INTO {INDEX} (rowid, title, text, note, title_sounding, text_sounding, note_sounding)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)


class Progress(NamedTuple):
    """How far the index is."""

    done: int
    """Code points taken up,"""
    due: int
    """and those that still are to be."""


class Index:
    """The index of one open library. Its methods raise the kinds of `LibraryError`."""

    def __init__(self, connection: Connection, language: Callable[[], Language]) -> None:
        self._connection, self._language = connection, language
        self._before = 0
        self.damaged = False
        """Whether SQLite could not read it: it is no longer used, until it is made anew."""

    @property
    def possible(self) -> bool:
        """Whether this SQLite can have one."""
        return is_possible()

    def search(self, query: str) -> Search:
        """A query to the library."""
        from meipi_db.search import Search

        return Search(self._connection, self, self._language(), query)

    def begin(self) -> None:
        """A transaction has begun."""
        self._before = self._last() if self.possible else 0

    def finish(self) -> None:
        """A transaction is going to be committed: take up what has become due in it, if that is little."""
        if not self.possible or self.damaged or self._last() <= self._before:
            return
        rows = self._connection.rows("SELECT entry, length FROM search_due WHERE id > ?", (self._before,))
        if sum(row["length"] for row in rows) > AT_ONCE:
            return
        form = self._form()
        if form is None:
            self._make()
        elif form != self._language().form:
            return
        self._connection.rows("SAVEPOINT search")
        try:
            self._take_up([row["entry"] for row in rows])
        except LibraryDamaged:  # no reason to refuse what the reader writes
            self._connection.rows("ROLLBACK TO search")
        self._connection.rows("RELEASE search")

    def is_usable(self) -> bool:
        """Whether there is an index, of the form that is asked for, that can be read."""
        return self.possible and not self.damaged and self._form() == self._language().form

    def due(self) -> list[int]:
        """The entries that the index has not, or has as they were before."""
        return [row["entry"] for row in self._connection.rows("SELECT entry FROM search_due")]

    def is_behind(self) -> bool:
        """Whether anything is due; a quick look, for which no language is needed."""
        return self.possible and bool(self._connection.rows("SELECT 1 FROM search_due LIMIT 1"))

    def due_length(self) -> int:
        """How many code points are due; 0 where no index is possible."""
        if not self.possible:
            return 0
        ((total,),) = self._connection.rows("SELECT ifnull(sum(length), 0) FROM search_due")
        return int(total) if self._form() == self._language().form else int(total) + 1

    def take_up(self, told: Callable[[Progress], bool] = lambda _progress: True) -> bool:
        """Take up all that is due, in transactions of `STEP` code points; `told` after each how far it is.

        Ends early, and with False, when `told` answers False. Where no index is possible there is nothing to
        do.
        """
        if not self.possible:
            return True
        done = 0
        with self._connection.transaction():
            if self._form() != self._language().form:
                self.forget()
                self._make()
        while True:
            with self._connection.transaction():
                entries, length = self._next()
                self._take_up(entries)
                left = self.due_length()
            done += length
            if not told(Progress(done, left)):
                return not left
            if not entries:
                return True

    def remake(self) -> None:
        """Let go of an index that is damaged; `take_up` makes it anew."""
        with self._connection.transaction():
            self.forget()

    def forget(self) -> None:
        """Let go of the index: all is due again. Use it inside `transaction()`."""
        self._connection.rows(f"DROP TABLE IF EXISTS {INDEX}")
        self._connection.rows("DELETE FROM search_form")
        self._connection.rows("DELETE FROM search_due")
        self._connection.rows(
            "INSERT INTO search_due (entry, length) SELECT id * 2, length FROM article"
            " UNION ALL SELECT id * 2 + 1, length(note) FROM mark WHERE note <> ''"
        )
        self.damaged = False

    def matching(self, expression: str) -> list[int]:
        """The entries that an expression of FTS5 fits. `LibraryDamaged` if the index cannot be read; it is
        not used any more then."""
        try:
            found = self._connection.rows(f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH ?", (expression,))
        except LibraryDamaged:
            self.damaged = True
            raise
        return [row[0] for row in found]

    def _last(self) -> int:
        ((last,),) = self._connection.rows("SELECT ifnull(max(id), 0) FROM search_due")
        return int(last)

    def _form(self) -> str | None:
        for row in self._connection.rows("SELECT form FROM search_form"):
            return str(row["form"])
        return None

    def _make(self) -> None:
        self._connection.rows(_MADE)
        self._connection.rows("INSERT INTO search_form (form) VALUES (?)", (self._language().form,))

    def _next(self) -> tuple[list[int], int]:
        entries, total = [], 0
        for row in self._connection.rows("SELECT entry, length FROM search_due ORDER BY id LIMIT 5000"):
            entries.append(row["entry"])
            total += row["length"]
            if total >= STEP:
                break
        return entries, total

    def _take_up(self, entries: Sequence[int]) -> None:
        """Write the entries as they are now, and let go of those that are no more."""
        try:
            for entry in entries:
                self._connection.rows(f"DELETE FROM {INDEX} WHERE rowid = ?", (entry,))
                for columns in self._columns(entry):
                    self._connection.rows(_WRITE, (entry, *columns))
                self._connection.rows("DELETE FROM search_due WHERE entry = ?", (entry,))
        except LibraryDamaged:
            self.damaged = True
            raise

    def _columns(self, entry: int) -> Iterable[tuple[str, ...]]:
        words = self._language().words
        if entry % 2:
            for row in self._connection.rows(
                "SELECT note FROM mark WHERE id = ? AND note <> ''", (entry // 2,)
            ):
                note = words(row["note"])
                yield "", "", note.written, "", "", note.sounding
        else:
            for row in self._connection.rows("SELECT title, text FROM article WHERE id = ?", (entry // 2,)):
                title, text = words(row["title"]), words(row["text"])
                yield title.written, text.written, "", title.sounding, text.sounding, ""


@cache
def is_possible() -> bool:
    """Whether this SQLite has what the index needs."""
    if sqlite3.sqlite_version_info < _OLDEST:
        return False
    with closing(sqlite3.connect(":memory:")) as sqlite:
        return ("ENABLE_FTS5",) in sqlite.execute("PRAGMA compile_options").fetchall()
