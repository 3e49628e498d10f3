"""Backups, checks and what can be saved of a damaged library, for the window and the command line.

None of it goes through the open library: each opens the file on a connection of its own, takes and returns
values, and may therefore run on a worker. Errors are the kinds of `LibraryError`, and OSError.
"""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from meipi.support.translation import counted, tr
from meipi.workspace.opening import open_library, search_language
from meipi_db import LibraryError, backups, checking, salvage
from meipi_db.backups import Backup, Reason
from meipi_db.checking import Checked, Fault
from meipi_db.salvage import Salvaged
from meipi_db.union import Difference

__all__ = [
    "Backup",
    "Checked",
    "Difference",
    "Salvaged",
    "back_up",
    "backup_due",
    "before_import",
    "check",
    "copy",
    "described",
    "found_backups",
    "gains",
    "is_whole",
    "put_aside",
    "recover",
    "remake_index",
    "save_readable",
]

BIG_IMPORT = 20
"""So many articles at once are a change before which a backup is made."""


def copy(library: Path, target: Path) -> Checked:
    """Write a whole copy to `target`; what is in it."""
    backups.copy(library, target)
    return checking.check(target)


def back_up(library: Path, reason: Reason) -> Path:
    """Make a backup beside the library, and let go of those that are no longer kept."""
    return backups.make(library, reason)


def before_import(library: Path, count: int) -> None:
    """Make a backup if so many articles are going to be added that one is wanted."""
    if count >= BIG_IMPORT:
        back_up(library, "import")


def backup_due(library: Path) -> bool:
    """Whether today has no backup yet."""
    return backups.due(library)


def found_backups(library: Path) -> list[Backup]:
    """Those beside the library, the newest first."""
    return backups.found(library)


def is_whole(library: Path) -> bool:
    """Whether the file can be opened and nothing is wrong with it."""
    try:
        return not checking.check(library).faults
    except LibraryError:
        return False


def check(library: Path) -> Checked:
    """What is in the library and what is wrong with it, its index for searching too."""
    return checking.check(library, search_language)


def remake_index(library: Path) -> None:
    """Make the index for searching anew, of what the library has."""
    with open_library(library) as opened:
        opened.index().remake()
        opened.index().take_up()


def save_readable(library: Path, target: Path | None = None) -> Salvaged:
    """Read what can be read of a damaged library into a new one, beside it if no target is given."""
    return salvage.salvage(library, target or salvage.free_name(library))


def recover(library: Path, backup: Path | None) -> Path:
    """Put a library that works in the place of a damaged one: a backup, or all that can be read of it.

    The damaged file stays beside it under another name, unchanged; that is what is returned.
    """
    made = library.with_name(f".{library.name}.recovered")
    made.unlink(missing_ok=True)
    try:
        if backup is None:
            salvage.salvage(library, made)
        else:
            backups.copy(backup, made)
        aside = put_aside(library)
        os.replace(made, library)
        backups.sync_folder(library.parent)
    finally:
        made.unlink(missing_ok=True)
    return aside


def put_aside(library: Path) -> Path:
    """Give the file, with those that belong to it, a name by which it is known as damaged."""
    day = datetime.now().astimezone().date().isoformat()
    number = 1
    while True:
        aside = library.with_name(
            f"{library.stem}-damaged-{day}{'' if number == 1 else f'-{number}'}{library.suffix}"
        )
        if not aside.exists():
            break
        number += 1
    # The changes that wait beside it first: alone, the file would be an older one.
    for helper in ("-wal", "-shm", ""):
        part = library.with_name(library.name + helper)
        if part.exists():
            os.rename(part, aside.with_name(aside.name + helper))
    return aside


def described(fault: Fault) -> str:
    """A fault in words."""
    row = str(fault.row)
    match fault.what:
        case "file":
            return tr("The file: {detail}").format(detail=fault.detail)
        case "reference":
            return tr("{table} {row}: what it belongs to is missing").format(table=fault.table, row=row)
        case "text" if fault.table == "version":
            return tr("Old text {row}: it cannot be read any more, or is another than it was").format(row=row)
        case "text":
            return tr("Article {row}: its text is another than it was").format(row=row)
        case "span" if fault.table == "bookmark":
            return tr("Bookmark {row}: its place is outside the text").format(row=row)
        case "span":
            return tr("Mark {row}: its place is outside the text").format(row=row)
        case "quote" if fault.table == "former_place":
            told = tr("Mark {row}: “{text}” does not stand at its place in an old text")
            return told.format(row=row, text=fault.detail)
        case "quote":
            return tr("Mark {row}: “{text}” does not stand at its place").format(row=row, text=fault.detail)


def gains(difference: Difference) -> list[str]:
    """What a backup brings into the library, and what of the library it has not: a sentence each."""
    told = [
        (difference.articles, tr("{n} article comes back"), tr("{n} articles come back")),
        (difference.marks, tr("{n} mark comes back"), tr("{n} marks come back")),
        (difference.words, tr("{n} word comes back"), tr("{n} words come back")),
        (difference.changed, tr("{n} mark is newer in the backup"), tr("{n} marks are newer in the backup")),
        (
            difference.joined,
            tr("{n} mark was changed in both: both notes are kept"),
            tr("{n} marks were changed in both: both notes are kept"),
        ),
        (difference.bookmarks, tr("{n} bookmark comes back"), tr("{n} bookmarks come back")),
        (
            difference.details,
            tr("{n} article gets the star or the tags that it has in the backup"),
            tr("{n} articles get the stars or the tags that they have in the backup"),
        ),
        (
            difference.versions,
            tr("{n} old text of an article comes back"),
            tr("{n} old texts of articles come back"),
        ),
        (
            difference.only_here_articles,
            tr("{n} article that the backup has not stays"),
            tr("{n} articles that the backup has not stay"),
        ),
        (
            difference.only_here_marks,
            tr("{n} mark that the backup has not stays"),
            tr("{n} marks that the backup has not stay"),
        ),
        (
            difference.changed_here,
            tr("{n} mark that was changed since stays as it is"),
            tr("{n} marks that were changed since stay as they are"),
        ),
    ]
    return [counted(count, one, many) for count, one, many in told if count]
