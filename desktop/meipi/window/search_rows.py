"""What a search found, as rows: an article's title over its places, each in its sentence."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from meipi.support.fonts import reading_font, ui_font
from meipi.support.row_heights import Heights
from meipi.support.theme import Theme
from meipi.support.translation import counted, tr
from meipi.support.wrapping import Run, WrappedText
from meipi.workspace.searching import Place, Result

Index = QModelIndex | QPersistentModelIndex

_HEAD, _LINE, _LINES = 36, 22, 2
_AROUND, _SIDE, _EDGE, _SIZE = 7, 14, 3, 14
_FIELD = 64
"""Room at the right for what the place is in, where that is not the text."""


class Head(NamedTuple):
    """Stands over the places of an article."""

    result: Result


class Spot(NamedTuple):
    """A place in an article."""

    article_id: int
    place: Place


class SearchModel(QAbstractListModel):
    """A head and its places for each article that was found."""

    ROW = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Head | Spot] = []

    def show(self, results: Sequence[Result]) -> None:
        """Show these articles."""
        self.beginResetModel()
        self.rows = _rows(results)
        self.endResetModel()

    def add(self, results: Sequence[Result]) -> None:
        """Show these too, below the others."""
        rows = _rows(results)
        if rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows += rows
            self.endInsertRows()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        spot = index.isValid() and isinstance(self.rows[index.row()], Spot)
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if spot else Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == self.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return head_line(row) if isinstance(row, Head) else _sentence(row.place)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and isinstance(row, Spot):
            return field_name(row.place)
        return None


def _rows(results: Sequence[Result]) -> list[Head | Spot]:
    rows: list[Head | Spot] = []
    for result in results:
        rows += [Head(result), *(Spot(result.article_id, place) for place in result.places)]
    return rows


def head_line(head: Head) -> str:
    """The title, and at how many places something was found; fewer may be shown."""
    result = head.result
    places = counted(result.total, tr("{n} place"), tr("{n} places"))
    shown = tr("{n} shown").format(n=f"{len(result.places):,}") if result.total > len(result.places) else ""
    return " · ".join(part for part in (result.title, places, shown) if part)


def field_name(place: Place) -> str:
    """What the place is in; "" for the text itself."""
    return {
        "title": tr("title"),
        "note": tr("note"),
        "tag": tr("tag"),
        "source": tr("source"),
        "mark": tr("mark"),
    }.get(place.field, "")


def _sentence(place: Place) -> str:
    return place.before + place.hit + place.after


class SearchDelegate(QStyledItemDelegate):
    """Paints heads and places; the hit is bold within its sentence."""

    def __init__(self, model: SearchModel, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model, self.theme = model, theme
        self._wrapped = lru_cache(maxsize=512)(_wrapped)

    def row_height(self, row: int, view: QAbstractScrollArea) -> int:
        """How high a row is in the list `view`."""
        about = self._model.rows[row]
        if isinstance(about, Head):
            return _HEAD
        return round(self._wrapped(about.place, _room(view.viewport().width())).height) + 2 * _AROUND

    def guessed_heights(self, first: int, last: int, view: QAbstractScrollArea) -> Heights:
        """About how high rows are: a sentence takes one line or two."""
        hanzi = max(1, _room(view.viewport().width()) // _SIZE)
        heights = []
        for about in self._model.rows[first : last + 1]:
            if isinstance(about, Head):
                heights.append(_HEAD)
            else:
                lines = min(_LINES, math.ceil(len(_sentence(about.place)) / hanzi) or 1)
                heights.append(lines * _LINE + 2 * _AROUND)
        return np.array(heights, np.int64)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        about: Head | Spot = index.data(SearchModel.ROW)
        painter.save()
        if isinstance(about, Head):
            self._paint_head(painter, QRectF(option.rect), about)
        else:
            self._paint_place(painter, option, about.place)
        painter.restore()

    def _paint_head(self, painter: QPainter, row: QRectF, head: Head) -> None:
        theme = self.theme
        painter.fillRect(QRectF(row.left(), row.top(), row.width(), 1), QColor(theme.line))
        told = head_line(head)[len(head.result.title) :]
        font = ui_font(12)
        wide = QFontMetricsF(font).horizontalAdvance(told)
        title = reading_font("TC", _SIZE, bold=True)
        space = row.adjusted(_SIDE, 6, -_SIDE - wide - 4, 0)
        shown = QFontMetricsF(title).elidedText(head.result.title, Qt.TextElideMode.ElideRight, space.width())
        painter.setFont(title)
        painter.setPen(QColor(theme.ink))
        painter.drawText(space, Qt.AlignmentFlag.AlignVCenter, shown)
        left = space.left() + QFontMetricsF(title).horizontalAdvance(shown)
        painter.setFont(font)
        painter.setPen(QColor(theme.soft))
        painter.drawText(
            QRectF(left, space.top(), wide + 4, space.height()), Qt.AlignmentFlag.AlignVCenter, told
        )

    def _paint_place(self, painter: QPainter, option: QStyleOptionViewItem, place: Place) -> None:
        theme, row = self.theme, QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, QColor(theme.cinnabar_wash))
            painter.fillRect(QRectF(row.left(), row.top(), _EDGE, row.height()), QColor(theme.cinnabar))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, QColor(theme.hover))
        self._wrapped(place, _room(option.rect.width())).draw(
            painter, row.left() + _SIDE, row.top() + _AROUND, theme.ink
        )
        painter.setFont(ui_font(12))
        painter.setPen(QColor(theme.soft))
        field = row.adjusted(0, _AROUND, -_SIDE, 0)
        field.setHeight(_LINE)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(field, flags, field_name(place))


def _room(width: int) -> int:
    return max(_SIZE, width - 2 * _SIDE - _FIELD)


def _wrapped(place: Place, width: int) -> WrappedText:
    start = len(place.before)
    run = Run(start, start + len(place.hit), bold=True)
    font = reading_font("TC", _SIZE)
    return WrappedText(_sentence(place), font, width, _LINE, most_lines=_LINES, runs=(run,))
