"""The readings of an article: found piece by piece, kept for the source, told for whatever text is shown.

Offsets named `source` are code points of the article's text, `shown` those of the converted one.
"""

from __future__ import annotations

import numpy as np

from meipi.language.pinyin import read, zhuyin
from meipi.language.span import Span
from meipi.reading import characters
from meipi.reading.analysis import Ints, find_paragraphs
from meipi.reading.shown import Shown

_LONGEST_PIECE = 2_000  # code points read at one go: some milliseconds' work


class Spellings:
    """Every reading met so far and its number; 0 is no reading. One for all articles, so that a reading
    is drawn once."""

    def __init__(self) -> None:
        self.pinyin = [""]
        self.zhuyin = [""]
        self._number_of: dict[str, int] = {}

    def number(self, reading: str | None) -> int:
        """The number of a reading in pinyin, given when it is first met; 0 for none."""
        if not reading:
            return 0
        number = self._number_of.get(reading)
        if number is None:
            number = self._number_of[reading] = len(self.pinyin)
            self.pinyin.append(reading)
            self.zhuyin.append(zhuyin(reading))
        return number


class Readings:
    """A reading for each code point of the source, found piece by piece as they are asked for."""

    def __init__(self, source: str, spellings: Spellings) -> None:
        self.source, self.spellings = source, spellings
        self.numbers: Ints = np.zeros(len(source), np.int32)
        self._phrases: dict[str, list[int]] = {}
        paragraphs = find_paragraphs(characters.class_table()[characters.codes_of(source)])
        pieces = [
            (start, min(start + _LONGEST_PIECE, last))
            for first, last in zip(paragraphs.firsts.tolist(), paragraphs.lasts.tolist(), strict=True)
            for start in range(first, last, _LONGEST_PIECE)
        ]
        self._starts = np.array([start for start, _ in pieces], np.int32)
        self._ends = np.array([end for _, end in pieces], np.int32)
        self._done = np.zeros(len(pieces), np.bool_)

    def missing(self, span: Span) -> list[Span]:
        """The pieces of the source that touch the span and have not been read."""
        first = int(np.searchsorted(self._ends, span.start, "right"))
        last = int(np.searchsorted(self._starts, span.end, "left"))
        return [
            Span(int(self._starts[place]), int(self._ends[place]))
            for place in range(first, last)
            if not self._done[place]
        ]

    def next_missing(self) -> Span | None:
        """The first piece that has not been read; None when all is done."""
        place = int(np.argmin(self._done)) if len(self._done) else 0
        if place >= len(self._done) or self._done[place]:
            return None
        return Span(int(self._starts[place]), int(self._ends[place]))

    def read(self, piece: Span) -> None:
        """Read one of the pieces that `missing` gave."""
        number = self.spellings.number
        self.numbers[piece.start : piece.end] = [
            number(reading) for reading in read(self.source[piece.start : piece.end])
        ]
        self._done[np.searchsorted(self._starts, piece.start)] = True

    def on(self, shown: Shown) -> Ints:
        """The reading's number for each code point of the shown text.

        Where conversion changed a phrase into one of another length, the phrase shown is read itself.
        """
        pieces = shown.conversion.uneven
        if not pieces:
            return self.numbers
        parts: list[Ints] = []
        at = 0
        for piece in pieces:
            parts.append(self.numbers[at : piece.source.start])
            phrase = shown.text[piece.target.start : piece.target.end]
            known = bool(self.numbers[piece.source.start : piece.source.end].any())
            parts.append(np.array(self._phrase(phrase) if known else [0] * len(phrase), np.int32))
            at = piece.source.end
        parts.append(self.numbers[at:])
        return np.concatenate(parts)

    def _phrase(self, phrase: str) -> list[int]:
        if phrase not in self._phrases:
            self._phrases[phrase] = [self.spellings.number(reading) for reading in read(phrase)]
        return self._phrases[phrase]
