"""Text in lines of a fixed height, for lists that paint their rows themselves.

Positions given to Qt are UTF-16 units, those of our own text are code points.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

_LINE_SEPARATOR = "\u2028"


class Run(NamedTuple):
    """A stretch of a text (code points, half-open) that is not set in its plain font."""

    start: int
    end: int
    bold: bool = False
    italic: bool = False
    family: str = ""


class WrappedText:
    """A text broken to `width` pixels; lines are `line_height` pixels apart, whatever fonts they need.

    With `most_lines`, what does not fit ends in "…" on the last of them.
    """

    def __init__(
        self,
        text: str,
        font: QFont,
        width: float,
        line_height: float,
        *,
        most_lines: int = 0,
        runs: Sequence[Run] = (),
    ) -> None:
        self.text = text.replace("\n", _LINE_SEPARATOR)
        self._font, self._width, self._line_height = font, width, line_height
        self._formats = [_format(self.text, run) for run in runs]
        self._layout = self._broken(0)
        if most_lines and self._layout.lineCount() > most_lines:
            start = self._layout.lineAt(most_lines - 1).textStart()
            rest = _from_utf16(self.text, start).replace(_LINE_SEPARATOR, " ")
            # Something is left out, so the mark is there even when the last line alone would fit.
            last = QFontMetricsF(font).elidedText(rest + "…", Qt.TextElideMode.ElideRight, width)
            self.text = _to_utf16(self.text, start) + last
            self._layout = self._broken(most_lines)
        self.height = self._layout.lineCount() * line_height

    def draw(self, painter: QPainter, left: float, top: float, colour: str) -> None:
        """Paint the lines with their upper left corner there."""
        painter.setPen(QColor(colour))
        self._layout.draw(painter, QPointF(left, top))

    def _broken(self, most_lines: int) -> QTextLayout:
        layout = QTextLayout(self.text, self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        if self._formats:
            layout.setFormats(self._formats)
        layout.beginLayout()
        count = 0
        while not most_lines or count < most_lines:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, count * self._line_height + (self._line_height - line.height()) / 2))
            count += 1
        layout.endLayout()
        return layout


def _format(text: str, run: Run) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = _utf16_length(text[: run.start])
    made.length = _utf16_length(text[run.start : run.end])
    style = QTextCharFormat()
    if run.bold:
        style.setFontWeight(QFont.Weight.Bold)
    if run.italic:
        style.setFontItalic(True)
    if run.family:
        style.setFontFamilies([run.family])
    made.format = style
    return made


def _utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _to_utf16(text: str, units: int) -> str:
    return text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "surrogatepass")


def _from_utf16(text: str, units: int) -> str:
    return text.encode("utf-16-le", "surrogatepass")[2 * units :].decode("utf-16-le", "surrogatepass")
