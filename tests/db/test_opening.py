from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from meipi_db import (
    Library,
    LibraryDamaged,
    LibraryFull,
    LibraryMissing,
    LibraryNewer,
    LibraryReadOnly,
    LibraryUnreachable,
    NotALibrary,
    opening,
    schema,
)


@pytest.fixture
def filled(path: Path) -> Path:
    with Library(path) as library:
        for number in range(30):
            article = library.add_article(title=str(number), text="鹽湖" * 2000, original=os.urandom(4000))
            library.add_mark(article.id, (1, 3), colour="zhu", note="記", tags=("甲",))
    return path


@contextmanager
def unchanged(path: Path) -> Iterator[None]:
    before = hashlib.sha256(path.read_bytes()).digest()
    yield
    assert hashlib.sha256(path.read_bytes()).digest() == before


def run_sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as sqlite:
        for statement in statements:
            sqlite.execute(statement)
        sqlite.commit()


def test_a_new_library_is_made_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "資料 #1?%41" / "鹽" / "library.meipi"
    with Library(path) as library:
        assert library.path == path
        assert library.articles() == []
    with closing(sqlite3.connect(path)) as sqlite:
        assert sqlite.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
        assert sqlite.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
        names = [name for (name,) in sqlite.execute(f"SELECT name FROM {schema.APPLIED} ORDER BY rowid")]
        assert names == [step.__name__ for step in schema.STEPS]
        tables = sqlite.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
        assert {name for name, _ in tables} == {
            *("article", "reading", "original", "mark", "tag", "mark_tag", "draft", schema.APPLIED),
            *("word", "known_word", "reading_fix", "split", "conversion_exception"),
            *("version", "former_place", "bookmark", "article_tag", "bin_entry", "bin_day"),
            *("search_due", "search_form", "journal"),
        }
        assert all(sql.endswith("STRICT") for name, sql in tables if name != schema.APPLIED)


def test_a_creation_that_was_cut_off_is_begun_again(path: Path) -> None:
    path.touch()
    with Library(path) as library:
        library.add_article(title="一", text="鹽")
    path.unlink()
    run_sql(path, "PRAGMA journal_mode = WAL")
    with Library(path) as library:
        library.add_article(title="一", text="鹽")


def test_a_step_that_fails_leaves_no_half_library(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(db: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, fail))
    with pytest.raises(RuntimeError):
        Library(path)
    monkeypatch.undo()
    with Library(path) as library:
        assert library.articles() == []


def test_an_older_library_is_brought_up_to_date(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sqlite_utils import Database

    def later(db: Database) -> None:
        db.table("later").create({"id": int, "hanzi": str}, pk="id", strict=True)

    with Library(filled) as library:
        before = library.articles()
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, later))
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    with unchanged(filled), pytest.raises(LibraryReadOnly):
        Library(filled, read_only=True)
    with Library(filled) as library:
        assert library.articles() == before
        assert library._connection.rows("SELECT count(*) FROM later")[0][0] == 0
        assert library._connection.rows("PRAGMA user_version")[0][0] == schema.VERSION


@pytest.mark.parametrize(
    "sign",
    [
        f"PRAGMA user_version = {schema.VERSION + 1}",
        f"INSERT INTO {schema.APPLIED} (migration_set, name) VALUES ('{schema.SET}', 'later')",
    ],
)
def test_a_newer_library_is_read_and_not_written(filled: Path, sign: str) -> None:
    run_sql(filled, sign)
    with unchanged(filled):
        with pytest.raises(LibraryNewer):
            Library(filled)
        with Library(filled, read_only=True) as library:
            assert len(library.articles()) == 30
            with pytest.raises(LibraryReadOnly):
                library.add_article(title="一", text="鹽")


def test_a_newer_library_of_another_form_is_not_even_read(filled: Path) -> None:
    run_sql(
        filled,
        f"PRAGMA user_version = {schema.VERSION + 1}",
        'ALTER TABLE mark RENAME COLUMN "end" TO length',
    )
    with unchanged(filled), pytest.raises(LibraryNewer):
        Library(filled, read_only=True)


