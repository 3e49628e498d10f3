"""By what readings hanzi are found."""

from __future__ import annotations

import pytest

from meipi.language.sounds import Syllable, names, sounds


def letters(character: str) -> set[str]:
    return {sound.letters for sound in sounds().sets[sounds().numbers[ord(character)]]}


@pytest.mark.parametrize(
    ("characters", "expected"),
    [
        ("行", {"xing", "hang"}),
        ("重", {"zhong", "chong"}),
        ("長长", {"chang", "zhang"}),
        ("還还", {"hai", "huan"}),
        ("會会", {"hui", "kuai"}),
        ("盐鹽", {"yan"}),
        ("地", {"di", "de"}),
        ("大", {"da"}),
        ("見见", {"jian"}),
        ("乾", {"gan", "qian"}),
        ("，a\n", set()),
    ],
)
def test_the_readings_that_a_hanzi_is_met_with(characters: str, expected: set[str]) -> None:
    for character in characters:
        assert letters(character) == expected


def test_a_syllable_names_all_sounds_that_have_it() -> None:
    assert {"hang", "hang0xing"} <= set(names(Syllable("hang")))
    assert "hang0xing" in names(Syllable("xing", 4))
    assert "yan" not in names(Syllable("yang"))
    assert {"lv", "lu"} <= set(names(Syllable("lu")))
