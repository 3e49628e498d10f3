"""What is shown and the source it stands for."""

from __future__ import annotations

from typing import cast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.exchange.draft import Block, BlockKind
from meipi.language.pinyin import read, zhuyin
from meipi.language.script import Conversion, convert
from meipi.language.span import Span
from meipi.reading.lexicon import Lexicon
from meipi.reading.metrics import KINDS
from meipi.reading.readings import Readings, Spellings
from meipi.reading.shown import Shown

GROWN = "鼠标和内存都在U盘上，内存。"
"""内存 becomes 記憶體 with the words of Taiwan: one more."""


def shown(text: str, config: str = "", blocks: tuple[Block, ...] = ()) -> Shown:
    return Shown(convert(text, config) if config else Conversion(text, text, ""), blocks)


def readings(text: str) -> Readings:
    found = Readings(text, Spellings(), Lexicon())
    while (piece := found.next_missing()) is not None:
        found.read(piece)
    return found


def spelled(found: Readings, on: Shown) -> list[str]:
    return [found.spellings.pinyin[number] for number in found.on(on).numbers.tolist()]


# -- units ------------------------------------------------------------------------------------------


def test_a_phrase_of_another_length_is_one_unit() -> None:
    on = shown(GROWN, "s2twp")
    source, target = GROWN.index("内存"), on.text.index("記憶體")
    for offset in range(target, target + 3):
        assert on.unit_at(offset) == Span(source, source + 2)
    assert on.unit_at(target - 1) == Span(source - 1, source)
    assert on.unit_at(target + 3) == Span(source + 2, source + 3)
    assert on.to_shown(Span(source + 1, source + 2)) == Span(target, target + 3)
    assert on.to_source(Span(target + 1, target + 2)) == Span(source, source + 2)


@pytest.mark.parametrize("config", ["", "t2s", "s2t", "s2tw", "s2twp", "s2hk"])
def test_units_cover_the_source_once_and_in_order(config: str) -> None:
    on = shown(GROWN, config)
    units = list(dict.fromkeys(on.unit_at(offset) for offset in range(len(on.text))))
    assert [place for unit in units for place in range(*unit)] == list(range(len(GROWN)))


def test_a_base_and_its_marks_are_one_unit() -> None:
    text = "x葛\U000e0100e\u0301\u0302湖"
    on = shown(text)
    assert [on.unit_at(offset) for offset in range(len(text))] == [
        Span(0, 1), Span(1, 3), Span(1, 3), Span(3, 6), Span(3, 6), Span(3, 6), Span(6, 7),
    ]  # fmt: skip


def test_marks_at_the_very_beginning_are_one_unit() -> None:
    assert shown("\u0301\u0302湖").unit_at(1) == Span(0, 2)


@given(st.text("内存鼠标软件U盘a湖\u0301\U000e0100，\n", max_size=60), st.data())
@settings(max_examples=100)
def test_a_span_grows_to_whole_units_and_no_further(text: str, data: st.DataObject) -> None:
    on = shown(text, "s2twp")
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    there = on.to_shown(span)
    back = on.to_source(there)
    assert on.to_shown(back) == there
    if span.start == span.end:
        return
    assert back.start <= span.start
    assert back.end >= span.end
    pieces = [piece.source for piece in on.conversion.uneven]
    inside = [piece for piece in pieces if piece.start < span.start < piece.end]
    assert back.start == (inside[0].start if inside else span.start)
    inside = [piece for piece in pieces if piece.start < span.end < piece.end]
    assert back.end == (inside[0].end if inside else span.end)


# -- kinds ------------------------------------------------------------------------------------------


def test_kinds_follow_the_blocks_through_a_change_of_length() -> None:
    text = "内存内存\n\n内存说\n湖水\n「湖」\n"
    lines: dict[BlockKind, str] = {"title": "内存内存", "heading": "内存说", "quote": "「湖」"}
    blocks = tuple(
        Block(kind, text.index(line), text.index(line) + len(line), 1) for kind, line in lines.items()
    )
    for config in ("", "s2twp"):
        found = shown(text, config, blocks).kinds.tolist()
        assert [KINDS[kind] for kind in found] == ["title", "heading", "paragraph", "quote"]


def test_a_block_of_an_unknown_kind_is_plain() -> None:
    assert shown("湖", "", (Block(cast(BlockKind, "table"), 0, 1, 0),)).kinds.tolist() == [
        KINDS.index("paragraph")
    ]
    assert shown("", "", (Block("title", 0, 0, 1),)).kinds.tolist() == []


# -- readings ---------------------------------------------------------------------------------------


def test_readings_are_those_of_the_source() -> None:
    text = "银行在重庆，他长大了。\n音乐 a 3\n"
    found = readings(text)
    assert spelled(found, shown(text)) == [reading or "" for reading in read(text)]
    assert spelled(found, shown(text, "s2tw")) == [reading or "" for reading in read(text)]


def test_a_phrase_of_another_length_is_read_itself() -> None:
    on = shown(GROWN, "s2twp")
    found = spelled(readings(GROWN), on)
    assert len(found) == len(on.text)
    target = on.text.index("記憶體")
    assert found[target : target + 3] == ["jì", "yì", "tǐ"]
    assert [char for char, reading in zip(on.text, found, strict=True) if not reading] == [
        char for char in on.text if char in "，。U"
    ]


def test_what_has_not_been_read_has_no_reading() -> None:
    found = Readings(GROWN, Spellings(), Lexicon())
    for config in ("", "s2twp"):
        assert not found.on(shown(GROWN, config)).numbers.any()


def test_pieces_are_read_where_they_are_asked_for() -> None:
    text = "湖水\n\n" + "天" * 5_000 + "\n山"
    found = Readings(text, Spellings(), Lexicon())
    assert found.missing(Span(0, 2)) == [Span(0, 2)]
    assert found.missing(Span(2, 4)) == []
    assert found.missing(Span(4, 5)) == [Span(4, 2_004)]
    assert found.missing(Span(2_003, 2_005)) == [Span(4, 2_004), Span(2_004, 4_004)]
    found.read(Span(4, 2_004))
    assert found.missing(Span(2_003, 2_005)) == [Span(2_004, 4_004)]
    assert found.next_missing() == Span(0, 2)
    told = found.on(shown(found.source))
    assert told.numbers[4:2_004].all()
    assert not told.numbers[2_004:].any()
    count = 0
    while (piece := found.next_missing()) is not None:
        found.read(piece)
        count += 1
    assert count == 4
    assert found.missing(Span(0, len(text))) == []
    assert np.count_nonzero(told.numbers) == 5_003


def test_nothing_to_read() -> None:
    for text in ("", "\n\n"):
        found = Readings(text, Spellings(), Lexicon())
        assert found.next_missing() is None
        assert found.missing(Span(0, len(text))) == []


def test_spellings_are_numbered_once() -> None:
    spellings = Spellings()
    assert spellings.number(None) == spellings.number("") == 0
    first = spellings.number("háng")
    assert spellings.number("xíng") == first + 1
    assert spellings.number("háng") == first
    assert spellings.pinyin[first] == "háng"
    assert spellings.zhuyin[first] == zhuyin("háng")
