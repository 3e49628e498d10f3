"""A library as each published step made it, brought to the form of today."""

from __future__ import annotations

import hashlib
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

import older
from meipi_db import Library, SavedWord, checking, schema

MADE = {1: "9c0c49a052db", 2: "78533da7cc00", 3: "4b06999c4fe8", 4: "38b2bed7ccff"}
"""By form, the beginning of the SHA-256 of the statements that make its tables."""

FORMS = [1, 2, 3]
TABLES = ("article", "reading", "original", "mark", "tag", "mark_tag", "draft")


@pytest.fixture
def first(path: Path) -> Path:
    """A library of the first step with articles, marks, tags, drafts and original bytes."""
    fill(path, 1)
    return path


def fill(path: Path, form: int) -> None:
    older.make(path, form, [f"鹽湖{number}之水" * 300 for number in range(12)], original=b"0" * 900)


@pytest.mark.parametrize("form", MADE)
def test_a_published_step_is_as_it_was(path: Path, form: int) -> None:
    older.make(path, form, [])
    with closing(sqlite3.connect(path)) as sqlite:
        rows = sqlite.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name").fetchall()
    made = "\n".join(sql for (sql,) in rows if schema.APPLIED not in sql)
    assert hashlib.sha256(made.encode()).hexdigest()[:12] == MADE[form]


@pytest.mark.parametrize("form", FORMS)
def test_nothing_is_other_after_the_upgrade(path: Path, form: int) -> None:
    fill(path, form)
    tables = (*TABLES, "word") if form > 1 else TABLES
    before = older.rows(path, tables)
    with Library(path) as library:
        infos = library.articles()
        assert [(info.starred, info.tags, info.marks, info.notes) for info in infos] == [
            (False, (), 1, 1)
        ] * 12
        marks = [mark for info in infos for mark in library.marks(info.id)]
        assert [(mark.placed, mark.in_text, mark.tags) for mark in marks] == [("", True, ("甲", "乙"))] * 12
        assert library.versions(1) == library.bookmarks(1) == []
        assert library.original(1) == b"0" * 900
        assert library._connection.rows("PRAGMA user_version")[0][0] == schema.VERSION
        assert library._connection.rows("PRAGMA integrity_check")[0][0] == "ok"
    assert older.rows(path, tables) == before
    assert checking.check(path) == checking.Checked(12, 12, ())
    with Library(path) as library:
        article = library.article(1)
        library.put_article(replace(article, starred=True, tags=("鹽",)))
        library.replace_text(article, original=None, reason="edit", marks=library.marks(1))
        word = SavedWord(1, 0, 2, "盐湖", "鹽湖", "yán hú", "salt lake", "鹽湖之水")
        saved = library.words.add(word)
        assert library.words.all()[-1] == saved


KILLED = """
import os, signal, sys
from pathlib import Path
from meipi_db import Library, schema, schema_steps

count, create, migrate = int(sys.argv[2]), schema_steps.create, schema.migrate

def die():
    os.kill(os.getpid(), signal.SIGKILL)

def counted(*arguments, **named):
    global count
    count -= 1
    if count < 0:
        die()
    create(*arguments, **named)

def whole(db):
    migrate(db)
    die()

schema_steps.create, schema.migrate = counted, whole
Library(Path(sys.argv[1]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
@pytest.mark.parametrize("tables", range(12))
def test_an_upgrade_that_is_killed_is_begun_again(first: Path, tables: int) -> None:
    before = older.rows(first, TABLES)
    killed = subprocess.run([sys.executable, "-c", KILLED, first, str(tables)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert version(first) == 1  # the program of before still opens it
    assert older.rows(first, TABLES) == before
    with Library(first) as library:
        assert library.splits.all() == library.bookmarks(1) == []
        assert library._connection.rows("PRAGMA integrity_check")[0][0] == "ok"
    assert older.rows(first, TABLES) == before


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as sqlite:
        return int(sqlite.execute("PRAGMA user_version").fetchone()[0])


LIMITED = """
import resource, sys
from pathlib import Path
from meipi_db import Library, LibraryError, backups

def limit(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

make = backups.make

def then_limit(*arguments):
    made = make(*arguments)
    limit(40_000)
    return made

if sys.argv[2] == "backup":
    limit(40_000)
else:
    backups.make = then_limit
try:
    Library(Path(sys.argv[1]))
except LibraryError as error:
    print(error.kind)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
@pytest.mark.parametrize(("what", "kind"), [("backup", "backup_full"), ("migration", "full")])
def test_a_disk_that_is_full_during_an_upgrade(first: Path, what: str, kind: str) -> None:
    before = older.rows(first, TABLES)
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, first, what], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"{kind}\n"
    assert version(first) == 1  # the program of before still opens it
    assert older.rows(first, TABLES) == before
    with Library(first):
        assert older.rows(first, TABLES) == before
