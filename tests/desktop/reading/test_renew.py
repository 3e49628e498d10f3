"""Setting a few paragraphs anew gives just what setting the whole article anew would."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.reading.desk import sample
from desktop.reading.typesets import read_all, type_room, viewing_of
from meipi.exchange.draft import Block
from meipi.language.span import Span
from meipi.reading.metrics import PINYIN, ZHUYIN
from meipi.reading.sheet import Sheet
from meipi.reading.typeset import Typeset
from meipi.workspace.viewing import Viewing

PARAGRAPHS = st.lists(
    st.one_of(
        st.text("银行里数钱江边长大对岸了的，。“”（）", min_size=1, max_size=60),
        st.sampled_from(
            ["他用U盘和内存，24小时。", "西安的花儿、女儿。", "", "\u3000\u3000北京", "内存" * 30, "Qt 6.11"]
        ),
    ),
    min_size=1,
    max_size=9,
).map("\n".join)

CHOICES = {
    "pinyin": viewing_of(PINYIN),
    "words": viewing_of(PINYIN, grouping="word"),
    "words, compact, larger": viewing_of(PINYIN, grouping="word", compact=True, reading_size=130),
    "zhuyin": viewing_of(ZHUYIN, compact=True),
    "words in columns": viewing_of(PINYIN, grouping="word", vertical=True),
    "zhuyin in columns": viewing_of(ZHUYIN, vertical=True, line_end="trim"),
    "words of Taiwan": viewing_of(PINYIN, "traditional", grouping="word"),
}

pytestmark = pytest.mark.usefixtures("qapp")


def pieces_of(sheet: Sheet) -> list[Span]:
    return sheet.readings.missing(Span(0, len(sheet.text)))


def drawn(found: Typeset, line: int) -> list[tuple[list[int], list[tuple[float, float]]]]:
    one = found.line(line)
    runs = [*one.along, *one.upright, *(run for _, run in [*one.readings_along, *one.readings_upright])]
    return [(run.glyphIndexes(), [place.toTuple() for place in run.positions()]) for run in runs]


def assert_same(one: Typeset, other: Typeset) -> None:
    """All that can be asked of two typesets is the same, to the last bit."""
    mine, its = one.layout, other.layout
    for name in (
        "line_paragraph", "line_first", "line_start", "line_end", "line_leads", "line_closes",
        "line_top", "line_height", "line_lift",
    ):  # fmt: skip
        assert np.array_equal(getattr(mine, name), getattr(its, name)), name
    assert mine.extent == its.extent
    assert np.array_equal(one.told.numbers, other.told.numbers)
    assert np.array_equal(one.told.lengths, other.told.lengths)
    for line in range(len(mine)):
        for asked in ("cells", "advances", "shifts"):
            assert np.array_equal(getattr(mine, asked)(line), getattr(its, asked)(line)), asked
        assert drawn(one, line) == drawn(other, line)


def fresh(sheet: Sheet, viewing: Viewing, measure: int) -> Sheet:
    """The same article with nothing known of it, set once all has been read."""
    again = Sheet(sheet.text, sheet.blocks, sheet.script, type_room())
    again.readings.by_word = sheet.readings.by_word
    for piece in pieces_of(again):
        again.readings.read(piece)
    again.arrange(viewing, measure, 1)
    return again


@pytest.mark.parametrize("choice", CHOICES.values(), ids=CHOICES)
@given(text=PARAGRAPHS, measure=st.integers(170, 420), chance=st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_read_piece_by_piece_in_any_order(
    choice: Viewing, text: str, measure: int, chance: random.Random
) -> None:
    sheet = Sheet(text, (), "simplified", type_room())
    sheet.arrange(choice, measure, 1)
    pieces = pieces_of(sheet)
    chance.shuffle(pieces)
    while pieces:
        count = min(len(pieces), chance.randrange(1, 3))
        some, pieces = sorted(pieces[:count]), pieces[count:]
        sheet.read(some)
        for line in range(len(sheet.typeset.layout)):
            sheet.typeset.line(line)
    assert_same(sheet.typeset, fresh(sheet, choice, measure).typeset)


@pytest.mark.parametrize("choice", CHOICES.values(), ids=CHOICES)
@pytest.mark.parametrize("name", ["the-far-bank.txt", "tea-ferry.txt"])
def test_a_whole_article_read_from_its_end(name: str, choice: Viewing) -> None:
    article = sample(name)
    sheet = Sheet(article.text, article.blocks, "simplified", type_room())
    sheet.arrange(choice, 400, 1)
    for piece in reversed(pieces_of(sheet)):
        sheet.read([piece])
    assert_same(sheet.typeset, fresh(sheet, choice, 400).typeset)


def test_many_paragraphs_at_once_are_done_in_arrays() -> None:
    text = "\n".join("银行里数钱，" * (1 + number % 9) for number in range(90))
    blocks = [Block("title", 0, text.index("\n"), 1)]
    choice = CHOICES["words"]
    sheet = Sheet(text, blocks, "simplified", type_room())
    sheet.arrange(choice, 300, 1)
    sheet.read(pieces_of(sheet))
    assert_same(sheet.typeset, fresh(sheet, choice, 300).typeset)


def test_a_paragraph_of_many_pieces() -> None:
    """A piece ends within the paragraph: what was not yet read keeps its natural width meanwhile."""
    choice = CHOICES["words"]
    sheet = Sheet("他在银行里数钱，西安的花儿。" * 500, (), "simplified", type_room())
    sheet.arrange(choice, 400, 1)
    pieces = pieces_of(sheet)
    assert len(pieces) == 4
    lengths = []
    for piece in (pieces[2], pieces[0], pieces[3], pieces[1]):
        lengths.append(len(sheet.typeset.layout))
        sheet.read([piece])
    assert lengths == sorted(set(lengths))
    assert_same(sheet.typeset, fresh(sheet, choice, 400).typeset)


def test_what_had_no_reading_when_it_was_drawn_is_drawn_anew() -> None:
    sheet = Sheet("银行\n江边", (), "simplified", type_room())
    sheet.arrange(CHOICES["pinyin"], 300, 1)
    assert not sheet.typeset.line(1).readings_along
    sheet.read(pieces_of(sheet)[1:])
    assert not sheet.typeset.line(0).readings_along
    assert sheet.typeset.line(1).readings_along
    read_all(sheet)
    assert sheet.typeset.line(0).readings_along
