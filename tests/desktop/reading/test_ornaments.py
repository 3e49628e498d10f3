"""What stands before and beside paragraphs: markers of items, lines of quotations, frames of images."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from desktop.reading.desk import colour_at
from desktop.reading.written import MODES, SUNRISE, article, glyph_boxes, inked, line_of, painted, set_in_type
from meipi.exchange.html import read_html
from meipi.reading.metrics import KINDS
from meipi.reading.ornaments import Ornaments
from meipi.support.theme import load

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(("vertical", "phonetics"), MODES)
def test_markers_end_before_their_item(vertical: bool, phonetics: str) -> None:
    found = set_in_type(article(), phonetics, vertical=vertical)
    marked = [
        (int(found.layout.line_first[line]), line)
        for line in range(len(found.layout))
        if inked(found, found.shown.text[int(found.layout.line_first[line]) :], "soft")
        and "item" in KINDS[int(found.layout.kinds[found.layout.line_paragraph[line]])]
    ]
    starts = [found.shown.text[offset : offset + 3] for offset, _ in marked]
    assert starts == ["第一項", "第二項", "下一層", "再下一"]
    insets = []
    for _, line in marked:
        drawn, inset = found.line(line), found.layout.style(line).inset
        insets.append(inset)
        for _, run in drawn.tinted_along:
            assert all(0 <= box.left() <= box.right() <= inset for box in glyph_boxes(run))
        for _, run in drawn.tinted_upright:
            assert all(0 <= box.top() <= box.bottom() <= inset for box in glyph_boxes(run))
        assert found.layout.cells(line)[0][0] == inset
    assert insets[0] == insets[1] < insets[2] < insets[3]


def test_only_the_first_line_of_an_item_has_its_marker() -> None:
    found = set_in_type(article(), measure=300)
    first = line_of(found, "第二項")
    assert found.layout.line_paragraph[first] == found.layout.line_paragraph[first + 1]
    assert found.line(first).tinted_along
    assert not found.line(first + 1).tinted_along
    assert found.layout.cells(first + 1)[0][0] == found.layout.style(first).inset


@pytest.mark.parametrize("vertical", [False, True])
def test_chinese_numbers_before_items(vertical: bool) -> None:
    listed = "<ol style='list-style-type: cjk-ideographic' start='12'><li>湖水</li><li>海水</li></ol>"
    found = set_in_type(read_html(f"<html><body><p>山</p>{listed}</body></html>"), vertical=vertical)
    line = line_of(found, "湖水")
    assert found.shown.markers[int(found.layout.line_paragraph[line])] == "十二、"
    drawn = found.line(line)
    ((ink, run),) = drawn.tinted_upright if vertical else drawn.tinted_along
    assert ink == "soft"
    assert len(run.glyphIndexes()) == 3
    ends = [box.bottom() if vertical else box.right() for box in glyph_boxes(run)]
    assert max(ends) <= found.layout.style(line).inset


def test_the_line_beside_a_quotation_does_not_break() -> None:
    found = set_in_type(article())
    first, second = line_of(found, "引文第一"), line_of(found, "引文第二")
    lines = [Ornaments(found, load("paper")).quote_line(line) for line in (first, second)]
    assert [line.width() for line in lines] == [3, 3]
    assert lines[0].top() == found.layout.line_top[first]
    assert lines[0].bottom() == lines[1].top()
    assert lines[1].right() < found.layout.cells(second)[0][0]
    image = painted(found)
    for line in lines:
        assert colour_at(image, line.center().toPoint()) == load("paper").line_strong.upper()


@pytest.mark.parametrize(("vertical", "phonetics"), MODES)
def test_an_image_is_a_frame_above_its_caption(vertical: bool, phonetics: str) -> None:
    found = set_in_type(article(), phonetics, vertical=vertical)
    line = line_of(found, SUNRISE)
    frame = Ornaments(found, load("paper")).frame(line)
    before = int(found.layout.line_top[line - 1] + found.layout.line_height[line - 1])
    near, far = (-frame.right(), -frame.left()) if vertical else (frame.top(), frame.bottom())
    assert before < near < far < found.layout.line_top[line]
    middle = frame.center().y() if vertical else frame.center().x()
    places, widths = found.layout.cells(line)
    assert float(places[0] + places[-1] + widths[-1]) / 2 == pytest.approx(found.layout.measure / 2, abs=1)
    assert middle == pytest.approx(found.layout.measure / 2, abs=1)
    assert inked(found, SUNRISE, "soft")
    assert not found.line(line).along
    assert not found.line(line).upright


def test_an_image_that_begins_the_text_has_room_for_its_frame() -> None:
    found = set_in_type(article(f"![{SUNRISE}](lake.jpg)\n\n湖水"))
    line = line_of(found, SUNRISE)
    assert Ornaments(found, load("paper")).frame(line).top() >= 0
    image = painted(found)
    edge = Ornaments(found, load("paper")).frame(line)
    assert colour_at(image, QPointF(edge.center().x(), edge.top()).toPoint()) == load("paper").line.upper()


def test_deeper_headings_are_a_little_smaller() -> None:
    found = set_in_type(article())
    second, third = (found.layout.style(line_of(found, f"{number}級標題")) for number in "二三")
    assert third.bold
    assert 0.85 * second.glyph <= third.glyph < second.glyph
