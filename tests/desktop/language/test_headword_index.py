"""Headword index: what was put in comes out, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.language import headword_index
from meipi.language.cache import DamagedFileError
from meipi.language.headword_index import HeadwordIndex


def words_of(line: str) -> list[str]:
    return line.split(" ")[:2]


def index(lines: list[str]) -> HeadwordIndex:
    return HeadwordIndex(BytesIO(headword_index.build(lines, words_of)))


def test_prefixes_are_found_shortest_first() -> None:
    made = index(["中 中 a", "中國 中国 b", "中國人 中国人 c", "中文 中文 d", "國 国 e"])
    assert list(made.prefixes("中國人民")) == [("中", [0]), ("中國", [1]), ("中國人", [2])]
    assert list(made.prefixes("中国")) == [("中", [0]), ("中国", [1])]
    assert not list(made.prefixes("人"))
    assert made.lines([0, 2]) == ["中 中 a", "中國人 中国人 c"]
    assert made.numbers("國") == [4]
    assert made.numbers("中國人民") == made.numbers("") == made.numbers("\ud800") == []


HEADWORDS = st.text(st.sampled_from("甲乙丙丁a\U00020000\uffee"), min_size=1, max_size=4)


@given(st.lists(st.tuples(HEADWORDS, HEADWORDS), min_size=1, max_size=400), HEADWORDS)
@settings(max_examples=100, deadline=None)
def test_any_lines_are_found_by_their_headwords(pairs: list[tuple[str, str]], text: str) -> None:
    lines = [f"{one} {other} {number}" for number, (one, other) in enumerate(pairs)]
    made = index(lines)
    for one, other in [*pairs, (text, text)]:
        for word in (one, other):
            assert made.lines(made.numbers(word)) == [line for line in lines if word in words_of(line)]
    known = {word for pair in pairs for word in pair}
    assert [word for word, _ in made.prefixes(text)] == [
        text[:n] for n in range(1, len(text) + 1) if text[:n] in known
    ]


def pieces(data: bytes) -> list[bytes]:
    return [data[:100], data[100:]]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:20],
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: b"x" + data[1:],
        lambda data: data[:14] + b"x" + data[15:],
        lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
    ],
)
def test_damage_is_noticed(damage: Callable[[bytes], bytes]) -> None:
    data = headword_index.build(["中 中 a", "中國 中国 b"], words_of)
    headword_index.check(iter(pieces(data)))
    with pytest.raises(DamagedFileError):
        headword_index.check(iter(pieces(damage(data))))
