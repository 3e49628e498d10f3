"""The places behind the reader and those ahead."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from meipi.window.travel import Place, Travel

HERE = Place(1, 0)


def always(_article_id: int) -> bool:
    return True


def test_back_and_forward_lead_over_the_same_places() -> None:
    travel = Travel()
    places = [Place(1, 10), Place(2, 0), Place(1, 30)]
    for place in places:
        travel.leave(place)
    now, seen = Place(3, 5), []
    while (before := travel.back(now, always)) is not None:
        seen.append(before)
        now = before
    assert seen == places[::-1]
    assert [travel.forward(Place(1, 10), always), travel.forward(Place(2, 0), always)] == places[1:]
    assert travel.forward(Place(1, 30), always) == Place(3, 5)
    assert travel.forward(Place(3, 5), always) is None


def test_a_jump_forgets_what_was_ahead() -> None:
    travel = Travel()
    travel.leave(HERE)
    assert travel.back(Place(1, 9), always) == HERE
    travel.leave(HERE)
    assert travel.forward(Place(1, 20), always) is None
    assert travel.back(Place(1, 20), always) == HERE


def test_a_place_left_twice_is_one_place() -> None:
    travel = Travel()
    travel.leave(HERE)
    travel.leave(HERE)
    assert travel.back(Place(1, 9), always) == HERE
    assert travel.back(HERE, always) is None


def test_where_the_reader_is_already_is_no_way_back() -> None:
    travel = Travel()
    travel.leave(Place(1, 3))
    travel.leave(HERE)
    assert travel.back(HERE, always) == Place(1, 3)


def test_removed_articles_are_passed_over_and_may_come_back() -> None:
    travel = Travel()
    for place in (Place(1, 0), Place(2, 7), Place(2, 8)):
        travel.leave(place)
    now = Place(3, 0)
    assert travel.back(now, lambda article_id: article_id != 2) == Place(1, 0)
    assert travel.back(Place(1, 0), always) is None
    assert travel.forward(Place(1, 0), lambda article_id: article_id != 2) == now
    assert travel.back(now, always) == Place(2, 8)
    assert travel.back(Place(2, 8), always) == Place(2, 7)


def test_if_nothing_exists_all_stays_as_it_is() -> None:
    travel = Travel()
    travel.leave(Place(2, 7))
    assert travel.back(HERE, lambda _: False) is None
    assert travel.back(HERE, always) == Place(2, 7)


def test_the_furthest_is_forgotten() -> None:
    travel = Travel(limit=3)
    for offset in range(10):
        travel.leave(Place(1, offset))
    now, seen = Place(1, 99), []
    while (before := travel.back(now, always)) is not None:
        seen.append(before.offset)
        now = before
    assert seen == [9, 8, 7]


@given(st.lists(st.integers(0, 5), max_size=20), st.integers(0, 20))
def test_as_many_steps_forward_as_back_lead_home(offsets: list[int], steps: int) -> None:
    travel, home = Travel(), Place(1, 99)
    for offset in offsets:
        travel.leave(Place(1, offset))
    now, back = home, 0
    for _ in range(steps):
        place = travel.back(now, always)
        if place is None:
            break
        now, back = place, back + 1
    for _ in range(back):
        place = travel.forward(now, always)
        assert place is not None
        now = place
    assert now == home
