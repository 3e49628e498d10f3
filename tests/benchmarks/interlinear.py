"""The peer of the page: Qt's own rich text, with each hanzi and its reading as one object in the line.

Rich text has no ruby; objects that draw themselves are the only way to set readings with their own widths.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QTextBrowser

_OBJECT = QTextFormat.ObjectTypes.UserObject + 1
_HANZI = QTextFormat.Property.UserProperty + 1
_READING = QTextFormat.Property.UserProperty + 2
_GAP = 5


class Interlinear(QPyTextObject):
    """Draws one hanzi with its reading above it."""

    def __init__(self, text: QFont, reading: QFont, parent: QObject) -> None:
        super().__init__(parent)
        self._text, self._reading = text, reading
        self._above, self._height = QFontMetricsF(reading).height(), QFontMetricsF(text).height()
        self._metrics, self._reading_metrics = QFontMetricsF(text), QFontMetricsF(reading)

    def intrinsicSize(self, document: QTextDocument, place: int, format: QTextFormat) -> QSizeF:
        hanzi, reading = str(format.property(_HANZI)), str(format.property(_READING))
        width = max(
            self._metrics.horizontalAdvance(hanzi), self._reading_metrics.horizontalAdvance(reading) + _GAP
        )
        return QSizeF(width, self._above + self._height)

    def drawObject(
        self, painter: QPainter, box: QRectF | QRect, document: QTextDocument, place: int, format: QTextFormat
    ) -> None:
        hanzi, reading = str(format.property(_HANZI)), str(format.property(_READING))
        for words, font, baseline in (
            (reading, self._reading, self._above * 0.8),
            (hanzi, self._text, self._above + self._height * 0.8),
        ):
            painter.setFont(font)
            left = QRectF(box).center().x() - QFontMetricsF(font).horizontalAdvance(words) / 2
            painter.drawText(QPointF(left, box.top() + baseline), words)


class Browser(QTextBrowser):
    """A text shown by QTextBrowser, plain or with readings."""

    def __init__(self, text: QFont, reading: QFont) -> None:
        super().__init__()
        self.setFont(text)
        self._interlinear = Interlinear(text, reading, self)

    def show_plain(self, text: str) -> None:
        self.setPlainText(text)
        self.viewport().repaint()

    def show_read(self, text: str, readings: Sequence[str | None]) -> None:
        """The text with a reading over each code point that has one."""
        document = QTextDocument(self)
        document.setDefaultFont(self.font())
        document.documentLayout().registerHandler(_OBJECT, self._interlinear)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        plain = QTextCharFormat()
        for char, reading in zip(text, readings, strict=True):
            if reading is None:
                cursor.insertText(char, plain)
                continue
            format = QTextCharFormat()
            format.setObjectType(_OBJECT)
            format.setProperty(_HANZI, char)
            format.setProperty(_READING, reading)
            cursor.insertText("\ufffc", format)
        cursor.endEditBlock()
        self.setDocument(document)  # Qt deletes the old one
        self.viewport().repaint()
