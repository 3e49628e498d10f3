"""A list, beneath what is being written, of what it may become. The field keeps the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from meipi.support.announcing import announce
from meipi.support.fonts import ui_font
from meipi.support.row_painting import paint_row

_OFFER = Qt.ItemDataRole.UserRole
_ROW, _ROWS, _WIDTH = 28, 8, 300
_GAP, _FRAME = 4, 5
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize}


class Offer(NamedTuple):
    """A row: what it says, what stands softly at its end, and what choosing it means."""

    text: str
    detail: str
    value: object


class Completions(QObject):
    """Up and Down go through the rows, a click takes one; which keys take one is the field's to say."""

    chosen = Signal(object)
    """The `Offer` that was clicked."""

    def __init__(self, field: QWidget, place: Callable[[], QRect], name: str) -> None:
        """`place` tells where in `field` that stands which is completed; `name` is for those who hear it."""
        super().__init__(field)
        self._field, self._place_of, self._name = field, place, name
        self._frame: QFrame | None = None
        self._list: QListWidget | None = None
        self._watched: list[QWidget] = []
        self._moved = QTimer(self, singleShot=True, interval=0)
        self._moved.timeout.connect(self._place)
        # It lies in the window, not in the field, whose edges would cut it off.
        field.destroyed.connect(self._forget)

    @property
    def shown(self) -> bool:
        """Whether there is a list."""
        return self._frame is not None and isValid(self._frame) and self._frame.isVisible()

    @property
    def offers(self) -> tuple[Offer, ...]:
        """The rows on show."""
        if not self.shown or self._list is None:
            return ()
        return tuple(self._list.item(row).data(_OFFER) for row in range(self._list.count()))

    @property
    def current(self) -> Offer | None:
        """The row that is picked out, if there is one."""
        item = self._list.currentItem() if self.shown and self._list is not None else None
        return item.data(_OFFER) if item is not None else None

    def show(self, offers: Sequence[Offer], row: int = -1) -> None:
        """Show these with that row picked out, or none at -1; nothing to offer hides the list."""
        if not offers:
            self.hide()
            return
        listed = self._made()
        listed.clear()
        for offer in offers:
            item = QListWidgetItem(listed)
            item.setData(_OFFER, offer)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{offer.text} {offer.detail}".strip())
            item.setSizeHint(QSize(0, _ROW))
        listed.setCurrentRow(row)
        self._place()
        assert self._frame is not None
        self._frame.show()
        self._frame.raise_()

    def hide(self) -> None:
        """Put the list away."""
        if self._frame is not None and isValid(self._frame):
            self._frame.hide()

    def step(self, by: int) -> bool:
        """Pick out the next row, or the one before, round and round; False if there is no list."""
        listed = self._list
        if not self.shown or listed is None:
            return False
        row, count = listed.currentRow(), listed.count()
        listed.setCurrentRow((row + by) % count if row >= 0 or by > 0 else count - 1)
        announce(self._field, listed.currentItem().data(Qt.ItemDataRole.AccessibleTextRole))
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and self.shown:
            self._moved.start()  # the widget itself has not heard of it yet
        return False

    def _made(self) -> QListWidget:
        window = self._field.window()
        if self._list is not None and self._frame is not None and isValid(self._frame):
            if self._frame.parentWidget() is window:
                return self._list
            self._frame.deleteLater()
        self._frame = QFrame(window)
        self._frame.setProperty("role", "popover")
        self._list = QListWidget()
        self._list.setProperty("role", "plain")
        self._list.setAccessibleName(self._name)
        self._list.setFont(ui_font(13))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setMouseTracking(True)
        self._list.setItemDelegate(_OfferDelegate(self._list))
        self._list.itemPressed.connect(lambda item: self.chosen.emit(item.data(_OFFER)))
        box = QVBoxLayout(self._frame)
        box.setContentsMargins(_FRAME, _FRAME, _FRAME, _FRAME)
        box.addWidget(self._list)
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        above: QWidget | None = self._field
        while above is not None:
            above.installEventFilter(self)
            self._watched.append(above)
            above = None if above.isWindow() else above.parentWidget()
        return self._list

    def _place(self) -> None:
        """Beneath, or above where there is no room beneath; within the window."""
        frame, listed = self._frame, self._list
        if frame is None or listed is None:
            return
        window = self._field.window()
        place = self._place_of()
        place.moveTopLeft(self._field.mapTo(window, place.topLeft()))
        width = min(_WIDTH, window.width() - 2 * _GAP)
        height = min(_ROWS, listed.count()) * _ROW + 2 * _FRAME + 2
        top = place.bottom() + _GAP
        if top + height > window.height() - _GAP:
            top = max(_GAP, place.top() - _GAP - height)
        left = max(_GAP, min(place.left(), window.width() - width - _GAP))
        frame.setGeometry(left, top, width, height)

    def _forget(self) -> None:
        if self._frame is not None and isValid(self._frame):
            self._frame.deleteLater()
        self._frame = self._list = None


class _OfferDelegate(QStyledItemDelegate):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        ready = QStyleOptionViewItem(option)
        self.initStyleOption(ready, index)
        offer: Offer = index.data(_OFFER)
        paint_row(painter, ready, offer.text, offer.detail)
