"""The marks and notes of the open article, in the right pane."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from meipi.notes.arrangement import Filter, Order, sections_of
from meipi.notes.card import CardDelegate
from meipi.notes.cards import LINK, CardList
from meipi.notes.editing import Editing
from meipi.notes.filter_bar import FilterBar
from meipi.notes.former import former_quotes
from meipi.notes.model import CardModel
from meipi.notes.selection_bar import SelectionBar
from meipi.support.empty_note import EmptyNote
from meipi.support.theme import Theme
from meipi.support.translation import tr
from meipi.workspace import Article, LibraryError, Said, Workspace
from meipi.workspace.citation import citation

if TYPE_CHECKING:
    from meipi.notes.editor import NoteEditor

_SIDE = 12


class NotesPane(QWidget):
    """Cards of the marks; the chosen mark's card is the current one. Notes are written there."""

    mark_jumped = Signal(int)
    """The reader wants to see this mark, which is chosen already, on the page."""
    attach_wanted = Signal(int)
    """This mark is to stand where the reader has selected something on the page."""
    export_wanted = Signal(object)
    """The ids of the marks that are to be exported."""
    editing_finished = Signal()
    """The note is saved or kept as a draft, or the list was left: the page may have the focus again."""
    link_opened = Signal(str)
    """The reader wants to see what the link with this address in a note leads to."""
    counted = Signal(int)
    """How many marks have a note."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._following = False
        self._article_id: int | None = None
        self._was_current: tuple[int, int] | None = None
        """The mark that was chosen last, if none is now, and the row in which its card was."""
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

        self.model = CardModel(self)
        self._delegate = CardDelegate(self.model, theme, self)
        self._delegate.gone = workspace.links.gone
        self.list = CardList(self.model, self._delegate)
        self._editing = Editing(workspace, self.list, self.model, self._delegate)
        self.filters = FilterBar(theme)
        self.filters.tags = lambda: Counter(tag for card in self.model.cards for tag in card.mark.tags)
        self.selection = SelectionBar(theme, workspace.tags.used)
        self._empty = EmptyNote()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)

        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.filters)
        box.addWidget(self.selection)
        box.addWidget(self._stack, 1)

        self.filters.filter_changed.connect(self._filter)
        self.filters.order_chosen.connect(self._order)
        self.filters.grouping_chosen.connect(self._group)
        self.filters.list_wanted.connect(self.focus_list)
        self.filters.left.connect(self.editing_finished)
        self.list.action_asked.connect(self._act)
        self.list.together_asked.connect(self._act_together)
        self.list.selected.connect(self.selection.show_count)
        self.list.filter_wanted.connect(self.filters.line.setFocus)
        self.list.left.connect(self.editing_finished)
        self.list.selectionModel().currentChanged.connect(self._current_moved)
        self.selection.asked.connect(self._act_together)
        self.selection.cleared.connect(self.list.select_one)
        self.selection.tags_changed.connect(self._tag)
        self.selection.left.connect(self.focus_list)
        self._editing.finished.connect(self.editing_finished)
        self._editing.link_opened.connect(self.link_opened)
        workspace.article_opened.connect(self._article_opened)
        workspace.changed.connect(self._refresh)
        workspace.mark_chosen.connect(self._follow)
        self._article_opened(workspace.article)

    # What others call

    @property
    def count(self) -> int:
        """How many marks of the open article have a note."""
        return sum(1 for card in self.model.cards if card.mark.note.strip())

    def edit(self, mark_id: int) -> None:
        """Open the editor of that mark's note, with what was last written in it, and give it the focus."""
        editor = self._open_editor(mark_id)
        if editor is not None:
            editor.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit_tags(self, mark_id: int) -> None:
        """The same, with the focus in the line of tags."""
        editor = self._open_editor(mark_id)
        if editor is not None:
            editor.tags.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_draft(self) -> None:
        """Keep what stands in an open editor, at once; before the window closes, for instance."""
        if self._editing.editor is not None:
            self._editing.editor.take_composed()
        self._editing.keep_draft()

    def focus_list(self) -> None:
        """Give the keys to the list of cards, or to the filters if they leave none; they stay where they are
        if there is no mark at all."""
        if self.model.shown:
            if not self.list.currentIndex().isValid():
                self.list.go_to_first()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.model.cards:
            self.filters.chips.chips[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours from now on."""
        self._delegate.theme = theme
        self.filters.set_theme(theme)
        self.selection.set_theme(theme)
        self.list.viewport().update()

    # Following the workspace

    def _article_opened(self, article: Article | None) -> None:
        self._editing.close()
        self._delegate.region = "SC" if article and article.script == "simplified" else "TC"
        article_id = article.id if article else None
        another, self._article_id = article_id != self._article_id, article_id
        if another:
            self.filters.show_all()
        self._find_sections()
        self._show()
        if another:
            self.list.scrollToTop()

    def _find_sections(self) -> None:
        """The headings, if the marks are grouped by them: to find them in a text can take a while."""
        article = self._workspace.article
        if article is None or not self.model.grouped:
            self.model.sections = ()
            return
        heads = [block for block in self._workspace.blocks() if block.kind in ("title", "heading")]
        self.model.sections = sections_of(article.text, [(head.start, head.end) for head in heads])

    def _refresh(self, kinds: frozenset[str]) -> None:
        if kinds & {"marks", "drafts"}:
            self._show()

    def _show(self) -> None:
        workspace = self._workspace
        had_keys = self.list.hasFocus()
        self._following = True
        former = former_quotes(workspace, workspace.marks)
        self.model.show(workspace.article, workspace.marks, self._drafts(), workspace.orphans, former)
        self._following = False
        if self._editing.mark_id is not None and self.model.row_of(self._editing.mark_id) < 0:
            self._editing.close()
        self.counted.emit(self.count)
        self._show_counts()
        self._follow(workspace.mark_id)
        if workspace.mark_id is None and had_keys and self._was_current is not None:
            mark_id, row = self._was_current
            if self.model.row_of(mark_id) < 0:
                # It went: the reader goes on with the one that has come to its place.
                self.list.go_to(row)

    def _drafts(self) -> dict[int, str]:
        try:
            return self._workspace.library.drafts()
        except LibraryError:
            return {}

    def _show_counts(self) -> None:
        self.filters.show_counts(self.model.counts(), self.model.shown)
        if self._workspace.article is None:
            self._empty.setText(tr("No article is open. Its marks and notes will be here."))
        elif not self.model.cards:
            self._empty.setText(tr("Select text and press H to highlight it, or N to write a note."))
        elif self.filters.filter == Filter(colour=self.filters.filter.colour):
            self._empty.setText(tr("No marks in this colour."))
        else:
            self._empty.setText(tr("No mark matches."))
        had_keys = self.list.hasFocus()
        self._stack.setCurrentWidget(self.list if self.model.shown else self._empty)
        self.filters.setVisible(bool(self.model.cards))
        if had_keys and not self.model.cards:
            self.editing_finished.emit()
        elif had_keys and not self.model.shown:
            self.focus_list()

    def _filter(self, filter_: Filter) -> None:
        self._arrange_with(lambda: self.model.set_filter(filter_))

    def _follow(self, mark_id: int | None) -> None:
        """Make the chosen mark's card the current one and bring it into view."""
        if self._editing.mark_id not in (None, mark_id):
            self._editing.close()
        current = self.list.currentIndex()
        if mark_id is not None:
            self._was_current = None
        elif self._delegate.current is not None and current.isValid():
            self._was_current = self._delegate.current, current.row()
        self._delegate.current = mark_id
        row = self.model.row_of(mark_id)
        if row != current.row():
            self._following = True
            self.list.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())
            self._following = False
        if row >= 0:
            self.list.scrollTo(self.model.index(row))
        self.list.viewport().update()

    def _order(self, order: str) -> None:
        self.model.order = cast(Order, order)
        self._arrange_with(self.model.arrange)

    def _group(self, grouped: bool) -> None:
        self.model.grouped = grouped
        self._find_sections()
        self._arrange_with(self.model.arrange)

    def _arrange_with(self, change: Callable[[], None]) -> None:
        """Show other rows, from the first on or with the chosen mark in view; a note being written is kept as
        a draft."""
        if self._editing.mark_id is not None:
            self._editing.leave()
        self._following = True
        change()
        self._following = False
        self._show_counts()
        self.list.scrollToTop()
        self._follow(self._workspace.mark_id)

    # What the reader does

    def _current_moved(self, current: QModelIndex) -> None:
        card = self.model.card_at(current)
        if card is not None and not self._following:
            self._workspace.choose_mark(card.mark.id)

    def _act(self, mark_id: int, action: str) -> None:
        workspace = self._workspace
        match action:
            case _ if action.startswith(LINK):
                self.link_opened.emit(action.removeprefix(LINK))
            case "edit":
                self.edit(mark_id)
            case "copy":
                self._copy(mark_id)
            case "delete":
                workspace.marking.delete_mark(mark_id)
            case "attach":
                workspace.choose_mark(mark_id)
                self.attach_wanted.emit(mark_id)
            case "free":
                workspace.versions.keep_free(mark_id)
            case "confirm":
                workspace.versions.confirm(mark_id)
            case _:
                workspace.choose_mark(mark_id)
                self.mark_jumped.emit(mark_id)

    def _act_together(self, action: str) -> None:
        """The same for all whose cards are selected."""
        ids, marking = self.list.selected_marks(), self._workspace.marking
        name, _, colour = action.partition(" ")
        match name:
            case "colour":
                marking.recolour_all(ids, colour, "ground")
            case "underline":
                marking.underline_all(ids)
            case "delete":
                marking.delete_all(ids)
            case "export":
                self.export_wanted.emit(ids)
            case "tags":
                self.selection.edit_tags([self._workspace.mark(mark_id).tags for mark_id in ids])

    def _tag(self, add: Sequence[str], remove: Sequence[str]) -> None:
        self._workspace.marking.tag_all(self.list.selected_marks(), add, remove)

    def _copy(self, mark_id: int) -> None:
        workspace = self._workspace
        if workspace.article is not None:
            QGuiApplication.clipboard().setText(citation(workspace.article, workspace.mark(mark_id).exact))
            workspace.said.emit(Said(tr("Quote copied")))

    def _open_editor(self, mark_id: int) -> NoteEditor | None:
        if self.model.row_of(mark_id) < 0:
            self.filters.show_all()
        return self._editing.open(mark_id)
