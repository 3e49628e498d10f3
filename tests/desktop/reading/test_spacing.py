"""White space in a line: what full-width marks give up, hang or lose, and the seam of hanzi and Latin."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.reading.typesets import MODE_NAMES, MODES, glyph_boxes, sheet_of
from meipi.reading import characters, layout
from meipi.reading.analysis import Analysis
from meipi.reading.layout import UNIT, Layout
from meipi.reading.metrics import KINDS, metrics_for
from meipi.reading.spacing import Cells, Punctuation
from meipi.reading.typeset import Typeset
from meipi.workspace.viewing import TypeChoice

EM = 20
pytestmark = pytest.mark.usefixtures("qapp")

WORDS = (characters.WORD, characters.STOP, characters.JOIN, characters.SPACE)
METRICS = metrics_for(TypeChoice())


def natural(analysis: Analysis) -> Cells:
    """Squares for everything but Latin, which is half as wide."""
    widths = np.where(np.isin(analysis.classes, WORDS), EM // 2 * UNIT, EM * UNIT).astype(np.int32)
    widths[np.isin(analysis.classes, (characters.ZERO, characters.BREAK))] = 0
    return Cells(widths, *(np.zeros(len(widths), np.int32) for _ in range(3)))


def spaced(text: str, *, mainland: bool, hang: bool = True) -> tuple[Analysis, Cells]:
    analysis = Analysis(text)
    cells = natural(analysis)
    ems = np.full(len(analysis.paragraphs), EM * UNIT, np.int32)
    Punctuation(analysis, mainland=mainland).space(cells, ems, hang, 0, len(text))
    return analysis, cells


def quarters(cells: Cells) -> str:
    """The width of each cell in quarters of an em."""
    return "".join(str(width * 4 // (EM * UNIT)) for width in cells.widths.tolist())


def lines_of(text: str, ems: float, *, mainland: bool, hang: bool) -> tuple[Layout, list[str]]:
    analysis, cells = spaced(text, mainland=mainland, hang=hang)
    kinds = np.full(len(analysis.paragraphs), KINDS.index("item"), np.uint8)
    inset = METRICS.styles[KINDS.index("item")].inset
    found = Layout(analysis, kinds, cells, METRICS, inset + round(ems * EM))
    bounds = zip(found.line_first.tolist(), found.line_end.tolist(), strict=True)
    return found, [text[start:end] for start, end in bounds]


# -- marks that stand together ----------------------------------------------------------------------

# The text; in quarters of an em the width of each cell, in the mainland's forms and in Taiwan's.
TOGETHER = [
    ("水」。", "424", "424"),
    ("水。」", "424", "444"),
    ("水，「湖", "4244", "4424"),
    ("水：「湖", "4244", "4424"),
    ("水。「湖", "4244", "4424"),
    ("（“水", "424", "424"),
    ("水”）湖", "4244", "4244"),
    ("水」「湖", "4244", "4244"),
    ("水）（湖", "4244", "4244"),
    ("水」，「湖", "42244", "42424"),
    ("水。」』）湖", "422244", "442244"),
    ("《「水」》", "42424", "42424"),
    ("水「湖」山", "44444", "44444"),
    ("水，湖", "444", "444"),
    ("水。湖", "444", "444"),
    ("水……湖", "4444", "4444"),
    ("水……」湖", "44444", "44444"),
    ("水——「湖", "44444", "44444"),
    ("水！」湖", "4444", "4444"),
    ("水？！湖", "4444", "4444"),
    ("水；", "44", "44"),
]


@pytest.mark.parametrize("mainland", [True, False], ids=["mainland", "taiwan"])
@pytest.mark.parametrize("case", TOGETHER, ids=lambda case: case[0])
def test_marks_that_stand_together_share_a_blank(case: tuple[str, str, str], mainland: bool) -> None:
    text, of_mainland, of_taiwan = case
    analysis, cells = spaced(text, mainland=mainland)
    wanted = of_mainland if mainland else of_taiwan
    assert quarters(cells) == wanted
    openers = analysis.classes == characters.OPEN
    # What a bracket gave up lay before it, so its glyph is drawn that much earlier; a closer's lay behind.
    given_up = np.where(openers, EM * UNIT - cells.widths, 0)
    assert cells.shifts.tolist() == given_up.tolist()


def test_marks_that_are_turned_in_a_column_have_nothing_to_give() -> None:
    for vertical, wanted in ((False, "42244"), (True, "44244")):
        analysis = Analysis("水：」，湖", vertical)
        cells = natural(analysis)
        ems = np.array([EM * UNIT], np.int32)
        Punctuation(analysis, mainland=True).space(cells, ems, True, 0, 5)
        assert quarters(cells) == wanted


def test_quotation_marks_of_a_latin_font_have_nothing_to_give() -> None:
    analysis = Analysis("水”）湖")
    cells = natural(analysis)
    cells.widths[1] = 8 * UNIT
    Punctuation(analysis, mainland=True).space(cells, np.array([EM * UNIT], np.int32), True, 0, 4)
    assert cells.widths[1] == 8 * UNIT


def test_only_the_part_that_is_asked_for_is_adjusted() -> None:
    text = "水」。\n水」。"
    analysis = Analysis(text)
    cells = natural(analysis)
    ems = np.full(2, EM * UNIT, np.int32)
    Punctuation(analysis, mainland=True).space(cells, ems, True, 4, len(text))
    assert (cells.widths // (EM * UNIT // 4)).tolist() == [4, 4, 4, 0, 4, 2, 4]


# -- hanzi and Latin --------------------------------------------------------------------------------

SEAMS = {
    "在Qt里": [1, 3],
    "有3個": [1, 2],
    "有3.5個": [1, 4],
    "A股": [1],
    "B": [],
    "在 Qt 里": [],
    "「Qt」": [],
    "用Qt，": [1],
    "說don’t好": [1, 6],
    "東京café\u0301店": [2, 7],
    "한국ab": [2],
    "水\nab": [],
}


@pytest.mark.parametrize("text", SEAMS)
def test_a_quarter_of_an_em_where_hanzi_and_latin_meet(text: str) -> None:
    _, cells = spaced(text, mainland=False)
    assert np.flatnonzero(cells.gaps).tolist() == SEAMS[text]
    assert set(cells.gaps.tolist()) <= {0, EM // 4 * UNIT}


def test_no_gap_at_the_head_of_a_line() -> None:
    found, lines = lines_of("湖水天ab山", 3, mainland=True, hang=True)
    assert lines[1] == "ab山"
    style = found.style(1)
    assert float(found.cells(1)[0][0]) == style.inset
    # Before 山 there is one, since it stands in the same line.
    places, _ = found.cells(1)
    assert float(places[2] - places[1]) == EM / 2 + EM / 4


# -- the end of a line ------------------------------------------------------------------------------

# A text, the length of a line in em; the first line where marks hang, where they are trimmed in mainland's
# forms, and so in Taiwan's.
ENDS = [
    ("湖水天山。湖水", 4, "湖水天山。", "湖水天", "湖水天"),
    ("湖水天山，湖水", 4.5, "湖水天山，", "湖水天山，", "湖水天"),
    ("湖水天山、湖水", 4, "湖水天山、", "湖水天", "湖水天"),
    ("湖水天山，湖水", 5, "湖水天山，", "湖水天山，", "湖水天山，"),
    ("湖水天山」湖水", 4, "湖水天", "湖水天", "湖水天"),
    ("湖水天山」湖水", 4.5, "湖水天山」", "湖水天山」", "湖水天山」"),
    ("湖水天山！湖水", 4.5, "湖水天", "湖水天", "湖水天"),
    ("湖水天山。」湖", 4, "湖水天", "湖水天", "湖水天"),
    ("湖水天山。」湖", 4.5, "湖水天", "湖水天", "湖水天"),
    ("湖水天山」。湖", 4.5, "湖水天山」。", "湖水天", "湖水天"),
    ("湖水天「山湖水", 4, "湖水天", "湖水天", "湖水天"),
    ("湖水天山湖水。", 6, "湖水天山湖水。", "湖水天山湖", "湖水天山湖"),
]


@pytest.mark.parametrize("case", ENDS, ids=lambda case: f"{case[0]} {case[1]}")
def test_the_end_of_a_line(case: tuple[str, float, str, str, str]) -> None:
    text, ems, hung, trimmed, centred = case
    for mainland in (True, False):
        assert lines_of(text, ems, mainland=mainland, hang=True)[1][0] == hung
    assert lines_of(text, ems, mainland=True, hang=False)[1][0] == trimmed
    assert lines_of(text, ems, mainland=False, hang=False)[1][0] == centred


@pytest.mark.parametrize("mark", ["。", "」"])
def test_what_stands_before_a_mark_past_the_edge_is_justified(mark: str) -> None:
    """What hangs, hangs as a whole; of a bracket only the blank is past the edge."""
    ems = 6.3 if mark == "。" else 6.8
    found, lines = lines_of(f"湖水天山湖水{mark}湖水", ems, mainland=False, hang=True)
    assert lines[0] == f"湖水天山湖水{mark}"
    places, _ = found.cells(0)
    edge = found.measure - (0 if mark == "。" else EM // 2)
    assert float(places[6]) == pytest.approx(edge)
    assert np.diff(places[:6]) == pytest.approx(float(places[1] - places[0]))


def test_a_mark_hangs_only_when_it_must_and_alone() -> None:
    found, lines = lines_of("湖水天山。湖水天。湖水天山。。湖", 4, mainland=False, hang=True)
    assert lines[0] == "湖水天山。"
    places, widths = found.cells(0)
    right = found.measure
    assert float(places[4]) == right
    assert lines[1] == "湖水天。"
    assert float(found.cells(1)[0][3] + found.cells(1)[1][3]) == right
    # Of two marks only one may hang: the hanzi before them goes to the next line with both.
    assert lines[2] == "湖水天"
    assert float(widths[4]) == EM


@pytest.mark.parametrize("hang", [True, False], ids=["hang", "trim"])
@pytest.mark.parametrize("mainland", [True, False], ids=["mainland", "taiwan"])
@given(
    text=st.lists(st.text("湖水天，。」「Q", min_size=1, max_size=30), min_size=1, max_size=6).map("\n".join)
)
@settings(max_examples=60)
def test_arrays_and_loop_end_lines_alike(hang: bool, mainland: bool, text: str) -> None:
    found = []
    with pytest.MonkeyPatch.context() as patch:
        for few in (0, 10**9):
            patch.setattr(layout, "_FEW", few)
            found.append(lines_of(text, 5.3, mainland=mainland, hang=hang)[1])
    assert found[0] == found[1]


# -- in real type, in every mode --------------------------------------------------------------------

MIXED = st.lists(
    st.one_of(
        st.text("湖水天山", min_size=1, max_size=12),
        st.text("，。、；：！？", min_size=1, max_size=2),
        st.sampled_from(
            ["「", "」", "（", "）", "“", "”", "《", "》", "……", "——", "Qt", " app ", "24", "3.5", "%"]
        ),
        st.just("\n"),
    ),
    min_size=1,
    max_size=40,
).map("".join)


CLOSING = "、。，．：；」』”’）》〉】"


def own_cells(found: Typeset, line: int) -> list[int]:
    """The code points of a line up to the last that is not white space at its end, from its beginning."""
    lines, analysis = found.layout, found.layout.analysis
    start, last = int(lines.line_start[line]), int(lines.line_end[line])
    while last > lines.line_first[line] and (analysis.spaces[last - 1] or not analysis.on_page[last - 1]):
        last -= 1
    return list(range(int(lines.line_first[line]) - start, last - start))


@pytest.mark.parametrize("line_end", ["hang", "trim"])
@pytest.mark.parametrize("of", ["simplified", "traditional"])
@pytest.mark.parametrize(("phonetics", "vertical"), MODES, ids=MODE_NAMES)
@given(text=MIXED, measure=st.integers(160, 420))
@settings(max_examples=15, deadline=None)
def test_lines_in_real_type(
    phonetics: str, vertical: bool, of: str, line_end: str, text: str, measure: int
) -> None:
    found = sheet_of(text, phonetics, of=of, measure=measure, vertical=vertical, line_end=line_end).typeset
    lines, hangs = found.layout, "、。，．" if line_end == "hang" else ""
    stretches = characters.stretch_allowed(lines.analysis.classes)
    for line in range(len(lines)):
        places, widths = lines.cells(line)
        assert (widths >= 0).all()
        assert (lines.advances(line) >= 0).all()
        cells, start, style = own_cells(found, line), int(lines.line_start[line]), lines.style(line)
        last = cells[-1]
        mark, advance = found.shown.text[start + last], float(lines.advances(line)[last])
        past = float(places[last]) + advance - measure > 0.02
        # A mark past the edge hangs as a whole, or by the blank behind it; all others end at the edge.
        end = float(places[last]) if past else float(places[last]) + advance
        edge = measure - (0 if not past or mark in hangs else advance - style.glyph // 2)
        assert end <= edge + 0.02
        assert not past or (mark in CLOSING and len(cells) > 1)
        inset = style.inset + (style.indent if lines.line_leads[line] else 0)
        inner = cells[1:-1] if past else cells[1:]
        taken = float(lines.advances(line)[cells].sum())
        stretched = bool(inner) and stretches[[start + cell for cell in inner]].any()
        if stretched and not lines.line_closes[line] and taken > 0.8 * (measure - inset):
            assert end == pytest.approx(edge, abs=0.02)
        # Ink of a mark stays off that of its neighbours, however much was cut.
        for one, other in pairwise(glyph_boxes(found, line)):
            common = one.intersected(other)
            assert min(common.width(), common.height()) <= 1.5
