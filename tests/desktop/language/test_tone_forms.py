"""Tone forms: marks, numbers, nothing."""

from __future__ import annotations

import pytest

from meipi.language.span import Span
from meipi.language.tone_forms import formed, formed_word


@pytest.mark.parametrize(
    ("marked", "numbered", "plain"),
    [
        ("háng", "hang2", "hang"),
        ("ma", "ma5", "ma"),
        ("lǜ", "lü4", "lü"),
        ("ǘ", "ü2", "ü"),
        ("Xī", "Xi1", "Xi"),
        ("huār", "huar1", "huar"),
        ("ế", "ê2", "ê"),
        ("", "", ""),
        ("'", "'", "'"),
    ],
)
def test_forms(marked: str, numbered: str, plain: str) -> None:
    assert formed(marked, "marks") == marked
    assert formed(marked, "numbers") == numbered
    assert formed(marked, "none") == plain


def test_a_word_keeps_what_stands_between_its_syllables() -> None:
    syllables = (Span(0, 2), Span(3, 5))
    assert formed_word("Xī'ān", syllables, "numbers") == ("Xi1'an1", (Span(0, 3), Span(4, 7)))
    assert formed_word("Xī'ān", syllables, "none") == ("Xi'an", syllables)


def test_what_has_no_syllables_stays() -> None:
    assert formed_word("bank", (), "numbers") == ("bank", ())
