"""What looks after the library while the window is open."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from meipi.exchange.opening import redecode
from meipi.support.jobs import Jobs
from meipi.workspace import Library, Said, Workspace, guard, open_library, safety
from meipi.workspace.guard import Guard
from meipi_db import now


@pytest.fixture
def jobs(qtbot: QtBot) -> Jobs:
    return Jobs()


@pytest.fixture
def guarding(workspace: Workspace, jobs: Jobs) -> Iterator[Guard]:
    made = Guard(workspace, jobs)
    yield made
    made.stop()


def names(library: Library) -> list[str]:
    return [f"{backup.number} {backup.reason}" for backup in safety.found_backups(library.path)]


def test_a_backup_is_made_once_a_day_on_the_first_change_too(
    guarding: Guard, workspace: Workspace, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    guarding.start()
    jobs.wait()
    assert names(workspace.library) == ["1 daily"]
    workspace.marking.highlight((0, 2), "zhu")
    jobs.wait()
    assert names(workspace.library) == ["1 daily"]

    class Tomorrow(date):
        @classmethod
        def today(cls) -> Tomorrow:
            return cls(2099, 1, 1)

    monkeypatch.setattr(guard, "date", Tomorrow)
    monkeypatch.setattr(safety.backups, "_today", Tomorrow.today)
    workspace.marking.highlight((2, 4), "zhu")
    jobs.wait()
    assert names(workspace.library) == ["2 daily", "1 daily"]
    with open_library(safety.found_backups(workspace.library.path)[0].path, read_only=True) as backup:
        assert len(backup.marks(1)) == 2


def test_a_backup_that_fails_is_told_once(
    guarding: Guard, workspace: Workspace, jobs: Jobs, heard: list[Said]
) -> None:
    folder = workspace.library.path.with_name("library-backups")
    folder.write_text("a file is in the way")
    guarding.start()
    jobs.wait()
    assert [said.problem for said in heard] == [True]
    assert str(folder) in heard[0].text
    workspace.marking.highlight((0, 2), "zhu")
    jobs.wait()
    assert [said.problem for said in heard] == [True, False]
    assert len(workspace.marks) == 1


def throw_away_long_ago(workspace: Workspace) -> None:
    """A mark that is due to go today."""
    mark = workspace.marking.highlight((0, 2), "zhu")
    assert mark is not None
    workspace.library.put_mark(replace(mark, deleted="2020-01-01T00:00:00.000000+00:00"))
    rows = workspace.library._connection.rows
    rows("INSERT INTO bin_entry SELECT uid, deleted, 0 FROM mark")
    rows("INSERT INTO bin_day VALUES ('2020-02-01T00:00:00.000000+00:00', 30)")


def test_the_bin_is_looked_through_when_the_backup_is_made(
    guarding: Guard, workspace: Workspace, jobs: Jobs, heard: list[Said]
) -> None:
    throw_away_long_ago(workspace)
    told: list[frozenset[str]] = []
    workspace.changed.connect(told.append)
    heard.clear()
    guarding.start()
    assert len(workspace.library.bin().marks) == 1  # there is no backup yet
    jobs.wait()
    assert workspace.library.bin().marks == []
    assert told == [frozenset({"articles", "marks"})]
    (backup,) = safety.found_backups(workspace.library.path)
    with open_library(backup.path, read_only=True) as before:
        assert len(before.bin().marks) == 1
    workspace.undo()
    assert [said.problem for said in heard] == [True]  # of the highlight nothing is left to be undone


def test_old_steps_are_let_go_of_once_a_day(guarding: Guard, workspace: Workspace) -> None:
    for start in range(3):
        workspace.marking.highlight((start, start + 2), "zhu")
    rows = workspace.library._connection.rows
    rows("UPDATE journal SET made = '2020-01-01T00:00:00.000000+00:00' WHERE id < 3")
    safety.back_up(workspace.library.path, "daily")
    guarding.start()
    assert [row["id"] for row in rows("SELECT id FROM journal")] == [3, 4]


def test_the_bin_is_looked_through_where_the_day_has_a_backup(guarding: Guard, workspace: Workspace) -> None:
    throw_away_long_ago(workspace)
    safety.back_up(workspace.library.path, "daily")
    guarding.start()
    assert workspace.library.bin().marks == []


def test_nothing_is_let_go_of_without_a_backup(
    guarding: Guard, workspace: Workspace, jobs: Jobs, heard: list[Said]
) -> None:
    throw_away_long_ago(workspace)
    workspace.library.path.with_name("library-backups").write_text("a file is in the way")
    heard.clear()
    guarding.start()
    jobs.wait()
    guarding._empty_bin()
    assert len(workspace.library.bin().marks) == 1
    assert [said.problem for said in heard] == [True]


def test_what_another_program_writes_is_shown(guarding: Guard, workspace: Workspace) -> None:
    told: list[frozenset[str]] = []
    workspace.changed.connect(told.append)
    guarding.look_outside()
    workspace.marking.highlight((0, 2), "zhu")
    told.clear()
    guarding.look_outside()
    assert told == []  # our own changes are no news
    with open_library(workspace.library.path) as other:
        mark = other.add_mark(1, (3, 5), colour="ou", note="外")
        other.add_article(title="外", text="外來")
    guarding.look_outside()
    assert len(told) == 1
    assert mark in workspace.marks
    assert len(workspace.articles()) == 2
    with open_library(workspace.library.path) as other:
        other.put_article(replace(other.article(1), deleted=now()))
    guarding.look_outside()
    assert workspace.article is None


def test_a_library_that_goes_away_is_told_once(
    guarding: Guard, workspace: Workspace, heard: list[Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    from meipi.workspace import LibraryUnreachable

    def unreachable() -> bool:
        raise LibraryUnreachable(workspace.library.path)

    guarding.start()
    monkeypatch.setattr(workspace.library, "changed_outside", unreachable)
    guarding.look_outside()
    assert len(heard) == 1
    assert not guarding._looking.isActive()


def test_a_restore_is_one_step_and_can_be_undone(
    guarding: Guard, workspace: Workspace, heard: list[Said], tmp_path: Path
) -> None:
    first = workspace.marking.highlight((0, 2), "zhu")
    second = workspace.marking.highlight((3, 5), "zhu")
    assert first is not None
    assert second is not None
    safety.copy(workspace.library.path, tmp_path / "copy.db")
    workspace.marking.delete_mark(first.id)
    difference = guarding.compare(tmp_path / "copy.db")
    assert difference is not None
    assert difference.marks == 1
    heard.clear()
    assert guarding.restore(tmp_path / "copy.db")
    assert list(workspace.marks) == [first, second]
    assert heard[0].undoable
    assert "0001-" in heard[0].text
    workspace.undo()
    assert list(workspace.marks) == [second]
    workspace.redo()
    assert list(workspace.marks) == [first, second]
    workspace.undo()
    workspace.undo()
    assert list(workspace.marks) == [first, second]
    assert names(workspace.library) == ["1 restore"]


def test_a_restore_that_cannot_be_leaves_all_as_it_is(
    guarding: Guard, workspace: Workspace, heard: list[Said], tmp_path: Path
) -> None:
    (tmp_path / "copy.db").write_text("鹽" * 99)
    assert guarding.compare(tmp_path / "copy.db") is None
    assert not guarding.restore(tmp_path / "copy.db")
    assert [said.problem for said in heard] == [True, True]
    assert workspace.undo_text == "Add article"


def test_many_articles_are_added_after_a_backup(workspace: Workspace) -> None:
    drafts = [redecode(f"青海{number}".encode(), "utf-8", f"/tmp/{number}.txt") for number in range(20)]
    workspace.add_drafts(drafts[:19])
    assert names(workspace.library) == []
    workspace.add_drafts([redecode(f"鹽{n}".encode(), "utf-8", f"/tmp/{n}.txt") for n in range(20)])
    assert names(workspace.library) == ["1 import"]


@pytest.mark.parametrize("backed_up", [False, True])
def test_a_damaged_library_is_put_aside_unchanged(tmp_path: Path, *, backed_up: bool) -> None:
    path = tmp_path / "library.db"
    with open_library(path) as library:
        for number in range(9):
            library.add_article(title=f"{number}", text=f"第{number}篇" * 900)
        backup = safety.back_up(path, "daily") if backed_up else None
        library.add_article(title="後", text="後來")
    data = bytearray(path.read_bytes())
    data[:4096] = bytes(4096)
    path.write_bytes(data)
    shutil.copy(path, tmp_path / "before.db")
    aside = safety.recover(path, backup)
    assert aside.name.startswith("library-damaged-")
    assert aside.read_bytes() == (tmp_path / "before.db").read_bytes()
    with open_library(path) as library:
        assert len(library.articles()) == (9 if backed_up else 10)
    again = safety.put_aside(path)
    assert again != aside
    assert not list(tmp_path.glob(".*"))
