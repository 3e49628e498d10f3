"""The bin: what was thrown away in the last thirty days, and can come back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from meipi.support.card_painting import draw_row_ring
from meipi.support.fonts import reading_font, ui_font
from meipi.support.row_list import RowList
from meipi.support.theme import Theme
from meipi.support.translation import counted, tr
from meipi.workspace import ArticleInfo, Bin, Mark
from meipi.workspace.shelf import BIN_DAYS

Index = QModelIndex | QPersistentModelIndex

_HEIGHT, _SIDE, _TOP, _TITLE, _LINE = 62, 16, 8, 22, 18
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Thrown(NamedTuple):
    """An article or a mark in the bin."""

    what: ArticleInfo | Mark
    name: str
    about: str
    days: int
    """So many days it can still come back."""


def thrown_of(content: Bin, now: datetime) -> list[Thrown]:
    """What is in the bin, thrown away last first."""
    articles = [Thrown(info, info.title, _marks(info), _days(info.deleted, now)) for info in content.articles]
    marks = [
        Thrown(mark, " ".join(mark.exact.split()), title, _days(mark.deleted, now))
        for mark, title in content.marks
    ]
    return sorted([*articles, *marks], key=lambda thrown: thrown.what.deleted or "", reverse=True)


def _marks(info: ArticleInfo) -> str:
    if not info.marks:
        return tr("article")
    return tr("article with {marks}").format(marks=counted(info.marks, tr("{n} mark"), tr("{n} marks")))


def _days(deleted: str | None, now: datetime) -> int:
    gone = (now - datetime.fromisoformat(deleted)).days if deleted else 0
    return max(0, min(BIN_DAYS, BIN_DAYS - gone))


class BinModel(QAbstractListModel):
    """A row for each thing that was thrown away."""

    ROW = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Thrown] = []

    def show(self, rows: Sequence[Thrown]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = [*rows]
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == self.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.name
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return f"{row.about}, {days_left(row)}"
        return None


def days_left(row: Thrown) -> str:
    """How long it can still come back."""
    return counted(row.days, tr("{n} day left"), tr("{n} days left"))


class BinDelegate(QStyledItemDelegate):
    """A title or a quote, what it is or where it was, and how long it can still come back."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Thrown = index.data(BinModel.ROW)
        theme, whole = self.theme, QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(whole, QColor(theme.hover))
        painter.fillRect(QRectF(whole.left(), whole.bottom() - 1, whole.width(), 1), QColor(theme.line))
        left = whole.left() + _SIDE
        if isinstance(row.what, Mark):
            edge = QRectF(left, whole.top() + _TOP + 3, 4, _TITLE - 6)
            painter.fillRect(edge, QColor(theme.edges[row.what.colour]))
            left += 10
        space = QRectF(left, whole.top() + _TOP, whole.right() - _SIDE - left, _TITLE)
        font = reading_font("TC", 14)
        painter.setFont(font)
        painter.setPen(QColor(theme.ink))
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(space, _MIDDLE, QFontMetricsF(font).elidedText(row.name, elide, space.width()))
        foot = QRectF(whole.left() + _SIDE, space.bottom() + 2, whole.width() - 2 * _SIDE, _LINE)
        font = ui_font(12)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(QColor(theme.soft))
        days = days_left(row)
        painter.drawText(foot, _MIDDLE | Qt.AlignmentFlag.AlignRight, days)
        room = foot.width() - metrics.horizontalAdvance(days) - 8
        painter.drawText(foot, _MIDDLE, metrics.elidedText(row.about, elide, room))
        widget = option.widget
        if option.state & QStyle.StateFlag.State_Selected and widget is not None and widget.hasFocus():
            draw_row_ring(painter, whole, theme)
        painter.restore()


class BinList(RowList):
    """Arrows move; Enter or a double click brings back; Esc leaves the bin."""

    wanted = Signal(object)
    """The `Thrown` that is to come back."""
    left = Signal()

    def __init__(self, model: BinModel, delegate: BinDelegate, parent: QWidget | None = None) -> None:
        super().__init__(model, delegate, 256, 32, parent)
        self.setUniformItemSizes(True)
        self.setAccessibleName(tr("Bin"))
        self.doubleClicked.connect(lambda index: self.wanted.emit(index.data(BinModel.ROW)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if index.isValid():
                self.wanted.emit(index.data(BinModel.ROW))
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Delete:
                pass  # what lies here is deleted already
            case _:
                super().keyPressEvent(event)


def in_bin(content: Bin) -> list[Thrown]:
    """As `thrown_of`, now."""
    return thrown_of(content, datetime.now(UTC))
