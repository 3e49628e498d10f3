"""Sounds: by what readings a hanzi is found, wherever it stands.

A hanzi has the readings that it is met with: the first that pypinyin lists, and, if it is a common one, the
others that its phrases use often. 行 is found by xing and by hang, whichever it is there, since a reader who
looks for a passage may not know; that it can be héng is left out. Readings in context are `pinyin`'s.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from meipi.language import folding, phrase_readings
from meipi.language.phrase_tables import CODE_BITS, Tables
from meipi.language.tone_forms import formed

NONE = "0"
"""Stands for what has no sound."""

VERSION = 1
"""Grows when hanzi get other sounds than before."""

_ALL_CODE_POINTS = 0x110000
# A reading counts if so many phrases have the hanzi with it, or fewer that are a good part of all.
_OFTEN, _SELDOM, _PART = 5, 2, 0.03
# A hanzi of so few phrases has its first reading alone: each more is one more way for a word to sound.
_RARE = 60
# What phrases show too seldom: the particle.
_ALSO = {"地": "de"}
# And what they show more often than today's texts have it: readings of old words.
_OLD = {"见": "xiàn", "被": "pī", "弟": "tì", "遗": "wèi", "汤": "shāng", "暴": "pù", "度": "duó", "尾": "yǐ"}
_NO_SYLLABLES = frozenset({"", "n", "m", "ng", "hm", "hng", "ê", "r"})


class Sound(NamedTuple):
    """A reading: its letters, with v for ü, and its tone, 1 to 5."""

    letters: str
    tone: int


class Syllable(NamedTuple):
    """A syllable looked for."""

    letters: str
    """With v for ü: lv. What is typed with u is also found with ü: lu finds both."""
    tone: int = 0
    """0 for any."""
    whole: bool = True
    """Whether it is all of the syllable, or only how that begins."""

    def fits(self, sound: Sound) -> bool:
        """Whether a hanzi of that reading is meant."""
        letters = sound.letters
        if letters.startswith(("lv", "nv")) and "v" not in self.letters:
            letters = letters.replace("v", "u")
        same = letters == self.letters if self.whole else letters.startswith(self.letters)
        return same and self.tone in (0, sound.tone)


@dataclass(frozen=True, slots=True)
class Sounds:
    """The sounds of all hanzi. Number 0 is what has none."""

    numbers: NDArray[np.uint16]
    """By code point."""
    sets: list[tuple[Sound, ...]]
    """By number."""
    names: list[str]
    """By number, the letters of its sounds as one word, in order: "hang0xing", or `NONE`."""


def of_codes(codes: NDArray[np.uint32]) -> NDArray[np.uint16]:
    """The number of the sounds of each code point."""
    found: NDArray[np.uint16] = sounds().numbers[codes]
    return found


@lru_cache(maxsize=512)
def fitting(syllable: Syllable) -> NDArray[np.bool_]:
    """By number of sounds, whether the syllable fits one of them."""
    return np.array([any(map(syllable.fits, each)) for each in sounds().sets])


@lru_cache(maxsize=512)
def names(syllable: Syllable) -> tuple[str, ...]:
    """The names of all sounds that the syllable fits, whatever its tone; of one that is only begun, first its
    letters with an asterisk for all names that begin so."""
    fits = fitting(syllable._replace(tone=0))
    found = sorted({sounds().names[number] for number in np.flatnonzero(fits).tolist()})
    if syllable.whole:
        return tuple(found)
    return (f"{syllable.letters}*", *(name for name in found if not name.startswith(syllable.letters)))


@cache
def syllables() -> frozenset[str]:
    """The letters of all syllables there are, also as they are typed without ü."""
    found = {sound.letters for each in sounds().sets for sound in each}
    return frozenset(found | {each.replace("v", "u") for each in found})


@cache
def sounds() -> Sounds:
    """Made when first asked for, of pypinyin's characters and phrases; some tenths of a second."""
    known = phrase_readings.tables()
    spoken = [_sound(name) for name in known.names]
    counts = dict(_counts(known))
    listed = {
        code: [*dict.fromkeys(known.known[start:end].tolist())]
        for code, start, end in zip(
            known.codes.tolist(), known.firsts[:-1].tolist(), known.firsts[1:].tolist(), strict=True
        )
    }
    several = [code for code, numbers in listed.items() if len(numbers) > 1]
    plain = dict(zip(several, folding.fold_characters(map(chr, several)), strict=True))
    table = np.zeros(_ALL_CODE_POINTS, np.uint16)
    places: dict[tuple[Sound, ...], int] = {(): 0}
    for code, numbers in listed.items():
        met = {*numbers[:1], *(number for number in numbers if known.names[number] == _ALSO.get(chr(code)))}
        if len(numbers) > 1:
            for each in {code, ord(plain[code]) if len(plain[code]) == 1 else code}:
                met |= _met(counts.get(each, {}), {*numbers, *listed.get(each, ())})
            met -= {number for number in met if known.names[number] == _OLD.get(plain[code])}
        found = tuple(sorted({spoken[number] for number in met if spoken[number].letters}))
        table[code] = places.setdefault(found, len(places))
    sets = [*places]
    words = ["0".join(dict.fromkeys(sound.letters for sound in each)) for each in sets]
    return Sounds(table, sets, [word or NONE for word in words])


def _sound(name: str) -> Sound:
    numbered = formed(name, "numbers")
    letters = numbered[:-1].replace("ü", "v")
    if letters in _NO_SYLLABLES or not letters.isascii():
        return Sound("", 0)
    return Sound(letters, int(numbered[-1]))


def _met(counts: dict[int, int], listed: set[int]) -> set[int]:
    """Of the readings that are `listed`, by number, those that phrases use often enough."""
    total = sum(counts.values())
    if total < _RARE:
        return set()
    return {
        number
        for number, count in counts.items()
        if number in listed and (count >= _OFTEN or (count >= _SELDOM and count >= _PART * total))
    }


def _counts(known: Tables) -> Iterator[tuple[int, dict[int, int]]]:
    """For each hanzi, in how many phrases it has each reading."""
    pairs: list[NDArray[np.int64]] = []
    begun: NDArray[np.int64] = np.zeros((0, 0), np.int64)
    for length, level in enumerate(known.levels, 2):
        nodes = (level.keys >> np.uint64(CODE_BITS)).astype(np.int64)
        last = (level.keys & np.uint64((1 << CODE_BITS) - 1)).astype(np.int64)
        before = nodes[:, None] if length == 2 else begun[nodes]
        begun = np.hstack([before, last[:, None]])
        whole = level.starts >= 0
        read = known.spoken[level.starts[whole][:, None] + np.arange(length)]
        pairs.append(((begun[whole] << 16) | read).ravel())
    distinct, counts = np.unique(np.concatenate(pairs or [np.zeros(0, np.int64)]), return_counts=True)
    found: dict[int, dict[int, int]] = {}
    for pair, count in zip(distinct.tolist(), counts.tolist(), strict=True):
        found.setdefault(pair >> 16, {})[pair & 0xFFFF] = count
    yield from found.items()
