"""Lines, from made-up widths: no Qt, no fonts."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.language.span import Span
from meipi.reading import characters, layout
from meipi.reading.analysis import Analysis
from meipi.reading.layout import UNIT, Layout
from meipi.reading.metrics import KINDS, NONE, PINYIN, metrics_for
from meipi.reading.spacing import Cells
from meipi.workspace.viewing import TypeChoice

METRICS = metrics_for(TypeChoice())
PLAIN = KINDS.index("paragraph")

paragraphs = st.text("湖水山天a3 \u3000，。「」（）—…\u0301.", min_size=1, max_size=70)
texts = st.lists(st.one_of(paragraphs, st.just("")), max_size=8).map("\n".join)
measures = st.integers(80, 260)
"""At least one of the widest cells beside the largest indent."""


def widths_of(analysis: Analysis, seed: int) -> npt.NDArray[np.int32]:
    """Hanzi of 20 pixels or, as if a reading were wider, more; other code points as they come."""
    noise = np.random.default_rng(seed).integers(0, 15 * UNIT, len(analysis)).astype(np.int32)
    widths = np.where(analysis.classes == characters.HANZI, 20 * UNIT + noise * (noise % 3 == 0), 20 * UNIT)
    widths[np.isin(analysis.classes, (characters.WORD, characters.SPACE))] = 7 * UNIT + 13
    widths[np.isin(analysis.classes, (characters.ZERO, characters.BREAK))] = 0
    return widths.astype(np.int32)


def plain(widths: npt.NDArray[np.int32]) -> Cells:
    """Cells without white space of their own."""
    return Cells(widths, *(np.zeros(len(widths), np.int32) for _ in range(3)))


def lay_out(text: str, measure: int = 200, seed: int = 0, kind: int = PLAIN) -> Layout:
    analysis = Analysis(text)
    kinds = np.full(len(analysis.paragraphs), kind, np.uint8)
    return Layout(analysis, kinds, plain(widths_of(analysis, seed)), METRICS, measure)


def lines_of(found: Layout, text: str) -> list[str]:
    """The text of each line, without what has no place on the page."""
    bounds = zip(found.line_start.tolist(), found.line_end.tolist(), strict=True)
    return [text[start:end].strip() for start, end in bounds]


def visible(found: Layout, line: int) -> range:
    """From the first code point that is set in a line to the end of the last that is not a space."""
    first = int(found.line_first[line])
    last = min(int(found.line_end[line]), int(found.paragraphs.lasts[found.line_paragraph[line]]))
    while last > first and found.analysis.spaces[last - 1]:
        last -= 1
    return range(first, last)


def room(found: Layout, line: int) -> float:
    style = found.style(line)
    return found.measure - style.inset - (style.indent if found.line_leads[line] else 0)


# -- every code point in its line -------------------------------------------------------------------


@given(texts, measures, st.integers(0, 9))
def test_lines_hold_every_code_point_once(text: str, measure: int, seed: int) -> None:
    found = lay_out(text, measure, seed)
    if not len(found):
        assert not text.strip()
        return
    assert found.line_start[0] == 0
    assert found.line_end[-1] == len(text)
    assert (found.line_start[1:] == found.line_end[:-1]).all()
    assert (found.line_start <= found.line_first).all()
    assert (found.line_first < found.line_end).all()
    assert (np.diff(found.line_paragraph) >= 0).all()
    for offset in range(len(text)):
        line = found.line_of(offset)
        assert found.line_start[line] <= offset < found.line_end[line]
    for line in range(len(found)):
        assert not set(text[found.line_first[line] : found.line_end[line]].rstrip()) & set("\n")


@given(texts, measures, st.integers(0, 9))
def test_lines_begin_where_they_may(text: str, measure: int, seed: int) -> None:
    found = lay_out(text, measure, seed)
    allowed = characters.break_allowed(found.analysis.codes, found.analysis.classes)
    for line in range(len(found)):
        begin = int(found.line_first[line])
        if not found.line_leads[line] and not allowed[begin]:
            before = int(found.line_first[line - 1])
            assert not allowed[before + 1 : begin].any()


@given(texts, measures, st.integers(0, 9))
def test_lines_are_as_long_as_they_can_be_and_no_longer(text: str, measure: int, seed: int) -> None:
    analysis = Analysis(text)
    widths, found = widths_of(analysis, seed), lay_out(text, measure, seed)
    allowed = characters.break_allowed(analysis.codes, analysis.classes)
    for line in range(len(found)):
        cells = visible(found, line)
        assert widths[cells.start : cells.stop].sum() <= room(found, line) * UNIT
        if found.line_closes[line]:
            continue
        last = int(found.paragraphs.lasts[found.line_paragraph[line]])
        begin = int(found.line_end[line])
        ends = [place for place in range(begin + 1, last) if allowed[place]]
        end = min([*ends, last])
        while analysis.spaces[end - 1]:
            end -= 1
        assert widths[cells.start : end].sum() > room(found, line) * UNIT


@given(texts, measures, st.integers(0, 9))
@settings(max_examples=100)
def test_arrays_and_loop_give_the_same_lines(text: str, measure: int, seed: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layout, "_FEW", 0)
        one = lay_out(text, measure, seed)
        patch.setattr(layout, "_FEW", 10**9)
        other = lay_out(text, measure, seed)
    assert one.line_start.tolist() == other.line_start.tolist()
    assert one.line_first.tolist() == other.line_first.tolist()
    assert one.line_paragraph.tolist() == other.line_paragraph.tolist()


def test_many_paragraphs_are_done_in_arrays() -> None:
    text = "\n".join("湖水天山" * (3 + number % 40) for number in range(200))
    analysis = Analysis(text)
    assert len(analysis.paragraphs) == 200
    found = lay_out(text, 200)
    assert "".join(lines_of(found, text)) == text.replace("\n", "")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layout, "_FEW", 10**9)
        assert lay_out(text, 200).line_first.tolist() == found.line_first.tolist()


# -- justified --------------------------------------------------------------------------------------


@given(texts, measures, st.integers(0, 9))
def test_justified_lines_end_at_the_measure(text: str, measure: int, seed: int) -> None:
    found = lay_out(text, measure, seed)
    widths = widths_of(found.analysis, seed) / UNIT
    for line in range(len(found)):
        cells = visible(found, line)
        places, cell_widths = found.cells(line)
        start = int(found.line_start[line])
        natural = float(widths[cells.start : cells.stop].sum())
        right = float(places[cells[-1] - start] + cell_widths[cells[-1] - start])
        style = found.style(line)
        left = style.inset + (style.indent if found.line_leads[line] else 0)
        assert float(places[cells.start - start]) == left
        assert (cell_widths >= widths[start : start + len(places)] * 0).all()
        assert right <= measure + 1e-6
        stretches = characters.stretch_allowed(found.analysis.classes)[cells.start + 1 : cells.stop].any()
        slack = measure - left - natural
        if stretches and not found.line_closes[line] and 0 <= slack <= 0.3 * measure:
            assert right == pytest.approx(measure)
        else:
            assert right - left == pytest.approx(natural)


@given(texts, measures, st.integers(0, 9))
def test_space_is_added_only_where_it_may_be(text: str, measure: int, seed: int) -> None:
    found = lay_out(text, measure, seed)
    widths = widths_of(found.analysis, seed) / UNIT
    stretches = characters.stretch_allowed(found.analysis.classes)
    for line in range(len(found)):
        cells = visible(found, line)
        start = int(found.line_start[line])
        _, cell_widths = found.cells(line)
        gained = [
            float(cell_widths[cell - start] - widths[cell]) for cell in cells[:-1] if stretches[cell + 1]
        ]
        assert max(gained, default=0) - min(gained, default=0) < 1e-5
        for cell in cells[:-1]:
            if not stretches[cell + 1]:
                assert float(cell_widths[cell - start]) == pytest.approx(float(widths[cell]))


# -- asking -----------------------------------------------------------------------------------------


@given(texts, measures, st.integers(0, 9))
def test_the_middle_of_a_cell_is_that_cell(text: str, measure: int, seed: int) -> None:
    found = lay_out(text, measure, seed)
    for line in range(len(found)):
        start = int(found.line_start[line])
        places, widths = found.cells(line)
        middle = int(found.line_top[line]) + found.style(line).line / 2
        assert found.line_at(middle) == line
        for index, (left, width) in enumerate(zip(places.tolist(), widths.tolist(), strict=True)):
            if width > 0:
                assert found.cell_at(line, left + width / 2) == start + index
                assert found.cell_at(line, left + width * 0.999) == start + index
            assert found.line_of(start + index) == line
            assert found.place_of(start + index) == (line, left)


@given(texts, measures)
def test_beside_a_line_is_its_nearest_cell(text: str, measure: int) -> None:
    found = lay_out(text, measure)
    for line in range(len(found)):
        _, widths = found.cells(line)
        seen = np.flatnonzero(widths > 0)
        if len(seen):
            assert found.cell_at(line, -100) == found.line_start[line] + seen[0]
            assert found.cell_at(line, 1e6) == found.line_start[line] + seen[-1]
    if len(found):
        assert found.line_at(-100) == 0
        assert found.line_at(1e9) == len(found) - 1
        line, place = found.place_of(len(text))
        assert line == len(found) - 1
        assert 0 <= place <= measure


@given(texts, measures, st.data())
def test_segments_cover_a_span_and_nothing_else(text: str, measure: int, data: st.DataObject) -> None:
    found = lay_out(text, measure)
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    seen = []
    for part in found.segments(span, range(len(found))):
        places, widths = found.cells(part.line)
        first = int(found.line_start[part.line])
        for index in np.flatnonzero(widths > 0).tolist():
            centre = float(places[index] + widths[index] / 2)
            if part.left < centre < part.right:
                seen.append(first + index)
        assert part.opens == (span.start >= first)
        assert part.closes == (span.end <= found.line_end[part.line])
    every = [
        int(found.line_start[line]) + index
        for line in range(len(found))
        for index in np.flatnonzero(found.cells(line)[1] > 0).tolist()
    ]
    assert seen == [offset for offset in every if span.start <= offset < span.end]


# -- across the page --------------------------------------------------------------------------------


@given(texts, measures, st.integers(0, 9), st.data())
@settings(max_examples=60)
def test_lines_are_stacked_by_their_styles(text: str, measure: int, seed: int, data: st.DataObject) -> None:
    analysis = Analysis(text)
    count = len(analysis.paragraphs)
    kinds = data.draw(st.lists(st.integers(0, len(KINDS) - 1), min_size=count, max_size=count))
    found = Layout(analysis, np.array(kinds, np.uint8), plain(widths_of(analysis, seed)), METRICS, measure)
    bottom = 0
    for line in range(len(found)):
        paragraph = int(found.line_paragraph[line])
        style = METRICS.styles[kinds[paragraph]]
        assert found.style(line) == style
        assert found.line_height[line] == style.line
        if found.line_leads[line] and line:
            bottom += max(style.before, METRICS.styles[kinds[paragraph - 1]].after)
        if found.line_leads[line]:
            bottom += style.head
        assert found.line_top[line] == bottom
        bottom += style.line
    assert found.extent == bottom


def test_title_and_headings_are_higher_than_text() -> None:
    for phonetics in (NONE, PINYIN):
        title, heading, text, *_ = metrics_for(TypeChoice(phonetics=phonetics)).styles
        assert title.line > heading.line
        assert title.glyph > text.glyph
        assert heading.bold
        assert title.bold
        assert not text.bold
        assert heading.before > text.after


def test_the_larger_space_between_two_paragraphs_counts() -> None:
    analysis = Analysis("湖\n水\n山")
    kinds = np.array([KINDS.index(kind) for kind in ("title", "heading", "paragraph")], np.uint8)
    found = Layout(analysis, kinds, plain(widths_of(analysis, 0)), METRICS, 200)
    title, heading, _ = METRICS.styles[:3]
    assert found.line_top.tolist() == [
        0,
        title.line + heading.before,
        title.line + heading.before + heading.line + heading.after,
    ]


def test_line_at_a_gap_is_the_nearer_line() -> None:
    found = lay_out("湖\n水")
    bottom, top = METRICS.styles[PLAIN].line, int(found.line_top[1])
    assert top > bottom
    assert found.line_at(bottom + 1) == 0
    assert found.line_at(top - 1) == 1


# -- real cases -------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "\n", "\n\n\r\n", " \u3000\n ", "\u2028"], ids=ascii)
def test_nothing_to_show(text: str) -> None:
    found = lay_out(text)
    assert len(found) == 0
    assert found.extent == 0
    assert found.line_at(0) == 0
    assert list(found.segments(Span(0, len(text)), range(len(found)))) == []


@pytest.mark.parametrize(
    "ending", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\n\n\n", "\n\u3000\n"], ids=ascii
)
def test_line_endings(ending: str) -> None:
    text = f"{ending}湖水{ending}天山{ending}"
    found = lay_out(text)
    assert lines_of(found, text) == ["湖水", "天山"]
    assert len(found.paragraphs) == 2
    # Endings before the first paragraph are its own, later ones are those of the paragraph before.
    assert found.line_start.tolist() == [0, 2 * len(ending) + 2]


def test_leading_ideographic_spaces_take_no_room() -> None:
    found = lay_out("\u3000\u3000湖水")
    assert found.place_of(2) == (0, METRICS.styles[PLAIN].indent)
    assert found.cell_at(0, 0) == 2


def test_one_paragraph_of_a_whole_book() -> None:
    text = "青海湖畔的鹽，「白如雪」。" * 1540
    assert len(text) > 20_000
    found = lay_out(text, 720)
    assert "".join(lines_of(found, text)) == text
    assert found.extent == len(found) * METRICS.styles[PLAIN].line
    assert {len(line) for line in lines_of(found, text)[1:-1]} <= set(range(24, 37))
    for line, following in pairwise(lines_of(found, text)):
        assert line[-1] != "「"
        assert following[0] not in "，」。"


def test_a_unit_wider_than_the_measure_is_cut_where_it_fills_a_line() -> None:
    text = "見" + "a" * 100 + "。"
    found = lay_out(text, 200)
    lines = lines_of(found, text)
    assert lines[0] == "見"
    assert {len(line) for line in lines[1:-1]} == {200 * UNIT // (7 * UNIT + 13)}


def test_a_cell_wider_than_the_measure_has_a_line_of_its_own() -> None:
    found = lay_out("湖水", 10, kind=KINDS.index("title"))
    assert lines_of(found, "湖水") == ["湖", "水"]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "image"])
def test_inset_and_indent(kind: str) -> None:
    text = "湖水" * 30
    found = lay_out(text, 300, kind=KINDS.index(kind))
    style = METRICS.styles[KINDS.index(kind)]
    assert found.place_of(int(found.line_first[0]))[1] == style.inset + style.indent
    assert found.place_of(int(found.line_first[1]))[1] == style.inset


def test_a_caption_stands_in_the_middle_below_its_frame() -> None:
    found = lay_out("湖水" * 30, 300, kind=KINDS.index("image"))
    assert found.line_top[0] == METRICS.styles[KINDS.index("image")].head > 0
    for line in range(len(found)):
        places, widths = found.cells(line)
        assert places[0] + (places[-1] + widths[-1]) == pytest.approx(300)
        assert places[0] >= METRICS.styles[KINDS.index("image")].inset / 2
