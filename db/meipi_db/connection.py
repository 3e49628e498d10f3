"""The open file: reading, transactions, and SQLite's complaints as kinds of `LibraryError`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from meipi_db.errors import (
    LibraryDamaged,
    LibraryError,
    LibraryFull,
    LibraryLocked,
    LibraryReadOnly,
    LibraryUnreachable,
    NotALibrary,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

_KINDS: dict[int, type[LibraryError]] = {
    sqlite3.SQLITE_BUSY: LibraryLocked,
    sqlite3.SQLITE_LOCKED: LibraryLocked,
    sqlite3.SQLITE_FULL: LibraryFull,
    sqlite3.SQLITE_IOERR_WRITE: LibraryFull,  # over a quota or a limit: only "no space" itself is SQLITE_FULL
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
        if code is not None:
            kind = _KINDS.get(code) or _KINDS.get(code & 0xFF)
        else:  # Python's own error has no code: the bytes of a text are no UTF-8
            kind = LibraryDamaged if "decode to UTF-8" in str(error) else None
        if kind is None:
            raise
        raise kind(path, str(error)) from error


class Connection:
    """One open library file. Reading needs nothing but sqlite3; the first write imports sqlite-utils."""

    def __init__(
        self, path: Path, sqlite: sqlite3.Connection, *, read_only: bool, newer: bool = False
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.newer = newer
        """Whether a newer program has changed the form of the file: what we ask for may not be there."""
        self._sqlite = sqlite
        sqlite.row_factory = sqlite3.Row

    @cached_property
    def database(self) -> Database:
        """The connection as sqlite-utils has it; use it inside `transaction()`."""
        from sqlite_utils import Database

        return Database(self._sqlite, execute_plugins=False)

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[sqlite3.Row]:
        """The rows of one statement."""
        with told(self.path):
            return self._sqlite.execute(sql, parameters).fetchall()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, committed at the end; one inside another joins it, as a savepoint.

        It takes the right to write at once (`BEGIN IMMEDIATE`): a transaction that begins by reading and then
        writes would fail without waiting if another program wrote in between.
        """
        if self.read_only:
            raise LibraryReadOnly(self.path)
        with told(self.path):
            if self._sqlite.in_transaction:
                with self.database.atomic():
                    yield
                return
            self._sqlite.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._sqlite.execute("COMMIT")
            except BaseException:
                if self._sqlite.in_transaction:  # a full disk makes SQLite roll back by itself
                    self._sqlite.execute("ROLLBACK")
                raise

    def update(self, table: str, key: int, row: dict[str, Any]) -> None:
        """Overwrite these columns of the row; KeyError if there is none. Use it inside `transaction()`."""
        from sqlite_utils.db import NotFoundError

        try:
            self.database.table(table).update(key, row)
        except NotFoundError as error:
            raise KeyError(key) from error

    def close(self) -> None:
        with told(self.path):
            self._sqlite.close()
