"""Columns from right to left do all that lines do: hit, selected, marked, scrolled, in every mode."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGlyphRun, QWheelEvent
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionSlider

from desktop.reading.desk import PHONETICS, Desk, Make, colour_at, sample
from desktop.reading.typesets import (
    MODE_NAMES,
    MODES,
    glyph_boxes,
    ink,
    reading_boxes,
    sheet_of,
    visible,
)
from meipi.language.span import Span
from meipi.reading import characters
from meipi.reading.metrics import KINDS, ZHUYIN
from meipi.reading.typeset import Typeset
from meipi.support.theme import load

Key, Keys = Qt.Key, Qt.KeyboardModifier
NAMES = {
    "tea-ferry.txt": "traditional",
    "the-far-bank.txt": "simplified",
    "taipei-rain-app.txt": "traditional",
}
PLAIN = KINDS.index("paragraph")

EVERYTHING = "他说：“第24号，A股跌了3.5%……”——葛\U000e0100餅和cafe\u0301，don’t😀𠮷野家《湖》（水）。\n" * 12

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def columns(desk: Desk) -> Desk:
    """对岸 in columns."""
    desk.viewing.set("vertical", True)
    QApplication.processEvents()
    return desk


# -- cells ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("phonetics", "vertical"), MODES, ids=MODE_NAMES)
@pytest.mark.parametrize("name", [*NAMES, "everything"])
def test_every_code_point_lies_in_exactly_one_cell(name: str, phonetics: str, vertical: bool) -> None:
    article = sample(name) if name in NAMES else EVERYTHING
    found = sheet_of(article, phonetics, of=NAMES.get(name, "simplified"), vertical=vertical).typeset
    layout, text, seen = found.layout, found.shown.text, 0
    assert layout.line_start[0] == 0
    assert layout.line_end[-1] == len(text)
    assert (layout.line_start[1:] == layout.line_end[:-1]).all()
    for line in range(len(layout)):
        start, (places, widths) = int(layout.line_start[line]), layout.cells(line)
        assert len(places) == int(layout.line_end[line]) - start
        cells = visible(found, line)
        for one, other in pairwise(cells):
            assert float(places[one] + widths[one]) <= float(places[other]) + 0.02
        for cell in cells:
            for across in (0.02, 0.5, 0.98):
                assert layout.cell_at(line, float(places[cell] + widths[cell] * across)) == start + cell
        for offset in range(start, start + len(places)):
            assert layout.place_of(offset) == (line, float(places[offset - start]))
        # What has no cell is white space at the end of a line or shares the cell before it.
        classes = found.shown.analysis.classes[start : start + len(places)]
        without = sorted(set(range(len(places))) - set(cells))
        assert all(classes[index] == characters.ZERO or text[start + index].isspace() for index in without)
        seen += len(cells)
    assert seen > 400


@pytest.mark.parametrize(("phonetics", "vertical"), MODES, ids=MODE_NAMES)
@pytest.mark.parametrize("script", ["source", "twp"])
def test_every_cell_is_hit_in_its_middle(desk: Desk, script: str, phonetics: str, vertical: bool) -> None:
    desk.show(script, phonetics)
    desk.viewing.set("vertical", vertical)
    page, seen = desk.page, 0
    page.bar.setValue(page.bar.maximum() // 3)
    assert page.sheet is not None
    for line in page.lines_in_view():
        start = int(page.sheet.typeset.layout.line_start[line])
        for cell in visible(page.sheet.typeset, line):
            hit = page.hit(desk.shown_point(start + cell).toPointF())
            assert hit is not None
            assert hit.offset == start + cell
            assert hit.across == pytest.approx(0.5, abs=0.2)
            seen += 1
    assert seen > 150


@pytest.mark.parametrize("phonetics", PHONETICS)
def test_everything_odd_is_hit_in_its_middle(desk_with: Make, phonetics: str) -> None:
    desk = desk_with(EVERYTHING)
    desk.viewing.set("vertical", True)
    desk.viewing.set_phonetics(phonetics)
    page = desk.page
    assert page.sheet is not None
    for line in list(page.lines_in_view())[:8]:
        start = int(page.sheet.typeset.layout.line_start[line])
        widths = page.sheet.typeset.layout.cells(line)[1]
        for cell in visible(page.sheet.typeset, line):
            if widths[cell] < 1:
                continue  # the mouse goes by whole pixels, and cannot stand in the middle of less
            hit = page.hit(desk.shown_point(start + cell).toPointF())
            assert hit is not None
            assert hit.offset == start + cell, widths[cell]


@pytest.mark.parametrize("phonetics", PHONETICS)
def test_a_press_puts_the_caret_at_the_nearest_boundary(columns: Desk, phonetics: str) -> None:
    columns.viewing.set_phonetics(phonetics)
    page, start = columns.page, columns.offset("江边长大")
    for offset in range(start, start + 45, 4):
        for across, wanted in ((0.2, offset), (0.8, offset + 1)):
            if columns.text[offset] == "\n":
                continue
            place = columns.point(offset, across)
            columns.press(place)
            columns.release(place)
            assert page.caret == wanted
            assert page.selection is None


def test_what_shares_a_cell_is_one_unit(desk_with: Make) -> None:
    """Two digits of one square, a letter with its accent, a hanzi with its form: selected as one."""
    desk = desk_with(EVERYTHING)
    desk.viewing.set("vertical", True)
    assert desk.page.sheet is not None
    unit_at = desk.page.sheet.shown.unit_at
    for text in ("24", "e\u0301", "葛\U000e0100"):
        first = desk.offset(text)
        assert unit_at(first) == unit_at(first + 1) == Span(first, first + 2)
        desk.drag(desk.point(first, 0.1), desk.point(first, 0.9))
        assert desk.selected == text
    assert unit_at(desk.offset("3.5")) == desk.span("3")


# -- selecting --------------------------------------------------------------------------------------


@pytest.mark.parametrize("phonetics", PHONETICS)
@pytest.mark.parametrize("script", ["source", "twp"])
def test_a_drag_selects_from_hanzi_to_hanzi(columns: Desk, script: str, phonetics: str) -> None:
    columns.show(script, phonetics)
    start, end = columns.offset("江边长大"), columns.offset("坡道上")
    columns.drag(columns.point(start), columns.point(end))
    assert columns.page.selection == Span(start, end + 1)
    columns.drag(columns.point(end), columns.point(start))
    assert columns.page.selection == Span(start, end + 1)
    assert columns.page.caret == start


def test_a_drag_to_the_left_goes_over_columns(columns: Desk) -> None:
    page, start = columns.page, columns.offset("那时候")
    first = columns.point(start)
    assert page.sheet is not None
    step = page.sheet.typeset.metrics.styles[PLAIN].line
    columns.drag(first, first - QPoint(3 * step, 0))
    layout = page.sheet.typeset.layout
    assert page.selection is not None
    assert page.selection.start == start
    last = layout.line_of(page.sheet.to_shown(page.selection.end - 1))
    assert last - layout.line_of(page.sheet.to_shown(start)) == 3


def test_a_double_click_selects_a_word(columns: Desk) -> None:
    columns.double_click(columns.point(columns.offset("银行")))
    assert columns.selected == "银行"
    columns.show("old", "zhuyin")
    columns.double_click(columns.point(columns.offset("坡道")))
    assert columns.selected == "坡道"


def test_a_drag_beyond_the_left_edge_scrolls_on(columns: Desk) -> None:
    page, start = columns.page, columns.point(columns.offset("家在长江"))
    before = page.bar.value()
    columns.press(start)
    columns.move(QPoint(-40, start.y()))
    columns._qtbot.waitUntil(lambda: page.bar.value() > before + 100, timeout=3_000)
    columns.release(QPoint(-40, start.y()))
    assert page.selection is not None
    assert page.selection.end - page.selection.start > 100


# -- keys, wheel, scroll bar ------------------------------------------------------------------------


@pytest.fixture
def caret(columns: Desk) -> Desk:
    """Caret mode, before 家 of 家在长江南岸."""
    columns.page.set_selection(None, columns.offset("家在长江"))
    columns.page.show_caret(True)
    return columns


def place_of(desk: Desk, offset: int) -> tuple[int, float]:
    assert desk.page.sheet is not None
    return desk.page.sheet.typeset.layout.place_of(desk.page.sheet.to_shown(offset))


def test_down_is_onward_and_left_the_next_column(caret: Desk) -> None:
    page, at = caret.page, caret.offset("家在长江")
    caret.key(Key.Key_Down, Key.Key_Down)
    assert page.caret == at + 2
    caret.key(Key.Key_Up)
    assert page.caret == at + 1
    line, inline = place_of(caret, at + 1)
    caret.key(Key.Key_Left)
    assert page.caret is not None
    other, there = place_of(caret, page.caret)
    assert other == line + 1
    assert there == pytest.approx(inline, abs=12)
    caret.key(Key.Key_Right)
    assert page.caret == at + 1
    caret.key(Key.Key_Home)
    assert place_of(caret, page.caret)[0] == line
    assert page.caret <= at
    caret.key(Key.Key_End)
    assert page.caret > at + 1
    assert page.sheet is not None
    assert page.scene.caret is not None
    assert page.sheet.typeset.layout.caret_at(page.scene.caret, page.scene.caret_closes)[0] == line


def test_words_and_selections_go_down_too(caret: Desk) -> None:
    caret.key(Key.Key_Down, modifiers=Keys.ControlModifier)
    assert caret.page.caret == caret.offset("在长江")
    caret.key(Key.Key_Down, Key.Key_Down, modifiers=Keys.ShiftModifier)
    assert caret.selected == "在长"
    caret.key(Key.Key_Up, Key.Key_Up, Key.Key_Up, modifiers=Keys.ShiftModifier)
    assert caret.selected == "家"


def test_without_a_caret_left_scrolls_on(columns: Desk) -> None:
    bar = columns.page.bar
    columns.key(Key.Key_Left, Key.Key_Left)
    assert bar.value() == 2 * bar.singleStep()
    columns.key(Key.Key_Right)
    assert bar.value() == bar.singleStep()
    columns.key(Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    columns.key(Key.Key_Home)
    assert bar.value() == 0


@pytest.mark.parametrize("turned", [QPoint(0, -120), QPoint(-120, 0)], ids=["down", "left"])
def test_the_wheel_goes_on_to_the_left(columns: Desk, turned: QPoint) -> None:
    page, offset = columns.page, columns.offset("家在长江")
    (before,) = page.boxes(Span(offset, offset + 1))

    def turn(angle: QPoint) -> None:
        event = QWheelEvent(
            QPointF(200, 200), QPointF(200, 200), QPoint(), angle, Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(page.viewport(), event)

    turn(turned)
    moved = page.bar.value()
    assert moved == 3 * page.bar.singleStep()
    # The text comes from the left: what was in view is further to the right now.
    assert page.sheet is not None
    page.bar.setValue(moved // 3)
    (after,) = page.boxes(Span(offset, offset + 1))
    assert after.x() == before.x() + moved // 3
    page.bar.setValue(moved)
    turn(-turned)
    assert page.bar.value() == 0


def test_the_scroll_bar_begins_at_the_right(columns: Desk) -> None:
    page, bar = columns.page, columns.page.bar
    assert bar is page.horizontalScrollBar()
    assert bar.isVisible()
    assert not page.verticalScrollBar().isVisible()

    def middle() -> int:
        option = QStyleOptionSlider()
        bar.initStyleOption(option)
        part = QStyle.SubControl.SC_ScrollBarSlider
        slider = bar.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, bar)
        return slider.center().x()

    assert bar.value() == 0
    assert middle() > bar.width() / 2
    first = columns.offset("我是在")
    assert page.boxes(Span(first, first + 1))[0].x() > page.viewport().width() / 2
    bar.setValue(bar.maximum())
    assert middle() < bar.width() / 2
    end = len(columns.text.rstrip())
    assert page.boxes(Span(end - 1, end))[0].x() < page.viewport().width() / 2


def test_pages_show_every_column_whole(columns: Desk) -> None:
    page, bar = columns.page, columns.page.bar
    assert page.sheet is not None
    layout = page.sheet.typeset.layout
    for forward in (True, False):
        seen: set[int] = set()
        for _ in range(40):
            for line in page.lines_in_view():
                top = int(layout.line_top[line]) - page.scrolled
                if top >= 0 and top + int(layout.line_height[line]) <= page.breadth:
                    seen.add(line)
            before = bar.value()
            page.scroll_page(forward)
            if bar.value() == before:
                break
        assert seen == set(range(len(layout)))


# -- the place is kept ------------------------------------------------------------------------------

Turn = Callable[[Desk], object]


def choose(name: str, value: bool | int | str) -> Turn:
    return lambda desk: desk.viewing.set(name, value)


def turn_over(desk: Desk) -> None:
    desk.viewing.set("vertical", not desk.page.vertical)


TURNS: dict[str, tuple[Turn, Turn]] = {
    "script": (lambda desk: desk.show("twp"), lambda desk: desk.show("source")),
    "pinyin": (choose("phonetics", "pinyin"), choose("phonetics", "none")),
    "zhuyin": (choose("phonetics", "zhuyin"), choose("phonetics", "none")),
    "size": (choose("size", 29), choose("size", 20)),
    "height": (lambda desk: desk.page.resize(900, 420), lambda desk: desk.page.resize(900, 700)),
    "direction": (turn_over, turn_over),
    "corners": (choose("corner_quotes", False), choose("corner_quotes", True)),
    "leading": (choose("leading", 240), choose("leading", 200)),
}


@pytest.mark.parametrize("vertical", [False, True], ids=["lines", "columns"])
@pytest.mark.parametrize("turn", TURNS)
def test_the_place_stays_at_the_edge(desk: Desk, turn: str, vertical: bool) -> None:
    page, (there, back) = desk.page, TURNS[turn]
    desk.viewing.set("vertical", vertical)
    for part in (0, 20, 55, 300, 700, 10**6):
        QApplication.processEvents()
        page.bar.setValue(part)
        value, position = page.bar.value(), page.position
        there(desk)
        QApplication.processEvents()
        assert page.position == position
        assert page.sheet is not None
        layout = page.sheet.typeset.layout
        line = layout.line_of(page.sheet.to_shown(position))
        if position and page.bar.value() < page.bar.maximum():
            assert abs(layout.line_at(page.scrolled) - line) <= 1
        back(desk)
        QApplication.processEvents()
        assert page.position == position
        assert page.bar.value() == value


# -- marks ------------------------------------------------------------------------------------------


def test_a_mark_over_columns_is_painted_on_its_cells_and_no_other(columns: Desk) -> None:
    page, paper = columns.page, load("paper")
    start = columns.offset("家在长江南岸")
    span = Span(start, start + 40)
    mark = columns.workspace.marking.highlight(span, "tian")
    assert mark is not None
    boxes = page.boxes(span)
    assert len(boxes) >= 2
    assert all(other.right() < one.left() for one, other in pairwise(boxes))
    for offset in range(*span):
        if not columns.text[offset].isspace():
            point = columns.shown_point(offset)
            assert sum(box.contains(point) for box in boxes) == 1
    for offset in (start - 1, start + 40):
        if not columns.text[offset].isspace():
            assert not any(box.contains(columns.shown_point(offset)) for box in boxes)
    image = columns.grabbed()
    for box in boxes:
        rim = [QPoint(box.left() + 1, y) for y in range(box.top() + 6, box.bottom() - 6)]
        found = [colour_at(image, point) for point in rim]
        assert found.count(QColor(paper.inks["tian"]).name().upper()) > 0.8 * len(found)
        beside = [colour_at(image, QPoint(box.right() + 4, point.y())) for point in rim]
        assert QColor(paper.inks["tian"]).name().upper() not in beside


@pytest.mark.parametrize("phonetics", PHONETICS)
def test_an_underline_is_a_line_at_the_left_where_no_reading_is(columns: Desk, phonetics: str) -> None:
    columns.viewing.set_phonetics(phonetics)
    page, edge = columns.page, QColor(load("paper").edges["ou"]).name().upper()
    span = columns.span("长江南岸")
    columns.workspace.marking.highlight(span, "ou", "underline")
    (box, *_) = page.boxes(span)
    image = columns.grabbed()

    def column(x: int) -> list[str]:
        return [colour_at(image, QPoint(x, y)) for y in range(box.top() + 2, box.bottom() - 2)]

    assert column(box.left() - 2).count(edge) > 0.8 * len(column(0))
    assert not any(edge in column(x) for x in (box.left() - 5, *range(box.left(), box.right() + 24)))


def test_rings_stand_above_the_columns_of_their_marks(columns: Desk) -> None:
    page, workspace = columns.page, columns.workspace
    for text in ("家在长江", "推开窗", "那时候", "南岸"):
        mark = workspace.marking.highlight(columns.span(text), "zhu")
        assert mark is not None
        workspace.marking.write_note(mark.id, "注")
    rings = page.page_painter().rings(page.lines_in_view())
    assert len(rings) == 4
    for mark_id, ring in rings:
        end = workspace.mark(mark_id).end
        box = page.boxes(Span(end - 1, end))[0]
        placed = ring.translated(QPointF(page.origin))
        assert placed.bottom() <= page.head
        assert placed.top() >= 0
        assert abs(placed.center().x() - box.center().x()) <= 2
        assert page.viewport().rect().toRectF().contains(placed)
    for (_, one), (_, other) in combinations(rings, 2):
        assert not one.intersects(other)
    mark_id, ring = rings[0]
    workspace.choose_mark(None)
    columns.click(ring.translated(QPointF(page.origin)).center().toPoint())
    assert workspace.mark_id == mark_id


# -- readings ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [16, 32])
@pytest.mark.parametrize(("phonetics", "vertical"), [mode for mode in MODES if mode[0] != "none"])
@pytest.mark.parametrize("name", ["tea-ferry.txt"])
def test_no_reading_lies_over_another_nor_over_text(
    name: str, phonetics: str, vertical: bool, size: int
) -> None:
    found = sheet_of(
        sample(name), phonetics, of=NAMES[name], size=size, measure=30 * size, vertical=vertical
    ).typeset
    before: list[QRectF] = []
    seen, slack = 0, size / 10
    for line in range(len(found.layout)):
        readings = by_cell(found, line)
        assert not any(one.intersects(other) for one, other in pairwise(readings))
        # Ink is told in whole pixels, and of a bold hanzi it may be a little more than the square.
        near = [smaller(box, slack) for box in [*glyph_boxes(found, line), *before]]
        inner = [smaller(box, 1) for box in readings]
        assert not [(one, other) for one in inner for other in near if one.intersects(other)]
        before = [*readings, *glyph_boxes(found, line)]
        seen += len(readings)
    assert seen > 1_000


def smaller(box: QRectF, by: float) -> QRectF:
    return box.adjusted(by, by, -by, -by)


def by_cell(found: Typeset, line: int) -> list[QRectF]:
    """The ink of each hanzi's reading in a line."""
    start, end = int(found.layout.line_start[line]), int(found.layout.line_end[line])
    boxes, at, readings = reading_boxes(found, line), 0, []
    for number in found.told.numbers[start:end].tolist():
        if number:
            count = len(found.drawn.readings[number].glyphs)
            whole = boxes[at]
            for box in boxes[at : at + count]:
                whole = whole.united(box)
            readings.append(whole)
            at += count
    assert at == len(boxes)
    return readings


