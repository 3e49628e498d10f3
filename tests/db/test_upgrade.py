"""A library as the first published step made it, brought to the form of today."""

from __future__ import annotations

import hashlib
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from meipi_db import Article, Library, Mark, SavedWord, schema

FIRST_STEP = "9c0c49a052db"


@pytest.fixture
def first(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of the first step with articles, marks, tags, drafts and original bytes."""
    with monkeypatch.context() as patch:
        patch.setattr(schema, "STEPS", schema.STEPS[:1])
        patch.setattr(schema, "VERSION", 1)
        with Library(path) as library:
            for number in range(12):
                article = library.add_article(title=f"鹽{number}", text="鹽湖之水" * 300, original=b"0" * 900)
                mark = library.add_mark(article.id, (1, 3), colour="zhu", note="記", tags=("甲", "乙"))
                library.keep_draft(mark.id, "草稿")
                library.remember_position(article.id, number, number + 7, "2026-11-24T00:00:00+00:00")
    return path


def content(library: Library) -> tuple[list[Article], list[list[Mark]], dict[int, str], list[bytes | None]]:
    ids = sorted(info.id for info in library.articles())
    return (
        [library.article(each) for each in ids],
        [library.marks(each) for each in ids],
        library.drafts(),
        [library.original(each) for each in ids],
    )


def before_upgrade(path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    with monkeypatch.context() as patch:
        patch.setattr(schema, "STEPS", schema.STEPS[:1])
        patch.setattr(schema, "VERSION", 1)
        with Library(path) as library:
            return content(library)


def test_the_first_step_is_as_it_was_published(first: Path) -> None:
    with closing(sqlite3.connect(first)) as sqlite:
        rows = sqlite.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name").fetchall()
    made = "\n".join(sql for (sql,) in rows if schema.APPLIED not in sql)
    assert hashlib.sha256(made.encode()).hexdigest()[:12] == FIRST_STEP


def test_nothing_is_other_after_the_upgrade(first: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = before_upgrade(first, monkeypatch)
    with Library(first) as library:
        assert content(library) == before
        assert library.words.all() == []
        article = library.articles()[0]
        word = SavedWord(
            article_id=article.id,
            start=0,
            end=2,
            simplified="盐湖",
            traditional="鹽湖",
            pinyin="yán hú",
            sense="salt lake",
            sentence="鹽湖之水",
        )
        saved = library.words.add(word)
    with Library(first) as library:
        assert library.words.all() == [saved]
        assert library._connection.rows("PRAGMA user_version")[0][0] == schema.VERSION
        assert library._connection.rows("PRAGMA integrity_check")[0][0] == "ok"


KILLED = """
import os, signal, sys
from pathlib import Path
from meipi_db import Library, schema

count, create, migrate = int(sys.argv[2]), schema._create, schema.migrate

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

schema._create, schema.migrate = counted, whole
Library(Path(sys.argv[1]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
@pytest.mark.parametrize("tables", range(6))
def test_an_upgrade_that_is_killed_is_begun_again(
    first: Path, monkeypatch: pytest.MonkeyPatch, tables: int
) -> None:
    before = before_upgrade(first, monkeypatch)
    killed = subprocess.run([sys.executable, "-c", KILLED, first, str(tables)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert before_upgrade(first, monkeypatch) == before  # the program of before still opens it
    with Library(first) as library:
        assert content(library) == before
        assert library.splits.all() == []
        assert library._connection.rows("PRAGMA integrity_check")[0][0] == "ok"


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
def test_a_disk_that_is_full_during_an_upgrade(
    first: Path, monkeypatch: pytest.MonkeyPatch, what: str, kind: str
) -> None:
    before = before_upgrade(first, monkeypatch)
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, first, what], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"{kind}\n"
    assert before_upgrade(first, monkeypatch) == before  # the program of before still opens it
    with Library(first) as library:
        assert content(library) == before
