"""Opening the file of a library: what it is, checked before a byte of it is written, and its settings."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from meipi_db import integrity, schema
from meipi_db.connection import Connection, told
from meipi_db.errors import (
    LibraryDamaged,
    LibraryMissing,
    LibraryNewer,
    LibraryReadOnly,
    LibraryUnreachable,
    NotALibrary,
)

BUSY_SECONDS = 5.0
"""How long to wait for another program's transaction."""

CHECKED_BYTES = 16 * 1024 * 1024
"""Up to this size a file is checked whole whenever it is opened; a larger one after a crash only."""

_MAGIC = b"SQLite format 3\0"


def open_file(path: Path, *, read_only: bool) -> Connection:
    """Open the library, making it if there is none (not `read_only`). Raises the kinds of `LibraryError`.

    Everything is checked before anything is written. A library that can only be read is opened as one that
    nobody changes where SQLite cannot make its helper files beside it. One of a newer program is opened
    `read_only` alone.
    """
    new = is_new(path)
    if new and read_only:
        raise LibraryMissing(path)
    if not new:
        with told(path), closing(reading(path)) as sqlite:
            new = check_whole(path, sqlite, newer_allowed=read_only)
            if read_only and version(sqlite) < schema.VERSION:
                raise LibraryReadOnly(path, "an older library has to be written to before it can be read")
    if read_only:
        with told(path):
            sqlite = reading(path)
            return Connection(path, sqlite, read_only=True, newer=version(sqlite) > schema.VERSION)
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


def is_new(path: Path) -> bool:
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


def reading(path: Path) -> sqlite3.Connection:
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


def version(sqlite: sqlite3.Connection) -> int:
    return int(sqlite.execute("PRAGMA user_version").fetchone()[0])


def _unknown_steps(sqlite: sqlite3.Connection) -> set[str]:
    """Steps applied to the file that this program does not know; sqlite-utils would pass over them."""
    rows = sqlite.execute(f"SELECT name FROM {schema.APPLIED} WHERE migration_set = ?", (schema.SET,))
    return {name for (name,) in rows} - {step.__name__ for step in schema.STEPS}


def check_ours(path: Path, sqlite: sqlite3.Connection) -> bool:
    """Look without writing: True for a database with nothing in it yet. `NotALibrary` for one of others."""
    tables = sqlite.execute("SELECT 1 FROM sqlite_master WHERE type = 'table'").fetchone()
    (application,) = sqlite.execute("PRAGMA application_id").fetchone()
    if application == schema.APPLICATION_ID:
        return False
    if application == 0 and not tables:
        return True
    raise NotALibrary(path, "a database of another program")


def check_whole(path: Path, sqlite: sqlite3.Connection, *, newer_allowed: bool) -> bool:
    """As `check_ours`. Raises also for a library that is newer or damaged."""
    if check_ours(path, sqlite):
        return True
    if not newer_allowed and (version(sqlite) > schema.VERSION or _unknown_steps(sqlite)):
        raise LibraryNewer(path)
    wal = path.with_name(path.name + "-wal")
    unclean = wal.exists() and wal.stat().st_size > 0
    if unclean or path.stat().st_size <= CHECKED_BYTES:
        found = integrity.quick_complaint(sqlite)
        if found:
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
    """The file, ready to write, every step applied. `LibraryReadOnly` if it or its folder forbid that."""
    try:
        with told(path):
            sqlite = _connect(f"{path.absolute().as_uri()}?mode=rwc")
            try:
                sqlite.execute("PRAGMA journal_mode = WAL")
                sqlite.execute("PRAGMA synchronous = FULL")
                connection = Connection(path, sqlite, read_only=False)
                if version(sqlite) < schema.VERSION:
                    if version(sqlite) > 0:
                        from meipi_db import backups  # a start without an upgrade has no use for it

                        backups.make(path, "upgrade")
                    with (
                        connection.transaction()
                    ):  # another program may be making it as well: steps are looked up
                        schema.migrate(connection.database)
                else:
                    _try_writing(sqlite)
            except BaseException:
                sqlite.close()
                raise
    except LibraryUnreachable as error:  # it was read a moment ago, or its folder made
        raise LibraryReadOnly(path, error.detail) from error
    return connection


def _try_writing(sqlite: sqlite3.Connection) -> None:
    """Write and take it back: SQLite opens a file that it may not write to without a word."""
    sqlite.execute("BEGIN IMMEDIATE")
    try:
        sqlite.execute(f"PRAGMA user_version = {schema.VERSION}")
    finally:
        sqlite.execute("ROLLBACK")
