"""Folding: what is left of a text when writing is taken away and only the words are compared.

Compatibility forms, case, accents, voicing marks, script and everything that is no letter or number are
given up, so that two editions of a text agree wherever they say the same. Each folded code point knows
where it came from.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from meipi.language.script import convert
from meipi.language.span import Span

# One after the other, each code point alone. Traditional comes first, because Simplified 么 and Taiwan's 么
# are two characters; then Taiwan's and Hong Kong's own forms (著, 裡, 説) fall together with the general
# ones. Nearly every hanzi then folds as its form in any other script does.
_TO_SIMPLIFIED = ("s2t", "tw2t", "hk2t", "t2s")
_ALL_CODE_POINTS = 0x110000


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text: its code points, and for each the offset in the source it came from, never falling."""

    codes: NDArray[np.uint32]
    offsets: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.codes)

    def to_source(self, span: Span) -> Span:
        """The smallest span of the source that holds what `span`, which may not be empty, came from."""
        return Span(int(self.offsets[span.start]), int(self.offsets[span.end - 1]) + 1)


def fold(text: str) -> Folded:
    """`text` folded. Total: unpaired surrogates, controls and the like are no letters and left out."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    distinct = sorted(set(text))
    forms = fold_characters(distinct)
    # The folded forms one after the other, and where each begins; nearly all are one code point long or none.
    numbers = np.zeros(_ALL_CODE_POINTS, np.int32)
    numbers[[ord(char) for char in distinct]] = np.arange(len(distinct))
    lengths = np.array([len(form) for form in forms], np.int64)
    starts = np.cumsum(lengths) - lengths
    flat = np.frombuffer("".join(forms).encode("utf-32-le"), np.uint32)
    kinds = numbers[codes]
    each = lengths[kinds]
    offsets = np.repeat(np.arange(len(codes)), each)
    within = np.arange(len(offsets)) - np.repeat(np.cumsum(each) - each, each)
    return Folded(flat[starts[kinds[offsets]] + within], offsets)


def fold_characters(characters: Iterable[str]) -> list[str]:
    """What each character, taken alone, is compared as: "" for one that is no letter or number."""
    characters = list(characters)
    new = [character for character in characters if character not in _forms]
    _forms.update(zip(new, _fold_characters(new), strict=True))
    return [_forms[character] for character in characters]


_forms: dict[str, str] = {}
"""Those folded before: a text of a hundred thousand characters has a few thousand different ones."""


def _fold_characters(characters: Sequence[str]) -> list[str]:
    plain = [_letters(character) for character in characters]
    distinct = sorted(set("".join(plain)))
    simplified = "\n".join(distinct)  # apart, so that no phrase is taken as one
    for config in _TO_SIMPLIFIED:
        simplified = convert(simplified, config).text
    table = str.maketrans(dict(zip(distinct, simplified[::2], strict=True)))
    return [form.translate(table) for form in plain]


def _letters(character: str) -> str:
    """Its letters and numbers: decomposed, so that a composed accent goes as one that stands alone does."""
    bare = unicodedata.normalize("NFKD", character)
    folded = unicodedata.normalize("NFKD", bare.casefold())
    return "".join(part for part in folded if unicodedata.category(part)[0] in "LN")
