from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from meipi.support.row_heights import RowHeights

HEIGHT = st.integers(1, 90)


def test_without_rows_there_is_nothing() -> None:
    heights = RowHeights()
    assert (len(heights), heights.total, heights.row_at(0), heights.row_at(-5)) == (0, 0, -1, -1)


@given(
    st.lists(HEIGHT, max_size=12),
    st.lists(st.tuples(st.sampled_from(["insert", "remove", "set", "forget"]), HEIGHT, HEIGHT), max_size=12),
)
def test_it_is_as_a_plain_list_would_be(first: list[int], steps: list[tuple[str, int, int]]) -> None:
    heights = RowHeights()
    heights.guess(np.array(first, np.int64))
    plain = [(height, False) for height in first]
    for step, one, other in steps:
        row = one % len(plain) if plain else 0
        last = min(row + other % 3, len(plain) - 1)
        if step == "insert":
            heights.insert(row, np.array([one, other], np.int64))
            plain[row:row] = [(one, False), (other, False)]
        elif step == "remove" and plain:
            heights.remove(row, last)
            del plain[row : last + 1]
        elif step == "set" and plain:
            heights.set(row, other)
            plain[row] = (other, True)
        elif step == "forget" and plain:
            heights.forget(row, last)
            plain[row : last + 1] = [(height, False) for height, _ in plain[row : last + 1]]
    assert len(heights) == len(plain)
    assert heights.total == sum(height for height, _ in plain)
    assert heights.unknown(0, len(plain)) == [row for row, (_, known) in enumerate(plain) if not known]
    place = 0
    for row, (height, _) in enumerate(plain):
        assert (heights.top(row), heights.height(row), heights.bottom(row)) == (place, height, place + height)
        assert heights.row_at(place) == heights.row_at(place + height - 1) == row
        place += height
    assert heights.row_at(place + 5) == len(plain) - 1
