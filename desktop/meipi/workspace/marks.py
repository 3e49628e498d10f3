"""The changes to marks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from meipi.support.translation import phrase, tr_noop
from meipi.workspace.history import Apart, Change
from meipi_db import Library, Mark

_MARKS = frozenset({"marks"})


@dataclass(frozen=True)
class AddMark(Apart):
    """A new mark over `span`, code points of the article's text."""

    article_id: int
    span: tuple[int, int]
    colour: str
    style: str
    made: Mark | None = None
    """The record, once it was made."""

    kinds = _MARKS

    @property
    def text(self) -> str:
        return phrase(tr_noop("Highlight"))

    @property
    def mark_id(self) -> int | None:
        return self.made.id if self.made else None

    def do(self, library: Library) -> Self:
        mark = library.add_mark(self.article_id, self.span, colour=self.colour, style=self.style)
        return replace(self, made=mark)


@dataclass(frozen=True)
class PutMark(Apart):
    """Another record in place of a mark's: another colour, style, note, other tags, or put away."""

    after: Mark
    text: str

    kinds = _MARKS

    @property
    def article_id(self) -> int:
        return self.after.article_id

    @property
    def mark_id(self) -> int:
        return self.after.id

    def do(self, library: Library) -> Self:
        library.put_mark(self.after)
        return self


@dataclass(frozen=True)
class ResizeMark(PutMark):
    """Another beginning or end. Steps of one mark that follow each other are one step to undo."""

    def joins(self, previous: Change) -> bool:
        return isinstance(previous, ResizeMark) and previous.mark_id == self.mark_id


@dataclass(frozen=True)
class WriteNote(PutMark):
    """Another note. `typing` says that the writer goes on: the next note of this mark joins this step."""

    typing: bool = False

    kinds = frozenset({"marks", "drafts"})

    def do(self, library: Library) -> Self:
        library.drop_draft(self.mark_id)
        return super().do(library)

    def joins(self, previous: Change) -> bool:
        return isinstance(previous, WriteNote) and previous.typing and previous.mark_id == self.mark_id
