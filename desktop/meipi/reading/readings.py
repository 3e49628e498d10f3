"""The readings of an article: found piece by piece, kept for the source, told for whatever text is shown.

Offsets named `source` are code points of the article's text, `shown` those of the converted one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from meipi.language.span import Span
from meipi.reading import characters
from meipi.reading.analysis import Ints, find_paragraphs
from meipi.reading.shown import Shown

if TYPE_CHECKING:
    from meipi.language.orthography import WordPinyin

_NONE: Ints = np.zeros(0, np.int32)
_LONGEST_PIECE = 2_000  # code points read at one go: some milliseconds' work


class Spellings:
    """Every reading and every word's pinyin met so far, each with its number; 0 is none. One for all
    articles, so that a reading is drawn once."""

    def __init__(self) -> None:
        self.pinyin = [""]
        self.zhuyin = [""]
        self.words = [""]
        self.syllables: list[tuple[Span, ...]] = [()]
        """For each word, the code points of its pinyin that belong to each of its hanzi."""
        self._number_of: dict[str, int] = {}
        self._word_of: dict[tuple[str, tuple[Span, ...]], int] = {}

    def number(self, reading: str | None) -> int:
        """The number of a reading in pinyin, given when it is first met; 0 for none."""
        if not reading:
            return 0
        number = self._number_of.get(reading)
        if number is None:
            from meipi.language.zhuyin import zhuyin

            number = self._number_of[reading] = len(self.pinyin)
            self.pinyin.append(reading)
            self.zhuyin.append(zhuyin(reading))
        return number

    def word(self, word: WordPinyin) -> int:
        """The number of a word's pinyin."""
        key = (word.pinyin, word.syllables)
        number = self._word_of.get(key)
        if number is None:
            number = self._word_of[key] = len(self.words)
            self.words.append(word.pinyin)
            self.syllables.append(word.syllables)
        return number


@dataclass(frozen=True, slots=True)
class Told:
    """What is read over a text, for each of its code points."""

    numbers: Ints
    """The reading's number."""
    words: Ints
    """The number of the word's pinyin where a word begins, 0 elsewhere; empty if nothing is read by word."""
    lengths: Ints
    """How many code points the word has that begins here; empty likewise."""

    def within(self, start: int, end: int) -> Told:
        """What is told from one code point up to another; a word that goes on beyond is read by syllable."""
        part = slice(start, end)
        found = Told(self.numbers[part], self.words[part], self.lengths[part])
        count = len(found.lengths)
        if not count:
            return found
        from meipi.language.orthography import LONGEST

        tail = max(0, count - LONGEST)
        beyond = tail + np.flatnonzero(np.arange(tail, count) + found.lengths[tail:] > count)
        if not len(beyond):
            return found
        words, lengths = found.words.copy(), found.lengths.copy()
        words[beyond] = lengths[beyond] = 0
        return Told(found.numbers, words, lengths)

    def in_words(self) -> Ints:
        """The code points over which the pinyin of a word stands, in order."""
        starts = np.flatnonzero(self.lengths)
        lengths = self.lengths[starts]
        before = np.cumsum(lengths) - lengths
        found: Ints = (np.arange(int(lengths.sum())) + np.repeat(starts - before, lengths)).astype(np.int32)
        return found

    @staticmethod
    def nothing(count: int) -> Told:
        """No readings at all."""
        return Told(*(np.zeros(count, np.int32) for _ in range(3)))


