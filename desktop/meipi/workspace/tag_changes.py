"""The change to a tag wherever it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from meipi.workspace.history import Apart
from meipi_db import Library


@dataclass(frozen=True)
class ReplaceTag(Apart):
    """Another name in the place of a tag, on all marks and articles, those in the bin too; "" takes it away.

    What has both names keeps the one that stands first. The time at which a mark was changed stays: what it
    says is the same.
    """

    old: str
    new: str
    text: str

    kinds = frozenset({"articles", "marks"})
    article_id = None
    mark_id = None

    def do(self, library: Library) -> Self:
        marks = library.tagged_marks(self.old)
        library.put_marks(replace(mark, tags=self._without(mark.tags)) for mark in marks)
        infos = [*library.articles(), *library.articles(deleted=True)]
        for info in infos:
            if self.old in info.tags:
                library.put_details(replace(info, tags=self._without(info.tags)))
        return self

    def _without(self, tags: tuple[str, ...]) -> tuple[str, ...]:
        names = (self.new if tag == self.old else tag for tag in tags)
        return tuple(dict.fromkeys(name for name in names if name))
