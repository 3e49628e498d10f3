"""The sheet in which everything is searched: texts, titles, notes and tags of all articles."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QVBoxLayout, QWidget

from meipi.support.announcing import announce
from meipi.support.filter_line import SearchLine
from meipi.support.long_list import LongList
from meipi.support.theme import Theme
from meipi.support.translation import counted, tr
from meipi.window.overlay import EDGE, Overlay
from meipi.window.search_rows import SearchDelegate, SearchModel, Spot
from meipi.workspace.searching import Results, Searching

_WIDTH, _HEIGHT, _TOP = 720, 640, 56
_EMPTY = 124
_PAUSE_MS = 60
"""So long after a letter the next one may still come: what is half typed is not looked for."""


class SearchList(LongList):
    """A click goes to a place. The keys come from the field."""

    chosen = Signal(QModelIndex)

    def action_under(self, event: QMouseEvent) -> tuple[int, str] | None:
        index = self.indexAt(event.position().toPoint())
        return (index.row(), "open") if index.flags() & Qt.ItemFlag.ItemIsSelectable else None

    def act(self, which: int, action: str) -> None:
        self.chosen.emit(self.model().index(which, 0))


class SearchSheet(Overlay):
    """A field, and what is found as one types. Down and Up go through the places, Enter opens one."""

    place_wanted = Signal(object)
    """The `Spot` that the reader wants to see."""

    def __init__(self, parent: QWidget, searching: Searching, theme: Theme) -> None:
        super().__init__(parent, theme)
        self._searching = searching
        self._results: Results | None = None
        self._more_asked = 0
        self.field = SearchLine(theme, tr("Search everything"))
        self.field.setPlaceholderText(tr("Search all texts, titles, notes and tags"))
        self.told = QLabel()
        self.told.setProperty("role", "soft")
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.model = SearchModel(self)
        self._delegate = SearchDelegate(self.model, theme, self)
        self.list = SearchList(self.model, self._delegate)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(tr("Places"))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        box = QVBoxLayout(self.sheet)
        box.setContentsMargins(12, 12, 12, 12)
        box.setSpacing(8)
        box.addWidget(self.field)
        box.addWidget(self.told)
        box.addWidget(self.list, 1)
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)
        self._pause.timeout.connect(self._ask)
        self.list.chosen.connect(self._open)
        self.list.verticalScrollBar().valueChanged.connect(lambda _value: self._ask_more())
        searching.found.connect(self._show)
        searching.taken_up.connect(self._tell_progress)
        self._tell()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        super().set_theme(theme)
        self._delegate.theme = theme
        self.field.set_theme(theme)

    def prepare(self) -> None:
        """What was looked for last is there still, and looked for anew: the library may be another."""
        self.field.selectAll()
        self._ask()

    def place(self) -> None:
        """Centred, near the top; without results no higher than what is told."""
        width = min(_WIDTH, self.width() - 2 * EDGE)
        height = min(_HEIGHT if self.model.rowCount() else _EMPTY, self.height() - _TOP - EDGE)
        self.sheet.setGeometry(QRect((self.width() - width) // 2, _TOP, width, height))
        self.update()

    def first_field(self) -> QWidget:
        """The field."""
        return self.field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._field_key(event)
        return super().eventFilter(watched, event)

    def _field_key(self, event: QKeyEvent) -> bool:
        """True if the key was for the list, not for the field."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if self._pause.isActive():
                    self._ask()
                self._open(self.list.currentIndex())
            case Qt.Key.Key_Down | Qt.Key.Key_Up | Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                self.list.keyPressEvent(event)
                self._ask_more()
            case _:
                return False
        return True

    # Asking

    def _typed(self) -> None:
        self._pause.start()

    def _ask(self) -> None:
        self._pause.stop()
        self._more_asked = 0
        query = self.field.text()
        if query.strip():
            self._searching.ask(query)
        else:
            self._searching.drop()
            self._results = None
            self.model.show(())
        self._tell()

    def _ask_more(self) -> None:
        """The places of more articles, once the end of those that are there is near."""
        found, bar = self._results, self.list.verticalScrollBar()
        if found is None or bar.value() + 2 * bar.pageStep() < bar.maximum():
            return
        have = found.skip + len(found.results)
        if found.results and have < found.articles and have > self._more_asked:
            self._more_asked = have
            self._searching.ask(found.query, have)

    def _show(self, found: Results) -> None:
        if not self.isVisible() or found.query != self.field.text():
            return
        self._results = found
        if found.skip:
            self.model.add(found.results)
            return
        self.model.show(found.results)
        self._tell()
        # In its new size first: in none, even the first row would have to be scrolled to.
        box = self.sheet.layout()
        assert box is not None
        box.activate()
        if self.model.rowCount() > 1:
            self.list.setCurrentIndex(self.model.index(1))
            self.list.scrollToTop()
        announce(self.list, self.told.text())

    # Telling

    def _tell(self) -> None:
        found = self._results
        self.list.setVisible(bool(self.model.rowCount()))
        self.place()
        if not self.field.text().strip():
            self.told.setText(
                tr(
                    "Hanzi in either script, pinyin with or without tones, or initials: "
                    "鹽湖, 盐湖, yanhu, YH.\n“a phrase”, -not, tag:, source:, speaker:, colour:, in:notes"
                )
            )
        elif found is None:
            self.told.setText(tr("Searching…"))
        elif found.articles:
            self.told.setText(counted(found.articles, tr("In {n} article"), tr("In {n} articles")))
        else:
            self.told.setText(tr("Nothing found"))

    def _tell_progress(self, done: int, due: int) -> None:
        if self.isVisible() and due:
            share = round(100 * done / max(1, done + due))
            self.told.setText(tr("The index is being made: {n} %").format(n=share))

    def _open(self, index: QModelIndex) -> None:
        spot = index.data(SearchModel.ROW) if index.isValid() else None
        if isinstance(spot, Spot):
            self.close_sheet()
            self.place_wanted.emit(spot)
