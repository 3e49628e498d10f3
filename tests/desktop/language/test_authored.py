from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meipi.language.authored import syllables_of


@pytest.mark.parametrize(
    ("ruby", "count", "syllables"),
    [
        ("yán", 1, ("yán",)),
        ("yánhú", 2, ("yán", "hú")),
        ("Yán hú", 2, ("yán", "hú")),
        ("yan2hu2", 2, ("yán", "hú")),
        ("lv4", 1, ("lǜ",)),
        ("ㄧㄢˊ", 1, ("yán",)),
        ("ㄧㄢˊㄏㄨˊ", 2, ("yán", "hú")),
        ("˙ㄇㄚ", 1, ("ma",)),
        ("ㄇㄚ˙", 1, ("ma",)),
        ("ㄇㄚ", 1, ("mā",)),
        ("xī'ān", 2, ("xī", "ān")),
        ("xiān", 1, ("xiān",)),
        ("xīān", 2, ("xī", "ān")),
        ("zhòng yào de", 3, ("zhòng", "yào", "de")),
    ],
)
def test_a_ruby_spells_syllables(ruby: str, count: int, syllables: tuple[str, ...]) -> None:
    assert syllables_of(ruby, count) == syllables


@pytest.mark.parametrize(("ruby", "count"), [("salt lake", 2), ("yán", 2), ("えん", 1), ("", 1), ("yán", 0)])
def test_a_gloss_is_none(ruby: str, count: int) -> None:
    assert syllables_of(ruby, count) is None


@given(st.text(max_size=12), st.integers(0, 4))
def test_it_is_total_and_never_of_another_number(ruby: str, count: int) -> None:
    found = syllables_of(ruby, count)
    assert found is None or len(found) == count
