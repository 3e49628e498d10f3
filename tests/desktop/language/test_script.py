"""Conversion is OpenCC's, its map complete and monotone."""

from __future__ import annotations

import random
import re
import subprocess
from pathlib import Path

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.language import regional, script
from meipi.language.script import Conversion
from meipi.language.span import Span

CONFIGS = sorted(name.removesuffix(".json") for name in opencc.CONFIGS)
PHRASE_CONFIGS = sorted(script.VARIANT_ONLY)
HOME = Path(opencc.__file__).parent / "clib"


def dictionaries_of(config: str) -> list[str]:
    """The names of the dictionaries that a configuration uses."""
    steps = (HOME / "share/opencc" / f"{config}.json").read_text("utf-8")
    return sorted(set(re.findall(r"\w+\.ocd2", steps)))


# Any code point, and often a word that is converted, what OpenCC trips over, and what follows words about.
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(
            ["U盘", "隨身碟", "打印机", "光盘", "光碟片", "出租车", "計程車", "信息", "后台", "干", "乾"]
        ),
        st.sampled_from(
            ["\0", "\ud800", "\udfff", "\uffff", "\n", "\r\n", "⿰", "⿱人", "，", "a", "\u0301", "𠀀"]
        ),
        st.text(st.characters(), max_size=3),
    ),
    max_size=12,
).map("".join)


def assert_sound(conversion: Conversion) -> None:
    """The map leaves nothing out on either side, and goes forward only."""
    source = target = 0
    for piece in conversion.uneven:
        assert piece.source.start - source == piece.target.start - target >= 0
        assert piece.source.start < piece.source.end
        assert piece.target.start < piece.target.end
        source, target = piece.source.end, piece.target.end
    assert len(conversion.source) - source == len(conversion.text) - target >= 0


def changed(conversion: Conversion) -> list[tuple[str, str]]:
    return [
        (conversion.source[slice(*piece.source)], conversion.text[slice(*piece.target)])
        for piece in conversion.uneven
    ]


@pytest.mark.parametrize(
    ("config", "source", "expected", "pieces"),
    [
        ("t2s", "計程車與軟體", "计程车与软体", []),
        ("s2tw", "后台里的面条", "後臺裡的麵條", []),
        ("s2twp", "软件和打印机", "軟體和印表機", []),
        ("s2twp", "U盘坏了，信息在新U盘。", "隨身碟壞了，資訊在新隨身碟。", [("U盘", "隨身碟")] * 2),
        ("tw2sp", "把隨身碟插上\n叫計程車", "把U盘插上\n叫出租车", [("隨身碟", "U盘")]),
        ("s2t", "", "", []),
    ],
)
def test_known_conversions(config: str, source: str, expected: str, pieces: list[tuple[str, str]]) -> None:
    conversion = script.convert(source, config)
    assert (conversion.source, conversion.text, conversion.config) == (source, expected, config)
    assert changed(conversion) == pieces


def test_spans_are_carried_in_whole_units() -> None:
    conversion = script.convert("把U盘插上", "s2twp")
    assert conversion.text == "把隨身碟插上"
    assert conversion.to_target(Span(1, 2)) == Span(1, 4)
    assert conversion.to_target(Span(2, 4)) == Span(1, 5)
    assert conversion.to_target(Span(3, 5)) == Span(4, 6)
    assert conversion.to_source(Span(2, 3)) == Span(1, 3)
    assert conversion.to_source(Span(0, 6)) == Span(0, 5)
    # Empty spans stay empty, at the start of what they stand in.
    assert conversion.to_target(Span(2, 2)) == Span(1, 1)
    assert conversion.to_source(Span(4, 4)) == Span(3, 3)
    assert conversion.to_target(Span(5, 5)) == Span(6, 6)


def test_unknown_configuration_is_refused() -> None:
    with pytest.raises(ValueError, match="s2xx"):
        script.convert("软件", "s2xx")


@pytest.mark.parametrize("config", CONFIGS)
@given(text=TEXTS)
@settings(max_examples=60, deadline=None)
def test_any_text_is_converted_as_opencc_does(config: str, text: str) -> None:
    conversion = script.convert(text, config)
    # What OpenCC refuses or drops stands where it stood; between two of those the text is OpenCC's own.
    strange = re.compile("[\0\ud800-\udfff\uffff]")
    assert strange.findall(conversion.text) == strange.findall(text)
    if not strange.search(text):
        assert conversion.text == opencc.OpenCC(config).convert(text)
    assert_sound(conversion)
    if config not in PHRASE_CONFIGS:
        assert conversion.uneven == ()


