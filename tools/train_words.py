"""Train the model of words and write its weights: `tools/train_words.py FILE…`.

With `--judge` before the files it says how good the model is on them instead. They are treebanks in CoNLL-U
(universaldependencies.org). Nothing is random but the order of sentences, which has a seed: the same data
gives the same weights.

A treebank cuts finer than a dictionary does: 图书 and 馆, 位 and 于, 王 and 小明, 三 and 月. What is
learnt is to cut as a reader looks words up, so words of the treebank that make one for the reader are joined
before: those on a list of HSK, headwords that end or begin in an affix, headwords for times, places and
institutions, numerals, and surnames with their given names.
"""

from __future__ import annotations

import math
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import rjieba

from meipi.language import hanzi, names, packaged_dictionary, script, word_model, word_path, words
from meipi.language.span import Span

_SEED, _ROUNDS, _RATE, _DECAY = 1, 8, 0.3, 0.0002
# The parts of speech of affixes, and jieba's tags of times, institutions and places.
_SUFFIX, _PREFIX = "SFN", "PFA"
_NAMED = ("t", "nt", "ns")
_LONGEST = 5

HEADWORDS = frozenset(packaged_dictionary.headword_weights())
COUNTS = packaged_dictionary.counts(HEADWORDS)
LISTED = packaged_dictionary.on_a_list()


class Word(NamedTuple):
    """A word of a treebank."""

    form: str
    part: str
    proper: bool
    spaced: bool


class Sentence(NamedTuple):
    """The Simplified form of a sentence and its words."""

    text: str
    words: list[Span]


class Step(NamedTuple):
    """What may be a word, and what speaks for it."""

    start: int
    end: int
    features: tuple[str, ...]


def sentences(path: Path, joined: bool = True) -> Iterator[Sentence]:
    """Those of a treebank, with words as it has them, or `joined` as a reader looks them up."""
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
        read = [
            Word(row[1], row[4], row[3] == "PROPN", "SpaceAfter=No" not in row[9])
            for row in rows
            if row[0].isdigit()
        ]
        if read:
            yield _sentence(read, joined)


def _sentence(read: Sequence[Word], joined: bool) -> Sentence:
    text, spans, parts = "", [], []
    for word in read:
        spans.append(Span(len(text), len(text) + len(word.form)))
        parts.append(word)
        text += word.form + " " * word.spaced
    simplified = script.convert(text.rstrip(), "t2s").text
    return Sentence(simplified, _joined(simplified, spans, parts) if joined else spans)


def _joined(text: str, spans: list[Span], parts: list[Word]) -> list[Span]:
    found: list[Span] = []
    at = 0
    while at < len(spans):
        count = next((n for n in range(_LONGEST, 1, -1) if _is_one(text, spans[at : at + n], parts[at:])), 1)
        found.append(Span(spans[at].start, spans[min(at + count, len(spans)) - 1].end))
        at += count
    return found


def _is_one(text: str, spans: Sequence[Span], parts: Sequence[Word]) -> bool:
    if len(spans) < 2 or any(one.end != other.start for one, other in pairwise(spans)):
        return False
    word = text[spans[0].start : spans[-1].end]
    if not hanzi.RUN.fullmatch(word):
        return False
    if word_model.NUMERAL.fullmatch(word):
        return True
    if len(spans) == 2 and parts[0].proper and parts[1].proper and spans[1].end - spans[1].start < 3:
        return text[slice(*spans[0])] in names.SURNAMES | names.COMPOUND_SURNAMES
    if word not in HEADWORDS:
        return False
    affixed = len(spans) == 2 and (parts[0].part == _PREFIX or parts[1].part == _SUFFIX)
    return affixed or word in LISTED or (rjieba.has_word(word) and _tag(word) in _NAMED)


def _tag(word: str) -> str:
    tagged = rjieba.tag(word)
    return str(tagged[0][1]) if len(tagged) == 1 else ""


def lattice(text: str) -> list[Step]:
    """All that may be words in a Simplified text, by where they begin."""
    apart = [found.span() for found in words.NOT_HANZI.finditer(text)]
    pieces = np.array(apart, np.int64).reshape(-1, 2)
    found, _ = word_path.steps(text, pieces, packaged_dictionary.lexicon())
    letters = set(apart)
    columns = (each.tolist() for each in (found.starts, found.ends, found.inside, found.off))
    steps = {
        (start, end): Step(start, end, _features(text[start:end], (start, end) in letters, inside, off))
        for start, end, inside, off in zip(*columns, strict=True)
    }
    return [steps[span] for span in sorted(steps)]


