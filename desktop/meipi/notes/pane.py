"""The marks and notes of the open article, in the right pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from meipi.notes.card import CardDelegate
from meipi.notes.cards import CardList
from meipi.notes.chips import ChipRow
from meipi.notes.editing import Editing
from meipi.notes.model import CardModel
from meipi.support.theme import Theme
from meipi.support.translation import tr
from meipi.workspace import Article, LibraryError, Said, Workspace
from meipi.workspace.citation import citation

if TYPE_CHECKING:
    from meipi.notes.editor import NoteEditor

_SIDE = 12


class NotesPane(QWidget):
    """Cards in the order of the text; the chosen mark's card is the current one. Notes are written there."""

    mark_jumped = Signal(int)
    """The reader wants to see this mark, which is chosen already, on the page."""
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
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

        self.model = CardModel(self)
        self._delegate = CardDelegate(theme, self)
        self.list = CardList(self.model, self._delegate)
        self._editing = Editing(workspace, self.list, self.model, self._delegate)
        self.chips = ChipRow(theme)
        self._empty = QLabel()
        self._empty.setProperty("role", "soft")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._empty.setContentsMargins(_SIDE + 4, 12, _SIDE + 4, 12)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)

        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self.chips.setContentsMargins(_SIDE, 10, _SIDE, 6)
        box.addWidget(self.chips)
        box.addWidget(self._stack, 1)

        self.chips.colour_chosen.connect(self._filter)
        self.list.action_asked.connect(self._act)
        self.list.left.connect(self.editing_finished)
        self._editing.finished.connect(self.editing_finished)
        self._editing.link_opened.connect(self.link_opened)
        self.list.selectionModel().currentChanged.connect(self._current_moved)
        workspace.article_opened.connect(self._article_opened)
        workspace.changed.connect(self._refresh)
        workspace.mark_chosen.connect(self._follow)
        self._article_opened(workspace.article)

    # What others call

    @property
    def count(self) -> int:
        """How many marks of the open article have a note."""
        return sum(1 for card in self.model.cards if card.number)

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
        """Give the keys to the list of cards, or to the filters if there is no card."""
        if self.model.rowCount():
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.model.index(0))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.chips.chips[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours from now on."""
        self._delegate.theme = theme
        self.chips.set_theme(theme)
        self.list.viewport().update()

    # Following the workspace

    def _article_opened(self, article: Article | None) -> None:
        self._editing.close()
        self._delegate.region = "SC" if article and article.script == "simplified" else "TC"
        self.chips.choose(None)
        self._show()
        self.list.scrollToTop()

    def _refresh(self, kinds: frozenset[str]) -> None:
        if kinds & {"marks", "drafts"}:
            self._show()

    def _show(self) -> None:
        workspace = self._workspace
        self.list.expect(len(workspace.marks))
        self._following = True
        self.model.show(workspace.article, workspace.marks, self._drafts())
        self._following = False
        if self._editing.mark_id is not None and self.model.row_of(self._editing.mark_id) < 0:
            self._editing.close()
        self.counted.emit(self.count)
        self.chips.set_counts(self.model.counts())
        self._show_empty()
        self._follow(workspace.mark_id)

    def _drafts(self) -> dict[int, str]:
        try:
            return self._workspace.library.drafts()
        except LibraryError:
            return {}

    def _show_empty(self) -> None:
        if self._workspace.article is None:
            self._empty.setText(tr("No article is open. Its marks and notes will be here."))
        elif not self.model.cards:
            self._empty.setText(tr("Select text and press H to highlight it, or N to write a note."))
        else:
            self._empty.setText(tr("No marks in this colour."))
        self._stack.setCurrentWidget(self.list if self.model.rowCount() else self._empty)
        self.chips.setVisible(bool(self.model.cards))

    def _filter(self, colour_id: str | None) -> None:
        if self._editing.mark_id is not None:
            self._editing.leave()
        self._following = True
        self.model.set_colour(colour_id)
        self._following = False
        self._show_empty()
        self._follow(self._workspace.mark_id)

    def _follow(self, mark_id: int | None) -> None:
        """Make the chosen mark's card the current one and bring it into view."""
        if self._editing.mark_id not in (None, mark_id):
            self._editing.close()
        self._delegate.current = mark_id
        row = self.model.row_of(mark_id)
        self._following = True
        self.list.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())
        self._following = False
        if row >= 0:
            self.list.scrollTo(self.model.index(row))
        self.list.viewport().update()

    # What the reader does

    def _current_moved(self, current: QModelIndex) -> None:
        if current.isValid() and not self._following:
            self._workspace.choose_mark(self.model.card_at(current).mark.id)

    def _act(self, mark_id: int, action: str) -> None:
        match action:
            case "edit":
                self.edit(mark_id)
            case "copy":
                self._copy(mark_id)
            case "delete":
                self._workspace.marking.delete_mark(mark_id)
            case _:
                self._workspace.choose_mark(mark_id)
                self.mark_jumped.emit(mark_id)

    def _copy(self, mark_id: int) -> None:
        workspace = self._workspace
        if workspace.article is not None:
            QGuiApplication.clipboard().setText(citation(workspace.article, workspace.mark(mark_id).exact))
            workspace.said.emit(Said(tr("Quote copied")))

    def _open_editor(self, mark_id: int) -> NoteEditor | None:
        if self.model.row_of(mark_id) < 0:
            self.chips.choose(None)
        return self._editing.open(mark_id)
