"""Text in lines of a fixed height, for lists that paint their rows themselves.

Positions given to Qt are UTF-16 units, those of our own text are code points.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from meipi.support import utf16

_LINE_SEPARATOR = "\u2028"
_LONGEST_LINE = 1_000
"""More code points than a line can hold: of a quote that is a whole book no more is broken into lines."""


class Run(NamedTuple):
    """A stretch of a text (code points, half-open) that is not set in its plain font."""

    start: int
    end: int
    bold: bool = False
    italic: bool = False
    family: str = ""
    link: str = ""
    """The address to which it leads."""
    gone: bool = False
    """It leads nowhere any more."""


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
        if most_lines:
            text = text[: most_lines * _LONGEST_LINE]
        self.text = text.replace("\n", _LINE_SEPARATOR)
        self._font, self._width, self._line_height = font, width, line_height
        self._formats = [_format(self.text, run) for run in runs]
        self._links = [(made, run) for made, run in zip(self._formats, runs, strict=True) if run.link]
        self._layout = self._broken(0)
        if most_lines and self._layout.lineCount() > most_lines:
            start = self._layout.lineAt(most_lines - 1).textStart()
            rest = utf16.behind(self.text, start).replace(_LINE_SEPARATOR, " ")
            # Something is left out, so the mark is there even when the last line alone would fit.
            last = QFontMetricsF(font).elidedText(rest + "…", Qt.TextElideMode.ElideRight, width)
            self.text = utf16.before(self.text, start) + last
            self._layout = self._broken(most_lines)
        self.height = self._layout.lineCount() * line_height

    @property
    def links(self) -> list[Run]:
        """The stretches that are links, in order."""
        return [run for _, run in self._links]

    def draw(
        self, painter: QPainter, left: float, top: float, colour: str, link: str = "", gone: str = ""
    ) -> None:
        """Paint the lines with their upper left corner there; links in the colours `link` and `gone`."""
        painter.setPen(QColor(colour))
        inks = [_ink(made, gone if run.gone else link) for made, run in self._links] if link else []
        self._layout.draw(painter, QPointF(left, top), inks)

    def link_at(self, x: float, y: float) -> Run | None:
        """The link at a place, counted from the upper left corner of the lines; None if there is none."""
        number = int(y // self._line_height)
        if not self._links or y < 0 or number >= self._layout.lineCount():
            return None
        line = self._layout.lineAt(number)
        if not 0 <= x < line.naturalTextWidth():
            return None
        at = line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        return next((run for made, run in self._links if 0 <= at - made.start < made.length), None)

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
    made.start = utf16.length(text[: run.start])
    made.length = utf16.length(text[run.start : run.end])
    style = QTextCharFormat()
    if run.bold:
        style.setFontWeight(QFont.Weight.Bold)
    if run.italic:
        style.setFontItalic(True)
    if run.family:
        style.setFontFamilies([run.family])
    if run.link:
        style.setFontUnderline(not run.gone)
        style.setFontStrikeOut(run.gone)
    made.format = style
    return made


def _ink(made: QTextLayout.FormatRange, colour: str) -> QTextLayout.FormatRange:
    inked = QTextLayout.FormatRange()
    inked.start, inked.length = made.start, made.length
    style = QTextCharFormat()
    style.setForeground(QColor(colour))
    inked.format = style
    return inked
