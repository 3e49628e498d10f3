"""Whether a library is whole: as a SQLite file, and in what it says of its own texts. Nothing is written."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Literal, NamedTuple

from meipi_db import integrity, opening, schema, search_check
from meipi_db.connection import told
from meipi_db.errors import LibraryDamaged, LibraryMissing, LibraryNewer
from meipi_db.records import LET_GO, NOT_IN_TEXT, sha256_of
from meipi_db.search_language import Language

What = Literal["file", "reference", "text", "span", "quote"]
"""Of what kind a fault is: the file itself; a record whose parent is missing; a text that is not the one
whose SHA-256 or length stands beside it; a span outside its text; a passage that does not stand there."""

_MOST = 100


class Fault(NamedTuple):
    """One thing that is wrong; `row` is the id in the table, where it is about a row."""

    what: What
    table: str
    row: int | None
    detail: str


class Checked(NamedTuple):
    """What a library has in it, deleted records too, and what is wrong with it."""

    articles: int
    marks: int
    faults: tuple[Fault, ...]
    searching: str = ""
    """What is wrong with the index for searching, "" if nothing is. No record is lost by that: it can be made
    anew."""


def check(path: Path, language: Callable[[], Language] | None = None) -> Checked:
    """Look at all of it, with a `language` at what is in the index too.

    Raises the kinds of `LibraryError`, but damage is told in the result.
    """
    if opening.is_new(path):
        raise LibraryMissing(path)
    counts = {"article": 0, "mark": 0}
    faults: list[Fault] = []
    index = ""
    try:
        with told(path), closing(opening.reading(path)) as sqlite:
            opening.check_ours(path, sqlite)
            newer = opening.version(sqlite) > schema.VERSION
            try:
                file, of_index = integrity.complaints(sqlite, _MOST)
                faults += [Fault("file", "", None, each) for each in file]
                faults += _of_references(sqlite)
                faults += _of_texts(sqlite, counts)
                index = "; ".join(of_index)
                if language is not None and not (faults or index or newer):
                    index = search_check.difference(sqlite, language())
            except sqlite3.OperationalError as error:
                if newer and error.sqlite_errorcode == sqlite3.SQLITE_ERROR:
                    raise LibraryNewer(path, str(error)) from error
                raise
    except LibraryDamaged as error:
        if not any(fault.what == "file" for fault in faults):
            faults.append(Fault("file", "", None, error.detail))
    return Checked(counts["article"], counts["mark"], tuple(faults), index)


def _of_references(sqlite: sqlite3.Connection) -> Iterator[Fault]:
    for table, row, parent, _ in sqlite.execute("PRAGMA foreign_key_check"):
        yield Fault("reference", table, row, parent)


def _of_texts(sqlite: sqlite3.Connection, counts: dict[str, int]) -> Iterator[Fault]:
    for (article_id,) in sqlite.execute("SELECT id FROM article ORDER BY id").fetchall():
        counts["article"] += 1
        row = sqlite.execute("SELECT text, length, sha256 FROM article WHERE id = ?", (article_id,))
        text, length, sha256 = row.fetchone()
        if sha256 != LET_GO and (len(text) != length or sha256_of(text) != sha256):
            yield Fault("text", "article", article_id, sha256)
        yield from _of_marks(sqlite, article_id, text)
        yield from _of_bookmarks(sqlite, article_id, len(text))
        yield from _of_versions(sqlite, article_id)
    (counts["mark"],) = sqlite.execute("SELECT count(*) FROM mark").fetchone()


def _of_marks(sqlite: sqlite3.Connection, article_id: int, text: str) -> Iterator[Fault]:
    """Only of marks: saved words and readings keep their place when a text is decoded anew, and are passed
    over where it is another."""
    marks = sqlite.execute(
        'SELECT id, start, mark."end", exact FROM mark'
        f" WHERE article_id = ? AND placed NOT IN {NOT_IN_TEXT} ORDER BY id",
        (article_id,),
    )
    for row, start, end, exact in marks:
        if not 0 <= start < end <= len(text):
            yield Fault("span", "mark", row, f"{start}–{end}")
        elif text[start:end] != exact:
            yield Fault("quote", "mark", row, exact)


def _of_bookmarks(sqlite: sqlite3.Connection, article_id: int, length: int) -> Iterator[Fault]:
    asked = "SELECT id, start FROM bookmark WHERE article_id = ? ORDER BY id"
    for row, start in sqlite.execute(asked, (article_id,)):
        if not 0 <= start <= length:
            yield Fault("span", "bookmark", row, str(start))


def _of_versions(sqlite: sqlite3.Connection, article_id: int) -> Iterator[Fault]:
    """The old texts, and what marks quoted in them; of these the fault tells the mark."""
    versions = sqlite.execute("SELECT id FROM version WHERE article_id = ? ORDER BY id", (article_id,))
    for (version_id,) in versions.fetchall():
        asked = "SELECT text, blocks, length, sha256 FROM version WHERE id = ?"
        packed, blocks, length, sha256 = sqlite.execute(asked, (version_id,)).fetchone()
        try:
            text = zlib.decompress(packed).decode()
            zlib.decompress(blocks).decode()
        except (zlib.error, UnicodeDecodeError) as error:
            yield Fault("text", "version", version_id, str(error))
            continue
        if len(text) != length or sha256_of(text) != sha256:
            yield Fault("text", "version", version_id, sha256)
            continue
        asked = 'SELECT mark_id, start, former_place."end", exact FROM former_place WHERE version_id = ?'
        for mark_id, start, end, exact in sqlite.execute(asked, (version_id,)):
            if text[start:end] != exact:
                yield Fault("quote", "former_place", mark_id, exact)
