"""Dictionary: what the words at a place of a text mean, in whichever script it is written."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from meipi.language import cedict, hanzi, script
from meipi.language.cedict import MeasureWord
from meipi.language.packaged_dictionary import ADDED_AFTER, STANDARDS, index
from meipi.language.span import Span

__all__ = ["Entry", "Level", "MeasureWord", "candidates", "components", "look_up"]


CC_CEDICT = "CC-CEDICT"


class Level(NamedTuple):
    """The level at which a list has a word; 7 stands for 7 to 9, which HSK 3.0 does not tell apart."""

    standard: str
    level: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A word at a place of a text, with one of its readings and what it then means."""

    span: Span
    """The code points of the text it was found at."""
    traditional: str
    simplified: str
    pinyin: str
    """Syllables with tone marks, a space between two; "" where the reading is not known."""
    senses: tuple[str, ...]
    """In English; none for a hanzi that the dictionary does not have."""
    measure_words: tuple[MeasureWord, ...] = ()
    levels: tuple[Level, ...] = ()
    see: tuple[Entry, ...] = ()
    """The entries that the senses send their reader to ("variant of …"), which send no further."""
    dictionary: str = CC_CEDICT
    """The name of the dictionary it is from."""
    frequency: int = 0
    """The band of the word: 1 for the commonest thousand to 5, 0 where it is not known."""


LONGEST = 19
"""Characters of the longest headword."""

# A word whose frequency is not known ranks after all others.
_UNKNOWN = 6
# How far a text is looked at: enough before the place for the phrases that decide between Simplified forms,
# and after it for the longest headword.
_BEFORE, _AFTER = 8, 32


def look_up(text: str, offset: int) -> list[Entry]:
    """The entries of the words that begin at code point `offset`, longest first; see `words.look_up`."""
    if not 0 <= offset < len(text) or _is_inside_latin(text, offset):
        return []
    begin = max(0, offset - _BEFORE)
    near = text[begin : offset + _AFTER]
    simplified = script.convert(near, "t2s").text
    traditional_text = near != simplified
    # The text as it is written, and its Simplified form, which has the same positions. The former tells more:
    # the Simplified form of 乾 is 干, and so is that of 幹.
    headwords = index()
    forms = [simplified, near] if traditional_text else [near]
    found = {
        len(word): numbers for form in forms for word, numbers in headwords.prefixes(form[offset - begin :])
    }
    entries: list[Entry] = []
    for length in sorted(found, reverse=True):
        span = Span(offset, offset + length)
        if not _is_inside_latin(text, span.end):
            word = text[slice(*span)] if traditional_text else None
            near_span = slice(offset - begin, offset - begin + length)
            entries += _entries(headwords.lines(found[length]), span, word, simplified[near_span])
    return entries or _unlisted(text, offset, simplified[offset - begin])


def has(word: str) -> bool:
    """Whether it is a headword; see `words.is_headword`."""
    return bool(index().numbers(word))


def candidates(text: str, offset: int) -> list[Span]:
    """The headwords that cover code point `offset`; see `words.candidates`."""
    if not 0 <= offset < len(text) or not hanzi.RUN.match(text[offset]):
        return []
    begin = max(0, offset - _BEFORE - LONGEST)
    near = text[begin : offset + LONGEST]
    headwords = index()
    found = {Span(offset, offset + 1)}
    for form in {near, script.convert(near, "t2s").text}:
        for start in range(max(0, offset - LONGEST + 1), offset + 1):
            for word, _ in headwords.prefixes(form[start - begin :]):
                if start + len(word) > offset:
                    found.add(Span(start, start + len(word)))
    return sorted(found, key=lambda span: (span.start - span.end, span.start))


