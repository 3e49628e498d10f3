"""What stands above the text: where it is from, how long it is, and its title where the text has none."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from meipi.support.fonts import Region, reading_font, ui_font
from meipi.support.theme import Theme
from meipi.support.translation import counted, tr
from meipi.workspace import Article

TOP = 24
"""Logical pixels above the first thing on the page."""

_HANZI_A_MINUTE = 300
_LINE = 18
_UNDER_LINE = 8
_UNDER_TITLE = 20


class Header:
    """The lines above an article's text, laid out to a width in logical pixels."""

    def __init__(self, article: Article, length: int, titled: bool, region: Region, size: int) -> None:
        """`length` counts code points without line endings; `titled`: the text begins with its own title."""
        self._title = "" if titled else article.title
        self._details = _details(article, length)
        self._font = reading_font(region, 1.35 * size, bold=True)
        self._width = 0
        self._title_height = 0

    def height(self, width: int) -> int:
        """Logical pixels down to the top of the text."""
        self._width, self._title_height = width, 0
        if self._title:
            room = QFontMetrics(self._font).boundingRect(
                QRect(0, 0, width, 10_000), Qt.TextFlag.TextWrapAnywhere, self._title
            )
            self._title_height = room.height() + _UNDER_TITLE
        return TOP + _LINE + _UNDER_LINE + self._title_height

    def paint(self, painter: QPainter, left: int, top: int, theme: Theme) -> None:
        """Paint with the upper left corner of the column at `left`, `top`; `height` comes first."""
        top += TOP
        painter.setFont(ui_font(12))
        painter.setPen(QColor(theme.soft))
        painter.drawText(QRect(left, top, self._width, _LINE), Qt.AlignmentFlag.AlignVCenter, self._details)
        if self._title:
            painter.setFont(self._font)
            painter.setPen(QColor(theme.ink))
            box = QRect(left, top + _LINE + _UNDER_LINE, self._width, self._title_height)
            painter.drawText(box, Qt.TextFlag.TextWrapAnywhere, self._title)


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
