"""What a library does with marks, their tags and drafts, and with bookmarks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from meipi_db import bookmarks, marks, tags
from meipi_db.connection import Connection
from meipi_db.records import Bookmark, Mark


class Marks:
    """A part of `Library`, which says what its methods raise."""

    _connection: Connection

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

    def drop_draft(self, mark_id: int) -> None:
        """The note is written: there is no draft of it any more, nor is there one when this is undone."""
        marks.drop_draft(self._connection, mark_id)

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
