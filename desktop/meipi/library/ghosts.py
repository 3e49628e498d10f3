"""What the list shows before there is an article: a sentence, and the shapes of rows to come."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from meipi.support.theme import Theme

_SIDE = 16
_HEIGHT, _PITCH, _ABOVE = 66, 78, 16


class Ghosts(QWidget):
    """Three dashed shapes, each fainter than the one above it."""

    def __init__(self, theme: Theme, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sentence = QLabel(sentence, self)
        self._sentence.setProperty("role", "soft")
        self._sentence.setWordWrap(True)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        width = self.width() - 2 * _SIDE
        height = self._sentence.heightForWidth(width)
        self._sentence.setGeometry(_SIDE, 6, width, height)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.line_strong), 1, Qt.PenStyle.DashLine))
        for place, strength in enumerate((1.0, 0.6, 0.3)):
            painter.setOpacity(strength)
            top = 6 + height + _ABOVE + place * _PITCH + 0.5
            painter.drawRoundedRect(QRectF(_SIDE + 0.5, top, width - 1, _HEIGHT), 6, 6)
        painter.end()
