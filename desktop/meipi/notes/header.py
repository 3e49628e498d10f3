"""The head of the pane: the name of what it shows, with its count, underlined as the tab that is on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from meipi.support.fonts import ui_font
from meipi.support.theme import Theme

_HEIGHT = 44
_SIDE, _PADDING = 9, 10


class PaneHeader(QWidget):
    """44 px high: a bold word, a count, 2 px of cinnabar below them."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._title, self._count = theme, name, 0
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(name)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(f"{self._title} {count}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, middle = self._theme, Qt.AlignmentFlag.AlignVCenter
        painter = QPainter(self)
        painter.fillRect(0, _HEIGHT - 1, self.width(), 1, QColor(theme.line))
        left = float(_SIDE + _PADDING)
        for text, font, colour in (
            (self._title, ui_font(14, bold=True), theme.ink),
            (f"{self._count:,}", ui_font(12), theme.soft),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(QRectF(left, 0, self.width(), _HEIGHT - 2), middle, text)
            left += QFontMetricsF(font).horizontalAdvance(text) + 6
        painter.fillRect(QRectF(_SIDE, _HEIGHT - 2, left - 6 + _PADDING - _SIDE, 2), QColor(theme.cinnabar))
        painter.end()
