"""Passages laid beside stretches of a text, character by character, many at once.

Each passage is a quote between two contexts. The quote is laid out whole; of a context as much as agrees,
from the quote outward. Dynamic programming with affine gaps (Gotoh, "An improved algorithm for matching
biological sequences", 1982), a row for all passages at a time.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from meipi.language.anchor_seeds import Candidate, Codes, Passage

# A character that agrees, one that another has replaced, the first of a row left out or put in, each
# further one.
_SAME, _OTHER, _OPEN, _FURTHER = 8, -10, 12, 1
# What is put in right beside the quote costs less by so much: it is not part of it. Where a character of
# the quote or one of its context may agree, the quote's does.
_BESIDE, _OF_QUOTE = 3, 1
_NEVER = -20_000
# Neither is a code point: what fills up passages and stretches to a common length.
_NO_PASSAGE, _NO_TEXT = 0xFFFFFFFF, 0xFFFFFFFE
# So much of the text is looked at on each side of where a passage should lie.
_SLACK = 24
# So many at a time, or as many as have so many cells, of a byte, together.
_AT_ONCE, _CELLS = 192, 24_000_000

_DIAGONAL, _OUT, _IN, _STOP = 0, 1, 2, 3
_OUT_GOES_ON, _IN_GOES_ON = 4, 8

Aligned = NDArray[np.int64]
"""For each code point of a passage its offset in the text, or −1 where nothing stands for it."""


def align(tasks: Sequence[tuple[Passage, Candidate]], text: Codes) -> list[Aligned]:
    """Each passage laid beside the text about its place."""
    done: list[Aligned] = []
    changed: list[int] = []
    for number, (passage, place) in enumerate(tasks):
        end = place.low + len(passage.codes)
        done.append(np.arange(place.low, end))
        if place.low < 0 or not np.array_equal(text[place.low : end], passage.codes):
            changed.append(number)
    changed.sort(key=lambda number: len(tasks[number][0].codes))
    longest = max((len(tasks[number][0].codes) for number in changed), default=0) + 2 * _SLACK
    at_once = max(1, min(_AT_ONCE, _CELLS // longest**2))
    for first in range(0, len(changed), at_once):
        batch = changed[first : first + at_once]
        windows = [_window(*tasks[number], len(text)) for number in batch]
        for number, aligned in zip(batch, _align(windows, text), strict=True):
            done[number] = aligned
    return done


def _window(passage: Passage, place: Candidate, length: int) -> tuple[Passage, int, int]:
    start = max(0, place.low - _SLACK)
    return passage, start, min(length, place.high + len(passage.codes) + _SLACK)


def _align(tasks: Sequence[tuple[Passage, int, int]], text: Codes) -> list[Aligned]:
    count = len(tasks)
    rows = max(len(passage.codes) for passage, _, _ in tasks)
    columns = max(end - start for _, start, end in tasks)
    passages = np.full((rows, count), _NO_PASSAGE, np.uint32)
    stretches = np.full((count, columns), _NO_TEXT, np.uint32)
    for number, (passage, start, end) in enumerate(tasks):
        passages[: len(passage.codes), number] = passage.codes
        stretches[number, : end - start] = text[start:end]
    quote_starts = np.array([passage.start for passage, _, _ in tasks])
    quote_ends = np.array([passage.end for passage, _, _ in tasks])
    lengths = np.array([len(passage.codes) for passage, _, _ in tasks])
    ways, last_rows, last_columns = _fill(passages, stretches, quote_starts, quote_ends, lengths)
    found = _walk_back(ways, last_rows, last_columns)
    starts = np.array([start for _, start, _ in tasks])
    ends = np.array([end for _, _, end in tasks])
    found = np.where(found >= 0, found + starts[:, None], -1)
    found[found >= ends[:, None]] = -1  # laid on what only fills up
    return [found[number, : lengths[number]] for number in range(count)]


def _fill(
    passages: NDArray[np.uint32],
    stretches: NDArray[np.uint32],
    quote_starts: NDArray[np.int64],
    quote_ends: NDArray[np.int64],
    lengths: NDArray[np.int64],
) -> tuple[NDArray[np.uint8], NDArray[np.int64], NDArray[np.int64]]:
    """For each cell the way it was reached; for each passage the row and column where it ends best."""
    rows, count = passages.shape
    columns = stretches.shape[1]
    ways = np.empty((rows, count, columns + 1), np.uint8)
    slope = (np.arange(columns + 1) * _FURTHER).astype(np.int16)
    score = np.zeros((count, columns + 1), np.int16)
    out = np.full((count, columns + 1), _NEVER, np.int16)
    arrived = np.empty((count, columns + 1), np.int16)
    put_in = np.full((count, columns + 1), _NEVER, np.int16)
    best = np.full(count, _NEVER, np.int64)
    best_row, best_column = np.zeros(count, np.int64), np.zeros(count, np.int64)
    everyone = np.arange(count)
    none_ends_before = int(quote_ends.min())
    all_begin_before = int(quote_starts.max())
    for row in range(rows):
        further, opened = out - _FURTHER, score - _OPEN
        way = (further > opened).view(np.uint8) * np.uint8(_OUT_GOES_ON)
        np.maximum(further, opened, out=out)
        in_quote = (row >= quote_starts) & (row < quote_ends)
        same = np.where(in_quote, np.int16(_SAME + _OF_QUOTE), np.int16(_SAME))[:, None]
        arrived[:, 0] = _NEVER
        np.add(
            score[:, :-1],
            np.where(passages[row][:, None] == stretches, same, np.int16(_OTHER)),
            out=arrived[:, 1:],
        )
        step = (out > arrived).view(np.uint8)  # _OUT or _DIAGONAL
        np.maximum(arrived, out, out=arrived)
        if row < all_begin_before:
            # A context may begin anywhere: until the quote begins, nothing is owed for what came before.
            fresh = (row + 1 <= quote_starts)[:, None] & (arrived <= 0)
            np.copyto(step, np.uint8(_STOP), where=fresh)
            np.copyto(arrived, np.int16(0), where=fresh)
        beside = (row + 1 == quote_starts) | (row + 1 == quote_ends)
        first = np.where(beside, np.int16(_OPEN - _BESIDE), np.int16(_OPEN))[:, None]
        best_before = np.maximum.accumulate(arrived + slope, axis=1)[:, :-1]
        np.subtract(best_before, slope[1:] + (first - _FURTHER), out=put_in[:, 1:])
        goes_on = put_in[:, :-1] - _FURTHER > arrived[:, :-1] - first
        way[:, 1:] |= goes_on.view(np.uint8) * np.uint8(_IN_GOES_ON)
        np.copyto(step, np.uint8(_IN), where=put_in > arrived)
        np.bitwise_or(way, step, out=ways[row])
        np.maximum(arrived, put_in, out=score)
        if row + 1 >= none_ends_before:
            column = score.argmax(1)
            height = score[everyone, column]
            better = (row + 1 >= quote_ends) & (row < lengths) & (height > best)
            best[better], best_row[better], best_column[better] = height[better], row + 1, column[better]
    return ways, best_row, best_column


def _walk_back(
    ways: NDArray[np.uint8], rows: NDArray[np.int64], columns: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Columns of the stretch for each row of each passage, −1 where there is none."""
    found = np.full((len(rows), len(ways)), -1, np.int64)
    row, column = rows.copy(), columns.copy()
    mode = np.zeros(len(rows), np.uint8)  # reached by: _DIAGONAL unknown yet, _OUT, _IN
    going = np.flatnonzero(row > 0)
    while len(going):
        r, c = row[going], column[going]
        way = ways[r - 1, going, c]
        step = np.where(mode[going] == 0, way & 3, mode[going])
        diagonal, out, put_in = step == _DIAGONAL, step == _OUT, step == _IN
        found[going[diagonal], r[diagonal] - 1] = c[diagonal] - 1
        row[going] = r - (diagonal | out)
        column[going] = c - (diagonal | put_in)
        mode[going] = np.where(
            out & (way & _OUT_GOES_ON > 0), _OUT, np.where(put_in & (way & _IN_GOES_ON > 0), _IN, 0)
        )
        going = going[(step != _STOP) & (row[going] > 0) & (column[going] >= 0)]
    return found
