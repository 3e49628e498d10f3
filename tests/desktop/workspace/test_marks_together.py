from __future__ import annotations

from dataclasses import replace

import pytest

from meipi.workspace import Library, Mark, Said, Workspace


@pytest.fixture
def ids(workspace: Workspace) -> list[int]:
    article = workspace.article
    assert article is not None
    spans: tuple[tuple[tuple[int, int], str, tuple[str, ...]], ...] = (
        ((0, 2), "zhu", ("甲", "乙")),
        ((3, 5), "teng", ("乙",)),
        ((7, 9), "tian", ()),
    )
    for span, colour, tags in spans:
        workspace.library.add_mark(article.id, span, colour=colour, tags=tags)
    workspace.refresh(frozenset({"marks"}))
    return [mark.id for mark in workspace.marks]


def stored(library: Library, ids: list[int]) -> list[Mark]:
    return [library.mark(mark_id) for mark_id in ids]


def test_each_is_one_step_and_says_how_many_it_was_about(
    workspace: Workspace, library: Library, heard: list[Said], ids: list[int]
) -> None:
    before = stored(library, ids)
    marking = workspace.marking
    marking.recolour_all(ids[:2], "teng", "ground")
    assert [mark.colour for mark in stored(library, ids)] == ["teng", "teng", "tian"]
    marking.underline_all(ids)
    assert [(mark.colour, mark.style) for mark in stored(library, ids)] == [
        ("teng", "underline"),
        ("teng", "underline"),
        ("tian", "underline"),
    ]
    marking.tag_all(ids, ["丙", "乙"], ["甲"])
    assert [mark.tags for mark in stored(library, ids)] == [("乙", "丙"), ("乙", "丙"), ("丙", "乙")]
    marking.delete_all(reversed(ids[1:]))
    assert [mark.id for mark in workspace.marks] == ids[:1]
    assert [said.text for said in heard] == [
        "1 mark recoloured",
        "3 marks underlined",
        "3 marks tagged",
        "2 marks deleted",
    ]
    assert all(said.undoable for said in heard)
    for text in ("Delete marks", "Change tags", "Underline", "Change colours"):
        assert workspace.undo_text == text
        workspace.undo()
    assert stored(library, ids) == before
    for _ in range(4):
        workspace.redo()
    assert [mark.id for mark in workspace.marks] == ids[:1]


def test_what_changes_nothing_is_no_step(workspace: Workspace, ids: list[int], heard: list[Said]) -> None:
    workspace.marking.recolour_all([], "ou")
    workspace.marking.recolour_all(ids[:1], "zhu")
    workspace.marking.tag_all(ids[:1], ["甲"])
    workspace.marking.delete_all([])
    assert (heard, workspace.undo_text) == ([], "Add article")
    with pytest.raises(KeyError):
        workspace.marking.delete_all([ids[0], 999])
    assert len(workspace.marks) == 3


def test_marks_that_are_not_in_the_text_are_changed_with_the_others(
    workspace: Workspace, library: Library, ids: list[int]
) -> None:
    library.put_mark(replace(library.mark(ids[0]), placed="orphan"))
    workspace.refresh(frozenset({"marks"}))
    workspace.marking.tag_all(ids, ["丁"])
    assert ["丁" in mark.tags for mark in stored(library, ids)] == [True] * 3
    assert library.mark(ids[0]).placed == "orphan"
