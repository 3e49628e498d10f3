"""The library: the one face of the store."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from meipi_db import articles, bookmarks, marks, opening, tags
from meipi_db.connection import Connection, Key
from meipi_db.errors import LibraryNewer
from meipi_db.records import Article, ArticleDetails, ArticleInfo, Bin, Bookmark, FormerPlace, Mark, Version
from meipi_db.search_index import Index
from meipi_db.vocabulary import KnownWords, Records
from meipi_db.word_records import ConversionException, ReadingFix, SavedWord, Split

if TYPE_CHECKING:
    from meipi_db.search_language import Language
    from meipi_db.search_records import Found, Hit
    from meipi_db.union import Difference, Union


class Library:
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

    def traced(self) -> AbstractContextManager[set[Key]]:
        """Gather which records are written within, as they are written."""
        return self._connection.traced()

    def state(self, keys: frozenset[Key]) -> int:
        """A number that is another as soon as one of these records is; it holds for this process alone."""
        from meipi_db import traces

        return traces.state(self._connection, keys)

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
            return union.take_in(self._connection, connection).difference

    def take_in(self, backup: Path) -> Union:
        """Bring in what a backup has and this library has not; nothing of this one disappears.

        Raises the kinds of `LibraryError` about the backup too.
        """
        from meipi_db import union

        with union.opened(backup) as connection, self.transaction():
            return union.take_in(self._connection, connection)

    def take_back(self, done: Union) -> None:
        """Undo `take_in`."""
        from meipi_db import union

        with self.transaction():
            union.take_back(self._connection, done)

    def take_again(self, done: Union) -> None:
        """Do again what `take_back` has undone."""
        from meipi_db import union

        with self.transaction():
            union.take_again(self._connection, done)

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

    # Articles

    def add_article(
        self,
        *,
        title: str,
        text: str,
        source: str = "",
        author: str = "",
        url: str = "",
        published: str = "",
        script: str = "",
        encoding: str = "",
        path: str = "",
        blocks: str = "",
        original: bytes | None = None,
    ) -> Article:
        """A new article; `original` are the bytes that the text was read from in `encoding`."""
        record = {
            "title": title,
            "text": text,
            "source": source,
            "author": author,
            "url": url,
            "published": published,
            "script": script,
            "encoding": encoding,
            "path": path,
            "blocks": blocks,
        }
        return articles.add(self._connection, record, original)

    def article(self, article_id: int) -> Article:
        """The article with its text, deleted or not."""
        return articles.get(self._connection, article_id)

    def articles(self, deleted: bool = False) -> list[ArticleInfo]:
        """All articles, or all deleted ones, without their texts; the most recently opened or added first."""
        return articles.infos(self._connection, deleted=deleted)

    def last_article(self, uid: str) -> int | None:
        """The id of the article with that uid, else of the one most recently opened or added; None if none is
        there. Deleted ones are left aside. It takes no list of all articles, as `articles` does."""
        return articles.last(self._connection, uid)

    def original(self, article_id: int) -> bytes | None:
        """The bytes that the article was read from; None if it came without. `LibraryDamaged` if they cannot
        be read any more; the article can."""
        return articles.original(self._connection, article_id)

    def find_article(self, sha256: str) -> ArticleInfo | None:
        """The article whose text has this SHA-256, deleted ones left aside."""
        return articles.find(self._connection, sha256)

    def details(self, article_id: int) -> ArticleInfo:
        """What is known of the article, deleted or not, without its text."""
        return articles.details(self._connection, article_id)

    def put_details(self, article: ArticleDetails) -> None:
        """Write back what the reader can say of an article: title, source, author, address, date, tags, star,
        and whether it is deleted. Its text and where the reader is in it stay as they are."""
        articles.put_details(self._connection, article)

    def put_article(self, article: Article) -> None:
        """Write the whole record back, exactly as it is. ValueError if `sha256` is not that of the text."""
        articles.put(self._connection, article)

    def remember_position(self, article_id: int, position: int, furthest: int, opened: str) -> None:
        """Where the reader is: offsets of the first and furthest code point in view; time of opening."""
        articles.remember_position(self._connection, article_id, position, furthest, opened)

    # Old texts of an article

    def replace_text(
        self,
        article: Article,
        *,
        original: bytes | None,
        reason: str,
        marks: Sequence[Mark],
        bookmarks: Sequence[Bookmark] = (),
    ) -> Version:
        """Keep the text that the article has as a version of it, and give it another: write this record, with
        its marks and bookmarks as they are to be, and the bytes that it was read from, if it was.

        Where every mark that has a place in the old text stood there is kept with the version, of deleted
        marks too. KeyError, ValueError as `put_article` and `put_mark`; then nothing has changed.
        """
        from meipi_db import versions

        return versions.replace_text(
            self._connection, article, original=original, reason=reason, moved=marks, kept=bookmarks
        )

    def take_back_version(
        self,
        version_id: int,
        article: Article,
        marks: Sequence[Mark],
        bookmarks: Sequence[Bookmark] = (),
    ) -> None:
        """Undo `replace_text`: the version goes, its bytes are the article's again, and these records, as
        they were before, are written back. KeyError if there is no such version."""
        from meipi_db import versions

        versions.take_back(self._connection, version_id, article, marks, bookmarks)

    def versions(self, article_id: int) -> list[Version]:
        """The article's old texts, the newest first."""
        from meipi_db import versions

        return versions.of_article(self._connection, article_id)

    def version_text(self, version_id: int) -> tuple[str, str]:
        """An old text and its blocks (JSON). `LibraryDamaged` if they cannot be read any more; the article
        and its other versions can."""
        from meipi_db import versions

        return versions.text(self._connection, version_id)

    def version_original(self, version_id: int) -> bytes | None:
        """The bytes that an old text was read from; None if it came without."""
        from meipi_db import versions

        return versions.original(self._connection, version_id)

    def former_places(self, version_id: int) -> list[FormerPlace]:
        """Where marks stood in that text, in its order."""
        from meipi_db import versions

        return versions.former_places(self._connection, version_id)

    # Marks

    def add_mark(
        self,
        article_id: int,
        span: tuple[int, int],
        *,
        colour: str,
        style: str = "ground",
        note: str = "",
        tags: Sequence[str] = (),
    ) -> Mark:
        """A new mark; the passage and its surroundings are taken from the article's text."""
        return marks.add(
            self._connection, article_id, span, colour=colour, style=style, note=note, names=tags
        )

    def mark(self, mark_id: int) -> Mark:
        """The mark, deleted or not."""
        return marks.get(self._connection, mark_id)

    def marks(self, article_id: int, deleted: bool = False) -> list[Mark]:
        """The article's marks, or its deleted ones, in the order of the text (start, end, id); those that
        have no place in it too."""
        return marks.of_article(self._connection, article_id, deleted=deleted)

    def all_marks(self) -> list[Mark]:
        """The marks of all articles, without those thrown away and those of articles thrown away."""
        return marks.everywhere(self._connection)

    def tagged_marks(self, tag: str) -> list[Mark]:
        """The marks of all articles that have this tag; those thrown away too."""
        return marks.tagged(self._connection, tag)

    def put_mark(self, mark: Mark) -> None:
        """Write the whole record back, exactly as it is, times too: undo restores the identical row."""
        marks.put(self._connection, [mark])

    def put_marks(self, marks_: Iterable[Mark]) -> None:
        """As `put_mark`, of many together."""
        marks.put(self._connection, marks_)

    def tags(self) -> list[tuple[str, int]]:
        """The tags in use, each with the number of marks that have it, those of the most marks first.

        What was thrown away does not count. One that articles alone have counts none.
        """
        return tags.used(self._connection)

    # Drafts

    def drafts(self) -> dict[int, str]:
        """Notes that were being written and not yet kept: mark id → text."""
        return marks.drafts(self._connection)

    def keep_draft(self, mark_id: int, text: str | None) -> None:
        """Keep what stands in the note's editor; None when there is nothing to keep any more."""
        marks.keep_draft(self._connection, mark_id, text)

    # Bookmarks

    def add_bookmark(self, article_id: int, start: int) -> Bookmark:
        """A new bookmark at a code point of the article's text, or at its end."""
        return bookmarks.add(self._connection, article_id, start)

    def bookmark(self, bookmark_id: int) -> Bookmark:
        """The bookmark, deleted or not."""
        return bookmarks.get(self._connection, bookmark_id)

    def bookmarks(self, article_id: int, deleted: bool = False) -> list[Bookmark]:
        """The article's bookmarks, or its deleted ones, in the order of the text."""
        return bookmarks.of_article(self._connection, article_id, deleted=deleted)

    def put_bookmark(self, bookmark: Bookmark) -> None:
        """Write the whole record back, exactly as it is."""
        bookmarks.put(self._connection, [bookmark])

    # Searching

    def search(self, query: str) -> list[Hit]:
        """Where what is asked for stands: in texts, titles, notes and tags, in any script or in pinyin.

        The best article first; `search.Search.hits` tells how many. TypeError without a language.
        """
        return self.index().search(query).hits()

    def find(self, query: str, skip: int = 0, most: int = 20) -> Found:
        """As `search`: the ids of all articles, and the places in `most` of them, from that one on."""
        return self.index().search(query).found(skip, most)

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
