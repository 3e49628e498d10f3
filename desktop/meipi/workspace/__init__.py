"""The open article, its marks, and every change to them as one undoable step."""

from meipi.workspace.colours import COLOURS, Colour, colour
from meipi.workspace.opening import open_library
from meipi.workspace.workspace import Said, Workspace
from meipi_db import (
    Article,
    ArticleInfo,
    Library,
    LibraryDamaged,
    LibraryError,
    LibraryFull,
    LibraryLocked,
    LibraryMissing,
    LibraryNewer,
    LibraryReadOnly,
    LibraryUnreachable,
    Mark,
    NotALibrary,
)

__all__ = [
    "COLOURS",
    "Article",
    "ArticleInfo",
    "Colour",
    "Library",
    "LibraryDamaged",
    "LibraryError",
    "LibraryFull",
    "LibraryLocked",
    "LibraryMissing",
    "LibraryNewer",
    "LibraryReadOnly",
    "LibraryUnreachable",
    "Mark",
    "NotALibrary",
    "Said",
    "Workspace",
    "colour",
    "open_library",
]
