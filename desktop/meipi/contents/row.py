"""How a section's row is painted. All sizes are logical pixels."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from meipi.contents.model import ContentsModel, Row, counts_of
from meipi.contents.sections import Ribbon
from meipi.support.card_painting import draw_row_ring
from meipi.support.fonts import Region, reading_font, ui_font
from meipi.support.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_HEIGHT, _LOW = 56, 34
_RIBBON_WIDE, _RIBBON_LONG, _BESIDE_RIBBON = 8, 16, 8
_SIDE, _EDGE, _STEP = 16, 3, 14
_TOP, _TITLE, _FOOT = 7, 22, 18
_DEEPEST = 4  # deeper ones are set in no further: there would be no room for their titles
_BAR, _LEAST_BAR, _GAP = 3, 40, 12
_TICK = (3, 9)
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class ContentsDelegate(QStyledItemDelegate):
    """A heading, how long its section is and what is marked in it; on its bar how far it is read, and a tick
    in its colour where each mark lies."""

    def __init__(self, model: ContentsModel, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model, self.theme = model, theme
        self.region: Region = "TC"

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _LOW if isinstance(index.data(ContentsModel.ROW), Ribbon) else _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row | Ribbon = index.data(ContentsModel.ROW)
        depth = row.depth if isinstance(row, Ribbon) else row.section.depth
        theme, whole = self.theme, QRectF(option.rect)
        here = index.row() == self._model.here
        painter.save()
        if here:
            painter.fillRect(whole, QColor(theme.paper))
            painter.fillRect(QRectF(whole.left(), whole.top(), _EDGE, whole.height()), QColor(theme.cinnabar))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(whole, QColor(theme.hover))
        painter.fillRect(QRectF(whole.left(), whole.bottom() - 1, whole.width(), 1), QColor(theme.line))
        left = whole.left() + _SIDE + _STEP * min(depth, _DEEPEST)
        if isinstance(row, Ribbon):
            self._draw_ribbon(painter, left, whole.center().y())
            left += _RIBBON_WIDE + _BESIDE_RIBBON
            space = whole.adjusted(left - whole.left(), 0, -_SIDE, -1)
        else:
            space = QRectF(left, whole.top() + _TOP, whole.right() - _SIDE - left, _TITLE)
            self._draw_foot(painter, QRectF(left, space.bottom(), space.width(), _FOOT), row)
        font = reading_font(self.region, 14, bold=here)
        painter.setFont(font)
        painter.setPen(QColor(theme.ink))
        words = str(index.data())
        painter.drawText(
            space, _MIDDLE, QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, space.width())
        )
        widget = option.widget
        if option.state & QStyle.StateFlag.State_Selected and widget is not None and widget.hasFocus():
            draw_row_ring(painter, whole, theme)
        painter.restore()

    def _draw_ribbon(self, painter: QPainter, left: float, middle: float) -> None:
        top, right, bottom = middle - _RIBBON_LONG / 2, left + _RIBBON_WIDE, middle + _RIBBON_LONG / 2
        notch = QPointF((left + right) / 2, bottom - _RIBBON_WIDE / 2)
        corners = [QPointF(left, top), QPointF(right, top), QPointF(right, bottom), notch]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.cinnabar))
        painter.drawPolygon(QPolygonF([*corners, QPointF(left, bottom)]))

    def _draw_foot(self, painter: QPainter, foot: QRectF, row: Row) -> None:
        font = ui_font(12)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.soft))
        left = foot.left()
        for part in counts_of(row):
            width = metrics.horizontalAdvance(part)
            if left + width > foot.right():
                return
            painter.drawText(QRectF(left, foot.top(), width + 1, foot.height()), _MIDDLE, part)
            left += width + _GAP
        if foot.right() - left >= _LEAST_BAR:
            self._draw_bar(
                painter, QRectF(left, foot.center().y() - _BAR / 2, foot.right() - left, _BAR), row
            )

    def _draw_bar(self, painter: QPainter, bar: QRectF, row: Row) -> None:
        theme = self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, share in ((theme.line, 1.0), (theme.cinnabar, row.read)):
            if share > 0:
                painter.setBrush(QColor(colour))
                width = max(_BAR, bar.width() * share)
                painter.drawRoundedRect(QRectF(bar.left(), bar.top(), width, _BAR), _BAR / 2, _BAR / 2)
        width, height = _TICK
        for mark in row.marked.marks:
            middle = bar.left() + width / 2 + (bar.width() - width) * mark.share
            painter.setBrush(QColor(theme.edges[mark.colour]))
            painter.drawRoundedRect(
                QRectF(middle - width / 2, bar.center().y() - height / 2, width, height), 1.5, 1.5
            )
