"""What the commands do: the desk at which the reader sits, with the page, the panes and the workspace.

Each method is one command or a part of one; it takes what is selected and chosen now.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QClipboard

from meipi.language.span import Span
from meipi.notes.pane import NotesPane
from meipi.reading.looked_up_word import LookedUpWord
from meipi.reading.page import Page
from meipi.support.jobs import Jobs
from meipi.support.settings import Settings
from meipi.support.translation import tr
from meipi.window.arrival_desk import ArrivalDesk
from meipi.window.bookmark_desk import BookmarkDesk
from meipi.window.find_desk import FindDesk
from meipi.window.journey import Journey
from meipi.window.link_desk import LinkDesk
from meipi.window.mark_desk import MarkDesk
from meipi.window.quote_desk import QuoteDesk
from meipi.window.search_desk import SearchDesk
from meipi.window.sheets import Sheets
from meipi.window.shelf_desk import ShelfDesk
from meipi.window.version_desk import VersionDesk
from meipi.window.vocabulary_desk import VocabularyDesk
from meipi.window.word_desk import WordDesk
from meipi.workspace import Said, Workspace
from meipi.workspace.searching import Searching
from meipi.workspace.viewing import SIMPLIFIED, SOURCE, Viewing

USUAL_SIZE = 20
_PEEK_MS = 1_500


class Window(Protocol):
    """What the desk asks of the window it stands in."""

    @property
    def sheets(self) -> Sheets: ...
    def set_motion(self, motion: bool) -> None: ...
    def toggle_full_screen(self) -> None: ...
    def focus_pane(self, name: str) -> None: ...
    def show_notes(self) -> None: ...
    def show_bin(self) -> None: ...
    def close(self) -> bool: ...


class Desk(QObject):
    """Joins the parts of the window into commands."""

    said = Signal(object)
    """A `Said`: something that no change of the workspace tells."""

    def __init__(
        self,
        window: Window,
        workspace: Workspace,
        viewing: Viewing,
        settings: Settings,
        jobs: Jobs,
        page: Page,
        notes: NotesPane,
        word: LookedUpWord,
        vocabulary: VocabularyDesk,
        find: FindDesk,
        searching: Searching,
        clipboard: QClipboard,
    ) -> None:
        super().__init__()
        self._window, self._workspace, self._viewing = window, workspace, viewing
        self._settings, self._jobs, self._clipboard = settings, jobs, clipboard
        self._page = page
        self.words = WordDesk(page, workspace, word, clipboard, self.said.emit, vocabulary.ask_reading)
        self.vocabulary, self.find = vocabulary, find
        self.shelf = ShelfDesk(workspace, lambda: window.sheets, window.show_bin)
        self.journey = Journey(page, workspace, self.said.emit)
        find.began.connect(self.journey.begin)
        find.arrived.connect(self.journey.arrive)
        self.bookmarks = BookmarkDesk(page, workspace, self.journey, self.said.emit)
        self.quotes = QuoteDesk(page, workspace, jobs, self.journey, self.said.emit)
        self.search = SearchDesk(
            workspace,
            searching,
            page,
            self.journey,
            lambda found: window.sheets.search(found),
            window.show_notes,
            self.said.emit,
        )
        self.marking = MarkDesk(
            page, workspace, settings, notes, self.journey, clipboard, window.show_notes, self.said.emit
        )
        self.links = LinkDesk(page, workspace, self.journey, window.show_notes, self.said.emit)
        notes.link_opened.connect(self.links.open)
        page.note_link_opened.connect(self.links.open)
        self.versions = VersionDesk(
            lambda: window.sheets.versions,
            page,
            workspace,
            viewing,
            clipboard,
            self.said.emit,
            self.marking.jump,
        )
        self.arrivals = ArrivalDesk(
            lambda: window.sheets.arrivals,
            page,
            workspace,
            settings,
            jobs,
            clipboard,
            self.said.emit,
            self.versions.keep_place,
            self,
        )
        self._peeking = QTimer(self, singleShot=True, interval=_PEEK_MS)
        self._peeking.timeout.connect(viewing.end_peek)

    # -- files --------------------------------------------------------------------------------------

    def export(self) -> None:
        self._window.sheets.export()

    def restore(self) -> None:
        self._window.sheets.restore()

    def remove_article(self) -> None:
        if self._workspace.article is not None:
            self._workspace.shelf.remove([self._workspace.article.id])

    def quit(self) -> None:
        self._window.close()

    # -- editing ------------------------------------------------------------------------------------

    def undo(self) -> None:
        self._workspace.undo()

    def redo(self) -> None:
        self._workspace.redo()

    def copy(self) -> None:
        if self._page.selection is not None:
            self._clipboard.setText(self._page.shown_text(self._page.selection))
            self.said.emit(Said(tr("Copied")))

    def copy_source(self) -> None:
        article, span = self._workspace.article, self._page.selection
        if article is not None and span is not None:
            self._clipboard.setText(article.text[span.start : span.end])
            self.said.emit(Said(tr("Copied as in the source")))

    def select_all(self) -> None:
        if self._workspace.article is not None:
            self._page.set_selection(Span(0, len(self._workspace.article.text)))

    def except_selection(self) -> None:
        self._window.sheets.exception()

    def exceptions(self) -> None:
        self._window.sheets.exceptions()

    def all_tags(self) -> None:
        self._window.sheets.tags()

    # -- going about --------------------------------------------------------------------------------

    def page_down(self) -> None:
        self._page.scroll_page(True)

    def page_up(self) -> None:
        self._page.scroll_page(False)

    def line_down(self) -> None:
        self._page.scroll_lines(1)

    def line_up(self) -> None:
        self._page.scroll_lines(-1)

    def next_section(self) -> None:
        here = self._page.first_visible()
        self._go_to_heading(lambda starts: next((start for start in starts if start > here), None))

    def previous_section(self) -> None:
        here = self._page.first_visible()
        self._go_to_heading(lambda starts: next((start for start in reversed(starts) if start < here), None))

    def go_to_section(self, start: int) -> None:
        """Show the section that begins at a code point."""
        with self.journey.jump():
            self._page.bring_to_top(start)
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_heading(self, choose: Callable[[list[int]], int | None]) -> None:
        blocks = self._workspace.blocks()
        start = choose([block.start for block in blocks if block.kind in ("title", "heading")])
        if start is not None:
            with self.journey.jump():
                self._page.bring_to_top(start)

    def go_to_word(self, article_id: int, span: Span) -> None:
        """Show a place at which a word was met, and light it up; its article is opened if it is another."""
        article = self._workspace.article
        there = article is not None and article.id == article_id
        with self.journey.jump():
            if there or self._workspace.open_article(article_id) is not None:
                if self._workspace.vocabulary.stands(span):
                    self._page.reveal(span, flash=True)
                else:
                    self.said.emit(Said(tr("This word is not in the article any more")))
            else:
                self.said.emit(Said(tr("The article of this word was removed")))

    def side_button(self, forward: bool) -> None:
        """The buttons at the side of a mouse lead back and forward."""
        if forward:
            self.journey.forward()
        else:
            self.journey.back()

    # -- viewing ------------------------------------------------------------------------------------

    def toggle_script(self) -> None:
        self._viewing.set_script(self._page.next_script())

    def peek_script(self) -> None:
        """The other script for a moment; the page's own key shows it as long as it is held."""
        article = self._workspace.article
        if article is not None:
            self._viewing.peek(article.script)
            self._peeking.start()

    def show_source(self) -> None:
        self._viewing.set_script(SOURCE)

    def show_simplified(self) -> None:
        self._viewing.set_script(SIMPLIFIED)

    def show_taiwan(self) -> None:
        self._viewing.set_variant("tw", False)

    def show_taiwan_words(self) -> None:
        self._viewing.set_variant("tw", True)

    def show_hong_kong(self) -> None:
        self._viewing.set_variant("hk", False)

    def show_old(self) -> None:
        self._viewing.set_variant("old", False)

    def toggle_phonetics(self) -> None:
        self._viewing.toggle_phonetics()

    def swap_phonetics(self) -> None:
        self._viewing.swap_phonetics()

    def larger(self) -> None:
        self._viewing.set_size(self._viewing.size + 2)

    def smaller(self) -> None:
        self._viewing.set_size(self._viewing.size - 2)

    def usual_size(self) -> None:
        self._viewing.set_size(USUAL_SIZE)

    def toggle_vertical(self) -> None:
        self._viewing.set("vertical", not self._viewing.vertical)

    def type_panel(self) -> None:
        self._window.sheets.type()

    def next_theme(self) -> None:
        self._viewing.next_theme()

    def toggle_motion(self) -> None:
        motion = not self._settings.get("window.motion")
        self._window.set_motion(motion)
        self.said.emit(Said(tr("Things move again") if motion else tr("Nothing moves by itself now")))

    def full_screen(self) -> None:
        self._window.toggle_full_screen()

    def library(self) -> None:
        self._window.focus_pane("library")

    def notes(self) -> None:
        self._window.focus_pane("notes")

    def contents(self) -> None:
        self._window.focus_pane("contents")

    def saved_words(self) -> None:
        self._window.focus_pane("words")

    # -- help ---------------------------------------------------------------------------------------

    def palette(self) -> None:
        self._window.sheets.palette()

    def keys(self) -> None:
        self._window.sheets.keys()

    def language(self, name: str) -> None:
        """The interface in another language from the next start on."""
        self._settings.set("ui.language", name)
        self.said.emit(Said(tr("Restart Meipi to change the language")))

    def about(self) -> None:
        self._window.sheets.about()
