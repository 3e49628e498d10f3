"""A list whose rows are as high as their text needs."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QListView, QWidget

_NONE = Qt.KeyboardModifier.NoModifier


class RowList(QListView):
    """Rows follow the list's width, and show at once whether the keys come here; letters are commands."""

    OWN_KEYS: frozenset[Qt.Key] = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete})
    """Keys that are about the current row here, and commands about something else in the window."""

    def __init__(
        self,
        model: QAbstractItemModel,
        delegate: QAbstractItemDelegate,
        width: int,
        step: int,
        parent: QWidget | None = None,
    ) -> None:
        """`width` is what it would like to have, `step` what a turn of the wheel scrolls: logical pixels."""
        super().__init__(parent)
        self._width = width
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(step)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        return QSize(self._width, 400)

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self.is_own_key(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def is_own_key(self, event: QKeyEvent) -> bool:
        """Whether it is one of `OWN_KEYS`, pressed alone."""
        alone = event.modifiers() in (_NONE, Qt.KeyboardModifier.KeypadModifier)
        return alone and event.key() in self.OWN_KEYS

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands of the window, not a search among the rows."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Qt thinks of the height alone; here the height of a row follows from its width.
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


class CardRows(RowList):
    """A list of cards on which something can be done: what is pressed and let go of at one place is done."""

    def __init__(
        self, model: QAbstractItemModel, delegate: QAbstractItemDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, delegate, 344, 40, parent)
        self._pressed: tuple[int, str] | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = self.action_under(event) if event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed == self.action_under(event):
            self.act(*pressed)

    def action_under(self, event: QMouseEvent) -> tuple[int, str] | None:
        """Whose card is under the pointer, by a number, and what a click there does."""
        raise NotImplementedError

    def act(self, which: int, action: str) -> None:
        """Do it."""
        raise NotImplementedError