@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_no_library(tmp_path: Path, read_only: bool) -> None:
    text = tmp_path / "鹽.txt"
    text.write_text("青海的鹽湖" * 1000)
    random = tmp_path / "random"
    random.write_bytes(os.urandom(9000))
    pretender = tmp_path / "pretender"
    pretender.write_bytes(b"SQLite format 3\0" + os.urandom(9000))
    other = tmp_path / "other.db"
    run_sql(other, "CREATE TABLE bookmark (url TEXT)")
    foreign = tmp_path / "foreign.db"
    run_sql(foreign, "PRAGMA application_id = 77", "PRAGMA user_version = 1")
    for path in (text, random, pretender, other, foreign):
        with unchanged(path), pytest.raises(NotALibrary):
            Library(path, read_only=read_only)
    with pytest.raises(NotALibrary):
        Library(tmp_path, read_only=read_only)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_truncated_library(filled: Path, read_only: bool) -> None:
    data = filled.read_bytes()
    filled.write_bytes(data[: len(data) // 2])
    with unchanged(filled), pytest.raises(LibraryDamaged):
        Library(filled, read_only=read_only)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_library_with_damaged_pages(filled: Path, read_only: bool) -> None:
    data = bytearray(filled.read_bytes())
    for page in range(4096, len(data), 4096):
        data[page : page + 16] = os.urandom(16)
    filled.write_bytes(data)
    with unchanged(filled), pytest.raises(LibraryDamaged):
        Library(filled, read_only=read_only)


def test_damage_met_later_is_told_too(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "CHECKED_BYTES", 0)  # as with a file too large to be checked at every start
    data = filled.read_bytes()
    place = data.rindex("鹽湖鹽湖".encode())
    filled.write_bytes(data[:place] + b"\xff" * 12 + data[place + 12 :])
    with Library(filled) as library, pytest.raises(LibraryDamaged):
        _ = [library.article(info.id) for info in library.articles()]


def test_a_missing_library_is_not_made_for_reading(path: Path) -> None:
    with pytest.raises(LibraryMissing):
        Library(path, read_only=True)
    assert not path.exists()


def test_a_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryUnreachable):
        Library(tmp_path / "file" / "library.meipi")


def test_reading_only_writes_nothing(filled: Path) -> None:
    with unchanged(filled), Library(filled, read_only=True) as library:
        article = library.articles()[0]
        (mark,) = library.marks(article.id)
        for write in (
            lambda: library.add_article(title="一", text="鹽"),
            lambda: library.add_mark(article.id, (0, 1), colour="zhu"),
            lambda: library.put_mark(mark),
            lambda: library.keep_draft(mark.id, "草稿"),
            lambda: library.remember_position(article.id, 1, 1, ""),
        ):
            with pytest.raises(LibraryReadOnly):
                write()


def test_a_file_that_may_not_be_written(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The user of a test may be root, who may write anywhere: SQLite is asked for what it then falls back to.
    connect = opening._connect
    monkeypatch.setattr(opening, "_connect", lambda address: connect(address.replace("mode=rwc", "mode=ro")))
    with unchanged(filled), pytest.raises(LibraryReadOnly):
        Library(filled)


def test_a_folder_in_which_no_helper_file_can_be_made(filled: Path) -> None:
    for helper in ("-wal", "-shm"):  # a folder of that name is in the way, for root too
        filled.with_name(filled.name + helper).mkdir()
    with unchanged(filled), Library(filled, read_only=True) as library:
        assert len(library.articles()) == 30
    with unchanged(filled), pytest.raises(LibraryReadOnly):
        Library(filled)


def test_a_full_disk_loses_only_the_last_step(library: Library) -> None:
    article = library.add_article(title="一", text="鹽湖")
    pages = library._connection.rows("PRAGMA page_count")[0][0]
    library._connection.rows(f"PRAGMA max_page_count = {pages + 4}")

    def too_much() -> None:
        with library.transaction():
            library.add_mark(article.id, (0, 1), colour="zhu")
            library.add_article(title="二", text="湖" * 100_000)

    with pytest.raises(LibraryFull):
        too_much()
    assert [info.id for info in library.articles()] == [article.id]
    assert library.marks(article.id) == []
    library.add_mark(article.id, (0, 1), colour="zhu")


LIMITED = """
import resource, sys
from pathlib import Path
from meipi_db import Library, LibraryFull

library = Library(Path(sys.argv[1]))
library.add_article(title="一", text="鹽湖")
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
try:
    library.add_article(title="二", text="湖" * 1_000_000)
except LibraryFull:
    print([info.title for info in library.articles()])
    library.add_mark(1, (0, 2), colour="zhu")
    library.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
def test_a_file_that_may_not_grow(path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", LIMITED, path], capture_output=True, text=True, check=True)
    assert done.stdout == "['一']\n"
    with Library(path) as library:
        assert [info.marks for info in library.articles()] == [1]


START = """
import sys
from pathlib import Path
from meipi_db import Library

with Library(Path(sys.argv[1])) as library:
    for info in library.articles():
        library.article(info.id), library.marks(info.id), library.original(info.id)
    library.remember_position(1, 2, 3, "")
    print("sqlite_utils" in sys.modules)
    library.prepare_writing()
    print("sqlite_utils" in sys.modules)
"""


def test_a_start_does_not_import_what_only_writing_needs(filled: Path) -> None:
    done = subprocess.run([sys.executable, "-c", START, filled], capture_output=True, text=True, check=True)
    assert done.stdout == "False\nTrue\n"
