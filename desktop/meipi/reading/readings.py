"""The readings of an article: found piece by piece, kept for the source, told for whatever text is shown.

Offsets named `source` are code points of the article's text, `shown` those of the converted one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from meipi.language.span import Span
from meipi.reading import characters, sparse
from meipi.reading.analysis import Ints, find_paragraphs
from meipi.reading.corrections import Corrections
from meipi.reading.lexicon import Lexicon
from meipi.reading.shown import Shown

if TYPE_CHECKING:
    from meipi.language.orthography import WordPinyin
    from meipi.language.reading import Reading
    from meipi.language.splits import Splits

_NONE: Ints = np.zeros(0, np.int32)
_READ, _BY_WORD, _CUT, _GLOSSED = 1, 2, 4, 8  # what has been done with a piece
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
        self._gloss_of: dict[str, int] = {}

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
        return self._over_word(word.pinyin, word.syllables)

    def gloss(self, word: str) -> int:
        """The number of the short meaning of a word in Simplified form, among the words; 0 if it has none."""
        number = self._gloss_of.get(word)
        if number is None:
            from meipi.language import meanings, orthography

            # What stands over more hanzi than a word's pinyin could stand over would find no line to break.
            told = meanings.short(word) if len(word) <= orthography.LONGEST else ""
            number = self._gloss_of[word] = self._over_word(told, ()) if told else 0
        return number

    def _over_word(self, told: str, syllables: tuple[Span, ...]) -> int:
        key = (told, syllables)
        number = self._word_of.get(key)
        if number is None:
            number = self._word_of[key] = len(self.words)
            self.words.append(told)
            self.syllables.append(syllables)
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
        return _within(starts, self.lengths[starts])

    def without(self, silent: characters.Flags) -> Told:
        """The same with nothing read at some code points; the pinyin of a word stays if any of it does."""
        starts = np.flatnonzero(self.lengths)
        gone = silent
        if len(starts):
            gone = silent.copy()
            sums = np.append(0, np.cumsum(silent))
            lengths = self.lengths[starts]
            partly = sums[starts + lengths] - sums[starts] < lengths
            gone[_within(starts[partly], lengths[partly])] = False
        numbers, words, lengths = self.numbers.copy(), self.words.copy(), self.lengths.copy()
        numbers[gone] = 0
        if len(words):
            words[gone] = lengths[gone] = 0
        return Told(numbers, words, lengths)

    @staticmethod
    def nothing(count: int) -> Told:
        """No readings at all."""
        return Told(*(sparse.zeros(count, np.int32) for _ in range(3)))


class Readings:
    """A reading for each code point of the source, found piece by piece as they are asked for."""

    def __init__(self, source: str, spellings: Spellings, lexicon: Lexicon) -> None:
        self.source, self.spellings, self.lexicon = source, spellings, lexicon
        self.by_word = False
        """Whether the pinyin of words is wanted too: what was read before it was counts as missing then."""
        self.glossed = False
        """Whether short meanings are wanted in place of the readings of words that are not known."""
        self._version = 0
        self._told = Told.nothing(len(source))
        self._words: Ints = _NONE
        self._glosses = Told.nothing(0)
        self._phrases: dict[str, Told] = {}
        self._corrections = Corrections()
        self._spoken, self._standard = False, "mainland"
        self._doubted = sparse.zeros(len(source), np.bool_)

    @cached_property
    def _pieces(self) -> tuple[Ints, Ints, npt.NDArray[np.uint8]]:
        """Beginnings and ends of the pieces, and what has been done with each."""
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
        wanted = _READ | (_BY_WORD if self.by_word else 0)
        if self.lexicon.judging:
            wanted |= _CUT | (_GLOSSED if self.glossed else 0)
        return wanted

    @property
    def _glossing(self) -> bool:
        return self.glossed and self.lexicon.judging

    @property
    def version(self) -> tuple[int, int, bool]:
        """Another one with everything that is read or becomes known: what was made of one may lack something
        of the other."""
        return self._version, self.lexicon.version, self._glossing

    def correct(self, corrections: Corrections) -> None:
        """Read as the reader has put right; where that is news, what was read counts as missing."""
        changes = list(corrections.changes(self._corrections))
        self._corrections = corrections
        if not changes or not self._done.any():
            return
        self._phrases.clear()
        starts, ends, done = self._pieces
        for span in self._places(changes):
            first = int(np.searchsorted(ends, span.start, "right"))
            done[first : int(np.searchsorted(starts, span.end, "left"))] = 0

    def choose(self, spoken: bool, standard: str) -> None:
        """Read with the tones of speech or those of the dictionary, by the standard of the "mainland" or of
        "taiwan"; where that is news, all that was read counts as missing."""
        if (spoken, standard) == (self._spoken, self._standard):
            return
        self._spoken, self._standard = spoken, standard
        self._phrases.clear()
        if self._done.any():
            self._done[:] = 0
            self._version += 1

    def doubted(self, span: Span) -> list[int]:
        """The code points of the source in a span whose reading is not sure."""
        found: list[int] = (np.flatnonzero(self._doubted[slice(*span)]) + span.start).tolist()
        return found

    def _places(self, changes: Sequence[str | Span]) -> Iterator[Span]:
        from meipi.language import script

        simplified = script.convert(self.source, "t2s").text
        for change in changes:
            if not isinstance(change, str):
                yield change
                continue
            for form, text in ((change, self.source), (script.convert(change, "t2s").text, simplified)):
                place = text.find(form)
                while place >= 0:
                    yield Span(place, place + len(form))
                    place = text.find(form, place + 1)

    @property
    def _done(self) -> npt.NDArray[np.uint8]:
        return self._pieces[2]

    def missing(self, span: Span) -> list[Span]:
        """The pieces of the source that touch the span and have not been read."""
        starts, ends, done = self._pieces
        first = int(np.searchsorted(ends, span.start, "right"))
        last = int(np.searchsorted(starts, span.end, "left"))
        return [
            Span(int(starts[place]), int(ends[place]))
            for place in range(first, last)
            if self._wanted & ~int(done[place])
        ]

    def next_missing(self, offset: int = 0) -> Span | None:
        """The first piece from a place on that has not been read, then the first before; None when all is."""
        starts, ends, done = self._pieces
        here = int(np.searchsorted(ends, offset, "right"))
        lacking = (~done & self._wanted) != 0
        for first, missing in ((here, lacking[here:]), (0, lacking[:here])):
            if missing.any():
                place = first + int(np.argmax(missing))
                return Span(int(starts[place]), int(ends[place]))
        return None

    def read(self, *pieces: Span) -> None:
        """Read some of the pieces that `missing` gave; together it is quicker."""
        starts, _, done = self._pieces
        places = [int(np.searchsorted(starts, piece.start)) for piece in pieces]
        lacking = [self._wanted & ~int(done[place]) for place in places]
        unread = [piece for piece, lacks in zip(pieces, lacking, strict=True) if lacks & (_READ | _BY_WORD)]
        texts = [self.source[slice(*piece)] for piece in unread]
        for piece, text, readings in zip(unread, texts, self._readings(texts), strict=True):
            part, found = slice(*piece), self._over(text, readings, piece.start)
            self._told.numbers[part] = found.numbers
            if self.by_word:
                self._told.words[part], self._told.lengths[part] = found.words, found.lengths
        for piece, place, lacks in zip(pieces, places, lacking, strict=True):
            if lacks & (_CUT | _GLOSSED):
                self._cut(piece)
            done[place] |= self._wanted
        self._version += 1

    def _readings(self, texts: Sequence[str]) -> list[list[Reading | None]]:
        from meipi.language import pinyin

        taiwan = self._standard == "taiwan"
        options = pinyin.Options(self._spoken, "taiwan" if taiwan else "mainland", self._corrections.words)
        return pinyin.read_each(texts, options)

    def _over(self, text: str, read: Sequence[Reading | None], start: int | None = None) -> Told:
        """What stands over a text: a part of the source from `start`, or a phrase of a converted text."""
        from meipi.language import orthography
        from meipi.language.reading import UNSURE

        readings = [reading and reading.pinyin for reading in read]
        if start is not None:
            doubted = [reading is not None and reading.confidence < UNSURE for reading in read]
            self._doubted[start : start + len(text)] = doubted
            for span, syllables in self._corrections.here:
                for offset, syllable in enumerate(syllables, span.start - start):
                    if 0 <= offset < len(readings):
                        readings[offset] = syllable
                        self._doubted[start + offset] = False
        found = Told.nothing(len(text))
        found.numbers[:] = [self.spellings.number(reading) for reading in readings]
        for word in orthography.write(text, readings, self._splits()) if self.by_word else ():
            found.words[word.span.start] = self.spellings.word(word)
            found.lengths[word.span.start] = word.span.end - word.span.start
        return found

    def _cut(self, piece: Span) -> None:
        """Note which word each code point of a piece belongs to."""
        from meipi.language import script, words

        if not len(self._words):
            self._words = np.zeros(len(self.source), np.int32)
        text = self.source[slice(*piece)]
        spans = words.segment(text, self._splits())
        simplified = script.convert(text, "t2s").text
        forms = [simplified[slice(*span)] for span in spans]
        numbers = self.lexicon.numbers(forms)
        lengths = [span.end - span.start for span in spans]
        self._words[slice(*piece)] = np.repeat(np.array(numbers, np.int32), lengths)
        if not self.glossed:
            return
        if not len(self._glosses.words):
            self._glosses = Told.nothing(len(self.source))
        for span, form in zip(spans, forms, strict=True):
            number = self.spellings.gloss(form)
            if number:
                self._glosses.words[piece.start + span.start] = number
                self._glosses.lengths[piece.start + span.start] = span.end - span.start

    def _splits(self) -> Splits:
        from meipi.language.splits import NONE, Splits

        return Splits(self._corrections.splits) if self._corrections.splits else NONE

    def silent(self, shown: Shown) -> characters.Flags | None:
        """Over which code points of the shown text nothing need be read; None if something must over all.

        Where conversion changed a phrase, the phrase is silent if all it stands for is.
        """
        if not self.lexicon.judging or not len(self._words):
            return None
        silent = self.lexicon.silent(self._words)
        parts: list[characters.Flags] = []
        at = 0
        for piece in shown.conversion.uneven:
            parts.append(silent[at : piece.source.start])
            whole = bool(silent[piece.source.start : piece.source.end].all())
            parts.append(np.full(piece.target.end - piece.target.start, whole))
            at = piece.source.end
        return np.concatenate([*parts, silent[at:]]) if parts else silent

    def of(self, span: Span) -> list[str]:
        """The pinyin of each code point of a span of the source, "" for none; read now if need be."""
        self.read(*self.missing(span))
        return [self.spellings.pinyin[number] for number in self._told.numbers[span.start : span.end]]

    def on(self, shown: Shown) -> Told:
        """What is read over the shown text.

        Where conversion changed a phrase into one of another length, the phrase shown is read itself.
        """
        told = self._told
        if self._glossing and len(self._glosses.words):
            told = Told(told.numbers, self._glosses.words, self._glosses.lengths)
        elif not self.by_word:
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
        if not len(told.words):
            return Told(numbers, _NONE, _NONE)
        words = np.concatenate([part.words for part in parts])
        return Told(numbers, words, np.concatenate([part.lengths for part in parts]))

    def _phrase(self, phrase: str) -> Told:
        key = f"{self.by_word} {phrase}"
        if key not in self._phrases:
            [readings] = self._readings([phrase])
            self._phrases[key] = self._over(phrase, readings)
        return self._phrases[key]


def _within(starts: npt.NDArray[np.intp], lengths: Ints) -> Ints:
    """The code points of some stretches, in order."""
    before = np.cumsum(lengths) - lengths
    found: Ints = (np.arange(int(lengths.sum())) + np.repeat(starts - before, lengths)).astype(np.int32)
    return found
