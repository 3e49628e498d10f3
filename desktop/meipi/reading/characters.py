"""What each code point does at the edge of a line.

Eleven classes are enough for the prohibitions of the W3C's Requirements for Chinese Text Layout
(CLREQ, 6.1 "Prohibition rules for line start and line end") beside Latin words and numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import numpy as np
import numpy.typing as npt

from meipi.language.span import Span

Classes = npt.NDArray[np.uint8]
Codes = npt.NDArray[np.uint32]
Flags = npt.NDArray[np.bool_]

OTHER, HANZI, WORD, OPEN, CLOSE, STOP, JOIN, DASH, SPACE, ZERO, GLUE, BREAK = range(12)
"""OTHER breaks on both sides; HANZI too. WORD holds together with WORD. OPEN never ends a line, CLOSE and
STOP never begin one (STOP also holds a number together: 1,000). JOIN ties words (state-owned). DASH is
never parted from its like. SPACE stays with what is before it, ZERO has no width, GLUE parts nowhere,
BREAK ends a paragraph."""

CODE_POINTS = 0x110000
_CLASSES = 12
_UNITS = "年月日号號时時分秒点點岁歲元角块塊万萬亿億倍个個名位人度米里斤吨噸升页頁卷期届屆次"
_LATIN_UNIT = re.compile(
    "(?:[kcm]?m|[km]?g|[tlLhWVAKNJB]|m[lL]|m?s|min|[kMG]?Hz|[kM]W|k?Pa|kJ|kcal|dB|[kKMGT]B|px|pt|ha|mol|ppm)"
    "(?![A-Za-z])"
)
_EM_DASH = 0x2014
_LONGEST_UNIT = 5
_UNIT_CODES = np.array([ord(unit) for unit in _UNITS], np.uint32)
"""Measure words that a number in digits is not parted from."""

_APOSTROPHE, _ZERO_WIDTH_JOINER = 0x2019, 0x200D
STRAIGHT_QUOTE = 0x22

_WORDS = (
    (0x30, 0x39), (0x41, 0x5A), (0x61, 0x7A), (0xAA, 0xAA), (0xB5, 0xB5), (0xBA, 0xBA), (0xC0, 0xD6),
    (0xD8, 0xF6), (0xF8, 0x2AF), (0x370, 0x1FFF), (0x2C00, 0x2DFF), (0xA640, 0xA69F), (0xA720, 0xABFF),
    (0xFB00, 0xFDFF), (0xFE70, 0xFEFC), (0x10000, 0x167FF),
)  # fmt: skip
_HANZI = (
    (0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3021, 0x3029), (0x3038, 0x303B), (0x3041, 0x3096),
    (0x30A1, 0x30FA), (0x3105, 0x312F), (0x31A0, 0x31BF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF),
    (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0x20000, 0x3FFFD),
)  # fmt: skip
_ZERO = (
    (0x00, 0x08), (0x0E, 0x1F), (0x7F, 0x84), (0x86, 0x9F), (0xAD, 0xAD), (0x300, 0x36F), (0x483, 0x489),
    (0x591, 0x5BD), (0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670), (0x6D6, 0x6DC), (0xE31, 0xE31),
    (0xE34, 0xE3A), (0xE47, 0xE4E), (0x180B, 0x180F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x200B, 0x200F),
    (0x202A, 0x202E), (0x2061, 0x206F), (0x20D0, 0x20FF), (0x302A, 0x302F), (0x3099, 0x309A),
    (0xFE00, 0xFE0F), (0xFE20, 0xFE2F), (0x1F3FB, 0x1F3FF), (0xE0000, 0xE01EF),
)  # fmt: skip
_IDEOGRAPHS = ((0x3007, 0x3007), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFD))

_MEMBERS = {
    OPEN: "（「『“‘《〈【〔［｛〖〘〚〝([{«‹$£¥€＄￥￡＠#＃｢",
    CLOSE: "。，、；：？！）」』”’》〉】〕］｝〗〙〛〞〟·・‧々〻ーゝゞヽヾ‼⁇⁈⁉｡､｣"
    "％‰℃°′″～〜﹏︰﹐﹑﹒﹔﹕﹖﹗．)]}»›%",
    STOP: ",.;:!?",
    JOIN: "-/\\_@&+='\"~^*|",
    DASH: "—…‥⋯―",
    SPACE: " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000",
    GLUE: "\u00a0\u2007\u202f\u2060\ufeff",
    BREAK: "\n\r\x0b\x0c\x85\u2028\u2029",
}


@cache
def class_table() -> Classes:
    """The class of every code point, by code point."""
    table = np.zeros(CODE_POINTS, np.uint8)
    for ranges, value in ((_WORDS, WORD), (_HANZI, HANZI), (_ZERO, ZERO)):
        for first, last in ranges:
            table[first : last + 1] = value
    for value, members in _MEMBERS.items():
        table[[ord(member) for member in members]] = value
    return table


def codes_of(text: str) -> Codes:
    """One UTF-32 unit a code point; an unpaired surrogate counts as one, like any other."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def classes_of(codes: Codes) -> Classes:
    """The class of each code point where it stands: ’ closes a quotation, but ties within don’t; " opens and
    closes by turns."""
    classes = class_table()[codes]
    if len(codes) > 2:
        tied = (codes[1:-1] == _APOSTROPHE) & (classes[:-2] == WORD) & (classes[2:] == WORD)
        classes[1:-1][tied] = JOIN
    _pair_quotes(codes, classes)
    return classes


