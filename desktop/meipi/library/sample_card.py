"""A sample article to begin with, as a button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from meipi.support.fonts import ui_font
from meipi.support.icons import pixmap
from meipi.support.theme import Theme
from meipi.support.wrapping import WrappedText

_PADDING = 16
_ICON = 18
_LINE = 20


class SampleCard(QAbstractButton):
    """Its title, a line on what it shows, and its length; Space or Enter opens it."""

    def __init__(
        self, theme: Theme, title: str, detail: str, length: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._detail, self._length = theme, detail, length
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{detail} {self._length}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(232, 152)

    def minimumSizeHint(self) -> QSize:
        return QSize(150, 152)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(QColor(theme.hover if self.underMouse() or self.isDown() else theme.raised))
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawRoundedRect(body, 10, 10)
        left, top, width = body.left() + _PADDING, body.top() + _PADDING, body.width() - 2 * _PADDING
        book = pixmap("book", theme.cinnabar_text, _ICON, self.devicePixelRatioF())
        painter.drawPixmap(round(left), round(top), book)
        top += _ICON + 10
        for text, font, colour, lines in self._parts():
            wrapped = WrappedText(text, font, width, _LINE, most_lines=lines)
            wrapped.draw(painter, left, top, colour)
            top += wrapped.height
        length = WrappedText(self._length, ui_font(12), width, _LINE)
        length.draw(painter, left, body.bottom() - _PADDING - _LINE + 2, theme.soft)
        painter.end()

    def _parts(self) -> tuple[tuple[str, QFont, str, int], ...]:
        theme = self._theme
        return (
            (self.text(), ui_font(14, bold=True), theme.ink, 1),
            (self._detail, ui_font(13), theme.soft, 2),
        )
