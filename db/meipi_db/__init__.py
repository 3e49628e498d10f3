"""The store: articles, marks, drafts and the reader's words in SQLite. Imports nothing of Meipi."""

from meipi_db.errors import (
    BackupFull,
    BackupRefused,
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
from meipi_db.vocabulary import KnownWords, Records
from meipi_db.word_records import ConversionException, KnownWord, ReadingFix, SavedWord, Split, WordRecord

__all__ = [
    "Article",
    "ArticleDetails",
    "ArticleInfo",
    "BackupFull",
    "BackupRefused",
    "ConversionException",
    "KnownWord",
    "KnownWords",
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
    "Records",
    "SavedWord",
    "Split",
    "WordRecord",
    "now",
    "quoted",
    "sha256_of",
]
