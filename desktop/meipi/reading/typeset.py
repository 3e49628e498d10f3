"""A text set in type: cells measured, lines laid out, and the glyphs of each line made when first seen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun

from meipi.language.span import Span
from meipi.reading import characters, faces
from meipi.reading.layout import UNIT, Ints, Layout
from meipi.reading.metrics import NONE, PINYIN, ZHUYIN, Metrics, Style
from meipi.reading.shown import Readings, Shown, Spellings

_MOST_LINES = 3_000  # kept drawn: some hundred pages, a few megabytes

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """The glyphs of a line, with the left end of the column and the top of the line as their origin."""

    text: list[QGlyphRun]
    readings: QGlyphRun | None


class Cases:
    """The type at hand for one size and region: a face for each style, and one for readings."""

    def __init__(self, family: str, reading_family: str, metrics: Metrics) -> None:
        self.metrics = metrics
        wanted = {(style.glyph, style.bold) for style in metrics.styles}
        made = {(glyph, bold): faces.Face(family, glyph, bold) for glyph, bold in wanted}
        self.of_style = [made[style.glyph, style.bold] for style in metrics.styles]
        self.readings = faces.ReadingFace(reading_family, metrics.reading)

    def drawn(self, spellings: Spellings) -> list[faces.Spelling]:
        """The drawn form of each reading, by its number."""
        if self.metrics.phonetics == ZHUYIN:
            return self.readings.zhuyin(
                spellings.zhuyin, self.metrics.zhuyin_pitch, self.metrics.zhuyin_width
            )
        return self.readings.pinyin(spellings.pinyin)


class Typeset:
    """A shown text in type: its layout and, for each line, its glyphs."""

    def __init__(self, shown: Shown, cases: Cases, readings: Readings, measure: int, ratio: float) -> None:
        """`measure` is in logical pixels, `ratio` is the number of device pixels in one."""
        self.shown, self.cases, self.metrics, self.ratio = shown, cases, cases.metrics, ratio
        self._numbers: Ints = np.zeros(0, np.int32)
        if self.metrics.phonetics != NONE:
            self._numbers = readings.on(shown)
        self._spellings = cases.drawn(readings.spellings)
        self._drawn: dict[int, DrawnLine] = {}
        self.layout = Layout(shown.analysis, shown.kinds, self._widths(), cases.metrics, measure)

    # -- measuring ----------------------------------------------------------------------------------

    def _widths(self) -> Ints:
        """The advance of each cell: the larger of its glyph and its reading with a gap."""
        analysis, kinds = self.shown.analysis, self.shown.kinds
        codes, paragraphs = analysis.codes, analysis.paragraphs
        used = sorted(set(kinds.tolist())) or [0]
        for style in used:
            self.cases.of_style[style].learn(codes)
        commonest = int(np.bincount(kinds).argmax()) if len(kinds) else used[0]
        widths: Ints = self.cases.of_style[commonest].advances[codes]
        if len(used) > 1:
            for paragraph in np.flatnonzero(kinds != commonest).tolist():
                first, last = int(paragraphs.firsts[paragraph]), int(paragraphs.lasts[paragraph])
                face = self.cases.of_style[int(kinds[paragraph])]
                widths[first:last] = face.advances[codes[first:last]]
        if self.metrics.phonetics == NONE:
            return widths
        read = self._numbers > 0
        if self.metrics.phonetics == ZHUYIN:
            beside = self.metrics.zhuyin_width + self.metrics.tone_width + self.metrics.cell_gap
            return np.where(read, widths + np.int32(beside * UNIT), widths)
        # Snapping may bring two readings nearer to each other by less than one device pixel.
        gap = self.metrics.reading_gap + 1 / self.ratio
        rooms = np.array([round((spelling.width + gap) * UNIT) for spelling in self._spellings], np.int32)
        wide = np.maximum(widths + np.int32(self.metrics.cell_gap * UNIT), rooms[self._numbers])
        return np.where(read, wide, widths)

    # -- drawing ------------------------------------------------------------------------------------

    def line(self, line: int) -> DrawnLine:
        """The glyphs of a line, made when it is first seen."""
        drawn = self._drawn.get(line)
        if drawn is None:
            if len(self._drawn) >= _MOST_LINES:
                self._drawn.clear()
            drawn = self._drawn[line] = self._draw(line)
        return drawn

    def _snap(self, values: Floats) -> Floats:
        # On whole device pixels each glyph needs one bitmap in place of four.
        snapped: Floats = np.rint(values * self.ratio) / self.ratio
        return snapped

    def _draw(self, line: int) -> DrawnLine:
        layout, analysis = self.layout, self.shown.analysis
        start, end = int(layout.line_start[line]), int(layout.line_end[line])
        style, (places, cell_widths) = layout.style(line), layout.cells(line)
        face = self.cases.of_style[int(layout.kinds[layout.line_paragraph[line]])]
        codes = analysis.codes[start:end]
        natural = face.advances[codes] / UNIT
        numbers = self._numbers[start:end] if self.metrics.phonetics != NONE else None
        lefts = places
        if self.metrics.phonetics == PINYIN and numbers is not None:
            # Justification widens cells at their left, so what a reading adds is shared at both sides.
            lefts = places + np.where(numbers > 0, (cell_widths - natural) / 2, 0.0)
        exact, lefts = lefts, self._snap(lefts)
        baseline = self._baseline(style)
        glyphs = face.glyphs[codes]
        plain = (glyphs > 0) & (analysis.on_page[start:end]) & (cell_widths > 0)
        clusters = self._clusters(start, end)
        for cluster in clusters:
            plain[cluster.start - start : cluster.end - start] = False
        runs = [
            faces.glyph_run(
                face.raw,
                glyphs[plain].tolist(),
                [QPointF(left, baseline) for left in lefts[plain].tolist()],
            )
        ]
        for cluster in clusters:
            left = float(lefts[cluster.start - start])
            for shaped in face.shape(self.shown.text[cluster.start : cluster.end])[0]:
                runs.append(
                    faces.glyph_run(
                        shaped.font,
                        shaped.glyphs,
                        [QPointF(left + x, baseline + y) for x, y in shaped.places],
                    )
                )
        readings = None
        if numbers is not None and numbers.any():
            readings = self._draw_readings(style, numbers, exact, natural)
        return DrawnLine(runs, readings)

    def _baseline(self, style: Style) -> int:
        return style.glyph_top + round((style.glyph_row - style.glyph) / 2 + faces.BASELINE * style.glyph)

    def _clusters(self, start: int, end: int) -> list[Span]:
        """What one look-up cannot draw: a code point without a glyph, or with marks that lie upon it."""
        analysis = self.shown.analysis
        codes, classes = analysis.codes[start:end], analysis.classes[start:end]
        style = int(self.layout.kinds[self.layout.paragraphs.at(start)])
        missing = (self.cases.of_style[style].glyphs[codes] == 0) & (classes < characters.SPACE)
        # Controls have no glyph and change none; marks and variation selectors have or do.
        joined = (classes == characters.ZERO) & (codes >= 0x300) & ~((codes >= 0x200B) & (codes < 0x2070))
        found: list[Span] = []
        for index in np.flatnonzero((missing | joined) & analysis.on_page[start:end]).tolist():
            first = index
            while first > 0 and classes[first] == characters.ZERO:
                first -= 1
            last = index + 1
            while last < len(codes) and classes[last] == characters.ZERO:
                last += 1
            if not found or found[-1].end < start + last:
                found.append(Span(start + first, start + last))
        return found

    def _draw_readings(self, style: Style, numbers: Ints, lefts: Floats, natural: Floats) -> QGlyphRun:
        glyphs: list[int] = []
        points: list[QPointF] = []
        zhuyin = self.metrics.phonetics == ZHUYIN
        top: float = style.reading_top + round(0.8 * self.metrics.reading_row)
        if zhuyin:
            top = style.glyph_top + style.glyph_row / 2
        for index in np.flatnonzero(numbers).tolist():
            spelling = self._spellings[int(numbers[index])]
            left = float(lefts[index]) + float(natural[index])
            left = left + 2 if zhuyin else left - (float(natural[index]) + spelling.width) / 2
            left = round(left * self.ratio) / self.ratio
            glyphs += spelling.glyphs
            points += [QPointF(left + x, top + y) for x, y in spelling.places]
        return faces.glyph_run(self.cases.readings.raw, glyphs, points)
