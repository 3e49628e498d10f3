"""A dictionary whose lines are those of CC-CEDICT: the packaged one, or the reader's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from meipi.language import cedict, packaged_dictionary
from meipi.language.entry import Entry, Level
from meipi.language.headword_index import HeadwordIndex
from meipi.language.packaged_dictionary import ADDED_AFTER, STANDARDS
from meipi.language.span import Span


class CedictDictionary:
    """The dictionary of this name in an index."""

    def __init__(self, name: str, index: HeadwordIndex) -> None:
        self.name, self.index = name, index

    def entries(
        self, numbers: list[int], span: Span, traditional: str | None, simplified: str
    ) -> list[Entry]:
        """Those of one word: surnames, namesakes and variants last, before them those written otherwise in
        such a text. A namesake is a name that is a common word too, as the county Ziyuan of 資源.

        `traditional` is the word in a Traditional text; `simplified` is its Simplified form there: the 乾 of
        擦乾了 has 干, that of 乾隆 stays, so the former is gān first and the latter qián.
        """
        read = [_read(line) for line in self.index.lines(numbers)]
        common = any(parsed is not None and not (parsed.lesser or parsed.named) for parsed, *_ in read)
        ranked: list[tuple[bool, int, Entry]] = []
        for parsed, levels, band in read:
            if parsed is not None:
                lesser = parsed.lesser or (parsed.named and common)
                entry = self._entry(parsed, levels, band, span, lesser=lesser)
                entry = replace(entry, see=tuple(self._seen(parsed, span)))
                unlike = (traditional not in (None, entry.traditional)) + (simplified != entry.simplified)
                ranked.append((lesser, unlike, entry))
        ranked.sort(key=lambda each: each[:2])
        return [entry for *_, entry in ranked]

    def _entry(
        self, parsed: cedict.Line, levels: tuple[Level, ...], band: int, span: Span, *, lesser: bool
    ) -> Entry:
        # The lists have no readings: they mean the word, not the surname 王 nor the variant 裏.
        if lesser:
            levels, band = (), 0
        return Entry(
            span,
            parsed.traditional,
            parsed.simplified,
            parsed.pinyin,
            parsed.senses,
            parsed.measure_words,
            levels,
            dictionary=self.name,
            frequency=band,
        )

    def _seen(self, parsed: cedict.Line, span: Span) -> Iterator[Entry]:
        for reference in parsed.references:
            for line in self.index.lines(self.index.numbers(reference.traditional)):
                target, levels, band = _read(line)
                if (
                    target is not None
                    and target != parsed
                    and target.traditional == reference.traditional
                    and reference.pinyin in ("", target.pinyin)
                ):
                    yield self._entry(target, levels, band, span, lesser=target.lesser)


def rank(simplified: str) -> tuple[tuple[Level, ...], int]:
    """The levels of a word and the band of its frequency, as far as the packaged dictionary knows them."""
    index = packaged_dictionary.index()
    for line in index.lines(index.numbers(simplified)):
        parsed, levels, band = _read(line)
        if parsed is not None and parsed.simplified == simplified and not parsed.lesser:
            return levels, band
    return (), 0


def _read(line: str) -> tuple[cedict.Line | None, tuple[Level, ...], int]:
    """A line with what was added to it, if anything was."""
    text, *added = line.split(ADDED_AFTER)
    listed, band = added or ("", "0")
    levels = zip(STANDARDS, listed.split(","), strict=False)
    return cedict.parse(text), tuple(Level(name, int(level)) for name, level in levels if level), int(band)
