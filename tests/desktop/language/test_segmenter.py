"""jieba's words and tags are those of rjieba with its whole dictionary."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import rjieba
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.language import jieba_tables, script, segmenter

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = sorted((ROOT / "resources" / "samples").glob("*.txt"))
READINGS = ROOT.parent / "shared" / "data" / "readings" / "readings-dev.jsonl"
WORDS = [line.split(" ")[0] for line in jieba_tables.lines()]


def fresh() -> segmenter.Segmenter:
    """One that has met no text."""
    return segmenter.Segmenter(segmenter._engine(), segmenter._tables())


def passages() -> list[str]:
    found = [path.read_text("utf-8") for path in SAMPLES]
    if READINGS.exists():
        found += [json.loads(line)["text"] for line in READINGS.read_text("utf-8").splitlines()]
    return [shown for text in found for shown in (text, script.convert(text, "t2s").text)]


def test_running_text_is_cut_and_tagged_as_with_all_words() -> None:
    made = fresh()
    for text in passages():
        assert made.cut(text) == rjieba.cut(text)
        assert made.tag(text) == rjieba.tag(text)


def test_what_was_met_before_changes_nothing() -> None:
    for text in reversed(passages()):
        assert segmenter.tag(text) == rjieba.tag(text)
        assert fresh().tag(text) == segmenter.tag(text)


PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.builds(lambda word, start: word[start:], st.sampled_from(WORDS), st.integers(0, 3)),
    st.sampled_from("，。\n 的一ABc+#9.\U00020000"),
    st.characters(exclude_categories=["Cs"]),
)


@given(st.lists(PIECES, max_size=12).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_text(text: str) -> None:
    assert segmenter.cut(text) == rjieba.cut(text)
    assert segmenter.tag(text) == rjieba.tag(text)


def test_an_unpaired_surrogate_is_one_code_point() -> None:
    assert sum(map(len, segmenter.cut("银行\ud800银行"))) == 5
    assert [word for word, _ in segmenter.tag("银行\ud800银行")] == segmenter.cut("银行\ud800银行")


def test_a_part_of_what_was_learned() -> None:
    text = SAMPLES[0].read_text("utf-8")
    segmenter.learn(text)
    for start in range(0, len(text) - 20, 7):
        assert segmenter.tag(text[start : start + 20]) == rjieba.tag(text[start : start + 20])


@pytest.mark.parametrize("word", ["银行", "的", "B超", "银行行", "", "\ud800", "今天天气"])
def test_words_of_the_dictionary(word: str) -> None:
    assert segmenter.has_word(word) == (word != "\ud800" and rjieba.has_word(word))


def test_every_word_of_the_dictionary_is_one_of_rjieba_and_has_its_tag() -> None:
    for word in WORDS[::7]:
        assert rjieba.has_word(word)
        assert segmenter.has_word(word)


def test_several_threads_at_once() -> None:
    made, texts = fresh(), [text[:400] for text in passages()[:40]]
    with ThreadPoolExecutor(8) as pool:
        assert [*pool.map(made.tag, texts * 3)] == [rjieba.tag(text) for text in texts] * 3


def test_the_whole_dictionary_is_not_loaded() -> None:
    code = (
        "import sys; from meipi.language import pinyin, orthography; "
        "orthography.write('银行', pinyin.read('银行')); assert 'rjieba' not in sys.modules; "
        "import rjieba; assert rjieba.has_word('银行')"
    )
    subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
