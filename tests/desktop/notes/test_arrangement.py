from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.notes.cards import card, told
from meipi.notes.arrangement import ORDERS, Card, Filter, Order, Section, arranged, sections_of

SECTIONS = [Section(5, "一"), Section(20, "二"), Section(30, "三")]
CARDS = [
    card(1, start=2, colour="ou", created="2026-01-03"),
    card(2, start=5, colour="zhu", created="2026-01-01", note="n", tags=("a",)),
    card(3, start=25, colour="ou", created="2026-01-03", placed="moved"),
    card(4, start=29, colour="teng", created="2026-01-02", note=" "),
]
APART = [card(5, placed="free", note="n"), card(6, placed="orphan", colour="teng"), card(7, placed="free")]


@pytest.mark.parametrize(
    ("order", "ids"), [("place", [1, 2, 3, 4]), ("newest", [1, 3, 4, 2]), ("colour", [2, 4, 1, 3])]
)
def test_orders(order: Order, ids: list[int]) -> None:
    assert told(arranged(CARDS, order, (), grouped=False)) == ids


def test_sections_stand_in_the_order_of_the_text_whatever_the_order_within() -> None:
    assert told(arranged(CARDS, "newest", SECTIONS, grouped=True)) == [
        ("Before the first heading", 1),
        1,
        ("一", 1),
        2,
        ("二", 2),
        3,
        4,
    ]
    assert told(arranged(CARDS, "place", (), grouped=True)) == [1, 2, 3, 4]


def test_what_has_no_place_stands_first_or_last() -> None:
    assert told(arranged([*CARDS, *APART], "place", (), grouped=False)) == [
        ("To be placed by hand", 1),
        6,
        ("In the text", 4),
        1,
        2,
        3,
        4,
        ("Notes without a place", 2),
        5,
        7,
    ]
    grouped = told(arranged([*CARDS, *APART], "place", SECTIONS, grouped=True))
    assert [row for row in grouped if isinstance(row, tuple)] == [
        ("To be placed by hand", 1),
        ("Before the first heading", 1),
        ("一", 1),
        ("二", 2),
        ("Notes without a place", 2),
    ]
    assert told(arranged(APART[:1], "colour", SECTIONS, grouped=True)) == [("Notes without a place", 1), 5]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Filter(), [1, 2, 3, 4, 5, 6, 7]),
        (Filter(colour="ou"), [1, 3]),
        (Filter(tag="a"), [2]),
        (Filter(noted=True), [2, 5]),
        (Filter(noted=False), [1, 3, 4, 6, 7]),
        (Filter(unplaced=True), [3, 6]),
        (Filter(colour="teng", noted=False, unplaced=True), [6]),
    ],
)
def test_filters(wanted: Filter, ids: list[int]) -> None:
    assert [each.mark.id for each in [*CARDS, *APART] if wanted.passes(each)] == ids


def test_a_heading_over_several_lines_is_one_title() -> None:
    assert sections_of("a\n第一\n 節\nb", [(2, 7)]) == [Section(2, "第一 節")]


@given(
    st.lists(
        st.builds(
            lambda start, colour, created, placed: (start, colour, created, placed),
            st.integers(0, 40),
            st.sampled_from(["zhu", "ou", "unknown"]),
            st.sampled_from(["1", "2"]),
            st.sampled_from(["", "moved", "orphan", "free"]),
        ),
        max_size=20,
    ),
    st.sampled_from([*ORDERS]),
    st.booleans(),
)
def test_every_card_stands_there_once_and_heads_count_theirs(
    found: list[tuple[int, str, str, str]], order: Order, grouped: bool
) -> None:
    cards = [
        card(number, start=start, colour=colour, created=created, placed=placed)
        for number, (start, colour, created, placed) in enumerate(found)
    ]
    rows = arranged(cards, order, SECTIONS, grouped=grouped)
    assert sorted(row.mark.id for row in rows if isinstance(row, Card)) == [*range(len(cards))]
    counts = [row.count for row in rows if not isinstance(row, Card)]
    assert sum(counts) in (0, len(cards))
    assert 0 not in counts
    assert not rows or not counts or not isinstance(rows[0], Card)
