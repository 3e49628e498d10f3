"""A quote is laid out whole, its contexts as far as they agree."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.language.anchor_alignment import align
from meipi.language.anchor_seeds import Candidate, Passage, candidates


def codes(text: str) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    return np.array([ord(character) for character in text], np.uint32)


def laid(before: str, quote: str, after: str, text: str) -> str:
    """For each character of the passage what it was laid on, · for nothing."""
    passage = Passage(codes(before + quote + after), len(before), len(before) + len(quote))
    (aligned,) = align([(passage, Candidate(0, 0))], codes(text))
    return "".join("·" if at < 0 else text[at] for at in aligned)


@pytest.mark.parametrize(
    ("before", "quote", "after", "text", "expected"),
    [
        ("甲乙丙", "丁戊", "己庚辛", "甲乙丙丁戊己庚辛", "甲乙丙丁戊己庚辛"),
        ("甲乙丙", "丁戊", "己庚辛", "零零甲乙丙丁戊己庚辛零", "甲乙丙丁戊己庚辛"),
        # Another context before: nothing is forced on it.
        ("甲乙丙", "丁戊", "己庚辛", "一二三丁戊己庚辛", "···丁戊己庚辛"),
        # What is put in beside the quote is left outside, even where a character of it comes again.
        ("甲乙丙", "丁戊", "己庚辛", "甲乙丙丁戊三四五戊己庚辛", "甲乙丙丁戊己庚辛"),
        # Where a character of the quote or one of its context may agree, the quote's does.
        ("他怎么", "还不", "睡觉了", "他怎还么不睡觉了", "他怎·还不睡觉了"),
        # A character of the quote out, one replaced.
        ("甲乙丙", "丁戊子丑", "己庚辛", "甲乙丙丁子丑己庚辛", "甲乙丙丁·子丑己庚辛"),
        ("甲乙丙", "丁戊子丑", "己庚辛", "甲乙丙丁口子丑己庚辛", "甲乙丙丁口子丑己庚辛"),
    ],
)
def test_passages(before: str, quote: str, after: str, text: str, expected: str) -> None:
    assert laid(before, quote, after, text) == expected


_LETTERS = st.text("甲乙丙丁", max_size=12)


@settings(deadline=None)
@given(_LETTERS, _LETTERS.filter(bool), _LETTERS, _LETTERS.filter(bool))
def test_in_order_and_inside(before: str, quote: str, after: str, text: str) -> None:
    passage = Passage(codes(before + quote + after), len(before), len(before) + len(quote))
    (aligned,) = align([(passage, Candidate(0, 0))], codes(text))
    on = [at for at in aligned.tolist() if at >= 0]
    assert len(aligned) == len(passage.codes)
    assert on == sorted(set(on))
    assert all(at < len(text) for at in on)


@settings(deadline=None)
@given(_LETTERS, _LETTERS.filter(bool), _LETTERS, st.integers(0, 9), st.integers(0, 9))
def test_what_is_whole_is_laid_on_itself(
    before: str, quote: str, after: str, ahead: int, behind: int
) -> None:
    text = "零" * ahead + before + quote + after + "零" * behind
    assert laid(before, quote, after, text) == before + quote + after


def test_places_share_runs_and_the_fullest_comes_first() -> None:
    passage = Passage(codes("天地玄黄宇宙洪荒"), 2, 6)
    text = codes("日月盈昃天地玄黄宇宙洪荒辰宿列张寒来暑往秋收冬藏天地玄黄宇宙闰余成岁")
    (found,) = candidates([passage], text)
    assert found == [Candidate(4, 4), Candidate(24, 24)]


def test_no_place_in_a_text_without_its_runs() -> None:
    four, none = Passage(codes("天地玄黄"), 0, 4), Passage(codes(""), 0, 0)
    assert candidates([four, none], codes("日月盈昃")) == [[], []]
    assert candidates([four], codes("")) == [[]]
