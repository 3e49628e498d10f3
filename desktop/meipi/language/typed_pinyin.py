"""Typed pinyin: what syllables a reader means who types yanhu, yán hú, yan2hu2, yanh, YH or ㄧㄢˊㄏㄨˊ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from meipi.language import sounds
from meipi.language.sounds import Syllable
from meipi.language.zhuyin import zhuyin

Syllables = tuple[Syllable, ...]

MOST = 6
"""Of the ways to divide what is typed, so many count, those of fewest syllables first. One of a syllable more
counts beside short ones alone: xian may be xi an, but who types renshiyouxian means no ren shi you xi an."""

_TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
_DIAERESIS = "\u0308"
_LONGEST = 6
_SHORT = 3
_BREAK = re.compile(r"[\s'’‘`·-]")
_INITIALS = re.compile(r"[bpmfdtnlgkhjqxrzcsyw]{2,8}", re.IGNORECASE)
_BOPOMOFO = re.compile(r"[\u3105-\u312f˙ˉˊˇˋ\s]+")
_BOPOMOFO_TONES = {"ˉ": 1, "ˊ": 2, "ˇ": 3, "ˋ": 4}
_BOPOMOFO_LONGEST = 3


def meant(word: str) -> tuple[Syllables, ...]:
    """The ways to read what is typed as syllables, those of fewest first; none if it is no pinyin.

    Tones that are typed count, others are any. Where no way uses all letters up, the last syllable may be
    only begun (yanh), and consonants alone are initials too (YH). ü may be typed as v, u: or u.
    """
    if _BOPOMOFO.fullmatch(word):
        return _in_zhuyin(word)
    typed = _typed(word)
    if typed is None:
        return ()
    ways = list(_ways(typed, 0, begun=False))
    if not ways and len(typed.letters) > 1 and not typed.tones:
        ways = list(_ways(typed, 0, begun=True))
        if _INITIALS.fullmatch(word):
            ways.append(tuple(Syllable(letter, whole=False) for letter in typed.letters))
    ways.sort(key=len)
    longest = len(ways[0]) + (len(ways[0]) < _SHORT) if ways else 0
    return tuple(way for way in dict.fromkeys(ways[:MOST]) if len(way) <= longest)


class _Typed(NamedTuple):
    letters: str
    tones: dict[int, int]
    """By number of the letter that bears it, or the last before a digit."""
    breaks: frozenset[int]
    """Before which letters a syllable has to begin."""


def _typed(word: str) -> _Typed | None:
    """The letters of the word and what stands over and between them; None if it is not written in pinyin."""
    letters: list[str] = []
    tones: dict[int, int] = {}
    breaks: set[int] = set()
    for char in unicodedata.normalize("NFD", unicodedata.normalize("NFKC", word).casefold()):
        last = len(letters) - 1
        if "a" <= char <= "z":
            letters.append("u" if char == "v" and letters and letters[-1] in "jqxy" else char)
        elif _BREAK.match(char):
            breaks.add(last + 1)
        elif not letters:
            return None
        elif char in (_DIAERESIS, ":") and letters[-1] == "u":
            letters[-1] = "u" if last and letters[last - 1] in "jqxy" else "v"
        elif char in _TONES and last not in tones:
            tones[last] = _TONES[char]
        elif char in "012345" and last + 1 not in breaks:
            if char != "0" or last not in tones:
                tones[last] = int(char) or 5
            breaks.add(last + 1)
        else:
            return None
    return _Typed("".join(letters), tones, frozenset(breaks)) if letters else None


def _ways(typed: _Typed, start: int, begun: bool) -> Iterator[Syllables]:
    """How the letters from `start` on can be divided; `begun`: with a last syllable that is only begun."""
    reached: dict[int, list[Syllables]] = {len(typed.letters): [()]}
    for at in range(len(typed.letters) - 1, start - 1, -1):
        found = [(syllable, *rest) for end, syllable in _from(typed, at) for rest in reached.get(end, ())]
        if begun and (last := _begun(typed, at)):
            found.append((last,))
        reached[at] = sorted(found, key=len)[:MOST]
    for way in reached[start]:
        if way and way[-1].whole != begun:
            yield way


def _from(typed: _Typed, at: int) -> Iterator[tuple[int, Syllable]]:
    """The whole syllables that begin at a letter, and where each ends. A vowel alone is one within a word
    only where a tone or an apostrophe tells so: jie is not ji e."""
    for end in range(at + 1, min(at + _LONGEST, len(typed.letters)) + 1):
        tones = [typed.tones[each] for each in range(at, end) if each in typed.tones]
        if len(tones) > 1 or any(each in typed.breaks for each in range(at + 1, end)):
            return
        bare = at and end == at + 1 and not tones and at not in typed.breaks
        if not bare and typed.letters[at:end] in sounds.syllables():
            yield end, Syllable(typed.letters[at:end], tones[0] if tones else 0)


def _begun(typed: _Typed, at: int) -> Syllable | None:
    """What stands from a letter to the end, as the beginning of a syllable that there is."""
    letters = typed.letters[at:]
    if letters in sounds.syllables() or any(each > at for each in typed.breaks):
        return None
    begins = any(each.startswith(letters) for each in sounds.syllables())
    return Syllable(letters, whole=False) if begins else None


def _in_zhuyin(word: str) -> tuple[Syllables, ...]:
    found: list[Syllable] = []
    at, tone = 0, 0
    while at < len(word):
        if word[at].isspace():
            at += 1
            continue
        if word[at] == "˙":
            at, tone = at + 1, 5
        known = (length for length in range(_BOPOMOFO_LONGEST, 0, -1) if word[at : at + length] in _spelled())
        length = next(known, 0)
        if not length:
            return ()
        letters, at = _spelled()[word[at : at + length]], at + length
        if word[at : at + 1] in _BOPOMOFO_TONES:
            tone, at = _BOPOMOFO_TONES[word[at]], at + 1
        found.append(Syllable(letters, tone))
        tone = 0
    return (tuple(found),) if found else ()


@cache
def _spelled() -> dict[str, str]:
    """By zhuyin without a tone, the letters of the syllable."""
    written = {each: zhuyin(each.replace("v", "ü")).lstrip("˙") for each in sorted(sounds.syllables())}
    return {bopomofo: letters for letters, bopomofo in written.items() if not bopomofo.isascii()}
