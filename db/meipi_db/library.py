"""The library: the one face of the store."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from meipi_db import marks, opening
from meipi_db.connection import Connection
from meipi_db.errors import LibraryNewer
from meipi_db.images import Trace
from meipi_db.journal import Journal
from meipi_db.library_articles import Articles
from meipi_db.library_marks import Marks
from meipi_db.records import Bin
from meipi_db.search_index import Index
from meipi_db.vocabulary import KnownWords, Records
from meipi_db.word_records import ConversionException, ReadingFix, SavedWord, Split

if TYPE_CHECKING:
    from meipi_db.search_language import Language
    from meipi_db.search_records import Found, Hit
    from meipi_db.union import Difference


class Library(Articles, Marks):
    """Articles, their marks and the reader's words in one SQLite file; a context manager that closes it.

    Every method that writes is one transaction, on the disk before it returns, and raises a kind of
    `LibraryError` with nothing changed if the world is against it. `KeyError` means that there is no such
    record, `ValueError` a span outside the text or a text that cannot be stored (an unpaired surrogate).
    """

    def __init__(
        self, path: Path, *, read_only: bool = False, language: Callable[[], Language] | None = None
    ) -> None:
        """`language` is asked for when something is searched, or has changed that can be found."""
        self._take(opening.open_file(path, read_only=read_only), language)
        if self._connection.newer:
            self._try_reading()

    @classmethod
    def empty(cls) -> Self:
        """A read-only library with nothing in it: what is shown when the real one cannot be opened."""
        library = cls.__new__(cls)
        library._take(opening.open_empty())
        return library

    def _take(self, connection: Connection, language: Callable[[], Language] | None = None) -> None:
        self._connection = connection
        self._index = Index(connection, language) if language is not None else None
        self.journal = Journal(connection)
        self.words = Records(connection, "word", SavedWord)
        self.known_words = KnownWords(connection)
        self.reading_fixes = Records(connection, "reading_fix", ReadingFix)
        self.splits = Records(connection, "split", Split)
        self.exceptions = Records(connection, "conversion_exception", ConversionException)
        if not (connection.read_only or connection.newer):
            connection.follower = self._index

    @property
    def path(self) -> Path:
        return self._connection.path

    @property
    def read_only(self) -> bool:
        return self._connection.read_only

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def transaction(self) -> AbstractContextManager[None]:
        """Make the writes within all or nothing. They nest; an inner one that fails undoes its own part."""
        return self._connection.transaction()

    def traced(self) -> AbstractContextManager[Trace]:
        """Gather which records are written within, as they are written, and what they were before."""
        return self._connection.traced()

    def state(self, trace: Trace) -> str:
        """A word that is another as soon as one of the records of a trace is, in any session."""
        from meipi_db import traces

        return traces.state(self._connection, trace.keys)

    def put_back(self, trace: Trace, *, undone: bool) -> None:
        """Write the records as they were before they were traced, or if not `undone`, as they were after.

        What was new is put away. Only if they are what they were left as is this sure not to overwrite what
        others have written: see `state`.
        """
        from meipi_db import putting_back

        with self.transaction():
            putting_back.put_back(self._connection, trace.images, undone=undone)

    def prepare_writing(self) -> None:
        """Import what writing needs, some 50–150 ms, so that the first change does not have to."""
        _ = self._connection.database

    def changed_outside(self) -> bool:
        """Whether another program has changed the library since this was last asked; a quick look."""
        return self._connection.changed_outside()

    # Another copy of the library

    def compare(self, backup: Path) -> Difference:
        """What `take_in` would do. Nothing is changed."""
        from meipi_db import union

        with union.opened(backup) as connection, self._connection.rehearsal():
            return union.take_in(self._connection, connection)

    def take_in(self, backup: Path) -> Difference:
        """Bring in what a backup has and this library has not; nothing of this one disappears.

        Raises the kinds of `LibraryError` about the backup too.
        """
        from meipi_db import union

        with union.opened(backup) as connection, self.transaction():
            return union.take_in(self._connection, connection)

    def _try_reading(self) -> None:
        """Whether a library of a newer form still has what we read; `LibraryNewer` if not."""
        try:
            self.articles()
            marks.of_article(self._connection, 0, deleted=False)
            self.drafts()
            self.known_words.all()
            for records in (self.words, self.reading_fixes, self.splits, self.exceptions):
                records.all()
        except sqlite3.OperationalError as error:
            self.close()
            raise LibraryNewer(self.path, str(error)) from error

    # Searching

    def search(self, query: str) -> list[Hit]:
        """Where what is asked for stands: in texts, titles, notes and tags, in any script or in pinyin.

        The best article first; `search.Search.hits` tells how many. TypeError without a language.
        """
        return self.index().search(query).hits()

    def find(self, query: str, skip: int = 0, most: int = 20, each: int = 10) -> Found:
        """As `search`: the ids of all articles; up to `each` places in `most` of them, from that one on."""
        return self.index().search(query).found(skip, most, each)

    def index(self) -> Index:
        """The index for searching. TypeError if the library was opened without a language."""
        if self._index is None:
            raise TypeError("no language was given to search with")
        return self._index

    # What was thrown away

    def bin(self) -> Bin:
        """What can be brought back by writing it back with `deleted` None."""
        from meipi_db import bin

        return bin.content(self._connection)

    def purge(self, before: str) -> int:
        """Let go for good of the articles, marks and bookmarks that were thrown away before that time.

        The result is their number. Words stay, and so does the record of an article in which words were
        saved, without its text.
        """
        from meipi_db import bin

        return bin.purge(self._connection, before)

    def look_through_bin(self) -> int:
        """Once a day: let go for good of what has been in the bin for 30 days; the number of records.

        The clock alone is not believed: see `bin`. What was deleted at a time to come stays.
        """
        from meipi_db import bin

        return bin.look_through(self._connection)
