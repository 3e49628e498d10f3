"""What can be wrong with a library that is not a fault of the program.

Each kind is for the world outside: another program holds the file, the disk is full, the file is of a newer
version. Faults of ours (a constraint broken, wrong SQL) stay the exceptions they are.
"""

# ruff: noqa: N818 (the names say what is wrong, in the words of the message)

from __future__ import annotations

from pathlib import Path
from typing import ClassVar


class LibraryError(Exception):
    """Something is wrong with the library at `path`; `detail` has the words of SQLite or the system."""

    kind: ClassVar[str] = "unreachable"

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(f"{path}: {detail or self.kind}")
        self.path = path
        self.detail = detail


class LibraryMissing(LibraryError):
    """There is no file at the path, and none may be made."""

    kind = "missing"


class LibraryUnreachable(LibraryError):
    """The file or its folder cannot be opened or read: no permission, no such disk, an input/output error."""

    kind = "unreachable"


class LibraryLocked(LibraryError):
    """Another program is writing and did not finish within the time waited."""

    kind = "locked"


class LibraryFull(LibraryError):
    """The disk takes no more: full, over its quota, or failing when written to. Nothing was half-written."""

    kind = "full"


class LibraryReadOnly(LibraryError):
    """The file, its folder or the way it was opened allow no change."""

    kind = "read_only"


class LibraryNewer(LibraryError):
    """A newer version of Meipi has changed the form of the file; this one must not write to it."""

    kind = "newer"


class LibraryDamaged(LibraryError):
    """The file is a library, and parts of it cannot be read any more."""

    kind = "damaged"


class NotALibrary(LibraryError):
    """The file is something else: no SQLite database, or one of another program."""

    kind = "not_a_library"


class BackupFull(LibraryError):
    """There is no room for a whole copy at `path`. The library and older backups are as they were."""

    kind = "backup_full"


class BackupRefused(LibraryError):
    """A copy cannot be written at `path`: no permission, something else is there, no such disk."""

    kind = "backup_refused"
