"""Authored readings: what stands beside hanzi in a book, as ruby, taken as how they are read there."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from meipi.language import phrase_readings
from meipi.language.tone_forms import formed
from meipi.language.zhuyin import zhuyin

_BREAKS = re.compile(r"[\s'’·.\-]+")
_LONGEST = 7
"""Letters of the longest syllable with its number: "zhuang4"."""


@lru_cache(maxsize=4096)
def syllables_of(ruby: str, count: int) -> tuple[str, ...] | None:
    """The `count` syllables that a ruby spells, with tone marks: of "yánhú", "yan2 hu2" or "ㄧㄢˊㄏㄨˊ" these
    are "yán", "hú". None if it spells no such number of them: a ruby may be a gloss as well.

    Zhuyin may have the dot of the neutral tone before or behind its letters.
    """
    parts = [part for part in _BREAKS.split(unicodedata.normalize("NFC", ruby).casefold()) if part]
    found: tuple[str, ...] = ()
    for still, part in zip(range(len(parts) - 1, -1, -1), parts, strict=True):
        left = count - len(found) - still
        spelled = next((each for each in _spelled(part, left)), None)
        if spelled is None:
            return None
        found += spelled
    return found if len(found) == count and count else None


def _spelled(word: str, most: int) -> list[tuple[str, ...]]:
    """The ways to divide a word into at most so many syllables, the fewest first."""
    ways: list[tuple[str, ...]] = []
    if not word:
        return [()]
    if most <= 0:
        return []
    for length in range(min(_LONGEST, len(word)), 0, -1):
        syllable = _known().get(word[:length])
        if syllable is not None:
            ways += [(syllable, *rest) for rest in _spelled(word[length:], most - 1)]
    return sorted(ways, key=len)


@cache
def _known() -> dict[str, str]:
    """Every syllable by each way to write it: with its mark, its number, in zhuyin."""
    known: dict[str, str] = {}
    for name in phrase_readings.tables().names:
        if not name:
            continue
        letters = zhuyin(name)
        for form in (name, formed(name, "numbers"), formed(name, "numbers").replace("ü", "v"), letters):
            known.setdefault(form, name)
        if letters.startswith("˙"):
            known.setdefault(f"{letters[1:]}˙", name)
    return known
