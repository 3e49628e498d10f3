"""What the trained model knows of polyphones, when it speaks, and its weights."""

from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypinyin.constants import PINYIN_DICT
from pypinyin.contrib.tone_convert import to_normal

from meipi.language import phrase_readings, pinyin, polyphones, script
from meipi.language.reading_model import WEIGHTS, Model, features, model, votes
from meipi.language.surroundings import Place, places, tagged

# A character of two readings, common or not, for which the one before speaks: much, less, hardly.
SMALL = ["# a remark", "unmet=-1\tB=1\tBu=0.5\tV2=2", "曲\t{}\tqū=0.00 qǔ=0.00\tc歌'w\tc弯w'\tc大1m\tc小GW"]


@pytest.mark.parametrize(
    ("text", "char", "without", "expected"),
    [
        ("阿卜杜勒是国王", "勒", "lēi", "lè"),
        ("巴塞罗那的建筑", "塞", "sāi", "sài"),
        ("茄科的植物", "茄", "jiā", "qié"),
        ("朴正熙上台", "朴", "pǔ", "piáo"),
        ("建了一座舍利塔", "舍", "shě", "shè"),
        ("建了一座捨利塔", "利", "lì", "lì"),
        ("耶路撒冷", "耶", "yé", "yē"),
        ("内蒙古自治区", "蒙", "méng", "měng"),
        ("內蒙古自治區", "蒙", "méng", "měng"),
    ],
)
def test_what_the_phrases_do_not_know(text: str, char: str, without: str, expected: str) -> None:
    offset = text.index(char)
    assert plainly(text)[offset] == without
    assert pinyin.read(text)[offset] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年轻人看中的", "nián qīng rén kàn zhòng de"),
        ("成分分析", "chéng fèn fēn xī"),
        ("不用啦", "bù yòng la"),
        ("他嚥不下", "tā yàn bù xià"),
        ("我只差这一份", "wǒ zhǐ chà zhè yī fèn"),
        ("兴味", "xìng wèi"),
        ("银行", "yín háng"),
    ],
)
def test_phrases_hold_against_it(text: str, expected: str) -> None:
    assert pinyin.read(text) == expected.split()


def phrases(text: str) -> dict[str, tuple[str, ...]]:
    return phrase_readings.read(text).phrases


def plainly(text: str) -> list[str | None]:
    """What is read without the trained model; `text` is Simplified or of one form in both scripts."""
    found = pinyin.in_context(text, script.convert(text, "tw2s").text, trained=False)
    return [reading and reading.pinyin for reading in found]


def place(text: str, offset: int) -> Place:
    return next(found for found in places(text, tagged(text)) if found.offset == offset)


@pytest.mark.parametrize(
    ("text", "common", "base", "phrase", "expected"),
    [
        ("歌曲", "-", "qū", False, "qǔ"),
        ("弯曲", "-", "qǔ", False, "qū"),
        ("歌曲", "-", None, False, "qǔ"),
        # Against what is usual it must be likely.
        ("大曲", "-", "qū", False, "qǔ"),
        ("小曲", "-", "qū", False, "qū"),
        # Against a phrase it must be sure.
        ("歌曲", "-", "qū", True, "qǔ"),
        ("大曲", "-", "qū", True, "qū"),
        # So it must for a common character, of which a phrase stands in any case.
        ("歌曲", "+", "qū", False, "qǔ"),
        ("小曲", "+", "qū", False, "qū"),
        ("歌曲", "+", "qū", True, "qū"),
    ],
)
def test_when_it_speaks(text: str, common: str, base: str | None, phrase: bool, expected: str) -> None:
    small = Model([line.format(common) for line in SMALL])
    assert "曲" in small
    assert "歌" not in small
    found = small.read(place(text, 1), base, {text: ("gē", "qū")} if phrase else {})
    assert found is not None
    assert found.pinyin == expected
    assert 0 < found.confidence < 1


def test_readings_never_met_come_from_phrases_and_pypinyin() -> None:
    small = Model([line.format("-") for line in SMALL])
    chances = small.probabilities(place("歌曲", 1), "qù", {3: {"qú"}})
    assert list(chances) == ["qū", "qǔ", "qù", "qú"]
    assert isclose(sum(chances.values()), 1)
    assert chances["qú"] < chances["qù"] < chances["qǔ"]


def test_a_file_of_something_else_is_refused() -> None:
    with pytest.raises(ValueError, match="unpack"):
        Model(["hello"])


def test_votes_of_the_phrases_around() -> None:
    assert votes("音乐会", 1, phrases("音乐会"))[2] == {"yuè"}
    assert votes("乐", 0, phrases("乐")) == {}


def test_features_at_the_edges_of_a_text() -> None:
    found = features(place("行", 0))
    assert found[:4] == ["b^", "c^", "d^", "e^"]
    assert "w行" in found
    assert features(place("银行长", 1))[:4] == ["b^", "c银", "d长", "e^"]


def test_the_weights_are_of_characters_without_a_rule_and_of_syllables_that_exist() -> None:
    lines = WEIGHTS.read_text("utf-8").splitlines()
    syllables = {syllable for readings in PINYIN_DICT.values() for syllable in readings.split(",")}
    # CPP has some neutral syllables that pypinyin has no character for.
    syllables |= {to_normal(syllable) for syllable in syllables}
    for line in lines[2:]:
        char, common, readings, *entries = line.split("\t")
        assert len(char) == 1
        assert char not in polyphones.RULES
        assert common in "+-"
        names = [pair.partition("=")[0] for pair in readings.split(" ")]
        assert set(names) <= syllables, char
        assert all(len(entry) > len(names) + 1 for entry in entries)
    assert WEIGHTS.stat().st_size < 300_000


@given(st.text(st.one_of(st.sampled_from("曲折行蒙塞都乐差勒舍朴，\n \t"), st.characters()), max_size=20))
@settings(max_examples=100, deadline=None)
def test_it_reads_any_text_with_what_comes_in_question(text: str) -> None:
    words = tagged(text)
    for found in places(text, words):
        if text[found.offset] in model():
            voted = votes(text, found.offset, phrases(text))
            chances = model().probabilities(found, None, voted)
            assert isclose(sum(chances.values()), 1)
            reading = model().read(found, None, phrases(text))
            assert reading is None or reading.pinyin in chances
