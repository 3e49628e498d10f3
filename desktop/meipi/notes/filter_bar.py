"""Above the list: which cards are shown, in what order, and how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from meipi.notes.arrangement import ORDERS, Filter, Order
from meipi.notes.chips import ChipRow
from meipi.support.filter_line import FilterLine
from meipi.support.icons import icon
from meipi.support.theme import Theme
from meipi.support.translation import tr

_SIDE = 12


class FilterBar(QWidget):
    """Chips for the colours, a line to type in, and a menu for the rest."""

    filter_changed = Signal(object)
    """The `Filter` that holds now."""
    order_chosen = Signal(str)
    """An `Order`."""
    grouping_chosen = Signal(bool)
    """Whether marks stand under the headings of their sections."""
    list_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = Filter()
        self.tags: Callable[[], Mapping[str, int]] = Counter
        """Gives the tags that there are, each with how many marks have it, when the menu is opened."""
        self.chips = ChipRow(theme, self)
        self.line = FilterLine(theme, tr("Filter notes"), self)
        self.more = QToolButton(self)
        self.more.setProperty("role", "icon")
        self.more.setToolTip(tr("Filter, order and groups"))
        self.more.setAccessibleName(tr("Filter, order and groups"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._tag_menu = QMenu(tr("Tag"), self)
        self._tag_menu.aboutToShow.connect(self._list_tags)
        self.unplaced = QAction(tr("To be placed or confirmed"), self, checkable=True)
        self.unplaced.toggled.connect(lambda on: self._set(replace(self.filter, unplaced=on)))
        self.grouped = QAction(tr("Group by section"), self, checkable=True)
        self.grouped.toggled.connect(self.grouping_chosen)
        self._all = QAction(tr("All marks"), self, checkable=True, checked=True)
        self._clearing = False
        self.more.setMenu(self._menu())
        self.told = QLabel()
        self.told.setProperty("role", "small")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.clear = QPushButton(tr("Show all"))
        self.clear.setProperty("role", "small")
        self.clear.clicked.connect(self.show_all)
        self._foot = QWidget()
        self._lay_out()
        self.set_theme(theme)
        self.chips.colour_chosen.connect(lambda colour: self._set(replace(self.filter, colour=colour)))
        self.line.textChanged.connect(lambda text: self._set(replace(self.filter, text=text.strip())))
        self.line.done.connect(self.list_wanted)
        self.line.left.connect(self.left)

    def _lay_out(self) -> None:
        search = QHBoxLayout()
        search.setContentsMargins(_SIDE, 0, _SIDE - 4, 6)
        search.setSpacing(3)
        search.addWidget(self.line, 1)
        search.addWidget(self.more)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(_SIDE + 4, 0, _SIDE, 2)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.clear)
        self._foot.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self.chips.setContentsMargins(_SIDE, 10, _SIDE, 6)
        box.addWidget(self.chips)
        box.addLayout(search)
        box.addWidget(self._foot)

    def _menu(self) -> QMenu:
        menu = QMenu(self.more)
        noted = QActionGroup(menu)
        with_note = QAction(tr("With a note"), menu, checkable=True)
        without = QAction(tr("Without a note"), menu, checkable=True)
        for action, wanted in ((self._all, None), (with_note, True), (without, False)):
            noted.addAction(action)
            menu.addAction(action)
            action.triggered.connect(lambda _=False, on=wanted: self._set(replace(self.filter, noted=on)))
        menu.addAction(self.unplaced)
        menu.addMenu(self._tag_menu)
        menu.addSeparator()
        orders = QActionGroup(menu)
        for order, name in ORDERS.items():
            action = QAction(tr(name), orders, checkable=True, checked=order == "place")
            action.triggered.connect(partial(self._order, order))
            menu.addAction(action)
        menu.addAction(self.grouped)
        return menu

    def _order(self, order: Order, _checked: bool = False) -> None:
        self.order_chosen.emit(order)

    # What others call

    def show_all(self) -> None:
        """Let every card pass."""
        self._clearing = True
        self._all.setChecked(True)
        self.chips.choose(None)
        self.line.clear()
        self.unplaced.setChecked(False)
        self._clearing = False
        self._set(Filter())

    def show_counts(self, colours: Mapping[str, int], shown: int) -> None:
        """How many marks there are of each colour, and how many are shown."""
        self.chips.set_counts(colours)
        every = sum(colours.values())
        parts = [tr("{shown} of {all}").format(shown=f"{shown:,}", all=f"{every:,}")]
        if self.filter.tag is not None:
            parts.append(f"#{self.filter.tag}")
        if self.filter.noted is not None:
            parts.append(tr("With a note") if self.filter.noted else tr("Without a note"))
        if self.filter.unplaced:
            parts.append(tr("To be placed or confirmed"))
        self.told.setText(" · ".join(parts))
        self._foot.setVisible(self.filter != Filter())

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self.chips.set_theme(theme)
        self.line.set_theme(theme)
        self.more.setIcon(icon("filter", theme.soft))

    # What the reader does

    def _set(self, filter_: Filter) -> None:
        if filter_ != self.filter and not self._clearing:
            self.filter = filter_
            self.filter_changed.emit(filter_)

    def _list_tags(self) -> None:
        """The tags of the marks, those in use most first."""
        menu = self._tag_menu
        menu.clear()
        group = QActionGroup(menu)
        tags = sorted(self.tags().items(), key=lambda each: (-each[1], each[0]))
        for tag, count in ((None, 0), *tags):
            text = tr("Any tag") if tag is None else f"{tag.replace('&', '&&')}\t{count:,}"
            action = QAction(text, group, checkable=True, checked=tag == self.filter.tag)
            action.triggered.connect(lambda _=False, chosen=tag: self._set(replace(self.filter, tag=chosen)))
            menu.addAction(action)