def _pair_quotes(codes: Codes, classes: Classes) -> None:
    """Let " open and close by turns where a paragraph has an even number of them; an odd one means inches or
    was forgotten, and none of the paragraph's can be told then."""
    at = np.flatnonzero(codes == STRAIGHT_QUOTE)
    if not len(at):
        return
    paragraph = np.searchsorted(np.flatnonzero(classes == BREAK), at)
    first = np.searchsorted(paragraph, paragraph, "left")
    even = (np.searchsorted(paragraph, paragraph, "right") - first) % 2 == 0
    opens = (np.arange(len(at)) - first) % 2 == 0
    classes[at[even]] = np.where(opens[even], OPEN, CLOSE)


def cluster(codes: Codes, classes: Classes, at: int) -> Span:
    """What a reader takes for one character, around a code point: with what has no width of its own behind
    it, with what a joiner ties to it, and a flag's two letters together.

    Of Unicode's extended grapheme clusters (UAX #29) these are the ones that are met in Chinese text. A line
    ending is never part of one.
    """
    start, end = at, at + 1
    while start > 0 and _holds(codes, classes, start):
        start -= 1
    while end < len(codes) and _holds(codes, classes, end):
        end += 1
    return Span(start, end)


def _holds(codes: Codes, classes: Classes, place: int) -> bool:
    """Whether the code points before and behind a place are parts of one character."""
    if classes[place - 1] == BREAK or classes[place] == BREAK:
        return False
    if classes[place] == ZERO:
        return True
    # It joins pictures; between hanzi it is astray, and they stay two.
    if classes[place] == OTHER and codes[place - 1] == _ZERO_WIDTH_JOINER:
        return True
    if not (_is_flag(codes[place - 1]) and _is_flag(codes[place])):
        return False
    first = place - 1
    while first > 0 and _is_flag(codes[first - 1]):
        first -= 1
    return (place - first) % 2 == 1


def _is_flag(code: np.uint32) -> bool:
    """Whether it is one of the letters (regional indicators) of which two make a flag."""
    return bool(0x1F1E6 <= code <= 0x1F1FF)


def ideographs(codes: Codes) -> Flags:
    """True where a code point is an ideograph: as wide as the em in every font for Chinese."""
    found = np.zeros(len(codes), np.bool_)
    for first, last in _IDEOGRAPHS:
        found |= (codes >= first) & (codes <= last)
    return found


def effective(classes: Classes) -> Classes:
    """The classes with each zero-width code point taking the class of the cell it belongs to."""
    at = np.flatnonzero(classes == ZERO)
    if not len(at):
        return classes
    first = np.append(True, np.diff(at) > 1)
    runs = np.diff(np.append(np.flatnonzero(first), len(at)))
    found = classes.copy()
    found[at] = np.repeat(classes[np.maximum(at[first] - 1, 0)], runs)
    return found


def pair(before: int, after: int) -> int:
    """The number by which `pairs_of` tells that two classes stand together."""
    return before * _CLASSES + after


