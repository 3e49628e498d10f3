"""Our icons: drawings of 16 × 16 in `resources/icons`, in a colour of the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from meipi.support.assets import resource

_RATIOS = (1.0, 2.0)


@cache
def icon(name: str, colour: str, size: int = 16) -> QIcon:
    """The icon of that name at `size` logical pixels, sharp at device pixel ratios 1 and 2.

    `colour` stands for the `currentColor` of the drawing. OSError if there is no such drawing.
    """
    drawn = QIcon()
    for ratio in _RATIOS:
        drawn.addPixmap(pixmap(name, colour, size, ratio))
    return drawn


@cache
def pixmap(name: str, colour: str, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """The same as one picture, for a painter or a label."""
    # Imported here: a window that shows no icon yet need not load QtSvg.
    from PySide6.QtSvg import QSvgRenderer

    drawing = QSvgRenderer(QByteArray(source(name, colour).encode()))
    side = round(size * ratio)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing.render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def source(name: str, colour: str) -> str:
    """The SVG text of the drawing with `colour` in the place of `currentColor`."""
    return resource(f"icons/{name}.svg").read_text("utf-8").replace("currentColor", colour)
