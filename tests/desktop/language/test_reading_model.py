"""What the trained model knows of polyphones, when it speaks, and its weights."""

from __future__ import annotations

from math import isclose

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypinyin.constants import PINYIN_DICT
from pypinyin.contrib.tone_convert import to_normal

from meipi.language import phrase_readings, pinyin, reading_data, script
from meipi.language.g2pm import Scores
from meipi.language.reading_model import WEIGHTS, Model, Votes, features, model
from meipi.language.surroundings import Place, places, tagged

# A character of two readings and so many phrases; the one before speaks for a reading, much or little.
SMALL = ["# a remark", "unmet=-1\tB=1\tBu=0.5\tV2=2\tG=2", "曲\t{}\tqū=0.00 qǔ=0.00\tc歌5i\tc弯w'\tc大JS"]


@pytest.mark.parametrize(
    ("text", "char", "without", "expected"),
    [
        ("阿卜杜勒是国王", "勒", "lēi", "lè"),
        ("巴塞罗那的建筑", "塞", "sāi", "sài"),
        ("茄科的植物", "茄", "jiā", "qié"),
        ("建了一座舍利塔", "舍", "shě", "shè"),
        ("建了一座捨利塔", "利", "lì", "lì"),
        ("耶路撒冷", "耶", "yé", "yē"),
    ],
)
def test_what_the_phrases_do_not_know(text: str, char: str, without: str, expected: str) -> None:
    pytest.importorskip("g2pM")
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


def plainly(text: str) -> list[str | None]:
    """What is read without the trained model; `text` is Simplified or of one form in both scripts."""
    found = pinyin.in_context([text], [script.convert(text, "tw2s").text], trained=False)[0]
    return [reading and reading.pinyin for reading in found]


def place(text: str, offset: int) -> Place:
    return next(found for found in places(text, tagged(text)) if found.offset == offset)


NONE = Votes({}, {})


@pytest.mark.parametrize(
    ("text", "phrases", "base", "votes", "expected"),
    [
        ("歌曲", 0, "qū", NONE, "qǔ"),
        ("弯曲", 0, "qǔ", NONE, "qū"),
        ("歌曲", 0, None, NONE, "qǔ"),
        # What speaks little is not enough against what stands there,
        ("大曲", 0, "qū", NONE, "qū"),
        # what speaks much is, but not where the character is common,
        ("歌曲", 9, "qū", NONE, "qǔ"),
        ("歌曲", 900, "qū", NONE, "qū"),
        # nor against a phrase.
        ("歌曲", 9, "qū", Votes({2: {"qū"}}, {}), "qū"),
    ],
)
def test_when_it_speaks(text: str, phrases: int, base: str | None, votes: Votes, expected: str) -> None:
    small = Model([line.format(phrases) for line in SMALL])
    assert "曲" in small
    assert "歌" not in small
    found = small.read(place(text, 1), base, votes, None)
    assert found.pinyin == expected
    assert 0 < found.confidence < 1


def test_what_the_network_expects_counts() -> None:
    small = Model([line.format(0) for line in SMALL])
    scores = Scores(np.array([9, 0], np.float32), {"qǔ": 0, "qū": 1})
    assert small.read(place("大曲", 1), "qū", NONE, scores).pinyin == "qǔ"
    assert scores.chances(["qū", "qù"]) == [0.0, -8.0]
    assert scores.chances(["qù"]) == [-8.0]


def test_readings_never_met_come_from_words_and_what_stands_there() -> None:
    small = Model([line.format(0) for line in SMALL])
    chances = small.probabilities(place("歌曲", 1), "qù", Votes({3: {"qú"}}, {2: {"qù"}}), None)
    assert list(chances) == ["qū", "qǔ", "qù", "qú"]
    assert isclose(sum(chances.values()), 1)
    assert chances["qú"] < chances["qù"] < chances["qǔ"]


def test_a_file_of_something_else_is_refused() -> None:
    with pytest.raises(ValueError, match="unpack"):
        Model(["hello"])


def test_votes_of_the_words_around() -> None:
    words = {"音乐": ("yīn", "yuè"), "音乐会": ("yīn", "yuè", "huì"), "乐会": ("lè", "huì"), "会": ("huì",)}
    votes = Votes.at(place("音乐会", 1), words, {})
    assert votes == ({2: {"yuè", "lè"}, 3: {"yuè"}}, {})
    assert Votes.at(place("乐", 0), words, words) == NONE


def test_words_of_several_readings_have_no_vote() -> None:
    words = phrase_readings.phrases("教学音乐", reading_data.words())
    assert words["音乐"] == ("yīn", "yuè")
    assert "教学" not in words


def test_features_at_the_edges_of_a_text() -> None:
    found = features(place("行", 0))
    assert found[:6] == ["a^", "b^", "c^", "d^", "e^", "f^"]
    assert "w行" in found
    assert features(place("银行长", 1))[:6] == ["a^", "b^", "c银", "d长", "e^", "f^"]


def test_the_weights_are_of_syllables_that_exist() -> None:
    lines = WEIGHTS.read_text("utf-8").splitlines()
    syllables = {syllable for readings in PINYIN_DICT.values() for syllable in readings.split(",")}
    # CPP has some neutral syllables that pypinyin has no character for.
    syllables |= {to_normal(syllable) for syllable in syllables} | {"r"}
    for line in lines[2:]:
        char, phrases, readings, *entries = line.split("\t")
        assert len(char) == 1
        assert phrases.isdecimal()
        names = [pair.partition("=")[0] for pair in readings.split(" ")]
        assert set(names) <= syllables, char
        assert all(len(entry) > len(names) + 1 for entry in entries)
    assert WEIGHTS.stat().st_size < 300_000


@given(st.text(st.one_of(st.sampled_from("曲折行蒙塞都乐差勒舍朴，\n \t"), st.characters()), max_size=20))
@settings(max_examples=100, deadline=None)
def test_it_reads_any_text_with_what_comes_in_question(text: str) -> None:
    for found in places(text, tagged(text)):
        if text[found.offset] in model():
            votes = Votes.at(found, phrase_readings.read(text).phrases, {})
            chances = model().probabilities(found, None, votes, None)
            assert isclose(sum(chances.values()), 1)
            assert model().read(found, None, votes, None).pinyin in chances
