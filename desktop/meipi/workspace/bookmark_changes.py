"""The changes to bookmarks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from meipi.support.translation import tr
from meipi.workspace.history import Apart
from meipi_db import Bookmark, Library, now

_BOOKMARKS = frozenset({"bookmarks"})


@dataclass(frozen=True)
class AddBookmark(Apart):
    """A new bookmark at a code point of the article's text."""

    article_id: int
    start: int
    made: Bookmark | None = None
    """The record, once it was made: done again, the same one comes back."""

    kinds = _BOOKMARKS
    mark_id = None

    @property
    def text(self) -> str:
        return tr("Set bookmark")

    def do(self, library: Library) -> Self:
        if self.made is not None:
            library.put_bookmark(self.made)
            return self
        return replace(self, made=library.add_bookmark(self.article_id, self.start))

    def undo(self, library: Library) -> None:
        assert self.made is not None, "it was done before it is undone"
        library.put_bookmark(replace(self.made, deleted=now()))


@dataclass(frozen=True)
class RemoveBookmarks(Apart):
    """Bookmarks of one article put away at `time`; at least one."""

    bookmarks: tuple[Bookmark, ...]
    time: str

    kinds = _BOOKMARKS
    mark_id = None

    @property
    def text(self) -> str:
        return tr("Remove bookmark")

    @property
    def article_id(self) -> int:
        return self.bookmarks[0].article_id

    def do(self, library: Library) -> Self:
        for bookmark in self.bookmarks:
            library.put_bookmark(replace(bookmark, deleted=self.time))
        return self

    def undo(self, library: Library) -> None:
        for bookmark in self.bookmarks:
            library.put_bookmark(bookmark)
