"""The open file: how it is opened and checked, transactions, and SQLite's complaints as `LibraryError`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from meipi_db import schema
from meipi_db.errors import (
    LibraryDamaged,
    LibraryError,
    LibraryFull,
    LibraryLocked,
    LibraryMissing,
    LibraryNewer,
    LibraryReadOnly,
    LibraryUnreachable,
    NotALibrary,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

BUSY_SECONDS = 5.0
"""How long to wait for another program's transaction."""

CHECKED_BYTES = 16 * 1024 * 1024
"""Up to this size a file is checked whole whenever it is opened; a larger one after a crash only."""

_MAGIC = b"SQLite format 3\0"

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
            kind = LibraryDamaged if "decode" in str(error) else None
        if kind is None:
            raise
        raise kind(path, str(error)) from error


class Connection:
    """One open library file. Reading needs nothing but sqlite3; the first write imports sqlite-utils."""

    def __init__(self, path: Path, sqlite: sqlite3.Connection, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self.newer = _version(sqlite) > schema.VERSION
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


def open_file(path: Path, *, read_only: bool) -> Connection:
    """Open the library, making it if there is none (not `read_only`). Raises the kinds of `LibraryError`.

    Everything is checked before anything is written. A library that can only be read is opened as one that
    nobody changes where SQLite cannot make its helper files beside it. One of a newer program is opened
    `read_only` alone.
    """
    new = _is_new(path)
    if new and read_only:
        raise LibraryMissing(path)
    if not new:
        with told(path), closing(_read_only(path)) as sqlite:
            new = _check(path, sqlite, newer_allowed=read_only)
            if read_only and _version(sqlite) < schema.VERSION:
                raise LibraryReadOnly(path, "an older library has to be written to before it can be read")
    if read_only:
        with told(path):
            return Connection(path, _read_only(path), read_only=True)
    if new:
        _make_folder(path)
    return _writable(path)


def open_empty() -> Connection:
    """A library in memory with nothing in it."""
    sqlite = _connect(":memory:")
    connection = Connection(Path(), sqlite, read_only=False)
    with connection.transaction():
        schema.migrate(connection.database)
    connection.read_only = True
    return connection


def _connect(address: str) -> sqlite3.Connection:
    """A connection whose transactions are ours alone (`isolation_level` None)."""
    sqlite = sqlite3.connect(address, timeout=BUSY_SECONDS, isolation_level=None, uri=True)
    sqlite.execute("PRAGMA foreign_keys = ON")
    return sqlite


def _is_new(path: Path) -> bool:
    """Whether there is no file yet, or an empty one. Raises `NotALibrary` for anything but a SQLite file."""
    try:
        if path.is_dir():
            raise NotALibrary(path, "a folder")
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except FileNotFoundError:
        return True
    except OSError as error:
        raise LibraryUnreachable(path, str(error)) from error
    if head and head != _MAGIC:
        raise NotALibrary(path, "no SQLite database")
    return not head


def _read_only(path: Path) -> sqlite3.Connection:
    """The existing file, to be read only; as an unchanging file where no -wal and -shm can be made."""
    address = path.absolute().as_uri()
    sqlite = _connect(f"{address}?mode=ro")
    try:
        sqlite.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        sqlite.close()
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
        return _connect(f"{address}?mode=ro&immutable=1")
    except BaseException:
        sqlite.close()
        raise
    return sqlite


def _version(sqlite: sqlite3.Connection) -> int:
    return int(sqlite.execute("PRAGMA user_version").fetchone()[0])


def _unknown_steps(sqlite: sqlite3.Connection) -> set[str]:
    """Steps applied to the file that this program does not know; sqlite-utils would pass over them."""
    rows = sqlite.execute(f"SELECT name FROM {schema.APPLIED} WHERE migration_set = ?", (schema.SET,))
    return {name for (name,) in rows} - {step.__name__ for step in schema.STEPS}


def _check(path: Path, sqlite: sqlite3.Connection, *, newer_allowed: bool) -> bool:
    """Look without writing: True for a database with nothing in it yet. Raises for what is not ours."""
    tables = {name for (name,) in sqlite.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    (application,) = sqlite.execute("PRAGMA application_id").fetchone()
    if application != schema.APPLICATION_ID:
        if application == 0 and not tables:
            return True
        raise NotALibrary(path, "a database of another program")
    if not newer_allowed and (_version(sqlite) > schema.VERSION or _unknown_steps(sqlite)):
        raise LibraryNewer(path)
    wal = path.with_name(path.name + "-wal")
    unclean = wal.exists() and wal.stat().st_size > 0
    if unclean or path.stat().st_size <= CHECKED_BYTES:
        (found,) = sqlite.execute("PRAGMA quick_check(1)").fetchone()
        if found != "ok":
            raise LibraryDamaged(path, found)
    return False


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except PermissionError as error:
        raise LibraryReadOnly(path, str(error)) from error
    except OSError as error:
        raise LibraryUnreachable(path, str(error)) from error


def _writable(path: Path) -> Connection:
    """The file, ready to write: checked, and with every step applied."""
    with told(path):
        sqlite = _connect(f"{path.absolute().as_uri()}?mode=rwc")
        connection = Connection(path, sqlite, read_only=False)
        try:
            sqlite.execute("PRAGMA journal_mode = WAL")
            sqlite.execute("PRAGMA synchronous = FULL")
            # SQLite opens a file that it may not write to without a word; asking for the right tells.
            with connection.transaction():
                if _version(sqlite) < schema.VERSION:
                    schema.migrate(connection.database)
        except BaseException:
            sqlite.close()
            raise
    return connection
