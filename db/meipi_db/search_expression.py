"""Expressions of FTS5 for what is looked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import product
from math import prod

from meipi_db.search_language import Needle

MOST = 64
"""So many phrases in one alternative: each is looked for by itself."""


def expression(needle: Needle, columns: Collection[str]) -> str:
    """What the needle is in these columns, which have a second one each for sounds."""
    parts = []
    if needle.written:
        parts.append(f'{{{" ".join(columns)}}} : "{needle.written}"')
    sounding = " ".join(f"{column}_sounding" for column in columns)
    parts += [f"{{{sounding}}} : ({_sounding(way)})" for way in needle.sounding]
    return " OR ".join(f"({part})" for part in parts)


def is_exact(needle: Needle) -> bool:
    """Whether the needle stands wherever the expression fits."""
    return needle.exact and all(len([*_windows(way)]) == 1 for way in needle.sounding)


def _sounding(way: Sequence[Sequence[str]]) -> str:
    windows = ("(" + " OR ".join(map(_phrase, product(*window))) + ")" for window in _windows(way))
    return " AND ".join(windows)


def _windows(way: Sequence[Sequence[str]]) -> Iterator[Sequence[Sequence[str]]]:
    """The syllables in runs that need no more than `MOST` phrases."""
    start = 0
    for end in range(1, len(way) + 1):
        if end == len(way) or prod(map(len, way[start : end + 1])) > MOST:
            yield way[start:end]
            start = end


def _phrase(words: Sequence[str]) -> str:
    last = words[-1].removesuffix("*")
    return f'"{" ".join((*words[:-1], last))}"' + (" *" if words[-1] != last else "")
