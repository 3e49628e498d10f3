from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meipi.exchange.list_markers import Listing, NumberForm, numeral


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (1, "1", "1"),
        (-3, "1", "-3"),
        (12, "", ""),
        (1, "a", "a"),
        (26, "a", "z"),
        (27, "A", "AA"),
        (702, "a", "zz"),
        (703, "a", "aaa"),
        (0, "a", "0"),
        (4, "i", "iv"),
        (1994, "I", "MCMXCIV"),
        (3999, "i", "mmmcmxcix"),
        (4000, "i", "4000"),
        (0, "一", "零"),
        (1, "一", "一"),
        (10, "一", "十"),
        (15, "一", "十五"),
        (20, "一", "二十"),
        (21, "一", "二十一"),
        (100, "一", "一百"),
        (105, "一", "一百零五"),
        (110, "一", "一百一十"),
        (1005, "一", "一千零五"),
        (3020, "一", "三千零二十"),
        (9999, "一", "九千九百九十九"),
        (10000, "一", "10000"),
        (-1, "一", "-1"),
    ],
)  # fmt: skip
def test_numerals(number: int, form: NumberForm, shown: str) -> None:
    assert numeral(number, form) == shown


def test_a_count_goes_on_from_a_number_of_its_own() -> None:
    listing = Listing("1", 3)
    assert [listing.marker(1), listing.marker(1, 7), listing.marker(1)] == ["3.", "7.", "8."]


def test_what_stands_behind_the_number() -> None:
    assert Listing("1", behind=")").marker(1) == "1)"
    assert Listing("一", behind=")").marker(1) == "一、"
    assert Listing("").marker(1) == ""


def test_bullets_differ_by_depth() -> None:
    assert [Listing(None).marker(depth) for depth in (1, 2, 3, 9)] == ["•", "◦", "▪", "▪"]


@given(st.lists(st.integers(1, 3999), min_size=2, max_size=2, unique=True), st.sampled_from(["a", "i", "一"]))
def test_no_two_numbers_look_alike(numbers: list[int], form: NumberForm) -> None:
    first, second = numbers
    assert numeral(first, form) != numeral(second, form)
