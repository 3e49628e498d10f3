"""What was not touched in an editor is as it was, whatever the editor makes of line endings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.exchange.retyped import in_field, retyped

TEXTS = st.text(st.sampled_from("鹽湖天。\n\r\u2029\u2028\xa0\x0b a\U00020000"), max_size=40)


@given(text=TEXTS)
@settings(max_examples=200, deadline=None)
def test_a_text_that_was_not_touched(text: str) -> None:
    assert retyped(text, in_field(text)) == text


@given(text=TEXTS, place=st.integers(0, 40), put=st.text(st.sampled_from("改。\n"), max_size=4))
@settings(max_examples=200, deadline=None)
def test_the_field_has_what_was_typed(text: str, place: int, put: str) -> None:
    shown = in_field(text)
    typed = shown[:place] + put + shown[place + 1 :]
    assert in_field(retyped(text, typed)) == typed


@pytest.mark.parametrize(
    ("text", "typed", "expected"),
    [
        ("鹽湖。\r\n天。\r\n", "鹽湖。\n新。\n天。\n", "鹽湖。\r\n新。\r\n天。\r\n"),
        ("鹽湖。\r天。\n水。\r", "鹽湖。\n天！\n水。\n", "鹽湖。\r天！\n水。\r"),
        ("鹽\xa0湖。\u2028天。", "鹽\xa0湖泊。\u2028天。", "鹽\xa0湖泊。\u2028天。"),
        ("鹽湖", "鹽\n湖", "鹽\n湖"),
    ],
)
def test_line_endings_and_spaces(text: str, typed: str, expected: str) -> None:
    assert retyped(text, typed) == expected
