from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meipi.language.matched import Matched
from meipi.language.matched_list import MatchedList
from meipi.language.matching import places
from meipi.language.query import Term

TEXTS = ("青海的鹽湖", "湖", "盐", "湖鹽", "", "Salt Lake", "盐\n湖")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("盐湖", {0: 3, 6: 0}),
        ("yanhu", {0: 3, 6: 0}),
        ("yh", {0: 3, 6: 0}),
        ("湖", {0: 4, 1: 0, 3: 0, 6: 2}),
        ("salt", {5: 0}),
        ("", {}),
        (" ", {}),
        ("\u241e", {}),
    ],
)
def test_found_in_some_of_many_and_never_across_two(typed: str, found: dict[int, int]) -> None:
    assert MatchedList(TEXTS).find(typed) == found
    assert MatchedList(()).find(typed) == {}


@given(st.lists(st.text("鹽盐湖a b|\u241e", max_size=6), max_size=5), st.text("鹽湖ayanhu", max_size=4))
def test_found_where_it_would_be_in_each_alone(texts: list[str], typed: str) -> None:
    alone = {}
    for number, text in enumerate(texts):
        found = places(Matched(text.replace("\u241e", " ")), [Term.of(typed)])
        if found:
            alone[number] = found[0].start
    assert MatchedList(texts).find(typed) == alone
