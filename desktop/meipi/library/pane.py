"""The left pane: the library."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from meipi.library.dropping import local_files, takes
from meipi.library.ghosts import Ghosts
from meipi.library.model import ArticleModel
from meipi.library.row import ArticleDelegate
from meipi.support.icons import icon, pixmap
from meipi.support.row_list import RowList
from meipi.support.theme import Theme
from meipi.support.translation import tr
from meipi.workspace import Article, Workspace

_HEAD = 44
_SIDE = 16


class LibraryPane(QWidget):
    """All articles. A click or Enter opens one, Del removes it; files can be dropped anywhere on it."""

    article_chosen = Signal(int)
    """The id of the article to open."""
    files_dropped = Signal(list)
    """A list of `Path`."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.model = ArticleModel(self)
        self._delegate = ArticleDelegate(theme, self)
        self.list = ArticleList(self.model, self._delegate)
        self._count = QLabel()
        self._count.setProperty("role", "small")
        self._add = QToolButton()
        self._add.setProperty("role", "icon")
        self._folder = QLabel()
        self._ghosts = Ghosts(
            theme, tr("Articles you add appear here with their source, date, progress and note counts.")
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._ghosts)

        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._head())
        box.addWidget(self._stack, 1)
        box.addWidget(self._foot())
        self.set_theme(theme)

        self.list.chosen.connect(self.article_chosen)
        self.list.removed.connect(lambda article_id: workspace.shelf.remove([article_id]))
        workspace.article_opened.connect(self._article_opened)
        workspace.changed.connect(self._changed)
        self._delegate.open_id = workspace.article.id if workspace.article else None
        self._show_opened()

    def set_add_action(self, action: QAction) -> None:
        """Let the button above the list do this; called once."""
        self._add.setToolTip(action.toolTip())
        self._add.setAccessibleName(action.text().replace("&", ""))
        self._add.clicked.connect(action.trigger)

    def focus_list(self) -> None:
        """Give the keys to the list of articles."""
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))
        (self.list if self.model.rowCount() else self._add).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the list again: how far an article is read is no change that the workspace tells of."""
        infos = self._workspace.articles()
        current = self.list.currentIndex()
        kept = self.model.info_at(current).id if current.isValid() else None
        self.model.show(infos)
        row = self.model.row_of(kept)
        if row < 0:
            row = self.model.row_of(self._delegate.open_id)
        self.list.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())
        self._count.setText(f"{len(infos):,}")
        self._stack.setCurrentWidget(self.list if infos else self._ghosts)

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours from now on."""
        self._delegate.theme = theme
        self._ghosts.set_theme(theme)
        self._add.setIcon(icon("add", theme.soft))
        self._folder.setPixmap(pixmap("folder", theme.soft, 16, self.devicePixelRatioF()))
        self.list.viewport().update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        takes(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if takes(event):
            self.files_dropped.emit(local_files(event.mimeData()))

    def _head(self) -> QWidget:
        head = QWidget()
        head.setFixedHeight(_HEAD)
        row = QHBoxLayout(head)
        row.setContentsMargins(_SIDE, 0, 8, 0)
        row.setSpacing(8)
        name = QLabel(tr("Library"))
        name.setProperty("role", "strong")
        row.addWidget(name)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._add)
        return head

    def _foot(self) -> QWidget:
        foot = QWidget()
        foot.setFixedHeight(_HEAD)
        row = QHBoxLayout(foot)
        row.setContentsMargins(_SIDE, 0, _SIDE, 0)
        row.setSpacing(6)
        hint = QLabel(tr("Drop a file here"))
        hint.setProperty("role", "soft")
        row.addWidget(self._folder)
        row.addWidget(hint, 1)
        return foot

    def _article_opened(self, article: Article | None) -> None:
        self._delegate.open_id = article.id if article else None
        # The time at which it was opened, which orders the list, is written after this.
        QTimer.singleShot(0, self, self._show_opened)

    def _show_opened(self) -> None:
        self.refresh()
        row = self.model.row_of(self._delegate.open_id)
        self.list.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())
        # The title of the open article is bold, which may take it to another line.
        self.list.scheduleDelayedItemsLayout()

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & {"articles", "marks"}:
            self.refresh()


class ArticleList(RowList):
    """Arrows move, Enter opens, Del removes; letters stay commands of the window."""

    chosen = Signal(int)
    removed = Signal(int)

    def __init__(self, model: ArticleModel, delegate: ArticleDelegate, parent: QWidget | None = None) -> None:
        super().__init__(model, delegate, 256, 32, parent)
        self.setAccessibleName(tr("Library"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.clicked.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if index.isValid():
                self._choose(index)
            case Qt.Key.Key_Delete if index.isValid():
                self.removed.emit(index.data(ArticleModel.INFO).id)
            case _:
                super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(ArticleModel.INFO).id)
