"""Phrases and characters are read as pypinyin reads them, in every text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT, RE_HANS

from meipi.language import hanzi, phrase_readings, script
from meipi.language.phrase_tables import HANZI

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = sorted((ROOT / "resources" / "samples").glob("*.txt"))
READINGS = ROOT.parent / "shared" / "data" / "readings" / "readings-dev.jsonl"


def by_pypinyin(text: str) -> list[str | None]:
    found: list[str | None] = [None] * len(text)
    for run in hanzi.RUN.finditer(text):
        # A character that it does not know comes back as it is.
        readings = lazy_pinyin(run[0], style=Style.TONE, errors=list)  # type: ignore[arg-type]
        assert len(readings) == len(run[0])
        found[run.start() : run.end()] = [
            None if hanzi.RUN.match(reading) else reading for reading in readings
        ]
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("abc，1", [None] * 5),
        ("银行行长", ["yín", "háng", "háng", "zhǎng"]),
        # The longest phrase, not the first.
        ("重庆市", ["chóng", "qìng", "shì"]),
        ("一丁点儿大", ["yī", "dīng", "diǎn", "er", "dà"]),
        # No phrase goes over what is no hanzi.
        ("银，行", ["yín", None, "xíng"]),
        ("长𠀀长", ["zhǎng", "hē", "zhǎng"]),
        ("\ud800好", [None, "hǎo"]),
    ],
)
def test_read(text: str, expected: list[str | None]) -> None:
    assert phrase_readings.read(text).readings == expected == by_pypinyin(text)


def test_the_rest_of_a_run_with_which_a_phrase_might_begin_is_read_by_character() -> None:
    """As pypinyin does: 一心一 begins 一心一意, so 心一 and what else might be in it is not looked for."""
    beginnings = {phrase[:-1] for phrase in PHRASES_DICT if len(phrase) > 3}
    quirks = [
        beginning
        for beginning in sorted(beginnings)
        if not any(beginning[:length] in PHRASES_DICT for length in range(2, len(beginning) + 1))
        and any(beginning[1:end] in PHRASES_DICT for end in range(3, len(beginning) + 1))
    ]
    assert len(quirks) > 100
    for quirk in quirks:
        for text in (quirk, quirk + "。好", "好" + quirk, quirk + "\U0002a6e0好"):
            assert phrase_readings.read(text).readings == by_pypinyin(text)


def test_every_character_and_every_phrase() -> None:
    known = "\n".join(chr(code) for code in PINYIN_DICT)
    assert phrase_readings.read(known).readings == by_pypinyin(known)
    phrases = "\n".join(PHRASES_DICT)
    found = phrase_readings.read(phrases)
    assert found.readings == by_pypinyin(phrases)
    for phrase, syllables in PHRASES_DICT.items():
        assert found.phrases[phrase] == tuple(readings[0] for readings in syllables)


def test_what_a_character_may_be_read() -> None:
    for code, readings in PINYIN_DICT.items():
        # It knows some private characters too, which are none.
        known = readings.split(",") if HANZI.fullmatch(chr(code)) else []
        assert phrase_readings.readings_of(chr(code)) == known
    assert phrase_readings.readings_of("a") == phrase_readings.readings_of("\U0010ffff") == []


def test_hanzi_are_those_of_pypinyin() -> None:
    for code in (*range(0x3000, 0xD800), *range(0xF900, 0x40000)):
        ours = HANZI.fullmatch(chr(code)) is not None
        assert ours == bool(RE_HANS.match(chr(code))), hex(code)
        assert not ours or hanzi.RUN.fullmatch(chr(code))


def test_all_phrases_in_a_text_are_told_those_within_others_too() -> None:
    found = phrase_readings.read("一心一意，银行行长，一代不如一代").phrases
    assert found["一心一意"] == ("yì", "xīn", "yí", "yì")
    assert {"银行", "行长", "一代", "一代不如一代"} <= found.keys()
    assert all(phrase in "一心一意，银行行长，一代不如一代" and phrase in PHRASES_DICT for phrase in found)
    assert phrase_readings.is_phrase("银行")
    assert not phrase_readings.is_phrase("银")
    assert not phrase_readings.is_phrase("银行行")


def passages() -> list[str]:
    found = [path.read_text("utf-8") for path in SAMPLES]
    if READINGS.exists():
        found += [json.loads(line)["text"] for line in READINGS.read_text("utf-8").splitlines()]
    return found


def test_running_text_in_both_scripts() -> None:
    for text in passages():
        for shown in (text, script.convert(text, "tw2s").text):
            assert phrase_readings.read(shown).readings == by_pypinyin(shown)


PHRASES = sorted(PHRASES_DICT)
PIECES = st.one_of(
    st.sampled_from(PHRASES),
    st.builds(
        lambda phrase, start, end: phrase[start:end], st.sampled_from(PHRASES), *[st.integers(0, 6)] * 2
    ),
    st.characters(),
    st.sampled_from("，\n 〇一\U0002a6e0\U00020000\ufa0e\ud800"),
)


@given(st.lists(PIECES, max_size=12).map("".join))
@settings(max_examples=400, deadline=None)
def test_any_text(text: str) -> None:
    assert phrase_readings.read(text).readings == by_pypinyin(text)
