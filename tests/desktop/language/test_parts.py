"""Converted part by part a text becomes what it becomes as a whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.language.test_script import CONFIGS, HOME, TEXTS, assert_sound
from meipi.language import parts, regional
from meipi.language.script import convert

MARKS = "\n。！？；，："


def test_no_key_of_any_dictionary_reaches_over_a_mark() -> None:
    names = [file.name for file in (HOME / "share/opencc").glob("*.ocd2")]
    for lines in regional.read_dictionaries(HOME, names).values():
        assert lines
        for line in lines:
            assert set(MARKS).isdisjoint(line)


@pytest.mark.parametrize("config", CONFIGS)
@given(text=st.lists(TEXTS | st.sampled_from([*MARKS, "⿰，盘"]), max_size=4).map("".join))
@settings(max_examples=60, deadline=None)
def test_in_parts(config: str, text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "PART", 3)
        found = parts.convert_in_parts(text, config)
    assert found == convert(text, config)
    assert_sound(found)


@given(text=st.lists(TEXTS, max_size=4).map("".join), data=st.data())
@settings(max_examples=100, deadline=None)
def test_near_a_place(text: str, data: st.DataObject) -> None:
    place, reach = data.draw(st.integers(0, len(text))), data.draw(st.integers(1, 6))
    found, span = parts.convert_near(text, "s2twp", place, reach)
    assert_sound(found)
    assert 0 <= span.start <= max(0, place - reach)
    assert min(len(text), place + reach) <= span.end <= len(text)
    here = found.to_target(span)
    assert found.text[here.start : here.end] == convert(text[span.start : span.end], "s2twp").text
    assert found.text[: here.start] == text[: span.start]
    assert found.text[here.end :] == text[span.end :]


def test_the_middle_of_a_long_text() -> None:
    line = "这里有U盘。"
    text = line * 1000
    found, span = parts.convert_near(text, "s2twp", 3000, 100)
    assert (span.start % len(line), span.end % len(line)) == (0, 0)
    assert 200 <= span.end - span.start <= 400
    shown = found.to_target(span)
    assert found.text[shown.start : shown.end] == "這裡有隨身碟。" * ((span.end - span.start) // len(line))
    assert len(parts.convert_in_parts(text, "s2twp").uneven) == 1000
