from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.notes.cards import card
from meipi.notes.arrangement import Card
from meipi.notes.finding import Finder

CARDS = [
    card(1, exact="我國鹽湖資源", note="Which survey?", tags=("check", "鹽湖")),
    card(2, exact="柴达木盆地", note="See the **survey** of 1958", tags=("place",)),
    card(3, exact="星羅棋布", note=""),
    Card(card(4, exact="行业", note="old", tags=("words",)).mark, 0, 1, "new 草稿"),
]
CASES = {
    "": None,
    "  ": None,
    "盐湖": [1],
    "鹽湖": [1],
    "yanhu": [1],
    "yán hú": [1],
    "survey": [1, 2],
    "SURVEY 盆地": [2],
    "survey -盆地": [1],
    "-survey": [3, 4],
    "柴達木": [2],
    "hangye": [4],
    "草稿": [4],
    "old": [],
    "check": [1],
    "tag:check": [1],
    "-tag:check": [2, 3, 4],
    "tag:盐湖": [1],
    "in:note survey": [1, 2],
    "in:text survey": [],
    "in:tag 鹽湖": [1],
    "柴達木我國": [],
    "zzz": [],
}


@pytest.mark.parametrize("typed", CASES)
def test_what_is_typed_finds_marks(typed: str) -> None:
    found, expected = Finder(CARDS).find(typed), CASES[typed]
    assert (found if found is None else sorted(found)) == expected


def test_nothing_is_found_across_two_cards() -> None:
    cards = [card(1, exact="鹽"), card(2, exact="湖", note="水"), card(3, exact="鹽湖")]
    assert Finder(cards).find("鹽湖") == {3}
    assert Finder(cards).find("湖水") == frozenset()


@given(st.lists(st.text("鹽盐湖水 a", max_size=5), max_size=6), st.text("鹽湖a", min_size=1, max_size=2))
def test_a_mark_is_found_by_any_part_of_what_it_quotes(texts: list[str], typed: str) -> None:
    cards = [card(number, exact=text) for number, text in enumerate(texts)]
    found = Finder(cards).find(typed) or frozenset()
    assert {number for number, text in enumerate(texts) if typed in text.replace("盐", "鹽")} <= found
