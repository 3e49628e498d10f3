"""A damaged library read row by row into a new one. The damaged file is only ever read.

What SQLite still reads is taken from it, and what it does not from the pages themselves (`pages`). Where the
text of an article is lost or is another than it was, its marks are found again by what they quote; those that
are not found are put behind the text with their quotes, so that no note is without a place.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from meipi_db import opening, pages
from meipi_db.backups import sync_folder
from meipi_db.errors import LibraryMissing
from meipi_db.salvage_finding import Found, through_pages, through_sqlite
from meipi_db.salvage_writing import Writing


class Salvaged(NamedTuple):
    """What became of a damaged library."""

    path: Path
    """The new library."""
    read: dict[str, int]
    """Rows by table, deleted records too."""
    lost: dict[str, int]
    """Rows known to have been there and not read, by table; what left no trace is not among them."""
    mended: int
    """Articles whose text is not whole, or had to be put together from the quotes of their marks."""


def salvage(path: Path, target: Path) -> Salvaged:
    """Make a new library at `target`, which must be free, of what can be read at `path`.

    Raises `LibraryMissing`, FileExistsError, and OSError or the kinds of `LibraryError` about the target.
    """
    if not path.is_file():
        raise LibraryMissing(path)
    if target.exists():
        raise FileExistsError(17, "File exists", str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".salvage-", dir=target.parent) as folder:
        damaged, fresh = Path(folder) / "damaged.db", Path(folder) / "fresh.db"
        _take_copy(path, damaged)
        new = opening.open_file(fresh, read_only=False)
        try:
            sqlite = new.database.conn
            assert sqlite is not None
            found = Found(sqlite)
            through_sqlite(damaged, found)
            through_pages(damaged, found)
            with new.transaction():
                told = Writing(sqlite, found).write_all()
        finally:
            new.close()
        os.replace(fresh, target)
        sync_folder(target.parent)
    return Salvaged(target, *told)


def free_name(path: Path) -> Path:
    """A name beside the library that nothing has, for what is salvaged of it."""
    number = 1
    while True:
        name = path.with_name(f"{path.stem}-salvaged{'' if number == 1 else f'-{number}'}{path.suffix}")
        if not name.exists():
            return name
        number += 1


def _take_copy(path: Path, damaged: Path) -> None:
    """The file with the changes that wait beside it, its head as all heads of ours are, and no page cut."""
    shutil.copyfile(path, damaged)
    wal = path.with_name(path.name + "-wal")
    if wal.exists():
        shutil.copyfile(wal, damaged.with_name(damaged.name + "-wal"))
    with damaged.open("r+b") as file:
        file.write(pages.HEADER)
        file.seek(28)
        size = int.from_bytes(file.read(4), "big") * pages.PAGE_SIZE
        length = damaged.stat().st_size
        whole = -(-length // pages.PAGE_SIZE) * pages.PAGE_SIZE
        file.truncate(max(whole, size if size < 4 * whole else 0))
