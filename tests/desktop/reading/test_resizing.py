"""Shift and the arrows move the ends of the chosen mark."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.reading.desk import Desk, Make
from meipi.language.span import Span
from meipi.workspace import Library

Key, Keys = Qt.Key, Qt.KeyboardModifier
TEXT = "他在银行工作。\n长江边长大的人。"
SHIFT, WORD = Keys.ShiftModifier, Keys.ShiftModifier | Keys.ControlModifier
START, START_WORD = SHIFT | Keys.AltModifier, WORD | Keys.AltModifier


@pytest.fixture
def desk(desk_with: Make) -> Desk:
    """银行 is marked, and the mark is chosen."""
    made = desk_with(TEXT)
    made.workspace.marking.highlight(made.span("银行"), "zhu")
    return made


def marked(desk: Desk) -> str:
    (mark,) = desk.workspace.marks
    assert mark.exact == TEXT[slice(*mark.span)]
    return mark.exact


@pytest.mark.parametrize(
    ("keys", "key", "expected"),
    [
        (SHIFT, Key.Key_Right, "银行工"),
        (SHIFT, Key.Key_Left, "银"),
        (WORD, Key.Key_Right, "银行工作"),
        (START, Key.Key_Left, "在银行"),
        (START, Key.Key_Right, "行"),
        (START_WORD, Key.Key_Left, "在银行"),
    ],
)
def test_an_end_moves(
    desk: Desk, library: Library, keys: Qt.KeyboardModifier, key: Key, expected: str
) -> None:
    desk.key(key, modifiers=keys)
    assert marked(desk) == expected
    assert desk.selected is None
    (kept,) = library.marks(1)
    start = TEXT.index(expected)
    assert (kept.exact, kept.prefix, kept.suffix) == (expected, TEXT[:start], TEXT[start + len(expected) :])


def test_steps_are_one_to_undo(desk: Desk) -> None:
    desk.key(*[Key.Key_Right] * 3, modifiers=SHIFT)
    desk.key(Key.Key_Left, modifiers=START)
    assert marked(desk) == "在银行工作。"
    desk.workspace.undo()
    assert marked(desk) == "银行"
    desk.workspace.redo()
    assert marked(desk) == "在银行工作。"
    desk.workspace.marking.recolour(desk.workspace.marks[0].id, "teng")
    desk.key(Key.Key_Left, modifiers=SHIFT)
    desk.workspace.undo()
    assert marked(desk) == "在银行工作。"


def test_a_mark_never_becomes_empty_nor_leaves_the_text(desk: Desk) -> None:
    desk.key(*[Key.Key_Left] * 5, modifiers=SHIFT)
    assert marked(desk) == "银"
    desk.key(*[Key.Key_Right] * 5, modifiers=START)
    assert marked(desk) == "银"
    desk.key(*[Key.Key_Right] * 30, modifiers=SHIFT)
    assert marked(desk) == TEXT[TEXT.index("银") :]
    desk.key(*[Key.Key_Left] * 9, modifiers=START)
    assert marked(desk) == TEXT


def test_in_columns_the_keys_follow_the_text(desk: Desk) -> None:
    desk.viewing.set("vertical", True)
    desk.key(Key.Key_Down, modifiers=SHIFT)
    assert marked(desk) == "银行工"


def test_a_phrase_of_another_length_is_taken_whole(desk_with: Make) -> None:
    desk = desk_with("他用内存，很好。")
    desk.show("twp")
    desk.workspace.marking.highlight(desk.span("用"), "zhu")
    desk.key(Key.Key_Right, modifiers=SHIFT)
    assert desk.workspace.marks[0].exact == "用内存"


def test_with_a_caret_or_a_selection_the_keys_select(desk: Desk) -> None:
    desk.page.set_selection(Span(0, 1))
    desk.key(Key.Key_Right, modifiers=SHIFT)
    assert marked(desk) == "银行"
    assert desk.selected == "他在"
    desk.page.set_selection(None, 4)
    desk.page.show_caret(True)
    desk.key(Key.Key_Right, modifiers=SHIFT)
    assert marked(desk) == "银行"
    assert desk.selected == "工"
