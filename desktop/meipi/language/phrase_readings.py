"""Phrase readings: how a text is read by pypinyin's phrases, the longest first, and by its characters.

The same readings as `pypinyin.lazy_pinyin` gives, from tables that take a thirtieth of its memory, and all of
a text at once instead of a hanzi at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from meipi.language import phrase_tables
from meipi.language.phrase_tables import CODE_BITS, HANZI, Codes, Numbers, Starts, Tables

Places = npt.NDArray[np.int64]


class PhraseReadings(NamedTuple):
    """What phrases and characters say of a text."""

    readings: list[str | None]
    """The reading of each code point; None where there is none."""
    phrases: dict[str, tuple[str, ...]]
    """Every phrase that stands anywhere in the text, within others too, with the reading of each of its code
    points."""


class _Found(NamedTuple):
    """Beginnings of phrases of one length: where, and where the readings begin of those that are whole."""

    length: int
    places: Places
    starts: Starts


def read(text: str) -> PhraseReadings:
    """The readings of a text, best in Simplified."""
    known = tables()
    codes: Codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    numbers = _characters(codes, known)
    found = list(_beginnings(codes, known))
    for length, places, starts in _chosen(text, found):
        offsets = np.arange(length)
        numbers[places[:, None] + offsets] = known.spoken[starts[:, None] + offsets]
    names: list[str | None] = [*known.names]
    names[0] = None
    return PhraseReadings([names[number] for number in numbers.tolist()], _phrases(text, found, known))


def phrases(text: str, known: Tables) -> dict[str, tuple[str, ...]]:
    """Every phrase of some tables that stands anywhere in a text, with the reading of each code point."""
    codes: Codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    return _phrases(text, list(_beginnings(codes, known)), known)


def readings_of(char: str) -> list[str]:
    """What a character may be read, the likeliest first."""
    known, code = tables(), ord(char)
    at = int(np.searchsorted(known.codes, code))
    if at == len(known.codes) or known.codes[at] != code:
        return []
    return [known.names[number] for number in known.known[known.firsts[at] : known.firsts[at + 1]]]


def is_phrase(word: str) -> bool:
    """Whether there is a phrase that is the whole of `word`."""
    return word in read(word).phrases


@cache
def tables() -> Tables:
    """The tables in the user's cache folder, made there on first use."""
    return phrase_tables.open_tables(phrase_tables.cache_file())


def _characters(codes: Codes, known: Tables) -> Numbers:
    """The first reading of each code point, 0 where it has none."""
    at = np.searchsorted(known.codes, codes)
    at[at == len(known.codes)] = 0
    found: Numbers = np.where(known.codes[at] == codes, known.known[known.firsts[at]], 0).astype(np.uint16)
    return found


def _beginnings(codes: Codes, known: Tables) -> Iterator[_Found]:
    """All beginnings of phrases that stand in the text, of two code points and on."""
    places = np.arange(len(codes))
    nodes = codes.astype(np.uint64)
    for length, level in enumerate(known.levels, 2):
        inside = places + length <= len(codes)
        places = places[inside]
        keys = nodes[inside] << np.uint64(CODE_BITS) | codes[places + length - 1]
        at = np.searchsorted(level.keys, keys)
        at[at == len(level.keys)] = 0
        hit = level.keys[at] == keys
        places, at = places[hit], at[hit]
        if not len(places):
            return
        yield _Found(length, places, level.starts[at])
        nodes = at.astype(np.uint64)


def _chosen(text: str, found: list[_Found]) -> Iterator[_Found]:
    """The phrases by which a text is read: from left to right, always the longest."""
    steps = np.ones(len(text), np.int64)
    starts = np.full(len(text), -1, np.int32)
    ends = {run.end() for run in HANZI.finditer(text)}
    for length, places, begins in found:
        whole = begins >= 0
        steps[places[whole]], starts[places[whole]] = length, begins[whole]
    for length, places, _ in found:
        # pypinyin looks for no phrase in the rest of a run with which a longer phrase might have begun.
        for place in places.tolist():
            if place + length in ends and starts[place] < 0:
                steps[place] = length
    reached, place = [], 0
    taken = steps.tolist()
    while place < len(text):
        reached.append(place)
        place += taken[place]
    chosen = np.array(reached, np.int64)
    chosen = chosen[starts[chosen] >= 0]
    for length, _, _ in found:
        these = chosen[steps[chosen] == length]
        yield _Found(length, these, starts[these])


def _phrases(text: str, found: list[_Found], known: Tables) -> dict[str, tuple[str, ...]]:
    phrases: dict[str, tuple[str, ...]] = {}
    spoken, names = known.spoken, known.names
    for length, places, starts in found:
        whole = starts >= 0
        for place, start in zip(places[whole].tolist(), starts[whole].tolist(), strict=True):
            phrase = text[place : place + length]
            if phrase not in phrases:
                phrases[phrase] = tuple(names[number] for number in spoken[start : start + length].tolist())
    return phrases
