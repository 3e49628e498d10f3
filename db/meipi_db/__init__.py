"""The store: articles, marks and drafts in SQLite. Imports nothing of Meipi."""

from meipi_db.errors import (
    LibraryDamaged,
    LibraryError,
    LibraryFull,
    LibraryLocked,
    LibraryMissing,
    LibraryNewer,
    LibraryReadOnly,
    LibraryUnreachable,
    NotALibrary,
)
from meipi_db.library import Library
from meipi_db.records import Article, ArticleDetails, ArticleInfo, Mark, now, quoted, sha256_of

__all__ = [
    "Article",
    "ArticleDetails",
    "ArticleInfo",
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
    "now",
    "quoted",
    "sha256_of",
]
