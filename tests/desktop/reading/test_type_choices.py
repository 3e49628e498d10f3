"""What the reader can choose of the type: leading, measure, paragraphs, readings, family."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from desktop.reading.desk import Desk, sample
from desktop.reading.typesets import (
    MODE_NAMES,
    MODES,
    glyph_boxes,
    reading_boxes,
    sheet_of,
    visible,
)
from meipi.reading.metrics import KINDS, NONE, PINYIN, ZHUYIN, metrics_for
from meipi.support.settings import accepts
from meipi.workspace.viewing import TypeChoice

PLAIN = KINDS.index("paragraph")
TEXT = "江边长大的人，数钱在银行。\n女儿问二十四小时有没有船。\n2026 GPS"

pytestmark = pytest.mark.usefixtures("qapp")


# -- metrics ----------------------------------------------------------------------------------------

SIZES, LEADINGS, READINGS = (16, 20, 25, 32), (160, 200, 260), (80, 100, 140)


@pytest.mark.parametrize(("phonetics", "vertical"), MODES, ids=MODE_NAMES)
def test_rows_lie_within_their_lines(phonetics: str, vertical: bool) -> None:
    for size, leading, reading, compact in product(SIZES, LEADINGS, READINGS, (False, True)):
        choice = TypeChoice(
            size=size, phonetics=phonetics, vertical=vertical, leading=leading, reading_size=reading,
            compact=compact,
        )  # fmt: skip
        metrics = metrics_for(choice)
        assert accepts("view.leading", leading)
        assert accepts("view.reading_size", reading)
        for style in metrics.styles:
            assert style.glyph <= style.glyph_row <= style.line
            assert style.glyph_top >= 0
            assert style.glyph_top + style.glyph_row <= style.line + 1
            assert style.bare_line <= style.line
            assert phonetics == NONE or vertical or style.reading_top >= -1
            assert min(style.before, style.after, style.indent, style.inset) >= 0


@pytest.mark.parametrize(("phonetics", "vertical"), MODES, ids=MODE_NAMES)
def test_leading_grows_with_the_choice(phonetics: str, vertical: bool) -> None:
    lines = [
        metrics_for(TypeChoice(phonetics=phonetics, vertical=vertical, leading=leading)).styles[PLAIN].line
        for leading in range(160, 261, 20)
    ]
    assert lines == sorted(lines)
    assert lines[-1] > lines[0]
    assert phonetics != NONE or len(set(lines)) == len(lines)


@pytest.mark.parametrize("name", ["leading", "measure", "reading_size", "reading_gap", "size"])
def test_what_is_usual_is_what_the_design_says(name: str) -> None:
    assert getattr(TypeChoice(), name) == {
        "leading": 200, "measure": 36, "reading_size": 100, "reading_gap": 5, "size": 20,
    }[name]  # fmt: skip


# -- on the page ------------------------------------------------------------------------------------


@pytest.mark.parametrize("leading", [160, 200, 240])
def test_leading_is_from_line_to_line(leading: int) -> None:
    layout = sheet_of("江边长大的人" * 40, leading=leading).typeset.layout
    assert set(np.diff(layout.line_top).tolist()) == {leading // 5}


def test_the_measure_is_what_was_chosen_where_there_is_room(desk: Desk) -> None:
    page = desk.page
    page.resize(1_400, 700)
    for measure in (24, 36, 44):
        desk.viewing.set("measure", measure)
        assert page.measure == measure * desk.viewing.size
        assert page.sheet is not None
        assert page.sheet.typeset.layout.measure == page.measure
        # As much to the left of the text as to the right.
        assert abs(page.viewport().width() - page.measure - 2 * page.left) <= 1
    page.resize(500, 700)
    QApplication.processEvents()
    assert page.measure < 500


@pytest.mark.parametrize("vertical", [False, True], ids=["lines", "columns"])
def test_paragraphs_are_indented_or_apart(vertical: bool) -> None:
    for way, em in (("indent", 2), ("space", 0)):
        layout = sheet_of(TEXT, paragraphs=way, vertical=vertical).typeset.layout
        glyph = layout.style(0).glyph
        for line in range(len(layout)):
            leads = bool(layout.line_leads[line])
            assert float(layout.cells(line)[0][0]) == (em * glyph if leads else 0)
    indented = sheet_of(TEXT, paragraphs="indent", vertical=vertical).typeset.layout
    apart = sheet_of(TEXT, paragraphs="space", vertical=vertical).typeset.layout
    between = [int(one.line_top[1] - one.line_top[0] - one.line_height[0]) for one in (indented, apart)]
    assert 0 < between[0] < between[1]


@pytest.mark.parametrize("vertical", [False, True], ids=["lines", "columns"])
@pytest.mark.parametrize("phonetics", [PINYIN, ZHUYIN])
def test_readings_grow_with_the_choice(phonetics: str, vertical: bool) -> None:
    heights = []
    for size in (80, 100, 140):
        found = sheet_of(TEXT, phonetics, vertical=vertical, reading_size=size).typeset
        boxes = reading_boxes(found, 0)
        heights.append(max(max(box.width(), box.height()) for box in boxes))
        glyphs = glyph_boxes(found, 0)
        inner = [box.adjusted(1, 1, -1, -1) for box in boxes]
        assert not any(one.intersects(other.adjusted(1, 1, -1, -1)) for one in inner for other in glyphs)
    assert heights[0] < heights[1] < heights[2]


def test_the_gap_between_readings_is_at_least_what_was_chosen() -> None:
    widths = []
    for gap in (3, 5, 10):
        found = sheet_of("床床床床床床。装双", PINYIN, reading_gap=gap, of="simplified").typeset
        assert found.metrics.reading_gap == gap
        spelling = found.drawn.readings[int(found.told.numbers[0])]
        run = found.line(0).readings_along[0][1]
        count = len(spelling.glyphs)
        lefts = [run.positions()[at * count].x() for at in range(6)]
        for one, other in pairwise(lefts):
            assert other - one - spelling.width >= gap
            assert other - one - spelling.width <= gap + 3
        widths.append(lefts[1] - lefts[0])
    assert widths == sorted(set(widths))


@pytest.mark.parametrize("vertical", [False, True], ids=["lines", "columns"])
@pytest.mark.parametrize("phonetics", [PINYIN, ZHUYIN])
def test_compact_lines_without_readings_are_less_high(phonetics: str, vertical: bool) -> None:
    text = "江边长大\nGPS 2026\n江边长大"
    usual = sheet_of(text, phonetics, vertical=vertical).typeset.layout
    tight = sheet_of(text, phonetics, vertical=vertical, compact=True).typeset.layout
    assert len(set(usual.line_height.tolist())) == 1
    assert tight.line_height[0] == tight.line_height[2] == usual.line_height[0]
    saves = phonetics == PINYIN or vertical
    assert (tight.line_height[1] < usual.line_height[1]) == saves
    assert (tight.extent < usual.extent) == saves
    # What is drawn of the lower line still lies within it.
    found = sheet_of(text, phonetics, vertical=vertical, compact=True).typeset
    for box in glyph_boxes(found, 1):
        top = -box.right() if vertical else box.top()
        bottom = -box.left() if vertical else box.bottom()
        assert top >= int(tight.line_top[1]) - 1
        assert bottom <= int(tight.line_top[1] + tight.line_height[1]) + 1


def test_without_readings_compact_changes_nothing() -> None:
    usual, tight = (sheet_of(TEXT, compact=compact).typeset.layout for compact in (False, True))
    assert (usual.line_top == tight.line_top).all()


@pytest.mark.parametrize("family", ["song", "hei", "kai"])
def test_a_family_draws_every_character(family: str) -> None:
    found = sheet_of(sample("tea-ferry.txt"), family=family).typeset
    for line in range(len(found.layout)):
        assert 0 not in [glyph for run in found.line(line).along for glyph in run.glyphIndexes()]
        assert len(visible(found, line)) >= 1


def test_families_are_different_faces() -> None:
    if "Noto Sans CJK TC" not in QFontDatabase.families():
        pytest.skip("there is no second family for Chinese here")
    names = {
        family: sheet_of("湖", family=family).typeset.line(0).along[0].rawFont().familyName()
        for family in ("song", "hei")
    }
    assert names["song"] != names["hei"]


CHOICES: tuple[dict[str, bool | int | str], ...] = (
    {"leading": 260}, {"measure": 24}, {"paragraphs": "space"}, {"line_end": "trim"}, {"grouping": "word"},
    {"reading_size": 140}, {"reading_gap": 10}, {"compact": True}, {"corner_quotes": False},
    {"family": "hei"}, {"size": 27}, {"vertical": True},
)  # fmt: skip


@pytest.mark.parametrize("phonetics", [NONE, PINYIN])
def test_any_choice_keeps_the_place_and_is_taken_back(desk: Desk, phonetics: str) -> None:
    page = desk.page
    desk.viewing.set_phonetics(phonetics)
    page.bar.setValue(640)
    QApplication.processEvents()
    for choice in CHOICES:
        value, position = page.bar.value(), page.position
        ((name, wanted),) = choice.items()
        before = getattr(desk.viewing.type, name)
        desk.viewing.set(name, wanted)
        QApplication.processEvents()
        assert page.position == position
        assert page.sheet is not None
        # Sheets of every measure share their metrics.
        assert name == "measure" or getattr(page.sheet.typeset.metrics.choice, name) == wanted
        desk.grabbed()
        desk.viewing.set(name, before)
        QApplication.processEvents()
        assert (page.bar.value(), page.position) == (value, position)
