"""Words: both scripts cut alike, everything else apart, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.language import words


@pytest.mark.parametrize(
    "parts",
    [
        [],
        ["重庆", "长大", "了"],
        ["計程車", "司機", "喜歡", "軟體"],
        ["你好", "，", "世界", "！"],
        ["“", "好", "”", "…", "…"],
        ["用", "Python3.11", " ", "写", "hello-world", "，", "don’t"],
        ["一", "  \n\n ", "二"],
        ["a", "_", "b", "%"],
        ["\ud800", "人", "\0"],
    ],
)
def test_words(parts: list[str]) -> None:
    text = "".join(parts)
    assert [text[slice(*span)] for span in words.segment(text)] == parts


CHARACTERS = st.one_of(st.sampled_from("重庆長大了軟體 \n，。aB1-_'\0\ud800\uffff𠀀"), st.characters())


@given(st.text(CHARACTERS, max_size=30))
@settings(max_examples=200, deadline=None)
def test_any_text_is_covered_once(text: str) -> None:
    spans = words.segment(text)
    assert "".join(text[slice(*span)] for span in spans) == text
    assert all(span.start < span.end for span in spans)
