"""White space within a line: what full-width punctuation gives up, what Latin words ask for.

After the W3C's Requirements for Chinese Text Layout: two marks that stand together share the blank between
them (6.1.2, "Punctuation width adjustment"), a mark at the end of a line may hang in the margin or lose its
blank, and a quarter of an em is left between hanzi and Latin letters or digits (3.2, "mixed text"). All
of it is drawn and nothing stored. Lengths are in the layout's inline units.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from meipi.reading import characters

Ints = npt.NDArray[np.int32]

_CLOSERS = "」』”’）》〉】〕］｝〗〙〛"
_OPENERS = "「『“‘（《〈【〔［｛〖〘〚"
_STOPS = "、。，．：；"
_HANGING = "、。，．"


@cache
def _members(marks: str) -> characters.Flags:
    table = np.zeros(characters.CODE_POINTS, np.bool_)
    table[[ord(mark) for mark in marks]] = True
    return table


@dataclass(frozen=True, slots=True)
class Cells:
    """What a line is made of, for each code point of a text."""

    widths: Ints
    """Advance of the cell."""
    gaps: Ints
    """Space before the cell, but not at the head of a line."""
    shifts: Ints
    """How far before its cell the glyph begins: the blank that was cut off its front."""
    ends: Ints
    """How much less room the cell takes as the last of a line."""


def spaced(
    codes: characters.Codes,
    classes: characters.Classes,
    widths: Ints,
    ems: Ints,
    *,
    mainland: bool,
    hang: bool,
) -> Cells:
    """Cells with their advances adjusted to their neighbours.

    `ems` is the size of the type at each code point. In the mainland's forms 。，、：； stand at the left
    of their square; in Taiwan's and Hong Kong's they stand in its middle and have no blank to give.
    """
    square = widths >= ems - ems // 8
    half = ems // 2
    blank_after = _members(_CLOSERS + _STOPS if mainland else _CLOSERS)[codes] & square
    blank_before = _members(_OPENERS)[codes] & square
    mark = _members(_CLOSERS + _OPENERS + _STOPS)[codes]
    cut_after, cut_before = np.zeros_like(blank_after), np.zeros_like(blank_after)
    cut_after[:-1] = blank_after[:-1] & mark[1:]
    cut_before[1:] = blank_before[1:] & mark[:-1] & ~cut_after[:-1]
    cut = np.where(cut_after | cut_before, half, 0).astype(np.int32)
    advances: Ints = widths - cut
    shifts: Ints = np.where(cut_before, half, 0).astype(np.int32)
    ends: Ints = np.where(blank_after & ~cut_after, half, 0).astype(np.int32)
    if hang:
        ends = np.where(_members(_HANGING)[codes], advances, ends)
    return Cells(advances, _gaps(classes, ems), shifts, ends)


def _gaps(classes: characters.Classes, ems: Ints) -> Ints:
    gaps: Ints = np.zeros(len(classes), np.int32)
    if len(classes) < 2:
        return gaps
    before, after = characters.effective(classes)[:-1], classes[1:]
    meets = ((before == characters.HANZI) & (after == characters.WORD)) | (
        (before == characters.WORD) & (after == characters.HANZI)
    )
    gaps[1:][meets] = ems[1:][meets] // 4
    return gaps
