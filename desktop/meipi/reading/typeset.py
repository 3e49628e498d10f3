"""A text set in type: cells measured, lines laid out, and the glyphs of each line made when first seen."""

from __future__ import annotations

import numpy as np

from meipi.language.span import Span
from meipi.reading import characters
from meipi.reading.cases import Cases
from meipi.reading.drawing import LineDrawer
from meipi.reading.drawn import DrawnLine
from meipi.reading.layout import Layout
from meipi.reading.metrics import NONE
from meipi.reading.readings import Readings, Told
from meipi.reading.shown import Shown

_MOST_LINES = 1_000  # kept drawn: some sixty pages, a few megabytes


class Typeset:
    """A shown text in type: its layout and, for each line, its glyphs."""

    def __init__(self, shown: Shown, cases: Cases, readings: Readings, measure: int, ratio: float) -> None:
        """`measure` is in logical pixels, `ratio` is the number of device pixels in one."""
        self.shown, self.cases, self.metrics, self.ratio = shown, cases, cases.metrics, ratio
        self._readings = readings
        self._lines: dict[int, DrawnLine] = {}
        self.toned = False
        """Whether readings are drawn apart by tone, so that each can have its colour."""
        self.silenced: characters.Flags | None = None
        """Where readings have their room, and are not drawn any more; None if nowhere."""
        self._silent = readings.silent(shown)
        self._read()
        self._hold_words(0, len(shown.analysis))
        self._cells = cases.cells(shown, self.told, self.drawn, ratio)
        self.layout = Layout(
            shown.analysis, shown.kinds, self._cells, cases.metrics, measure, self._where_read()
        )

    def _read(self) -> None:
        self.told = Told.nothing(0)
        """What is read over the shown text; empty while nothing is."""
        if self.metrics.phonetics != NONE:
            self.told = self._readings.on(self.shown)
            if self._silent is not None:
                self.told = self.told.without(self._silent)
        self._version = self._readings.version
        self.spellings = self._readings.spellings
        self.drawn = self.cases.drawn(self.spellings)

    @property
    def told_all(self) -> bool:
        """Whether all that has been read since is in it."""
        return self.metrics.phonetics == NONE or self._version == self._readings.version

    def _hold_words(self, start: int, end: int) -> None:
        """Keep lines from breaking within a word over which its pinyin stands as one."""
        part = self.told.within(start, end)
        inside = np.zeros(end - start, np.bool_)
        inside[part.in_words()] = True
        inside[np.flatnonzero(part.lengths)] = False
        self.shown.analysis.hold(start, end, inside)

    def _where_read(self) -> characters.Flags | None:
        compact = self.metrics.choice.compact and len(self.told.numbers)
        return self.told.numbers > 0 if compact else None

    def renew(self, first: int, last: int) -> None:
        """Set some paragraphs anew, `first` up to `last`, of which readings have been found meanwhile."""
        if self.metrics.phonetics == NONE:
            return
        starts = self.shown.analysis.paragraphs.starts
        start, end = int(starts[first]), int(starts[last]) if last < len(starts) else len(self.shown.analysis)
        silent = self._readings.silent(self.shown)
        if silent is not None:
            if self._silent is None:
                self._silent = np.zeros(len(silent), np.bool_)
            # What is silent elsewhere by now keeps its room there: those paragraphs stay as they are.
            self._silent[start:end] = silent[start:end]
            if self.silenced is not None:
                self.silenced[start:end] = False
        self._read()
        self._hold_words(start, end)
        self.cases.measure(self.shown, self.told, self.drawn, self.ratio, self._cells, Span(first, last))
        before, after, added = self.layout.renew(first, last, self._cells, self._where_read())
        self._lines = {
            line if line < before else line + added: drawn
            for line, drawn in self._lines.items()
            if not before <= line < after
        }

    def silence(self) -> bool:
        """Draw no readings over what has become known since; its room stays, so that nothing moves.

        False, and nothing done, where that does not do: a reading is wanted that has no room.
        """
        silent = self._readings.silent(self.shown)
        if silent is None or self._silent is None or bool((self._silent & ~silent).any()):
            return False
        self.silenced = silent & ~self._silent
        self._lines.clear()
        return True

    def line(self, line: int) -> DrawnLine:
        """The glyphs of a line, made when it is first seen."""
        drawn = self._lines.get(line)
        if drawn is None:
            if len(self._lines) >= _MOST_LINES:
                self._lines.clear()
            drawn = self._lines[line] = LineDrawer(self, line).draw()
        return drawn

    def is_drawn(self, line: int) -> bool:
        """Whether the glyphs of a line have been made."""
        return line in self._lines

    def doubts(self, start: int, end: int) -> list[int]:
        """The code points of the shown text, of those from one up to another, whose reading is not sure."""
        source = self.shown.to_source(Span(start, end))
        found: list[int] = []
        for offset in self._readings.doubted(source):
            found += range(*self.shown.to_shown(Span(offset, offset + 1)))
        return [offset for offset in dict.fromkeys(found) if start <= offset < end]

    def tone(self, toned: bool) -> None:
        """Draw readings apart by tone, or all in one."""
        if toned != self.toned:
            self.toned = toned
            self._lines.clear()
