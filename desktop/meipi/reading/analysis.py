"""What layout needs to know of a text whatever its size, measure and readings: made once for a text.

Offsets are code points of the shown text.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from meipi.reading import characters, sparse

Ints = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Where the paragraphs of a text are. Offsets are code points of the shown text.

    Each owns the code points from its `starts` to the next one's, line endings and blank lines
    included; what is set on the page is from `firsts` to `lasts`.
    """

    starts: Ints
    firsts: Ints
    lasts: Ints

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, offset: int) -> int:
        """Number of the paragraph that owns the code point; there is at least one paragraph."""
        return max(0, int(np.searchsorted(self.starts, offset, "right")) - 1)


def find_paragraphs(classes: characters.Classes) -> Paragraphs:
    """The paragraphs of a text that hold anything visible."""
    ink = (classes != characters.BREAK) & (classes != characters.SPACE)
    edges = np.flatnonzero(np.diff(ink.view(np.int8), prepend=0, append=0))
    # Where something visible begins and ends: no line ending is inside.
    run_starts, run_ends = edges[::2], edges[1::2]
    ends = np.append(np.flatnonzero(classes == characters.BREAK), len(classes))
    begins = np.append(0, ends[:-1] + 1)
    first_run = np.searchsorted(run_starts, begins)
    last_run = np.searchsorted(run_starts, ends)
    kept = last_run > first_run
    starts = begins[kept].astype(np.int32)
    if len(starts):
        starts[0] = 0
    return Paragraphs(
        starts,
        run_starts[first_run[kept]].astype(np.int32),
        run_ends[last_run[kept] - 1].astype(np.int32),
    )


class Analysis:
    """What layout needs to know of a text in one direction of writing: made once for a text."""

    def __init__(self, text: str, vertical: bool = False) -> None:
        self.vertical = vertical
        self.codes = characters.codes_of(text)
        self.classes = characters.classes_of(self.codes)
        self.turned: characters.Flags = sparse.zeros(len(self.codes), np.bool_)
        """True for what is turned by a quarter in vertical writing: Latin words, longer numbers, dashes."""
        if vertical:
            self.turned, self.classes = postures(self.codes, self.classes)
        self.paragraphs = find_paragraphs(self.classes)
        self.on_page = _set_on_page(len(self.codes), self.paragraphs)
        self.off_page: Ints = np.flatnonzero(~self.on_page).astype(np.int32)
        """Line endings, blank lines and indents typed as spaces: what takes no room."""
        self._allowed = characters.break_allowed(self.codes, self.classes)
        self.breaks = self._allowed
        """For each place, and the end, whether a line may break there."""
        self.stretches = characters.stretch_allowed(self.classes)
        """For each code point whether space may be added before it when a line is justified."""
        self.spaces = self.classes == characters.SPACE
        edges = np.flatnonzero(np.diff(self.spaces.view(np.int8), prepend=0, append=0)).astype(np.int32)
        self.space_starts: Ints = edges[::2]
        """Where each run of spaces begins."""
        self.space_ends: Ints = edges[1::2]
        """Where each run of spaces ends, in the same order."""

    def __len__(self) -> int:
        return len(self.codes)

    def keep_indents(self, paragraphs: npt.NDArray[np.int64]) -> None:
        """Let the spaces before some paragraphs take room: those of code. What is before the first
        paragraph may be blank lines, so it has none."""
        for number in paragraphs[paragraphs > 0].tolist():
            self.on_page[self.paragraphs.starts[number] : self.paragraphs.firsts[number]] = True
            self.paragraphs.firsts[number] = self.paragraphs.starts[number]
        self.off_page = np.flatnonzero(~self.on_page).astype(np.int32)

    def after_spaces(self, places: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """For each place the first place from it on that holds no space."""
        if not len(self.space_ends):
            return places
        run = np.minimum(np.searchsorted(self.space_ends, places, "right"), len(self.space_ends) - 1)
        ends = self.space_ends[run]
        return np.where((self.space_starts[run] <= places) & (places < ends), ends, places)

    def turn(self, offsets: Ints) -> None:
        """Lay brackets and signs on their side that stand upright elsewhere: those in code."""
        classes = self.classes[offsets]
        signs = (classes == characters.OPEN) | (classes == characters.CLOSE) | (classes == characters.OTHER)
        self.turned[offsets[signs]] = True

    def hold(self, start: int, end: int, inside: characters.Flags) -> None:
        """Keep lines from breaking at those places of some paragraphs that are `inside` a word."""
        if inside.any() and self.breaks is self._allowed:
            self.breaks = self._allowed.copy()
        if self.breaks is not self._allowed:
            self.breaks[start:end] = self._allowed[start:end] & ~inside


def postures(
    codes: characters.Codes, classes: characters.Classes
) -> tuple[characters.Flags, characters.Classes]:
    """How each code point stands in a column: whether it is turned, and what it then does at a line's edge.

    After CLREQ 2.3.2: Latin words and numbers lie on their side; a single letter or digit stands upright;
    two digits stand side by side in one cell, of which the second is then part without a place of its own.
    """
    words = (classes == characters.WORD) | (classes == characters.JOIN) | (classes == characters.STOP)
    words |= codes == characters.STRAIGHT_QUOTE
    turned: characters.Flags = words | (classes == characters.DASH)
    standing = classes.copy()
    edges = np.flatnonzero(np.diff(words.astype(np.int8), prepend=0, append=0))
    starts, lengths = edges[::2], edges[1::2] - edges[::2]
    digits = (codes >= 0x30) & (codes <= 0x39)
    single = starts[(lengths == 1) & (classes[starts] == characters.WORD)] if len(starts) else starts
    pair = starts[lengths == 2] if len(starts) else starts
    pair = pair[digits[pair] & digits[pair + 1]] if len(pair) else pair
    for upright in (single, pair):
        turned[upright] = False
        standing[upright] = characters.HANZI
    turned[pair + 1] = False
    standing[pair + 1] = characters.ZERO
    return turned, standing


def _set_on_page(count: int, paragraphs: Paragraphs) -> characters.Flags:
    """True where a code point is part of a paragraph's visible text, not of what lies between two."""
    # Between two paragraphs there is a line ending, so no two edges fall on one place.
    edges = np.zeros(count + 1, np.int8)
    edges[paragraphs.firsts] = 1
    edges[paragraphs.lasts] = -1
    return np.cumsum(edges[:-1], dtype=np.int8) > 0
