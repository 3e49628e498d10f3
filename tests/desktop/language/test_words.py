"""Words: both scripts cut alike, everything else apart, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.language import words
from meipi.language.span import Span


@pytest.mark.parametrize(
    "parts",
    [
        [],
        ["重庆", "长大", "了"],
        ["計程車", "司機", "喜歡", "軟體"],
        ["你好", "，", "世界", "！"],
        ["“", "好", "”", "…", "…"],
        ["用", "Python3.11", " ", "写", "hello-world", "，", "don’t"],
        ["一", "  \n\n ", "二"],
        ["a", "_", "b", "%"],
        ["共", "1,000", "人", "，", "12:30", "到", "a", ",", "b"],
        ["\ud800", "人", "\0"],
    ],
)
def test_words(parts: list[str]) -> None:
    text = "".join(parts)
    assert [text[slice(*span)] for span in words.segment(text)] == parts


CHARACTERS = st.one_of(st.sampled_from("重庆長大了軟體 \n，。aB1-_'\0\ud800\uffff𠀀"), st.characters())


@given(st.text(CHARACTERS, max_size=30))
@settings(max_examples=200, deadline=None)
def test_any_text_is_covered_once(text: str) -> None:
    spans = words.segment(text)
    assert "".join(text[slice(*span)] for span in spans) == text
    assert all(span.start < span.end for span in spans)


@pytest.mark.parametrize(
    "text",
    [
        "他在北京大学图书馆看书。",
        "圖書館裡,有Python3.11  和 don’t！",
        "一",
        "  \n",
        "好人" * 100 + "，" + "好人" * 20,
    ],
)
def test_the_word_at_a_place_is_that_of_the_whole_text(text: str) -> None:
    for span in words.segment(text):
        for offset in range(*span):
            assert words.word_at(text, offset) == span


def test_the_word_at_a_place_is_as_the_reader_wants() -> None:
    assert words.word_at("在图书馆里", 2, words.Splits([("图书", "馆")])) == Span(1, 3)


@pytest.mark.parametrize("offset", [-1, 2])
def test_no_word_outside_the_text(offset: int) -> None:
    with pytest.raises(IndexError):
        words.word_at("中国", offset)


@pytest.mark.parametrize(
    ("word", "standard", "level"),
    [
        ("爱", "HSK 2.0", 1),
        ("圖書館", "HSK 2.0", 3),
        ("图书馆", "HSK 3.0 (2021)", 1),
        ("图书馆", "HSK 3.0 (2025)", 3),
        ("饕餮", "HSK 2.0", 0),
        ("", "HSK 2.0", 0),
    ],
)
def test_levels(word: str, standard: str, level: int) -> None:
    assert words.level(word, standard) == level


def test_no_such_list() -> None:
    with pytest.raises(KeyError):
        words.level("爱", "HSK")


@pytest.mark.parametrize(("word", "found"), [("銀行", True), ("银行", True), ("银行里", False), ("", False)])
def test_what_is_a_headword(word: str, found: bool) -> None:
    assert words.is_headword(word) is found


def test_a_whole_list_of_levels() -> None:
    found = words.levels("HSK 2.0")
    assert found["我们"] == 1
    assert all(words.level(word, "HSK 2.0") == level for word, level in list(found.items())[:50])
    with pytest.raises(KeyError):
        words.levels("HSK 9")


def test_common_words_have_the_larger_counts() -> None:
    assert words.count("我们") > words.count("饕餮") > words.count("盐湖三天") == 0
