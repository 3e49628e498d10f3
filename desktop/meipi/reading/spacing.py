"""White space within a line: what full-width punctuation gives up, what Latin words ask for.

After the W3C's Requirements for Chinese Text Layout: two marks that stand together share the blank between
them (6.1.2, "Punctuation width adjustment"), a mark at the end of a line may hang in the margin or lose its
blank, and a quarter of an em is left between hanzi and Latin letters or digits (3.2, "mixed text"). All
of it is drawn and nothing stored. Lengths are in the layout's inline units.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from meipi.reading import characters
from meipi.reading.analysis import Analysis, Ints

Shorts = npt.NDArray[np.int16]
"""Parts of an em: in inline units there is room for type of 500 pixels."""

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
    """Advance of the cell; 0 for what is not set on the page."""
    gaps: Shorts
    """Space before the cell, but not at the head of a line."""
    shifts: Shorts
    """How far before its cell the glyph begins: the blank that was cut off its front."""
    ends: Shorts
    """How much less room the cell takes as the last of a line."""


class Places(NamedTuple):
    """Some code points of a text, and the paragraph of each."""

    offsets: Ints
    paragraphs: Ints

    def within(self, start: int, end: int) -> Places:
        """Those from one code point up to another."""
        part = slice(*np.searchsorted(self.offsets, (start, end)).tolist())
        return Places(self.offsets[part], self.paragraphs[part])


class Punctuation:
    """Where in a text white space is given up or asked for: found once, whatever the type."""

    def __init__(self, analysis: Analysis, *, mainland: bool) -> None:
        """In the mainland's forms 。，、：； stand at the left of their square; in Taiwan's and Hong Kong's
        they stand in its middle and have none to give, nor have the mainland's ：； turned in a column."""
        codes, self._paragraphs = analysis.codes, analysis.paragraphs
        mark = _members(_CLOSERS + _OPENERS + _STOPS)[codes]
        marks = np.flatnonzero(mark)
        stops = (_HANGING if analysis.vertical else _STOPS) if mainland else ""
        blank = marks[_members(_CLOSERS + stops)[codes[marks]]]
        followed = np.append(mark[1:], False)[blank]
        self.cut_after = self._places(blank[followed])
        """Marks that give up the blank behind them to the mark that follows."""
        openers = marks[_members(_OPENERS)[codes[marks]]]
        preceded = np.append(False, mark[:-1])[openers]
        given = np.zeros(len(codes), np.bool_)
        given[blank] = True
        self.cut_before = self._places(openers[preceded & ~given[openers - 1]])
        """Brackets that give up the blank before them, since the mark before has none behind."""
        self.blank = self._places(blank[~followed])
        """Marks with a blank behind them, which the end of a line may take."""
        self.hanging = self._places(marks[_members(_HANGING)[codes[marks]]])
        """Marks that may hang past the end of a line."""
        self.meeting = self._places(_meetings(analysis.classes))
        """Where hanzi and Latin meet: what stands after the seam."""

    def _places(self, offsets: npt.NDArray[np.int64]) -> Places:
        owners = np.searchsorted(self._paragraphs.starts, offsets, "right") - 1
        return Places(offsets.astype(np.int32), np.maximum(owners, 0).astype(np.int32))

    def space(self, cells: Cells, ems: Ints, hang: bool, start: int, end: int) -> None:
        """Adjust the cells from one code point up to another; `ems` is the type's size by paragraph."""
        for places, target in ((self.cut_after, None), (self.cut_before, cells.shifts)):
            offsets, em = self._square(places.within(start, end), cells, ems)
            cells.widths[offsets] -= em // 2
            if target is not None:
                target[offsets] = em // 2
        offsets, em = self._square(self.blank.within(start, end), cells, ems)
        cells.ends[offsets] = em // 2
        if hang:
            offsets = self.hanging.within(start, end).offsets
            cells.ends[offsets] = cells.widths[offsets]
        offsets, owners = self.meeting.within(start, end)
        cells.gaps[offsets] = ems[owners] // 4

    @staticmethod
    def _square(places: Places, cells: Cells, ems: Ints) -> tuple[Ints, Ints]:
        """Those that fill a square: “ ” of a Latin font do not, and have nothing to give."""
        em = ems[places.paragraphs]
        whole = cells.widths[places.offsets] >= em - em // 8
        return places.offsets[whole], em[whole]


def _meetings(classes: characters.Classes) -> npt.NDArray[np.int64]:
    if len(classes) < 2:
        return np.zeros(0, np.int64)
    pairs = characters.pairs_of(classes)
    hanzi, word = characters.HANZI, characters.WORD
    return (
        np.flatnonzero((pairs == characters.pair(hanzi, word)) | (pairs == characters.pair(word, hanzi))) + 1
    )