def pairs_of(classes: Classes) -> Classes:
    """For each code point but the first, its class and that of the cell before, as one number."""
    found: Classes = effective(classes)[:-1] * np.uint8(_CLASSES) + classes[1:]
    return found


def _table(refused: Callable[[int, int], bool]) -> Flags:
    return np.array([not refused(*divmod(number, _CLASSES)) for number in range(_CLASSES * _CLASSES)])


def _parts_not(before: int, after: int) -> bool:
    return (
        after in (CLOSE, STOP)
        or after >= SPACE
        or before in (OPEN, GLUE)
        or (before == WORD and after in (WORD, JOIN))
        or (before == JOIN and after in (WORD, JOIN))
        or (before == STOP and after == JOIN)
        or before == after == DASH
    )


def _stretches_not(before: int, after: int) -> bool:
    return (
        after in (ZERO, BREAK)
        or (before in (WORD, JOIN) and after in (WORD, JOIN, STOP))
        or (before == STOP and after == WORD)
        or before == after == DASH
    )


_BREAKS, _STRETCHES = _table(_parts_not), _table(_stretches_not)


def _opened(classes: Classes) -> Flags:
    """True for each space after which a bracket or quotation is open and still empty."""
    places = np.arange(len(classes), dtype=np.int32)
    bases = np.maximum.accumulate(np.where((classes == SPACE) | (classes == ZERO), 0, places))
    opened: Flags = (classes == SPACE) & (classes[bases] == OPEN)
    return opened


def break_allowed(codes: Codes, classes: Classes) -> Flags:
    """For each code point, whether a line may begin with it; one more, True, for the end of the text."""
    count = len(codes)
    allowed = np.ones(count + 1, np.bool_)
    if count < 2:
        return allowed
    pairs = pairs_of(classes)
    inner = allowed[1:-1]
    inner[:] = _BREAKS[pairs]
    # What two classes do not tell, looked at only where it may be.
    dashes = np.flatnonzero(pairs == pair(DASH, DASH))
    inner[dashes] = codes[dashes] != codes[dashes + 1]
    numbers = np.flatnonzero(pairs == pair(STOP, WORD))
    numbers = numbers[numbers > 0]
    inner[numbers[pairs[numbers - 1] == pair(WORD, STOP)]] = False
    units = np.flatnonzero(pairs == pair(WORD, HANZI))
    units = units[(codes[units] >= 0x30) & (codes[units] <= 0x39)]
    # Not np.isin, nor np.unique elsewhere: the first call of either imports numpy.ma, 9 ms of a start.
    inner[units[(codes[units + 1][:, None] == _UNIT_CODES).any(axis=1)]] = False
    inner[np.flatnonzero(codes[:-1] == _ZERO_WIDTH_JOINER)] = False
    for space in _spaced_units(codes, pairs):
        inner[space] = False
    if (pairs == pair(OPEN, SPACE)).any():
        inner[_opened(classes)[:-1]] = False
    return allowed


def _spaced_units(codes: Codes, pairs: Classes) -> list[int]:
    """Each space between a number and its unit, as in "5 km": the number of the break behind it."""
    found: list[int] = []
    for space in (np.flatnonzero(pairs[1:] == pair(SPACE, WORD)) + 1).tolist():
        if not 0x30 <= codes[space - 1] <= 0x39:
            continue
        word = codes[space + 1 : space + 1 + _LONGEST_UNIT].tolist()
        letters = "".join(map(chr, word))
        if _LATIN_UNIT.match(letters):
            found.append(space)
    return found


def long_dashes(codes: Codes) -> Flags:
    """True for the parts of a dash that is written with two code points or more."""
    dash = codes == _EM_DASH
    long: Flags = np.zeros(len(codes), np.bool_)
    pairs = dash[:-1] & dash[1:]
    long[:-1] |= pairs
    long[1:] |= pairs
    return long


def stretch_allowed(classes: Classes) -> Flags:
    """For each code point, whether space may be added before it when a line is justified."""
    allowed = np.zeros(len(classes), np.bool_)
    if len(classes) > 1:
        allowed[1:] = _STRETCHES[pairs_of(classes)]
    return allowed
