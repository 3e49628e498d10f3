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
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from meipi.language.span import Span
from meipi.reading.analysis import Analysis, Ints
from meipi.reading.metrics import Metrics, Style
from meipi.reading.spacing import Cells

UNIT = 64
"""Inline units in a logical pixel."""

_FEW = 24  # below so many unfinished paragraphs a plain loop is faster than arrays
_TOGETHER = 1 << 18  # code points whose lines are broken together: their running sums are two megabytes
_MOST_PLACED = 200  # lines whose cells are kept: what a page asks for again and again while it is painted
_LARGEST_SLACK = 0.3  # of the measure: a line that is emptier than this is left ragged

Longs = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

_NO_LINES: Longs = np.zeros(0, np.int64)


class Segment(NamedTuple):
    """The part of a span that lies in one line; `left` and `right` are inline, in logical pixels."""

    line: int
    left: float
    right: float
    opens: bool
    closes: bool


class Renewed(NamedTuple):
    """What became of the lines before and after those that were laid out anew."""

    before: int
    """Lines with a smaller number are as they were."""
    after: int
    """Lines that had this number or a larger one are as they were, but for the number."""
    added: int
    """How much larger their number is now; negative where there are fewer lines."""


class Layout:
    """The lines of a text. Offsets are code points of the shown text."""

    def __init__(
        self,
        analysis: Analysis,
        kinds: npt.NDArray[np.uint8],
        cells: Cells,
        metrics: Metrics,
        measure: int,
        read: Flags | None = None,
    ) -> None:
        """`kinds` numbers each paragraph's style in `metrics.styles`; `measure` is in logical pixels.

        `read` tells where there is a reading: with compact metrics, lines without any are less high.
        """
        self.analysis, self.kinds, self.metrics, self.measure = analysis, kinds, metrics, measure
        self.paragraphs, self.count = analysis.paragraphs, len(analysis)
        self._cells, self._read = cells, read
        self._placed: dict[int, tuple[Floats, Floats]] = {}
        self._style_of = np.array(
            [
                [
                    style.indent,
                    style.inset,
                    style.line,
                    style.before,
                    style.after,
                    style.line - style.bare_line,
                    style.head,
                ]
                for style in metrics.styles
            ],
            np.int64,
        )
        self._take_lines(*self._broken(0, len(self.paragraphs)))

    # -- making -------------------------------------------------------------------------------------

    def _sums(self, start: int, end: int) -> Longs:
        """The running sum of advances and gaps from one code point to another, beginning with 0.

        Made when it is wanted: of a book it is eight megabytes, and lines once broken have no use for it.
        """
        part, sums = slice(start, end), np.zeros(end - start + 1, np.int64)
        np.cumsum(self._cells.widths[part] + self._cells.gaps[part], dtype=np.int64, out=sums[1:])
        return sums

    def renew(self, first: int, last: int, cells: Cells, read: Flags | None) -> Renewed:
        """Lay some paragraphs out anew, `first` up to `last`, in whose cells something has changed.

        `cells` and `read` are those of the whole text. Costs little more than the paragraphs themselves.
        """
        self._cells, self._read = cells, read
        owners, begins = self._broken(first, last)
        head = int(np.searchsorted(self.line_paragraph, first, "left"))
        tail = int(np.searchsorted(self.line_paragraph, last, "left"))
        self._take_lines(
            np.concatenate([self.line_paragraph[:head], owners, self.line_paragraph[tail:]]),
            np.concatenate([self.line_first[:head], begins, self.line_first[tail:]]),
        )
        return Renewed(head, tail, len(begins) - (tail - head))

    def _broken(self, first: int, last: int) -> tuple[Longs, Longs]:
        """The lines of the paragraphs from `first` up to `last`: for each line its paragraph and its first
        code point, in order."""
        starts = self.paragraphs.starts
        found: list[tuple[Longs, Longs]] = [(_NO_LINES, _NO_LINES)]
        while first < last:
            upto = max(first + 1, int(np.searchsorted(starts, starts[first] + _TOGETHER)))
            upto = min(upto, last)
            base = int(self.paragraphs.firsts[first])
            sums = self._sums(base, int(self.paragraphs.lasts[upto - 1]))
            found.append(self._broken_by(sums, base, np.arange(first, upto)))
            first = upto
        owners, begins = zip(*found, strict=True)
        return np.concatenate(owners), np.concatenate(begins)

    def _broken_by(self, sums: Longs, base: int, open_: Longs) -> tuple[Longs, Longs]:
        """The same, by running sums that begin at the code point `base`."""
        analysis, cells = self.analysis, self._cells
        firsts, lasts = self.paragraphs.firsts.astype(np.int64), self.paragraphs.lasts.astype(np.int64)
        room = self.measure * UNIT - self._style_of[self.kinds, 1] * UNIT
        at, limit = firsts.copy(), room - self._style_of[self.kinds, 0] * UNIT
        found: list[tuple[Longs, Longs]] = []
        while len(open_) > _FEW:
            begin, last = at[open_], lasts[open_]
            bounds = sums[begin - base] + cells.gaps[begin] + limit[open_]
            ends = np.minimum(np.searchsorted(sums, bounds, "right") - 1 + base, last)
            # One more mark may hang past the edge, or fit without its blank.
            more = np.minimum(ends + 1, last)
            ends = np.where(sums[more - base] - cells.ends[more - 1] <= bounds, more, ends)
            ends = np.minimum(analysis.after_spaces(ends), last)
            breaks = ends.copy()
            held = np.flatnonzero(~analysis.breaks[ends])
            while len(held):
                breaks[held] -= 1
                held = held[(breaks[held] > begin[held]) & ~analysis.breaks[breaks[held]]]
            breaks = np.where(breaks > begin, breaks, np.maximum(ends, begin + 1))
            breaks = np.where(ends >= last, last, breaks)
            found.append((open_, begin))
            at[open_] = breaks
            limit[open_] = room[open_]
            open_ = open_[breaks < last]
        tail = self._broken_tail(sums, base, open_, at, limit, room, lasts)
        owners = np.concatenate([*(part for part, _ in found), tail[:, 0]])
        begins = np.concatenate([*(part for _, part in found), tail[:, 1]])
        order = np.argsort(begins, kind="stable")
        return owners[order], begins[order]

    def _broken_tail(
        self, sums: Longs, base: int, open_: Longs, at: Longs, limit: Longs, room: Longs, lasts: Longs
    ) -> Longs:
        """The lines of the last few paragraphs, one by one; rows of (paragraph, first code point)."""
        rows: list[tuple[int, int]] = []
        upto, breaks = sums.data, self.analysis.breaks.data
        spaces, gaps, hung = self.analysis.spaces.data, self._cells.gaps.data, self._cells.ends.data
        for paragraph in open_.tolist():
            place, last, width = int(at[paragraph]), int(lasts[paragraph]), int(limit[paragraph])
            while place < last:
                rows.append((paragraph, place))
                bound = upto[place - base] + gaps[place] + width
                end = min(bisect_right(upto, bound, place - base, last + 1 - base) - 1 + base, last)
                if end < last and upto[end + 1 - base] - hung[end] <= bound:
                    end += 1
                while end < last and spaces[end]:
                    end += 1
                if end >= last:
                    break
                found = end
                while found > place and not breaks[found]:
                    found -= 1
                place = found if found > place else max(end, place + 1)
                width = int(room[paragraph])
        return np.array(rows, np.int64).reshape(-1, 2)

    def _take_lines(self, owners: Longs, begins: Longs) -> None:
        self._placed.clear()
        self.line_paragraph: Ints = owners.astype(np.int32)
        self.line_first: Ints = begins.astype(np.int32)
        lead = np.diff(self.line_paragraph, prepend=-1) > 0
        self.line_leads = lead
        self.line_start: Ints = np.where(lead, self.paragraphs.starts[self.line_paragraph], self.line_first)
        self.line_end: Ints = np.append(self.line_start[1:], self.count).astype(np.int32)
        self.line_closes = np.append(lead[1:], True) if len(lead) else lead
        self._stack_lines()

    def _stack_lines(self) -> None:
        """Give every line its place across the page; above a paragraph the larger of two spaces counts."""
        styles = self._style_of[self.kinds]
        heights = styles[self.line_paragraph, 2]
        self.line_lift: Ints = np.zeros(len(heights), np.int32)
        """How much less high than its style a line is, cut off its top where readings would be."""
        if self._read is not None and len(heights):
            sums = np.append(0, np.cumsum(self._read, dtype=np.int32))
            bare = sums[self.line_end] == sums[self.line_start]
            self.line_lift = np.where(bare, styles[self.line_paragraph, 5], 0).astype(np.int32)
            heights = heights - self.line_lift
        gaps = np.zeros(len(heights), np.int64)
        if len(self.paragraphs):
            above = np.maximum(styles[:, 3], np.append(0, styles[:-1, 4]))
            above[0] = 0
            above += styles[:, 6]
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

    def origin(self, line: int) -> int:
        """The block place from which the rows of a line's style are counted."""
        return int(self.line_top[line]) - int(self.line_lift[line])

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

    def cells(self, line: int) -> tuple[Floats, Floats]:
        """Where each code point of a line stands and how far it is to the next, inline, in logical pixels.

        A line that is not its paragraph's last is justified: what is left of the measure is shared
        out among the places where space may be added. Spaces at the end of a line take no room, and a
        closing mark for which there was none hangs past the edge. What is centred is not justified.
        """
        placed = self._placed.get(line)
        if placed is None:
            if len(self._placed) >= _MOST_PLACED:
                self._placed.clear()
            placed = self._placed[line] = self._place(line)
            for array in placed:
                array.flags.writeable = False
        return placed

    def _place(self, line: int) -> tuple[Floats, Floats]:
        start, end, first = int(self.line_start[line]), int(self.line_end[line]), int(self.line_first[line])
        style, gaps = self.style(line), self._cells.gaps
        inset: float = style.inset + (style.indent if self.line_leads[line] else 0)
        sums = self._sums(start, end)
        places = (sums - sums[first - start] - int(gaps[first])) / UNIT
        places[:-1] += gaps[start:end] / UNIT
        np.maximum(places, 0, out=places)
        last = end
        while last > first and (self.analysis.spaces[last - 1] or not self.analysis.on_page[last - 1]):
            last -= 1
        places[last - start :] = places[last - 1 - start] + self.advance(last - 1) if last > first else 0
        slack = self.measure - inset - places[-1]
        fixed = last
        if slack < 0 and last - 1 > first:
            # The last mark was let past the edge: the cell before it ends where the line does.
            fixed = last - 1
            slack += int(self._cells.ends[last - 1]) / UNIT
        if style.lines == "centred":
            inset = max(0.0, slack + inset) / 2
        inner = self.analysis.stretches[start:end].copy()
        inner[: first + 1 - start] = inner[fixed - start :] = False
        total = int(np.count_nonzero(inner))
        justified = style.lines == "justified" and not self.line_closes[line]
        if justified and total > 0 and 0 < slack <= self.measure * _LARGEST_SLACK:
            places[:-1] += slack * np.cumsum(inner) / total
            places[-1] += slack
        return places[:-1] + inset, np.diff(places)

    def advance(self, offset: int) -> float:
        """Inline length of a code point's own cell, without gap or stretch, in logical pixels."""
        return float(self._cells.widths[offset]) / UNIT

    def advances(self, line: int) -> Floats:
        """The same for each code point of a line."""
        part = slice(int(self.line_start[line]), int(self.line_end[line]))
        found: Floats = self._cells.widths[part] / UNIT
        return found

    def shifts(self, line: int) -> Floats:
        """How far before its cell each glyph of a line begins, inline, in logical pixels."""
        found: Floats = self._cells.shifts[int(self.line_start[line]) : int(self.line_end[line])] / UNIT
        return found

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

    def caret_at(self, offset: int, closing: bool) -> tuple[int, float]:
        """The line in which a caret before a code point stands, and where in it.

        Where a paragraph goes on in the next line that place is two places: `closing` is the end of the
        line before.
        """
        line, inline = self.place_of(offset)
        if closing and line and offset == int(self.line_start[line]) and not self.line_leads[line]:
            places, widths = self.cells(line - 1)
            return line - 1, float(places[-1] + widths[-1])
        return line, inline

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
