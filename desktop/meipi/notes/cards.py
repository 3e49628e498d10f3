"""The list of cards: what the mouse and the keys do on it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from meipi.notes.card import Action, CardDelegate
from meipi.notes.model import Card, CardModel
from meipi.support.row_list import CardRows
from meipi.support.translation import tr

_MANY = 100


class CardList(CardRows):
    """Arrows move from card to card, Enter edits, Del deletes, Esc leaves; the mouse has the actions."""

    action_asked = Signal(int, str)
    """The id of a mark and what to do: "edit", "copy", "delete" or "jump"."""
    left = Signal()

    def __init__(self, model: CardModel, delegate: CardDelegate, parent: QWidget | None = None) -> None:
        super().__init__(model, delegate, parent)
        self._delegate = delegate
        self.setAccessibleName(tr("Notes"))

    def expect(self, count: int) -> None:
        """So many cards will be shown: many need the scroll bar for certain, and its place from the start.

        Otherwise every card would be measured once without the bar and once more with it.
        """
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if count > _MANY else policy.ScrollBarAsNeeded
        )

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

    def act(self, which: int, action: str) -> None:
        self.action_asked.emit(which, action)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        found = self.action_under(event)
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            mark_id, action = found
            self.action_asked.emit(mark_id, "edit" if action == "jump" else action)

    def _mark_at(self, index: QModelIndex) -> int | None:
        return index.data(CardModel.CARD).mark.id if index.isValid() else None

    def action_under(self, event: QMouseEvent) -> tuple[int, Action] | None:
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
