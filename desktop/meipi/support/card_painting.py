"""The ground of a card in a list: rounded, with an edge in a colour at its left, and a ring when current."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from meipi.support.theme import Theme

GAP = 8
"""Logical pixels between two cards."""
SIDE = 12
"""Between the card and the edge of the pane."""
_EDGE, _RADIUS = 4, 6


def card_rect(row: QRect, widget: QWidget | None) -> QRect:
    """Where in its row the card lies. A scroll bar stands in the margin and leaves room for the ring."""
    barred = isinstance(widget, QAbstractScrollArea) and widget.verticalScrollBar().isVisibleTo(widget)
    return row.adjusted(SIDE, GAP // 2, -(GAP // 2) if barred else -SIDE, -GAP // 2)


def draw_ground(painter: QPainter, body: QRectF, theme: Theme, edge: str, hovered: bool) -> None:
    """The card without what stands on it; `edge` is the colour of its edge."""
    outline = QPainterPath()
    outline.addRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    painter.fillPath(outline, QColor(theme.hover if hovered else theme.raised))
    painter.setPen(QPen(QColor(theme.line), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline)
    whole, inner = QPainterPath(), QPainterPath()
    whole.addRoundedRect(body, _RADIUS, _RADIUS)
    inner.addRoundedRect(body.adjusted(_EDGE, 0, _RADIUS * 2, 0), _RADIUS - 2, _RADIUS - 2)
    painter.fillPath(whole.subtracted(inner), QColor(edge))


def draw_ring(painter: QPainter, body: QRectF, theme: Theme, focused: bool) -> None:
    """Close around the current card; as a focus ring, farther out, when the keys go to the list."""
    width, out = (2.0, 3.0) if focused else (1.5, 0.75)
    painter.setPen(QPen(QColor(theme.cinnabar), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(body.adjusted(-out, -out, out, out), _RADIUS + out, _RADIUS + out)
