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

_ALL_CODE_POINTS = 0x110000
# What is put down for a code point before it is met, for white space, and for what is compared as nothing.
_UNKNOWN, _WHITE, _NOTHING = 0, 0xFFFF_FFFE, 0xFFFF_FFFF
# From here on scripts are written without spaces, Korean left aside.
_EAST = 0x2E80
_HANGUL = range(0xAC00, 0xD7B0)
_FULL_WIDTH = 0xFEE0
# Marks that differ between regions or keyboards and say the same.
_SAME = str.maketrans(
    dict.fromkeys("“”„«»「」﹁﹂", '"') | dict.fromkeys("‘’『』﹃﹄", "'")
    | dict.fromkeys("–―", "—") | dict.fromkeys("‧・•", "·")
)  # fmt: skip

_forms = np.zeros(_ALL_CODE_POINTS, np.uint32)
"""By code point: what it is compared as; filled as characters are met."""
_kinds = np.zeros(_ALL_CODE_POINTS, np.uint8)
"""By code point that was met, what white space and spans have to know of it."""
_SPACED, _MARK = 1, 2


class Matched:
    """A text to look for something in."""

    def __init__(self, text: str) -> None:
        self._codes = _codes(text)
        folded = _folded(self._codes)
        # White space and what is compared as nothing are few, and all else stays as it is.
        special = np.flatnonzero(folded >= _WHITE)
        self._special = special
        left = np.ones(len(folded), bool)
        left[special] = False
        if len(special):
            spaces = _spaces(self._codes, folded, special)
            folded[spaces] = ord(SPACE)
            left[spaces] = True
        self._places = np.flatnonzero(left)
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
        if (_kinds[self._codes[self._special]] == _MARK).any():
            # For each code point of the text, the end of the marks that follow it.
            marks = _kinds[self._codes] == _MARK
            others = np.append(np.flatnonzero(~marks), len(marks))
            ends = others[np.searchsorted(others, ends)]
        return ends


def compared(text: str) -> str:
    """What `text` is compared as."""
    return Matched(text).folded


def _codes(text: str) -> Codes:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _folded(codes: Codes) -> Codes:
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
        _forms[code] = _WHITE if one == SPACE else ord(one) if one else _NOTHING


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


def _spaces(codes: Codes, folded: Codes, special: Places) -> Places:
    """Which code points are compared as white space: one for each run that counts.

    That is one between two letters or digits of scripts that are written with spaces, and anywhere the end of
    a paragraph. `special` are the code points that are white space or compared as nothing.
    """
    begins = np.empty(len(special), bool)
    begins[0] = True
    np.greater(special[1:] - special[:-1], 1, out=begins[1:])
    runs = np.flatnonzero(begins)
    firsts, lasts = special[runs], special[np.append(runs[1:], len(special)) - 1]
    white = np.logical_or.reduceat(folded[special] == _WHITE, runs)
    breaks = np.add.reduceat(codes[special] == ord("\n"), runs, dtype=np.int64)
    inner = (firsts > 0) & (lasts < len(codes) - 1)
    before, after = codes[firsts - 1], codes[(lasts + 1) % len(codes)]
    spaced = (_kinds[before] == _SPACED) & (_kinds[after] == _SPACED)
    # Marks that stand on a letter go before the white space: the end of the run is white space if any is.
    return _last_white(folded, lasts[inner & white & (spaced | (breaks > 1))])


def _last_white(folded: Codes, lasts: Places) -> Places:
    """The last white space of each run that ends there."""
    while (missed := folded[lasts] != _WHITE).any():
        lasts = lasts - missed
    return lasts
