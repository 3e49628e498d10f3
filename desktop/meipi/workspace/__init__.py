"""The open article, its marks, and every change to them as one undoable step."""

from meipi.workspace.colours import COLOURS, Colour, colour
from meipi.workspace.opening import open_library
from meipi.workspace.vocabulary import Vocabulary
from meipi.workspace.workspace import Said, Workspace
from meipi_db import (
    Article,
    ArticleInfo,
    Bin,
    Bookmark,
    ConversionException,
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
    ReadingFix,
    SavedWord,
    Split,
    Version,
)

__all__ = [
    "COLOURS",
    "Article",
    "ArticleInfo",
    "Bin",
    "Bookmark",
    "Colour",
    "ConversionException",
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
    "ReadingFix",
    "Said",
    "SavedWord",
    "Split",
    "Version",
    "Vocabulary",
    "Workspace",
    "colour",
    "open_library",
]