def upright(found: Typeset, line: int = 0) -> list[QGlyphRun]:
    return [run for _, run in found.line(line).readings_upright]


def zhuyin(hanzi: str) -> tuple[Typeset, list[float], list[float]]:
    """A hanzi with its zhuyin in a column: where each symbol stands across, from left, and down."""
    found = sheet_of(hanzi, ZHUYIN, vertical=True).typeset
    (run,) = upright(found)
    return found, [place.x() for place in run.positions()], [place.y() for place in run.positions()]


def test_the_tone_stands_right_of_the_last_symbol_in_columns() -> None:
    _, across, down = zhuyin("床")
    assert len(across) == 4
    assert across[0] == across[1] == across[2]
    assert across[3] >= across[2] + 9
    assert down[0] < down[1] < down[2]
    assert down[1] < down[3] < down[2]


def test_the_dot_stands_above_the_first_symbol_in_columns() -> None:
    found, across, _ = zhuyin("的")
    (run,) = upright(found)
    dot, first = ink(run, 0), ink(run, 1)
    assert len(across) == 3
    assert dot.bottom() <= first.top() + 1
    assert abs(dot.center().x() - first.center().x()) <= 1.5


@pytest.mark.parametrize("hanzi", ["床", "媽", "魚", "壯"])
def test_zhuyin_stands_right_of_its_hanzi_in_the_middle(hanzi: str) -> None:
    found, _, _ = zhuyin(hanzi)
    (glyph,) = glyph_boxes(found, 0)
    readings = reading_boxes(found, 0)
    assert all(box.left() >= glyph.right() - 1 for box in readings)
    assert all(box.right() <= 0 for box in readings)
    symbols = [box for box in readings if box.height() > 4]
    middle = (min(box.top() for box in symbols) + max(box.bottom() for box in symbols)) / 2
    assert middle == pytest.approx(glyph.center().y(), abs=4)


