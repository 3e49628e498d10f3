"""Steps whose records another program, a purge or a restored backup has changed meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from meipi.workspace import Library, Mark, Said, Workspace, open_library, safety
from meipi.workspace.restoring import TakeIn
from meipi_db import now

LATER = "2999-01-01"


@pytest.fixture
def mark(workspace: Workspace) -> Mark:
    made = workspace.marking.highlight((2, 6), "zhu")
    assert made is not None
    return made


def outside(library: Library, act: Callable[[Library], object]) -> None:
    with open_library(library.path) as other:
        act(other)


def annotate(mark_id: int, note: str) -> Callable[[Library], None]:
    return lambda library: library.put_mark(replace(library.mark(mark_id), note=note, modified=now()))


def test_the_reader_is_told_and_sees_what_is_there(
    workspace: Workspace, library: Library, mark: Mark, heard: list[Said]
) -> None:
    workspace.marking.recolour(mark.id, "ou")
    outside(library, annotate(mark.id, "外"))
    heard.clear()
    workspace.undo()
    assert [said.problem for said in heard] == [True]
    assert "changed elsewhere" in heard[0].text
    (shown,) = workspace.marks
    assert (shown.note, shown.colour) == ("外", "ou")
    assert library.mark(mark.id) == shown
    workspace.undo()  # the step before it, of the same mark, is not what it left either
    assert library.mark(mark.id) == shown
    assert [said.problem for said in heard] == [True, True]
    workspace.undo()
    assert workspace.articles() == []


def test_a_redo_that_would_overwrite_is_told_too(
    workspace: Workspace, library: Library, mark: Mark, heard: list[Said]
) -> None:
    workspace.marking.recolour(mark.id, "ou")
    workspace.undo()
    outside(library, annotate(mark.id, "外"))
    heard.clear()
    workspace.redo()
    assert [(said.problem, "redo" in said.text) for said in heard] == [(True, True)]
    assert (library.mark(mark.id).note, library.mark(mark.id).colour) == ("外", "zhu")
    assert workspace.redo_text is None


def test_what_was_changed_and_changed_back_is_undone(
    workspace: Workspace, library: Library, mark: Mark, heard: list[Said]
) -> None:
    outside(library, annotate(mark.id, "外"))
    outside(library, lambda other: other.put_mark(mark))
    workspace.undo()
    assert workspace.marks == ()
    assert not any(said.problem for said in heard)


def test_other_records_are_no_hindrance(workspace: Workspace, library: Library, mark: Mark) -> None:
    other = workspace.marking.highlight((8, 9), "zhu")
    assert other is not None
    outside(library, annotate(mark.id, "外"))
    workspace.remember_position(3, 9)
    workspace.marking.keep_draft(other.id, "草稿")
    workspace.undo()
    assert [each.id for each in library.marks(mark.article_id)] == [mark.id]
    assert library.mark(mark.id).note == "外"


def test_a_note_is_no_longer_one_step_with_one_that_was_changed_between(
    workspace: Workspace, library: Library, mark: Mark
) -> None:
    workspace.marking.write_note(mark.id, "一", typing=True)
    outside(library, annotate(mark.id, "外"))
    workspace.refresh(frozenset({"marks"}))
    workspace.marking.write_note(mark.id, "外二", typing=True)
    workspace.marking.write_note(mark.id, "外二三")
    workspace.undo()
    assert library.mark(mark.id).note == "外"
    workspace.undo()
    assert library.mark(mark.id).note == "外"


def test_what_was_let_go_of_does_not_come_back(
    workspace: Workspace, library: Library, mark: Mark, heard: list[Said]
) -> None:
    workspace.marking.delete_mark(mark.id)
    outside(library, lambda other: other.purge(LATER))
    # The number of the mark that is gone is given to a new one.
    with open_library(library.path) as other:
        new = other.add_mark(mark.article_id, (9, 12), colour="tian")
    assert new.id == mark.id
    heard.clear()
    workspace.undo()
    assert [said.problem for said in heard] == [True]
    assert library.marks(mark.article_id) == [new]


def test_a_removed_article_that_was_let_go_of(
    workspace: Workspace, library: Library, heard: list[Said]
) -> None:
    (info,) = workspace.articles()
    workspace.shelf.remove([info.id])
    outside(library, lambda other: other.purge(LATER))
    heard.clear()
    workspace.undo()
    assert [said.problem for said in heard] == [True]
    assert workspace.articles() == library.bin().articles == []


def test_a_mark_made_elsewhere_on_the_new_text_keeps_it(
    workspace: Workspace, library: Library, mark: Mark, heard: list[Said]
) -> None:
    article = workspace.redecode("utf-16")
    assert article is not None
    outside(library, lambda other: other.add_mark(article.id, (0, 3), colour="ou", note="外"))
    heard.clear()
    workspace.undo()
    assert [said.problem for said in heard] == [True]
    assert library.article(article.id).text == article.text
    assert not safety.check(library.path).faults


def test_a_mark_taken_back_before_the_text_was_has_no_place_in_the_old_one(
    workspace: Workspace, library: Library, mark: Mark
) -> None:
    before = library.article(mark.article_id)
    assert workspace.redecode("utf-16") is not None
    new = workspace.marking.highlight((9, 12), "tian")
    assert new is not None
    workspace.undo()
    workspace.undo()
    assert library.article(mark.article_id).text == before.text
    assert library.marks(mark.article_id) == [mark]
    assert not safety.check(library.path).faults
    workspace.redo()
    workspace.redo()
    assert library.mark(new.id) == new
    assert not safety.check(library.path).faults


def test_a_restore_is_not_taken_back_over_what_came_later(
    workspace: Workspace, library: Library, mark: Mark, tmp_path: Path, heard: list[Said]
) -> None:
    workspace.marking.write_note(mark.id, "記")
    safety.copy(library.path, tmp_path / "copy.db")
    workspace.marking.delete_mark(mark.id)
    workspace.do(TakeIn(tmp_path / "copy.db"), None)
    outside(library, annotate(mark.id, "外"))
    heard.clear()
    workspace.undo()
    assert [said.problem for said in heard] == [True]
    assert [each.note for each in library.marks(mark.article_id)] == ["外"]


def test_a_restore_that_touched_the_record_of_an_earlier_step(
    workspace: Workspace, library: Library, mark: Mark, tmp_path: Path, heard: list[Said]
) -> None:
    safety.copy(library.path, tmp_path / "copy.db")
    outside_copy = open_library(tmp_path / "copy.db")
    with outside_copy as copy:
        annotate(mark.id, "彼處")(copy)
    workspace.marking.recolour(mark.id, "ou")
    workspace.do(TakeIn(tmp_path / "copy.db"), None)
    heard.clear()
    workspace.undo()
    workspace.undo()
    assert not any(said.problem for said in heard)
    assert library.mark(mark.id) == mark


def test_nothing_is_written_for_a_text_that_another_program_has_changed(
    workspace: Workspace, library: Library, mark: Mark
) -> None:
    assert workspace.article is not None
    text = f"新的一行。\n{workspace.article.text}"
    outside(library, lambda other: Workspace(other).versions.edit(mark.article_id, text))
    told: list[str] = []
    workspace.said.connect(lambda said: told.append(said.text))
    assert workspace.marking.write_note(mark.id, "note") is None
    assert "Another program" in told[-1]
    moved = library.marks(mark.article_id)[0]
    assert (moved.exact, moved.note) == (text[moved.start : moved.end], "")
    assert workspace.article.text == text
    assert workspace.marks == (moved,)
    written = workspace.marking.write_note(mark.id, "note")
    assert written is not None
    assert (written.start, written.note) == (moved.start, "note")


def test_what_another_program_has_done_to_other_articles_is_no_hindrance(
    workspace: Workspace, library: Library, mark: Mark
) -> None:
    outside(library, lambda other: other.add_article(title="湖", text="湖", source="", script="traditional"))
    assert workspace.marking.write_note(mark.id, "note") is not None
