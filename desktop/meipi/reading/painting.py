"""Painting of the page: grounds and edges of marks, the selection, the glyphs, the readings, the caret.

Nothing here changes anything; a new theme needs a repaint and no layout. Lengths are logical pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from meipi.language.span import Span
from meipi.reading import axes
from meipi.reading.drawn import DrawnLine, Ink, Rule
from meipi.reading.layout import Segment
from meipi.reading.marking import Painted, strokes
from meipi.reading.ornaments import Ornaments
from meipi.reading.typeset import Typeset
from meipi.support.fonts import ui_font
from meipi.support.theme import Theme

_ROUND = 4
_EDGE = 3
_DOT, _DOT_STEP = 2, 5
RING = 18
RING_GAP = 10
RING_STEP = 21


@dataclass(slots=True)
class Scene:
    """All that is on the page beside its text. Spans are code points of the shown text."""

    marks: Sequence[Painted] = ()
    numbers: dict[int, int] = field(default_factory=dict)
    """By mark, the number it goes by in the margin: only marks that have a note."""
    current: int | None = None
    """The mark whose card is current."""
    flash: Span | None = None
    looked_up: Span | None = None
    """The word whose card is open."""
    selection: Span | None = None
    caret: int | None = None
    """The code point before which the caret stands; None where it is not shown."""
    bookmarks: Sequence[int] = ()
    """The code points at which they lie, in order."""
    caret_closes: bool = False
    """Whether it stands at the end of the line before, where that is the same place."""


class PagePainter:
    """Paints lines of a typeset text in the colours of a theme."""

    def __init__(
        self,
        typeset: Typeset,
        theme: Theme,
        scene: Scene,
        tones: Sequence[str] | None = None,
        *,
        doubts: bool = True,
    ) -> None:
        """`tones` are the colours of the readings by tone, 0 to 5; without them all have the theme's. With
        `doubts` the readings that are not sure are dotted."""
        self.typeset, self.theme, self.scene, self.tones = typeset, theme, scene, tones
        self._doubts = doubts
        self._layout, self._vertical = typeset.layout, typeset.metrics.vertical

    def paint(self, painter: QPainter, lines: range, origin: QPoint) -> None:
        """Paint some lines; `origin` is where the text's own origin lies on the widget."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(origin)
        Ornaments(self.typeset, self.theme).paint(painter, lines)
        self._paint_marks(painter, lines)
        self._paint_span(painter, lines, self.scene.flash, self.theme.cinnabar_wash)
        self._paint_span(painter, lines, self.scene.selection, self.theme.selection)
        self.paint_glyphs(painter, lines)
        self._paint_looked_up(painter, lines)
        self._paint_caret(painter, lines)
        self._paint_rings(painter, lines)
        if self.scene.bookmarks:
            # The first page seldom has one.
            from meipi.reading.bookmarks import paint_ribbons

            paint_ribbons(painter, self, lines)
        painter.translate(-origin)

    def row(self, line: int) -> tuple[int, int]:
        """Where a line's row of glyphs begins across the lines, and how broad it is."""
        style = self._layout.style(line)
        return self._layout.origin(line) + style.glyph_top, style.glyph_row

    def rectangle(self, segment: Segment) -> QRectF:
        """Where a segment of text lies, from the text's own origin."""
        row, breadth = self.row(segment.line)
        return self._box(segment.left, row, segment.right - segment.left, breadth)

    def _box(self, inline: float, block: float, length: float, breadth: float) -> QRectF:
        return axes.box(self._vertical, inline, block, length, breadth)

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
                    # Below the text in lines; at its left in columns, where a Chinese underline is and no
                    # reading, but off the hanzi, which fill their row there.
                    row, breadth = self.row(segment.line)
                    side = row + breadth - (0 if self._vertical else _EDGE)
                    away = (stroke.level - 1) * (_EDGE + 1)
                    length = segment.right - segment.left
                    painter.fillRect(self._box(segment.left, side + away, length, _EDGE), QColor(edge))

    def _lines_of(self, span: Span, lines: range) -> range:
        first, last = self._layout.line_of(span.start), self._layout.line_of(max(span.start, span.end - 1))
        return range(max(first, lines.start), min(last + 1, lines.stop))

    def _paint_span(self, painter: QPainter, lines: range, span: Span | None, colour: str) -> None:
        if span is not None:
            for segment in self._layout.segments(span, self._lines_of(span, lines)):
                self._fill(painter, segment, colour)

    def _fill(self, painter: QPainter, segment: Segment, colour: str) -> None:
        """A ground that is round at the true ends of its span and flat where it goes on in another line."""
        row, breadth = self.row(segment.line)
        path = QPainterPath()
        path.addRoundedRect(self.rectangle(segment), _ROUND, _ROUND)
        flat = min(_ROUND, segment.right - segment.left)
        if not segment.opens:
            path.addRect(self._box(segment.left, row, flat, breadth))
        if not segment.closes:
            path.addRect(self._box(segment.right - flat, row, flat, breadth))
        path.setFillRule(Qt.FillRule.WindingFill)
        painter.fillPath(path, QColor(colour))

    # -- the text -----------------------------------------------------------------------------------

    def paint_glyphs(self, painter: QPainter, lines: range) -> None:
        """Paint the text of some lines and what is read over it, at the text's own origin."""
        self.typeset.tone(self.tones is not None)
        drawn = [(self._layout.origin(line), self.typeset.line(line)) for line in lines]
        for origin, glyphs in drawn:
            if glyphs.rules or glyphs.dots or glyphs.dashes:
                self._paint_markup(painter, origin, glyphs)
            if glyphs.doubts and self._doubts:
                self._paint_doubts(painter, origin, glyphs.doubts)
        painter.setPen(QColor(self.theme.ink))
        for origin, glyphs in drawn:
            for run in glyphs.upright:
                painter.drawGlyphRun(QPointF(-origin, 0), run)
        for origin, glyphs in drawn:
            for ink, run in glyphs.tinted_upright:
                painter.setPen(self._colour(ink))
                painter.drawGlyphRun(QPointF(-origin, 0), run)
        if self._vertical:
            painter.rotate(90)
        painter.setPen(QColor(self.theme.ink))
        for origin, glyphs in drawn:
            for run in glyphs.along:
                painter.drawGlyphRun(QPointF(0, origin), run)
        for origin, glyphs in drawn:
            for ink, run in glyphs.tinted_along:
                painter.setPen(self._colour(ink))
                painter.drawGlyphRun(QPointF(0, origin), run)
        for origin, glyphs in drawn:
            for tone, run in glyphs.readings_along:
                painter.setPen(self._reading_colour(tone))
                painter.drawGlyphRun(QPointF(0, origin), run)
        if self._vertical:
            painter.rotate(-90)
        for origin, glyphs in drawn:
            for tone, run in glyphs.readings_upright:
                painter.setPen(self._reading_colour(tone))
                painter.drawGlyphRun(QPointF(-origin, 0), run)

    def _colour(self, ink: Ink) -> QColor:
        theme = self.theme
        return QColor({"ink": theme.ink, "link": theme.cinnabar_text, "soft": theme.soft}[ink])

    def _paint_markup(self, painter: QPainter, origin: int, line: DrawnLine) -> None:
        """The lines under links, the dots of what is emphasised, and long dashes."""
        colour = self._colour("link")
        for rule in line.rules:
            box = self._box(rule.left, origin + rule.block, rule.right - rule.left, 1)
            painter.fillRect(box, colour)
        for left, right, block, thick in line.dashes:
            painter.fillRect(self._box(left, origin + block, right - left, thick), QColor(self.theme.ink))
        if line.dots:
            pen = QPen(QColor(self.theme.ink), line.dot)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            points = [axes.point(self._vertical, inline, origin + block) for inline, block in line.dots]
            painter.drawPoints(points)

    def _paint_doubts(self, painter: QPainter, origin: int, doubts: Sequence[Rule]) -> None:
        colour = QColor(self.theme.cinnabar)
        for left, right, block in doubts:
            for inline in range(left + 1, right - 1, _DOT_STEP):
                painter.fillRect(self._box(inline, origin + block, _DOT, _DOT), colour)

    def _reading_colour(self, tone: int) -> QColor:
        return QColor(self.tones[tone] if self.tones is not None else self.theme.reading)

    # -- over the text ------------------------------------------------------------------------------

    def _paint_looked_up(self, painter: QPainter, lines: range) -> None:
        span = self.scene.looked_up
        for segment in self._layout.segments(span, self._lines_of(span, lines)) if span else ():
            row, breadth = self.row(segment.line)
            side = row + breadth - (0 if self._vertical else 2)
            box = self._box(segment.left, side, segment.right - segment.left, 2)
            painter.fillRect(box, QColor(self.theme.cinnabar))

    def _paint_caret(self, painter: QPainter, lines: range) -> None:
        if self.scene.caret is None:
            return
        line, place = self._layout.caret_at(self.scene.caret, self.scene.caret_closes)
        if line in lines:
            row, breadth = self.row(line)
            painter.fillRect(self._box(round(place) - 1, row, 2, breadth), QColor(self.theme.cinnabar))

    def rings(self, lines: range) -> list[tuple[int, QRectF]]:
        """The numbers in the margin of some lines: the mark, and where its ring is.

        They stand after the end of the line in which their mark ends, in columns above its beginning.
        """
        layout = self._layout
        found: list[tuple[int, QRectF]] = []
        taken: dict[int, int] = {}
        if not lines or not self.scene.numbers:
            return found
        start, end = int(layout.line_start[lines[0]]), int(layout.line_end[lines[-1]])
        near = (mark for mark in self.scene.marks if start <= max(mark.span.start, mark.span.end - 1) < end)
        for mark in sorted(near, key=lambda mark: (mark.span.end, mark.mark_id)):
            if mark.mark_id not in self.scene.numbers:
                continue
            line = layout.line_of(max(mark.span.start, mark.span.end - 1))
            side = taken.get(line, 0)
            taken[line] = side + 1
            row, breadth = self.row(line)
            across = row + (breadth - RING) / 2
            if self._vertical:
                inline = -RING_GAP - RING - side * RING_STEP
            else:
                inline = max(layout.measure, self._end(line)) + RING_GAP + side * RING_STEP
            found.append((mark.mark_id, self._box(inline, across, RING, RING)))
        return found

    def _end(self, line: int) -> int:
        """Where a line ends, a mark that hangs past the edge included."""
        places, widths = self._layout.cells(line)
        return round(float(places[-1] + widths[-1])) if len(places) else 0

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
