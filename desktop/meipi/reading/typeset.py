"""A text set in type: cells measured, lines laid out, and the glyphs of each line made when first seen."""

from __future__ import annotations

import numpy as np

from meipi.language.span import Span
from meipi.reading.analysis import Ints
from meipi.reading.cases import Cases
from meipi.reading.drawing import DrawnLine, LineDrawer
from meipi.reading.layout import Layout
from meipi.reading.metrics import NONE
from meipi.reading.readings import Readings
from meipi.reading.shown import Shown

_MOST_LINES = 3_000  # kept drawn: some hundred pages, a few megabytes


class Typeset:
    """A shown text in type: its layout and, for each line, its glyphs."""

    def __init__(self, shown: Shown, cases: Cases, readings: Readings, measure: int, ratio: float) -> None:
        """`measure` is in logical pixels, `ratio` is the number of device pixels in one."""
        self.shown, self.cases, self.metrics, self.ratio = shown, cases, cases.metrics, ratio
        self._readings = readings
        self._drawn: dict[int, DrawnLine] = {}
        self.toned = False
        """Whether readings are drawn apart by tone, so that each can have its colour."""
        self._read()
        self._cells = cases.cells(shown, self.numbers, self.spellings, ratio)
        self.layout = Layout(
            shown.analysis, shown.kinds, self._cells, cases.metrics, measure, self._where_read()
        )

    def _read(self) -> None:
        self.numbers: Ints = np.zeros(0, np.int32)
        """The reading's number for each code point of the shown text; empty while none are shown."""
        if self.metrics.phonetics != NONE:
            self.numbers = self._readings.on(self.shown)
        self.spellings = self.cases.drawn(self._readings.spellings)
        self.texts = self._readings.spellings.pinyin

    def _where_read(self) -> np.ndarray[tuple[int], np.dtype[np.bool_]] | None:
        return self.numbers > 0 if self.metrics.choice.compact and len(self.numbers) else None

    def renew(self, first: int, last: int) -> None:
        """Set some paragraphs anew, `first` up to `last`, of which readings have been found meanwhile."""
        if self.metrics.phonetics == NONE:
            return
        self._read()
        self.cases.measure(
            self.shown, self.numbers, self.spellings, self.ratio, self._cells, Span(first, last)
        )
        self.layout.renew(first, last, self._cells, self._where_read())
        self._drawn.clear()

    def line(self, line: int) -> DrawnLine:
        """The glyphs of a line, made when it is first seen."""
        drawn = self._drawn.get(line)
        if drawn is None:
            if len(self._drawn) >= _MOST_LINES:
                self._drawn.clear()
            drawn = self._drawn[line] = LineDrawer(self, line).draw()
        return drawn

    def tone(self, toned: bool) -> None:
        """Draw readings apart by tone, or all in one."""
        if toned != self.toned:
            self.toned = toned
            self._drawn.clear()
