"""What all cards in a list have: a rounded ground with an edge in a colour at its left, a ring when current,
and a foot with what can be done, or with chips.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Generic, TypeVar

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from meipi.support.fonts import ui_font
from meipi.support.icons import pixmap
from meipi.support.theme import Theme
from meipi.support.translation import tr

Action = TypeVar("Action")

GAP = 8
"""Logical pixels between two cards."""
SIDE = 12
"""Between the card and the edge of the pane."""
LEFT, RIGHT, BOTTOM = 16, 11, 8
"""Between what stands on the card and its sides."""
FOOT = 20
"""How high the foot is."""
ICON = 16
"""The arrow at the right of the foot."""
MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_SMALL_ICON, _CHIP = 14, 18
_EDGE, _RADIUS = 4, 6


def card_rect(row: QRect, widget: QWidget | None) -> QRect:
    """Where in its row the card lies. A scroll bar stands in the margin and leaves room for the ring."""
    barred = isinstance(widget, QAbstractScrollArea) and widget.verticalScrollBar().isVisibleTo(widget)
    return row.adjusted(SIDE, GAP // 2, -(GAP // 2) if barred else -SIDE, -GAP // 2)


def draw_ground(painter: QPainter, body: QRectF, theme: Theme, edge: str, ground: str) -> None:
    """The card without what stands on it, in the colours of its edge and of its ground."""
    outline = QPainterPath()
    outline.addRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    painter.fillPath(outline, QColor(ground))
    painter.setPen(QPen(QColor(theme.line), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline)
    painter.fillPath(_edge_of(body), QColor(edge))


def _edge_of(body: QRectF) -> QPainterPath:
    """The edge at the left of a card, along its rounded corners.

    Not the difference of two paths: for some heights Qt's `subtracted` gives the whole card.
    """
    outer, inner = 2 * _RADIUS, 2 * (_RADIUS - 2)
    left, top, bottom = body.left(), body.top(), body.bottom()
    path = QPainterPath(QPointF(left + _RADIUS, top))
    path.arcTo(QRectF(left, top, outer, outer), 90, 90)
    path.arcTo(QRectF(left, bottom - outer, outer, outer), 180, 90)
    path.arcTo(QRectF(left + _EDGE, bottom - inner, inner, inner), 270, -90)
    path.arcTo(QRectF(left + _EDGE, top, inner, inner), 180, -90)
    path.closeSubpath()
    return path


def draw_ring(painter: QPainter, body: QRectF, theme: Theme, focused: bool) -> None:
    """Close around the current card; as a focus ring, farther out, when the keys go to the list."""
    width, out = (2.0, 3.0) if focused else (1.5, 0.75)
    painter.setPen(QPen(QColor(theme.cinnabar), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(body.adjusted(-out, -out, out, out), _RADIUS + out, _RADIUS + out)


def draw_row_ring(painter: QPainter, row: QRectF, theme: Theme) -> None:
    """Within a row that is no card, when it is current and the keys go to the list."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.cinnabar), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(row.adjusted(5, 3, -5, -4), 6, 6)


def foot_of(body: QRectF) -> QRectF:
    """Where on the card its foot is."""
    return QRectF(body.left() + LEFT, body.bottom() - BOTTOM - FOOT, body.width() - LEFT - RIGHT, FOOT)


def draw_arrow(painter: QPainter, foot: QRectF, colour: str) -> None:
    """At the right of the foot: there it goes to the place."""
    arrow = pixmap("jump", colour, ICON, painter.device().devicePixelRatio())
    painter.drawPixmap(round(foot.right() - ICON), round(foot.center().y() - ICON / 2), arrow)


def draw_chip(painter: QPainter, left: float, space: QRectF, text: str, theme: Theme) -> float:
    """A chip with its left edge there, in the painter's font; where the next one begins."""
    width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 16
    chip = QRectF(left, space.center().y() - _CHIP / 2, width, _CHIP)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.hover))
    painter.drawRoundedRect(chip, _CHIP / 2, _CHIP / 2)
    painter.setPen(QColor(theme.soft))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
    return chip.right() + 6


class CardActions(Generic[Action]):
    """What can be done with a card, in its foot: each with an icon and a name."""

    def __init__(self, actions: Sequence[tuple[Action, str, str]]) -> None:
        """Each action with the name of its icon and its own, not yet translated."""
        self._actions = actions

    @cached_property
    def _widths(self) -> list[float]:
        metrics = QFontMetricsF(ui_font(12))
        return [_SMALL_ICON + 5 + metrics.horizontalAdvance(tr(name)) for _, _, name in self._actions]

    def places(self, foot: QRectF) -> list[tuple[Action, QRectF]]:
        """Where in the foot each action stands."""
        places, left = [], foot.left()
        for (action, _, _), width in zip(self._actions, self._widths, strict=True):
            places.append((action, QRectF(left, foot.top(), width, foot.height())))
            left += width + 10
        return places

    def draw(self, painter: QPainter, foot: QRectF, colour: str) -> float:
        """Paint them; where the last one ends."""
        ratio = painter.device().devicePixelRatio()
        painter.setPen(QColor(colour))
        painter.setFont(ui_font(12))
        end = foot.left()
        for (_, icon, name), (_, place) in zip(self._actions, self.places(foot), strict=True):
            top = round(place.center().y() - _SMALL_ICON / 2)
            painter.drawPixmap(round(place.left()), top, pixmap(icon, colour, _SMALL_ICON, ratio))
            painter.drawText(place.adjusted(_SMALL_ICON + 5, 0, 0, 0), MIDDLE, tr(name))
            end = place.right()
        return end
