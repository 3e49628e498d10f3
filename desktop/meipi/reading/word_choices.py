"""What a reader may choose for a word on the page: how it is read, and where it is divided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from meipi.language.span import Span
from meipi.language.splits import Splits
from meipi.reading.selection import paragraph_at

_MOST_READINGS = 6


def readings(text: str, span: Span, here: Sequence[str], entries: Iterable[str]) -> list[str]:
    """The readings that the word at a span may have: pinyin, a syllable for each code point of the text.

    First as it is read `here`, then those of the dictionary's `entries`, then with one hanzi read otherwise.
    """
    found = [" ".join(here)] if all(here) else []
    from meipi.language.zhuyin import is_pinyin

    for pinyin in entries:
        syllables = pinyin.lower().split()
        # The entry of a word with 儿 that only colours the syllable before it has none for that hanzi.
        if len(syllables) == len(here) and "r" not in syllables and all(map(is_pinyin, syllables)):
            found.append(" ".join(syllables))
    return list(dict.fromkeys([*found, *_varied(text, span, here)]))[:_MOST_READINGS]


def _varied(text: str, span: Span, here: Sequence[str]) -> Iterator[str]:
    from meipi.language import pinyin

    for place, offset in enumerate(range(*span)):
        for other in pinyin.alternatives(text, offset)[1:]:
            syllables = [*here[:place], other, *here[place + 1 :]]
            if all(syllables):
                yield " ".join(syllables)


def divisions(text: str, span: Span, splits: Splits) -> list[tuple[str, ...]]:
    """How the word at a span of the text may be divided: each way the pieces, of which one alone is one word.

    If it is no word by the words around it, it can be made one.
    """
    from meipi.language import words

    paragraph = paragraph_at(text, span.start)
    near = text[slice(*paragraph)]
    there = words.segment(near, splits)
    place = Span(span.start - paragraph.start, span.end - paragraph.start)
    if place not in there:
        pieces = words.correction(near, there, place)
        return [pieces]
    word = text[slice(*span)]
    return [(word[:at], word[at:]) for at in range(1, len(word))]


def corrected_at(text: str, offset: int, corrections: Iterable[str]) -> str | None:
    """The longest of some stretches of hanzi, in Simplified form, that covers a code point of the text."""
    from meipi.language import script

    for whole in sorted(corrections, key=len, reverse=True):
        begin = max(0, offset - len(whole) + 1)
        if whole in script.convert(text[begin : offset + len(whole)], "t2s").text:
            return whole
    return None
