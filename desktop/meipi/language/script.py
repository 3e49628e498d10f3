"""Script: Simplified or Traditional, and the way from one to the other that keeps positions.

Twelve of OpenCC's sixteen configurations never change the length of a text, so every code point stays where
it is. The four with regional phrases (硬盘 becomes 硬碟, 打印机 becomes 印表機, 光盘 becomes 光碟片) do;
`regional` follows those piece by piece.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from meipi.language.conversion import Conversion, Piece

if TYPE_CHECKING:
    from opencc import OpenCC

__all__ = ["Conversion", "Piece", "ScriptGuess", "convert", "detect"]

# The configurations with regional phrases, and the one that does the same without them.
VARIANT_ONLY = {"s2twp": "s2tw", "tw2sp": "tw2s", "s2hkp": "s2hk", "hk2sp": "hk2s"}

# OpenCC drops NUL in some configurations and refuses unpaired surrogates. Both go through as this
# noncharacter, which no dictionary holds, and are put back in order.
_SHIELD = "\uffff"
_UNSAFE = re.compile("[\0\ud800-\udfff\uffff]")


def convert(text: str, config: str) -> Conversion:
    """`text` by an OpenCC configuration ("t2s", "s2twp", …), with the map between the two.

    NUL and unpaired surrogates pass through unchanged. Raises `ValueError` for a configuration that OpenCC
    does not have.
    """
    if "\0" not in text:
        try:
            return _convert(text, config)
        except UnicodeEncodeError:
            pass  # an unpaired surrogate; to look for one in every text would take longer than to convert it
    kept = iter(_UNSAFE.findall(text))
    shielded = _convert(_UNSAFE.sub(_SHIELD, text), config)
    converted = re.sub(_SHIELD, lambda _: next(kept), shielded.text)
    return Conversion(text, converted, config, shielded.uneven)


def _convert(text: str, config: str) -> Conversion:
    converted = _opencc(config).convert(text)
    if config not in VARIANT_ONLY:
        return Conversion(text, converted, config)
    from meipi.language import regional

    plain = _opencc(VARIANT_ONLY[config]).convert(text)
    return Conversion(text, converted, config, regional.uneven(text, plain, converted, config))


@dataclass(frozen=True, slots=True)
class ScriptGuess:
    """The script a text is written in, and how sure that is: 0 (no evidence) to 1."""

    script: Literal["simplified", "traditional", "mixed", "none"]
    confidence: float


# From this share of the evidence on, the weaker script is no quotation or slip but part of the text.
_MIXED = 0.15


def detect(text: str) -> ScriptGuess:
    """Which script `text` is written in, by the characters that only one of them has."""
    from meipi.language import hanzi

    counts = Counter("".join(hanzi.RUN.findall(text)))
    lines = "\n".join(counts)  # apart, so that no phrase is taken as one
    simplified = traditional = 0
    to_simplified = convert(lines, "t2s").text[::2]
    to_traditional = convert(lines, "s2t").text[::2]
    for char, as_simplified, as_traditional in zip(counts, to_simplified, to_traditional, strict=True):
        if as_simplified != char:
            traditional += 0 if _in_gb2312(char) else counts[char]
        elif as_traditional != char:
            simplified += 0 if _common_in_big5(char) else counts[char]
    evidence = simplified + traditional
    if not evidence:
        return ScriptGuess("none", 0.0)
    weaker = min(simplified, traditional) / evidence
    certainty = evidence / (evidence + 1)
    if weaker >= _MIXED:
        return ScriptGuess("mixed", certainty * min(1.0, 0.5 + weaker))
    return ScriptGuess("simplified" if simplified > traditional else "traditional", certainty * (1 - weaker))


def _in_gb2312(char: str) -> bool:
    """Whether the character set of Simplified text has it: 乾 as in 乾隆, 瞭 as in 瞭望."""
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _common_in_big5(char: str) -> bool:
    """Whether it is among the 5,401 common characters of Traditional text: 后 as in 皇后, 里 as in 公里.

    They come first in Big5; the second level begins at C940 and has 体 and 万, which no ordinary text uses.
    """
    try:
        return char.encode("big5") < b"\xc9\x40"
    except UnicodeEncodeError:
        return False


@lru_cache(maxsize=16)
def _opencc(config: str) -> OpenCC:
    import opencc

    if f"{config}.json" not in opencc.CONFIGS:
        raise ValueError(f"no such OpenCC configuration: {config}")
    return opencc.OpenCC(config)
