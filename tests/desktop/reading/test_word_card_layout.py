"""Nothing on the word card is cut off, however long the word, its reading and its meanings are."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtGui import QFontMetricsF

from meipi.language import words
from meipi.language.entry import Entry, Level
from meipi.language.span import Span
from meipi.reading.word_card_contents import Contents, Writer
from meipi.reading.word_card_layout import CardLayout

LONG = "只要功夫深鐵杵磨成針只要功夫深鐵杵磨"
TEXTS = ("打", "中华人民共和国", "便宜", "花儿", "裏", "阿尔茨海默病", "一", "不管三七二十一", "𠮷", "行")


def contents_of(text: str, script: str, phonetics: str) -> Contents:
    writer = Writer("simplified" if script == "simplified" else "traditional", phonetics)
    entries = [entry for entry in words.look_up(text, 0) if entry.span == Span(0, len(text))]
    return writer.contents(
        entries,
        shown=text,
        here="yī " * len(text),
        components=words.components(text),
        asked=text[0],
        readings=["yī", "èr", "sān", "sì", "wǔ", "liù"] * 3,
        candidates=[text, text[:2], text[0]] * 4,
        chosen=1,
        count=12,
        own=["saved", "known"],
    )


def long_one() -> Contents:
    entry = Entry(
        Span(0, 18), LONG, LONG[::-1], "zhuāng " * 18, ("a" * 200, "sense " * 90), (),
        (Level("HSK 2.0", 1), Level("HSK 3.0 (2021)", 7), Level("HSK 3.0 (2025)", 7)), frequency=1,
    )  # fmt: skip
    return Writer("traditional", "pinyin").contents([entry, entry], shown=LONG, candidates=[LONG, LONG[:2]])


CONTENTS = [long_one()]
for text in TEXTS:
    CONTENTS += contents_of(text, "simplified", "pinyin"), contents_of(text, "traditional", "zhuyin")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("width", "factor"), [(418, 1.0), (300, 1.0), (230, 1.0), (585, 1.4), (240, 1.4)])
@pytest.mark.parametrize("contents", CONTENTS, ids=lambda contents: contents.headword)
def test_all_is_within_the_card_and_nothing_lies_on_something_else(
    contents: Contents, width: int, factor: float
) -> None:
    layout = CardLayout(contents, width, factor, "TC", toned=True)
    lines = []
    for word in layout._words:
        metrics = QFontMetricsF(word.font)
        right = word.left + metrics.horizontalAdvance(word.text)
        assert word.left >= 0
        assert right <= width, word.text
        assert 0 < word.baseline < layout.height
        lines.append((word.left, right, word.baseline, word.text))
    for paragraph in layout._paragraphs:
        assert paragraph.left >= 0
        assert paragraph.top + paragraph.text.height <= layout.height
        laid = paragraph.text._layout
        for number in range(laid.lineCount()):
            assert paragraph.left + laid.lineAt(number).naturalTextWidth() <= width
    for one, other in combinations(lines, 2):
        if abs(one[2] - other[2]) < 1:
            assert one[1] <= other[0] + 0.5 or other[1] <= one[0] + 0.5, (one, other)
    for one, other in combinations(sorted(layout._paragraphs, key=lambda each: each.top), 2):
        apart = one.top + one.text.height <= other.top + 0.5
        beside = one.left != other.left
        assert apart or beside
    assert all(box.rect.right() <= width and box.rect.bottom() <= layout.height for box in layout._boxes)
    assert layout.entries == sorted(layout.entries)
    assert len(layout.entries) == len(contents.meanings)
    assert len(layout.candidates) == len(contents.candidates)


@pytest.mark.usefixtures("qapp")
def test_each_syllable_is_in_the_colour_of_its_tone() -> None:
    contents = contents_of("银行", "simplified", "pinyin")
    toned = CardLayout(contents, 418, 1, "SC", toned=True)
    inks = {word.text: word.ink for word in toned._words if word.ink != "ink"}
    assert (inks["yín"], inks["háng"]) == ("tone2", "tone2")
    plain = CardLayout(contents, 418, 1, "SC", toned=False)
    assert "cinnabar_text" in {word.ink for word in plain._words if word.text == "yín"}
