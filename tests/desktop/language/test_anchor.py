"""An anchor holds what it marks and what stands around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meipi.language import anchor
from meipi.language.span import Span


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("我爱北京天安门", Span(2, 4), (2, 4, "北京", "我爱", "天安门")),
        ("北京", Span(0, 2), (0, 2, "北京", "", "")),
        ("", Span(0, 0), (0, 0, "", "", "")),
        ("甲" * 40 + "乙" + "丙" * 40, Span(40, 41), (40, 41, "乙", "甲" * 32, "丙" * 32)),
    ],
)
def test_anchor_of_a_span(text: str, span: Span, expected: tuple[int, int, str, str, str]) -> None:
    assert anchor.take(text, span) == expected


@given(st.text(st.characters(), max_size=90), st.data())
def test_the_parts_stand_in_the_text_side_by_side(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    taken = anchor.take(text, Span(start, end))
    assert text.startswith(taken.prefix + taken.exact + taken.suffix, start - len(taken.prefix))
    assert len(taken.prefix) == min(32, start)
    assert len(taken.suffix) == min(32, len(text) - end)