# -- forms ------------------------------------------------------------------------------------------


def first_glyph(found: Typeset) -> tuple[int, QRectF]:
    drawn = found.line(0)
    run = (drawn.upright or drawn.along)[0]
    return run.glyphIndexes()[0], glyph_boxes(found, 0)[0]


@pytest.mark.parametrize("of", ["simplified", "traditional"])
@pytest.mark.parametrize("mark", "（）「」『』《》〈〉【】：；")
def test_brackets_have_their_forms_for_columns(mark: str, of: str) -> None:
    across = sheet_of(mark + "湖", of=of).typeset
    down = sheet_of(mark + "湖", of=of, vertical=True).typeset
    if of == "simplified" or mark not in "：；":
        assert first_glyph(across)[0] != first_glyph(down)[0]


@pytest.mark.parametrize("mark", "。，、")
def test_stops_stand_where_their_region_puts_them(mark: str) -> None:
    for of in ("simplified", "traditional"):
        found = sheet_of("湖" + mark + "水", of=of, vertical=True).typeset
        before, box, _ = glyph_boxes(found, 0)
        places, widths = found.layout.cells(0)
        middle = float(places[1] + widths[1] / 2)
        if of == "traditional":
            assert box.center().y() == pytest.approx(middle, abs=2)
            assert box.center().x() == pytest.approx(before.center().x(), abs=2.5)
        else:
            assert box.bottom() <= middle + 1
            assert box.left() >= before.center().x()


