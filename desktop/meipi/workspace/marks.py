"""The changes to marks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from meipi.support.translation import tr
from meipi.workspace.history import Apart, Change
from meipi_db import Library, Mark, now

_MARKS = frozenset({"marks"})


@dataclass(frozen=True)
class AddMark(Apart):
    """A new mark over `span`, code points of the article's text."""

    article_id: int
    span: tuple[int, int]
    colour: str
    style: str
    made: Mark | None = None
    """The record, once it was made: done again, the same one comes back."""

    kinds = _MARKS

    @property
    def text(self) -> str:
        return tr("Highlight")

    @property
    def mark_id(self) -> int | None:
        return self.made.id if self.made else None

    def do(self, library: Library) -> Self:
        if self.made is not None:
            library.put_mark(self.made)
            return self
        mark = library.add_mark(self.article_id, self.span, colour=self.colour, style=self.style)
        return replace(self, made=mark)

    def undo(self, library: Library) -> None:
        assert self.made is not None, "it was done before it is undone"
        library.put_mark(replace(self.made, deleted=now()))


@dataclass(frozen=True)
class PutMark(Apart):
    """Another record in place of a mark's: its colour, style, tags or note."""

    before: Mark
    after: Mark
    text: str

    kinds = _MARKS

    @property
    def article_id(self) -> int:
        return self.before.article_id

    @property
    def mark_id(self) -> int:
        return self.before.id

    def do(self, library: Library) -> Self:
        library.put_mark(self.after)
        return self

    def undo(self, library: Library) -> None:
        library.put_mark(self.before)


@dataclass(frozen=True)
class ResizeMark(PutMark):
    """Another beginning or end. Steps of one mark that follow each other are one step to undo."""

    def merge(self, previous: Change) -> Change | None:
        if isinstance(previous, ResizeMark) and previous.mark_id == self.mark_id:
            return replace(self, before=previous.before)
        return None


@dataclass(frozen=True)
class WriteNote(PutMark):
    """Another note. `typing` says that the writer goes on: the next note of this mark joins this step."""

    typing: bool = False

    kinds = frozenset({"marks", "drafts"})

    def do(self, library: Library) -> Self:
        library.keep_draft(self.mark_id, None)
        return super().do(library)

    def undo(self, library: Library) -> None:
        library.keep_draft(self.mark_id, None)
        super().undo(library)

    def merge(self, previous: Change) -> Change | None:
        if isinstance(previous, WriteNote) and previous.typing and previous.mark_id == self.mark_id:
            return replace(self, before=previous.before)
        return None


@dataclass(frozen=True)
class DeleteMark(Apart):
    """The mark put away at `time`; its record stays, so that it can come back as it was."""

    mark: Mark
    time: str

    kinds = _MARKS

    @property
    def text(self) -> str:
        return tr("Delete mark")

    @property
    def article_id(self) -> int:
        return self.mark.article_id

    @property
    def mark_id(self) -> int:
        return self.mark.id

    def do(self, library: Library) -> Self:
        library.put_mark(replace(self.mark, deleted=self.time))
        return self

    def undo(self, library: Library) -> None:
        library.put_mark(self.mark)
