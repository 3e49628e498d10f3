"""Steps that outlive the session in which they were made."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from meipi.workspace import Library, Workspace, open_library, safety
from meipi.workspace.history import History, Stale
from meipi.workspace.marks import AddMark, WriteNote
from meipi.workspace.restoring import TakeIn
from meipi_db import now
from sessions import filled, rows, said, session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept.db"


def test_a_restored_backup_is_taken_back_later(path: Path, tmp_path: Path) -> None:
    with session(path) as (library, history):
        article, mark = filled(library)
        safety.copy(path, tmp_path / "copy.db")
        with open_library(tmp_path / "copy.db") as copy:
            copy.put_mark(replace(mark, note="彼處", modified=now()))
            copy.add_mark(article.id, (3, 5), colour="ou", tags=("乙",))
            copy.add_article(title="新", text="新", original="新".encode())
        before = said(library)
        history.do(TakeIn(tmp_path / "copy.db"))
        after = said(library)
        assert after != before
    with session(path) as (library, history):
        history.undo()
        assert said(library) == before
    with session(path) as (library, history):
        history.redo()
        assert said(library) == after
        assert library.original(article.id + 1) == "新".encode()


def test_the_journal_of_a_backup_is_not_taken_in(path: Path, tmp_path: Path) -> None:
    with session(path) as (library, history):
        article, _ = filled(library)
        history.do(AddMark(article.id, (3, 5), "zhu", "ground"))
        safety.copy(path, tmp_path / "copy.db")
        history.undo()
        history.do(AddMark(article.id, (0, 1), "zhu", "ground"))
        kept = rows(library)
        history.do(TakeIn(tmp_path / "copy.db"))
        assert rows(library)[:-1] == kept


def test_a_new_change_ends_what_could_be_done_again(path: Path) -> None:
    with session(path) as (library, history):
        article, _ = filled(library)
        for start in (0, 3, 6):
            history.do(AddMark(article.id, (start, start + 1), "zhu", "ground"))
        history.undo()
        history.undo()
    with session(path) as (library, history):
        assert (history.undo_text, history.redo_text) == ("Highlight", "Highlight")
        history.do(AddMark(article.id, (8, 9), "zhu", "ground"))
        assert history.redo_text is None
        assert [done for _, done in rows(library)] == [1, 1]
    with session(path) as (library, history):
        assert history.redo_text is None
        history.undo()
        history.undo()
        assert history.undo_text is None
        assert len(library.marks(article.id)) == 1


def test_a_note_that_is_typed_is_one_step_and_not_one_with_the_last_session(path: Path) -> None:
    def write(library: Library, history: History, note: str) -> None:
        before = library.mark(mark.id)
        history.do(WriteNote(replace(before, note=note), "Edit note", typing=True))

    with session(path) as (library, history):
        _, mark = filled(library)
        for note in ("一", "一二", "一二三"):
            write(library, history, note)
        assert len(rows(library)) == 1
    with session(path) as (library, history):
        write(library, history, "一二三四")
        history.undo()
        assert library.mark(mark.id).note == "一二三"
        history.undo()
        assert library.mark(mark.id) == mark


def test_what_was_changed_between_the_sessions_stays(path: Path) -> None:
    with session(path) as (library, history):
        article, _ = filled(library)
        history.do(AddMark(article.id, (3, 5), "zhu", "ground"))
        history.do(AddMark(article.id, (6, 7), "zhu", "ground"))
    with open_library(path) as library:
        last = library.marks(article.id)[-1]
        library.put_mark(replace(last, note="外"))
    with session(path) as (library, history):
        with pytest.raises(Stale):
            history.undo()
        assert library.mark(last.id).note == "外"
    with session(path) as (library, history):
        history.undo()
        assert [mark.span for mark in library.marks(article.id)] == [(0, 2), (6, 7)]
        assert history.undo_text is None


def test_what_was_let_go_of_between_the_sessions_does_not_come_back(path: Path) -> None:
    with session(path) as (library, history):
        article, _ = filled(library)
        history.do(AddMark(article.id, (3, 5), "zhu", "ground"))
        history.undo()
        library.purge("2999-01-01")
        new = library.add_mark(article.id, (6, 7), colour="ou")
    with session(path) as (library, history), pytest.raises(Stale):
        history.redo()
    with open_library(path) as library:
        assert library.mark(new.id) == new


def test_two_windows_have_each_their_own_steps(path: Path) -> None:
    with session(path) as (library, history):
        article, _ = filled(library)
        history.do(AddMark(article.id, (0, 1), "zhu", "ground"))
    with session(path) as (one, first), session(path) as (_two, second):
        assert (first.undo_text, second.undo_text) == ("Highlight", "Highlight")
        first.do(AddMark(article.id, (3, 4), "ou", "ground"))
        second.do(AddMark(article.id, (5, 6), "tian", "ground"))
        first.undo()
        assert [mark.colour for mark in one.marks(article.id)] == ["zhu", "zhu", "tian"]
        second.undo()
        first.undo()
        with pytest.raises(Stale):
            second.undo()
        assert [mark.span for mark in one.marks(article.id)] == [(0, 2)]
        first.redo()
        second.redo()
        assert [mark.span for mark in one.marks(article.id)] == [(0, 1), (0, 2), (5, 6)]
    with session(path) as (library, history):
        assert history.redo_text == "Highlight"
        history.undo()
        history.undo()
        assert [mark.span for mark in library.marks(article.id)] == [(0, 2)]


def test_it_is_read_when_it_is_asked_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with session(path) as (library, history):
        article, _ = filled(library)
        history.do(AddMark(article.id, (3, 5), "zhu", "ground"))
    with open_library(path) as library:
        asked: list[int] = []
        read = library.journal.entries
        monkeypatch.setattr(library.journal, "entries", lambda: asked.append(1) or read())
        workspace = Workspace(library)
        workspace.open_article(article.id)
        assert not asked
        assert workspace.undo_text == "Highlight"
        workspace.undo()
        assert (workspace.undo_text, workspace.redo_text) == (None, "Highlight")
        assert asked == [1]


def test_a_library_that_can_only_be_read_offers_nothing(path: Path) -> None:
    with session(path) as (library, history):
        article, _ = filled(library)
        history.do(AddMark(article.id, (3, 5), "zhu", "ground"))
    with open_library(path, read_only=True) as library:
        assert History(library).undo_text is None


KILLED = """
import sys
from pathlib import Path
from meipi.workspace import open_library
from meipi.workspace.history import History
from meipi.workspace.marks import AddMark
library = open_library(Path(sys.argv[1]))
history = History(library)
for start in range(5):
    history.do(AddMark(1, (start, start + 2), "ou", "ground"))
history.undo()
print("done", flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_after_a_kill_the_next_session_undoes_what_was_acknowledged(path: Path) -> None:
    with open_library(path) as library:
        article, mark = filled(library)
    command = [sys.executable, "-c", KILLED, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"done\n"
        os.kill(child.pid, signal.SIGKILL)
    with session(path) as (library, history):
        history.redo()
        assert len(library.marks(article.id)) == 6
        while history.undo_text:
            history.undo()
        assert library.marks(article.id) == [mark]
