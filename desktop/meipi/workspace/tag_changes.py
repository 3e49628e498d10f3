"""The change to a tag wherever it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from meipi.workspace.history import Apart
from meipi_db import ArticleInfo, Library, Mark


@dataclass(frozen=True)
class ReplaceTag(Apart):
    """Another name in the place of a tag, on all marks and articles, those in the bin too; "" takes it away.

    What has both names keeps the one that stands first. The time at which a mark was changed stays: what it
    says is the same.
    """

    old: str
    new: str
    text: str
    marks: tuple[Mark, ...] = ()
    """Those that had it, as they were, once it was done."""
    articles: tuple[ArticleInfo, ...] = ()
    """What is known of the articles that had it, as it was."""

    kinds = frozenset({"articles", "marks"})
    article_id = None
    mark_id = None

    def do(self, library: Library) -> Self:
        marks = tuple(library.tagged_marks(self.old))
        library.put_marks(replace(mark, tags=self._without(mark.tags)) for mark in marks)
        infos = [*library.articles(), *library.articles(deleted=True)]
        articles = tuple(info for info in infos if self.old in info.tags)
        for info in articles:
            library.put_details(replace(info, tags=self._without(info.tags)))
        return replace(self, marks=marks, articles=articles)

    def undo(self, library: Library) -> None:
        library.put_marks(self.marks)
        for info in self.articles:
            library.put_details(info)

    def _without(self, tags: tuple[str, ...]) -> tuple[str, ...]:
        names = (self.new if tag == self.old else tag for tag in tags)
        return tuple(dict.fromkeys(name for name in names if name))
