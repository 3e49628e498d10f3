"""Pinyin by word: one ruby over the hanzi of a word, in the colours of its tones."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from desktop.reading.desk import Make, sample
from desktop.reading.typesets import (
    read_all,
    reading_boxes,
    sheet_of,
    type_room,
    viewing_of,
    visible,
    words_of,
)
from meipi.language.orthography import tone_of
from meipi.reading.metrics import PINYIN, ZHUYIN
from meipi.reading.sheet import Sheet
from meipi.reading.typeset import Typeset
from meipi.support.theme import THEMES, contrast, load
from meipi.support.tones import SCHEMES, colours

NAMES = {
    "tea-ferry.txt": "traditional",
    "the-far-bank.txt": "simplified",
    "taipei-rain-app.txt": "traditional",
}

pytestmark = pytest.mark.usefixtures("qapp")


def rubies(found: Typeset, line: int) -> list[tuple[int, int, float, float]]:
    """For each ruby of a line the first and last code point below it, from the line's beginning, and where
    along the line it begins and ends."""
    start, end = int(found.layout.line_start[line]), int(found.layout.line_end[line])
    told = found.told.within(start, end)
    runs = found.line(line).readings_along
    assert len(runs) <= 1
    places = [place.x() for place in runs[0][1].positions()] if runs else []
    readings: list[tuple[int, int, float, float]] = []
    at = after = 0
    for index in np.flatnonzero(told.numbers).tolist():
        if index < after:
            continue
        if told.words[index]:
            spelling, after = found.drawn.words[int(told.words[index])], index + int(told.lengths[index])
        else:
            spelling, after = found.drawn.readings[int(told.numbers[index])], index + 1
        left = places[at] - spelling.places[0][0]
        readings.append((index, after - 1, left, left + spelling.width))
        at += len(spelling.glyphs)
    assert at == len(places)
    return readings


@pytest.mark.parametrize("vertical", [False, True], ids=["lines", "columns"])
@pytest.mark.parametrize("ratio", [1, 1.5, 2])
@pytest.mark.parametrize("size", [16, 20, 32])
@pytest.mark.parametrize("name", ["tea-ferry.txt"])
def test_words_never_touch_nor_leave_the_column(name: str, size: int, ratio: float, vertical: bool) -> None:
    found = sheet_of(
        sample(name), PINYIN, of=NAMES[name], size=size, measure=25 * size, ratio=ratio, vertical=vertical,
        grouping="word",
    ).typeset  # fmt: skip
    seen = 0
    for line in range(len(found.layout)):
        found_here = rubies(found, line)
        for (_, _, _, right), (_, _, left, _) in pairwise(found_here):
            assert left - right >= found.metrics.reading_gap - 0.01
        if found_here:
            assert found_here[0][2] >= 0
            assert found_here[-1][3] <= found.layout.measure + 0.5 / ratio
        seen += sum(last > first for first, last, _, _ in found_here)
    assert seen > 200


@pytest.mark.parametrize("name", NAMES)
def test_a_ruby_stands_in_the_middle_above_its_word(name: str) -> None:
    found = sheet_of(sample(name), PINYIN, of=NAMES[name], grouping="word").typeset
    for line in range(len(found.layout)):
        places, own = found.layout.cells(line)[0], found.layout.advances(line)
        for first, last, left, right in rubies(found, line):
            middle = float(places[first] + places[last] + own[last]) / 2
            assert (left + right) / 2 == pytest.approx(middle, abs=1)


@pytest.mark.parametrize("measure", [160, 401])
@pytest.mark.parametrize("script", ["source", "traditional"])
@pytest.mark.parametrize("name", NAMES)
def test_no_line_breaks_within_a_word(name: str, script: str, measure: int) -> None:
    found = sheet_of(
        sample(name), PINYIN, script=script, of=NAMES[name], measure=measure, grouping="word"
    ).typeset
    layout, words = found.layout, words_of(found)
    broken = [
        found.shown.text[word.start : word.end]
        for word in words
        if layout.line_of(word.start) != layout.line_of(word.end - 1)
    ]
    assert not broken
    assert len(words) > 200
    by_syllable = sheet_of(sample(name), PINYIN, script=script, of=NAMES[name], measure=measure).typeset
    assert any(
        by_syllable.layout.line_of(word.start) != by_syllable.layout.line_of(word.end - 1) for word in words
    )


def test_a_word_longer_than_a_line_is_parted_all_the_same() -> None:
    found = sheet_of("中华人民共和国" * 4, PINYIN, measure=60, grouping="word").typeset
    assert len(found.layout) > 4
    for line in range(len(found.layout)):
        found.line(line)
        assert len(visible(found, line)) >= 1


def test_one_word_has_one_ruby() -> None:
    found = sheet_of("银行里有花儿。", PINYIN, of="simplified", grouping="word").typeset
    words = [found.shown.text[word.start : word.end] for word in words_of(found)]
    assert words[0] == "银行"
    number = int(found.told.words[0])
    assert found.spellings.words[number] == "Yínháng"
    (first, last, _, _), *_ = rubies(found, 0)
    assert (first, last) == (0, 1)


# -- turning ----------------------------------------------------------------------------------------


def same(one: Typeset, other: Typeset) -> None:
    for name in ("line_first", "line_start", "line_end", "line_top", "line_height", "line_paragraph"):
        assert (getattr(one.layout, name) == getattr(other.layout, name)).all(), name
    assert one.layout.extent == other.layout.extent
    for line in range(len(one.layout)):
        for mine, its in zip(one.layout.cells(line), other.layout.cells(line), strict=True):
            assert (mine == its).all()


STEPS = {
    "syllable": viewing_of(PINYIN),
    "word": viewing_of(PINYIN, grouping="word"),
    "zhuyin": viewing_of(ZHUYIN),
    "none": viewing_of(),
    "zhuyin while words are chosen": viewing_of(ZHUYIN, grouping="word"),
    "words in columns": viewing_of(PINYIN, vertical=True, grouping="word"),
}


@pytest.mark.parametrize("script", ["source", "traditional"])
def test_turning_leaves_nothing_behind(script: str) -> None:
    article = sample("the-far-bank.txt")
    turned = Sheet(article.text, article.blocks, "simplified", type_room())
    order = [
        *STEPS,
        *reversed(STEPS),
        "word",
        "none",
        "word",
        "zhuyin",
        "syllable",
        "zhuyin",
        "word",
        "syllable",
    ]
    for name in order:
        viewing = STEPS[name]
        viewing.set_script(script)
        turned.arrange(viewing, 500, 1)
        read_all(turned)
        fresh = Sheet(article.text, article.blocks, "simplified", type_room())
        fresh.arrange(viewing, 500, 1)
        read_all(fresh)
        same(turned.typeset, fresh.typeset)


# -- colours ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("vertical", [False, True], ids=["lines", "columns"])
@pytest.mark.parametrize(
    ("phonetics", "grouping"), [(PINYIN, "syllable"), (PINYIN, "word"), (ZHUYIN, "word")]
)
def test_readings_apart_by_tone_are_the_same_glyphs(phonetics: str, grouping: str, vertical: bool) -> None:
    found = sheet_of(
        sample("the-far-bank.txt"), phonetics, of="simplified", grouping=grouping, vertical=vertical
    ).typeset

    def drawn(line: int) -> list[tuple[int, float, float]]:
        runs = found.line(line).readings_along + found.line(line).readings_upright
        return sorted(
            (glyph, place.x(), place.y())
            for _, run in runs
            for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True)
        )

    whole = [drawn(line) for line in range(len(found.layout))]
    assert {tone for line in range(6) for tone, _ in found.line(line).readings_along} <= {0}
    found.tone(True)
    assert [drawn(line) for line in range(len(found.layout))] == whole
    tones = {
        tone
        for line in range(len(found.layout))
        for tone, _ in found.line(line).readings_along + found.line(line).readings_upright
    }
    assert tones >= {1, 2, 3, 4, 5}
    found.tone(False)


def test_each_syllable_is_in_the_run_of_its_tone() -> None:
    found = sheet_of("妈麻马骂吗", PINYIN, of="simplified").typeset
    found.tone(True)
    runs = sorted(found.line(0).readings_along, key=lambda run: run[1].positions()[0].x())
    assert [tone for tone, _ in runs] == [1, 2, 3, 4, 5]
    assert [tone_of(found.spellings.pinyin[number]) for number in found.told.numbers.tolist()] == [
        1,
        2,
        3,
        4,
        5,
    ]


def test_the_apostrophe_within_a_word_has_no_tone() -> None:
    found = sheet_of("西安在海岸。", PINYIN, of="simplified", grouping="word").typeset
    assert "Xī’ān" in [word.replace("'", "’") for word in found.spellings.words]
    found.tone(True)
    by_tone = {tone: len(run.glyphIndexes()) for tone, run in found.line(0).readings_along}
    # X ī, ā n; then z à i, à n; h ǎ i; and the apostrophes of Xī’ān and hǎi’àn.
    assert by_tone == {1: 4, 4: 5, 3: 3, 0: 2}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("scheme", [*SCHEMES, "none"])
def test_the_colours_of_the_tones_are_painted(desk_with: Make, scheme: str, theme: str) -> None:
    desk = desk_with("妈妈妈\n麻麻麻\n马马马\n骂骂骂")
    desk.viewing.set_phonetics("pinyin")
    desk.viewing.set("tones", scheme)
    ink = load(theme)
    desk.page.set_theme(ink)
    page, image = desk.page, desk.grabbed()
    wanted = [ink.reading] * 4
    if scheme != "none":
        wanted = list(colours(scheme, ink.paper, ink.reading, also=tuple(ink.inks.values())))[1:5]
    assert page.sheet is not None
    typeset = page.sheet.typeset
    for line in range(4):
        boxes = [box.translated(page.origin.toPointF()) for box in reading_boxes(typeset, line)]
        found = [nearest_to(image, boxes, colour) for colour in wanted]
        assert found[line] == min(found) < 120
        assert scheme == "none" or found.count(min(found)) == 1
        assert contrast(wanted[line], ink.paper) >= 4.49


def nearest_to(image: QImage, boxes: list[QRectF], colour: str) -> int:
    """How far the pixel nearest to a colour, among those in some boxes, is from it: summed by channel."""
    best, wanted = 765, QColor(colour)
    for box in boxes[:6]:
        for x in range(int(box.left()), int(box.right()) + 1):
            for y in range(int(box.top()), int(box.bottom()) + 1):
                one = image.pixelColor(x, y)
                red, green = abs(one.red() - wanted.red()), abs(one.green() - wanted.green())
                best = min(best, red + green + abs(one.blue() - wanted.blue()))
    return best
