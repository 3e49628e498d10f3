"""Markup on the page: the faces in which a text is set, its links and what is emphasised."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFont, QRawFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from desktop.reading.desk import Make, colour_at
from desktop.reading.written import MODES, article, glyph_boxes, inked, line_of, painted, runs_of, set_in_type
from meipi.exchange.draft import ArticleDraft, Inline, InlineKind
from meipi.reading.layout import UNIT
from meipi.reading.metrics import KINDS
from meipi.reading.sheet import Sheet, TypeRoom
from meipi.reading.typeset import Typeset
from meipi.support.fonts import mono_family
from meipi.support.settings import Settings
from meipi.support.theme import load
from meipi.workspace.viewing import Viewing

pytestmark = pytest.mark.usefixtures("qapp")


def font_of(found: Typeset, text: str) -> QRawFont:
    """The font in which the first glyph of a part of the text is drawn; horizontally."""
    offset = found.shown.text.index(text)
    line = found.layout.line_of(offset)
    place = float(found.layout.cells(line)[0][offset - int(found.layout.line_start[line])])
    fonts = [
        run.rawFont()
        for run in runs_of(found, line)
        for point in run.positions()
        if abs(point.x() - place) < 1
    ]
    assert len(fonts) == 1
    return fonts[0]


# -- faces ------------------------------------------------------------------------------------------


def test_each_cut_is_drawn_in_its_face() -> None:
    found = set_in_type(article())
    plain = font_of(found, "青海的")
    assert plain.weight() == QFont.Weight.Normal
    for strong in ("世界級", "level"):
        assert font_of(found, strong).weight() == QFont.Weight.Bold
        assert font_of(found, strong).familyName() == plain.familyName()
        assert font_of(found, strong).pixelSize() == plain.pixelSize()
    assert font_of(found, "numpy").familyName() == mono_family()
    assert font_of(found, "words").style() == QFont.Style.StyleItalic
    assert font_of(found, "鹽湖，") == font_of(found, "base") == plain


def test_hanzi_are_neither_slanted_nor_set_in_the_family_of_code() -> None:
    found = set_in_type(article("湖水 `代碼` *海水* **`code`** ***strong***"))
    assert font_of(found, "代碼") == font_of(found, "海水") == font_of(found, "湖水")
    assert font_of(found, "code").weight() == QFont.Weight.Bold
    assert font_of(found, "code").familyName() == mono_family()
    assert font_of(found, "strong").weight() == QFont.Weight.Bold
    assert font_of(found, "strong").style() == QFont.Style.StyleItalic


def test_widths_are_those_of_the_face() -> None:
    found = set_in_type(article("湖水 **level** and `level` level"))
    text = found.shown.text
    widths = [float(found.layout.advance(place)) for place in range(len(text))]
    bold, mono, plain = (text.index("level", start) for start in (0, 9, 17))
    style = KINDS.index("paragraph")
    for place, face in ((bold, found.cases.face(style, 1)), (mono, found.cases.face(style, 4))):
        assert widths[place : place + 5] == [face.advances[ord(char)] / UNIT for char in "level"]
    assert widths[mono] == pytest.approx(10, abs=0.1)
    assert sum(widths[bold : bold + 5]) > sum(widths[plain : plain + 5])


@pytest.mark.parametrize("vertical", [False, True])
def test_what_is_set_anew_is_set_as_at_first(vertical: bool) -> None:
    """With pinyin each paragraph is set anew once it is read."""
    plain, read = (set_in_type(article(), phonetics, vertical=vertical) for phonetics in ("none", "pinyin"))
    for word in ("level", "numpy", "words", "return"):
        offset, scale = plain.shown.text.index(word), read.layout.style(1).glyph / plain.layout.style(1).glyph
        for place in range(offset, offset + len(word)):
            wide = plain.layout.advance(place)
            assert read.layout.advance(place) == pytest.approx(scale * wide, abs=0.5)


def test_code_keeps_its_indent_and_is_not_justified() -> None:
    found = set_in_type(article("```\nif x:\n    return x\n" + "word " * 60 + "\n```"))
    assert found.layout.place_of(found.shown.text.index("if"))[1] == 20
    assert found.layout.place_of(found.shown.text.index("return"))[1] == pytest.approx(20 + 4 * 10, abs=0.5)
    first = line_of(found, "word")
    assert found.layout.cells(first)[1][:60] == pytest.approx(10, abs=0.1)
    assert found.layout.line_paragraph[first] == found.layout.line_paragraph[first + 1]


def test_in_columns_code_lies_on_its_side_with_its_brackets() -> None:
    found = set_in_type(article("湖水 `f(ab[cd])` (水)"), vertical=True)
    text, turned = found.shown.text, found.shown.analysis.turned
    assert all(turned[text.index(sign)] for sign in ("(ab", "[cd", "])", ")"))
    assert not turned[text.index("(水")]
    along = {glyph for run in found.line(0).along for glyph in run.glyphIndexes()}
    assert found.cases.face(KINDS.index("paragraph"), 4).glyphs[ord("(")] in along


def test_two_digits_in_one_cell_may_be_parted_by_markup() -> None:
    found = set_in_type(article("有 **1**2 個"), vertical=True)
    glyphs = [glyph for run in found.line(0).upright for glyph in run.glyphIndexes()]
    assert len(glyphs) == 4
    assert 0 not in glyphs


# -- links ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", ["paper", "night"])
def test_a_link_is_coloured_and_underlined_by_one_pixel(theme: str) -> None:
    found = set_in_type(article("湖水[海水之說](https://example.org)山水"))
    assert inked(found, "海水", "link")
    (rule,) = found.line(0).rules
    left = found.metrics.styles[KINDS.index("paragraph")].indent + 2 * 20
    assert (rule.left, rule.right) == (left, left + 4 * 20)
    image, colour = painted(found, theme), load(theme).cinnabar_text.upper()
    paper = load(theme).paper.upper()
    colours = [
        colour_at(image, QPointF(x, rule.block).toPoint()) for x in range(rule.left - 5, rule.right + 5)
    ]
    assert colours == [paper] * 5 + [colour] * 80 + [paper] * 5
    for beside in (rule.block - 1, rule.block + 1):
        row = [colour_at(image, QPointF(x, beside).toPoint()) for x in range(rule.left, rule.right)]
        assert row.count(colour) < 40


def test_a_link_goes_on_in_the_next_line() -> None:
    found = set_in_type(article(f"[{'湖水' * 30}](https://example.org)"), measure=400)
    rules = [found.line(line).rules[0] for line in range(len(found.layout))]
    assert [(rule.left, rule.right) for rule in rules] == [(40, 400), (0, 400), (0, 400), (0, 40)]


@pytest.mark.parametrize(("vertical", "phonetics"), MODES)
def test_a_link_in_columns_is_lined_where_no_readings_are(vertical: bool, phonetics: str) -> None:
    found = set_in_type(article("湖水[海水](https://example.org)"), phonetics, vertical=vertical)
    style = found.layout.style(0)
    (rule,) = found.line(0).rules
    if vertical and phonetics == "none":
        assert rule.block == style.glyph_top
    elif vertical:
        assert rule.block == style.glyph_top + style.glyph_row - 1
    else:
        assert rule.block == style.glyph_top + style.glyph_row - 2


def test_a_link_follows_what_conversion_makes_longer() -> None:
    found = set_in_type(
        article("我的[内存](https://example.org/a)和[硬盘](https://example.org/b)坏了"), script="traditional"
    )
    shown, markup = found.shown.text, found.shown.markup
    assert "記憶體" in shown
    linked = [markup.link_at(place)[-1:] for place in range(len(shown))]
    assert "".join(char if address else " " for char, address in zip(shown, linked, strict=True)).split() == [
        "記憶體",
        "硬碟",
    ]
    assert linked[shown.index("憶")] == "a"
    assert linked[shown.index("硬")] == "b"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    addresses: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: addresses.append(QUrl(url).toString()))
    return addresses


LINKED = article("湖水[海水](https://example.org/a)和[信](mailto:a@example.org)和[註](#note)")


def test_ctrl_click_opens_a_link_and_nothing_else_does(desk_with: Make, opened: list[str]) -> None:
    desk = desk_with(LINKED)
    control = Qt.KeyboardModifier.ControlModifier
    desk.click(desk.point(desk.offset("海")))
    desk.click(desk.point(desk.offset("湖")), control)
    desk.click(desk.point(desk.offset("註")), control)
    assert opened == []
    desk.click(desk.point(desk.offset("水", after="海")), control)
    desk.click(desk.point(desk.offset("信")), control)
    assert opened == ["https://example.org/a", "mailto:a@example.org"]


def test_a_drag_with_ctrl_opens_nothing(desk_with: Make, opened: list[str]) -> None:
    desk = desk_with(LINKED)
    start, end = desk.point(desk.offset("海"), 0.1), desk.point(desk.offset("海") + 1, 0.9)
    control = Qt.KeyboardModifier.ControlModifier
    desk.press(start, control)
    desk.move(end)
    QTest.mouseRelease(desk.page.viewport(), Qt.MouseButton.LeftButton, control, end)
    assert opened == []
    assert desk.selected == "海水"


def test_the_address_is_told_under_the_pointer(desk_with: Make, qtbot: QtBot) -> None:
    desk = desk_with(LINKED)
    desk.move(desk.point(desk.offset("海")))
    qtbot.waitUntil(lambda: "https://example.org/a" in QToolTip.text())
    desk.move(desk.point(desk.offset("湖")))
    qtbot.waitUntil(lambda: not QToolTip.isVisible() or not QToolTip.text())


# -- emphasis ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("vertical", "phonetics"), MODES)
def test_each_emphasised_hanzi_has_a_dot(vertical: bool, phonetics: str) -> None:
    found = set_in_type(article("湖*水，很 A 深*也"), phonetics, vertical=vertical)
    drawn, style, layout = found.line(0), found.layout.style(0), found.layout
    assert len(drawn.dots) == 3
    places, widths = layout.cells(0)
    for (inline, block), char in zip(drawn.dots, "水很深", strict=True):
        place = found.shown.text.index(char)
        assert places[place] < inline < places[place] + widths[place]
        if phonetics == "none" and not vertical:
            assert inline == pytest.approx(places[place] + style.glyph / 2)
        if vertical and phonetics == "none":
            # At the right of the column, into the room before it.
            assert -layout.style(0).line < block + drawn.dot / 2 <= style.glyph_top
        else:
            # Below the row, at its left in columns: clear of it and of what the next line begins with.
            assert block - drawn.dot / 2 >= style.glyph_top + style.glyph_row
            assert block + drawn.dot / 2 <= style.line + style.reading_top


@pytest.mark.parametrize(("vertical", "phonetics"), MODES)
@pytest.mark.parametrize("leading", [160, 200, 240])
def test_dots_never_lie_on_readings(vertical: bool, phonetics: str, leading: int) -> None:
    viewing = Viewing(Settings(None))
    viewing.set("vertical", vertical)
    viewing.set("leading", leading)
    viewing.set_phonetics(phonetics)
    draft = article(f"*{'湖水很深' * 40}*")
    sheet = Sheet(draft.text, draft.blocks, "traditional", TypeRoom(), draft.inlines)
    sheet.arrange(viewing, 400, 1)
    while sheet.read_lines(range(len(sheet.typeset.layout))):
        pass
    found = sheet.typeset
    dots: list[QRectF] = []
    readings: list[QRectF] = []
    for line in range(len(found.layout)):
        origin, drawn = found.layout.origin(line), found.line(line)
        half = drawn.dot / 2
        dots += [QRectF(x - half, origin + y - half, 2 * half, 2 * half) for x, y in drawn.dots]
        # Along the line both frames of horizontal writing and of turned pinyin are those of the dots.
        for _, run in drawn.readings_along:
            readings += [box.translated(0, origin) for box in glyph_boxes(run)]
        for _, run in drawn.readings_upright:
            for box in glyph_boxes(run):
                readings.append(QRectF(box.top(), origin - box.right(), box.height(), box.width()))
    assert len(dots) == 160
    assert bool(readings) == (phonetics != "none")
    assert not [dot for dot in dots if any(dot.intersects(reading) for reading in readings)]


def test_dots_are_painted_in_ink() -> None:
    found = set_in_type(article("湖*水*"))
    (dot,) = found.line(0).dots
    middle = painted(found).pixelColor(round(dot[0] - 0.5), round(dot[1] - 0.5))
    assert middle.lightness() < 90


# -- whatever the markup ----------------------------------------------------------------------------

ROOM: list[TypeRoom] = []
KIND = st.sampled_from(["link", "emphasis", "strong", "code"])


def glyph_count(found: Typeset) -> int:
    return sum(len(run.glyphIndexes()) for line in range(len(found.layout)) for run in runs_of(found, line))


@given(
    st.text("湖水，。「」ab12() \n", min_size=1, max_size=120),
    st.lists(st.tuples(KIND, st.integers(0, 119), st.integers(1, 30)), max_size=6),
    st.booleans(),
)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_markup_takes_no_glyph_and_adds_none(
    text: str, marked: Sequence[tuple[str, int, int]], vertical: bool
) -> None:
    if not ROOM:
        ROOM.append(TypeRoom())
    inlines = []
    ends: dict[str, int] = {}
    for kind, start, length in sorted(marked, key=lambda one: one[1]):
        start, end = max(start, ends.get(kind, 0)), min(len(text), start + length)
        if start < end:
            inlines.append(Inline(cast(InlineKind, kind), start, end, "#a" if kind == "link" else ""))
            ends[kind] = end
    bare = set_in_type(ArticleDraft("", text), vertical=vertical, measure=300, room=ROOM[0])
    found = set_in_type(
        ArticleDraft("", text, inlines=tuple(inlines)), vertical=vertical, measure=300, room=ROOM[0]
    )
    assert glyph_count(found) == glyph_count(bare)
    for line in range(len(found.layout)):
        places, widths = found.layout.cells(line)
        assert np.all(np.diff(places) >= 0)
        assert np.all(widths >= 0)


def test_a_text_without_markup_has_no_cuts() -> None:
    found = set_in_type(ArticleDraft("", "湖水\n海水"))
    assert len(found.shown.markup.cuts.offsets) == 0
    assert len(found.shown.markup.links) == len(found.shown.markup.emphasis) == 0
    assert list(found.shown.markup.links.within(0, 5)) == []
    assert found.shown.markup.links.at(0) is None
    assert found.shown.markup.cuts.within(0, 2) is found.shown.markup.cuts
