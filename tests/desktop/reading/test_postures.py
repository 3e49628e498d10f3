"""How each code point stands in a column: upright, turned by a quarter, or two digits in one cell."""

from __future__ import annotations

import numpy as np
import pytest

from desktop.reading.typesets import sheet_of
from meipi.reading import characters
from meipi.reading.analysis import Analysis
from meipi.reading.drawn import DrawnLine
from meipi.reading.layout import UNIT
from meipi.reading.metrics import KINDS

# u: upright in a cell of its own; t: turned; j: upright, in the cell of the digit before it; _: white space;
# 0: no cell and no form of its own.
POSTURES = {
    "湖": "u",
    "7": "u",
    "第7天": "uuu",
    "24": "uj",
    "24小時": "ujuu",
    "在24、25日": "uujuuju",
    "365": "ttt",
    "2026年": "ttttu",
    "3.5": "ttt",
    "0.5倍": "tttu",
    "1,000": "ttttt",
    "5%": "uu",
    "A股": "uu",
    "AB股": "ttu",
    "A4": "tt",
    "a": "u",
    "GPS": "ttt",
    "don’t": "ttttt",
    "e-mail": "tttttt",
    "x.": "tt",
    "在 Qt 里": "u_tt_u",
    "“湖”": "uuu",
    "‘湖’": "uuu",
    '"湖"': "tut",
    '"Qt"': "tttt",
    "——": "tt",
    "湖——水": "uttu",
    "……": "tt",
    "（湖）": "uuu",
    "「湖」": "uuu",
    "。，、：；？！": "uuuuuuu",
    "～": "u",
    "😀": "u",
    "葛\U000e0100": "u0",
    "é": "u",
    "e\u0301": "u0",
    "cafe\u0301": "tttt0",
    "7\u20e3": "u0",
    "１２": "uu",
    "\n": "0",
    "": "",
}


def posture(analysis: Analysis, offset: int) -> str:
    code, standing = chr(int(analysis.codes[offset])), int(analysis.classes[offset])
    if analysis.turned[offset]:
        return "t"
    if standing == characters.ZERO:
        return "j" if code.isdigit() else "0"
    if standing == characters.SPACE:
        return "_"
    return "0" if standing == characters.BREAK else "u"


@pytest.mark.parametrize("text", POSTURES, ids=ascii)
def test_how_each_code_point_stands(text: str) -> None:
    analysis = Analysis(text, vertical=True)
    assert "".join(posture(analysis, offset) for offset in range(len(text))) == POSTURES[text]


@pytest.mark.parametrize("text", POSTURES, ids=ascii)
def test_nothing_is_turned_in_lines(text: str) -> None:
    analysis = Analysis(text)
    assert not analysis.turned.any()
    assert (analysis.classes == characters.classes_of(analysis.codes)).all()


def test_the_same_letters_alone_and_in_their_words() -> None:
    """What stands around a word decides nothing about it but where it ends."""
    for before, after in (("湖", "水"), ("（", "）"), ("“", "”"), ("\n", "\n"), (" ", " "), ("——", "……")):
        for text in ("7", "24", "365", "3.5", "A", "GPS", "don’t"):
            analysis = Analysis(before + text + after, vertical=True)
            found = [posture(analysis, len(before) + offset) for offset in range(len(text))]
            assert "".join(found) == POSTURES.get(text, "u" if len(text) == 1 else "")


# -- drawn ------------------------------------------------------------------------------------------

pytestmark = pytest.mark.usefixtures("qapp")


def drawn(text: str) -> tuple[DrawnLine, list[float], list[float]]:
    """The first column of a text, and the places and lengths of its cells."""
    typeset = sheet_of(text, vertical=True).typeset
    places, widths = typeset.layout.cells(0)
    return typeset.line(0), places.tolist(), widths.tolist()


def test_two_digits_share_one_square() -> None:
    line, places, widths = drawn("24日")
    glyph = sheet_of("24日", vertical=True).typeset.metrics.styles[KINDS.index("paragraph")].glyph
    assert widths[0] >= glyph
    assert widths[1] == 0
    assert not line.along
    (run,) = line.upright
    two, four, _ = run.positions()
    assert two.y() == four.y()
    assert two.x() < four.x()
    boxes = [
        run.rawFont().boundingRect(index).translated(place)
        for index, place in zip(run.glyphIndexes(), run.positions(), strict=True)
    ]
    square, pair = boxes[2], boxes[0].united(boxes[1])
    assert not boxes[0].intersects(boxes[1].adjusted(1, 0, 0, 0))
    assert pair.width() <= glyph + 1
    assert abs(pair.center().x() - square.center().x()) <= 2
    assert pair.bottom() <= places[2]


@pytest.mark.parametrize("vertical", [False, True])
def test_a_long_dash_is_one_line(vertical: bool) -> None:
    typeset = sheet_of("湖——水—山", vertical=vertical).typeset
    line, places = typeset.line(0), typeset.layout.cells(0)[0]
    ((begin, end, _, thick),) = line.dashes
    assert (begin, end) == pytest.approx((places[1], places[3]), abs=1)
    assert thick >= 1
    glyphs = [glyph for run in [*line.along, *line.upright] for glyph in run.glyphIndexes()]
    assert len(glyphs) == 4


@pytest.mark.parametrize("text", ["365", "GPS", "3.5", "don’t", "—"])
def test_what_is_turned_is_drawn_along_the_line(text: str) -> None:
    line, _, widths = drawn(text)
    assert not line.upright
    assert sum(len(run.glyphIndexes()) for run in line.along) == len(text)
    horizontal = sheet_of(text).typeset.layout.cells(0)[1]
    vertical = sheet_of(text, vertical=True).typeset
    scale = vertical.metrics.styles[2].glyph / 20
    assert np.allclose(widths, horizontal * scale, atol=8 / UNIT + 0.5)


@pytest.mark.parametrize("text", ["湖", "7", "A", "。", "「", "”", "😀"])
def test_what_stands_upright_has_a_square(text: str) -> None:
    line, _, widths = drawn(text + "湖")
    assert not line.along
    assert widths[0] == pytest.approx(widths[1], abs=2)
