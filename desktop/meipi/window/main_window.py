"""The main window: toolbar, library, page, notes and status bar, and what is laid over them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from meipi.reading.page import Page
from meipi.reading.spoken import scope_named
from meipi.support.jobs import Jobs
from meipi.support.settings import Settings
from meipi.support.stylesheet import page_sheet, palette, stylesheet
from meipi.support.theme import Theme
from meipi.support.translation import tr
from meipi.window.appearance import Appearance
from meipi.window.frame import Frame
from meipi.workspace import Article, Said, Workspace
from meipi.workspace.dictionaries import Dictionaries
from meipi.workspace.viewing import Viewing

if TYPE_CHECKING:
    from meipi.contents.pane import ContentsPane
    from meipi.library.first_run import FirstRun
    from meipi.library.pane import LibraryPane
    from meipi.library.problem import Problem
    from meipi.notes.pane import NotesPane
    from meipi.reading.highlight_bar import HighlightBar
    from meipi.reading.looked_up_word import LookedUpWord
    from meipi.vocabulary.pane import WordsPane
    from meipi.window.actions import Actions
    from meipi.window.desk import Desk
    from meipi.window.find_desk import FindDesk
    from meipi.window.panes import Panes
    from meipi.window.sheets import Sheets
    from meipi.window.status_bar import StatusBar
    from meipi.window.toast import Toast
    from meipi.window.toolbar import Toolbar
    from meipi.workspace.guard import Guard
    from meipi.workspace.searching import Searching

LEAST_SIZE = (760, 560)
_USUAL_SIZE = (1440, 900)


class MainWindow(QMainWindow):
    """Everything the reader sees. Built by `app`, which owns what it is given.

    At first it shows the page alone, in its place. `furnish` adds all the rest and must be called before
    anything but `page` is asked for and before the reader can press a key.
    """

    recovered = Signal(str)
    """There is a library again where a damaged one was; all is to be built anew, and the sentence said."""

    desk: Desk
    finder: FindDesk
    guard: Guard
    commands: Actions
    library: LibraryPane
    notes: NotesPane
    words: WordsPane
    contents: ContentsPane
    toolbar: Toolbar
    status: StatusBar
    bar: HighlightBar
    word: LookedUpWord
    toast: Toast
    panes: Panes
    sheets: Sheets

    def __init__(
        self,
        app: QApplication,
        workspace: Workspace,
        viewing: Viewing,
        settings: Settings,
        jobs: Jobs,
        dictionaries: Dictionaries,
        unopened: str = "",
        damaged: Path | None = None,
    ) -> None:
        """`unopened` tells the reader why there is no library, if there is none; `damaged` is one that may be
        recovered."""
        super().__init__()
        self._unopened, self._damaged = unopened, damaged
        self._app, self.workspace, self.viewing, self.settings = app, workspace, viewing, settings
        self._jobs, self.dictionaries = jobs, dictionaries
        self._look = Appearance(app, workspace, viewing)
        app.setPalette(palette(self._look.theme))
        app.setStyleSheet(page_sheet(self._look.theme))
        self._name(workspace.article)
        self.setMinimumSize(*LEAST_SIZE)
        # Before the page does, which would set the article twice: in a hidden page's size, then in its own.
        workspace.article_opened.connect(self._make_room)
        self.page = Page(workspace, viewing, jobs, self._look.theme)
        self._frame = Frame(self.page, settings)
        self.centre: QStackedWidget = self._frame.centre
        self.setCentralWidget(self._frame)
        self.furnished = False
        self._empty: FirstRun | Problem | None = None
        self.resize(*_USUAL_SIZE)
        geometry = settings.get("window.geometry")
        if geometry:
            self.restoreGeometry(QByteArray(geometry))
        self._fit_panes(self.width())
        self._frame.restore(self.width())
        if workspace.article is not None:
            self.to_page()

    def _name(self, article: Article | None) -> None:
        self.setWindowTitle(f"{article.title} — Meipi 眉批" if article else "Meipi 眉批")

    # -- furnishing ---------------------------------------------------------------------------------

    def furnish(self, searching: Searching) -> None:
        """Put everything around the page. What it takes is imported here: the first page needs none of it."""
        from meipi.contents.pane import ContentsPane
        from meipi.library.pane import LibraryPane
        from meipi.notes.pane import NotesPane
        from meipi.reading.highlight_bar import HighlightBar
        from meipi.reading.looked_up_word import LookedUpWord
        from meipi.vocabulary.pane import WordsPane
        from meipi.window.actions import Actions
        from meipi.window.desk import Desk
        from meipi.window.find_bar import FindBar
        from meipi.window.find_desk import FindDesk
        from meipi.window.focus_kept import FocusKept
        from meipi.window.focus_ring import FocusRing
        from meipi.window.needs import Needs
        from meipi.window.panes import Panes
        from meipi.window.peek import Peek
        from meipi.window.place_told import PlaceTold
        from meipi.window.script_told import ScriptTold
        from meipi.window.sheets import Sheets
        from meipi.window.status_bar import StatusBar
        from meipi.window.toast import Toast
        from meipi.window.toolbar import Toolbar
        from meipi.window.vocabulary_desk import VocabularyDesk
        from meipi.window.wiring import join
        from meipi.window.word_sheets import WordSheets
        from meipi.window.work_told import WorkTold
        from meipi.workspace.guard import Guard

        app, workspace, viewing, settings = self._app, self.workspace, self.viewing, self.settings
        page, theme = self.page, self._look.theme
        self.setAcceptDrops(True)
        page.setAccessibleName(tr("Article"))
        self.notes = NotesPane(workspace, theme)
        self.word = LookedUpWord(page, self._jobs, theme)
        sheets = WordSheets(self, workspace, viewing, settings, page, self.dictionaries)
        own = VocabularyDesk(sheets, workspace, viewing, page, self.word)
        self.guard = Guard(workspace, self._jobs)
        self.finder = FindDesk(FindBar(self.centre, theme), page, workspace, self._jobs)
        self.desk = Desk(
            self,
            workspace,
            viewing,
            settings,
            self._jobs,
            page,
            self.notes,
            self.word,
            own,
            self.finder,
            searching,
            app.clipboard(),
        )
        self.commands = Actions(self, self.desk, theme)
        self.library = LibraryPane(workspace, settings, theme)
        self.library.set_add_action(self.commands.by_id["file.open"])
        self.words = WordsPane(workspace, viewing, theme)
        offered = ("word.import_known", "word.know_levels", "word.export")
        self.words.set_actions([self.commands.by_id[name] for name in offered])
        self.contents = ContentsPane(workspace, theme)
        self.panes = Panes(app, settings, theme, self.library, self.notes, self.words, self.contents)
        buttons = ("word.save", "word.known", "word.fix_reading", "word.divide", "word.copy")
        self.word.card.add_buttons([self.commands.by_id[name] for name in buttons], page)
        for listed in (self.notes.list, self.library.list, self.words.list, self.contents.list):
            self.commands.act_in(listed)
        for widget in (page, *self.word.card.stops):
            self.commands.act_in(widget, page=widget is page, card=True)
        self.toolbar = Toolbar(self.commands, viewing, theme)
        self.status = StatusBar()
        self._script = ScriptTold(self.status, self._jobs)
        self._place = PlaceTold(page, workspace, self.status)
        WorkTold(workspace.versions, self.status)
        self._needs = Needs(workspace, page, self.word)
        self.bar = HighlightBar(page, theme)
        self.toast = Toast(self.centre, theme, motion=settings.get("window.motion"))
        self.sheets = Sheets(app, self)
        self._peek = Peek(page, workspace, viewing)
        self._ring = FocusRing(app, theme)
        self._ring.setParent(self)
        FocusKept(app, self, self.to_page)
        self._frame.fill(self.toolbar, self.library, self.panes.right, self.status)
        self.furnished = True
        self._connect()
        join(self)
        self.installEventFilter(self)
        self._apply_theme(theme)
        self.status.show_hints(self.commands.hints())
        self.toolbar.set_narrow(self.width())
        self._article_opened(workspace.article)

    def _connect(self) -> None:
        workspace = self.workspace
        workspace.article_opened.connect(self._article_opened)
        self.toast.left.connect(self.to_page)
        self.viewing.changed.connect(lambda _name: self._show_scope())
        workspace.changed.connect(self._changed)
        workspace.mark_chosen.connect(lambda _mark: self._allow())
        workspace.history_changed.connect(self._allow)
        workspace.said.connect(self.say)
        self.desk.said.connect(self.say)
        self._look.theme_changed.connect(self._apply_theme)
        self.page.selection_changed.connect(self._allow)
        self.word.changed.connect(self._allow)
        self._place.kept.connect(self.library.refresh_open)
        self.library.article_chosen.connect(self._choose_article)

    # -- what is shown ------------------------------------------------------------------------------

    def _make_room(self, article: Article | None) -> None:
        """Give the page the size that it has with an article."""
        if article is not None and self.furnished:
            self.centre.setCurrentWidget(self.page)
            self._fit_panes(self.width())

    def _article_opened(self, article: Article | None) -> None:
        if article is None:
            self._show_beginning()
            self.status.clear()
        else:
            self.settings.set("library.last_article", article.uid)
            self._script.open(article)
            self._show_scope()
            self._place.moved()
        self._name(article)
        self.toolbar.set_article_open(article is not None)
        self._fit_panes(self.width())
        self._allow()

    def _show_beginning(self) -> None:
        """What stands in the centre without an article: where to begin, or why one cannot."""
        if self._empty is None:
            self._empty = self._made_beginning()
        self.centre.addWidget(self._empty)
        self.centre.setCurrentWidget(self._empty)
        self._empty.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made_beginning(self) -> FirstRun | Problem:
        from meipi.window import beginning

        if self._unopened:
            ways = [self.commands.by_id["file.quit"]]
            if self._damaged is not None:
                recovery = beginning.recovery(self._damaged, self._jobs, self)
                recovery.said.connect(self.say)
                recovery.recovered.connect(self.recovered)
                ways = [*recovery.actions, *ways]
            return beginning.problem(self._look.theme, self._unopened, ways)
        made = beginning.first_run(self._look.theme, self.commands.by_id)
        made.sample_chosen.connect(self.open_sample)
        made.dropped.connect(self.desk.arrivals.open)
        return made

    def open_sample(self, number: int) -> None:
        """Add one of the sample articles and show it."""
        from meipi.window.beginning import read_sample

        self.workspace.add_drafts([read_sample(number)])
        self.to_page()

    def _choose_article(self, article_id: int) -> None:
        self._place.keep()
        self.workspace.open_article(article_id)

    def _changed(self, kinds: frozenset[str]) -> None:
        if "articles" in kinds:
            self._name(self.workspace.article)
            if self.workspace.article is None:
                self._article_opened(None)
        self._allow()

    def _apply_theme(self, theme: Theme) -> None:
        self._app.setPalette(palette(theme))
        self._app.setStyleSheet(stylesheet(theme))
        parts = (self.page, self.panes, self.commands, self.toolbar, self.bar, self.toast)
        for part in (*parts, self.word, self.finder, self._ring, self.sheets):
            part.set_theme(theme)
        if self._empty is not None:
            self._empty.set_theme(theme)

    def _allow(self) -> None:
        workspace = self.workspace
        self.commands.allow(self._needs.met())
        self.commands.name_steps(workspace.undo_text, workspace.redo_text)

    def _show_scope(self) -> None:
        self.status.show_readings(scope_named(self.viewing) if self.workspace.article else "")

    def say(self, said: Said) -> None:
        """Show a message over the page: with undo, or as a problem that stays."""
        if said.problem:
            self.toast.warn(said.text)
        else:
            self.toast.say(said.text, self.desk.undo if said.undoable else None)

    # -- what the desk asks -------------------------------------------------------------------------

    def set_motion(self, motion: bool) -> None:
        self.settings.set("window.motion", motion)
        self.toast.set_motion(motion)

    def toggle_full_screen(self) -> None:
        whole = not self.isFullScreen()
        self.toolbar.setVisible(not whole)
        self.status.setVisible(not whole)
        self._fit_panes(self.width(), hidden=whole)
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def focus_pane(self, name: str) -> None:
        """Show a pane and give it the keys; if it has them, hide it and go back to the page."""
        self.panes.focus(name, self.to_page)
        self._frame.remember_shown()

    def show_notes(self) -> None:
        self.panes.show("notes")
        self._frame.remember_shown()

    def show_bin(self) -> None:
        """Show what was thrown away, in the library's pane."""
        self.library.show()
        self.library.show_bin()
        self._frame.remember_shown()

    def to_page(self) -> None:
        """Give the keys to the page, or to what stands in its place."""
        (self.centre.currentWidget() or self.page).setFocus(Qt.FocusReason.OtherFocusReason)

    # -- events -------------------------------------------------------------------------------------

    def _fit_panes(self, width: int, *, hidden: bool = False) -> None:
        self._frame.fit(width, noted=self.workspace.article is not None, hidden=hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        old, new = event.oldSize().width(), event.size().width()
        if self.furnished:
            self.toolbar.set_narrow(new)
        if self._frame.fits_anew(old, new) and not self.isFullScreen():
            self._fit_panes(new)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Not `changeEvent` overridden: for its first event PySide6 loads all 40 classes of event.
        if watched is self and event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._place.keep()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What has the keys has no use for it: a button, a tab, a pane without rows.
        if event.key() == Qt.Key.Key_Escape:
            self.to_page()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from meipi.library.dropping import takes

        takes(event)

    def dropEvent(self, event: QDropEvent) -> None:
        from meipi.library.dropping import sources

        self.desk.arrivals.open(sources(event.mimeData()))
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.furnished:
            self._keep()
        self.settings.save()
        super().closeEvent(event)

    def _keep(self) -> None:
        """Keep what is being written, where the reader is, and how the window lies."""
        self.desk.arrivals.stop()
        self.notes.keep_draft()
        self._place.keep()
        if not self.isFullScreen():
            self._frame.remember_widths()
            self.settings.set("window.geometry", bytes(self.saveGeometry().data()))
