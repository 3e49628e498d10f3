"""Script: Simplified or Traditional, and the way from one to the other that keeps positions.

Twelve of OpenCC's sixteen configurations never change the length of a text, so every code point stays where
it is. The four with regional phrases (硬盘 becomes 硬碟, 打印机 becomes 印表機, 光盘 becomes 光碟片) do;
`regional` follows those piece by piece.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from meipi.language.conversion import Conversion, Piece

if TYPE_CHECKING:
    from opencc import OpenCC

    from meipi.language.detection import ScriptGuess

__all__ = ["Conversion", "Piece", "convert", "detect", "script_of"]

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


def script_of(config: str) -> Literal["simplified", "traditional"]:
    """The script that a configuration converts to."""
    return "simplified" if config.endswith(("2s", "2sp")) else "traditional"


def detect(text: str) -> ScriptGuess:
    """Which script `text` is written in, and Traditional of which region."""
    from meipi.language import detection

    return detection.detect(text)


@lru_cache(maxsize=16)
def _opencc(config: str) -> OpenCC:
    import opencc

    if f"{config}.json" not in opencc.CONFIGS:
        raise ValueError(f"no such OpenCC configuration: {config}")
    return opencc.OpenCC(config)
