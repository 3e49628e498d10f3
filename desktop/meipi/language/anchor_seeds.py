"""Where in a folded text a passage may have gone: places that share short runs of characters with it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint32]

# A run this common says nothing of the place, and all its places would have to be looked at.
_COMMON = 48
# Runs whose shift differs by no more belong to one place: an edit between them.
_DRIFT = 12
_KEPT = 8
# A place is looked at that has this share of the runs of the best one, or of the runs of the quote alone.
_OF_BEST, _OF_QUOTE, _LEAST = 0.34, 0.5, 8
# Two places with at least so many runs of the quote, but no more than this times the above share, may be
# its two halves with something new between them.
_HALF, _HALVED = 5, 1.8
_HASH = np.uint64(0x9E3779B97F4A7C15)


class Passage(NamedTuple):
    """A quote between its contexts: folded code points, of which `[start, end)` are the quote."""

    codes: Codes
    start: int
    end: int


class Candidate(NamedTuple):
    """A place for a passage: its runs stand there, shifted by so much.

    A shift is the offset in the text minus the offset in the passage.
    """

    low: int
    high: int


def seed_length(length: int) -> int:
    """How long a run must be to be rare in a text of `length` code points."""
    return 3 if length < 20_000 else 4 if length < 100_000 else 5


def candidates(passages: Sequence[Passage], text: Codes) -> list[list[Candidate]]:
    """For each passage the places in `text` that share most runs with it, best first."""
    found: list[list[Candidate]] = [[] for _ in passages]
    usual = seed_length(len(text))
    by_length: dict[int, list[int]] = {}
    for number, passage in enumerate(passages):
        if len(passage.codes):
            by_length.setdefault(min(usual, len(passage.codes)), []).append(number)
    for length, numbers in by_length.items():
        if length <= len(text):
            _search([passages[number] for number in numbers], numbers, text, length, found)
    return found


def _search(
    passages: Sequence[Passage],
    numbers: Sequence[int],
    text: Codes,
    length: int,
    found: list[list[Candidate]],
) -> None:
    sizes = np.array([len(passage.codes) for passage in passages])
    owners = np.repeat(np.arange(len(passages)), sizes)
    within = np.arange(len(owners)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    whole = np.flatnonzero(owners[: len(owners) - length + 1] == owners[length - 1 :])
    kinds, kind_of = np.unique(
        hashes(np.concatenate([passage.codes for passage in passages]), length)[whole], return_inverse=True
    )

    there = hashes(text, length)
    nearest = np.searchsorted(kinds, there)
    nearest[nearest == len(kinds)] = 0
    places = np.flatnonzero(kinds[nearest] == there)
    place_kinds = nearest[places]
    places = places[np.argsort(place_kinds, kind="stable")]
    counts = np.bincount(place_kinds, minlength=len(kinds))
    firsts = np.cumsum(counts) - counts

    usable = (counts[kind_of] > 0) & (counts[kind_of] <= _COMMON)
    seeds, kind_of = whole[usable], kind_of[usable]
    each = counts[kind_of]
    nth = np.arange(each.sum()) - np.repeat(np.cumsum(each) - each, each)
    at = places[np.repeat(firsts[kind_of], each) + nth]
    position = np.repeat(within[seeds], each)
    owner = np.repeat(owners[seeds], each)
    quotes = np.array([(passage.start, passage.end) for passage in passages])
    clusters = _cluster(owner, position, at - position, quotes, length)
    for number, mine in zip(numbers, clusters, strict=True):
        found[number] = mine


def _cluster(
    owners: NDArray[np.int64],
    positions: NDArray[np.int64],
    shifts: NDArray[np.int64],
    quotes: NDArray[np.int64],
    length: int,
) -> list[list[Candidate]]:
    """Runs of about the same shift joined to candidates, for each owner the best few."""
    found: list[list[Candidate]] = [[] for _ in quotes]
    if not len(owners):
        return found
    order = np.lexsort((shifts, owners))
    owners, positions, shifts = owners[order], positions[order], shifts[order]
    begins = np.ones(len(owners), bool)
    begins[1:] = (owners[1:] != owners[:-1]) | (shifts[1:] - shifts[:-1] > _DRIFT)
    cluster = np.cumsum(begins) - 1
    firsts = np.flatnonzero(begins)
    lasts = np.append(firsts[1:], len(owners)) - 1
    # A run of the passage counts once, however often it stands in the cluster.
    width = int(positions.max()) + 1
    once = np.unique(cluster * width + positions)
    clusters, places = once // width, once % width
    runs = np.bincount(clusters, minlength=len(firsts))
    owner = owners[firsts]
    bounds = quotes[owner[clusters]]
    in_quote = (places >= bounds[:, 0]) & (places + length <= bounds[:, 1])
    quote_runs = np.bincount(clusters, weights=in_quote, minlength=len(firsts))
    wanted = _OF_QUOTE * np.maximum(quotes[:, 1] - quotes[:, 0] - length + 1, _LEAST)
    most = np.zeros(len(quotes), np.int64)
    np.maximum.at(most, owner, runs)
    worth = (runs >= _OF_BEST * most[owner]) | (quote_runs >= wanted[owner])
    halves: dict[int, list[Candidate]] = {}
    half = (quote_runs >= _HALF) & (quote_runs < wanted[owner] * _HALVED)
    ranked = np.lexsort((firsts, -runs, owner))
    for index in ranked[(worth | half)[ranked]].tolist():
        place = Candidate(int(shifts[firsts[index]]), int(shifts[lasts[index]]))
        mine = int(owner[index])
        if worth[index] and len(found[mine]) < _KEPT:
            found[mine].append(place)
        if half[index]:
            halves.setdefault(mine, []).append(place)
    for mine, parts in halves.items():
        longest = int(quotes[mine, 1] - quotes[mine, 0])
        for one, other in combinations(parts[:_KEPT], 2):
            both = Candidate(min(one.low, other.low), max(one.high, other.high))
            if both.high - both.low <= longest:
                found[mine].append(both)
    return found


def hashes(codes: Codes, length: int) -> NDArray[np.uint64]:
    """A number for each run of `length` code points. Two runs of one number only cost a look."""
    count = max(0, len(codes) - length + 1)
    total = np.zeros(count, np.uint64)
    for shift in range(length):
        total = total * _HASH + codes[shift : shift + count]
    return total