def _features(word: str, apart: bool, inside: int, off: int) -> tuple[str, ...]:
    count = COUNTS.get(word, 0)
    own: Iterable[str]
    if apart:
        own = ()
    elif len(word) == 1:
        own = word_model.character(word, count)
    elif word in HEADWORDS:
        own = word_model.headword(word, count, word in LISTED)
    else:
        own = word_model.unlisted(word, int(rjieba.has_word(word)))
    return (*own, word_model.joint(len(word), inside, off))


def nearest(steps: Sequence[Step], right: frozenset[Span]) -> list[Step]:
    """The path with the most words of the treebank, of those the one with the fewest others."""
    best: dict[int, tuple[float, Step | None]] = {0: (0.0, None)}
    for step in steps:
        score = best[step.start][0] + (2.0 if Span(step.start, step.end) in right else -0.5)
        if step.end not in best or score > best[step.end][0]:
            best[step.end] = (score, step)
    path: list[Step] = []
    at = best[max(best)][1]
    while at is not None:
        path.append(at)
        at = best[at.start][1]
    return path


def train(data: Sequence[Sentence]) -> dict[str, float]:
    """Weights of greatest likelihood of the nearest paths (a conditional random field), by Adagrad."""
    examples = []
    for text, right in data:
        steps = lattice(text)
        examples.append((steps, nearest(steps, frozenset(right)), len(text)))
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(lambda: 1e-6)
    order = random.Random(_SEED)
    for _ in range(_ROUNDS):
        order.shuffle(examples)
        for steps, path, length in examples:
            slope = _slope(steps, path, length, weights)
            for feature, value in slope.items():
                squares[feature] += value * value
                weights[feature] += _RATE * value / math.sqrt(squares[feature])
                weights[feature] *= 1 - _DECAY
    return weights


def _slope(
    steps: Sequence[Step], path: Sequence[Step], length: int, weights: dict[str, float]
) -> dict[str, float]:
    """How the likelihood of the path grows with each weight: its features less those to be expected."""
    worth = [sum(weights[feature] for feature in step.features) for step in steps]
    before: dict[int, float] = defaultdict(lambda: -math.inf, {0: 0.0})
    for step, value in zip(steps, worth, strict=True):
        before[step.end] = _sum(before[step.end], before[step.start] + value)
    after: dict[int, float] = defaultdict(lambda: -math.inf, {length: 0.0})
    for step, value in zip(reversed(steps), reversed(worth), strict=True):
        after[step.start] = _sum(after[step.start], value + after[step.end])
    slope: dict[str, float] = defaultdict(float)
    for step in path:
        for feature in step.features:
            slope[feature] += 1
    for step, value in zip(steps, worth, strict=True):
        chance = math.exp(before[step.start] + value + after[step.end] - before[length])
        if chance > 1e-4:
            for feature in step.features:
                slope[feature] -= chance
    return slope


def _sum(one: float, other: float) -> float:
    """The logarithm of the sum of what these are the logarithms of."""
    high, low = max(one, other), min(one, other)
    return high if low == -math.inf else high + math.log1p(math.exp(low - high))


def write(weights: dict[str, float]) -> None:
    lines = ["# Weights of meipi.language.word_model, made by tools/train_words.py; see README.md."]
    for feature in sorted(weights):
        if steps := round(weights[feature] * word_model.STEPS):
            lines.append(f"{feature}\t{steps}")
    word_model.WEIGHTS.write_text("\n".join(lines) + "\n", "utf-8")


def judge(name: str, data: Sequence[Sentence]) -> None:
    """Say how many words are found as the treebank has them, and of those that the dictionary has."""
    right = found = there = headwords = headwords_right = 0
    for text, gold in data:
        cut = {span for span in words.segment(text) if text[span.start].isalnum()}
        own = {span for span in gold if text[span.start].isalnum()}
        listed = {span for span in own if text[slice(*span)] in HEADWORDS}
        right, found, there = right + len(cut & own), found + len(cut), there + len(own)
        headwords, headwords_right = headwords + len(listed), headwords_right + len(listed & cut)
    print(
        f"{name}: F1 {200 * right / (found + there):.2f}, headwords {100 * headwords_right / headwords:.2f} %"
    )


def main(arguments: Sequence[str]) -> None:
    if arguments[:1] != ["--judge"]:
        write(train([each for name in arguments for each in sentences(Path(name))]))
        return
    for path in map(Path, arguments[1:]):
        judge(f"{path.name}, as it is", [*sentences(path, joined=False)])
        judge(f"{path.name}, joined", [*sentences(path)])


if __name__ == "__main__":
    main(sys.argv[1:])
