"""Two sequences laid side by side: which of the one belong to which of the other, in the same order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

# The longest stretches, one by the other, in which what stands there more than once is told apart.
_CELLS = 1_000_000

Pair = tuple[int, int]
Window = tuple[int, int, int, int]
"""From where to where in the one sequence, and in the other."""


def matched(one: NDArray[np.int64], other: NDArray[np.int64]) -> list[Pair]:
    """Pairs of places with equal numbers, rising in both sequences, as many as are found in bounded time.

    What both begin and end with; then those numbers that stand once in each, the longest rising row of them
    (Bram Cohen's patience diff), and the same between any two of these; where there are none, the longest
    common subsequence, or of too much what stands straight across.
    """
    found: list[Pair] = []
    windows: list[Window] = [(0, len(one), 0, len(other))]
    while windows:
        begin, end, start, stop = windows.pop()
        while begin < end and start < stop and one[begin] == other[start]:
            found.append((begin, start))
            begin, start = begin + 1, start + 1
        while begin < end and start < stop and one[end - 1] == other[stop - 1]:
            end, stop = end - 1, stop - 1
            found.append((end, stop))
        if begin == end or start == stop:
            continue
        row = _rising(one[begin:end], other[start:stop])
        if row:
            windows += _between([(begin + i, start + j) for i, j in row], (begin, end, start, stop))
            found += ((begin + i, start + j) for i, j in row)
        elif (end - begin) * (stop - start) <= _CELLS:
            same = one[begin:end, None] == other[None, start:stop]
            if same.any():
                found += ((begin + i, start + j) for i, j in heaviest(same))
        else:
            least = min(end - begin, stop - start)
            straight = np.flatnonzero(one[begin : begin + least] == other[start : start + least])
            found += ((begin + place, start + place) for place in straight.tolist())
    return sorted(found)


def heaviest(weights: NDArray[np.bool_] | NDArray[np.float64]) -> list[Pair]:
    """The pairs, rising in rows and columns, whose weights have the greatest sum; none of them weighs 0.

    Takes time and memory by the number of weights.
    """
    rows, columns = weights.shape
    best = np.zeros((rows + 1, columns + 1), np.float32)
    for row in range(rows):
        # What a row can reach without its pair, or with it; and no less than what stands before it.
        reached = np.maximum(best[row, 1:], best[row, :-1] + weights[row])
        np.maximum.accumulate(reached, out=best[row + 1, 1:])
    pairs: list[Pair] = []
    row, column = rows, columns
    while row and column:
        if best[row, column] == best[row - 1, column]:
            row -= 1
        elif best[row, column] == best[row, column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            pairs.append((row, column))
    return pairs[::-1]


def _rising(one: NDArray[np.int64], other: NDArray[np.int64]) -> list[Pair]:
    """The longest row, rising in both, of numbers that stand once in each."""
    numbers, places = _once(one)
    theirs, there = _once(other)
    _, mine, yours = np.intersect1d(numbers, theirs, assume_unique=True, return_indices=True)
    order = np.argsort(places[mine])
    firsts, seconds = places[mine][order].tolist(), there[yours][order].tolist()
    # By length: the least place at which a row of that length ends, and which one ends so.
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, place in enumerate(seconds):
        length = bisect_left(ends, place)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        last[length : length + 1] = [index]
    row: list[Pair] = []
    index = last[-1] if last else -1
    while index >= 0:
        row.append((firsts[index], seconds[index]))
        index = before[index]
    return row[::-1]


def _once(numbers: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The numbers that stand there once, and where."""
    found, places, counts = np.unique(numbers, return_index=True, return_counts=True)
    single = counts == 1
    return found[single], places[single]


def _between(row: list[Pair], window: Window) -> Iterator[Window]:
    begin, end, start, stop = window
    for i, j in row:
        yield begin, i, start, j
        begin, start = i + 1, j + 1
    yield begin, end, start, stop
