"""A round chip that is on or off: what it filters by, and how many pass."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from meipi.support.fonts import ui_font
from meipi.support.theme import Theme

HEIGHT = 26
GAP = 5
_PADDING = 8
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Chip(QAbstractButton):
    """Its text, or what a subclass draws before the count in place of it. Of several, one is on."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = 0
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def count(self) -> int:
        """How many pass."""
        return self._count

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours from now on."""
        self._theme = theme
        self.update()

    def set_count(self, count: int) -> None:
        """How many pass the filter."""
        if count != self._count:
            self._count = count
            self.name()
            self.updateGeometry()
            self.update()

    def name(self) -> None:
        """Give the chip its tooltip and accessible name; they tell the count too."""

    def lead_width(self) -> float:
        """Logical pixels of what stands before the count."""
        return QFontMetricsF(ui_font(13, bold=True)).horizontalAdvance(self.text())

    def draw_lead(self, painter: QPainter, theme: Theme, body: QRectF) -> None:
        """Draw it at the left of `body`."""
        painter.setPen(QColor(theme.cinnabar_text if self.isChecked() else theme.ink))
        painter.setFont(ui_font(13, bold=self.isChecked()))
        painter.drawText(body, _MIDDLE, self.text())

    def sizeHint(self) -> QSize:
        count = QFontMetricsF(ui_font(13)).horizontalAdvance(f"{self._count:,}")
        return QSize(round(self.lead_width() + GAP + count + 2 * _PADDING), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        on = self.isChecked()
        ground = theme.cinnabar_wash if on else theme.hover if self.underMouse() else theme.paper
        painter.setPen(QPen(QColor(theme.cinnabar if on else theme.line), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)
        lead = body.adjusted(_PADDING - 0.5, 0, 0, 0)
        self.draw_lead(painter, theme, lead)
        painter.setPen(QColor(theme.cinnabar_text if on else theme.soft))
        painter.setFont(ui_font(13))
        painter.drawText(lead.adjusted(self.lead_width() + GAP, 0, 0, 0), _MIDDLE, f"{self._count:,}")
        painter.end()
