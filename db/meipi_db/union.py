"""Two copies of a library brought together: what a backup has comes into the library, and nothing leaves it.

A record is the same in both by its uid. What is there in either is there afterwards; of a mark that differs
the one changed later counts; a note that was changed in both is kept in both forms. Text and place in an
article are those of the library; a mark on a text that is an old one here goes where that text's marks went.
Doing it twice changes nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from meipi_db import opening, schema
from meipi_db.connection import Connection, told
from meipi_db.errors import LibraryMissing, LibraryNewer
from meipi_db.union_articles import Articles
from meipi_db.union_marks import Marks
from meipi_db.union_sides import Sides
from meipi_db.union_words import Words


class Difference(NamedTuple):
    """What a union does, or would do, to the library, in numbers of records that are there to see."""

    articles: int
    """that come, or come back;"""
    marks: int
    words: int
    """saved words, known ones and corrections that do;"""
    changed: int
    """marks that become as they are in the backup, where they were changed later;"""
    joined: int
    """marks whose two notes are both kept;"""
    bookmarks: int
    """bookmarks that come, or come back;"""
    details: int
    """articles that get the star or the tags that they have there;"""
    versions: int
    """old texts of articles that come;"""
    only_here_articles: int
    """articles that the backup has not: with it in the library's place they would be lost. They stay."""
    only_here_marks: int
    changed_here: int
    """marks that were changed here later than there. They stay as they are here."""

    @property
    def nothing(self) -> bool:
        """Whether the library has all that the backup has."""
        return not any(self[: self._fields.index("only_here_articles")])


@contextmanager
def opened(path: Path) -> Iterator[Connection]:
    """A backup, to be read. One of an older form is brought to today's in memory; the file stays."""
    if opening.is_new(path):
        raise LibraryMissing(path)
    with told(path), closing(opening.reading(path)) as sqlite:
        opening.check_whole(path, sqlite, newer_allowed=True)
        form = opening.version(sqlite)
        if form < schema.VERSION:
            connection = opening.open_empty()
            connection.path = path
            connection.read_only = False
            connection.take_from(sqlite)
            with connection.transaction():
                schema.migrate(connection.database)
            connection.read_only = True
    if form > schema.VERSION:
        raise LibraryNewer(path)
    if form == schema.VERSION:
        connection = opening.open_file(path, read_only=True)
    try:
        yield connection
    finally:
        connection.close()


def take_in(library: Connection, backup: Connection) -> Difference:
    """Bring what the backup has into the library. Use it inside `transaction()`."""
    sides = Sides(library, backup)
    articles = Articles(sides)
    articles.take()
    Marks(sides, articles).take()
    articles.finish()
    Words(sides).take()
    return Difference(*(sides.counts[name] for name in Difference._fields))
