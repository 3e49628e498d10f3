"""Entry: what a dictionary says of a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from meipi.language.cedict import MeasureWord
from meipi.language.span import Span


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
    """In the language of the dictionary; none for a hanzi that no dictionary has."""
    measure_words: tuple[MeasureWord, ...] = ()
    levels: tuple[Level, ...] = ()
    see: tuple[Entry, ...] = ()
    """The entries that the senses send their reader to ("variant of …"), which send no further."""
    dictionary: str = ""
    """The name of the dictionary it is from."""
    frequency: int = 0
    """The band of the word: 1 for the commonest thousand to 5, 0 where it is not known."""
