"""A backup brought into the library, as one step that can be undone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from meipi.support.translation import tr
from meipi.workspace.history import Apart
from meipi_db import Library
from meipi_db.union import Union

EVERYTHING = frozenset(
    {
        "articles",
        "marks",
        "drafts",
        "bookmarks",
        "words",
        "known_words",
        "reading_fixes",
        "splits",
        "exceptions",
    }
)
"""Every kind of record."""


@dataclass(frozen=True)
class TakeIn(Apart):
    """What the backup has and the library has not; nothing of the library disappears."""

    backup: Path
    done: Union | None = None

    kinds = EVERYTHING
    article_id = None
    mark_id = None

    @property
    def text(self) -> str:
        return tr("Restore a backup")

    def do(self, library: Library) -> Self:
        if self.done is not None:
            library.take_again(self.done)
            return self
        return replace(self, done=library.take_in(self.backup))

    def undo(self, library: Library) -> None:
        assert self.done is not None, "it was done before it is undone"
        library.take_back(self.done)
