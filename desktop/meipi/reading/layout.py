"""From cells to lines, exactly, for a whole article at once.

A *cell* is a code point with its advance along the line; zero-width code points share the place of the
cell before them. Lines are found greedily for all paragraphs together: the furthest cell that fits is one
search in the running sum of advances, the last place where a line may break is one look-up. So a book of a
million characters needs no estimate, and the scroll bar tells the truth.

Everything here is in two neutral directions: `inline`, along a line, and `block`, across the lines.
Inline lengths are in 1/64 logical pixel, block lengths in logical pixels.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from meipi.language.span import Span
from meipi.reading import characters
from meipi.reading.metrics import Metrics, Style

UNIT = 64
"""Inline units in a logical pixel."""

_FEW = 24  # below so many unfinished paragraphs a plain loop is faster than arrays
_LARGEST_SLACK = 0.3  # of the measure: a line that is emptier than this is left ragged

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]


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
    ink = np.flatnonzero((classes != characters.BREAK) & (classes != characters.SPACE))
    ends = np.append(np.flatnonzero(classes == characters.BREAK), len(classes))
    begins = np.append(0, ends[:-1] + 1)
    first_ink = np.searchsorted(ink, begins)
    last_ink = np.searchsorted(ink, ends)
    kept = last_ink > first_ink
    starts = begins[kept].astype(np.int32)
    if len(starts):
        starts[0] = 0
    return Paragraphs(
        starts,
        ink[first_ink[kept]].astype(np.int32),
        (ink[last_ink[kept] - 1] + 1).astype(np.int32),
    )


class Analysis:
    """What layout needs to know of a text whatever its size, measure and readings: made once a text."""

    def __init__(self, text: str) -> None:
        self.codes = characters.codes_of(text)
        self.classes = characters.classes_of(self.codes)
        self.paragraphs = find_paragraphs(self.classes)
        self.on_page = _set_on_page(len(self.codes), self.paragraphs)
        places = np.arange(len(self.codes) + 1, dtype=np.int32)
        allowed = characters.break_allowed(self.codes, self.classes)
        self.last_break: Ints = np.maximum.accumulate(np.where(allowed, places, 0), dtype=np.int32)
        stretches = characters.stretch_allowed(self.classes)
        self.stretches: Ints = np.append(np.int32(0), np.cumsum(stretches, dtype=np.int32))
        self.spaces = self.classes == characters.SPACE
        self.after_spaces = _next_other(self.spaces)

    def __len__(self) -> int:
        return len(self.codes)


class Segment(NamedTuple):
    """The part of a span that lies in one line; `left` and `right` are inline, in logical pixels."""

    line: int
    left: float
    right: float
    opens: bool
    closes: bool


class Layout:
    """The lines of a text. Offsets are code points of the shown text."""

    def __init__(
        self,
        analysis: Analysis,
        kinds: npt.NDArray[np.uint8],
        widths: Ints,
        metrics: Metrics,
        measure: int,
    ) -> None:
        """`kinds` numbers each paragraph's style in `metrics.styles`; `measure` is in logical pixels."""
        self.analysis, self.kinds, self.metrics, self.measure = analysis, kinds, metrics, measure
        self.paragraphs, self.count = analysis.paragraphs, len(analysis)
        self._sums: Longs = np.zeros(self.count + 1, np.int64)
        np.cumsum(widths * analysis.on_page, dtype=np.int64, out=self._sums[1:])
        self._style_of = np.array(
            [[style.indent, style.inset, style.line, style.before, style.after] for style in metrics.styles],
            np.int64,
        )
        self._break_lines()
        self._stack_lines()

    # -- making -------------------------------------------------------------------------------------

    def _break_lines(self) -> None:
        firsts, lasts = self.paragraphs.firsts.astype(np.int64), self.paragraphs.lasts.astype(np.int64)
        room = self.measure * UNIT
        inset = self._style_of[self.kinds, 1] * UNIT
        at, limit = firsts.copy(), room - inset - self._style_of[self.kinds, 0] * UNIT
        open_ = np.arange(len(firsts))
        found: list[tuple[Longs, Longs]] = []
        while len(open_) > _FEW:
            ends = np.searchsorted(self._sums, self._sums[at[open_]] + limit[open_], "right") - 1
            ends = self.analysis.after_spaces[np.minimum(ends, lasts[open_])]
            breaks = self.analysis.last_break[ends].astype(np.int64)
            breaks = np.where(breaks > at[open_], breaks, np.maximum(ends, at[open_] + 1))
            breaks = np.where(ends >= lasts[open_], lasts[open_], breaks)
            found.append((open_, at[open_].copy()))
            at[open_] = breaks
            limit[open_] = room - inset[open_]
            open_ = open_[breaks < lasts[open_]]
        tail = self._break_tail(open_, at, limit, room - inset, lasts)
        owners = np.concatenate([*(part for part, _ in found), tail[:, 0]])
        begins = np.concatenate([*(part for _, part in found), tail[:, 1]])
        order = np.argsort(begins, kind="stable")
        self.line_paragraph: Ints = owners[order].astype(np.int32)
        self.line_first: Ints = begins[order].astype(np.int32)
        lead = np.diff(self.line_paragraph, prepend=-1) > 0
        self.line_leads = lead
        self.line_start: Ints = np.where(lead, self.paragraphs.starts[self.line_paragraph], self.line_first)
        self.line_end: Ints = np.append(self.line_start[1:], self.count).astype(np.int32)
        self.line_closes = np.append(lead[1:], True) if len(lead) else lead

    def _break_tail(self, open_: Longs, at: Longs, limit: Longs, room: Longs, lasts: Longs) -> Longs:
        """The lines of the last few paragraphs, one by one; rows of (paragraph, first code point)."""
        rows: list[tuple[int, int]] = []
        sums, last_break = self._sums.data, self.analysis.last_break.data
        after_spaces = self.analysis.after_spaces.data
        for paragraph in open_.tolist():
            place, last, width = int(at[paragraph]), int(lasts[paragraph]), int(limit[paragraph])
            while place < last:
                rows.append((paragraph, place))
                end = after_spaces[min(bisect_right(sums, sums[place] + width, place, last + 1) - 1, last)]
                if end >= last:
                    break
                found = last_break[end]
                place = found if found > place else max(end, place + 1)
                width = int(room[paragraph])
        return np.array(rows, np.int64).reshape(-1, 2)

    def _stack_lines(self) -> None:
        """Give every line its place across the page; above a paragraph the larger of two spaces counts."""
        styles = self._style_of[self.kinds]
        heights = styles[self.line_paragraph, 2]
        gaps = np.zeros(len(heights), np.int64)
        if len(self.paragraphs):
            above = np.maximum(styles[:, 3], np.append(0, styles[:-1, 4]))
            above[0] = 0
            gaps[self.line_leads] = above[self.line_paragraph[self.line_leads]]
        self.line_height: Ints = heights.astype(np.int32)
        bottoms = np.cumsum(heights + gaps)
        self.line_top: Ints = (bottoms - heights).astype(np.int32)
        self.extent = int(bottoms[-1]) if len(bottoms) else 0
        """Block length of the whole text, in logical pixels."""

    # -- asking -------------------------------------------------------------------------------------

    def __len__(self) -> int:
        return len(self.line_start)

    def style(self, line: int) -> Style:
        """The style in which a line is set."""
        return self.metrics.styles[int(self.kinds[self.line_paragraph[line]])]

    def line_of(self, offset: int) -> int:
        """The line that holds the code point; the last one for the end of the text."""
        return max(0, int(np.searchsorted(self.line_start, offset, "right")) - 1)

    def line_at(self, block: float) -> int:
        """The line at a place across the page; the nearest where there is none."""
        line = int(np.searchsorted(self.line_top, block, "right")) - 1
        if 0 <= line < len(self) - 1:
            below = float(self.line_top[line + 1])
            bottom = float(self.line_top[line] + self.line_height[line])
            if block > (bottom + below) / 2:
                return line + 1
        return max(0, min(line, len(self) - 1))

    def cells(self, line: int) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """Where each code point of a line stands and how wide its cell is, inline, in logical pixels.

        A line that is not its paragraph's last is justified: what is left of the measure is shared
        out among the places where space may be added. Spaces at the end of a line take no room.
        """
        start, end, first = int(self.line_start[line]), int(self.line_end[line]), int(self.line_first[line])
        style = self.style(line)
        inset = style.inset + (style.indent if self.line_leads[line] else 0)
        places = (self._sums[start : end + 1] - self._sums[start]) / UNIT
        last = end
        while last > first and self.analysis.spaces[last - 1]:
            last -= 1
        if last < end:
            places[last - start :] = places[last - start]
        slack = self.measure - inset - places[-1]
        stretches = self.analysis.stretches[start + 1 : end + 1] - self.analysis.stretches[first + 1]
        total = int(self.analysis.stretches[last] - self.analysis.stretches[first + 1]) if last > first else 0
        if not self.line_closes[line] and total > 0 and 0 < slack <= self.measure * _LARGEST_SLACK:
            places[:-1] += slack * np.clip(stretches, 0, total) / total
            places[-1] += slack
        return places[:-1] + inset, np.diff(places)

    def cell_at(self, line: int, inline: float) -> int:
        """The code point whose cell is at a place along a line; the nearest visible one beside it."""
        places, widths = self.cells(line)
        start = int(self.line_start[line])
        visible = np.flatnonzero(widths > 0)
        if not len(visible):
            return start
        index = int(np.searchsorted(places[visible], inline, "right")) - 1
        return start + int(visible[max(0, index)])

    def place_of(self, offset: int) -> tuple[int, float]:
        """The line of a code point and where in it the cell begins, inline, in logical pixels."""
        line = self.line_of(offset)
        places, widths = self.cells(line)
        index = offset - int(self.line_start[line])
        if index < len(places):
            return line, float(places[index])
        return line, float(places[-1] + widths[-1]) if len(places) else 0.0

    def segments(self, span: Span, lines: Sequence[int]) -> Iterator[Segment]:
        """The parts of a span in the given lines (a range of line numbers)."""
        for line in lines:
            start, end = int(self.line_start[line]), int(self.line_end[line])
            first, last = max(span.start, start), min(span.end, end)
            if first >= last:
                continue
            places, widths = self.cells(line)
            left = float(places[first - start])
            right = float(places[last - 1 - start] + widths[last - 1 - start])
            if right > left:
                yield Segment(line, left, right, span.start >= start, span.end <= end)


def _set_on_page(count: int, paragraphs: Paragraphs) -> characters.Flags:
    """True where a code point is part of a paragraph's visible text, not of what lies between two."""
    edges = np.zeros(count + 1, np.int32)
    np.add.at(edges, paragraphs.firsts, 1)
    np.add.at(edges, paragraphs.lasts, -1)
    return np.cumsum(edges[:-1]) > 0


def _next_other(spaces: characters.Flags) -> Ints:
    """For each place, and the end, the first place from it on that holds no space."""
    count = len(spaces)
    places = np.append(np.where(spaces, count, np.arange(count)), count)
    return np.minimum.accumulate(places[::-1].astype(np.int32))[::-1].copy()