@pytest.mark.parametrize("of", ["simplified", "traditional"])
def test_quotation_marks_are_drawn_as_corners_and_stay_what_they_are(of: str) -> None:
    text = "他說“好‘湖’水”吧don’t"
    found = sheet_of(text, of=of, vertical=True)
    corners = sheet_of(text.translate(str.maketrans("“”‘", "「」『")), of=of, vertical=True)
    plain = sheet_of(text, of=of, vertical=True, corner_quotes=False)
    assert found.text == found.shown.text == text

    def marks(line: Typeset) -> list[int]:
        return [index for run in line.line(0).upright for index in run.glyphIndexes()]

    drawn, wanted, curly = marks(found.typeset), marks(corners.typeset), marks(plain.typeset)
    quotes = [text.index(mark) for mark in "“”‘"]
    assert [drawn[place] for place in quotes] == [wanted[place] for place in quotes]
    assert all(drawn[place] != curly[place] for place in quotes)
    face = found.typeset.cases.of_style[PLAIN]
    assert int(face.glyphs[ord("'")]) in [
        index for run in found.typeset.line(0).along for index in run.glyphIndexes()
    ]


def test_what_is_copied_has_the_quotation_marks_of_the_source(desk_with: Make) -> None:
    desk = desk_with("他说“好”，就走了。" * 30)
    desk.viewing.set("vertical", True)
    span = Span(2, 5)
    desk.drag(desk.point(2), desk.point(4))
    assert desk.page.selection == span
    assert desk.page.shown_text(span) == "“好”"


def test_turned_words_lie_in_the_middle_of_their_column() -> None:
    found = sheet_of("湖水Guiyang湖水", vertical=True).typeset
    boxes = glyph_boxes(found, 0)
    hanzi, latin = boxes[:2], boxes[2:-2]
    middle = np.mean([box.center().x() for box in hanzi])
    assert abs(np.mean([box.center().x() for box in latin]) - middle) <= 3.5
