"""The two directions of writing: how inline and block lengths lie on the page.

Horizontally, lines run to the right and follow each other downwards; vertically they run downwards and
follow each other to the left. A page knows lengths along a line and across the lines; only here and in the
painting of glyphs does it matter which way they go. All lengths are logical pixels, from the text's own
origin: its upper left corner, or in vertical writing its upper right one.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF


class Place(NamedTuple):
    """A place on the page in the directions of the text."""

    inline: float
    block: float


def box(vertical: bool, inline: float, block: float, length: float, breadth: float) -> QRectF:
    """The rectangle that begins at a place and is so long along the line and so broad across it."""
    if vertical:
        return QRectF(-block - breadth, inline, breadth, length)
    return QRectF(inline, block, length, breadth)


def place(vertical: bool, point: QPointF) -> Place:
    """Where a point is in the directions of the text."""
    return Place(point.y(), -point.x()) if vertical else Place(point.x(), point.y())


def point(vertical: bool, inline: float, block: float) -> QPointF:
    """The point at a place."""
    return QPointF(-block, inline) if vertical else QPointF(inline, block)
