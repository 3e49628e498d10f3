"""Where the word card lies, for any line, any word in it and any view."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from meipi.reading.word_card_place import EDGE, GAP, Placed, place

VIEW = QRect(0, 0, 800, 600)


def placed(
    line: QRect, word: QRect, *, high: int = 200, vertical: bool = False, view: QRect = VIEW
) -> Placed:
    return place(line, (word, word), 420, lambda width: high, view, vertical=vertical)


def test_it_is_below_the_line_where_there_is_room() -> None:
    found = placed(QRect(40, 100, 720, 40), QRect(300, 107, 40, 26))
    assert found.side == "below"
    assert found.card == QRect(199, 140 + GAP, 420, 200)
    assert found.card.left() + found.tip == 319


def test_it_is_above_where_there_is_room_only_there() -> None:
    found = placed(QRect(40, 500, 720, 40), QRect(300, 507, 40, 26))
    assert found.side == "above"
    assert found.card == QRect(199, 500 - GAP - 200, 420, 200)


@pytest.mark.parametrize(("top", "side"), [(200, "below"), (340, "above")])
def test_without_room_it_is_lower_and_where_there_is_more(top: int, side: str) -> None:
    found = placed(QRect(40, top, 720, 40), QRect(300, top + 7, 40, 26), high=420)
    assert found.side == side
    assert found.card.height() == (600 - EDGE - top - 40 - GAP if side == "below" else top - GAP - EDGE)


@pytest.mark.parametrize(("left", "side"), [(600, "left"), (100, "right"), (380, "left"), (374, "right")])
def test_beside_a_column_it_is_at_the_left_if_it_can(left: int, side: str) -> None:
    found = placed(QRect(left, 44, 44, 500), QRect(left + 2, 200, 24, 60), vertical=True)
    assert found.side == side
    assert found.card.top() == 230 - 60 - 1
    assert found.card.width() == min(420, (left if side == "left" else 800 - left - 44) - GAP - EDGE)


def test_a_word_of_two_lines_is_pointed_at_in_the_nearer_one() -> None:
    lines = QRect(40, 100, 720, 80)
    first, last = QRect(700, 107, 60, 26), QRect(80, 147, 40, 26)
    below = place(lines, (first, last), 420, lambda width: 200, VIEW, vertical=False)
    assert below.card.left() + below.tip == last.center().x()
    lines.translate(0, 400)
    above = place(lines, (first, last), 420, lambda width: 200, VIEW, vertical=False)
    assert above.side == "above"
    assert above.card.left() + above.tip == first.center().x()


@given(
    st.integers(400, 2400), st.integers(360, 1600), st.floats(0, 1), st.floats(0, 1), st.integers(20, 150),
    st.integers(60, 900), st.booleans(),
)  # fmt: skip
def test_it_never_covers_the_line_and_never_leaves_the_view(
    width: int, height: int, along: float, across: float, breadth: int, high: int, vertical: bool
) -> None:
    view = QRect(0, 0, width, height)
    if vertical:
        line = QRect(round(across * (width - breadth)), 44, breadth, height - 80)
        word = QRect(line.left() + 2, 44 + round(along * (line.height() - 60)), breadth - 4, 60)
    else:
        line = QRect(24, round(across * (height - breadth)), width - 80, breadth)
        word = QRect(24 + round(along * (line.width() - 60)), line.top() + 2, 60, breadth - 4)
    found = placed(line, word, high=high, vertical=vertical, view=view)
    assert not found.card.isEmpty()
    assert not found.card.intersects(line)
    assert view.adjusted(EDGE, EDGE, -EDGE, -EDGE).contains(found.card)
    assert found.card.height() <= high
    assert found.card.width() <= 420
    # The tip is within the edge, and at the word unless the word is in a corner.
    start, long = (
        (found.card.top(), found.card.height()) if vertical else (found.card.left(), found.card.width())
    )
    assert 0 < found.tip < long
    middle = word.center().y() if vertical else word.center().x()
    assert abs(start + found.tip - middle) <= 22 + EDGE
