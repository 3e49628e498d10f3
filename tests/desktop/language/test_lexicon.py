"""Lexicon: every headword in a text is found with its weight, and nothing else."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from meipi.language import lexicon
from meipi.language.cache import DamagedFileError

HANZI = st.text("甲乙丙a\U00020000\U0010ffff", max_size=12)


def found(weights: dict[str, int], text: str) -> dict[tuple[int, int], int]:
    made = lexicon.Lexicon(lexicon.build(weights))
    codes = np.array([ord(char) for char in text], np.int64)
    return {
        (start, start + length): weight
        for length, starts, weights_there in made.found(codes)
        for start, weight in zip(starts.tolist(), weights_there.tolist(), strict=True)
    }


@given(st.dictionaries(HANZI.filter(bool), st.integers(-9999, 9999), min_size=1, max_size=30), HANZI)
def test_all_headwords_are_found(weights: dict[str, int], text: str) -> None:
    assert found(weights, text) == {
        (start, end): weights[text[start:end]]
        for start in range(len(text))
        for end in range(start + 1, len(text) + 1)
        if text[start:end] in weights
    }


@pytest.mark.parametrize(
    "damage",
    [lambda data: b"", lambda data: data[:-1], lambda data: b"x" + data[1:], lambda data: data + b"x"],
)
def test_damage_is_noticed(damage: object) -> None:
    data = lexicon.build({"甲": 1, "甲乙": 2})
    assert callable(damage)
    with pytest.raises(DamagedFileError):
        lexicon.opened(BytesIO(damage(data)))