def components(word: str, pinyin: str = "") -> list[Entry]:
    """The words that a compound is made of, read as in `pinyin` if they can be; see `words.components`."""
    syllables = pinyin.split()
    # The fewest parts and of these the commonest, for each beginning of the word.
    best: list[tuple[int, int, list[Entry]]] = [(0, 0, [])]
    for end in range(1, len(word) + 1):
        ways = []
        for start in range(max(0, end - len(word) + 1), end) if len(word) > 1 else ():
            parts, bands, before = best[start]
            entries = [entry for entry in look_up(word, start) if entry.span.end == end]
            if entries:
                # The 長 of 行長 is no cháng.
                found = min(entries, key=lambda entry: _unlike(entry.pinyin.split(), syllables[start:end]))
                ways.append((parts + 1, bands + (found.frequency or _UNKNOWN), [*before, found]))
        if not ways:
            return []
        best.append(min(ways, key=lambda way: way[:2]))
    return best[-1][2]


def _unlike(pinyin: Sequence[str], syllables: Sequence[str]) -> int:
    """How many syllables are read otherwise, capitals apart; in a compound many lose their tone."""
    return sum(
        1 + (_toneless(one) != _toneless(other))
        for one, other in zip(pinyin, syllables, strict=False)
        if one.lower() != other.lower()
    )


def _toneless(syllable: str) -> str:
    letters = unicodedata.normalize("NFD", syllable.lower())
    return "".join(letter for letter in letters if letter.isalpha() or letter == "\u0308")


def _is_inside_latin(text: str, offset: int) -> bool:
    """Whether there is a Latin letter or a digit on both sides: the O of CO is no word."""
    return 0 < offset < len(text) and all(c.isascii() and c.isalnum() for c in text[offset - 1 : offset + 1])


def _entries(lines: list[str], span: Span, traditional: str | None, simplified: str) -> list[Entry]:
    """Those of one word: surnames and variants last, before them those written otherwise in such a text.

    `traditional` is the word in a Traditional text; `simplified` is its Simplified form there: the 乾 of
    擦乾了 has 干, that of 乾隆 stays, so the former is gān first and the latter qián.
    """
    ranked: list[tuple[bool, int, Entry]] = []
    for line in lines:
        parsed, levels, band = _read(line)
        if parsed is not None:
            entry = replace(_entry(parsed, levels, band, span), see=tuple(_seen(parsed, span)))
            unlike = (traditional not in (None, entry.traditional)) + (simplified != entry.simplified)
            ranked.append((parsed.lesser, unlike, entry))
    ranked.sort(key=lambda each: each[:2])
    return [entry for *_, entry in ranked]


def _entry(parsed: cedict.Line, levels: tuple[Level, ...], band: int, span: Span) -> Entry:
    # The lists have no readings: what they mean is the word, not the surname 王 nor the variant 裏.
    if parsed.lesser:
        levels, band = (), 0
    return Entry(
        span,
        parsed.traditional,
        parsed.simplified,
        parsed.pinyin,
        parsed.senses,
        parsed.measure_words,
        levels,
        frequency=band,
    )


def _seen(parsed: cedict.Line, span: Span) -> Iterator[Entry]:
    for reference in parsed.references:
        headwords = index()
        for line in headwords.lines(headwords.numbers(reference.traditional)):
            target, levels, band = _read(line)
            if (
                target is not None
                and target != parsed
                and target.traditional == reference.traditional
                and reference.pinyin in ("", target.pinyin)
            ):
                yield _entry(target, levels, band, span)


def _read(line: str) -> tuple[cedict.Line | None, tuple[Level, ...], int]:
    text, listed, band = line.split(ADDED_AFTER)
    levels = zip(STANDARDS, listed.split(","), strict=False)
    return cedict.parse(text), tuple(Level(name, int(level)) for name, level in levels if level), int(band)


def _unlisted(text: str, offset: int, simplified: str) -> list[Entry]:
    """A hanzi that the dictionary lacks, with the reading that pypinyin has for it."""
    if not hanzi.RUN.match(text[offset]):
        return []
    from meipi.language import pinyin

    reading = pinyin.read(text[offset])[0] or ""
    return [Entry(Span(offset, offset + 1), text[offset], simplified, reading, ())]
