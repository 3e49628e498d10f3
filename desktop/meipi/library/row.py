"""How an article's row is painted. All sizes are logical pixels."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from meipi.library.lines import counts_line, detail_line, opened_line, share_read
from meipi.library.model import ArticleModel
from meipi.support.fonts import Region, reading_font, ui_font
from meipi.support.theme import Theme
from meipi.support.wrapping import WrappedText
from meipi.workspace import ArticleInfo

Index = QModelIndex | QPersistentModelIndex

_SIDE, _TOP, _BOTTOM = 16, 9, 10
_EDGE = 3
_TITLE_LINE, _TITLE_LINES = 22, 2
_DETAIL, _BAR, _COUNTS = 20, 3, 18
_AROUND_BAR = 7
_BELOW_TITLE = _DETAIL + _AROUND_BAR + _BAR + _AROUND_BAR + _COUNTS + _BOTTOM
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class ArticleDelegate(QStyledItemDelegate):
    """Title, source and date, how far it is read, how much is marked."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.open_id: int | None = None
        """The article that is open now."""
        self._title = lru_cache(maxsize=512)(_title)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        info: ArticleInfo = index.data(ArticleModel.INFO)
        list_ = option.widget
        width = list_.viewport().width() if isinstance(list_, QAbstractScrollArea) else 0
        return QSize(width, round(_TOP + self._title_of(info, width).height + _BELOW_TITLE))

    def _title_of(self, info: ArticleInfo, width: int) -> WrappedText:
        region: Region = "SC" if info.script == "simplified" else "TC"
        return self._title(info.title, width - 2 * _SIDE, region, info.id == self.open_id)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        info: ArticleInfo = index.data(ArticleModel.INFO)
        theme, row = self.theme, QRectF(option.rect)
        is_open = info.id == self.open_id
        painter.save()
        if is_open:
            painter.fillRect(row, QColor(theme.paper))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, QColor(theme.hover))
        painter.fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), QColor(theme.line))
        if is_open:
            painter.fillRect(QRectF(row.left(), row.top(), _EDGE, row.height()), QColor(theme.cinnabar))
        title = self._title_of(info, round(row.width()))
        title.draw(painter, row.left() + _SIDE, row.top() + _TOP, theme.ink)
        below = QRectF(row.left() + _SIDE, row.top() + _TOP + title.height, row.width() - 2 * _SIDE, _DETAIL)
        self._draw_details(painter, below, info)
        if option.state & QStyle.StateFlag.State_Selected and _has_focus(option.widget):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.cinnabar), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(row.adjusted(5, 3, -5, -4), 6, 6)
        painter.restore()

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
    font = reading_font(region, 14, bold=bold)
    return WrappedText(title, font, width, _TITLE_LINE, most_lines=_TITLE_LINES)


def _has_focus(widget: QWidget | None) -> bool:
    return widget is not None and widget.hasFocus()
