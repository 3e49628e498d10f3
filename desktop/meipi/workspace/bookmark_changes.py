"""The changes to bookmarks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from meipi.support.translation import phrase, tr_noop
from meipi.workspace.history import Apart
from meipi_db import Bookmark, Library

_BOOKMARKS = frozenset({"bookmarks"})


@dataclass(frozen=True)
class AddBookmark(Apart):
    """A new bookmark at a code point of the article's text."""

    article_id: int
    start: int
    made: Bookmark | None = None
    """The record, once it was made."""

    kinds = _BOOKMARKS
    mark_id = None

    @property
    def text(self) -> str:
        return phrase(tr_noop("Set bookmark"))

    def do(self, library: Library) -> Self:
        return replace(self, made=library.add_bookmark(self.article_id, self.start))


@dataclass(frozen=True)
class RemoveBookmarks(Apart):
    """Bookmarks of one article put away at `time`; at least one."""

    bookmarks: tuple[Bookmark, ...]
    time: str

    kinds = _BOOKMARKS
    mark_id = None

    @property
    def text(self) -> str:
        return phrase(tr_noop("Remove bookmark"))

    @property
    def article_id(self) -> int:
        return self.bookmarks[0].article_id

    def do(self, library: Library) -> Self:
        for bookmark in self.bookmarks:
            library.put_bookmark(replace(bookmark, deleted=self.time))
        return self
