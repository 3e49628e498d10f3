"""The menu in which the reader chooses how the library is arranged."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from meipi.library.arranging import GROUPS, ORDERS, Group, Order
from meipi.support.settings import Settings
from meipi.support.translation import tr, tr_noop

_ORDERS: dict[Order, str] = {
    "opened": tr_noop("Last read"),
    "added": tr_noop("Added last"),
    "date": tr_noop("Date of the article"),
    "pinyin": tr_noop("Title, by pinyin"),
    "strokes": tr_noop("Title, by strokes"),
    "progress": tr_noop("How far it is read"),
    "notes": tr_noop("Most notes"),
}
_GROUPS: dict[Group, str] = {
    "none": tr_noop("No groups"),
    "source": tr_noop("Group by source"),
    "tag": tr_noop("Group by tag"),
    "state": tr_noop("Unread, begun, finished"),
}


class ArrangeMenu(QMenu):
    """An order and a grouping, kept in the settings; and the way to the filter."""

    changed = Signal()
    """Another order or grouping was chosen."""
    filter_wanted = Signal()

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self.addAction(tr("Filter the library") + "\t/", self.filter_wanted.emit)
        self.addSeparator()
        self._add("library.order", ORDERS, [tr(_ORDERS[order]) for order in ORDERS])
        self.addSeparator()
        self._add("library.group", GROUPS, [tr(_GROUPS[group]) for group in GROUPS])

    @property
    def order(self) -> Order:
        """The order that is chosen."""
        return cast(Order, self._settings.get("library.order"))

    @property
    def group(self) -> Group:
        """The grouping that is chosen."""
        return cast(Group, self._settings.get("library.group"))

    def _add(self, key: str, values: tuple[str, ...], names: list[str]) -> None:
        group = QActionGroup(self)
        for value, name in zip(values, names, strict=True):
            action = QAction(name, self, checkable=True, checked=self._settings.read(key) == value)
            action.triggered.connect(lambda _checked=False, chosen=value: self._choose(key, chosen))
            group.addAction(action)
            self.addAction(action)

    def _choose(self, key: str, value: str) -> None:
        self._settings.write(key, value)
        self.changed.emit()
