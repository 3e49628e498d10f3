"""Whether a library is whole."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from meipi_db import Library, LibraryMissing, LibraryNewer, NotALibrary, checking, schema, sha256_of
from meipi_db.checking import Fault


@pytest.fixture
def filled(path: Path, text: str) -> Path:
    with Library(path) as library:
        for number in range(3):
            article = library.add_article(title=str(number), text=text)
            for start in range(4):
                library.add_mark(article.id, (start, start + 2), colour="zhu")
            library.add_mark(article.id, (len(text) - 1, len(text)), colour="zhu")
            library.add_bookmark(article.id, len(text))
        marks = library.marks(2)
        library.replace_text(
            replace(library.article(2), text="海", sha256=sha256_of("海")),
            original=None,
            reason="file",
            marks=[replace(mark, placed="orphan") for mark in marks],
        )
    return path


def test_a_whole_library(filled: Path) -> None:
    before = hashlib.sha256(filled.read_bytes()).digest()
    assert checking.check(filled) == checking.Checked(3, 15, ())
    assert hashlib.sha256(filled.read_bytes()).digest() == before


@pytest.mark.parametrize(
    ("wrong", "faults"),
    [
        ("UPDATE article SET text = text || '湖', length = length + 1 WHERE id = 2", ["text article 2"]),
        ("UPDATE article SET length = length + 1 WHERE id = 3", ["text article 3"]),
        ("UPDATE mark SET start = -1 WHERE id = 4", ["span mark 4"]),
        ('UPDATE mark SET "end" = 999 WHERE id = 4', ["span mark 4"]),
        ("UPDATE mark SET \"end\" = start, deleted = '2026' WHERE id = 4", ["span mark 4"]),
        ("UPDATE mark SET exact = '青' WHERE id = 3", ["quote mark 3"]),
        ("UPDATE mark SET exact = '青' WHERE id = 7", []),
        ("UPDATE bookmark SET start = 2 WHERE id = 2", ["span bookmark 2"]),
        ("UPDATE bookmark SET start = -1 WHERE id = 3", ["span bookmark 3"]),
        ("UPDATE version SET text = x'00'", ["text version 1"]),
        ("UPDATE version SET blocks = x'00'", ["text version 1"]),
        ("UPDATE version SET length = 1", ["text version 1"]),
        ("UPDATE former_place SET start = 1 WHERE mark_id = 8", ["quote former_place 8"]),
        ("DELETE FROM article WHERE id = 1", [f"reference mark {each}" for each in range(1, 6)]),
    ],
)
def test_what_contradicts_itself_is_found(filled: Path, wrong: str, faults: list[str]) -> None:
    with closing(sqlite3.connect(filled)) as sqlite:
        sqlite.execute(wrong)
        sqlite.commit()
    found = [f"{fault.what} {fault.table} {fault.row}" for fault in checking.check(filled).faults]
    assert sorted(found) == sorted(
        [*faults, *(["reference reading 1", "reference bookmark 1"] if "DELETE" in wrong else [])]
    )


def test_damage_is_told_in_the_result(filled: Path) -> None:
    data = bytearray(filled.read_bytes())
    for page in range(4096, len(data), 4096):
        data[page : page + 16] = b"\xff" * 16
    filled.write_bytes(data)
    (fault, *_) = checking.check(filled).faults
    assert fault.what == "file"
    filled.write_bytes(data[:5000])
    assert checking.check(filled).faults == (Fault("file", "", None, "database disk image is malformed"),)


def test_what_is_no_library(path: Path) -> None:
    with pytest.raises(LibraryMissing):
        checking.check(path)
    path.write_text("鹽湖" * 99)
    with pytest.raises(NotALibrary):
        checking.check(path)
    path.unlink()
    with closing(sqlite3.connect(path)) as sqlite:
        sqlite.execute("CREATE TABLE bookmark (url TEXT)")
    with pytest.raises(NotALibrary):
        checking.check(path)


def test_a_newer_library_is_checked_as_far_as_it_is_known(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as sqlite:
        sqlite.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
        assert checking.check(filled).faults == ()
        sqlite.execute("ALTER TABLE mark RENAME COLUMN exact TO quote")
    with pytest.raises(LibraryNewer):
        checking.check(filled)
