"""The two ends of a selection, to be taken with the mouse and moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter

from meipi.reading import axes
from meipi.reading.selection import Hit

if TYPE_CHECKING:
    from meipi.reading.page import Page

End = Literal["start", "end"]

_RADIUS = 5
_REACH = 9  # a hand is not as exact as a pixel


class Handles:
    """Round grips at the edge of the text, one where the selection begins and one where it ends."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def _places(self) -> dict[End, QPointF]:
        """Where the grips are in the viewport, those that are in view."""
        page, found = self._page, dict[End, QPointF]()
        selection = page.scene.selection
        if selection is None or page.sheet is None or page.selecting:
            return found
        painter = page.page_painter()
        segments = list(page.sheet.typeset.layout.segments(selection, page.lines_in_view()))
        for segment in segments:
            row, breadth = painter.row(segment.line)
            if segment.opens:
                found["start"] = self._point(segment.left, row + breadth)
            if segment.closes:
                found["end"] = self._point(segment.right, row + breadth)
        return found

    def _point(self, inline: float, block: float) -> QPointF:
        return axes.point(self._page.vertical, inline, block) + QPointF(self._page.origin)

    def at(self, point: QPointF) -> End | None:
        """The grip under a point of the viewport; of two that are near the nearer."""
        near = {end: (place - point).manhattanLength() for end, place in self._places().items()}
        end = min(near, key=lambda end: near[end], default=None)
        return end if end is not None and near[end] <= _REACH else None

    def opposite(self, end: End) -> Hit | None:
        """The place from which a drag of that grip selects: the other end."""
        selection = self._page.scene.selection
        if selection is None:
            return None
        return Hit(selection.start, 0.0) if end == "end" else Hit(selection.end - 1, 1.0)

    def paint(self, painter: QPainter) -> None:
        """Paint the grips."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._page.theme.cinnabar))
        for place in self._places().values():
            painter.drawEllipse(place, _RADIUS, _RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)
