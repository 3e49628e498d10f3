"""Changes to several marks at once, each one step to undo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from meipi.workspace.history import Apart
from meipi_db import Library, Mark


@dataclass(frozen=True)
class PutMarks(Apart):
    """Other records of several marks of one article: another colour, other tags, put away or brought back."""

    after: tuple[Mark, ...]
    text: str

    kinds = frozenset({"marks"})

    @property
    def article_id(self) -> int:
        return self.after[0].article_id

    @property
    def mark_id(self) -> int:
        """The first of them."""
        return self.after[0].id

    def do(self, library: Library) -> Self:
        library.put_marks(self.after)
        return self
