from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from meipi.reading.characters import codes_of
from meipi.reading.utf16 import Utf16

TEXT = st.text(st.sampled_from("a，鹽𠀀𪚥😀\n"), max_size=30)


@given(TEXT)
def test_units_are_those_of_the_encoding(text: str) -> None:
    utf16 = Utf16(codes_of(text))
    for place in range(len(text) + 1):
        assert utf16.units(place) == len(text[:place].encode("utf-16-le")) // 2
        assert utf16.code_points(utf16.units(place)) == place


@given(TEXT)
def test_between_the_halves_of_a_pair_is_before_it(text: str) -> None:
    utf16 = Utf16(codes_of(text))
    for place, char in enumerate(text):
        if char > "\uffff":
            assert utf16.code_points(utf16.units(place) + 1) == place


def test_an_unpaired_surrogate_is_one_unit() -> None:
    utf16 = Utf16(codes_of("\ud840𠀀"))
    assert [utf16.units(place) for place in range(3)] == [0, 1, 3]
