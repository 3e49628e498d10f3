"""Index words: texts and terms as an index has them that knows only words with spaces between."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import NamedTuple

import numpy as np

from meipi.language import matched, sounds
from meipi.language.matched import Matched
from meipi.language.query import Term


class IndexWords(NamedTuple):
    """A text in words."""

    written: str
    """Each compared code point is one."""
    sounding: str
    """Each hanzi is the name of its sounds, and whatever stands between two hanzi is one more."""


@cache
def form() -> str:
    """Names the form of these words: it changes with the data that they hang on."""
    from meipi.language.cache import version

    data = (f"{name} {version(name)}" for name in ("OpenCC", "pypinyin"))
    return ", ".join((f"{matched.VERSION}.{sounds.VERSION}", f"Unicode {unicodedata.unidata_version}", *data))


def of_text(text: str) -> IndexWords:
    """A text in words."""
    read = Matched(text)
    return IndexWords(_apart(read.folded), _sounding(read))


def of_term(term: Term) -> tuple[str, list[list[tuple[str, ...]]]]:
    """A term as it is written, and for each way to read it the names of the sounds of each syllable."""
    return _apart(term.form), [[sounds.names(syllable) for syllable in way] for way in term.ways]


def is_indexed(term: Term) -> bool:
    """Whether the words of a term can be asked for: at most the last syllable is only begun."""
    return all(syllable.whole for way in term.ways for syllable in way[:-1])


def is_exact(term: Term) -> bool:
    """Whether the words tell all: tones are not in them."""
    return not any(syllable.tone for way in term.ways for syllable in way)


def _apart(folded: str) -> str:
    """A space after each code point but the last; twice as quick as to join them."""
    codes = np.full(max(0, 2 * len(folded) - 1), ord(" "), np.uint32)
    codes[::2] = np.frombuffer(folded.encode("utf-32-le", "surrogatepass"), np.uint32)
    return codes.tobytes().decode("utf-32-le", "surrogatepass")


def _sounding(read: Matched) -> str:
    numbers = read.sounds
    if not len(numbers):
        return ""
    first_of_gap = np.append(True, numbers[:-1] != 0)
    known = sounds.sounds().names
    return " ".join([known[number] for number in numbers[(numbers != 0) | first_of_gap].tolist()])
