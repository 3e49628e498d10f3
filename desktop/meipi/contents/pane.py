"""The contents of the open article, in the right pane."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from meipi.contents.model import ContentsModel
from meipi.contents.row import ContentsDelegate
from meipi.contents.sections import Ribbon, heads_of, sections_of
from meipi.support.empty_note import EmptyNote
from meipi.support.filter_line import FilterLine
from meipi.support.row_list import RowList
from meipi.support.theme import Theme
from meipi.support.translation import tr
from meipi.workspace import Article, Workspace

_SIDE = 12
_MANY = 12
"""With more sections than these there is a line in which to look for one."""


class ContentsPane(QWidget):
    """A row a section, the reader's own one lit up. What it shows is read when it is seen, not before."""

    place_wanted = Signal(int)
    """The reader wants to see the section that begins at this code point."""
    left = Signal()
    """The page may have the focus again."""
    counted = Signal(int)
    """How many sections there are."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._stale = True
        self._offset = 0
        """Where the reader is."""
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = ContentsModel(self)
        self._delegate = ContentsDelegate(self.model, theme, self)
        self.list = SectionList(self.model, self._delegate)
        self.filter = FilterLine(theme, tr("Filter sections"))
        self._filter_room = QWidget()
        room = QVBoxLayout(self._filter_room)
        room.setContentsMargins(_SIDE, 10, _SIDE, 6)
        room.addWidget(self.filter)
        self._empty = EmptyNote()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._filter_room)
        box.addWidget(self._stack, 1)

        self.filter.textChanged.connect(self._look_for)
        self.filter.done.connect(self.focus_list)
        self.filter.left.connect(self.left)
        self.list.chosen.connect(self._choose)
        self.list.removed.connect(self._remove)
        self.list.filter_wanted.connect(self._to_filter)
        self.list.left.connect(self.left)
        workspace.article_opened.connect(self._article_opened)
        workspace.changed.connect(self._refresh)
        self._article_opened(workspace.article)

    # What others call

    def focus_list(self) -> None:
        """Give the keys to the list, at the section that the reader is in."""
        self._show_if_stale()
        if not self.list.currentIndex().isValid() and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(max(0, self.model.here)))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, offset: int) -> None:
        """The first code point in view is another."""
        self._offset = offset
        article = self._workspace.article
        if article is None or self._stale:
            return
        if self.model.follow(offset, article.furthest) and not self.list.hasFocus():
            self._light_up()

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours from now on."""
        self._delegate.theme = theme
        self.filter.set_theme(theme)
        self.list.viewport().update()

    # Following the workspace

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_if_stale()

    def _article_opened(self, article: Article | None) -> None:
        self._delegate.region = "SC" if article and article.script == "simplified" else "TC"
        self.filter.clear()
        self._offset = article.position if article else 0
        self.tell()
        self._grow_stale()

    def _refresh(self, kinds: frozenset[str]) -> None:
        if kinds & {"articles", "marks", "bookmarks"}:
            self._grow_stale()

    def tell(self) -> None:
        """Count, and say how many there are."""
        article = self._workspace.article
        self.counted.emit(len(heads_of(article.text, self._workspace.blocks())) if article else 0)

    def _grow_stale(self) -> None:
        self._stale = True
        if self.isVisible():
            self._show_if_stale()

    def _show_if_stale(self) -> None:
        if not self._stale:
            return
        self._stale = False
        workspace, article = self._workspace, self._workspace.article
        sections = sections_of(article.text, workspace.blocks(), article.title) if article else ()
        self.model.show(sections, workspace.marks, workspace.bookmarks)
        self._filter_room.setVisible(len(sections) > _MANY)
        if article is not None:
            self.model.follow(self._offset, article.furthest)
        self._light_up()
        self._show_empty()

    def _light_up(self) -> None:
        """Make the reader's section the current row, and bring it into view."""
        index = self.model.index(self.model.here) if self.model.here >= 0 else QModelIndex()
        self.list.setCurrentIndex(index)
        if index.isValid():
            self.list.scrollTo(index)

    def _show_empty(self) -> None:
        if self._workspace.article is None:
            self._empty.setText(tr("No article is open. Its sections will be here."))
        else:
            self._empty.setText(tr("No section matches."))
        self._stack.setCurrentWidget(self.list if self.model.rowCount() else self._empty)

    # What the reader does

    def _to_filter(self) -> None:
        if self._filter_room.isVisible():
            self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _look_for(self, text: str) -> None:
        self.model.look_for(text)
        self._show_empty()

    def _choose(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        self.place_wanted.emit(row.start if isinstance(row, Ribbon) else row.section.start)

    def _remove(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if isinstance(row, Ribbon):
            self._workspace.bookmarking.toggle((row.start, row.start + 1))


class SectionList(RowList):
    """Arrows move, Enter or a click goes there, Del takes a bookmark away, / filters, Esc leaves; letters are
    commands."""

    OWN_KEYS = RowList.OWN_KEYS | {Qt.Key.Key_Slash}
    chosen = Signal(QModelIndex)
    removed = Signal(QModelIndex)
    filter_wanted = Signal()
    left = Signal()

    def __init__(
        self, model: ContentsModel, delegate: ContentsDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, delegate, 344, 40, parent)
        self.setAccessibleName(tr("Contents"))
        self.clicked.connect(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if index.isValid():
                self.chosen.emit(index)
            case Qt.Key.Key_Delete:
                if index.isValid():
                    self.removed.emit(index)
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Slash:
                self.filter_wanted.emit()
            case _:
                super().keyPressEvent(event)
