"""Word path: of all ways to cut a text into words the best one, for thousands of characters at once.

Every headword in the text, every word that jieba cuts there and every numeral is a step from one place to
another; `word_model` says what each is worth. Where no step leads across a place, what comes before and after
do not depend on each other: between such places the best path is found for all stretches side by side, by
Viterbi's algorithm in arrays of numpy, one more character of each at a time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from meipi.language import segmenter, word_model
from meipi.language.lexicon import Lexicon

# Code points that are looked at together: enough to pay for the arrays, few enough for these to stay small.
_TOGETHER = 1 << 15
# No stretch is longer: where thousands of words overlap, an edge is put in.
_LONGEST_STRETCH = 256
# A headword is always better that has letters as a part of it.
_APART = -10 * word_model.STEPS


class Steps(NamedTuple):
    """What may be a word, for each where it begins and ends, and its relation to the words of jieba."""

    starts: np.ndarray
    ends: np.ndarray
    weights: np.ndarray
    """By itself, without `word_model.joint`."""
    inside: np.ndarray
    off: np.ndarray


def edges(text: str, apart: Sequence[tuple[int, int]], lexicon: Lexicon) -> list[int]:
    """Where the words of Simplified `text` begin and end, in ascending order.

    `apart` are the pieces that are no hanzi, in order: each is a word of its own, but one of letters or
    digits may be a part of a headword (卡拉OK).
    """
    found = [0]
    for start, first, end, last in _chunks(len(text), apart):
        pieces = np.array(apart[first:last], np.int64).reshape(-1, 2) - start
        found += (_cut(text[start:end], pieces, lexicon) + start).tolist()
    return found


def _chunks(length: int, apart: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """Parts that end where a piece apart begins: from where and which piece on, up to where and which."""
    start, first = 0, 0
    while start < length:
        last = max(bisect_left(apart, (start + _TOGETHER,)) - 1, first + 1)
        if start + _TOGETHER >= length or last >= len(apart):
            last, end = len(apart), length
        else:
            end = apart[last][0]
        yield start, first, end, last
        start, first = end, last


def steps(text: str, pieces: np.ndarray, lexicon: Lexicon) -> tuple[Steps, np.ndarray]:
    """All that may be words, and the places where a word may begin or end."""
    length = len(text)
    allowed, fixed, jieba = np.ones(length + 1, bool), np.zeros(length + 1, bool), _jieba_edges(text)
    letters = np.array([text[start].isalnum() for start, _ in pieces.tolist()], bool)
    for start, end in pieces[pieces[:, 1] - pieces[:, 0] > 1].tolist():
        allowed[start + 1 : end] = False
    fixed[pieces[~letters]] = True
    jieba[pieces] = True
    jieba &= allowed
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.int64)
    single = np.full(length, word_model.total(word_model.character("", 0)))
    found: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
    for size, starts, weights in lexicon.found(codes):
        if size == 1:
            single[starts] = weights
        else:
            found.append((starts, starts + size, weights))
    found += [(np.arange(length), np.arange(1, length + 1), single)]
    found += [(pieces[:, 0], pieces[:, 1], np.full(len(pieces), _APART))]
    found += [_unlisted(text, jieba, found)]
    starts, ends, weights = (np.concatenate(each) for each in zip(*found, strict=True))
    crossed, cut = np.cumsum(fixed), _inside_numerals(text)
    kept = allowed[starts] & allowed[ends] & (crossed[ends - 1] == crossed[starts])
    # 二十三日 is not 二 and 十三日.
    kept &= ~(cut[starts] | cut[ends]) | (ends == starts + 1)
    starts, ends, weights = starts[kept], ends[kept], weights[kept]
    passed = np.cumsum(jieba)
    off = 2 - jieba[starts].astype(np.int64) - jieba[ends]
    return Steps(starts, ends, weights, passed[ends - 1] - passed[starts], off), allowed


def _jieba_edges(text: str) -> np.ndarray:
    words = segmenter.cut(text)
    found = np.zeros(len(text) + 1, bool)
    found[np.cumsum([0, *map(len, words)])] = True
    return found


def _unlisted(
    text: str, jieba: np.ndarray, found: Sequence[tuple[np.ndarray, np.ndarray, np.ndarray]]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Numerals, and what jieba cuts, that are not among what was found."""
    at = np.flatnonzero(jieba)
    names = np.stack((at[:-1], at[1:]), 1)
    numerals = np.array([each.span() for each in word_model.NUMERAL.finditer(text)], np.int64).reshape(-1, 2)
    more = np.concatenate((names[names[:, 1] - names[:, 0] > 1], numerals))
    width = len(text) + 1
    keys = np.unique(more @ np.array([width, 1]))
    keys = keys[~np.isin(keys, np.concatenate([starts * width + ends for starts, ends, _ in found]))]
    starts, ends = keys // width, keys % width
    weights = [_weight(text[start:end]) for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
    return starts, ends, np.array(weights, np.int64)


def _inside_numerals(text: str) -> np.ndarray:
    """The places between two characters of one numeral."""
    found = np.zeros(len(text) + 1, bool)
    for numeral in word_model.NUMERAL.finditer(text):
        found[numeral.start() + 1 : numeral.end()] = True
    return found


@lru_cache(maxsize=1 << 12)
def _weight(word: str) -> int:
    return word_model.total(word_model.unlisted(word, int(segmenter.has_word(word))))


@cache
def _joints() -> np.ndarray:
    """The weight of each `word_model.joint`, by length, edges inside and ends off."""
    shape = (word_model.LONGEST_JOINED + 1, word_model.MOST_INSIDE + 1, 3)
    return np.array([word_model.total([word_model.joint(*at)]) for at in np.ndindex(shape)]).reshape(shape)


def _cut(text: str, pieces: np.ndarray, lexicon: Lexicon) -> np.ndarray:
    """Where the words of the text end."""
    (starts, ends, weights, inside, off), allowed = steps(text, pieces, lexicon)
    size = np.minimum(ends - starts, word_model.LONGEST_JOINED)
    weights = weights + _joints()[size, np.minimum(inside, word_model.MOST_INSIDE), off]
    borders = _borders(starts, ends, allowed)
    crossed = np.cumsum(borders)
    if len(kept := np.flatnonzero(crossed[ends - 1] == crossed[starts])) < len(starts):
        starts, ends, weights = starts[kept], ends[kept], weights[kept]
    # How far into its stretch a step ends: with all that end earlier done, it can be taken.
    begins = np.flatnonzero(borders)
    depth = ends - begins[crossed[starts] - 1]
    order = np.lexsort((ends, depth))
    starts, ends, weights, depth = starts[order], ends[order], weights[order], depth[order]
    came_from = _best(starts, ends, weights, depth, borders)
    return _followed(came_from, borders)


def _borders(starts: np.ndarray, ends: np.ndarray, allowed: np.ndarray) -> np.ndarray:
    """The places across which no step leads; some more where these lie too far apart."""
    length = len(allowed) - 1
    across = np.zeros(length + 2, np.int64)
    across += np.bincount(starts + 1, minlength=length + 2) - np.bincount(ends, minlength=length + 2)
    borders: np.ndarray = np.cumsum(across)[:-1] == 0
    at = np.flatnonzero(borders)
    for begin in at[:-1][np.diff(at) > _LONGEST_STRETCH].tolist():
        end = int(at[np.searchsorted(at, begin) + 1])
        places = np.flatnonzero(allowed[begin:end]) + begin
        borders[places[_LONGEST_STRETCH // 2 :: _LONGEST_STRETCH // 2]] = True
    return borders


def _best(
    starts: np.ndarray, ends: np.ndarray, weights: np.ndarray, depth: np.ndarray, borders: np.ndarray
) -> np.ndarray:
    """For each place where the best step that ends there begins; steps come in order of `depth`, then end."""
    score = np.zeros(len(borders), np.int64)
    came_from = np.zeros(len(borders), np.int64)
    inner = ~borders[starts]
    # Where another depth begins, and where another end.
    layers = [*np.flatnonzero(np.diff(depth, prepend=0)).tolist(), len(depth)]
    firsts = np.flatnonzero(np.diff(ends, prepend=-1))
    groups = np.searchsorted(firsts, layers).tolist()
    for number, (begin, end) in enumerate(pairwise(layers)):
        heads = firsts[groups[number] : groups[number + 1]]
        here = slice(begin, end)
        # What ends at a border also begins the next stretch, which does not depend on it.
        total = weights[here] + score[starts[here]] * inner[here]
        best = np.maximum.reduceat(total, heads - begin)
        score[ends[heads]] = best
        counts = np.diff(heads, append=end)
        taken = total == np.repeat(best, counts)
        came_from[ends[here][taken]] = starts[here][taken]
    return came_from


def _followed(came_from: np.ndarray, borders: np.ndarray) -> np.ndarray:
    """The ends of all words, going back from each border to the one before."""
    marked = borders.copy()
    at = came_from[np.flatnonzero(borders)[1:]]
    while len(at := at[~borders[at]]):
        marked[at] = True
        at = came_from[at]
    ends: np.ndarray = np.flatnonzero(marked)[1:]
    return ends
