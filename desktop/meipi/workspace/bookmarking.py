"""The bookmarks of the open article, and every change to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from meipi.support.translation import tr
from meipi_db import now

if TYPE_CHECKING:
    from meipi.workspace.workspace import Workspace


class Bookmarking:
    """Part of a workspace; `Workspace.changed` tells of "bookmarks". Each change is one undoable step."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def toggle(self, within: tuple[int, int]) -> None:
        """Set a bookmark at the beginning of a stretch of the open article (code points), a line for
        instance, or take away those that lie in the stretch."""
        article = self._workspace.article
        if article is None:
            return
        from meipi.workspace.bookmark_changes import AddBookmark, RemoveBookmarks

        start, end = within
        here = [each for each in self._workspace.bookmarks if start <= each.start < max(end, start + 1)]
        if here:
            self._workspace.do(RemoveBookmarks(tuple(here), now()), tr("Bookmark removed"))
        else:
            self._workspace.do(AddBookmark(article.id, start), tr("Bookmark set"))
