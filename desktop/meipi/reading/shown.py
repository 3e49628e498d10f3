"""The text as it is shown, and what joins it to the source text.

`Shown` is made anew for each script; `Readings` belong to the source and outlive a change of script.
Offsets named `source` are code points of the article's text, `shown` those of the converted one.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from meipi.exchange.draft import Block
from meipi.language.pinyin import read, zhuyin
from meipi.language.script import Conversion
from meipi.language.span import Span
from meipi.reading import characters
from meipi.reading.layout import Analysis, Ints, find_paragraphs
from meipi.reading.metrics import KINDS

_LONGEST_PIECE = 2_000  # code points read at one go: some milliseconds' work


class Shown:
    """A conversion of the article's text, with the arrays that layout takes."""

    def __init__(self, conversion: Conversion, blocks: Sequence[Block]) -> None:
        self.conversion = conversion
        self.text = conversion.text
        self.analysis = Analysis(self.text)
        self.kinds = self._kinds(blocks)

    def _kinds(self, blocks: Sequence[Block]) -> npt.NDArray[np.uint8]:
        plain = KINDS.index("paragraph")
        paragraphs = self.analysis.paragraphs
        kinds = np.full(len(paragraphs), plain, np.uint8)
        for block in blocks:
            if block.kind == "paragraph" or block.kind not in KINDS or not len(kinds):
                continue
            span = self.to_shown(Span(block.start, block.end))
            first, last = paragraphs.at(span.start), paragraphs.at(max(span.start, span.end - 1))
            kinds[first : last + 1] = KINDS.index(block.kind)
        return kinds

    def to_source(self, shown: Span) -> Span:
        """The smallest span of whole units of the source that a span of the shown text stands for."""
        return self.conversion.to_source(shown)

    def to_shown(self, source: Span) -> Span:
        """The smallest span of whole units of the shown text that stands for a span of the source."""
        return self.conversion.to_target(source)

    def unit_at(self, shown: int) -> Span:
        """The source span of the unit that the shown code point belongs to, its zero-width tail included."""
        classes, end = self.analysis.classes, shown + 1
        while end < len(classes) and classes[end] == characters.ZERO:
            end += 1
        while shown > 0 and classes[shown] == characters.ZERO:
            shown -= 1
        return self.to_source(Span(shown, end))


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
        paragraphs = find_paragraphs(characters.class_table()[characters.codes_of(source)])
        pieces = [
            (start, min(start + _LONGEST_PIECE, last))
            for first, last in zip(paragraphs.firsts.tolist(), paragraphs.lasts.tolist(), strict=True)
            for start in range(first, last, _LONGEST_PIECE)
        ]
        self._starts = np.array([start for start, _ in pieces], np.int32)
        self._ends = np.array([end for _, end in pieces], np.int32)
        self._done = np.zeros(len(pieces), np.bool_)

    def known(self) -> characters.Flags:
        """Which pieces have been read by now; for `missing`."""
        return self._done.copy()

    def missing(self, span: Span, known: characters.Flags | None = None) -> list[Span]:
        """The pieces of the source that touch the span and have not been read, or were not when `known` was
        taken."""
        done = self._done if known is None else known
        first = int(np.searchsorted(self._ends, span.start, "right"))
        last = int(np.searchsorted(self._starts, span.end, "left"))
        return [
            Span(int(self._starts[place]), int(self._ends[place]))
            for place in range(first, last)
            if not done[place]
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

        Where conversion changed a phrase into one of another length, the phrase shown is read itself. What is
        read later does not appear in it: a layout has left no room for that.
        """
        pieces = shown.conversion.uneven
        if not pieces:
            return self.numbers.copy()
        parts: list[Ints] = []
        at = 0
        for piece in pieces:
            parts.append(self.numbers[at : piece.source.start])
            phrase = shown.text[piece.target.start : piece.target.end]
            numbers = [0] * len(phrase)
            if self.numbers[piece.source.start : piece.source.end].any():
                numbers = [self.spellings.number(reading) for reading in read(phrase)]
            parts.append(np.array(numbers, np.int32))
            at = piece.source.end
        parts.append(self.numbers[at:])
        return np.concatenate(parts)
