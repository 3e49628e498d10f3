"""The changes that make two marks of one, and one of two."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from meipi.support.translation import phrase, tr_noop
from meipi.workspace.history import Apart
from meipi_db import Library, Mark


@dataclass(frozen=True)
class SplitMark(Apart):
    """A mark parted in two: `first` takes its place, the rest becomes a mark of its own, over `rest` (code
    points), in the same colour and style and with the same tags."""

    first: Mark
    rest: tuple[int, int]
    made: Mark | None = None
    """The record of the rest, once it was made."""

    kinds = frozenset({"marks"})

    @property
    def text(self) -> str:
        return phrase(tr_noop("Split mark"))

    @property
    def article_id(self) -> int:
        return self.first.article_id

    @property
    def mark_id(self) -> int:
        return self.first.id

    def do(self, library: Library) -> Self:
        library.put_mark(self.first)
        mark = self.first
        made = library.add_mark(
            mark.article_id, self.rest, colour=mark.colour, style=mark.style, tags=mark.tags
        )
        return replace(self, made=made)


@dataclass(frozen=True)
class MergeMarks(Apart):
    """Two marks made one: `after` takes the place of the one, and `gone` is put away at `time`.

    The drafts of both become `draft`, that of the one mark; None if there is none.
    """

    after: Mark
    gone: Mark
    time: str
    draft: str | None = None

    kinds = frozenset({"marks", "drafts"})

    @property
    def text(self) -> str:
        return phrase(tr_noop("Merge marks"))

    @property
    def article_id(self) -> int:
        return self.after.article_id

    @property
    def mark_id(self) -> int:
        return self.after.id

    def do(self, library: Library) -> Self:
        library.put_mark(replace(self.gone, deleted=self.time))
        library.put_mark(self.after)
        library.keep_draft(self.after.id, self.draft)
        library.keep_draft(self.gone.id, None)
        return self
