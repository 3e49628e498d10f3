"""The left pane: the library."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from meipi.library.arrange_menu import ArrangeMenu
from meipi.library.article_list import ArticleList
from meipi.library.bin_view import BinView
from meipi.library.dropping import sources, takes
from meipi.library.ghosts import Ghosts
from meipi.library.model import ArticleModel
from meipi.library.row import ArticleDelegate
from meipi.support.empty_note import EmptyNote
from meipi.support.filter_line import FilterLine
from meipi.support.icons import icon, pixmap
from meipi.support.settings import Settings
from meipi.support.theme import Theme
from meipi.support.translation import tr
from meipi.workspace import Article, Workspace

_HEAD = 44
_SIDE = 16


class LibraryPane(QWidget):
    """All articles, and the bin. Files and links can be dropped anywhere on it."""

    article_chosen = Signal(int)
    """The id of the article to open."""
    dropped = Signal(list)
    """A list of files and folders (`Path`) and of addresses (`str`)."""
    details_wanted = Signal(int)
    """The reader wants to edit what is known of the article with this id."""
    tags_wanted = Signal(list)
    """The reader wants to change the tags of the articles with these ids."""
    left = Signal()
    """The page may have the focus again."""

    def __init__(
        self, workspace: Workspace, settings: Settings, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.model = ArticleModel(self)
        self._delegate = ArticleDelegate(self.model, theme, self)
        self.list = ArticleList(self.model, self._delegate)
        self.arrange = ArrangeMenu(settings, self)
        self.model.order, self.model.group = self.arrange.order, self.arrange.group
        self.bin = BinView(workspace, theme)
        self._count = QLabel()
        self._count.setProperty("role", "small")
        self._arrange, self._add, self._bin = (self._tool() for _ in range(3))
        self._arrange.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._arrange.setMenu(self.arrange)
        self._name(self._arrange, tr("Order and groups"))
        self._name(self._bin, tr("Bin"))
        self.filter = FilterLine(theme, tr("Filter the library"))
        self._folder = QLabel()
        self._ghosts = Ghosts(
            theme, tr("Articles you add appear here with their source, date, progress and note counts.")
        )
        self._none = EmptyNote(tr("No article matches."))
        self._stack = QStackedWidget()
        for page in (self.list, self._ghosts, self._none):
            self._stack.addWidget(page)
        self._whole = QStackedWidget()
        self._whole.addWidget(self._shelf())
        self._whole.addWidget(self.bin)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._whole)
        self.set_theme(theme)
        self._connect()
        self._delegate.open_id = workspace.article.id if workspace.article else None
        self._show_opened()

    def _shelf(self) -> QWidget:
        shelf = QWidget()
        box = QVBoxLayout(shelf)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self._filter_room = QWidget()
        room = QHBoxLayout(self._filter_room)
        room.setContentsMargins(12, 0, 12, 8)
        room.addWidget(self.filter)
        self._filter_room.hide()
        box.addWidget(self._head())
        box.addWidget(self._filter_room)
        box.addWidget(self._stack, 1)
        box.addWidget(self._foot())
        return shelf

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
        row.addWidget(self._arrange)
        row.addWidget(self._add)
        return head

    def _foot(self) -> QWidget:
        foot = QWidget()
        foot.setFixedHeight(_HEAD)
        row = QHBoxLayout(foot)
        row.setContentsMargins(_SIDE, 0, 8, 0)
        row.setSpacing(6)
        hint = QLabel(tr("Drop a file or link here"))
        hint.setProperty("role", "soft")
        hint.setWordWrap(True)
        row.addWidget(self._folder)
        row.addWidget(hint, 1)
        row.addWidget(self._bin)
        return foot

    def _tool(self) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "icon")
        return button

    def _name(self, button: QToolButton, name: str) -> None:
        button.setToolTip(name)
        button.setAccessibleName(name)

    def _connect(self) -> None:
        workspace = self._workspace
        self.list.chosen.connect(self.article_chosen)
        self.list.asked.connect(self._do)
        self.list.filter_wanted.connect(self.to_filter)
        self.list.left.connect(self.left)
        self.filter.textChanged.connect(self._look_for)
        self.filter.done.connect(self.focus_list)
        self.filter.left.connect(self._close_filter)
        self.arrange.changed.connect(self._arrange_anew)
        self.arrange.filter_wanted.connect(self.to_filter)
        self._bin.clicked.connect(self.show_bin)
        self.bin.closed.connect(self._close_bin)
        workspace.article_opened.connect(self._article_opened)
        workspace.changed.connect(self._changed)

    # What others call

    def set_add_action(self, action: QAction) -> None:
        """Let the button above the list do this; called once."""
        self._name(self._add, action.toolTip())
        self._add.setAccessibleName(action.text().replace("&", ""))
        self._add.clicked.connect(action.trigger)

    def focus_list(self) -> None:
        """Give the keys to the list of articles, or to what is shown in its place."""
        if self._whole.currentWidget() is self.bin:
            self.bin.focus_list()
            return
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._first())
        (self.list if self.model.rowCount() else self._add).setFocus(Qt.FocusReason.OtherFocusReason)

    def to_filter(self) -> None:
        """Show the line in which to look for an article, and give it the keys."""
        self._filter_room.show()
        self.filter.selectAll()
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_bin(self) -> None:
        """Show the bin in the place of the articles, and give it the keys."""
        self.bin.refresh()
        self._whole.setCurrentWidget(self.bin)
        self.bin.focus_list()

    def refresh_open(self) -> None:
        """Read again what is known of the open article: its marks, or how far it is read. Of thousands the
        others are not read anew for that."""
        info = self._workspace.details(self._delegate.open_id)
        if info is not None:
            self.model.put(info)

    def refresh(self) -> None:
        """Read the whole list again."""
        infos = self._workspace.articles()
        current = self.model.info_at(self.list.currentIndex())
        before = self.list.currentIndex().row()
        self.model.show(infos)
        row = self.model.row_of(current.id if current else None)
        if current is not None and row >= 0 and self.model.info_at(self.model.index(before)) == current:
            row = before  # of an article that stands in two groups, the row that it was in
        if row < 0:
            row = self.model.row_of(self._delegate.open_id)
        if self.list.currentIndex().row() != row:
            self.list.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())
        self._count.setText(f"{len(infos):,}")
        self._show_stack()

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours from now on."""
        self._delegate.theme = theme
        self._ghosts.set_theme(theme)
        self.filter.set_theme(theme)
        self.bin.set_theme(theme)
        self._arrange.setIcon(icon("filter", theme.soft))
        self._add.setIcon(icon("add", theme.soft))
        self._bin.setIcon(icon("delete", theme.soft))
        self._folder.setPixmap(pixmap("folder", theme.soft, 16, self.devicePixelRatioF()))
        self.list.viewport().update()

    # What the reader does

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        takes(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if takes(event):
            self.dropped.emit(sources(event.mimeData()))

    def _close_filter(self) -> None:
        self._filter_room.hide()
        self.focus_list()

    def _do(self, asked: str) -> None:
        chosen, shelf = self.list.selected, self._workspace.shelf
        ids = [info.id for info in chosen]
        match asked:
            case "edit":
                self.details_wanted.emit(ids[0])
            case "tag":
                self.tags_wanted.emit(ids)
            case "star":
                shelf.star(ids, not all(info.starred for info in chosen))
            case "remove":
                shelf.remove(ids)

    def _look_for(self, text: str) -> None:
        self.model.typed = text
        self._arrange_anew()

    def _arrange_anew(self) -> None:
        current = self.model.info_at(self.list.currentIndex())
        self.model.order, self.model.group = self.arrange.order, self.arrange.group
        self.model.arrange()
        row = self.model.row_of(current.id if current else self._delegate.open_id)
        self.list.setCurrentIndex(self.model.index(row) if row >= 0 else self._first())
        self._show_stack()

    def _first(self) -> QModelIndex:
        """The first article of the list."""
        rows = (self.model.index(row) for row in range(self.model.rowCount()))
        return next((index for index in rows if self.model.info_at(index)), QModelIndex())

    def _close_bin(self) -> None:
        self._whole.setCurrentIndex(0)
        self.focus_list()

    # Following the workspace

    def _show_stack(self) -> None:
        empty = self._none if self.model.count else self._ghosts
        self._stack.setCurrentWidget(self.list if self.model.rowCount() else empty)

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
        if "articles" in kinds:
            self.refresh()
        elif "marks" in kinds:
            self.refresh_open()
        if kinds & {"articles", "marks"} and self._whole.currentWidget() is self.bin:
            self.bin.refresh()
