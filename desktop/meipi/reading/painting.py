"""Painting of the page: grounds and edges of marks, the selection, the glyphs, the readings, the caret.

Nothing here changes anything; a new theme needs a repaint and no layout. Lengths are logical pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from meipi.language.span import Span
from meipi.reading.layout import Segment
from meipi.reading.marking import Painted, strokes
from meipi.reading.metrics import KINDS
from meipi.reading.typeset import Typeset
from meipi.support.fonts import ui_font
from meipi.support.theme import Theme

_ROUND = 4
_EDGE = 3
RING = 18
RING_GAP = 10
RING_STEP = 21

_HEADING = KINDS.index("heading")


@dataclass(slots=True)
class Scene:
    """All that is on the page beside its text. Spans are code points of the shown text."""

    marks: Sequence[Painted] = ()
    numbers: dict[int, int] = field(default_factory=dict)
    """By mark, the number it goes by in the margin: only marks that have a note."""
    current: int | None = None
    """The mark whose card is current."""
    flash: Span | None = None
    selection: Span | None = None
    caret: int | None = None
    """The code point before which the caret stands; None where it is not shown."""


class PagePainter:
    """Paints lines of a typeset text in the colours of a theme."""

    def __init__(self, typeset: Typeset, theme: Theme, scene: Scene) -> None:
        self.typeset, self.theme, self.scene = typeset, theme, scene
        self._layout = typeset.layout

    def paint(self, painter: QPainter, lines: range, left: int, top: int) -> None:
        """Paint some lines; `left` and `top` are where the text's own origin lies on the widget."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(left, top)
        self._paint_marks(painter, lines)
        self._paint_span(painter, lines, self.scene.flash, self.theme.cinnabar_wash)
        self._paint_span(painter, lines, self.scene.selection, self.theme.selection)
        self._paint_glyphs(painter, lines)
        self._paint_caret(painter, lines)
        self._paint_rings(painter, lines)
        painter.translate(-left, -top)

    def row(self, line: int) -> tuple[int, int]:
        """Top and height of a line's row of glyphs, from the text's own top."""
        style = self._layout.style(line)
        return int(self._layout.line_top[line]) + style.glyph_top, style.glyph_row

    def rectangle(self, segment: Segment) -> QRectF:
        """Where a segment of text lies, from the text's own origin."""
        top, height = self.row(segment.line)
        return QRectF(segment.left, top, segment.right - segment.left, height)

    # -- under the text -----------------------------------------------------------------------------

    def _paint_marks(self, painter: QPainter, lines: range) -> None:
        layout = self._layout
        within = Span(int(layout.line_start[lines[0]]), int(layout.line_end[lines[-1]]))
        found = sorted(strokes(self.scene.marks, within), key=lambda stroke: stroke.level)
        for stroke in found:
            ground = self.theme.inks.get(stroke.mark.colour, self.theme.inks["zhu"])
            edge = self.theme.edges.get(stroke.mark.colour, self.theme.edges["zhu"])
            for segment in layout.segments(stroke.span, self._lines_of(stroke.span, lines)):
                if stroke.level == 0:
                    self._fill(painter, segment, ground)
                else:
                    box = self.rectangle(segment)
                    below = box.bottom() - _EDGE + (stroke.level - 1) * (_EDGE + 1)
                    painter.fillRect(QRectF(box.left(), below, box.width(), _EDGE), QColor(edge))

    def _lines_of(self, span: Span, lines: range) -> range:
        first, last = self._layout.line_of(span.start), self._layout.line_of(max(span.start, span.end - 1))
        return range(max(first, lines.start), min(last + 1, lines.stop))

    def _paint_span(self, painter: QPainter, lines: range, span: Span | None, colour: str) -> None:
        if span is not None:
            for segment in self._layout.segments(span, self._lines_of(span, lines)):
                self._fill(painter, segment, colour)

    def _fill(self, painter: QPainter, segment: Segment, colour: str) -> None:
        """A ground that is round at the true ends of its span and flat where it goes on in another line."""
        box = self.rectangle(segment)
        path = QPainterPath()
        path.addRoundedRect(box, _ROUND, _ROUND)
        if not segment.opens:
            path.addRect(QRectF(box.left(), box.top(), min(_ROUND, box.width()), box.height()))
        if not segment.closes:
            right = max(box.left(), box.right() - _ROUND)
            path.addRect(QRectF(right, box.top(), box.right() - right, box.height()))
        path.setFillRule(Qt.FillRule.WindingFill)
        painter.fillPath(path, QColor(colour))

    # -- the text -----------------------------------------------------------------------------------

    def _paint_glyphs(self, painter: QPainter, lines: range) -> None:
        ink, reading = QColor(self.theme.ink), QColor(self.theme.reading)
        drawn = [(line, self.typeset.line(line)) for line in lines]
        painter.setPen(ink)
        for line, glyphs in drawn:
            origin = QPointF(0, int(self._layout.line_top[line]))
            for run in glyphs.text:
                painter.drawGlyphRun(origin, run)
            if self._layout.line_leads[line]:
                self._paint_bar(painter, line)
        painter.setPen(reading)
        for line, glyphs in drawn:
            if glyphs.readings is not None:
                painter.drawGlyphRun(QPointF(0, int(self._layout.line_top[line])), glyphs.readings)

    def _paint_bar(self, painter: QPainter, line: int) -> None:
        """The vermilion bar before a heading."""
        if self._layout.kinds[self._layout.line_paragraph[line]] == _HEADING:
            top, height = self.row(line)
            bar = round(self._layout.style(line).glyph * 0.9)
            painter.fillRect(QRectF(0, top + (height - bar) / 2, 4, bar), QColor(self.theme.cinnabar))

    # -- over the text ------------------------------------------------------------------------------

    def _paint_caret(self, painter: QPainter, lines: range) -> None:
        if self.scene.caret is None:
            return
        line, place = self._layout.place_of(self.scene.caret)
        if line in lines:
            top, height = self.row(line)
            painter.fillRect(QRectF(round(place) - 1, top, 2, height), QColor(self.theme.cinnabar))

    def rings(self, lines: range) -> list[tuple[int, QRectF]]:
        """The numbers in the margin of some lines: the mark, and where its ring is."""
        layout, found = self._layout, []
        taken: dict[int, int] = {}
        for mark in sorted(self.scene.marks, key=lambda mark: (mark.span.end, mark.mark_id)):
            if mark.mark_id not in self.scene.numbers:
                continue
            line = layout.line_of(max(mark.span.start, mark.span.end - 1))
            if line not in lines:
                continue
            side = taken.get(line, 0)
            taken[line] = side + 1
            top, height = self.row(line)
            left = layout.measure + RING_GAP + side * RING_STEP
            found.append((mark.mark_id, QRectF(left, top + (height - RING) / 2, RING, RING)))
        return found

    def _paint_rings(self, painter: QPainter, lines: range) -> None:
        painter.setFont(ui_font(11, bold=True))
        for mark_id, box in self.rings(lines):
            full = mark_id == self.scene.current
            painter.setPen(QPen(QColor(self.theme.cinnabar), 1.5))
            painter.setBrush(QColor(self.theme.cinnabar if full else self.theme.paper))
            painter.drawEllipse(box.adjusted(0.75, 0.75, -0.75, -0.75))
            painter.setPen(QColor(self.theme.on_cinnabar if full else self.theme.cinnabar_text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self.scene.numbers[mark_id]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
