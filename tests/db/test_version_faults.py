"""A disk that is full and a program that is killed while the text of an article is replaced."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from meipi_db import Library, checking

MARKS = 300
TEXT = "".join(chr(0x4E00 + number % 5000) for number in range(40_000))
"""Of which little can be saved by compressing."""

COMMON = """
import resource, sys
from dataclasses import replace
from pathlib import Path
from meipi_db import Library, LibraryError, sha256_of

def other_text(article):
    text = article.text[1:] + article.text[:1]
    return replace(article, text=text, sha256=sha256_of(text))

def moved(marks, text):
    each = ((mark, mark.start - 1 if mark.start else len(text) - 1) for mark in marks)
    return [replace(mark.over(text, (start, start + 1)), placed="moved") for mark, start in each]

def replaced(library):
    article = library.article(1)
    after = other_text(article)
    return library.replace_text(
        after, original=after.text.encode(), reason="file", marks=moved(library.marks(1), after.text)
    )
"""


@pytest.fixture
def filled(path: Path) -> Path:
    with Library(path) as library:
        article = library.add_article(title="一", text=TEXT, original=TEXT.encode())
        with library.transaction():
            for place in range(MARKS):
                library.add_mark(
                    article.id, (place * 100, place * 100 + 1), colour="zhu", note="記", tags=("甲",)
                )
    return path


def is_one_of_its_texts(library: Library) -> int:
    """The number of versions, if text, marks, bytes and versions belong together."""
    article, versions = library.article(1), library.versions(1)
    number = len(versions)
    assert article.text == TEXT[number:] + TEXT[:number]
    assert library.original(1) == article.text.encode()
    marks = library.marks(1)
    assert len(marks) == MARKS
    assert all(mark.in_text and mark.exact == article.text[mark.start : mark.end] for mark in marks)
    assert {mark.exact for mark in marks} == {TEXT[place * 100] for place in range(MARKS)}
    for older, version in enumerate(reversed(versions)):
        assert library.version_text(version.id)[0] == TEXT[older:] + TEXT[:older]
        assert len(library.former_places(version.id)) == MARKS
    return number


FULL = (
    COMMON
    + """
with Library(Path(sys.argv[1])) as library:
    replaced(library)
    before = library.article(1), library.marks(1), library.versions(1)
    limit = int(sys.argv[2])
    library._connection.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    kinds = set()
    for _ in range(3):
        try:
            replaced(library)
        except LibraryError as error:
            kinds.add(error.kind)
        else:
            kinds.add("written")
    assert kinds == {"full"}, kinds
    assert before == (library.article(1), library.marks(1), library.versions(1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    replaced(library)
"""
)


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
@pytest.mark.parametrize("limit", [0, 8192, 65_536, 131_072])
def test_a_full_disk_leaves_the_text_with_its_marks(filled: Path, limit: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL, filled, str(limit)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    with Library(filled) as library:
        assert is_one_of_its_texts(library) == 2
    assert checking.check(filled).faults == ()


KILLED = (
    COMMON
    + """
with Library(Path(sys.argv[1])) as library:
    while True:
        replaced(library)
        print(len(library.versions(1)), flush=True)
"""
)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_program_that_is_killed_leaves_one_text_or_the_other(filled: Path) -> None:
    dice = random.Random(11)
    told = 0
    for _ in range(8):
        with subprocess.Popen(
            [sys.executable, "-c", KILLED, filled], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            lines = [writer.stdout.readline()]
            time.sleep(dice.uniform(0, 0.06))
            writer.kill()
            lines += [line for line in writer.stdout if line.endswith("\n")]
        told = max(told, int(lines[-1]))
        with Library(filled) as library:
            assert told <= is_one_of_its_texts(library) <= told + 1
            assert library._connection.rows("PRAGMA integrity_check")[0][0] == "ok"
    assert told >= 8
    assert checking.check(filled).faults == ()
