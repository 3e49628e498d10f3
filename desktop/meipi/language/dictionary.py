"""Dictionary: what the words at a place of a text mean, in whichever script it is written."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from meipi.language import hanzi, script, shelf
from meipi.language.cedict_dictionary import rank
from meipi.language.entry import Entry
from meipi.language.span import Span

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
    forms = [simplified, near] if traditional_text else [near]
    entries: list[Entry] = []
    for dictionary in shelf.THE.dictionaries():
        found = {
            len(word): numbers
            for form in forms
            for word, numbers in dictionary.index.prefixes(form[offset - begin :])
        }
        for length, numbers in found.items():
            span = Span(offset, offset + length)
            if not _is_inside_latin(text, span.end):
                word = text[slice(*span)] if traditional_text else None
                near_span = slice(offset - begin, offset - begin + length)
                entries += dictionary.entries(numbers, span, word, simplified[near_span])
    # Those that are as long stay in the order of the dictionaries.
    entries.sort(key=lambda entry: -entry.span.end)
    if not any(entry.dictionary == shelf.PACKAGED for entry in entries):
        entries = [*_ranked(entries)]
    return entries or _unlisted(text, offset, simplified[offset - begin])


def _ranked(entries: list[Entry]) -> Iterator[Entry]:
    """The first entry of each word with levels and frequency, which the packaged dictionary alone knows."""
    spans: set[Span] = set()
    for entry in entries:
        if entry.span in spans:
            yield entry
        else:
            spans.add(entry.span)
            levels, band = rank(entry.simplified)
            yield replace(entry, levels=levels, frequency=band)


def has(word: str) -> bool:
    """Whether it is a headword; see `words.is_headword`."""
    return any(dictionary.index.numbers(word) for dictionary in shelf.THE.dictionaries())


def candidates(text: str, offset: int) -> list[Span]:
    """The headwords that cover code point `offset`; see `words.candidates`."""
    if not 0 <= offset < len(text) or not hanzi.RUN.match(text[offset]):
        return []
    begin = max(0, offset - _BEFORE - LONGEST)
    near = text[begin : offset + LONGEST]
    found = {Span(offset, offset + 1)}
    forms = {near, script.convert(near, "t2s").text}
    for dictionary in shelf.THE.dictionaries():
        for start in range(max(0, offset - LONGEST + 1), offset + 1):
            for form in forms:
                for word, _ in dictionary.index.prefixes(form[start - begin :]):
                    if start + len(word) > offset:
                        found.add(Span(start, start + len(word)))
    return sorted(found, key=lambda span: (span.start - span.end, span.start))


def components(word: str, pinyin: str = "") -> list[Entry]:
    """The words that a compound is made of, read as in `pinyin` if they can be; see `words.components`."""
    syllables = pinyin.split()
    beginning = [look_up(word, start) for start in range(len(word))] if len(word) > 1 else []
    # The fewest parts and of these the commonest, for each beginning of the word.
    best: list[tuple[int, int, list[Entry]]] = [(0, 0, [])]
    for end in range(1, len(word) + 1):
        ways = []
        for start, there in enumerate(beginning[:end]):
            parts, bands, before = best[start]
            whole = start == 0 and end == len(word)
            entries = [entry for entry in there if entry.span.end == end and not whole]
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


def _unlisted(text: str, offset: int, simplified: str) -> list[Entry]:
    """A hanzi that the dictionary lacks, with the reading that pypinyin has for it."""
    if not hanzi.RUN.match(text[offset]):
        return []
    from meipi.language import pinyin

    reading = pinyin.read(text[offset])[0] or ""
    return [Entry(Span(offset, offset + 1), text[offset], simplified, reading, ())]
