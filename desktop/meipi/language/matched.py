"""Matched text: a text as it is compared when something is looked for in it.

Each code point becomes one: its letter or number as `folding` has it (case, accents, compatibility forms and
script given up), or its mark of punctuation in one form of several. White space is left out where it means
nothing, beside hanzi and punctuation, so that a line break within a word does not hide it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from meipi.language import folding, sounds

Codes = NDArray[np.uint32]
Places = NDArray[np.intp]

VERSION = 1
"""Grows when texts are compared in another way than before: an index over them is then made anew."""

SPACE = "\u3000"
"""What white space is compared as, where it counts."""

_WHITE = ord(SPACE)
_ALL_CODE_POINTS = 0x110000
_UNKNOWN, _NOTHING = 0, 0xFFFF_FFFF
# From here on scripts are written without spaces, Korean left aside.
_EAST = 0x2E80
_HANGUL = range(0xAC00, 0xD7B0)
_FULL_WIDTH = 0xFEE0
# Marks that differ between regions or keyboards and say the same.
_SAME = str.maketrans(
    dict.fromkeys("“”„«»「」﹁﹂", '"') | dict.fromkeys("‘’『』﹃﹄", "'")
    | dict.fromkeys("–―", "—") | dict.fromkeys("‧・•", "·")
)  # fmt: skip

_forms = np.zeros(0, np.uint32)
"""By code point: what it is compared as; made when it is first needed, and filled as characters are met."""
_kinds = np.zeros(0, np.uint8)
"""By code point that was met, what white space and spans have to know of it."""
_SPACED, _MARK = 1, 2


class Matched:
    """A text to look for something in."""

    def __init__(self, text: str) -> None:
        self._codes = _codes(text)
        folded = _folded(self._codes)
        kept = np.flatnonzero(folded != _NOTHING)
        self._left_out = kept if len(kept) < len(folded) else None
        self._places = _without_idle_space(self._codes, folded, kept)
        self.folded: str = folded[self._places].tobytes().decode("utf-32-le", "surrogatepass")
        """What is compared."""

    @cached_property
    def sounds(self) -> NDArray[np.uint16]:
        """For each code point of `folded`, by what readings it is found: a number of `sounds`."""
        return sounds.of_codes(self._codes[self._places])

    def places(self, form: str) -> Iterator[int]:
        """Where a compared form begins in `folded`, in order, none over another."""
        at = self.folded.find(form) if form else -1
        while at >= 0:
            yield at
            at = self.folded.find(form, at + len(form))

    def to_source(self, starts: Places, lengths: Places | int) -> tuple[Places, Places]:
        """Where what stands in `folded` begins and ends in the text, with the marks on it."""
        return self._places[starts], self._ends[starts + lengths - 1]

    @cached_property
    def _ends(self) -> Places:
        """By code point of `folded`, where it ends in the text."""
        ends: Places = self._places + 1
        if self._left_out is None:
            return ends
        marks = _kinds[self._codes] == _MARK
        if marks.any():
            # For each code point of the text, the end of the marks that follow it.
            others = np.append(np.flatnonzero(~marks), len(marks))
            ends = others[np.searchsorted(others, ends)]
        return ends


def compared(text: str) -> str:
    """What `text` is compared as."""
    return Matched(text).folded


def _codes(text: str) -> Codes:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _folded(codes: Codes) -> Codes:
    global _forms, _kinds
    if not len(_forms):
        _kinds, _forms = np.zeros(_ALL_CODE_POINTS, np.uint8), np.zeros(_ALL_CODE_POINTS, np.uint32)
    found: Codes = _forms[codes]
    if not found.all():
        _learn(np.unique(codes[found == _UNKNOWN]))
        found = _forms[codes]
    return found


def _learn(codes: Codes) -> None:
    characters = [chr(code) for code in codes.tolist()]
    for code, character, form in zip(
        codes.tolist(), characters, folding.fold_characters(characters), strict=True
    ):
        _kinds[code] = _kind(character)
        # A form of several code points is left alone: each place is to stand for one of the source.
        one = form if len(form) == 1 else _form(character)
        _forms[code] = ord(one) if one else _NOTHING


def _form(character: str) -> str:
    """What a character that has no folded form of one code point is compared as; "" if as nothing."""
    if character.isspace():
        return SPACE
    kind = unicodedata.category(character)
    if kind[0] == "M" or kind in ("Cc", "Cf"):
        return ""
    plain = unicodedata.normalize("NFKC", character.translate(_SAME)).casefold().translate(_SAME)
    if len(plain) != 1:
        return character
    # ASCII's punctuation in the form that nothing else folds to: letters and digits alone stay in ASCII.
    return chr(ord(plain) + _FULL_WIDTH) if "!" <= plain <= "~" and not plain.isalnum() else plain


def _kind(character: str) -> int:
    """`_SPACED`: a letter or digit of a script that is written with spaces; `_MARK`: one that stands on the
    code point before it, an accent or what chooses a form of a hanzi."""
    if unicodedata.category(character)[0] == "M":
        return _MARK
    return _SPACED if character.isalnum() and (ord(character) < _EAST or ord(character) in _HANGUL) else 0


def _without_idle_space(codes: Codes, folded: Codes, kept: Places) -> Places:
    """`kept` without white space that counts for nothing: only between two letters or digits of scripts that
    are written with spaces does a run of it stay, as one; and so does the end of a paragraph anywhere."""
    white = np.flatnonzero(folded[kept] == _WHITE)
    if not len(white):
        return kept
    begins = np.empty(len(white), bool)
    begins[0] = True
    np.greater(white[1:] - white[:-1], 1, out=begins[1:])
    runs = np.flatnonzero(begins)
    firsts, lasts = white[runs], white[np.append(runs[1:], len(white)) - 1]
    inner = (firsts > 0) & (lasts < len(kept) - 1)
    before, after = kept[firsts - 1], kept[(lasts + 1) % len(kept)]
    breaks = np.add.reduceat(codes[kept[white]] == ord("\n"), runs, dtype=np.int64)
    spaced = (_kinds[codes[before]] == _SPACED) & (_kinds[codes[after]] == _SPACED)
    left = np.ones(len(kept), bool)
    left[white] = False
    left[firsts[inner & (spaced | (breaks > 1))]] = True
    return kept[left]
