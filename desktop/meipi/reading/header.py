"""What stands before the text: where it is from, how long it is, and its title where the text has none."""

from __future__ import annotations

import re

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from meipi.support.fonts import Family, Region, reading_font, ui_font
from meipi.support.theme import Theme
from meipi.support.translation import counted, tr
from meipi.workspace import Article
from meipi.workspace.viewing import TypeChoice

TOP = 24
"""Logical pixels before the first thing on the page."""

_HANZI_A_MINUTE = 300
_LINE = 18
_UNDER_LINE = 8
_UNDER_TITLE = 20
_TITLE = 1.35
_TITLE_IN_COLUMNS = 1.6
_STEP = 1.19  # from one hanzi of a title in a column to the next, in em

# What stands upright in a column, character by character; all else lies on its side.
_UPRIGHT = re.compile("[\u2e80-\ua4ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\U00020000-\U0003ffff]")


class Header:
    """The lines before an article's text, laid out to a length in logical pixels."""

    def __init__(
        self, article: Article, length: int, titled: bool, region: Region, choice: TypeChoice
    ) -> None:
        """`length` counts code points without line endings; `titled`: the text begins with its own title."""
        self._said = _said(article)
        self._title = "" if titled else article.title
        self._details = _details(article, length)
        self._vertical = choice.vertical
        scale = _TITLE_IN_COLUMNS if choice.vertical else _TITLE
        self._font = reading_font(region, scale * choice.size, bold=True, family=_family(choice))
        self._length = 0
        self._title_breadth = 0
        self._columns: list[str] = []

    def says(self, article: Article) -> bool:
        """Whether it still says what is known of the article."""
        return self._said == _said(article)

    def breadth(self, length: int) -> int:
        """Logical pixels across the lines to where the text begins, for lines of so many logical pixels."""
        self._length, self._title_breadth = length, 0
        if self._title and self._vertical:
            self._columns = _in_columns(self._title, self._font, length)
            self._title_breadth = round(len(self._columns) * 1.4 * self._font.pixelSize()) + _UNDER_TITLE
        elif self._title:
            room = QFontMetrics(self._font).boundingRect(
                QRect(0, 0, length, 10_000), Qt.TextFlag.TextWrapAnywhere, self._title
            )
            self._title_breadth = room.height() + _UNDER_TITLE
        return TOP + _LINE + _UNDER_LINE + self._title_breadth

    def paint(self, painter: QPainter, origin: QPoint, theme: Theme) -> None:
        """Paint before the text whose own origin is at `origin`; `breadth` comes first."""
        if self._vertical:
            self._paint_columns(painter, origin, theme)
            return
        left, top = origin.x(), origin.y() - self._title_breadth - _UNDER_LINE - _LINE
        painter.setFont(ui_font(12))
        painter.setPen(QColor(theme.soft))
        painter.drawText(QRect(left, top, self._length, _LINE), Qt.AlignmentFlag.AlignVCenter, self._details)
        if self._title:
            painter.setFont(self._font)
            painter.setPen(QColor(theme.ink))
            box = QRect(left, top + _LINE + _UNDER_LINE, self._length, self._title_breadth)
            painter.drawText(box, Qt.TextFlag.TextWrapAnywhere, self._title)

    def _paint_columns(self, painter: QPainter, origin: QPoint, theme: Theme) -> None:
        painter.setPen(QColor(theme.soft))
        right = origin.x() + self._title_breadth + _UNDER_LINE + _LINE
        paint_column(painter, self._details, ui_font(12), right - _LINE / 2, origin.y(), 1.1)
        painter.setPen(QColor(theme.ink))
        pixels = self._font.pixelSize()
        for number, column in enumerate(self._columns):
            middle = origin.x() + self._title_breadth - (number + 0.5) * 1.4 * pixels
            paint_column(painter, column, self._font, middle, origin.y(), _STEP)


def _in_columns(text: str, font: QFont, length: int) -> list[str]:
    """A text parted into columns of a length in logical pixels, hanzi upright and all else turned."""
    columns, free, metrics = [""], float(length), QFontMetrics(font)
    for char in text:
        step = _STEP * font.pixelSize() if _UPRIGHT.match(char) else metrics.horizontalAdvance(char)
        if step > free and columns[-1]:
            columns.append("")
            free = float(length)
        columns[-1] += char
        free -= step
    return columns


def paint_column(painter: QPainter, text: str, font: QFont, middle: float, top: float, step: float) -> float:
    """Write a text downwards, hanzi upright and all else turned; gives the place below its end.

    `middle` is that of the column, `step` from one hanzi to the next in em. Lengths in logical pixels.
    """
    columns = QFont(font)
    columns.setFeature(QFont.Tag("vert"), 1)
    pixels = font.pixelSize()
    for part in re.findall(f"{_UPRIGHT.pattern}|(?:(?!{_UPRIGHT.pattern}).)+", text):
        if _UPRIGHT.match(part):
            box = QRectF(middle - pixels, top, 2 * pixels, step * pixels)
            painter.setFont(columns)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, part)
            top += step * pixels
            continue
        width = QFontMetrics(font).horizontalAdvance(part)
        painter.save()
        painter.setFont(font)
        painter.translate(middle, top)
        painter.rotate(90)
        painter.drawText(QRectF(0, -pixels, width + 2, 2 * pixels), Qt.AlignmentFlag.AlignVCenter, part)
        painter.restore()
        top += width
    return top


def _family(choice: TypeChoice) -> Family:
    return {"hei": "hei", "kai": "kai"}.get(choice.family, "song")  # type: ignore[return-value]


def _said(article: Article) -> tuple[str, str, str, str]:
    return article.title, article.source, article.author, article.published


def _details(article: Article, length: int) -> str:
    added = QDate.fromString(article.added[:10], Qt.DateFormat.ISODate)
    day = QLocale().toString(added, tr("d MMM yyyy"))
    minutes = max(1, round(length / _HANZI_A_MINUTE))
    parts = [
        article.source,
        article.author,
        article.published,
        tr("added {day}").format(day=day),
        tr("{n} 字").format(n=f"{length:,}"),
        counted(minutes, tr("about {n} min"), tr("about {n} min")),
    ]
    return "   ".join(part for part in parts if part)
