"""Matching: where in a text stands what a reader typed, in either script, in pinyin or in zhuyin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np

from meipi.language import sounds
from meipi.language.matched import Matched, Places
from meipi.language.query import Query, Term, parse
from meipi.language.span import Span
from meipi.language.typed_pinyin import Syllables

__all__ = ["Matched", "Query", "Term", "find_all", "parse", "places"]


def find_all(text: str, query: str) -> list[Span]:
    """Where in `text` any word or phrase of the query stands, in code points, in order, none over another.

    What the query leaves out, and its filters, count for nothing here. Total.
    """
    return places(_matched(text), parse(query).terms)


def places(matched: Matched, terms: Iterable[Term]) -> list[Span]:
    """Where any of the terms stands; of two places that share something, the first and longest."""
    found = [each for term in terms for each in _found(matched, term)]
    if not found:
        return []
    starts, ends = (np.concatenate(each) for each in zip(*found, strict=True))
    order = np.lexsort((-ends, starts))
    starts, ends = starts[order], ends[order]
    if not (starts[1:] >= ends[:-1]).all():
        apart = [*_apart(starts.tolist(), ends.tolist())]
        starts, ends = starts[apart], ends[apart]
    return [*map(Span, starts.tolist(), ends.tolist())]


@lru_cache(maxsize=2)
def _matched(text: str) -> Matched:
    """The texts last looked through: a reader goes on typing."""
    return Matched(text)


def _apart(starts: Sequence[int], ends: Sequence[int]) -> Iterator[int]:
    reached = 0
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if start >= reached:
            yield number
            reached = end


def _found(matched: Matched, term: Term) -> Iterator[tuple[Places, Places]]:
    """Where the term's places begin and end in the text, for each way to find it."""
    written = np.fromiter(matched.places(term.form), np.intp)
    if len(written):
        yield matched.to_source(written, len(term.form))
    for way in term.ways:
        if len(sounding := _sounding(matched, way)):
            yield matched.to_source(sounding, len(way))


def _sounding(matched: Matched, way: Syllables) -> Places:
    """Where in the compared text hanzi that follow each other are read so."""
    numbers = matched.sounds
    count = max(0, len(numbers) - len(way) + 1)
    fits = sounds.fitting(way[0])[numbers[:count]]
    for place, syllable in enumerate(way[1:], 1):
        fits &= sounds.fitting(syllable)[numbers[place : place + count]]
    return np.flatnonzero(fits)
