"""What the reader has put right in readings and words, as the page takes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from meipi.language.span import Span


class Corrections(NamedTuple):
    """What the reader has put right."""

    words: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """The syllables of words, wherever they stand, in either script."""
    here: tuple[tuple[Span, tuple[str, ...]], ...] = ()
    """Syllables for spans of this very source, one for each code point."""
    splits: tuple[tuple[str, ...], ...] = ()
    """Hanzi that stand together, as the words that they are."""

    def changes(self, other: Corrections) -> Iterator[str | Span]:
        """The words and the spans of the source that are read, or divided, in another way."""
        for word in self.words.keys() | other.words.keys():
            if self.words.get(word) != other.words.get(word):
                yield word
        for span, _ in set(self.here) ^ set(other.here):
            yield span
        for pieces in set(self.splits) ^ set(other.splits):
            yield "".join(pieces)
