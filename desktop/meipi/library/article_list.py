"""The list of articles: what keys and mouse do on it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from meipi.library.model import ArticleModel
from meipi.library.row import ArticleDelegate
from meipi.support.long_list import LongList
from meipi.support.row_list import RowList
from meipi.support.translation import tr
from meipi.workspace import ArticleInfo

_MODIFIED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class ArticleList(LongList):
    """Arrows move, with Shift they select several; Enter opens, F2 edits the details, S stars, G tags, Del
    removes, / filters, Esc leaves. Other letters stay commands of the window."""

    OWN_KEYS = RowList.OWN_KEYS | {Qt.Key.Key_F2, Qt.Key.Key_S, Qt.Key.Key_G, Qt.Key.Key_Slash}

    chosen = Signal(int)
    """The id of the article to open."""
    asked = Signal(str)
    """What to do with the selected articles: "edit", "star", "tag" or "remove"."""
    filter_wanted = Signal()
    left = Signal()

    def __init__(self, model: ArticleModel, delegate: ArticleDelegate, parent: QWidget | None = None) -> None:
        super().__init__(model, delegate, parent)
        self._articles = model
        self.setAccessibleName(tr("Library"))
        self.setFrameShape(QFrame.Shape.NoFrame)

    @property
    def selected(self) -> list[ArticleInfo]:
        """The selected articles, each once, in the order of the list; the current one if none is."""
        indexes = sorted(self.selectedIndexes(), key=lambda index: index.row()) or [self.currentIndex()]
        infos = {info.id: info for index in indexes if (info := self._articles.info_at(index)) is not None}
        return [*infos.values()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = {
            Qt.Key.Key_F2: "edit",
            Qt.Key.Key_S: "star",
            Qt.Key.Key_G: "tag",
            Qt.Key.Key_Delete: "remove",
        }.get(Qt.Key(event.key()))
        info = self._articles.info_at(self.currentIndex())
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not self.is_own_key(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Slash:
            self.filter_wanted.emit()
        elif asked is not None:
            if self.selected:
                self.asked.emit(asked)
        elif info is not None:
            self.chosen.emit(info.id)

    def action_under(self, event: QMouseEvent) -> tuple[int, str] | None:
        """A click opens the article; with Ctrl or Shift it selects."""
        info = self._articles.info_at(self.indexAt(event.position().toPoint()))
        return None if info is None or event.modifiers() & _MODIFIED else (info.id, "open")

    def act(self, which: int, action: str) -> None:
        self.chosen.emit(which)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos()) if event.reason() == event.Reason.Mouse else self.currentIndex()
        if self._articles.info_at(index) is None:
            return
        if not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        place = event.pos() if event.reason() == event.Reason.Mouse else self.visualRect(index).center()
        self._menu(place)

    def _menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = self.selected
        starred = all(info.starred for info in chosen)
        if len(chosen) == 1:
            menu.addAction(tr("Open"), lambda: self.chosen.emit(chosen[0].id))
            menu.addAction(tr("Details…") + "\tF2", lambda: self.asked.emit("edit"))
        star = tr("Take the star away") if starred else tr("Star")
        menu.addAction(f"{star}\tS", lambda: self.asked.emit("star"))
        menu.addAction(tr("Tags…") + "\tG", lambda: self.asked.emit("tag"))
        menu.addSeparator()
        menu.addAction(tr("Remove") + "\tDel", lambda: self.asked.emit("remove"))
        menu.popup(self.viewport().mapToGlobal(place))
