"""Detection: the script a text is written in, the region of its forms and words, and how sure that is.

Evidence are the characters that only one script has. Where a stretch of text is Japanese or Korean, or stands
in quotation marks, it tells little of the text around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
import numpy.typing as npt

from meipi.language import regions, script
from meipi.language.regions import CODE_POINTS, END, FIRST, Region, codes_of, forms

Script = Literal["simplified", "traditional", "mixed", "none"]


@dataclass(frozen=True, slots=True)
class ScriptGuess:
    """The script a text is written in, and how sure that is: 0 (no evidence) to 1."""

    script: Script
    confidence: float
    region: Region = ""
    """Of Traditional text, as its forms and words tell; "general" where they are no one's in particular."""


# From this share of the evidence on, the weaker script is no quotation or slip but part of the text.
_MIXED = 0.15
# What stands in quotation marks counts so much, if what stands outside has as many characters that tell.
_QUOTED, _ENOUGH_OUTSIDE = 0.1, 2
# A sentence with this share of kana or hangul is no Chinese, nor is one with any beside a new Japanese form,
# nor a text with this share of such forms among the characters that tell.
_FOREIGN, _JAPANESE, _LEAST_JAPANESE = 0.15, 0.2, 2
# Characters that other words spell alike in the other script tell less, and one of them nothing.
_WEAK, _LEAST_WEAK = 0.3, 2

_SIMPLIFIED, _TRADITIONAL, _NEW_JAPANESE, _HANZI, _SYLLABIC = 1, 2, 4, 8, 16
_OPENING, _CLOSING, _ENDING = 32, 64, 128

_KOKUJI = "込畑働辻峠匂枠栃躾噺"
_SYLLABARIES = ((0x3041, 0x30FB), (0x1100, 0x1200), (0x3131, 0x318F), (0xAC00, 0xD7A4))
_LINE_END = re.compile("\r\n|\n|\r")


def detect(text: str) -> ScriptGuess:
    """Which script `text` is written in; "none" for a text that does not tell, or is not Chinese."""
    return next(iter(_guesses(text, [(0, len(text))])))


def detect_paragraphs(text: str) -> list[ScriptGuess]:
    """The same for each line of the text, empty ones included: what `text.split("\\n")` and the like give."""
    bounds: list[tuple[int, int]] = []
    start = 0
    for found in _LINE_END.finditer(text):
        bounds.append((start, found.start()))
        start = found.end()
    return list(_guesses(text, [*bounds, (start, len(text))]))


def _guesses(text: str, bounds: list[tuple[int, int]]) -> Iterator[ScriptGuess]:
    if not text:
        yield ScriptGuess("none", 0.0)
        return
    codes = codes_of(text)
    kinds = _table()[codes]
    quoted = _in_quotation(kinds, bounds)
    foreign = _foreign(kinds, quoted)
    regional = regions.Evidence(text, codes)
    telling = [np.concatenate(([0], np.cumsum(mask))) for mask in _masks(kinds, foreign, quoted)]
    for start, end in bounds:
        inside_s, inside_t, outside_s, outside_t, japanese, strange, hanzi = (
            int(sums[end] - sums[start]) for sums in telling
        )
        weight = _QUOTED if outside_s + outside_t >= _ENOUGH_OUTSIDE else 1.0
        simplified, traditional = outside_s + weight * inside_s, outside_t + weight * inside_t
        if japanese >= _LEAST_JAPANESE and japanese >= _JAPANESE * (simplified + traditional + japanese):
            yield ScriptGuess("none", 0.0)
            continue
        if not simplified + traditional and hanzi:
            simplified, traditional = _weak(text[start:end])
        if not simplified + traditional or strange > hanzi:
            yield ScriptGuess("none", 0.0)
            continue
        yield _weigh(simplified, traditional, regional.region(start, end))


def _weigh(simplified: float, traditional: float, region: Region) -> ScriptGuess:
    evidence = simplified + traditional
    weaker = min(simplified, traditional) / evidence
    certainty = evidence / (evidence + 1)
    if weaker >= _MIXED:
        return ScriptGuess("mixed", certainty * min(1.0, 0.5 + weaker), region)
    if simplified > traditional:
        return ScriptGuess("simplified", certainty * (1 - weaker))
    return ScriptGuess("traditional", certainty * (1 - weaker), region)


def _masks(
    kinds: npt.NDArray[np.uint8], foreign: npt.NDArray[np.bool_], quoted: npt.NDArray[np.bool_]
) -> Iterator[npt.NDArray[np.bool_]]:
    simplified, traditional = kinds & _SIMPLIFIED > 0, kinds & _TRADITIONAL > 0
    inside, outside = quoted & ~foreign, ~quoted & ~foreign
    yield simplified & inside
    yield traditional & inside
    yield simplified & outside
    yield traditional & outside
    yield (kinds & _NEW_JAPANESE > 0) & ~foreign
    hanzi = kinds & _HANZI > 0
    yield hanzi & foreign
    yield hanzi & ~foreign


