"""Marks split, merged, and found where they overlap."""

from __future__ import annotations

from dataclasses import replace

import pytest

from meipi.workspace import Library, Mark, Workspace


def marked(workspace: Workspace, *span: int) -> Mark:
    mark = workspace.marking.highlight((span[0], span[1]), "zhu")
    assert mark is not None
    return mark


@pytest.mark.parametrize("at", [1, 2, 6, 7])
def test_a_mark_is_split_only_within(workspace: Workspace, at: int) -> None:
    mark = marked(workspace, 2, 6)
    with pytest.raises(ValueError, match="within"):
        workspace.marking.split_mark(mark.id, at)
    assert workspace.marks == (mark,)


def test_what_was_placed_again_is_confirmed_by_a_hand_on_it(workspace: Workspace, library: Library) -> None:
    first, second, third = (marked(workspace, start, start + 3) for start in (0, 10, 20))
    for mark in (first, second, third):
        library.put_mark(replace(mark, placed="changed"))
    workspace.refresh(frozenset({"marks"}))
    workspace.marking.split_mark(first.id, 1)
    workspace.marking.resize_mark(second.id, (10, 14))
    merged = workspace.marking.merge_mark(second.id)
    assert merged is not None
    assert merged.span == (10, 23)
    assert [mark.placed for mark in workspace.marks] == ["", "", ""]
    for _ in range(3):
        workspace.undo()
    assert [mark.placed for mark in workspace.marks] == ["changed"] * 3


def test_one_that_is_not_in_the_text_has_no_shape(workspace: Workspace, library: Library) -> None:
    lost, other = marked(workspace, 0, 5), marked(workspace, 2, 8)
    library.put_mark(replace(lost, placed="orphan"))
    workspace.refresh(frozenset({"marks"}))
    (orphan,) = workspace.orphans
    assert workspace.marking.merge_mark(lost.id) == orphan
    assert workspace.marking.overlapping(lost.id) == ()
    assert workspace.marking.overlapping(other.id) == (other,)
    with pytest.raises(ValueError, match="within"):
        workspace.marking.split_mark(lost.id, 3)


def test_marks_that_share_some_text(workspace: Workspace) -> None:
    outer, inner = marked(workspace, 2, 12), marked(workspace, 4, 6)
    crossing, touching, one = marked(workspace, 5, 15), marked(workspace, 12, 14), marked(workspace, 2, 3)
    overlapping = workspace.marking.overlapping
    assert overlapping(outer.id) == (one, outer, inner, crossing)
    assert overlapping(outer.id, 5) == (outer, inner, crossing)
    assert overlapping(outer.id, 99) == overlapping(outer.id)
    assert overlapping(touching.id) == (crossing, touching)
    assert overlapping(one.id) == (one, outer)


def test_notes_merged_keep_what_was_written(workspace: Workspace) -> None:
    first, second = marked(workspace, 0, 3), marked(workspace, 5, 8)
    workspace.marking.write_note(second.id, "    code\n")
    merged = workspace.marking.merge_mark(first.id)
    assert merged is not None
    assert merged.note == "    code\n"
    workspace.undo()
    workspace.marking.write_note(first.id, "\none\n\n")
    merged = workspace.marking.merge_mark(first.id)
    assert merged is not None
    assert merged.note == "one\n\n    code"
