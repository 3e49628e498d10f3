"""How an article's row is painted. All sizes are logical pixels."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from meipi.library.arranging import Head, Row
from meipi.library.lines import counts_line, detail_line, opened_line, share_read
from meipi.library.model import ArticleModel
from meipi.support.card_painting import draw_row_ring
from meipi.support.fonts import Region, reading_font, ui_font
from meipi.support.icons import pixmap
from meipi.support.row_heights import Heights
from meipi.support.theme import Theme
from meipi.support.wrapping import WrappedText
from meipi.workspace import ArticleInfo

Index = QModelIndex | QPersistentModelIndex

_SIDE, _TOP, _BOTTOM = 16, 9, 10
_EDGE = 3
_TITLE_SIZE, _TITLE_LINE, _TITLE_LINES = 14, 22, 2
_HEAD, _HEAD_TOP = 34, 8
_STAR, _BESIDE_STAR = 14, 6
_DETAIL, _BAR, _COUNTS = 20, 3, 18
_AROUND_BAR = 7
_BELOW_TITLE = _DETAIL + _AROUND_BAR + _BAR + _AROUND_BAR + _COUNTS + _BOTTOM
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class ArticleDelegate(QStyledItemDelegate):
    """Title, source and date, how far it is read, how much is marked."""

    def __init__(self, model: ArticleModel, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model, self.theme = model, theme
        self.open_id: int | None = None
        """The article that is open now."""
        self._title = lru_cache(maxsize=512)(_title)

    def row_height(self, row: int, view: QAbstractScrollArea) -> int:
        """How high a row is in the list `view`."""
        about = self._model.rows[row]
        if isinstance(about, Head):
            return _HEAD
        return round(_TOP + self._title_of(about, view.viewport().width()).height + _BELOW_TITLE)

    def guessed_heights(self, first: int, last: int, view: QAbstractScrollArea) -> Heights:
        """About how high rows are: a hanzi of the title takes its size, a letter half of it."""
        room = max(1, view.viewport().width() - 2 * _SIDE) / _TITLE_SIZE
        heights = []
        for about in self._model.rows[first : last + 1]:
            if isinstance(about, Head):
                heights.append(_HEAD)
                continue
            lines = min(_TITLE_LINES, max(1, math.ceil(_breadth(about.title) / room)))
            heights.append(_TOP + lines * _TITLE_LINE + _BELOW_TITLE)
        return np.array(heights, np.int64)

    def _title_of(self, info: ArticleInfo, width: int) -> WrappedText:
        region: Region = "SC" if info.script == "simplified" else "TC"
        width -= 2 * _SIDE + (_STAR + _BESIDE_STAR if info.starred else 0)
        return self._title(info.title, width, region, info.id == self.open_id)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        about: Row = index.data(ArticleModel.ROW)
        if isinstance(about, Head):
            self._paint_head(painter, QRectF(option.rect), str(index.data()))
        else:
            self._paint_article(painter, option, about)

    def _paint_head(self, painter: QPainter, row: QRectF, text: str) -> None:
        font = ui_font(12, bold=True)
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(self.theme.soft))
        space = row.adjusted(_SIDE, _HEAD_TOP, -_SIDE, 0)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, space.width())
        painter.drawText(space, _MIDDLE, shown)
        painter.fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), QColor(self.theme.line))
        painter.restore()

    def _paint_article(self, painter: QPainter, option: QStyleOptionViewItem, info: ArticleInfo) -> None:
        theme, row = self.theme, QRectF(option.rect)
        is_open = info.id == self.open_id
        painter.save()
        if is_open:
            painter.fillRect(row, QColor(theme.paper))
        elif option.state & QStyle.StateFlag.State_Selected and self._several(option.widget):
            painter.fillRect(row, QColor(theme.cinnabar_wash))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, QColor(theme.hover))
        painter.fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), QColor(theme.line))
        if is_open:
            painter.fillRect(QRectF(row.left(), row.top(), _EDGE, row.height()), QColor(theme.cinnabar))
        title = self._title_of(info, round(row.width()))
        title.draw(painter, row.left() + _SIDE, row.top() + _TOP, theme.ink)
        if info.starred:
            star = pixmap("star", theme.cinnabar, _STAR, painter.device().devicePixelRatio())
            top = row.top() + _TOP + (_TITLE_LINE - _STAR) / 2
            painter.drawPixmap(round(row.right() - _SIDE - _STAR), round(top), star)
        below = QRectF(row.left() + _SIDE, row.top() + _TOP + title.height, row.width() - 2 * _SIDE, _DETAIL)
        self._draw_details(painter, below, info)
        if self._is_current(option, info) and _has_focus(option.widget):
            draw_row_ring(painter, row, theme)
        painter.restore()

    @staticmethod
    def _several(view: QWidget | None) -> bool:
        return isinstance(view, QAbstractItemView) and len(view.selectedIndexes()) > 1

    @staticmethod
    def _is_current(option: QStyleOptionViewItem, info: ArticleInfo) -> bool:
        view = option.widget
        current = view.currentIndex().data(ArticleModel.ROW) if isinstance(view, QAbstractItemView) else None
        return current is not None and current is info

    def _draw_details(self, painter: QPainter, space: QRectF, info: ArticleInfo) -> None:
        theme = self.theme
        font = ui_font(13)
        painter.setFont(font)
        painter.setPen(QColor(theme.soft))
        line = QFontMetricsF(font).elidedText(detail_line(info), Qt.TextElideMode.ElideRight, space.width())
        painter.drawText(space, _MIDDLE, line)
        bar = QRectF(space.left(), space.bottom() + _AROUND_BAR, space.width(), _BAR)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, share in ((theme.line, 1.0), (theme.cinnabar, share_read(info))):
            if share > 0:
                painter.setBrush(QColor(colour))
                width = max(_BAR, bar.width() * share)
                painter.drawRoundedRect(QRectF(bar.left(), bar.top(), width, _BAR), 1.5, 1.5)
        foot = QRectF(space.left(), bar.bottom() + _AROUND_BAR, space.width(), _COUNTS)
        self._draw_counts(painter, foot, info)

    def _draw_counts(self, painter: QPainter, foot: QRectF, info: ArticleInfo) -> None:
        font = ui_font(12)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.soft))
        opened = opened_line(info)
        painter.drawText(foot, _MIDDLE | Qt.AlignmentFlag.AlignRight, opened)
        left, right = foot.left(), foot.right() - metrics.horizontalAdvance(opened) - 8
        for part in counts_line(info):
            width = metrics.horizontalAdvance(part)
            if left + width > right:
                return
            painter.drawText(QRectF(left, foot.top(), width + 1, foot.height()), _MIDDLE, part)
            left += width + 10


def _title(title: str, width: int, region: Region, bold: bool) -> WrappedText:
    font = reading_font(region, _TITLE_SIZE, bold=bold)
    return WrappedText(title, font, width, _TITLE_LINE, most_lines=_TITLE_LINES)


def _breadth(title: str) -> float:
    """How broad a title is about, in hanzi."""
    narrow = sum(char < "\u2000" for char in title)
    return len(title) - narrow / 2


def _has_focus(widget: QWidget | None) -> bool:
    return widget is not None and widget.hasFocus()
