"""Whole copies of a library in a folder beside it, and how many of them are kept.

A copy is made by SQLite's backup API from one state of the library, whatever is written meanwhile, on a
connection of its own. It gets its name only when it is whole and on the disk: nothing less ever takes the
place of an older one, and only then older ones are let go.

Names begin with a number that only grows: their order does not hang on the clock, which may be set back.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from time import time
from typing import Literal, NamedTuple
from uuid import uuid4

from meipi_db import integrity, opening
from meipi_db.connection import told
from meipi_db.errors import (
    BackupFull,
    BackupRefused,
    LibraryDamaged,
    LibraryError,
    LibraryFull,
    LibraryMissing,
    LibraryUnreachable,
    NotALibrary,
)
from meipi_db.records import now

Reason = Literal["daily", "upgrade", "import", "restore"]
"""Why a backup was made: because it is another day, or before something that changes much."""

DAYS = 7
"""Of so many days the last daily backup is kept,"""

WEEKS = 4
"""and of so many weeks."""

EACH = 4
"""Of the backups made before something, so many for each reason."""

_NAME = re.compile(r"(\d+)-(\d{4}-\d\d-\d\d)-(daily|upgrade|import|restore)\.db")
_LEFT_OVER = re.compile(r"\..*\.[0-9a-f]{32}\.tmp(-journal)?")
_LEFT_OVER_SECONDS = 24 * 3600


class Backup(NamedTuple):
    """One backup in the folder of a library."""

    path: Path
    number: int
    day: date
    """Of the place where it was made, by its clock."""
    reason: str


def folder_of(library: Path) -> Path:
    """Where the backups of a library lie, whether there are any or not."""
    return library.with_name(f"{library.stem}-backups")


def found(library: Path) -> list[Backup]:
    """The backups of the library, the newest first; none where the folder is missing or cannot be read."""
    backups = []
    try:
        names = os.listdir(folder_of(library))
    except OSError:
        return []
    for name in names:
        parts = _NAME.fullmatch(name)
        if parts is None:
            continue
        try:
            day = date.fromisoformat(parts[2])
        except ValueError:
            continue
        backups.append(Backup(folder_of(library) / name, int(parts[1]), day, parts[3]))
    return sorted(backups, key=lambda backup: backup.number, reverse=True)


def due(library: Path, today: date | None = None) -> bool:
    """Whether the newest daily backup is of another day, or there is none."""
    daily = next((backup for backup in found(library) if backup.reason == "daily"), None)
    return daily is None or daily.day != (today or _today())


def make(library: Path, reason: Reason, today: date | None = None) -> Path:
    """Make a backup and let go of those that are no longer kept; the path of the new one.

    Raises `BackupFull` or `BackupRefused` if it cannot be written, else what reading the library raises:
    `LibraryDamaged` too, since a copy of a damaged library would push out whole ones.
    """
    folder = folder_of(library)
    with _writing(folder):
        folder.mkdir(exist_ok=True)
    number = max((backup.number for backup in found(library)), default=0) + 1
    target = folder / f"{number:04d}-{today or _today()}-{reason}.db"
    copy(library, target)
    with suppress(OSError):  # one too many is no fault
        for backup in _no_longer_kept(found(library)):
            backup.path.unlink(missing_ok=True)
        _clear_left_over(folder)
    return target


def copy(library: Path, target: Path) -> None:
    """Write a whole copy of the library to `target`, in the place of an older copy if there is one.

    Raises as `make`; `BackupRefused` also where something other than a library has that name.
    """
    if opening.is_new(library):
        raise LibraryMissing(library)
    _refuse_others(library, target)
    temporary = target.with_name(f".{target.name}.{uuid4().hex}.tmp")
    try:
        with told(library):
            source = opening.reading(library)
        with closing(source):
            with told(library):
                opening.check_ours(library, source)
            with _writing(target):
                _copy(source, temporary, library, target)
                os.replace(temporary, target)
                sync_folder(target.parent)
    finally:
        for left in (temporary, temporary.with_name(temporary.name + "-journal")):
            left.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Let a new name reach the disk too, where the system can open a folder."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _today() -> date:
    return datetime.now().astimezone().date()


def _copy(source: sqlite3.Connection, temporary: Path, library: Path, target: Path) -> None:
    """Damage is the library's, all else that SQLite complains of the target's."""
    try:
        with told(target), closing(sqlite3.connect(temporary, isolation_level=None)) as copied:
            source.backup(copied)
            # One file that needs no helpers: it may lie on a disk that is read-only later.
            copied.execute("PRAGMA journal_mode = DELETE")
            copied.execute("PRAGMA synchronous = FULL")
            copied.execute("BEGIN IMMEDIATE")
            # By it a union knows what was changed in the copy after it was made.
            copied.execute("CREATE TABLE IF NOT EXISTS backup (made TEXT NOT NULL) STRICT")
            copied.execute("INSERT INTO backup (made) VALUES (?)", (now(),))
            copied.execute("COMMIT")
            wrong = integrity.complaints(copied, 1).of_file
    except (LibraryDamaged, NotALibrary) as error:
        raise LibraryDamaged(library, error.detail) from error
    if wrong:
        raise LibraryDamaged(library, wrong[0])


def _refuse_others(library: Path, target: Path) -> None:
    """Raise `BackupRefused` unless the target is free or an older copy."""
    try:
        if target.exists() and target.samefile(library):
            raise BackupRefused(target, "the library itself")
        if not opening.is_new(target):
            with told(target), closing(opening.reading(target)) as sqlite:
                opening.check_ours(target, sqlite)
    except OSError as error:
        raise BackupRefused(target, str(error)) from error
    except (NotALibrary, LibraryDamaged, LibraryUnreachable) as error:
        raise BackupRefused(target, error.detail) from error


@contextmanager
def _writing(target: Path) -> Iterator[None]:
    """What goes wrong with the place of the copy, as a kind of its own."""
    try:
        yield
    except OSError as error:
        raise BackupRefused(target, str(error)) from error
    except LibraryFull as error:
        raise BackupFull(target, error.detail) from error
    except LibraryError as error:
        if error.path != target:
            raise
        raise BackupRefused(target, error.detail) from error


def _no_longer_kept(backups: list[Backup]) -> list[Backup]:
    """Of all backups, the newest first, those that there are enough newer ones of."""
    days: set[date] = set()
    weeks: set[tuple[int, int]] = set()
    before: dict[str, int] = {}
    gone = []
    for backup in backups:
        if backup.reason != "daily":
            before[backup.reason] = before.get(backup.reason, 0) + 1
            if before[backup.reason] > EACH:
                gone.append(backup)
            continue
        week = backup.day.isocalendar()[:2]
        kept = (backup.day not in days and len(days) < DAYS) or (week not in weeks and len(weeks) < WEEKS)
        if kept:
            days.add(backup.day)
            weeks.add(week)
        else:
            gone.append(backup)
    return gone


def _clear_left_over(folder: Path) -> None:
    """Take away what a copy that was cut off long ago has left."""
    for path in folder.iterdir():
        if _LEFT_OVER.fullmatch(path.name) and abs(time() - path.stat().st_mtime) > _LEFT_OVER_SECONDS:
            path.unlink(missing_ok=True)