def _foreign(kinds: npt.NDArray[np.uint8], quoted: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """For each code point whether what it stands in is written with kana or hangul: its sentence without
    what is quoted there, or the quotation."""
    if not (kinds & _SYLLABIC).any():
        return np.zeros(len(kinds), np.bool_)
    outside = np.where(quoted, 0, kinds).astype(np.uint8)
    marks = _ENDING | _OPENING | _CLOSING
    return _foreign_between(outside, kinds & _ENDING > 0) | _foreign_between(kinds, kinds & marks > 0)


def _foreign_between(kinds: npt.NDArray[np.uint8], marks: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    ends = np.flatnonzero(marks) + 1
    starts = np.unique(np.concatenate(([0], ends[ends < len(kinds)])))
    syllabic, hanzi, japanese = (
        np.add.reduceat((kinds & kind > 0).astype(np.int64), starts)
        for kind in (_SYLLABIC, _HANZI, _NEW_JAPANESE)
    )
    foreign = (syllabic > _FOREIGN * (syllabic + hanzi)) | ((syllabic > 0) & (japanese > 0))
    answer: npt.NDArray[np.bool_] = np.repeat(foreign, np.diff(np.append(starts, len(kinds))))
    return answer


def _in_quotation(kinds: npt.NDArray[np.uint8], bounds: list[tuple[int, int]]) -> npt.NDArray[np.bool_]:
    """For each code point whether it stands in quotation marks, as far as those of its paragraph tell."""
    depth = np.cumsum((kinds & _OPENING > 0).astype(np.int32) - (kinds & _CLOSING > 0).astype(np.int32))
    starts = np.array([start for start, _ in bounds])
    before = np.where(starts > 0, depth[np.maximum(starts, 1) - 1], 0)
    lengths = np.diff(np.append(starts, len(kinds)))
    answer: npt.NDArray[np.bool_] = depth > np.repeat(before, lengths)
    return answer


def _weak(text: str) -> tuple[float, float]:
    """What tells by the words around it alone: 后 and 面 in 后面, which are 後面 in Traditional."""
    changed = [
        sum(before != after for before, after in zip(text, script.convert(text, config).text, strict=True))
        for config in ("s2t", "t2s")
    ]
    simplified, traditional = (count * _WEAK if count >= _LEAST_WEAK else 0.0 for count in changed)
    return simplified, traditional


@lru_cache(maxsize=1)
def _table() -> npt.NDArray[np.uint8]:
    """What each code point tells."""
    chars = np.arange(FIRST, END, dtype=np.uint32)
    table = np.zeros(CODE_POINTS, np.uint8)
    # The character set of Simplified text has some Traditional forms (乾 as in 乾隆, 瞭 as in 瞭望), and
    # Traditional text commonly has some Simplified ones (后 as in 皇后, 里 as in 公里). They do not tell.
    gb2312, big5 = _in_set("gb2312", 0xB0, 0xF7), _in_set("big5", 0xA4, 0xC8)
    traditional = forms("t2s") != chars
    regional = (forms("tw2t") != chars) | (forms("hk2t") != chars)  # 温 and 户 are Hong Kong's own forms
    simplified = ~traditional & ~regional & (forms("s2t") != chars)
    japanese = ~traditional & ~simplified & (forms("jp2t") != chars)
    japanese[[ord(char) - FIRST for char in _KOKUJI]] = True
    table[FIRST:END] = (
        (traditional & ~gb2312) * _TRADITIONAL
        | (simplified & ~big5) * _SIMPLIFIED
        | (japanese & ~gb2312 & ~big5) * _NEW_JAPANESE
        | _HANZI
    )
    table[0x20000:0x32400] = _HANZI
    for first, end in _SYLLABARIES:
        table[first:end] = _SYLLABIC
    for marks, kind in (("“「『《〈", _OPENING), ("”」』》〉", _CLOSING), ("。！？!?\n\r", _ENDING)):
        table[[ord(mark) for mark in marks]] = kind
    return table


def _in_set(encoding: str, first: int, last: int) -> npt.NDArray[np.bool_]:
    """Which hanzi a double-byte set has under these first bytes.

    For Big5 up to C8 those are the common ones: the second level begins at C940 and has 体 and 万, which no
    ordinary text uses.
    """
    pairs = bytes(
        byte for high in range(first, last + 1) for low in range(0x40, 0xFF) for byte in (high, low)
    )
    found = codes_of(pairs.decode(encoding, "ignore"))
    table = np.zeros(CODE_POINTS, np.bool_)
    table[found] = True
    return table[FIRST:END]
