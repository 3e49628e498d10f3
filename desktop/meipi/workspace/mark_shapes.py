"""The changes that make two marks of one, and one of two."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from meipi.support.translation import tr
from meipi.workspace.history import Apart
from meipi_db import Library, Mark, now


@dataclass(frozen=True)
class SplitMark(Apart):
    """A mark parted in two: `first` takes its place, the rest becomes a mark of its own, over `rest` (code
    points), in the same colour and style and with the same tags."""

    before: Mark
    first: Mark
    rest: tuple[int, int]
    made: Mark | None = None
    """The record of the rest, once it was made: done again, the same one comes back."""

    kinds = frozenset({"marks"})

    @property
    def text(self) -> str:
        return tr("Split mark")

    @property
    def article_id(self) -> int:
        return self.before.article_id

    @property
    def mark_id(self) -> int:
        return self.before.id

    def do(self, library: Library) -> Self:
        library.put_mark(self.first)
        if self.made is not None:
            library.put_mark(self.made)
            return self
        mark = self.first
        made = library.add_mark(
            mark.article_id, self.rest, colour=mark.colour, style=mark.style, tags=mark.tags
        )
        return replace(self, made=made)

    def undo(self, library: Library) -> None:
        assert self.made is not None, "it was done before it is undone"
        library.put_mark(replace(self.made, deleted=now()))
        library.put_mark(self.before)


@dataclass(frozen=True)
class MergeMarks(Apart):
    """Two marks made one: `after` takes the place of `kept`, and `gone` is put away at `time`.

    The drafts of both, None where there is none, become `draft`, that of the one mark.
    """

    kept: Mark
    gone: Mark
    after: Mark
    time: str
    drafts: tuple[str | None, str | None] = (None, None)
    draft: str | None = None

    kinds = frozenset({"marks", "drafts"})

    @property
    def text(self) -> str:
        return tr("Merge marks")

    @property
    def article_id(self) -> int:
        return self.kept.article_id

    @property
    def mark_id(self) -> int:
        return self.kept.id

    def do(self, library: Library) -> Self:
        library.put_mark(replace(self.gone, deleted=self.time))
        library.put_mark(self.after)
        self._keep(library, self.draft, None)
        return self

    def undo(self, library: Library) -> None:
        library.put_mark(self.kept)
        library.put_mark(self.gone)
        self._keep(library, *self.drafts)

    def _keep(self, library: Library, kept: str | None, gone: str | None) -> None:
        library.keep_draft(self.kept.id, kept)
        library.keep_draft(self.gone.id, gone)