class Readings:
    """A reading for each code point of the source, found piece by piece as they are asked for."""

    def __init__(self, source: str, spellings: Spellings) -> None:
        self.source, self.spellings = source, spellings
        self.by_word = False
        """Whether words are wanted too: what was read before they were counts as missing then."""
        self.version = 0
        """Grows with everything that is read: what was made of another version may lack something."""
        self._told = Told.nothing(len(source))
        self._phrases: dict[str, Told] = {}

    @cached_property
    def _pieces(self) -> tuple[Ints, Ints, npt.NDArray[np.uint8]]:
        """Beginnings and ends of the pieces, and whether each has been read (1), and by word too (2)."""
        paragraphs = find_paragraphs(characters.class_table()[characters.codes_of(self.source)])
        firsts, lasts = paragraphs.firsts, paragraphs.lasts
        counts = -(-(lasts - firsts) // _LONGEST_PIECE)
        owners = np.repeat(np.arange(len(firsts)), counts)
        places = np.arange(len(owners)) - np.repeat(np.cumsum(counts) - counts, counts)
        starts: Ints = (firsts[owners] + places * _LONGEST_PIECE).astype(np.int32)
        ends: Ints = np.minimum(starts + _LONGEST_PIECE, lasts[owners]).astype(np.int32)
        return starts, ends, np.zeros(len(starts), np.uint8)

    @property
    def _wanted(self) -> int:
        return 2 if self.by_word else 1

    def missing(self, span: Span) -> list[Span]:
        """The pieces of the source that touch the span and have not been read."""
        starts, ends, done = self._pieces
        first = int(np.searchsorted(ends, span.start, "right"))
        last = int(np.searchsorted(starts, span.end, "left"))
        return [
            Span(int(starts[place]), int(ends[place]))
            for place in range(first, last)
            if done[place] < self._wanted
        ]

    def next_missing(self, offset: int = 0) -> Span | None:
        """The first piece from a place on that has not been read, then the first before; None when all is."""
        starts, ends, done = self._pieces
        here = int(np.searchsorted(ends, offset, "right"))
        for first, missing in ((here, done[here:] < self._wanted), (0, done[:here] < self._wanted)):
            if missing.any():
                place = first + int(np.argmax(missing))
                return Span(int(starts[place]), int(ends[place]))
        return None

    def read(self, piece: Span) -> None:
        """Read one of the pieces that `missing` gave."""
        starts, _, done = self._pieces
        part = slice(piece.start, piece.end)
        found = self._read(self.source[part])
        self._told.numbers[part] = found.numbers
        if self.by_word:
            self._told.words[part], self._told.lengths[part] = found.words, found.lengths
        done[np.searchsorted(starts, piece.start)] = self._wanted
        self.version += 1

    def _read(self, text: str) -> Told:
        from meipi.language import orthography, pinyin

        readings = pinyin.read(text)
        found = Told.nothing(len(text))
        found.numbers[:] = [self.spellings.number(reading) for reading in readings]
        for word in orthography.write(text, readings) if self.by_word else ():
            found.words[word.span.start] = self.spellings.word(word)
            found.lengths[word.span.start] = word.span.end - word.span.start
        return found

    def on(self, shown: Shown) -> Told:
        """What is read over the shown text.

        Where conversion changed a phrase into one of another length, the phrase shown is read itself.
        """
        told = self._told
        if not self.by_word:
            told = Told(told.numbers, _NONE, _NONE)
        pieces = shown.conversion.uneven
        if not pieces:
            return told
        parts: list[Told] = []
        at = 0
        for piece in pieces:
            parts.append(told.within(at, piece.source.start))
            phrase = shown.text[piece.target.start : piece.target.end]
            known = bool(told.numbers[piece.source.start : piece.source.end].any())
            parts.append(self._phrase(phrase) if known else Told.nothing(len(phrase)))
            at = piece.source.end
        parts.append(told.within(at, len(self.source)))
        numbers = np.concatenate([part.numbers for part in parts])
        if not self.by_word:
            return Told(numbers, _NONE, _NONE)
        words = np.concatenate([part.words for part in parts])
        return Told(numbers, words, np.concatenate([part.lengths for part in parts]))

    def _phrase(self, phrase: str) -> Told:
        key = f"{self.by_word} {phrase}"
        if key not in self._phrases:
            self._phrases[key] = self._read(phrase)
        return self._phrases[key]
