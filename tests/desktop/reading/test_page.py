"""Selecting and looking at marks on a page, by mouse; what is painted there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop.reading.desk import PHONETICS, PHRASES, SCRIPTS, Desk, Make, colour_at
from meipi.exchange.draft import ArticleDraft
from meipi.language.span import Span
from meipi.support.theme import load

Key, Keys = Qt.Key, Qt.KeyboardModifier


# -- selecting with the mouse -----------------------------------------------------------------------


@pytest.mark.parametrize("phonetics", PHONETICS)
@pytest.mark.parametrize("script", SCRIPTS)
def test_a_drag_selects_from_hanzi_to_hanzi(desk: Desk, script: str, phonetics: str) -> None:
    desk.show(script, phonetics)
    start, end = desk.offset("江边长大"), desk.offset("坡道上")
    desk.drag(desk.point(start), desk.point(end))
    assert desk.page.selection == Span(start, end + 1)
    desk.drag(desk.point(end), desk.point(start))
    assert desk.page.selection == Span(start, end + 1)
    assert desk.page.caret == start


@pytest.mark.parametrize("phonetics", PHONETICS)
@pytest.mark.parametrize("script", SCRIPTS)
def test_every_cell_is_hit_in_its_middle(desk: Desk, script: str, phonetics: str) -> None:
    desk.show(script, phonetics)
    page, seen = desk.page, 0
    assert page.sheet is not None
    layout = page.sheet.typeset.layout
    for line in page.lines_in_view():
        start = int(layout.line_start[line])
        for index, width in enumerate(layout.cells(line)[1].tolist()):
            if width > 0:
                hit = page.hit(desk.shown_point(start + index).toPointF())
                assert hit is not None
                assert hit.offset == start + index
                assert hit.across == pytest.approx(0.5, abs=0.2)
                seen += 1
    assert seen > 150


def test_a_drag_over_paragraphs(desk: Desk) -> None:
    desk.drag(desk.point(desk.offset("行人。")), desk.point(desk.offset("那时候") + 2))
    assert desk.selected == "行人。\n那时候"


@pytest.mark.parametrize("phonetics", PHONETICS)
def test_a_phrase_of_another_length_is_dragged_over_as_a_whole(desk_with: Make, phonetics: str) -> None:
    desk = desk_with(PHRASES)
    desk.show("twp", phonetics)
    page = desk.page
    assert page.sheet is not None
    target = page.sheet.shown.text.index("記憶體")
    phrase, last = desk.span("内存"), desk.offset("都坏")

    def dragged(start: QPoint, end: QPoint) -> Span | None:
        desk.drag(start, end)
        return page.selection

    for cell in range(target, target + 2):
        assert dragged(desk.shown_point(cell, 0.1), desk.shown_point(target + 2)) == phrase
    assert dragged(desk.shown_point(target, 0.95), desk.shown_point(target + 3)) == Span(
        phrase.start, last + 1
    )
    assert dragged(desk.shown_point(target + 2, 0.9), desk.shown_point(target + 3)) == Span(last, last + 1)
    assert dragged(desk.shown_point(target - 1), desk.shown_point(target)) == Span(
        phrase.start - 1, phrase.end
    )
    before = desk.shown_point(target - 1)
    assert dragged(before, desk.shown_point(target, 0.1)) == Span(phrase.start - 1, phrase.start)
    desk.click(desk.shown_point(target, 0.8))
    assert page.caret == phrase.start
    desk.click(desk.shown_point(target + 1, 0.9))
    assert page.caret == phrase.end


def test_a_click_selects_nothing(desk: Desk) -> None:
    at = desk.offset("江边")
    desk.drag(desk.point(at), desk.point(at + 3))
    desk.click(desk.point(at, 0.2))
    assert desk.page.selection is None
    assert desk.page.caret == at
    desk.click(desk.point(at, 0.8))
    assert desk.page.caret == at + 1


def test_a_double_click_selects_a_word(desk: Desk) -> None:
    desk.double_click(desk.point(desk.offset("银行")))
    assert desk.selected == "银行"
    desk.show("old", "pinyin")
    desk.double_click(desk.point(desk.offset("坡道")))
    assert desk.selected == "坡道"


def test_a_double_click_and_a_drag_go_on_by_words(desk: Desk) -> None:
    held = Qt.MouseButton.LeftButton
    place, on = desk.point(desk.offset("银行") + 1), desk.point(desk.offset("在对岸，电影院"))
    back = desk.point(desk.offset("父亲上班") + 1)
    desk.send(QEvent.Type.MouseButtonPress, place, held)
    desk.send(QEvent.Type.MouseButtonRelease, place, Qt.MouseButton.NoButton)
    desk.send(QEvent.Type.MouseButtonDblClick, place, held)
    desk.send(QEvent.Type.MouseMove, on, held)
    assert desk.selected == "银行在对岸，母亲教书的小学在"
    desk.send(QEvent.Type.MouseMove, back, held)
    assert desk.selected == "父亲上班的银行"
    assert desk.page.selecting
    desk.send(QEvent.Type.MouseButtonRelease, back, Qt.MouseButton.NoButton)
    assert not desk.page.selecting


def test_a_third_click_selects_the_sentence(desk: Desk) -> None:
    place = desk.point(desk.offset("推开窗"))
    desk.double_click(place)
    desk.press(place)
    desk.release(place)
    assert desk.selected == "家在长江南岸的一条坡道上，推开窗，先看见江，再看见对岸。"


def test_a_click_elsewhere_is_no_third_click(desk: Desk) -> None:
    desk.double_click(desk.point(desk.offset("推开窗")))
    elsewhere = desk.point(desk.offset("那时候"), 0.2)
    desk.press(elsewhere)
    desk.release(elsewhere)
    assert desk.page.selection is None
    assert desk.page.caret == desk.offset("那时候")


def test_shift_click_extends(desk: Desk) -> None:
    start, end = desk.offset("江边"), desk.offset("坡道")
    desk.click(desk.point(start, 0.2))
    desk.click(desk.point(end, 0.8), Keys.ShiftModifier)
    assert desk.page.selection == Span(start, end + 1)
    desk.click(desk.point(end - 4, 0.2), Keys.ShiftModifier)
    assert desk.page.selection == Span(start, end - 4)
    desk.click(desk.point(start - 2, 0.2), Keys.ShiftModifier)
    assert desk.page.selection == Span(start - 2, start)


def test_a_drag_beyond_the_edge_scrolls(desk: Desk, qtbot: QtBot) -> None:
    page = desk.page
    start = desk.offset("江边")
    below = QPoint(page.left + 100, page.viewport().height() + 40)
    desk.press(desk.point(start))
    desk.move(below)
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 400, timeout=5_000)
    assert page.selection is not None
    assert page.selection.start == start
    assert page.selection.end >= page.last_in_view() - 80
    desk.move(QPoint(below.x(), 300))
    value = page.verticalScrollBar().value()
    qtbot.wait(120)
    assert page.verticalScrollBar().value() == value
    desk.release(QPoint(below.x(), 300))
    assert not page.selecting


def test_the_other_buttons_leave_the_selection(desk: Desk) -> None:
    desk.drag(desk.point(desk.offset("江边")), desk.point(desk.offset("长大")))
    before = desk.page.selection
    QTest.mouseClick(desk.page.viewport(), Qt.MouseButton.RightButton, pos=desk.point(0))
    assert desk.page.selection == before


# -- marks ------------------------------------------------------------------------------------------


def test_a_click_on_a_mark_chooses_it(desk: Desk) -> None:
    mark = desk.workspace.marking.highlight(desk.span("长江南岸"), "tian")
    assert mark is not None
    desk.workspace.choose_mark(None)
    for phonetics in PHONETICS:
        desk.show("twp", phonetics)
        desk.click(desk.point(mark.start + 1))
        assert desk.workspace.mark_id == mark.id
        desk.click(desk.point(mark.end + 3))
        assert desk.workspace.mark_id is None


def test_the_ring_in_the_margin_chooses_its_mark(desk: Desk) -> None:
    mark = desk.workspace.marking.highlight(desk.span("长江南岸"), "tian")
    assert mark is not None
    desk.workspace.marking.write_note(mark.id, "水")
    desk.workspace.choose_mark(None)
    page = desk.page
    ((found, box),) = page.page_painter().rings(page.lines_in_view())
    assert found == mark.id
    desk.click(box.center().toPoint() + QPoint(page.left, page.origin.y()))
    assert desk.workspace.mark_id == mark.id


def test_the_pointer_over_a_mark_shows_its_note(desk: Desk, qtbot: QtBot) -> None:
    mark = desk.workspace.marking.highlight(desk.span("长江南岸"), "tian")
    assert mark is not None
    desk.workspace.marking.write_note(mark.id, "母親河的**南岸**")
    desk.move(desk.point(mark.start + 1))
    assert "母親河的南岸" in QToolTip.text()  # as the card shows it, without the signs of Markdown
    desk.move(desk.point(desk.offset("那时候")))
    qtbot.waitUntil(lambda: not QToolTip.isVisible() or not QToolTip.text())


def test_a_long_note_is_wrapped_and_shown_as_it_is_written(desk: Desk) -> None:
    mark = desk.workspace.marking.highlight(desk.span("长江南岸"), "tian")
    assert mark is not None
    desk.workspace.marking.write_note(mark.id, "<b>水</b> & " + "長" * 300)
    desk.move(desk.point(mark.start + 1))
    (tip,) = [widget for widget in QApplication.topLevelWidgets() if widget.inherits("QTipLabel")]
    shown = QTextDocumentFragment.fromHtml(QToolTip.text()).toPlainText()
    assert shown == "<b>水</b> & " + "長" * 300
    assert tip.width() < 900
    QToolTip.hideText()


@pytest.mark.parametrize("phonetics", PHONETICS)
@pytest.mark.parametrize("script", ["source", "twp"])
@pytest.mark.parametrize("theme", ["paper", "night"])
def test_overlapping_marks_are_both_painted(desk: Desk, theme: str, script: str, phonetics: str) -> None:
    page, inks = desk.page, load(theme)
    page.set_theme(inks)
    desk.show(script, phonetics)
    start = desk.offset("长江南岸")
    one = desk.workspace.marking.highlight(Span(start, start + 4), "tian")
    desk.workspace.marking.highlight(Span(start + 2, start + 7), "teng")
    desk.workspace.marking.highlight(Span(start + 9, start + 12), "ou", "underline")
    assert one is not None
    image = desk.grabbed()

    def covered(offset: int, colour: str, *, foot: bool = False) -> bool:
        """Whether a colour is all over the upper rim of a cell, or its foot, where no glyph is."""
        (box,) = page.boxes(Span(offset, offset + 1))
        y = box.bottom() - 1 if foot else box.top() + 1
        found = [colour_at(image, QPoint(x, y)) for x in range(box.left() + 1, box.right())]
        return found.count(QColor(colour).name().upper()) > 0.8 * len(found)

    assert covered(start + 1, inks.inks["tian"])
    assert covered(start + 1, inks.inks["tian"], foot=True)
    assert covered(start + 3, inks.inks["tian"])
    assert covered(start + 3, inks.edges["teng"], foot=True)
    assert covered(start + 5, inks.inks["teng"])
    assert covered(start + 5, inks.inks["teng"], foot=True)
    assert covered(start + 10, inks.edges["ou"], foot=True)
    for unmarked in (start - 1, start + 7, start + 10, start + 12):
        assert covered(unmarked, inks.paper)


def test_the_selection_and_the_caret_are_painted(desk: Desk) -> None:
    theme, start = load("paper"), desk.offset("长江南岸")
    desk.drag(desk.point(start), desk.point(start + 3))
    box = desk.page.boxes(Span(start + 1, start + 2))[0]
    assert colour_at(desk.grabbed(), box.topLeft() + QPoint(1, 2)) == QColor(theme.selection).name().upper()
    desk.page.set_selection(None, start)
    desk.page.show_caret(True)
    box = desk.page.boxes(Span(start, start + 1))[0]
    column = {colour_at(desk.grabbed(), QPoint(x, box.top() + 1)) for x in (box.left() - 1, box.left())}
    assert QColor(theme.cinnabar).name().upper() in column


def test_a_flash_ends(desk: Desk, qtbot: QtBot) -> None:
    span = desk.span("从前的那扇窗")
    desk.page.reveal(span, flash=True)
    assert desk.page.boxes(span)
    assert desk.page.scene.flash == span
    qtbot.waitUntil(lambda: desk.page.scene.flash is None, timeout=3_000)


# -- copying ----------------------------------------------------------------------------------------


def test_the_shown_text_has_no_readings(desk: Desk) -> None:
    span = desk.span("在重庆的江边长大的")
    desk.show("twp", "pinyin")
    assert desk.page.shown_text(span) == "在重慶的江邊長大的"
    desk.show("source", "zhuyin")
    assert desk.page.shown_text(span) == "在重庆的江边长大的"


def test_an_empty_page_takes_every_event(desk: Desk) -> None:
    page = desk.page
    desk.workspace.open_article(None)
    assert page.sheet is None
    place = QPoint(200, 200)
    desk.drag(place, place + QPoint(90, 90))
    desk.double_click(place)
    desk.key(Key.Key_Down, Key.Key_PageDown, Key.Key_Home, Key.Key_Escape)
    desk.show("twp", "pinyin")
    page.select_sentence()
    page.scroll_page(True)
    page.show_caret(True)
    desk.key(Key.Key_Down, Key.Key_End)
    assert page.selection is None
    assert page.shown_text(Span(0, 3)) == ""
    assert len(page.lines_in_view()) == 0


@pytest.mark.parametrize("text", ["", "\n\n \n"], ids=ascii)
def test_a_blank_article_takes_every_event(desk_with: Make, text: str) -> None:
    desk = desk_with(ArticleDraft("白紙", text))
    desk.drag(QPoint(200, 200), QPoint(300, 300))
    desk.key(Key.Key_Down, Key.Key_End)
    desk.show("twp", "pinyin")
    desk.page.show_caret(True)
    desk.key(Key.Key_Right, Key.Key_Down)
    desk.page.select_sentence()
    desk.page.scroll_page(False)
    desk.grabbed()
    assert desk.page.selection is None
