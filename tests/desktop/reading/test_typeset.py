"""Type on the page: where glyphs and readings stand, read back from what is painted."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGlyphRun, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.reading.desk import sample
from meipi.exchange.draft import ArticleDraft, Block
from meipi.language import hanzi
from meipi.reading import characters, faces, typeset
from meipi.reading.metrics import KINDS, NONE, PINYIN, ZHUYIN, metrics_for
from meipi.reading.sheet import Sheet, TypeRoom
from meipi.reading.typeset import Typeset
from meipi.support.fonts import phonetics_family, reading_family
from meipi.support.settings import Settings
from meipi.workspace.viewing import TypeChoice, Viewing

SAMPLES = {
    "tea-ferry.txt": "traditional",
    "the-far-bank.txt": "simplified",
    "taipei-rain-app.txt": "traditional",
}
SCRIPTS = ("source", "simplified", "traditional")

pytestmark = pytest.mark.usefixtures("qapp")


def set_in_type(
    article: ArticleDraft | str,
    phonetics: str = NONE,
    *,
    script: str = "source",
    of: str = "traditional",
    size: int = 20,
    measure: int = 720,
    ratio: float = 1,
) -> Typeset:
    text, blocks = (article, ()) if isinstance(article, str) else (article.text, tuple(article.blocks))
    viewing = Viewing(Settings(None))
    viewing.set_size(size)
    viewing.set_variant("tw", True)
    viewing.set_script(script)
    viewing.set_phonetics(phonetics)
    sheet = Sheet(text, blocks, of, TypeRoom())
    sheet.arrange(viewing, measure, ratio)
    while sheet.read_lines(range(len(sheet.typeset.layout))):
        pass
    return sheet.typeset


def readings_of(found: Typeset, line: int) -> list[tuple[int, float, float]]:
    """For each reading in a line: its cell's index in the line, and where it begins and ends."""
    start, end = int(found.layout.line_start[line]), int(found.layout.line_end[line])
    runs = found.line(line).readings_along + found.line(line).readings_upright
    places = runs[0][1].positions() if runs else []
    readings, at = [], 0
    for index in np.flatnonzero(found.told.numbers[start:end]).tolist():
        spelling = found.drawn.readings[int(found.told.numbers[start + index])]
        left = places[at].x() - spelling.places[0][0]
        readings.append((index, left, left + spelling.width))
        at += len(spelling.glyphs)
    assert at == len(places)
    return readings


def lines_of(found: Typeset) -> Iterator[int]:
    return iter(range(len(found.layout)))


# -- pinyin -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("ratio", [1, 1.5, 2])
@pytest.mark.parametrize("size", [16, 20, 32])
@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("name", SAMPLES)
def test_readings_never_touch_nor_leave_the_column(name: str, script: str, size: int, ratio: float) -> None:
    found = set_in_type(
        sample(name), PINYIN, script=script, of=SAMPLES[name], size=size, measure=33 * size, ratio=ratio
    )
    least, seen = found.metrics.reading_gap, 0
    assert size != 20 or least == 5
    for line in lines_of(found):
        readings = readings_of(found, line)
        for (_, _, right), (_, left, _) in pairwise(readings):
            assert left - right >= least
        if readings:
            assert readings[0][1] >= 0
            assert readings[-1][2] <= found.layout.measure
        seen += len(readings)
    assert seen > 1_000


@pytest.mark.parametrize("name", SAMPLES)
def test_a_reading_stands_in_the_middle_above_its_glyph(name: str) -> None:
    found = set_in_type(sample(name), PINYIN, of=SAMPLES[name])
    for line in lines_of(found):
        places, own = found.layout.cells(line)[0], found.layout.advances(line)
        for index, left, right in readings_of(found, line):
            middle = float(places[index] + own[index] / 2)
            assert abs((left + right) / 2 - middle) <= 1
        style, drawn = found.layout.style(line), found.line(line)
        for _, run in drawn.readings_along:
            assert {place.y() for place in run.positions()} == {
                style.reading_top + round(0.8 * found.metrics.reading_row)
            }
            assert style.reading_top >= 0
            assert run.positions()[0].y() <= style.glyph_top + 1


@pytest.mark.parametrize("phonetics", [PINYIN, ZHUYIN])
@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_hanzi_has_a_reading(name: str, script: str, phonetics: str) -> None:
    found = set_in_type(sample(name), phonetics, script=script, of=SAMPLES[name])
    text = found.shown.text
    unread = {char for char, number in zip(text, found.told.numbers.tolist(), strict=True) if not number}
    assert not {char for char in unread if hanzi.RUN.match(char)}
    read = {char for char, number in zip(text, found.told.numbers.tolist(), strict=True) if number}
    assert all(hanzi.RUN.match(char) for char in read)
    assert sum(len(readings_of(found, line)) for line in lines_of(found)) == np.count_nonzero(
        found.told.numbers
    )


# -- zhuyin -----------------------------------------------------------------------------------------


