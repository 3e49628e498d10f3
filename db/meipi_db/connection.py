"""The open file: reading, transactions, and SQLite's complaints as kinds of `LibraryError`."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from meipi_db import schema
from meipi_db.errors import (
    LibraryDamaged,
    LibraryError,
    LibraryFull,
    LibraryLocked,
    LibraryNewer,
    LibraryReadOnly,
    LibraryUnreachable,
    NotALibrary,
)
from meipi_db.images import NEW, Key, Row, Trace

if TYPE_CHECKING:
    from sqlite_utils import Database

_KINDS: dict[int, type[LibraryError]] = {
    sqlite3.SQLITE_BUSY: LibraryLocked,
    sqlite3.SQLITE_LOCKED: LibraryLocked,
    sqlite3.SQLITE_FULL: LibraryFull,
    sqlite3.SQLITE_IOERR_WRITE: LibraryFull,  # over a quota or a limit: only "no space" itself is SQLITE_FULL
    sqlite3.SQLITE_IOERR_SHMSIZE: LibraryFull,  # the same for the index that SQLite makes beside the file
    sqlite3.SQLITE_READONLY: LibraryReadOnly,
    sqlite3.SQLITE_PERM: LibraryReadOnly,
    sqlite3.SQLITE_CORRUPT: LibraryDamaged,
    sqlite3.SQLITE_NOTADB: NotALibrary,
    sqlite3.SQLITE_CANTOPEN: LibraryUnreachable,
    sqlite3.SQLITE_IOERR: LibraryUnreachable,
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise what SQLite says of the world as a `LibraryError`; what it says of our SQL stays as it is."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", None)
        kind: type[LibraryError] | None
        if "unsupported file format" in str(error):  # a number in the head that SQLite has no code for
            kind = LibraryDamaged
        elif code is not None:
            kind = _KINDS.get(code) or _KINDS.get(code & 0xFF)
        else:  # Python's own error has no code: the bytes of a text are no UTF-8
            kind = LibraryDamaged if "decode to UTF-8" in str(error) else None
        if kind is None:
            raise
        raise kind(path, str(error)) from error


class Follower(Protocol):
    """What keeps in step with the changes of a connection, within their transactions."""

    def begin(self) -> None:
        """A transaction has begun."""

    def finish(self) -> None:
        """All of it is written and will be committed."""


class Connection:
    """One open library file. Reading needs nothing but sqlite3; the first write imports sqlite-utils."""

    def __init__(
        self, path: Path, sqlite: sqlite3.Connection, *, read_only: bool, newer: bool = False
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.newer = newer
        """Whether a newer program has changed the form of the file: what we ask for may not be there."""
        self.follower: Follower | None = None
        self._sqlite = sqlite
        self._trace: Trace | None = None
        sqlite.row_factory = sqlite3.Row
        with told(path):
            (self._data_version,) = sqlite.execute("PRAGMA data_version").fetchone()

    @cached_property
    def database(self) -> Database:
        """The connection as sqlite-utils has it; use it inside `transaction()`."""
        from sqlite_utils import Database

        return Database(self._sqlite, execute_plugins=False)

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[sqlite3.Row]:
        """The rows of one statement."""
        with self._told():
            return self._sqlite.execute(sql, parameters).fetchall()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """As `told`; a table or column that is missing is damage if the file has not the form of ours."""
        try:
            with told(self.path):
                yield
        except sqlite3.OperationalError as error:
            if not self.newer and "no such" in str(error) and not self._is_of_our_form():
                raise LibraryDamaged(self.path, str(error)) from error
            raise

    def _is_of_our_form(self) -> bool:
        from meipi_db import opening

        with closing(opening.open_empty()) as empty:
            return self._form() == empty._form()

    def _form(self) -> set[tuple[str, str]]:
        """Each table with each of its columns, but those of a backup's own and of the index."""
        asked = (
            "SELECT tables.name, columns.name FROM sqlite_master AS tables, pragma_table_info(tables.name)"
            " AS columns WHERE tables.type = 'table' AND tables.name <> 'backup'"
            f" AND tables.name NOT GLOB '{schema.INDEX}*'"
        )
        return {(table, column) for table, column in self._sqlite.execute(asked)}

    def unpacked(self, data: bytes) -> bytes:
        """What was kept compressed; `LibraryDamaged` if it cannot be read any more."""
        try:
            return zlib.decompress(data)
        except zlib.error as error:
            raise LibraryDamaged(self.path, str(error)) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, committed at the end; one inside another joins it, as a savepoint.

        It takes the right to write at once (`BEGIN IMMEDIATE`): a transaction that begins by reading and then
        writes would fail without waiting if another program wrote in between.
        """
        if self.read_only:
            raise LibraryReadOnly(self.path)
        with self._told():
            if self._sqlite.in_transaction:
                with self.database.atomic():
                    yield
                return
            self._sqlite.execute("BEGIN IMMEDIATE")
            try:
                self._refuse_newer()
                if self.follower:
                    self.follower.begin()
                yield
                if self.follower:
                    self.follower.finish()
                self._sqlite.execute("COMMIT")
            except BaseException:
                if self._sqlite.in_transaction:  # a full disk makes SQLite roll back by itself
                    self._sqlite.execute("ROLLBACK")
                raise

    def _refuse_newer(self) -> None:
        """A newer program may have changed the form of the file since it was opened; then it is only read."""
        (form,) = self._sqlite.execute("PRAGMA user_version").fetchone()
        if form > schema.VERSION:
            self.newer = self.read_only = True
            raise LibraryNewer(self.path)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read one state of the library, whatever others write meanwhile."""
        with self._told():
            if self._sqlite.in_transaction:
                yield
                return
            self._sqlite.execute("BEGIN")
            try:
                yield
            finally:
                if self._sqlite.in_transaction:
                    self._sqlite.execute("ROLLBACK")

    @contextmanager
    def rehearsal(self) -> Iterator[None]:
        """A transaction that is taken back whatever happens: to see what it would do."""
        if self.read_only:
            raise LibraryReadOnly(self.path)
        with self._told():
            self._sqlite.execute("BEGIN IMMEDIATE")
            try:
                yield
            finally:
                if self._sqlite.in_transaction:
                    self._sqlite.execute("ROLLBACK")

    def take_from(self, source: sqlite3.Connection) -> None:
        """Become a copy of what is open there."""
        source.backup(self._sqlite)

    def changed_outside(self) -> bool:
        """Whether another connection has changed the file since this was last asked."""
        ((now,),) = self.rows("PRAGMA data_version")
        before, self._data_version = self._data_version, now
        return bool(now != before)

    @contextmanager
    def traced(self) -> Iterator[Trace]:
        """The records that are written within, as they are written."""
        trace = Trace()
        outer, self._trace = self._trace, trace
        try:
            yield trace
        finally:
            self._trace = outer

    @property
    def is_traced(self) -> bool:
        """Whether anybody asks what is written."""
        return self._trace is not None

    def note(self, table: str, column: str, value: int | str) -> None:
        """Say for `traced` that a record is written, of which nothing has to be put back."""
        if self._trace is not None:
            self._trace.keys.add(Key(table, column, value))

    def record(
        self, table: str, column: str, value: int | str, before: Row | None, after: Row | None
    ) -> None:
        """Say for `traced` what a record was and is; `insert` and `update` do so themselves."""
        if self._trace is not None:
            self._trace.add(Key(table, column, value), before, after)

    def leave_out(self, table: str, key: int, columns: Sequence[str]) -> None:
        """Say for `traced` that it need not keep what these columns of a row were: another row has it."""
        if self._trace is not None:
            self._trace.leave_out(Key(table, "id", key), columns)

    def insert(self, table: str, row: Mapping[str, Any]) -> int:
        """Write a new row; its rowid. Use it inside `transaction()`.

        Told to `traced` are the records of the reader alone. What belongs to one stays with it when it is put
        away, or is told by who writes it.
        """
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" * len(row))
        with self._told():
            done = self._sqlite.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", (*row.values(),))
        assert done.lastrowid is not None
        if table in NEW:
            key = NEW[table]
            self.record(table, key, row.get(key, done.lastrowid), None, dict(row))
        return done.lastrowid

    def update(self, table: str, key: int | str, row: Mapping[str, Any], *, name: str = "id") -> None:
        """Overwrite these columns of the row; KeyError if there is none. Use it inside `transaction()`.

        Plain SQL: sqlite-utils would read the row first, and there may be ten thousand to write.
        """
        before: Row = {}
        if self._trace is not None:
            read = ", ".join(f'{table}."{column}"' for column in row)
            for (*values,) in self.rows(f"SELECT {read} FROM {table} WHERE {name} = ?", (key,)):
                before = dict(zip(row, values, strict=True))
        columns = ", ".join(f'"{column}" = ?' for column in row)
        with self._told():
            done = self._sqlite.execute(
                f"UPDATE {table} SET {columns} WHERE {name} = ?", (*row.values(), key)
            )
        if done.rowcount == 0:
            raise KeyError(key)
        if self._trace is not None:
            other = [column for column in row if before[column] != row[column]]
            then, now = ({column: each[column] for column in other} for each in (before, row))
            self.record(table, name, key, then, now)

    def close(self) -> None:
        with told(self.path):
            self._sqlite.close()
