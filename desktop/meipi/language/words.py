"""Words: where a word ends and the next one begins, and what it means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from meipi.language import script
from meipi.language.span import Span
from meipi.language.splits import NONE, Splits, correction

if TYPE_CHECKING:
    from meipi.language.entry import Entry

__all__ = [
    "NONE", "Splits", "candidates", "components", "correction", "count", "is_headword", "level", "levels",
    "look_up", "segment", "word_at",
]  # fmt: skip

# White space in runs, a number or a Latin word as one piece, anything else that is no letter alone.
NOT_HANZI = re.compile(
    r"\s+|[^\W_\u2e80-\U0003ffff]+(?:(?:['’.\-]|(?<=\d)[,:](?=\d))[^\W_\u2e80-\U0003ffff]+)*|[^\w]|_"
)
# How far around a place the words are found: what is further away does not change them.
_NEAR = 64


def segment(text: str, splits: Splits = NONE) -> list[Span]:
    """The words of `text` in order: spans that cover every code point once, as the reader's `splits` want.

    A run of white space, a run of Latin letters or digits, and every punctuation mark is a span of its own.
    Hanzi are cut into headwords of CC-CEDICT, names and numbers, in the way that `word_model` finds likeliest
    for the Simplified form of the text, which has the same positions.
    """
    simplified = script.convert(text, "t2s").text
    edges = splits.apply(simplified, _edges(simplified))
    return [*map(Span._make, pairwise(edges))]


def word_at(text: str, offset: int, splits: Splits = NONE) -> Span:
    """The word of `text` that covers code point `offset`; IndexError if that is outside the text."""
    if not 0 <= offset < len(text):
        raise IndexError(offset)
    start, end = max(0, offset - _NEAR), min(len(text), offset + _NEAR)
    # From the last piece that is no word of hanzi: no word begins before it and ends after it.
    for found in NOT_HANZI.finditer(text, start, end):
        if found.start() > offset:
            break
        start = found.start()
    near = segment(text[start:end], splits)
    word = next(word for word in near if word.end > offset - start)
    return Span(word.start + start, word.end + start)


def look_up(text: str, offset: int) -> list[Entry]:
    """What the dictionaries say of the words that begin at code point `offset` of `text`, the longest first.

    Every headword that the text goes on with from there is among them, down to the single character; for a
    hanzi that none has there is an entry without senses. Of one word the entries of each dictionary come
    together, in the order that the reader has chosen; those that the script of the text writes so come first
    among them, surnames and variants last. No entry where there is no word: white space, the inside of a
    Latin word, an offset outside the text.

    The first call of all makes an index in the user's cache folder, which takes a second or two.
    """
    from meipi.language import dictionary

    return dictionary.look_up(text, offset)


def candidates(text: str, offset: int) -> list[Span]:
    """Where there are headwords that cover the hanzi at code point `offset`, the longest first.

    Down to the hanzi alone, even if the dictionary lacks it; of two that are as long, the one that begins
    first comes first. None where there is no hanzi.
    """
    from meipi.language import dictionary

    return dictionary.candidates(text, offset)


def components(word: Entry | str) -> list[Entry]:
    """The words that a compound is made of, in order, each as one entry; spans are those in the word.

    It is the entry that is read as in the compound if `word` is an entry, else the first. As few as there are
    headwords for, and of those the commonest: 圖書 and 館. None for a single character, nor if a part has no
    entry.
    """
    from meipi.language import dictionary

    if isinstance(word, str):
        return dictionary.components(word)
    return dictionary.components(word.traditional, word.pinyin)


def level(word: str, standard: str = "HSK 3.0 (2025)") -> int:
    """The level of a word in either script on a list, 1 to 6, 7 for 7 to 9; 0 if it is not on it.

    The lists are "HSK 2.0", "HSK 3.0 (2021)", after the standard GF0025-2021, and "HSK 3.0 (2025)", after the
    syllabus of the examination. KeyError for any other.
    """
    from meipi.language import packaged_dictionary

    return packaged_dictionary.level(script.convert(word, "t2s").text, standard)


def count(word: str) -> int:
    """How often a word, in Simplified form, stands in the texts that jieba's counts are from; 0 if never."""
    import rjieba

    # What count a word would need to be cut as one: its own, if it has one.
    return int(rjieba.suggest_freq(word)) if rjieba.has_word(word) else 0


def levels(standard: str = "HSK 3.0 (2025)") -> Mapping[str, int]:
    """A whole list: the level of each word, in Simplified form; the lists are those of `level`."""
    from meipi.language import packaged_dictionary

    return packaged_dictionary.levels(standard)


def is_headword(word: str) -> bool:
    """Whether a dictionary has the word, in either script."""
    from meipi.language import dictionary

    return dictionary.has(word)


def _edges(simplified: str) -> list[int]:
    """Where words begin and end."""
    from meipi.language import packaged_dictionary, word_path

    apart = [found.span() for found in NOT_HANZI.finditer(simplified)]
    return word_path.edges(simplified, apart, packaged_dictionary.lexicon())
