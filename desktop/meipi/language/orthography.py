"""Orthography: pinyin written by word, as GB/T 16159-2012 sets down, as far as the words themselves tell.

Not told by words, and so left undone: an object from its verb where the dictionary has the two as one, a
place word from its noun, and the meaning that decides whether 一手 is one word.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from meipi.language import hanzi, script, segmenter, sentences, words
from meipi.language.span import Span
from meipi.language.splits import NONE, Splits
from meipi.language.word_joining import Written, written_words

LONGEST = 6
"""A word of more hanzi is cut into parts, or its pinyin would have no place over a line."""

_TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
# What begins a syllable that an apostrophe parts from the one before it.
_OPEN = frozenset("aāáǎàoōóǒòeēéěèê")
# What else begins a sentence: speech that is announced, the title of a work, a sentence within a quotation.
_BEGINNING = re.compile(r"[：:]\s*[“‘「『\"]|《|[。！？](?![。！？…”’」』）)])")
_LETTER = re.compile(r"[^\W_]")


class WordPinyin(NamedTuple):
    """One word and its pinyin."""

    span: Span
    """Which code points of the text it stands over: hanzi only."""
    pinyin: str
    syllables: tuple[Span, ...]
    """For each of these hanzi, the code points of `pinyin` that are its syllable.

    Apostrophes and hyphens lie between them. The 儿 that only colours the syllable before it has the same
    span as that: 花儿 is "huār", twice 0 to 4.
    """


def write(text: str, readings: Sequence[str | None], splits: Splits = NONE) -> list[WordPinyin]:
    """The words of `text` in order with their pinyin, divided as `splits` want.

    A hanzi without a reading belongs to no word.

    `readings` is what `pinyin.read` gives, one for each code point (ValueError if there are more or fewer).
    Either script will do: words are found in the Simplified form, which has the same positions.
    """
    if len(readings) != len(text):
        raise ValueError(f"{len(readings)} readings for {len(text)} code points")
    simplified = script.convert(text, "tw2s").text
    segmenter.learn(simplified)
    right = _put_right(text, splits)
    found = [
        part
        for run in hanzi.RUN.finditer(simplified)
        for word in _corrected([*written_words(simplified, Span(*run.span()), readings)], right)
        for part in _parts(word, readings)
    ]
    capitals = set(_beginnings(text))
    return [_spell(word, readings, word.capital or word.start in capitals) for word in found]


def tone_of(syllable: str) -> int:
    """The tone that the mark of a syllable of pinyin shows, 1 to 4; 5 without a mark, 0 without a letter."""
    for letter in unicodedata.normalize("NFD", syllable):
        if letter in _TONES:
            return _TONES[letter]
    return 5 if _LETTER.search(syllable) else 0


def _put_right(text: str, splits: Splits) -> dict[Span, list[int]]:
    """Where the words of `text` are other ones by the reader's corrections: the ends of those within."""
    if splits is NONE:
        return {}
    plain = [0, *(word.end for word in words.segment(text))]
    wanted = [0, *(word.end for word in words.segment(text, splits))]
    found: dict[Span, list[int]] = {}
    for start, end in pairwise(sorted({*plain} & {*wanted})):
        inside, before = (ends[bisect(ends, start) : bisect(ends, end)] for ends in (wanted, plain))
        if inside != before:
            found[Span(start, end)] = inside
    return found


def _corrected(written: list[Written], right: dict[Span, list[int]]) -> Iterator[Written]:
    """The words of one run, divided as they were put right."""
    if not right or not written:
        yield from written
        return
    edges = {written[0].start, *(word.end for word in written)}
    for span, ends in right.items():
        if written[0].start <= span.start and span.end <= written[-1].end:
            edges = {at for at in edges if not span.start < at < span.end} | {span.start, *ends}
    known = {(word.start, word.end): word for word in written}
    for start, end in pairwise(sorted(edges)):
        word = known.get((start, end))
        if word is None:
            around = [each for each in written if each.start < end and start < each.end]
            word = Written(
                start,
                end,
                any(each.capital and each.start == start for each in around),
                tuple(at for each in around for at in each.hyphens if start < at < end),
                tuple(at for each in around for at in each.coloured if start <= at < end),
            )
        yield word


def _beginnings(text: str) -> Iterator[int]:
    """Where the first letter of each sentence stands."""
    starts = [span.start for span in sentences.split(text)]
    starts += [found.end() for found in _BEGINNING.finditer(text)]
    for start in starts:
        if first := _LETTER.search(text, start):
            yield first.start()


def _parts(word: Written, readings: Sequence[str | None]) -> Iterator[Written]:
    """The word without hanzi that have no reading, in parts that are not too long."""
    if word.end - word.start <= LONGEST and all(readings[word.start : word.end]):
        yield word
        return
    start = word.start
    for at in range(word.start, word.end + 1):
        if at == word.end or not readings[at]:
            if at > start:
                yield from _short(word, start, at)
            start = at + 1


def _short(word: Written, start: int, end: int) -> Iterator[Written]:
    count = -(-(end - start) // LONGEST)
    size = -(-(end - start) // count)
    while start < end:
        stop = min(start + size, end)
        yield word._replace(start=start, end=stop, capital=word.capital and start == word.start)
        start = stop


def _spell(word: Written, readings: Sequence[str | None], capital: bool) -> WordPinyin:
    spelled = ""
    syllables: list[Span] = []
    for at in range(word.start, word.end):
        reading = readings[at] or ""
        if at in word.coloured and at > word.start:
            spelled += "r"
            syllables[-1] = Span(syllables[-1].start, len(spelled))
            syllables.append(syllables[-1])
            continue
        if at == word.start:
            reading = reading[:1].upper() + reading[1:] if capital else reading
        elif at in word.hyphens:
            spelled += "-"
        elif reading[0] in _OPEN:
            spelled += "'"
        syllables.append(Span(len(spelled), len(spelled) + len(reading)))
        spelled += reading
    return WordPinyin(Span(word.start, word.end), spelled, tuple(syllables))
