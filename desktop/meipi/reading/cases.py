"""The type at hand for one choice of type and region, and how much room each cell of a text asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from meipi.language.span import Span
from meipi.reading import characters, faces, spacing
from meipi.reading.analysis import Ints
from meipi.reading.layout import UNIT
from meipi.reading.metrics import NONE, PINYIN, ZHUYIN, Metrics
from meipi.reading.readings import Spellings
from meipi.reading.shown import Shown

_CORNERS = {"“": "「", "”": "」", "‘": "『", "’": "』"}


class Cases:
    """A face for each style, and one for readings."""

    def __init__(self, family: str, reading_family: str, metrics: Metrics, *, mainland: bool) -> None:
        """`mainland`: 。，、 stand at the left of their square, not in its middle."""
        self.metrics, self._mainland = metrics, mainland
        wanted = {(style.glyph, style.bold) for style in metrics.styles}
        made = {(glyph, bold): faces.Face(family, glyph, bold, metrics.vertical) for glyph, bold in wanted}
        self.of_style = [made[style.glyph, style.bold] for style in metrics.styles]
        self.readings = faces.ReadingFace(reading_family, metrics.reading)

    def drawn(self, spellings: Spellings) -> list[faces.Spelling]:
        """The drawn form of each reading, by its number."""
        if self.metrics.phonetics == ZHUYIN:
            return self.readings.zhuyin(
                spellings.zhuyin, self.metrics.zhuyin_pitch, self.metrics.zhuyin_width
            )
        return self.readings.pinyin(spellings.pinyin)

    def drawn_codes(self, codes: characters.Codes, classes: characters.Classes) -> characters.Codes:
        """The code points as they are drawn: in columns “ ” as 「」, if the reader wishes."""
        if not (self.metrics.vertical and self.metrics.choice.corner_quotes):
            return codes
        drawn = codes.copy()
        for quote, corner in _CORNERS.items():
            drawn[(codes == ord(quote)) & (classes != characters.JOIN)] = ord(corner)
        return drawn

    # -- measuring ----------------------------------------------------------------------------------

    def cells(
        self, shown: Shown, numbers: Ints, drawn: Sequence[faces.Spelling], ratio: float
    ) -> spacing.Cells:
        """The cells of a whole text; `numbers` has the reading's number for each code point."""
        count = len(shown.analysis)
        cells = spacing.Cells(*(np.zeros(count, np.int32) for _ in range(4)))
        for style in sorted(set(shown.kinds.tolist())):
            self.of_style[style].learn(self.drawn_codes(shown.analysis.codes, shown.analysis.classes))
        self.measure(shown, numbers, drawn, ratio, cells, Span(0, len(shown.analysis.paragraphs)))
        return cells

    def measure(
        self,
        shown: Shown,
        numbers: Ints,
        drawn: Sequence[faces.Spelling],
        ratio: float,
        cells: spacing.Cells,
        paragraphs: Span,
    ) -> None:
        """Measure the cells of some paragraphs, into the cells of the whole text."""
        analysis = shown.analysis
        if paragraphs.start >= paragraphs.end:
            return
        starts, count = analysis.paragraphs.starts, len(analysis)
        start = int(starts[paragraphs.start])
        end = int(starts[paragraphs.end]) if paragraphs.end < len(starts) else count
        part = slice(start, end)
        codes, classes = analysis.codes[part], analysis.classes[part]
        ems = np.zeros(end - start, np.int32)
        widths = np.zeros(end - start, np.int32)
        looked_up = self.drawn_codes(codes, classes)
        for run, style in self._runs(shown, paragraphs):
            inside = slice(run.start - start, run.end - start)
            face = self.of_style[style]
            ems[inside] = face.pixels * UNIT
            widths[inside] = face.advances[looked_up[inside]]
        if self.metrics.vertical:
            widths = self._standing(widths, ems, classes, analysis.turned[part])
        read = numbers[part] if self.metrics.phonetics != NONE else None
        if read is not None:
            widths = self._with_readings(widths, read, drawn, ratio)
        elif self.metrics.vertical:
            widths = widths + np.where(classes == characters.HANZI, self.metrics.cell_gap * UNIT, 0)
        made = spacing.spaced(
            codes,
            classes,
            widths.astype(np.int32),
            ems,
            mainland=self._mainland,
            hang=self.metrics.choice.line_end == "hang",
        )
        cells.widths[part], cells.gaps[part] = made.widths, made.gaps
        cells.shifts[part], cells.ends[part] = made.shifts, made.ends

    def _runs(self, shown: Shown, paragraphs: Span) -> Iterator[tuple[Span, int]]:
        """The stretches of text in one style: a long one for many paragraphs of the same kind."""
        kinds = shown.kinds[paragraphs.start : paragraphs.end]
        starts, count = shown.analysis.paragraphs.starts, len(shown.analysis)
        edges = [0, *(np.flatnonzero(np.diff(kinds)) + 1).tolist(), len(kinds)]
        for first, last in pairwise(edges):
            begin = int(starts[paragraphs.start + first])
            after = paragraphs.start + last
            yield Span(begin, int(starts[after]) if after < len(starts) else count), int(kinds[first])

    @staticmethod
    def _standing(widths: Ints, ems: Ints, classes: characters.Classes, turned: characters.Flags) -> Ints:
        """In a column whatever stands upright takes a whole square."""
        upright = ~turned & (classes < characters.SPACE)
        found: Ints = np.where(upright, ems, np.where(classes == characters.ZERO, 0, widths))
        return found

    def _with_readings(
        self, widths: Ints, numbers: Ints, drawn: Sequence[faces.Spelling], ratio: float
    ) -> Ints:
        """The larger of the glyph and its reading with a gap."""
        metrics, read = self.metrics, numbers > 0
        if metrics.phonetics == PINYIN:
            # Snapping may bring two readings nearer to each other by less than one device pixel.
            gap = metrics.reading_gap + 1 / ratio
            rooms = np.array([round((spelling.width + gap) * UNIT) for spelling in drawn], np.int32)
            wide = np.maximum(widths + np.int32(metrics.cell_gap * UNIT), rooms[numbers])
        else:
            beside = metrics.cell_gap
            if not metrics.vertical:
                beside += metrics.zhuyin_width + metrics.tone_width
            wide = widths + np.int32(beside * UNIT)
        found: Ints = np.where(read, wide, widths)
        return found
