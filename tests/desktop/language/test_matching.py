"""Where what was typed stands in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meipi.language import script
from meipi.language.matched import Matched, compared
from meipi.language.matching import find_all

TEXT = "青海的鹽\n湖（盐　湖），Salt  Lake; Yan Hu。銀行 裡 café ﬁn Ⅻ 葛\U000e0100洪說：“走”\n\n人，Don’t"


def found(query: str, text: str = TEXT) -> list[str]:
    return [text[start:end] for start, end in find_all(text, query)]


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ("盐湖", ["鹽\n湖", "盐　湖"]),
        ("鹽湖", ["鹽\n湖", "盐　湖"]),
        ("yanhu", ["鹽\n湖", "盐　湖"]),
        ("yán hú", ["鹽\n湖", "盐　湖", "Yan Hu"]),
        ("yan2hu2", ["鹽\n湖", "盐　湖"]),
        ("yànhú", []),
        ("YH", ["鹽\n湖", "盐　湖", "銀行"]),
        ("ㄧㄢˊㄏㄨˊ", ["鹽\n湖", "盐　湖"]),
        ("yanh", ["鹽\n湖", "盐　湖"]),
        ("yinhang", ["銀行"]),
        ("hang", ["行"]),
        ("xing", ["行"]),
        ("xíng", ["行"]),
        ('"salt lake"', ["Salt  Lake"]),
        ("SALT", ["Salt"]),
        ("saltlake", []),
        ("cafe", ["café"]),
        ("里", ["裡"]),
        ("葛洪说", ["葛\U000e0100洪說"]),
        ("葛", ["葛\U000e0100"]),
        ("「走」", ["走"]),
        ("「“走”」", ["“走”"]),
        ("走”人", []),
        ("don't", ["Don’t"]),
        ("盐湖（", ["鹽\n湖（"]),
        ("湖(", ["湖（", "湖（"][:1]),
        ("", []),
        ("-盐", []),
    ],
)
def test_what_is_typed_is_found_as_a_reader_means_it(query: str, places: list[str]) -> None:
    assert found(query) == places


def test_the_end_of_a_paragraph_is_not_within_a_word() -> None:
    assert found("盐湖", "盐\n\n湖 盐\r\n湖") == ["盐\r\n湖"]


def test_of_places_that_share_something_the_first_and_longest_is_told() -> None:
    assert find_all("青海盐湖", "青海盐 海盐 青海") == [(0, 3)]
    assert find_all("盐盐盐", "盐盐") == [(0, 2)]


def test_a_reader_may_leave_out_the_umlaut() -> None:
    assert found("lvse", "綠色") == found("lüse", "綠色") == found("luse", "綠色") == ["綠色"]
    assert found("lv", "路") == []
    assert found("lu", "路") == ["路"]


texts = st.text(st.sampled_from("鹽盐湖行重重長发發後后里裡 \n　aAéY，,。"), max_size=40) | st.text(
    max_size=40
)


@given(texts, texts)
def test_what_is_found_is_what_is_compared_alike(text: str, query: str) -> None:
    form = compared(query)
    for start, end in find_all(text, f'"{query.replace(chr(34), "")}"'):
        assert 0 <= start < end <= len(text)
    matched = Matched(text)
    for place in matched.places(form):
        assert matched.folded[place : place + len(form)] == form


@given(texts)
def test_every_passage_is_found_again(text: str) -> None:
    whole = Matched(text).folded
    assert not whole or Matched(text + "。" + text).folded.count(whole) >= 1
    assert compared(whole) == whole or "\u3000" in whole


@given(st.text(st.sampled_from("鹽湖裡的發後長髮隻說著麼乾行臺台"), min_size=1, max_size=20))
def test_a_text_is_the_same_in_either_script(text: str) -> None:
    simplified = script.convert(text, "t2s").text
    assert compared(text) == compared(simplified)


@given(st.text())
def test_any_text_can_be_looked_through(text: str) -> None:
    find_all(text, "yanhu 盐")
    find_all("青海盐湖 yanhu", text)


def test_an_unpaired_surrogate_is_a_character() -> None:
    assert find_all("盐\ud800湖", "\ud800") == [(1, 2)]
