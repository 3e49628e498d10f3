"""Sandhi: the tones of speech, where they are not those of the dictionary.

一 and 不 hang on what follows them. A third tone before a third becomes a second: within a word, and between
two words of which one is a single hanzi, as speech puts those together (很 好, 我 想). Where three and more
meet, how far the change goes is a matter of pace; here a word of three whose last two are a word keeps its
first (小老鼠, 纸老虎). After Chao, A Grammar of Spoken Chinese (1968), 1.3.4.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from meipi.language import segmenter
from meipi.language.reading import Reading
from meipi.language.surroundings import tagged

_TONES = ("\u0304", "\u0301", "\u030c", "\u0300")
# What 一 is a digit among, and what of these it counts: 一百, 三百一十.
_DIGITS = frozenset("〇零一二三四五六七八九十百千万亿点两0123456789")
_LARGE = frozenset("〇零百千万亿点两")
# What makes it an ordinal or the end of a word: 第一, 初一, 周一; 统一, 唯一.
_ORDINAL = frozenset("第初周统唯专单归逐")
# What 一 counts the first of, and not how many.
_FIRST = ("月", "号", "楼")


def change(simplified: str, readings: list[Reading | None]) -> None:
    """Turn dictionary tones into those of speech, in place."""
    tones = [tone(reading.pinyin) if reading else 0 for reading in readings]
    spoken = list(tones)
    words = _words(simplified)
    _one_and_not(simplified, tones, spoken, {start for start, _ in words})
    for start, end in words:
        _thirds(simplified, spoken, start, end)
    # From the end, since an adverb goes with what follows it: 老虎 很好, not 老虎很 好.
    for (start, middle), (_, end) in reversed([*pairwise(words)]):
        if spoken[middle - 1] == spoken[middle] == 3 and (middle - start == 1 or end - middle == 1):
            spoken[middle - 1] = 2
    for offset, (old, new) in enumerate(zip(tones, spoken, strict=True)):
        reading = readings[offset]
        if reading is not None and old != new:
            readings[offset] = reading._replace(pinyin=with_tone(reading.pinyin, old, new))


def tone(syllable: str) -> int:
    """The tone that the mark of a syllable shows, 1 to 4; 5 without a mark."""
    for letter in unicodedata.normalize("NFD", syllable):
        if letter in _TONES:
            return _TONES.index(letter) + 1
    return 5


def with_tone(syllable: str, old: int, new: int) -> str:
    """A syllable of one tone, 1 to 4, with another, 5 being none."""
    mark = "" if new == 5 else _TONES[new - 1]
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", syllable).replace(_TONES[old - 1], mark))


def _words(text: str) -> list[tuple[int, int]]:
    found = []
    start = 0
    for word, _ in tagged(text):
        found.append((start, start + len(word)))
        start += len(word)
    return found


def _one_and_not(text: str, tones: list[int], spoken: list[int], starts: set[int]) -> None:
    for offset, char in enumerate(text):
        if char not in "一不" or tones[offset] not in (1, 4):
            continue
        before, after = text[offset - 1 : offset], text[offset + 1 : offset + 2]
        following = tones[offset + 1] if after else 0
        if before and before == after and tones[offset - 1] and char != before:
            # 看一看, 好不好
            spoken[offset] = 5
        elif not following:
            continue
        elif char == "不":
            spoken[offset] = 2 if following == 4 else 4
        elif not _is_number(text, offset, starts):
            # Neutral 个 comes from a fourth tone: yí ge.
            spoken[offset] = 2 if following == 4 or after == "个" else 4


def _is_number(text: str, offset: int, starts: set[int]) -> bool:
    """Whether 一 is the first, a digit, or the end of a word (统一), and not how many."""
    before, after = text[offset - 1 : offset] if offset else "", text[offset + 1]
    if before in _ORDINAL or (before in _DIGITS and before not in _LARGE):
        return True
    if (after in _DIGITS and after not in _LARGE) or text.startswith(_FIRST, offset + 1):
        return True
    return offset not in starts and offset + 1 in starts and after != "个"


def _thirds(text: str, spoken: list[int], start: int, end: int) -> None:
    if end - start == 3 and spoken[start:end] == [3, 3, 3] and _is_word(text[start + 1 : end]):
        spoken[start + 1] = 2
        return
    for offset in range(start, end - 1):
        if spoken[offset] == spoken[offset + 1] == 3:
            spoken[offset] = 2


def _is_word(word: str) -> bool:
    return segmenter.has_word(word)