def column(spelling: str) -> tuple[list[str], list[tuple[float, float]]]:
    """A zhuyin as it is set at 20 pixels of type: its symbols from the run, and their places."""
    metrics = metrics_for(TypeChoice(phonetics=ZHUYIN))
    face = faces.ReadingFace(phonetics_family(), metrics.reading)
    drawn = face.zhuyin([spelling], metrics.zhuyin_pitch, metrics.zhuyin_width)[0]
    known = {
        face.raw.glyphIndexesForString(char)[0]: char for char in "ㄅㄆㄉㄌㄏㄑㄓㄕㄤㄚㄜㄢㄣㄥㄧㄨㄩˊˇˋ˙"
    }
    return [known[glyph] for glyph in drawn.glyphs], drawn.places


def test_the_tone_stands_beside_the_last_symbol() -> None:
    for spelling in ("ㄏㄤˊ", "ㄓㄨㄤˋ", "ㄩˇ"):
        symbols, places = column(spelling)
        assert symbols == list(spelling)
        last, tone = places[-2], places[-1]
        assert tone[0] >= last[0] + 10
        assert last[1] - 10 < tone[1] < last[1]


def test_symbols_stand_one_below_the_other() -> None:
    _, places = column("ㄓㄨㄤˋ")
    rows = [y for _, y in places[:3]]
    assert {x for x, _ in places[:3]} == {0}
    assert {round(below - above, 3) for above, below in pairwise(rows)} == {9.5}
    # The column is centred on the row: as much above the middle as below it.
    assert rows[0] - 0.88 * 9.5 == pytest.approx(-1.5 * 9.5)


def test_the_dot_of_the_neutral_tone_comes_first() -> None:
    symbols, places = column("˙ㄉㄜ")
    assert symbols == ["˙", "ㄉ", "ㄜ"]
    assert places[0][1] < places[1][1] < places[2][1]
    _, plain = column("ㄉㄜ")
    assert places[1:] == plain


def test_the_first_tone_has_no_mark() -> None:
    symbols, places = column("ㄕㄢ")
    assert symbols == ["ㄕ", "ㄢ"]
    assert len(places) == 2


@pytest.mark.parametrize("name", SAMPLES)
def test_zhuyin_stands_right_of_its_glyph_and_before_the_next(name: str) -> None:
    found = set_in_type(sample(name), ZHUYIN, of=SAMPLES[name])
    for line in lines_of(found):
        places, widths = found.layout.cells(line)
        glyph, height = found.layout.style(line).glyph, found.layout.style(line).line
        for index, left, _ in readings_of(found, line):
            assert left >= round(float(places[index])) + glyph
            right = float(places[index] + widths[index])
            assert left + found.metrics.zhuyin_width + found.metrics.tone_width <= right + 1
        (_, drawn), *_ = [*found.line(line).readings_upright, *found.line(line).readings_along, (0, None)]
        if drawn is not None:
            assert all(0 < place.y() <= height for place in drawn.positions())


# -- glyphs -----------------------------------------------------------------------------------------


def glyphs(runs: list[QGlyphRun]) -> list[int]:
    return [glyph for run in runs for glyph in run.glyphIndexes()]


@pytest.mark.parametrize("phonetics", [NONE, PINYIN, ZHUYIN])
@pytest.mark.parametrize("name", SAMPLES)
def test_every_visible_code_point_has_one_glyph_in_its_cell(name: str, phonetics: str) -> None:
    found = set_in_type(sample(name), phonetics, of=SAMPLES[name])
    for line in lines_of(found):
        places, widths = found.layout.cells(line)
        visible = widths > 0
        cells = zip(places[visible].tolist(), widths[visible].tolist(), strict=True)
        drawn = found.line(line).along
        positions = [place.x() for run in drawn for place in run.positions()]
        assert 0 not in glyphs(drawn)
        assert len(positions) == np.count_nonzero(visible)
        assert positions == sorted(positions)
        # A bracket that gave up the blank before it begins half an em before its cell.
        cut = found.layout.shifts(line)[visible].tolist()
        for left, (cell, width), shift in zip(positions, cells, cut, strict=True):
            assert cell - shift - 1 <= left < cell + width


