"""A round patch of ink with a hanzi written in it, so that colour is not the only cue."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from meipi.support.fonts import reading_font
from meipi.support.theme import Theme

SIZE = 26
"""Logical pixels across."""


class Swatch(QAbstractButton):
    """A button that stands for one of the inks of the theme."""

    def __init__(self, ink: str, hanzi: str, theme: Theme, parent: QWidget) -> None:
        """`ink` is the colour's id."""
        super().__init__(parent)
        self._ink, self.theme = ink, theme
        self.setText(hanzi)
        self.setFixedSize(SIZE, SIZE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(SIZE, SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.edges[self._ink]), 2.5 if self.underMouse() else 1.5))
        painter.setBrush(QColor(self.theme.inks[self._ink]))
        painter.drawEllipse(self.rect().adjusted(2, 2, -2, -2))
        painter.setFont(reading_font("TC", 13, bold=True))
        painter.setPen(QColor(self.theme.ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
