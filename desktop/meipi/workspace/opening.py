"""Opening the library."""

from __future__ import annotations

from pathlib import Path

from meipi_db import Library


def open_library(path: Path | str, *, read_only: bool = False) -> Library:
    """Open the library at `path`, or make it there; raises the kinds of `LibraryError`."""
    return Library(Path(path), read_only=read_only)
