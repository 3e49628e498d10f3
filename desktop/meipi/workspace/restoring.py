"""A backup brought into the library, as one step that can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from meipi.support.translation import phrase, tr_noop
from meipi.workspace.history import Apart
from meipi_db import Library

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

    kinds = EVERYTHING
    article_id = None
    mark_id = None

    @property
    def text(self) -> str:
        return phrase(tr_noop("Restore a backup"))

    def do(self, library: Library) -> Self:
        library.take_in(self.backup)
        return self