ODD = {
    "a plane beyond the first": "𠮷野家",
    "a rare hanzi": "𰻞麵",
    "an emoji": "好😀",
    "a joined emoji": "👨\u200d👩\u200d👧好",
    "a letter and its accent": "cafe\u0301。",
    "two accents": "e\u0302\u0301",
    "a form of a hanzi": "葛\U000e0100城",
    "half a pair": "湖\ud83d水",
    "hangul": "한국",
    "thai": "ไทย",
    "a private code point": "湖\ue123水",
    "a noncharacter": "湖\uffff水",
    "a control": "湖\x01水",
    "a tab": "湖\t水",
    "a joiner": "湖\u200d水",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_text_is_drawn(text: str) -> None:
    for phonetics in (NONE, PINYIN, ZHUYIN):
        found = set_in_type(text, phonetics)
        drawn = found.line(0)
        visible = int(np.count_nonzero(found.layout.cells(0)[1] > 0))
        assert visible >= 2 or text.startswith("e")
        assert glyphs(drawn.along)
        image = QImage(400, 80, QImage.Format.Format_ARGB32)
        painter = QPainter(image)
        for run in drawn.along:
            painter.drawGlyphRun(QRectF().topLeft(), run)
        painter.end()


@pytest.mark.parametrize("text", ["𠮷", "😀", "e\u0301", "葛\U000e0100", "\ud83d", "한"], ids=ascii)
def test_odd_text_has_a_glyph_and_ink(text: str) -> None:
    found = set_in_type(text)
    runs = found.line(0).along
    assert 0 not in glyphs(runs)
    image = QImage(100, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    for run in runs:
        painter.drawGlyphRun(QRectF().topLeft(), run)
    painter.end()
    left, width = found.layout.cells(0)
    cell = range(int(left[0]), int(left[0] + width[0]))
    inked = sum(image.pixelColor(x, y).lightness() < 200 for x in cell for y in range(60))
    assert inked > 10


def test_a_letter_with_its_accent_is_drawn_once() -> None:
    plain, marked = set_in_type("cafe"), set_in_type("cafe\u0301")
    e = plain.cases.of_style[KINDS.index("paragraph")].glyphs[ord("e")]
    first = marked.line(0).along[0]
    assert e in plain.line(0).along[0].glyphIndexes()
    assert e not in first.glyphIndexes()
    assert marked.layout.cells(0)[1][:4].tolist() == plain.layout.cells(0)[1][:4].tolist()
    assert marked.layout.cells(0)[1][4] == 0


def test_an_ideograph_is_one_em_wide_and_so_the_font_says() -> None:
    for region in ("TC", "SC", "HK"):
        face = faces.Face(reading_family(region), 20)
        text = "青海𠮷〇"
        face.learn(characters.codes_of(text))
        assert {int(face.advances[ord(char)]) for char in text} == {20 * 64}
        indexes = face.raw.glyphIndexesForString("青海")
        assert {round(step.x()) for step in face.raw.advancesForGlyphIndexes(indexes)} == {20}


def test_a_face_learns_code_points_one_after_the_other() -> None:
    face = faces.Face(reading_family("TC"), 20)
    face.learn(characters.codes_of("青ab"))
    before = face.advances[ord("a")]
    face.learn(characters.codes_of("海ab"))
    assert face.glyphs[ord("海")]
    assert face.advances[ord("a")] == before > 0
    assert face.advances[ord("\u0301")] == face.advances[ord("\n")] == 0


@pytest.mark.parametrize("ratio", [1, 1.5, 2])
def test_glyphs_stand_on_whole_device_pixels(ratio: float) -> None:
    found = set_in_type("青海湖畔的鹽湖，用 Qt 寫。" * 9, PINYIN, ratio=ratio)
    for line in lines_of(found):
        for place in found.line(line).along[0].positions():
            assert place.x() * ratio == pytest.approx(round(place.x() * ratio))


# -- lines ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("phonetics", [NONE, PINYIN, ZHUYIN])
@pytest.mark.parametrize("name", SAMPLES)
def test_lines_of_text_are_equally_high(name: str, phonetics: str) -> None:
    found = set_in_type(sample(name), phonetics, of=SAMPLES[name])
    plain = found.layout.kinds[found.layout.line_paragraph] == KINDS.index("paragraph")
    text, title = found.metrics.styles[KINDS.index("paragraph")], found.layout.style(0)
    assert set(found.layout.line_height[plain].tolist()) == {text.line}
    assert title.glyph > text.glyph


def test_a_heading_is_measured_in_its_own_face() -> None:
    text = "青海湖\n青海湖"
    sheet = Sheet(text, (Block("title", 0, 3, 1),), "traditional", TypeRoom())
    sheet.arrange(Viewing(Settings(None)), 720, 1)
    assert sheet.typeset.layout.cells(0)[1].tolist() == [27, 27, 27, 0]
    assert sheet.typeset.layout.cells(1)[1].tolist() == [20, 20, 20]


def test_lines_are_drawn_once_and_the_oldest_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    found = set_in_type("青海\n" * 10)
    assert found.line(3) is found.line(3)
    monkeypatch.setattr(typeset, "_MOST_LINES", 4)
    kept = found.line(3)
    for line in range(10):
        found.line(line)
    assert found.line(3) is not kept


def test_readings_are_drawn_once() -> None:
    room = TypeRoom()
    cases = room.cases("TC", TypeChoice(phonetics=PINYIN))
    assert room.cases("TC", TypeChoice(phonetics=PINYIN, measure=30)) is cases
    room.spellings.number("qīng")
    first = cases.drawn(room.spellings).readings[1]
    room.spellings.number("hǎi")
    again = cases.drawn(room.spellings).readings
    assert again[1] is first
    assert len(again) == 3


# -- Qt itself --------------------------------------------------------------------------------------


def test_painting_loses_no_reference_to_none(qapp: QApplication) -> None:
    """PySide6 6.12.0 on Python before 3.12 lost one in nearly every call, and the program ended by it."""
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    box, colour = QRectF(0, 0, 4, 4), QColor("white")
    before = sys.getrefcount(None)
    for _ in range(10_000):
        painter.fillRect(box, colour)
    after = sys.getrefcount(None)
    painter.end()
    assert after > before - 1_000
