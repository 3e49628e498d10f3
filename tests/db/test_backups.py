"""Whole copies beside a library, whatever happens while one is made."""

from __future__ import annotations

import errno
import hashlib
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import older
from meipi_db import (
    BackupRefused,
    Library,
    LibraryDamaged,
    LibraryMissing,
    NotALibrary,
    backups,
    checking,
    now,
)

DAY = date(2026, 11, 25)


@pytest.fixture
def filled(path: Path) -> Path:
    with Library(path) as library:
        for number in range(20):
            article = library.add_article(title=str(number), text="鹽湖" * 2000, original=os.urandom(4000))
            library.add_mark(article.id, (1, 3), colour="zhu", note="記", tags=("甲",))
    return path


def files(path: Path) -> list[str]:
    return sorted(file.name for file in backups.folder_of(path).iterdir())


def titles(path: Path) -> list[str]:
    with Library(path, read_only=True) as library:
        return [info.title for info in library.articles()]


def test_a_backup_is_a_whole_library_in_one_file(filled: Path) -> None:
    with Library(filled) as library:
        library.add_article(title="後", text="湖")
        made = backups.make(filled, "daily", DAY)
        library.add_article(title="太晚", text="湖")
    assert files(filled) == ["0001-2026-11-25-daily.db"]
    with closing(sqlite3.connect(made)) as sqlite:
        assert sqlite.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert titles(made)[:1] == ["後"]
    assert checking.check(made).faults == ()
    with Library(made) as library:  # put in the library's place, it is one
        library.add_article(title="新", text="湖")
        assert len(library.articles()) == 22


def test_a_backup_is_made_while_another_program_writes(filled: Path) -> None:
    with Library(filled) as library, library.transaction():
        library.add_article(title="未竟", text="湖")
        assert "未竟" not in titles(backups.make(filled, "daily", DAY))


def test_one_is_due_each_day_whichever_way_the_clock_goes(filled: Path) -> None:
    for today in (DAY, DAY + timedelta(1), DAY - timedelta(300), DAY, DAY):
        if backups.due(filled, today):
            backups.make(filled, "daily", today)
        assert not backups.due(filled, today)
    backups.make(filled, "import", DAY + timedelta(5))
    assert backups.due(filled, DAY + timedelta(5))  # of the daily ones, none is of that day
    assert files(filled) == [
        "0002-2026-11-26-daily.db",
        "0003-2026-01-29-daily.db",
        "0004-2026-11-25-daily.db",
        "0005-2026-11-30-import.db",
    ]


def test_seven_days_and_four_weeks_are_kept(path: Path) -> None:
    with Library(path):
        for day in range(60):
            backups.make(path, "daily", DAY + timedelta(day))
    last = DAY + timedelta(59)
    kept = [backup.day for backup in backups.found(path)]
    assert kept[:7] == [last - timedelta(day) for day in range(7)]
    # 23 January 2027 is a Saturday: its week and the one before are among the seven days.
    assert kept[7:] == [date(2027, 1, 10), date(2027, 1, 3)]


def test_those_before_something_are_counted_apart(path: Path) -> None:
    with Library(path):
        backups.make(path, "daily", DAY)
        for reason in ("upgrade", "restore"):
            for _ in range(6):
                backups.make(path, reason, DAY)  # type: ignore[arg-type]
    reasons = [backup.reason for backup in backups.found(path)]
    assert [reasons.count(reason) for reason in ("daily", "upgrade", "restore")] == [1, 4, 4]


@given(days=st.lists(st.integers(-400, 400), min_size=1, max_size=60))
@settings(max_examples=200, deadline=None)
def test_the_newest_is_kept_whatever_the_clock_says(days: list[int]) -> None:
    left: list[backups.Backup] = []
    for number, day in enumerate(days):
        left.insert(0, backups.Backup(Path(str(number)), number, DAY + timedelta(day), "daily"))
        gone = backups._no_longer_kept(left)
        left = [backup for backup in left if backup not in gone]
        assert left[0].number == number
        assert len(left) <= backups.DAYS + backups.WEEKS


def test_what_else_lies_in_the_folder_stays(filled: Path) -> None:
    folder = backups.folder_of(filled)
    folder.mkdir()
    others = ["0001-2026-99-99-daily.db", "筆記.txt", "0001-2026-11-25-daily.db.bak"]
    for name in others:
        (folder / name).write_text("鹽")
    cut_off = folder / f".0001-2026-11-25-daily.db.{'0' * 32}.tmp"
    under_way = folder / f".0001-2026-11-25-daily.db.{'1' * 32}.tmp"
    for name in (cut_off, under_way):
        name.write_text("半")
    os.utime(cut_off, (0, time.time() - 2 * 86400))
    backups.make(filled, "daily", DAY)
    assert files(filled) == sorted([*others, under_way.name, "0001-2026-11-25-daily.db"])


