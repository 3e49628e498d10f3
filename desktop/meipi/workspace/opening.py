"""Opening the library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from meipi_db import Library

if TYPE_CHECKING:
    from meipi_db.search_language import Language


def open_library(path: Path | str, *, read_only: bool = False) -> Library:
    """Open the library at `path`, or make it there; raises the kinds of `LibraryError`."""
    return Library(Path(path), read_only=read_only, language=search_language)


def search_language() -> Language:
    """What a library is searched with.

    Asked for at the first search, or when something that can be found has changed: not at a start.
    """
    from meipi.workspace.search_language import SearchLanguage

    return SearchLanguage()
