"""Bookmarks on the page: a ribbon beside the line, in columns one that hangs out at the foot.

Lengths are logical pixels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from meipi.reading import axes

if TYPE_CHECKING:
    from meipi.reading.painting import PagePainter

_WIDE, _LONG, _NOTCH = 8, 18, 4
_BESIDE = 18
"""From the ribbon's left edge to where lines begin."""
_BELOW = 18
"""From the end of a column to the ribbon's head: a mark may hang there."""


def ribbons(painter: PagePainter, lines: range) -> list[QRectF]:
    """Where the ribbons of some lines are, from the text's own origin; one for a line, however many are in
    it."""
    layout, vertical = painter.typeset.layout, painter.typeset.metrics.vertical
    marked = {layout.line_of(offset) for offset in painter.scene.bookmarks}
    found: list[QRectF] = []
    for line in sorted(marked.intersection(lines)):
        row, breadth = painter.row(line)
        if vertical:
            across = row + (breadth - _WIDE) / 2
            found.append(axes.box(True, layout.measure + _BELOW, across, _LONG, _WIDE))
        else:
            found.append(QRectF(-_BESIDE, row + (breadth - _LONG) / 2, _WIDE, _LONG))
    return found


def paint_ribbons(painter: QPainter, page: PagePainter, lines: range) -> None:
    """Paint those of some lines at the text's own origin."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(page.theme.cinnabar))
    for box in ribbons(page, lines):
        notch = QPointF(box.center().x(), box.bottom() - _NOTCH)
        corners = [box.topLeft(), box.topRight(), box.bottomRight(), notch, box.bottomLeft()]
        painter.drawPolygon(QPolygonF(corners))
    painter.setBrush(Qt.BrushStyle.NoBrush)