def test_a_copy_takes_the_place_of_an_older_one_and_of_nothing_else(filled: Path, tmp_path: Path) -> None:
    target = tmp_path / "複本.db"
    backups.copy(filled, target)
    with Library(filled) as library:
        library.put_article(replace(library.article(1), deleted=now()))
    backups.copy(filled, target)
    assert len(titles(target)) == 19
    letter = tmp_path / "信.txt"
    letter.write_text("鹽湖" * 99)
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as sqlite:
        sqlite.execute("CREATE TABLE bookmark (url TEXT)")
    for wrong in (letter, other, tmp_path, filled, letter / "複本.db", tmp_path / "無" / "複本.db"):
        before = wrong.read_bytes() if wrong.is_file() else b""
        with pytest.raises(BackupRefused) as told:
            backups.copy(filled, wrong)
        assert told.value.path == wrong
        assert (wrong.read_bytes() if wrong.is_file() else b"") == before


def test_what_cannot_be_copied(tmp_path: Path) -> None:
    target = tmp_path / "複本.db"
    with pytest.raises(LibraryMissing):
        backups.copy(tmp_path / "library.db", target)
    (tmp_path / "library.db").write_text("鹽湖" * 99)
    with pytest.raises(NotALibrary):
        backups.copy(tmp_path / "library.db", target)
    assert not target.exists()


def spoil_texts(data: bytearray) -> None:
    place = data.index("鹽湖鹽湖".encode())
    for page in range(place // 4096, place // 4096 + 3):
        data[page * 4096 : page * 4096 + 8] = b"\xff" * 8


def truncate(data: bytearray) -> None:
    del data[len(data) // 2 :]


@pytest.mark.parametrize("spoil", [spoil_texts, truncate])
def test_a_damaged_library_never_replaces_a_whole_copy(
    filled: Path, tmp_path: Path, spoil: Callable[[bytearray], None]
) -> None:
    target = tmp_path / "複本.db"
    backups.copy(filled, target)
    whole = target.read_bytes()
    data = bytearray(filled.read_bytes())
    spoil(data)
    filled.write_bytes(data)
    with pytest.raises(LibraryDamaged) as told:
        backups.copy(filled, target)
    assert told.value.path == filled
    assert target.read_bytes() == whole
    assert not list(tmp_path.glob(".*"))


LIMITED = """
import resource, sys
from pathlib import Path
from meipi_db import BackupFull, Library, backups

path = Path(sys.argv[1])
with Library(path) as library:
    library.add_article(title="新", text="湖")
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
    for _ in range(2):
        try:
            backups.make(path, "daily")
        except BackupFull as error:
            print(error.path.parent.name)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
def test_a_full_disk_leaves_the_older_backups(filled: Path) -> None:
    older = backups.make(filled, "daily", DAY)
    before = older.read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, filled], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "library-backups\n" * 2
    assert files(filled) == [older.name]
    assert older.read_bytes() == before


def test_a_folder_that_takes_nothing(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backups.folder_of(filled).write_text("a file is in the way")
    with pytest.raises(BackupRefused):
        backups.make(filled, "daily")
    backups.folder_of(filled).unlink()

    # The user of a test may be root, who may write anywhere.
    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    backups.make(filled, "daily", DAY)
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(BackupRefused):
        backups.make(filled, "daily")
    assert files(filled) == ["0001-2026-11-25-daily.db"]


KILLED = """
import sys
from pathlib import Path
from meipi_db import backups

print(flush=True)
while True:
    backups.make(Path(sys.argv[1]), "daily")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_backup_that_is_killed_has_no_name(filled: Path) -> None:
    for delay in (0.001, 0.01, 0.03):
        with subprocess.Popen([sys.executable, "-c", KILLED, filled], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(delay)
            process.kill()
        for backup in backups.found(filled):
            assert len(titles(backup.path)) == 20


def test_an_older_library_is_backed_up_before_it_is_upgraded(path: Path) -> None:
    older.make(path, 1, ["鹽湖之水"])
    with Library(path), Library(path):
        (backup,) = backups.found(path)
        assert backup.reason == "upgrade"
        with closing(sqlite3.connect(backup.path)) as sqlite:
            assert sqlite.execute("PRAGMA user_version").fetchone() == (1,)
            assert sqlite.execute("SELECT title FROM article").fetchone() == ("鹽1",)


def test_no_upgrade_without_a_backup(path: Path) -> None:
    older.make(path, 1, [])
    before = hashlib.sha256(path.read_bytes()).digest()
    backups.folder_of(path).write_text("a file is in the way")
    with pytest.raises(BackupRefused):
        Library(path)
    assert hashlib.sha256(path.read_bytes()).digest() == before


def test_a_new_library_needs_no_backup(path: Path) -> None:
    with Library(path):
        assert backups.found(path) == []
