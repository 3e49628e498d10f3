"""The keys of the page: caret mode, selecting, scrolling."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.reading.desk import PHRASES, SCRIPTS, Desk, Make
from meipi.language.span import Span

Key, Keys = Qt.Key, Qt.KeyboardModifier


# -- keys -------------------------------------------------------------------------------------------


@pytest.fixture
def caret(desk: Desk) -> Desk:
    """Caret mode, before 家 of 家在长江南岸."""
    desk.page.set_selection(None, desk.offset("家在长江"))
    desk.page.show_caret(True)
    return desk


def test_caret_mode_begins_at_the_top_of_the_page(desk: Desk) -> None:
    desk.page.verticalScrollBar().setValue(400)
    desk.page.show_caret(True)
    assert desk.page.caret == desk.page.first_visible() > 0
    desk.key(Key.Key_Escape)
    assert not desk.page.caret_shown


def test_arrows(caret: Desk) -> None:
    at = caret.offset("家在长江")
    caret.key(Key.Key_Right, Key.Key_Right)
    assert caret.page.caret == at + 2
    caret.key(Key.Key_Left)
    assert caret.page.caret == at + 1
    caret.key(Key.Key_Down, Key.Key_Up)
    assert caret.page.caret == at + 1
    caret.key(Key.Key_Right, modifiers=Keys.ControlModifier)
    assert caret.page.caret == caret.offset("长江")
    caret.key(Key.Key_Left, Key.Key_Left, modifiers=Keys.ControlModifier)
    assert caret.page.caret == at


def test_shift_and_arrows_select(caret: Desk) -> None:
    caret.key(Key.Key_Right, Key.Key_Right, modifiers=Keys.ShiftModifier)
    assert caret.selected == "家在"
    caret.key(Key.Key_Left, Key.Key_Left, Key.Key_Left, modifiers=Keys.ShiftModifier)
    assert caret.selected == "。"
    caret.key(Key.Key_Right, modifiers=Keys.ShiftModifier)
    assert caret.selected is None
    caret.key(Key.Key_Right, Key.Key_Right, modifiers=Keys.ShiftModifier | Keys.ControlModifier)
    assert caret.selected == "家在"
    caret.key(Key.Key_Right)
    assert caret.selected is None
    assert caret.page.caret == caret.offset("江南岸")


def test_escape_lets_go_one_by_one(caret: Desk) -> None:
    caret.key(Key.Key_Right, modifiers=Keys.ShiftModifier)
    caret.key(Key.Key_Escape)
    assert caret.selected is None
    assert caret.page.caret_shown
    caret.key(Key.Key_Escape)
    assert not caret.page.caret_shown


def test_home_and_end(caret: Desk) -> None:
    page = caret.page
    assert page.sheet is not None
    layout = page.sheet.typeset.layout
    assert page.caret is not None
    line = layout.line_of(page.caret)
    caret.key(Key.Key_Home)
    assert page.caret == layout.line_first[line]
    caret.key(Key.Key_End)
    assert page.caret == layout.line_end[line]
    assert stands(caret) == line
    caret.key(Key.Key_End)
    assert stands(caret) == line
    caret.key(Key.Key_Home)
    assert page.caret == layout.line_first[line]
    caret.key(Key.Key_End)
    caret.key(Key.Key_End, modifiers=Keys.ControlModifier)
    assert page.caret == len(caret.text.rstrip())
    caret.key(Key.Key_Home, modifiers=Keys.ControlModifier)
    assert page.caret == 0


def stands(desk: Desk) -> int:
    """The line in which the caret is drawn."""
    page = desk.page
    assert page.sheet is not None
    assert page.scene.caret is not None
    return page.sheet.typeset.layout.caret_at(page.scene.caret, page.scene.caret_closes)[0]


def test_the_caret_at_the_end_of_a_line_is_painted_there(caret: Desk) -> None:
    page = caret.page
    caret.key(Key.Key_End)
    assert page.caret is not None
    last = page.boxes(Span(page.caret - 1, page.caret))[0]
    image = page.viewport().grab().toImage()
    column = {image.pixelColor(last.right() + 1, y).name() for y in range(last.top() + 2, last.bottom() - 2)}
    assert column == {page.theme.cinnabar.lower()}
    caret.key(Key.Key_Right)
    assert not page.caret_closes
    assert page.caret == caret.page.sheet.typeset.layout.line_first[stands(caret)] + 1  # type: ignore[union-attr]


def test_the_end_of_a_line_is_selected_with_its_last_character(caret: Desk) -> None:
    page = caret.page
    assert page.sheet is not None
    layout = page.sheet.typeset.layout
    line = stands(caret)
    caret.key(Key.Key_Home)
    caret.key(Key.Key_End, modifiers=Keys.ShiftModifier)
    assert page.selection == Span(int(layout.line_first[line]), int(layout.line_end[line]))


def test_down_keeps_to_the_ends_of_lines(caret: Desk) -> None:
    caret.key(Key.Key_Home, modifiers=Keys.ControlModifier)
    caret.key(Key.Key_Down, Key.Key_Down, Key.Key_End)
    assert caret.page.sheet is not None
    layout, line = caret.page.sheet.typeset.layout, stands(caret)
    while not layout.line_closes[line + 1]:
        caret.key(Key.Key_Down)
        line += 1
        assert stands(caret) == line
        assert caret.page.caret in (layout.line_end[line], layout.line_end[line] - 1)


def test_down_goes_through_every_line(caret: Desk) -> None:
    page = caret.page
    assert page.sheet is not None
    layout = page.sheet.typeset.layout
    caret.key(Key.Key_Home, modifiers=Keys.ControlModifier)
    lines = []
    for _ in range(len(layout)):
        assert page.caret is not None
        lines.append(stands(caret))
        assert page.boxes(Span(page.caret, page.caret + 1)) or layout.line_closes[lines[-1]]
        caret.key(Key.Key_Down)
    assert lines == list(range(len(layout)))


def test_the_goal_of_up_and_down_is_forgotten_at_a_click(caret: Desk) -> None:
    page = caret.page
    caret.key(Key.Key_End)
    caret.key(Key.Key_Down)
    at = caret.offset("过江要坐")
    caret.click(caret.point(at, 0.2))
    page.show_caret(True)
    caret.key(Key.Key_Down)
    assert page.caret is not None
    assert (
        abs(page.boxes(Span(page.caret, page.caret + 1))[0].left() - page.boxes(Span(at, at + 1))[0].left())
        < 30
    )


def test_right_goes_on_to_the_next_paragraph(desk: Desk) -> None:
    desk.page.set_selection(None, desk.offset("\n那时候"))
    desk.page.show_caret(True)
    desk.key(Key.Key_Right)
    assert desk.page.caret == desk.offset("那时候")
    desk.key(Key.Key_Left)
    assert desk.page.caret == desk.offset("\n那时候")


def test_the_caret_goes_over_a_phrase_of_another_length(desk_with: Make) -> None:
    desk = desk_with(PHRASES)
    desk.show("twp")
    phrase = desk.span("内存")
    desk.page.set_selection(None, phrase.start)
    desk.page.show_caret(True)
    desk.key(Key.Key_Right)
    assert desk.page.caret == phrase.end
    desk.key(Key.Key_Left, modifiers=Keys.ShiftModifier)
    assert desk.page.selection == phrase


def test_words_do_not_cut_a_phrase_of_another_length(desk_with: Make) -> None:
    """U盘 is two words, and 隨身碟 one phrase."""
    desk = desk_with("他用U盘，好。")
    desk.show("twp")
    desk.page.set_selection(None, desk.offset("U盘"))
    desk.page.show_caret(True)
    desk.key(Key.Key_Right, modifiers=Keys.ShiftModifier | Keys.ControlModifier)
    assert desk.selected == "U盘"
    desk.key(Key.Key_Left, modifiers=Keys.ShiftModifier | Keys.ControlModifier)
    assert desk.selected is None
    desk.page.set_selection(None, desk.offset("，"))
    desk.key(Key.Key_Left, modifiers=Keys.ShiftModifier | Keys.ControlModifier)
    assert desk.selected == "U盘"


def test_down_and_up_reach_the_end_of_the_last_line(desk_with: Make) -> None:
    desk = desk_with("青海湖的鹽湖。\n長江南岸")
    desk.page.set_selection(None, desk.offset("\n"))
    desk.page.show_caret(True)
    desk.key(Key.Key_Down)
    assert desk.page.caret == len(desk.text)
    desk.key(Key.Key_Up)
    assert desk.page.caret == desk.offset("\n")


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_sentence_and_then_the_paragraph(caret: Desk, script: str) -> None:
    caret.show(script)
    caret.page.select_sentence()
    assert caret.selected == "家在长江南岸的一条坡道上，推开窗，先看见江，再看见对岸。"
    caret.page.select_sentence()
    assert caret.selected is not None
    assert caret.selected.startswith("我是在重庆")
    assert caret.selected.endswith("等船的行人。")


def test_without_a_caret_keys_scroll(desk: Desk) -> None:
    bar = desk.page.verticalScrollBar()
    desk.key(Key.Key_Down)
    assert bar.value() == bar.singleStep()
    desk.key(Key.Key_Up)
    assert bar.value() == 0
    desk.key(Key.Key_PageDown)
    assert 0 < bar.value() < desk.page.viewport().height()
    desk.key(Key.Key_End)
    assert bar.value() == bar.maximum()
    desk.key(Key.Key_Home)
    assert bar.value() == 0
