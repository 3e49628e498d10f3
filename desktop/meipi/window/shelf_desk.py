"""What the commands for the articles of the library do: details, stars, tags, and the bin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from meipi.workspace import ArticleInfo, Workspace


class Asking(Protocol):
    """What asks the reader about articles."""

    def details(self, info: ArticleInfo) -> None: ...
    def article_tags(self, infos: Sequence[ArticleInfo]) -> None: ...


class ShelfDesk:
    """Joins the shelf with the sheets into commands; those without articles named are about the open one."""

    def __init__(
        self, workspace: Workspace, sheets: Callable[[], Asking], show_bin: Callable[[], None]
    ) -> None:
        self._workspace, self._sheets, self.bin = workspace, sheets, show_bin

    def _infos(self, article_ids: Sequence[int]) -> list[ArticleInfo]:
        with self._workspace.problems_said():
            return [self._workspace.library.details(article_id) for article_id in article_ids]
        return []

    def _open(self) -> list[int]:
        return [self._workspace.article.id] if self._workspace.article else []

    def edit(self, article_id: int) -> None:
        """Ask for what is known of an article."""
        for info in self._infos([article_id]):
            self._sheets().details(info)

    def tag(self, article_ids: Sequence[int]) -> None:
        """Ask for the tags of some articles."""
        infos = self._infos(article_ids)
        if infos:
            self._sheets().article_tags(infos)

    def edit_open(self) -> None:
        for article_id in self._open():
            self.edit(article_id)

    def tag_open(self) -> None:
        self.tag(self._open())

    def star_open(self) -> None:
        for info in self._infos(self._open()):
            self._workspace.shelf.star([info.id], not info.starred)
