"""A switch: what it turns on at the left, the track with its knob at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from meipi.support.theme import Theme

_TRACK = QSize(34, 20)
_KNOB = 14
_HEIGHT = 28
_GAP = 12
_OFF_OPACITY = 0.45


class Switch(QCheckBox):
    """A check box in the form of a switch. Where the knob stands says as much as the colour."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(wide + _GAP + _TRACK.width() + 2, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = self.theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(_OFF_OPACITY)
        painter.setPen(QColor(theme.ink))
        text = self.rect().adjusted(0, 0, -_TRACK.width() - _GAP, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, self.text())
        track = QRectF(self.width() - _TRACK.width() - 1, (self.height() - _TRACK.height()) / 2, 0, 0)
        track.setSize(_TRACK.toSizeF())
        hovered = self.underMouse() and self.isEnabled()
        off = theme.soft if hovered else theme.control
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.cinnabar if on else off))
        painter.drawRoundedRect(track, _TRACK.height() / 2, _TRACK.height() / 2)
        edge = (_TRACK.height() - _KNOB) / 2
        left = track.right() - edge - _KNOB if on else track.left() + edge
        painter.setBrush(QColor(theme.on_cinnabar if on else theme.raised))
        painter.drawEllipse(QRectF(left, track.top() + edge, _KNOB, _KNOB))
        painter.end()
