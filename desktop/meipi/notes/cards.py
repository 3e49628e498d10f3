"""The list of cards: what the mouse and the keys do on it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from meipi.notes.card import Action, CardDelegate
from meipi.notes.model import Card, CardModel
from meipi.support.row_list import RowList
from meipi.support.translation import tr

_MANY = 100


class CardList(RowList):
    """Arrows move from card to card, Enter edits, Del deletes, Esc leaves; the mouse has the actions."""

    action_asked = Signal(int, str)
    """The id of a mark and what to do: "edit", "copy", "delete" or "jump"."""
    left = Signal()

    def __init__(self, model: CardModel, delegate: CardDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = delegate
        self._pressed: tuple[int, Action] | None = None
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(tr("Notes"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(40)
        self.setMouseTracking(True)

    def expect(self, count: int) -> None:
        """So many cards will be shown: many need the scroll bar for certain, and its place from the start.

        Otherwise every card would be measured once without the bar and once more with it.
        """
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if count > _MANY else policy.ScrollBarAsNeeded
        )

    def sizeHint(self) -> QSize:
        return QSize(344, 400)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands of the window, not a search among the cards."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mark_id = self._mark_at(self.currentIndex())
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if mark_id is not None:
                self.action_asked.emit(mark_id, "edit")
            case Qt.Key.Key_Delete if mark_id is not None:
                self.action_asked.emit(mark_id, "delete")
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = self._action_at(event) if event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed == self._action_at(event):
            self.action_asked.emit(*pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        found = self._action_at(event)
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            mark_id, action = found
            self.action_asked.emit(mark_id, "edit" if action == "jump" else action)

    def _mark_at(self, index: QModelIndex) -> int | None:
        return index.data(CardModel.CARD).mark.id if index.isValid() else None

    def _action_at(self, event: QMouseEvent) -> tuple[int, Action] | None:
        """The mark under the pointer and what a click there does; on the bare card, it jumps."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        if not index.isValid():
            return None
        card: Card = index.data(CardModel.CARD)
        if card.mark.id == self._delegate.editing:
            return None
        action = self._delegate.action_at(card, self.visualRect(index), self, point.x(), point.y())
        return card.mark.id, action or "jump"
