"""Matching: where in a text stands what a reader typed, in either script, in pinyin or in zhuyin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import overload

import numpy as np

from meipi.language import sounds
from meipi.language.matched import Matched, Places
from meipi.language.query import Query, Term, parse
from meipi.language.span import Span
from meipi.language.typed_pinyin import Syllables

__all__ = ["Matched", "Query", "Spans", "Term", "find_all", "parse", "places"]


def find_all(text: str, query: str) -> list[Span]:
    """Where in `text` any word or phrase of the query stands, in code points, in order, none over another.

    What the query leaves out, and its filters, count for nothing here. Total.
    """
    return [*places(_matched(text), parse(query).terms)]


class Spans(Sequence[Span]):
    """Spans in order, each made when it is asked for: a common hanzi stands in thousands of places."""

    def __init__(self, starts: Places, ends: Places) -> None:
        self._starts, self._ends = starts, ends

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Span: ...

    @overload
    def __getitem__(self, index: slice) -> Spans: ...

    def __getitem__(self, index: int | slice) -> Span | Spans:
        if isinstance(index, slice):
            return Spans(self._starts[index], self._ends[index])
        return Span(int(self._starts[index]), int(self._ends[index]))

    def __iter__(self) -> Iterator[Span]:
        return map(Span, self._starts.tolist(), self._ends.tolist())


_NOWHERE = Spans(np.zeros(0, np.intp), np.zeros(0, np.intp))


def places(matched: Matched, terms: Iterable[Term]) -> Spans:
    """Where any of the terms stands; of two places that share something, the first and longest."""
    found = [each for term in terms for each in _found(matched, term)]
    if not found:
        return _NOWHERE
    if len(found) == 1:
        starts, ends = found[0]
    else:
        starts, ends = (np.concatenate(each) for each in zip(*found, strict=True))
        order = np.lexsort((-ends, starts))
        starts, ends = starts[order], ends[order]
    if not (starts[1:] >= ends[:-1]).all():
        apart = [*_apart(starts.tolist(), ends.tolist())]
        starts, ends = starts[apart], ends[apart]
    return Spans(starts, ends)


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
