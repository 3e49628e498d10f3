"""jieba's dictionary in arrays: the words, counts and tags of its list, and a cache that may be damaged."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.language import jieba_tables
from meipi.language.cache import DamagedFileError
from meipi.language.jieba_tables import JiebaTables, Kind, build

LINES = ["银行 50 n\n", "银行家 3 n\n", "行家 9 n\n", "银 20 n\n", "B超 3 n\n", "行家里手 3 i\n", "去 50 v\n"]


def found(tables: JiebaTables, text: str) -> dict[tuple[int, str], Kind]:
    """The words that stand in a text: where, which, and what is told of them."""
    return {
        (place, text[place : place + length]): tables.kind(node)
        for length, places, nodes in tables.words(text)
        for place, node in zip(places.tolist(), nodes.tolist(), strict=True)
    }


def test_all_words_in_a_text_with_their_counts_and_tags() -> None:
    tables = JiebaTables(build(LINES))
    assert found(tables, "去银行家里") == {
        (0, "去"): Kind(50, "v"),
        (1, "银"): Kind(20, "n"),
        (1, "银行"): Kind(50, "n"),
        (1, "银行家"): Kind(3, "n"),
        (2, "行家"): Kind(9, "n"),
    }
    assert tables.total == 138
    assert found(tables, "") == found(tables, "\U0010ffff\ud800外") == {}
    assert tables.has("B超")
    assert not tables.has("行家里")
    assert not tables.has("家")
    assert not tables.has("")


def test_of_a_word_with_two_lines_the_last_counts() -> None:
    tables = JiebaTables(build([*LINES, "银行 7 nz\n"]))
    assert found(tables, "银行")[0, "银行"] == Kind(7, "nz")
    assert tables.total == 95


WORDS = st.dictionaries(
    st.text("甲乙丙丁aB\u3400", min_size=1, max_size=5),
    st.tuples(st.integers(0, 10**6), st.sampled_from(["n", "v", "nr"])),
    min_size=1,
)


@given(WORDS, st.text("甲乙丙丁aB\u3400，\U00020000", max_size=12))
@settings(max_examples=150, deadline=None)
def test_any_words_in_any_text(words: dict[str, tuple[int, str]], text: str) -> None:
    tables = JiebaTables(build(f"{word} {count} {tag}\n" for word, (count, tag) in words.items()))
    assert tables.total == sum(count for count, _ in words.values())
    assert found(tables, text) == {
        (start, text[start:end]): Kind(*words[text[start:end]])
        for start in range(len(text))
        for end in range(start + 1, len(text) + 1)
        if text[start:end] in words
    }
    for word in words:
        assert tables.has(word)


@pytest.mark.parametrize("place", [0, 8, 11, 12, 35, 60, -1])
def test_damage_is_noticed(place: int) -> None:
    data = bytearray(build(LINES))
    data[place] ^= 1
    with pytest.raises(DamagedFileError):
        JiebaTables(bytes(data))
    with pytest.raises(DamagedFileError):
        JiebaTables(build(LINES)[:place])


def test_too_many_characters_for_the_keys() -> None:
    with pytest.raises(ValueError, match="16384 characters"):
        build(f"{chr(0x4E00 + number)} 1 n\n" for number in range(1 << 14))


def test_they_are_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []

    def few() -> list[str]:
        made.append(1)
        return LINES

    monkeypatch.setattr(jieba_tables, "lines", few)
    for _ in range(2):
        assert jieba_tables.open_tables(tmp_path / "tables").has("银行家")
    assert len(made) == 1


def test_the_packaged_list_is_whole() -> None:
    words = [line.split(" ") for line in jieba_tables.lines()]
    assert len(words) == 349_046
    assert all(len(word) == 3 for word in words)
    assert all(one[0] != other[0] for one, other in pairwise(words))