@pytest.mark.parametrize("config", PHRASE_CONFIGS)
@given(text=TEXTS, data=st.data())
@settings(max_examples=60, deadline=None)
def test_carrying_there_and_back_covers_the_span(config: str, text: str, data: st.DataObject) -> None:
    conversion = script.convert(text, config)
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    there = conversion.to_target(span)
    assert 0 <= there.start <= there.end <= len(conversion.text)
    assert (there.start == there.end) == (span.start == span.end)
    back = conversion.to_source(there)
    assert back.start <= span.start
    assert back.end >= span.end or span.start == span.end
    # Once in whole units, a span goes to and fro unchanged.
    assert conversion.to_target(back) == there


@pytest.mark.parametrize("config", PHRASE_CONFIGS)
def test_dictionary_keys_in_any_order_are_followed_exactly(config: str) -> None:
    chain = regional.load(config)
    assert chain is not None
    words = [
        sorted({word for line in lines for word in line.partition(" ")[0].split("\t")})
        for lines in regional.read_dictionaries(HOME, dictionaries_of(config)).values()
    ]
    chance = random.Random(config)

    def piece() -> str:
        word = chance.choice(chance.choice(words))
        cut = chance.randrange(len(word) + 1)
        strange = chance.choice("，a\u0301𠀀的⿰⿲⿿\ufe00\uf900")
        return chance.choice([word, word, word, word[:cut], word[cut:], word + strange, strange + word])

    converter = opencc.OpenCC(config)
    for _ in range(2000):
        text = "".join(piece() for _ in range(chance.randint(1, 8)))
        assert regional.follow(text, chain)[0] == converter.convert(text)
        conversion = script.convert(text, config)
        assert conversion.text == converter.convert(text)
        assert_sound(conversion)


@pytest.mark.parametrize("config", PHRASE_CONFIGS)
def test_a_map_remains_where_the_dictionaries_cannot_be_read(
    config: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(regional, "load", lambda config: None)
    text = "把U盘插上，再叫出租车\nU盘\n隨身碟和計程車，光碟片"
    conversion = script.convert(text, config)
    assert conversion.text == opencc.OpenCC(config).convert(text)
    assert_sound(conversion)


def test_the_first_dictionary_with_a_match_wins_and_in_a_union_the_longest() -> None:
    one, other = ["甲\t1", "甲乙丙\t2"], ["丙\t7", "甲\t3", "甲乙\t4 5", "甲乙丙丁\t6"]
    apart, union = regional.Stage([[one], [sorted(other)]]), regional.Stage([[one, sorted(other)]])
    for text, by_order, by_length in (
        ("甲", ["1"], ["1"]),
        ("甲乙", ["1"], ["4"]),
        ("甲乙丙", ["2"], ["2"]),
        ("甲乙丙丁", ["2"], ["6"]),
        ("甲丙", ["1", "7"], ["1", "7"]),
        ("乙丁", [], []),
    ):
        assert [value for _, _, value in regional._matches(text, apart)] == by_order
        assert [value for _, _, value in regional._matches(text, union)] == by_length


def test_a_missing_program_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    regional.load.cache_clear()
    monkeypatch.setattr(regional, "_dictionaries", {})
    monkeypatch.setattr("subprocess.Popen", refuse)
    assert regional.load("s2twp") is None
    regional.load.cache_clear()


def test_a_dictionary_that_cannot_be_read_is_told() -> None:
    with pytest.raises(subprocess.SubprocessError):
        regional.read_dictionaries(HOME, ["TWPhrases.ocd2", "missing.ocd2"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("⿰软件，U盘", [("U盘", "隨身碟")]),
        ("U盘⿰软⿱件U盘", [("U盘", "隨身碟")]),
        ("⿰U，盘U盘", [("U盘", "隨身碟")]),
        ("U盘⿰", [("U盘", "隨身碟")]),
        ("⿰" * 40 + "车" * 20 + "U盘", [("U盘", "隨身碟")]),
    ],
)
def test_ideographic_descriptions_stay_whole(text: str, expected: list[tuple[str, str]]) -> None:
    conversion = script.convert(text, "s2twp")
    assert conversion.text == opencc.OpenCC("s2twp").convert(text)
    assert changed(conversion) == expected


def test_only_clauses_in_which_a_phrase_acts_are_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    followed: list[str] = []
    follow = regional.follow

    def watch(source: str, chain: regional.Chain) -> tuple[str, list[script.Piece]]:
        followed.append(source)
        return follow(source, chain)

    monkeypatch.setattr(regional, "follow", watch)
    script.convert("没有词。把U盘插上，没有。\n没有\n光盘", "s2twp")
    assert followed == ["把U盘插上，", "光盘"]


def test_positions_hold_in_every_line_of_a_long_text() -> None:
    lines = ["U盘插上", "没有词", "", "光盘、U盘、光盘", "信息"]
    text = "\n".join(lines * 3)
    conversion = script.convert(text, "s2twp")
    start = 0
    for line in lines * 3:
        found = conversion.to_target(Span(start, start + len(line)))
        assert conversion.text[slice(*found)] == script.convert(line, "s2twp").text
        start += len(line) + 1
    assert len(conversion.uneven) == 6
