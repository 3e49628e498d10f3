"""Word model: what speaks for a stretch of hanzi being one word.

A small log-linear model over few and general properties: length, frequency, whether a list for learners has
it, where jieba ends its words. No content word has a weight of its own. `data/README.md` tells how
`tools/train_words.py` found the weights.
"""

from __future__ import annotations

import math
import re
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from meipi.language import names

WEIGHTS = Path(__file__).with_name("data") / "words.txt"
STEPS = 100
"""At run time weights are whole numbers of so many steps."""
# 万 and 亿 begin no number, but 万一.
NUMERAL = re.compile("[〇零一二三四五六七八九十百千两][〇零一二三四五六七八九十百千万亿两]+")
LONGEST_JOINED, MOST_INSIDE = 4, 2
"""Longer words, and more edges inside of one, are all taken alike in `joint`."""

_LONGEST = 5
_MOST_OFTEN = 5
# Particles, pronouns, prepositions, conjunctions, adverbs, auxiliaries and measure words.
_CLOSED = frozenset(
    "的了在是和与及或而以于为从到对被把将由向因则但却也都就还又再才只不没很最更太这那其之所着过地得等中上下里"
    "内外前后时年月日个名位种次岁人们他她它我你谁有无要会能可说去来吗呢吧啊"
)
# What counts or points and makes one word with what it counts only now and then.
_POINTING = frozenset("一这两那每各几多半数某")
_COUNTING = frozenset("二三四五六七八九十百千万亿〇零哪")


def character(char: str, count: int) -> Iterator[str]:
    """The features of a single character; `count` is how often jieba's texts have it."""
    yield "S"
    yield f"W{char}" if char in _CLOSED else f"F1{_often(count)}"


def headword(word: str, count: int, listed: bool) -> Iterator[str]:
    """Those of a headword of several characters; `listed` is whether a list of HSK has it."""
    length = min(len(word), _LONGEST)
    if NUMERAL.fullmatch(word):
        yield f"N{min(length, 3)}h"
        return
    yield f"H{length}"
    yield f"F{length}{_often(count)}"
    yield f"D{length}{'l' * listed}{'c' * (count > 0)}"
    if length == 2 and word[0] in _POINTING | _COUNTING:
        yield f"P{word[0] if word[0] in _POINTING else '#'}{'l' * listed}"


def unlisted(word: str, count: int) -> Iterator[str]:
    """Those of a stretch that is no headword: a number, or a word of jieba's or that it guessed, as names."""
    if NUMERAL.fullmatch(word):
        yield f"N{min(len(word), 3)}"
    else:
        named = len(word) <= 4 and (word[0] in names.SURNAMES or word[:2] in names.COMPOUND_SURNAMES)
        yield f"U{min(len(word), _LONGEST)}{'n' * named}{'c' * (count > 0)}"


def joint(length: int, inside: int, off: int) -> str:
    """That of how it lies to jieba's words: how many of theirs end inside, which of its own ends are none."""
    return f"E{min(length, LONGEST_JOINED)}{min(inside, MOST_INSIDE)}{off}"


@cache
def weights() -> dict[str, int]:
    """The weight of each feature, in steps; what is not there has none."""
    lines = WEIGHTS.read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if not line.startswith("#"))
    return {feature: int(weight) for feature, weight in pairs}


def version() -> str:
    """A name for these weights."""
    return f"{zlib.crc32(WEIGHTS.read_bytes()):08x}"


def total(features: Iterable[str]) -> int:
    """What the features weigh together."""
    known = weights()
    return sum(known.get(feature, 0) for feature in features)


def _often(count: int) -> int:
    return min(_MOST_OFTEN, int(math.log10(count + 1)))
