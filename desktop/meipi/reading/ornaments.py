"""What stands beside whole paragraphs: the bar of a heading, the line of a quotation, the frame of an image.

Lengths are logical pixels.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from meipi.reading import axes
from meipi.reading.metrics import KINDS
from meipi.reading.typeset import Typeset
from meipi.support.icons import pixmap
from meipi.support.theme import Theme

_HEADING, _QUOTE, _IMAGE = (KINDS.index(kind) for kind in ("heading", "quote", "image"))
_BAR, _QUOTE_LINE = 4, 3
_ICON = 24
_ROUND = 4
_UNDER_FRAME = 8


class Ornaments:
    """Paints what stands beside the paragraphs of a typeset text."""

    def __init__(self, typeset: Typeset, theme: Theme) -> None:
        self._typeset, self._theme = typeset, theme
        self._layout, self._vertical = typeset.layout, typeset.metrics.vertical

    def paint(self, painter: QPainter, lines: range) -> None:
        """Paint that of some lines, from the text's own origin."""
        layout = self._layout
        kinds = layout.kinds[layout.line_paragraph[lines.start : lines.stop]].tolist()
        for line, kind in zip(lines, kinds, strict=True):
            if kind == _QUOTE:
                painter.fillRect(self.quote_line(line), QColor(self._theme.line_strong))
            elif kind == _HEADING and layout.line_leads[line]:
                painter.fillRect(self._bar(line), QColor(self._theme.cinnabar))
            elif kind == _IMAGE and layout.line_leads[line]:
                self._paint_frame(painter, line)

    def _bar(self, line: int) -> QRectF:
        style = self._layout.style(line)
        long = round(style.glyph * 0.9)
        row = self._layout.origin(line) + style.glyph_top
        return axes.box(self._vertical, 0, row + (style.glyph_row - long) / 2, _BAR, long)

    def quote_line(self, line: int) -> QRectF:
        """The line beside one line of a quotation, from the quotation in the paragraph before, if any."""
        layout, top = self._layout, int(self._layout.line_top[line])
        bottom = top + int(layout.line_height[line])
        if line and layout.kinds[layout.line_paragraph[line - 1]] == _QUOTE:
            top = int(layout.line_top[line - 1] + layout.line_height[line - 1])
        inline = layout.style(line).inset // 2
        return axes.box(self._vertical, inline, top, _QUOTE_LINE, bottom - top)

    def frame(self, line: int) -> QRectF:
        """Where an image would be, above the first line of its caption: it is never loaded."""
        layout, style = self._layout, self._layout.style(line)
        breadth = style.head - _UNDER_FRAME
        length = min(layout.measure, round(breadth * (0.625 if self._vertical else 1.6)))
        start = (layout.measure - length) // 2
        return axes.box(self._vertical, start, int(layout.line_top[line]) - style.head, length, breadth)

    def _paint_frame(self, painter: QPainter, line: int) -> None:
        frame, ratio = self.frame(line), self._typeset.ratio
        painter.setPen(QColor(self._theme.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        middle = frame.center() - QPointF(_ICON / 2, _ICON / 2)
        painter.drawPixmap(middle.toPoint(), pixmap("picture", self._theme.faint, _ICON, ratio))
