"""The list of cards: what the mouse and the keys do on it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from meipi.notes.arrangement import Card
from meipi.notes.card import CardDelegate
from meipi.notes.model import CardModel
from meipi.support import dragging
from meipi.support.long_list import LongList
from meipi.support.translation import tr
from meipi.support.wrapping import Run
from meipi.workspace import COLOURS

LINK = "link "
"""Begins what is to be done with a link of a note; its address follows."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NONE, _CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_COLOUR_KEYS = {Qt.Key(Qt.Key.Key_1.value + place): colour.id for place, colour in enumerate(COLOURS)}
_TOGETHER = {
    **{key: f"colour {colour}" for key, colour in _COLOUR_KEYS.items()},
    Qt.Key.Key_6: "underline",
    Qt.Key.Key_G: "tags",
    Qt.Key.Key_Delete: "delete",
}


class CardList(LongList):
    """Arrows move from card to card, with Shift they select; Enter edits, Ctrl+Enter opens the links of the
    note, Del deletes, / filters, Esc leaves. With several selected, 1 to 6, G, Del and Ctrl+E are about all
    of them."""

    OWN_KEYS = frozenset(
        {
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Delete,
            Qt.Key.Key_Escape,
            Qt.Key.Key_Slash,
        }
    )
    action_asked = Signal(int, str)
    """The id of a mark and what to do: an `Action`, or "link …" (an address) to open a link of its note."""
    together_asked = Signal(str)
    """What to do with all that are selected: "colour …" (its id), "underline", "tags", "delete", "export"."""
    selected = Signal(int)
    """So many cards are selected now."""
    filter_wanted = Signal()
    left = Signal()

    def __init__(self, model: CardModel, delegate: CardDelegate, parent: QWidget | None = None) -> None:
        self._cards, self._delegate = model, delegate
        self._count = 0
        super().__init__(model, delegate, parent)
        self.setAccessibleName(tr("Notes"))
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        model.rowsRemoved.connect(self._count_selected)

    # -- selection ----------------------------------------------------------------------------------

    def selected_marks(self) -> list[int]:
        """The ids of the marks whose cards are selected, in the order of the list."""
        rows = sorted(
            row
            for part in self.selectionModel().selection().toList()
            for row in range(part.top(), part.bottom() + 1)
        )
        cards = (self._cards.row_at(row) for row in rows)
        return [card.mark.id for card in cards if isinstance(card, Card)]

    def select_one(self) -> None:
        """Only the current card stays selected, or none."""
        flags = self.selectionModel().SelectionFlag
        self.selectionModel().select(self.currentIndex(), flags.ClearAndSelect)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._count_selected()

    def _count_selected(self) -> None:
        count = len(self.selected_marks())
        if count != self._count:
            self._count = count
            if (count > 1) != self._delegate.several:
                self._delegate.several = count > 1
                self.viewport().update()
            self.selected.emit(count)

    # -- keys ---------------------------------------------------------------------------------------

    def is_own_key(self, event: QKeyEvent) -> bool:
        return (
            super().is_own_key(event)
            or self._about_all(event) is not None
            or any(_is(event, key) for key in (Qt.Key.Key_A, *_ENTER))
        )

    def _about_all(self, event: QKeyEvent) -> str | None:
        """What the key does with all that are selected, if several are."""
        if self._count < 2:
            return None
        if _is(event, Qt.Key.Key_E):
            return "export"
        return _TOGETHER.get(Qt.Key(event.key())) if event.modifiers() == _NONE else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mark_id, together = self._mark_at(self.currentIndex()), self._about_all(event)
        if together is not None:
            self.together_asked.emit(together)
            return
        if any(_is(event, key) for key in _ENTER):
            self._open_links()
            return
        if not self.is_own_key(event) or _is(event, Qt.Key.Key_A):
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Escape if self._count > 1:
                self.select_one()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Slash:
                self.filter_wanted.emit()
            case _ if mark_id is not None:
                self.action_asked.emit(mark_id, "delete" if event.key() == Qt.Key.Key_Delete else "edit")

    def _open_links(self) -> None:
        """Open the link in the note of the current card; of several, let the reader choose one."""
        index = self.currentIndex()
        card = self._cards.card_at(index)
        links = self._delegate.links_of(card, self) if card is not None else []
        if card is None or not links:
            return
        ask = partial(self.action_asked.emit, card.mark.id)
        if len(links) == 1:
            ask(f"{LINK}{links[0][1].link}")
            return
        menu = QMenu(self)
        for text, run in links:
            entry = menu.addAction(text.replace("&", "&&"))
            entry.triggered.connect(partial(ask, f"{LINK}{run.link}"))
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.viewport().mapToGlobal(self.visualRect(index).center()))

    # -- mouse --------------------------------------------------------------------------------------

    def act(self, which: int, action: str) -> None:
        # A click that selects further cards is not about the one that it hits.
        if self._count < 2:
            self.action_asked.emit(which, action)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        found = self.action_under(event)
        if found is not None and found[1].startswith(LINK):
            return  # the first click has opened it
        if found is not None and event.button() == Qt.MouseButton.LeftButton and event.modifiers() == _NONE:
            mark_id, action = found
            self.action_asked.emit(mark_id, "edit" if action == "jump" else action)

    def _mark_at(self, index: QModelIndex) -> int | None:
        card = self._cards.card_at(index)
        return card.mark.id if card is not None else None

    def action_under(self, event: QMouseEvent) -> tuple[int, str] | None:
        """The mark under the pointer and what a click there does; on the bare card, it jumps."""
        if event.modifiers() != _NONE:
            return None
        point = event.position().toPoint()
        index = self.indexAt(point)
        card = self._cards.card_at(index)
        if card is None or card.mark.id == self._delegate.editing:
            return None
        link = self._link_at(point)
        if link is not None:
            return card.mark.id, f"{LINK}{link.link}"
        action = self._delegate.action_at(card, self.visualRect(index), self, point.x(), point.y())
        return card.mark.id, action or "jump"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        shapes = Qt.CursorShape
        on_link = not event.buttons() and self._link_at(event.position().toPoint()) is not None
        self.viewport().setCursor(shapes.PointingHandCursor if on_link else shapes.ArrowCursor)

    def _link_at(self, point: QPoint) -> Run | None:
        index = self.indexAt(point)
        card = self._cards.card_at(index)
        if card is None:
            return None
        return self._delegate.link_at(card, self.visualRect(index), self, point.x(), point.y())

    def startDrag(self, actions: Qt.DropAction) -> None:
        index = self.currentIndex()
        card = self._cards.card_at(index)
        if card is None or card.mark.in_text:
            return
        drag = QDrag(self)
        drag.setMimeData(dragging.of_mark(card.mark.uid))
        rect = self.visualRect(index)
        drag.setPixmap(self.viewport().grab(rect))
        drag.setHotSpot(QPoint(12, 12))
        drag.exec(Qt.DropAction.MoveAction)


def _is(event: QKeyEvent, key: Qt.Key) -> bool:
    """Whether it is that key with Ctrl."""
    return event.key() == key and event.modifiers() == _CONTROL
