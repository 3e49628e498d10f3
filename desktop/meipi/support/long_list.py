"""A list of any number of rows, each as high as its text needs: only rows near the view are measured."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QAbstractScrollArea,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from meipi.support.row_heights import Heights, RowHeights
from meipi.support.row_list import CardRows

Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint
_Flag = QItemSelectionModel.SelectionFlag
_MOVES = {
    Qt.Key.Key_Up: _Move.MoveUp,
    Qt.Key.Key_Down: _Move.MoveDown,
    Qt.Key.Key_Home: _Move.MoveHome,
    Qt.Key.Key_End: _Move.MoveEnd,
    Qt.Key.Key_PageUp: _Move.MovePageUp,
    Qt.Key.Key_PageDown: _Move.MovePageDown,
}


class Measuring(Protocol):
    """What the list asks of its delegate beside painting."""

    def row_height(self, row: int, view: QAbstractScrollArea) -> int:
        """How high the row is in the list `view`, as wide as that is now: logical pixels."""

    def guessed_heights(self, first: int, last: int, view: QAbstractScrollArea) -> Heights:
        """About how high the rows from `first` to `last` with it will be; much quicker than to measure."""


class LongList(CardRows):
    """Qt's own list measures every row before it shows the first. Here a row has a guessed height until it
    comes near the view; what stands in view stays where it is when the rows around it turn out otherwise.

    Several rows can be selected. Those that are not selectable (heads of groups) are passed over by keys.
    """

    def __init__(
        self, model: QAbstractItemModel, delegate: QAbstractItemDelegate, parent: QWidget | None = None
    ) -> None:
        """`delegate` must be `Measuring` too."""
        self._heights = RowHeights()
        self._offset = 0
        """The place that is at the top of the view."""
        self._hovered: QPoint | None = None
        self._extended_from = QPersistentModelIndex()
        self._chosen_for_reader = False
        """The program makes a row the current one, not a key or a click in the list."""
        self._measuring = cast(Measuring, delegate)
        super().__init__(model, delegate, parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        model.modelReset.connect(self._guess_all)
        model.rowsInserted.connect(self._rows_came)
        model.rowsRemoved.connect(self._rows_went)
        model.dataChanged.connect(self._rows_changed)
        delegate.sizeHintChanged.connect(self._height_changed)
        self._guess_all()

    # -- heights ------------------------------------------------------------------------------------

    def _guess_all(self) -> None:
        count = self.model().rowCount()
        self._heights.guess(self._guessed(0, count - 1))

    def _guessed(self, first: int, last: int) -> Heights:
        return self._measuring.guessed_heights(first, last, self)

    def _rows_came(self, _parent: Index, first: int, last: int) -> None:
        self._heights.insert(first, self._guessed(first, last))

    def _rows_went(self, _parent: Index, first: int, last: int) -> None:
        self._heights.remove(first, last)

    def _rows_changed(self, first: Index, last: Index) -> None:
        self._heights.forget(first.row(), last.row())

    def _height_changed(self, index: QModelIndex) -> None:
        self._heights.forget(index.row(), index.row())
        self.scheduleDelayedItemsLayout()

    def _is_placed(self) -> bool:
        """Not so while the model has told of rows that came or went and the list has not yet heard it."""
        return len(self._heights) == self.model().rowCount()

    # -- where the rows are -------------------------------------------------------------------------

    def _settle(self, row: int = -1, top: int = 0) -> bool:
        """Measure what is in view, with `row` that far below the upper edge of the view, or, without one,
        with the uppermost row staying where it is. Whether anything had to be measured."""
        heights = self._heights
        if not self._is_placed():
            return False
        if not len(heights):
            self._offset = 0
            self._set_bar(0, self.viewport().height())
            return False
        if not 0 <= row < len(heights):
            row = heights.row_at(self._offset)
            top = heights.top(row) - self._offset
        height, measured = self.viewport().height(), False
        while True:
            offset = heights.top(row) - top
            kept = max(0, min(offset, heights.total - height))
            first, last = heights.row_at(kept), heights.row_at(kept + height)
            unknown = heights.unknown(first, last)
            if not unknown:
                break
            measured = True
            for each in unknown:
                heights.set(each, self._measuring.row_height(each, self))
        self._offset = kept
        self._set_bar(max(0, heights.total - height), height)
        return measured

    def _set_bar(self, most: int, page: int) -> None:
        """Let the scroll bar follow, without taking it for scrolling; it may come or go."""
        bar = self.verticalScrollBar()
        before = bar.maximum()
        blocked = bar.blockSignals(True)
        bar.setPageStep(page)
        bar.setRange(0, most)
        bar.setValue(self._offset)
        bar.blockSignals(blocked)
        if most != before:
            bar.rangeChanged.emit(0, most)

    def doItemsLayout(self) -> None:
        # Not the list's own, which would measure every row.
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        self._settle()
        QAbstractItemView.updateGeometries(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        current = self.visualRect(self.currentIndex())
        seen = current.top() >= 0 and current.bottom() < event.oldSize().height()
        if event.size().width() != event.oldSize().width():
            row = self._heights.row_at(self._offset)
            top = self._heights.top(row) - self._offset if row >= 0 else 0
            self._guess_all()
            self._settle(row, top)
        super().resizeEvent(event)
        if seen and not current.isNull():
            self.scrollTo(self.currentIndex())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        place, before = self.verticalScrollBar().value(), self._offset
        if abs(place - before) < self.viewport().height():
            row = self._heights.row_at(before)  # seen before and after: it moves as far as it should
        else:
            row = self._heights.row_at(place)
        top = self._heights.top(row) - place if row >= 0 else 0
        if self._settle(row, top):
            self.viewport().update()
            self.updateEditorGeometries()
        else:
            # Not the list's own, which moves nothing as long as it has measured nothing itself.
            self.viewport().scroll(0, before - self._offset)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self._offset

    def visualRect(self, index: Index) -> QRect:
        row = index.row()
        if not index.isValid() or row >= len(self._heights):
            return QRect()
        top = self._heights.top(row) - self._offset
        return QRect(0, top, self.viewport().width(), self._heights.height(row))

    def indexAt(self, point: QPoint) -> QModelIndex:
        place = point.y() + self._offset
        if not 0 <= place < self._heights.total or not self._is_placed():
            return QModelIndex()
        return self.model().index(self._heights.row_at(place), 0)

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _Hint.EnsureVisible) -> None:
        row = index.row()
        if not index.isValid() or not self._is_placed():
            return
        self._heights.set(row, self._measuring.row_height(row, self))
        rect, room = self.visualRect(index), self.viewport().height()
        if hint == _Hint.PositionAtTop or (hint == _Hint.EnsureVisible and rect.top() < 0):
            top = 0
        elif hint == _Hint.PositionAtBottom or (hint == _Hint.EnsureVisible and rect.bottom() >= room):
            top = max(0, room - rect.height())
        elif hint == _Hint.PositionAtCenter:
            top = (room - rect.height()) // 2
        else:
            top = rect.top()
        self._settle(row, top)
        self.viewport().update()
        # An editor in a row follows when it has done what made it grow.
        self.scheduleDelayedItemsLayout()

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region, seen = QRegion(), self.viewport().rect()
        for part in selection.toList():
            first, last = self.visualRect(part.topLeft()), self.visualRect(part.bottomRight())
            region += first.united(last).intersected(seen)
        return region

    # -- painting -----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        heights, model = self._heights, self.model()
        if not len(heights) or not self._is_placed():
            return
        painter = QPainter(self.viewport())
        states = QStyle.StateFlag
        hovered = self._row_hovered()
        plain = QStyleOptionViewItem()
        self.initViewItemOption(plain)
        first = heights.row_at(event.rect().top() + self._offset)
        last = heights.row_at(event.rect().bottom() + self._offset)
        for row in range(first, last + 1):
            index = model.index(row, 0)
            option = QStyleOptionViewItem(plain)
            option.rect = self.visualRect(index)
            if self.selectionModel().isSelected(index):
                option.state |= states.State_Selected
            if row == hovered:
                option.state |= states.State_MouseOver
            self.itemDelegate().paint(painter, option, index)
        painter.end()

    def _row_hovered(self) -> int:
        if self._hovered is None or not self.viewport().underMouse():
            return -1
        return self.indexAt(self._hovered).row()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or index.flags() & Qt.ItemFlag.ItemIsSelectable:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = event.position().toPoint()
        super().mouseMoveEvent(event)

    # -- keys and selection -------------------------------------------------------------------------

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        count, current = len(self._heights), self.currentIndex()
        if not count:
            return QModelIndex()
        if not current.isValid():
            return self._selectable(0, 1)
        row = current.row()
        match action:
            case _Move.MoveUp | _Move.MoveLeft | _Move.MovePrevious:
                found = self._selectable(row - 1, -1)
            case _Move.MoveDown | _Move.MoveRight | _Move.MoveNext:
                found = self._selectable(row + 1, 1)
            case _Move.MoveHome:
                found = self._selectable(0, 1)
            case _Move.MoveEnd:
                found = self._selectable(count - 1, -1)
            case _Move.MovePageUp:
                found = self._selectable(self._page_from(row, -1), -1)
            case _:
                found = self._selectable(self._page_from(row, 1), 1)
        return found if found.isValid() else current

    def _page_from(self, row: int, step: int) -> int:
        """The farthest row, up (-1) or down (1), with which all from `row` on fit into the view; it is
        another in any case."""
        room, reached = self.viewport().height(), row
        while 0 <= reached < len(self._heights):
            self._heights.set(reached, self._measuring.row_height(reached, self))
            room -= self._heights.height(reached)
            if room < 0 and reached - step != row and reached != row:
                return reached - step
            reached += step
        return max(0, min(reached, len(self._heights) - 1))

    def _selectable(self, row: int, step: int) -> QModelIndex:
        """The first row from there on, in steps of 1 or -1, that can be selected."""
        while 0 <= row < len(self._heights):
            index = self.model().index(row, 0)
            if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                return index
            row += step
        return QModelIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = _MOVES.get(Qt.Key(event.key()))
        if action is not None and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _SHIFT:
            # Qt would remember where the selection began by its place, which changes as rows are measured.
            self._extend_to(self.moveCursor(action, event.modifiers()))
        else:
            super().keyPressEvent(event)

    def _extend_to(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        start = self._extended_from if self._extended_from.isValid() else self.currentIndex()
        first, last = sorted((start.row() if start.isValid() else index.row(), index.row()))
        kept = QPersistentModelIndex(start)
        self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        self.selectionModel().select(self._rows(first, last), _Flag.ClearAndSelect)
        self._extended_from = kept

    def go_to_first(self) -> None:
        """Make the first row that can be selected the current one."""
        self.setCurrentIndex(self._selectable(0, 1))

    def go_to(self, row: int) -> None:
        """Make that row the current one, or the nearest to it that can be selected."""
        found = self._selectable(min(row, len(self._heights) - 1), -1)
        self.setCurrentIndex(found if found.isValid() else self._selectable(row, 1))

    def _rows(self, first: int, last: int) -> QItemSelection:
        return QItemSelection(self.model().index(first, 0), self.model().index(last, 0))

    def setCurrentIndex(self, index: Index) -> None:
        # Qt would look at the keys that are held, and take those of Ctrl+Shift+Z for a wish to select more.
        self._chosen_for_reader = True
        super().setCurrentIndex(index)
        self._chosen_for_reader = False

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> _Flag:
        if self._chosen_for_reader:
            return _Flag.ClearAndSelect
        return super().selectionCommand(index, event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._extended_from = QPersistentModelIndex(current)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        if not len(self._heights) or not self._is_placed():
            return
        rect = rect.normalized()
        if rect.bottom() + self._offset < 0 or rect.top() + self._offset >= self._heights.total:
            self.selectionModel().select(QItemSelection(), command)
            return
        first = self._heights.row_at(rect.top() + self._offset)
        last = self._heights.row_at(rect.bottom() + self._offset)
        self.selectionModel().select(self._rows(first, last), command)


_SHIFT = Qt.KeyboardModifier.ShiftModifier
