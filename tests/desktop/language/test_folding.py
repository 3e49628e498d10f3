"""Folding keeps the words and gives up how they are written."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meipi.language.folding import fold
from meipi.language.script import convert
from meipi.language.span import Span

_ANY = st.text(st.characters(), max_size=60)


def folded(text: str) -> str:
    return "".join(map(chr, fold(text).codes))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“头发”，发展。", "「頭髮」,發展."),
        ("着裡說", "著裏説"),
        ("什么", "什麼"),
        ("Ｗｉｎ９５", "win95"),
        ("ﬁne Straße", "FINE STRASSE"),
        ("café", "cafe\u0301"),
        ("ｶﾞ", "ガ"),
        ("㈱", "株"),
        ("豈\ufa00", "豈切"),
        ("葛\U000e0100飾", "葛飾"),
        ("青海\u200b省\u2060", "青\u202e海 省\r\n"),
        ("𠮷野", "𠮷 野"),
    ],
)
def test_written_otherwise_and_folded_alike(one: str, other: str) -> None:
    assert folded(one) == folded(other) != ""


@pytest.mark.parametrize(
    "text", ["", "\0", "\ud800", "\udc00\ud800", "。，！\n\u3000", "\u0301", "😀", "\u202e"]
)
def test_nothing_is_left_without_letters_and_numbers(text: str) -> None:
    assert folded(text) == ""


def test_what_is_folded_knows_where_it_came_from() -> None:
    whole = fold("（㍿）ß\ud800，北 京")
    assert "".join(map(chr, whole.codes)) == "株式会社ss北京"
    assert whole.offsets.tolist() == [1, 1, 1, 1, 3, 3, 6, 8]
    assert whole.to_source(Span(1, 3)) == (1, 2)
    assert whole.to_source(Span(5, 8)) == (3, 9)


@pytest.mark.parametrize("config", ["s2t", "s2tw", "s2hk"])
def test_a_text_turned_traditional_folds_as_before(config: str) -> None:
    text = "头发干杯发展后面皇后里程台湾床为峰群众着说启钩沈浚系丑斗谷只伙冲淡制板咸台风准松郁"
    assert folded(convert(text, config).text) == folded(text)


@given(_ANY, _ANY)
def test_each_character_is_folded_alone(before: str, after: str) -> None:
    assert folded(before + after) == folded(before) + folded(after)


@given(_ANY)
def test_only_letters_and_numbers_in_the_order_of_the_source(text: str) -> None:
    whole = fold(text)
    assert all(unicodedata.category(chr(code))[0] in "LN" for code in whole.codes)
    assert sorted(whole.offsets.tolist()) == whole.offsets.tolist()
    for code, offset in zip(whole.codes, whole.offsets, strict=True):
        assert chr(code) in folded(text[offset])


@given(_ANY)
def test_folding_twice_changes_nothing_more_in_case_and_form(text: str) -> None:
    once = folded(text)
    assert folded(unicodedata.normalize("NFC", text)) == once == folded(unicodedata.normalize("NFD", text))
