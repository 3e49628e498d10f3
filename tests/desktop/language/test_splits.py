"""Splits: a reader's corrections act on every text, in either script, and never on the words around."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meipi.language import words
from meipi.language.span import Span
from meipi.language.words import Splits


def cut(text: str, *corrections: tuple[str, ...]) -> list[str]:
    return [text[slice(*span)] for span in words.segment(text, Splits(corrections))]


@pytest.mark.parametrize(
    ("text", "corrections", "parts"),
    [
        ("中国人民", [("中国人民",)], ["中国人民"]),
        ("中國人民，", [("中国人民",)], ["中國人民", "，"]),
        ("中国人民", [("中國人民",)], ["中国人民"]),
        ("图书馆里", [("图书", "馆")], ["图书", "馆", "里"]),
        ("圖書館和图书馆", [("图书", "馆")], ["圖書", "館", "和", "图书", "馆"]),
        # The longer one acts, a later one in place of an earlier.
        ("图书馆里", [("图书", "馆"), ("图书馆里",)], ["图书馆里"]),
        ("图书馆里", [("图", "书馆"), ("图书", "馆")], ["图书", "馆", "里"]),
        # Words do not end where these hanzi do: 馆里 would cut into 图书馆.
        ("图书馆里", [("馆里",)], ["图书馆", "里"]),
        ("图书馆里", [("书馆",)], ["图书馆", "里"]),
        # Punctuation and white space stay apart.
        ("图书 馆", [("图书馆",)], ["图书", " ", "馆"]),
    ],
)
def test_corrections(text: str, corrections: list[tuple[str, ...]], parts: list[str]) -> None:
    assert cut(text, *corrections) == parts


@pytest.mark.parametrize("pieces", [(), ("",), ("图书", "")])
def test_a_correction_has_pieces(pieces: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="no pieces"):
        Splits([pieces])


@pytest.mark.parametrize(
    ("span", "pieces"),
    [
        (Span(0, 2), ("图书", "馆")),
        (Span(0, 4), ("图书馆里",)),
        (Span(2, 4), ("图书", "馆里")),
        (Span(1, 2), ("图", "书", "馆")),
        (Span(0, 3), ("图书馆",)),
    ],
)
def test_the_correction_that_makes_a_span_a_word(span: Span, pieces: tuple[str, ...]) -> None:
    text = "图书馆里"
    found = words.correction(text, words.segment(text), span)
    assert found == pieces
    assert text[slice(*span)] in cut(text, found)


def test_no_word_is_no_correction() -> None:
    with pytest.raises(ValueError, match="no word"):
        words.correction("图书馆", [Span(0, 3)], Span(1, 1))


HANZI = st.text("图书馆里圖書館裡中国人民 ，a", min_size=1, max_size=6)


@given(st.text("图书馆里圖書館裡 ，a", max_size=20), st.lists(st.lists(HANZI, min_size=1, max_size=3)))
def test_any_corrections_leave_every_code_point_covered_once(text: str, corrections: list[list[str]]) -> None:
    assert "".join(cut(text, *map(tuple, corrections))) == text
