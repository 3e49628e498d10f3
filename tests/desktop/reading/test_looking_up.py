"""Which word a place of a text belongs to, on the word card."""

from __future__ import annotations

import pytest

from meipi.language import words
from meipi.language.entry import Entry
from meipi.language.span import Span
from meipi.language.splits import NONE, Splits
from meipi.reading.looking_up import LookingUp
from meipi.support.jobs import Jobs


@pytest.fixture
def looking_up() -> LookingUp:
    return LookingUp(Jobs())


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("他去银行取钱", "行", "银行"),
        ("中华人民共和国成立了", "人", "中华人民共和国"),
        ("中華人民共和國成立了", "人", "中華人民共和國"),
        ("他研究生命的起源", "究", "研究"),
        ("他研究生命的起源", "生", "生命"),
        ("他患阿尔茨海默病", "海", "阿尔茨海默病"),
        ("他一个人来", "一", "一个人"),
        # A name is no headword, but each of its hanzi is.
        ("记者陈晓卿报道", "卿", "卿"),
        ("𠮷", "𠮷", "𠮷"),
    ],
)
def test_the_word_is_the_longest_that_the_words_around_it_leave_room_for(
    looking_up: LookingUp, text: str, at: str, word: str
) -> None:
    found = looking_up.at(text, text.index(at), NONE)
    assert found is not None
    assert text[slice(*found.candidates[found.chosen])] == word


def entry(dictionary: str, pinyin: str) -> Entry:
    return Entry(Span(0, 1), "还", "还", pinyin, ("…",), dictionary=dictionary)


def test_the_reader_s_order_of_dictionaries_stands_and_in_each_the_reading_here_is_first(
    looking_up: LookingUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [entry("own", ""), entry("own", "hái"), entry("CC-CEDICT", "hái"), entry("CC-CEDICT", "Huán")]
    monkeypatch.setattr(words, "look_up", lambda _text, _offset: found)
    monkeypatch.setattr(words, "components", lambda _entry: [])
    entries, _ = looking_up.entries("还", Span(0, 1), ["huán"])
    told = [(each.dictionary, each.pinyin) for each in entries]
    assert told == [("own", ""), ("own", "hái"), ("CC-CEDICT", "Huán"), ("CC-CEDICT", "hái")]


def test_there_is_none_where_there_is_no_hanzi(looking_up: LookingUp) -> None:
    assert looking_up.at("好，OK", 1, NONE) is None
    assert looking_up.at("好，OK", 2, NONE) is None


@pytest.mark.parametrize("text", ["他去银行取钱", "他去銀行取錢"])
def test_a_word_that_the_reader_has_divided_is_two(looking_up: LookingUp, text: str) -> None:
    found = looking_up.at(text, 2, Splits([("银", "行")]))
    assert found is not None
    assert text[slice(*found.candidates[found.chosen])] == text[2]
    assert text[slice(*found.candidates[0])] == text[2:4]


def test_what_the_reader_has_joined_is_one(looking_up: LookingUp) -> None:
    text = "他研究生命的起源"
    found = looking_up.at(text, 2, Splits([("研究生", "命")]))
    assert found is not None
    assert text[slice(*found.candidates[found.chosen])] == "研究生"
