"""Regions: where a Traditional text was written, told by the forms of its characters and by its words.

Three standards are compared: Taiwan's, Hong Kong's, and the one that most books and OpenCC's s2t keep, which
is no region's in particular. A character speaks against those that write it in another form.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt

from meipi.language import script

Region = Literal["taiwan", "hong kong", "general", ""]

FIRST, END = 0x3400, 0xA000
"""The code points of all hanzi in ordinary use."""
CODE_POINTS = 0x110000

_AGAINST_TAIWAN, _AGAINST_HONG_KONG, _AGAINST_GENERAL = 1, 2, 4

# Used everywhere, as forms of their own (么, 參, 著名, 天才, 核心) or beside the standard one (台, 污, 群).
_NOT_TELLING = frozenset("么幺參吃才核著台濕針踴稜粧床秘祕痴癡糕峰群灶唇脣污泄")
_CANTONESE = "嘅咗喺佢哋嚟冇啲嗰咁唔乜嘢咩啱攞瞓睇嘥掟孭睺畀嗌揾搵氹嬲餸揸呔"
_BOPOMOFO = slice(0x3105, 0x3130)

# What a word weighs, where a character weighs 1: that of one region, and that of all but one.
_WORD, _SHARED_WORD = 3, 0.3
# One standard is kept if what speaks against it is at most this share of what speaks against the others.
_SLIPS = 0.25

WORDS = Path(__file__).with_name("data") / "regional_words.txt"
"""What is called otherwise elsewhere; `data/README.md` tells more."""
_WORDS_TELL = {
    "taiwan": (_WORD, _AGAINST_HONG_KONG | _AGAINST_GENERAL),
    "hong_kong": (_WORD, _AGAINST_TAIWAN | _AGAINST_GENERAL),
    "not_taiwan": (_SHARED_WORD, _AGAINST_TAIWAN),
    "not_general": (_SHARED_WORD, _AGAINST_GENERAL),
}


_SAMPLE = 50_000  # code points of a text by which it is judged as a whole


def region_of(text: str) -> Region:
    """The region of a Traditional text, judged by its beginning if it is long."""
    part = text[:_SAMPLE]
    return Evidence(part, codes_of(part)).region(0, len(part))


def to_simplified(text: str) -> str:
    """OpenCC's configuration that turns a Traditional text Simplified best.

    By another region's than its own, 著 for 着 and 衞 for 衛 would stay as they are. Hong Kong's does with
    forms of no region what t2s does; Taiwan's does it too, but for 著, where nothing speaks against Taiwan.
    """
    part = text[:_SAMPLE]
    return "hk2s" if Evidence(part, codes_of(part)).against_taiwan(0, len(part)) else "tw2s"


def forms(config: str) -> npt.NDArray[np.uint32]:
    """What a configuration that keeps lengths makes of each code point from `FIRST` to `END`, alone."""
    apart = "\n".join(map(chr, range(FIRST, END)))
    return codes_of(script.convert(apart, config).text)[::2]


def codes_of(text: str) -> npt.NDArray[np.uint32]:
    """The code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


class Evidence:
    """What in a text tells of a region, for any part of it."""

    def __init__(self, text: str, codes: npt.NDArray[np.uint32]) -> None:
        """`codes` are the code points of the text."""
        against = _table()[codes]
        pattern, tell = _words()
        words = [(match.start(), *tell[match[0]]) for match in pattern.finditer(text)]
        self._sums: list[npt.NDArray[np.float64]] = []
        for bit in (_AGAINST_TAIWAN, _AGAINST_HONG_KONG, _AGAINST_GENERAL):
            counts = (against & bit > 0).astype(np.float64)
            for place, weight, bits in words:
                counts[place] += weight if bits & bit else 0
            self._sums.append(np.concatenate(([0.0], np.cumsum(counts))))

    def against_taiwan(self, start: int, end: int) -> bool:
        """Whether more than slips speaks against Taiwan in a part of the text."""
        taiwan, hong_kong, general = self._against(start, end)
        return taiwan > _SLIPS * min(hong_kong, general)

    def region(self, start: int, end: int) -> Region:
        """The region of a part of the text, if it is Traditional."""
        taiwan, hong_kong, general = self._against(start, end)
        if min(hong_kong, general) >= 1 and taiwan <= _SLIPS * min(hong_kong, general):
            return "taiwan"
        if min(taiwan, general) >= 1 and hong_kong <= _SLIPS * min(taiwan, general):
            return "hong kong"
        return "general"

    def _against(self, start: int, end: int) -> list[float]:
        """What speaks against Taiwan's standard, against Hong Kong's, and against that of no region."""
        return [float(sums[end] - sums[start]) for sums in self._sums]


@lru_cache(maxsize=1)
def _words() -> tuple[re.Pattern[str], dict[str, tuple[float, int]]]:
    """What finds the words, and for each what it weighs and what it speaks against."""
    tell: dict[str, tuple[float, int]] = {}
    for line in WORDS.read_text("utf-8").splitlines():
        group, *words = line.split()
        tell |= dict.fromkeys(words, _WORDS_TELL[group])
    return re.compile("|".join(sorted(tell, key=len, reverse=True))), tell


@lru_cache(maxsize=1)
def _table() -> npt.NDArray[np.uint8]:
    """Against which standards each code point speaks."""
    chars = np.arange(FIRST, END, dtype=np.uint32)
    taiwans, hong_kongs = forms("tw2t") != chars, forms("hk2t") != chars
    against_taiwan = (forms("t2tw") != chars) | (hong_kongs & ~taiwans)
    against_hong_kong = (forms("t2hk") != chars) | (taiwans & ~hong_kongs)
    table = np.zeros(CODE_POINTS, np.uint8)
    table[FIRST:END] = (
        against_taiwan * _AGAINST_TAIWAN
        | against_hong_kong * _AGAINST_HONG_KONG
        | (taiwans | hong_kongs) * _AGAINST_GENERAL
    )
    table[[ord(char) for char in _NOT_TELLING]] = 0
    table[[ord(char) for char in _CANTONESE]] = _AGAINST_TAIWAN | _AGAINST_GENERAL
    table[_BOPOMOFO] = _AGAINST_HONG_KONG | _AGAINST_GENERAL
    return table
