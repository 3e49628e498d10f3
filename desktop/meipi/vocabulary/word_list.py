"""The list of words: what the mouse and the keys do on it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from meipi.support.row_list import CardRows
from meipi.support.translation import tr
from meipi.vocabulary.card import Action, WordDelegate
from meipi.vocabulary.model import WordModel

_KEYS: dict[Qt.Key, Action] = {
    Qt.Key.Key_Return: "jump",
    Qt.Key.Key_Enter: "jump",
    Qt.Key.Key_Delete: "remove",
    Qt.Key.Key_W: "know",
    Qt.Key.Key_C: "copy",
}


class WordList(CardRows):
    """Arrows move from word to word; Enter goes to the next place where it was met, W knows it, C copies it,
    Del removes it, / filters, Esc leaves; the mouse has the actions too."""

    OWN_KEYS = frozenset({*_KEYS, Qt.Key.Key_Slash, Qt.Key.Key_Escape})
    action_asked = Signal(QModelIndex, str)
    """A row and what to do with its word: "jump", "know", "copy" or "remove"."""
    filter_wanted = Signal()
    left = Signal()

    def __init__(self, model: WordModel, delegate: WordDelegate, parent: QWidget | None = None) -> None:
        super().__init__(model, delegate, parent)
        self._delegate = delegate
        self.setUniformItemSizes(True)
        self.setAccessibleName(tr("Words"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, action = self.currentIndex(), _KEYS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Slash:
            self.filter_wanted.emit()
        elif action is not None and self.is_own_key(event):
            if index.isValid():
                self.action_asked.emit(index, action)
        else:
            super().keyPressEvent(event)

    def act(self, which: int, action: str) -> None:
        self.action_asked.emit(self.model().index(which, 0), action)

    def action_under(self, event: QMouseEvent) -> tuple[int, Action] | None:
        """The row under the pointer and what a click there does; on the bare card, it jumps."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        if not index.isValid():
            return None
        action = self._delegate.action_at(self.visualRect(index), self, point.x(), point.y())
        return index.row(), action or "jump"
