"""The writing of a note in the list: its editor lies in the card for as long as it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from meipi.notes.card import CardDelegate
from meipi.notes.cards import CardList
from meipi.notes.model import CardModel
from meipi.workspace import Workspace

if TYPE_CHECKING:
    from meipi.notes.editor import NoteEditor


class Editing(QObject):
    """Opens the editor of one note at a time, keeps what stands in it, and puts it away."""

    finished = Signal()
    """The reader has saved the note, or left it as a draft."""
    link_opened = Signal(str)
    """The address of a link in the preview that was clicked."""

    def __init__(
        self, workspace: Workspace, cards: CardList, model: CardModel, delegate: CardDelegate
    ) -> None:
        super().__init__(cards)
        self._workspace, self._list, self._model, self._delegate = workspace, cards, model, delegate
        self.editor: NoteEditor | None = None
        self._preview = False
        self._tags: tuple[str, ...] = ()
        """The tags of the mark that is being edited, as the library has them."""
        workspace.changed.connect(self._follow_tags)

    @property
    def mark_id(self) -> int | None:
        """The mark whose note is being written; None if none is."""
        return self._delegate.editing

    def open(self, mark_id: int) -> NoteEditor | None:
        """Open the editor in the card of that mark, which is chosen then; None if it is not in the list.

        It begins with what was last written there. It does not take the focus.
        """
        # Not at the head: the first page is shown without it.
        from meipi.notes.editor import NoteEditor

        row = self._model.row_of(mark_id)
        if row < 0:
            return None
        if self.mark_id == mark_id:
            return self.editor
        self.close()
        self._workspace.choose_mark(mark_id)
        index = self._model.index(row)
        card = self._model.card_at(index)
        assert card is not None, "the row of a mark is a card"
        note, self._tags = card.mark.note, card.mark.tags
        editor = NoteEditor(self._workspace, note, self._tags, card.draft, preview=self._preview)
        editor.preview_turned.connect(self._keep_preview)
        editor.link_opened.connect(self.link_opened)
        editor.save_asked.connect(self._save)
        editor.leave_asked.connect(self.leave)
        editor.draft_ready.connect(self.keep_draft)
        editor.height_changed.connect(self._grow)
        self.editor, self._delegate.editing = editor, mark_id
        self._delegate.editor_height = editor.sizeHint().height()
        self._list.setIndexWidget(index, editor)
        self._grow()
        return editor

    def keep_draft(self) -> None:
        """Keep what stands in an open editor, at once; before the window closes, for instance."""
        editor, mark_id = self.editor, self.mark_id
        if editor is None or mark_id is None or self._workspace.library.read_only:
            return
        card = self._model.card_at(self._model.index(self._model.row_of(mark_id)))
        note = card.mark.note if card is not None else ""
        self._workspace.marking.keep_draft(mark_id, None if editor.text == note else editor.text)

    def leave(self) -> None:
        """Close the editor as `close` does, and say that the writing is finished."""
        self.close()
        self.finished.emit()

    def close(self) -> None:
        """Close the editor, if it is open, with the note kept as a draft and the tags as tags."""
        if self.editor is None:
            return
        self.editor.take_composed()
        self.keep_draft()
        self._keep_tags()
        self._remove()

    def _follow_tags(self, kinds: frozenset[str]) -> None:
        """A tag that is renamed or deleted everywhere is so in an open editor too, or saving would bring the
        old one back."""
        editor, mark_id, was = self.editor, self.mark_id, self._tags
        if "marks" not in kinds or editor is None or mark_id is None:
            return
        marks = (*self._workspace.marks, *self._workspace.orphans)
        now = next((mark.tags for mark in marks if mark.id == mark_id), was)
        if now != was:
            self._tags = now
            gone, new = [tag for tag in was if tag not in now], [tag for tag in now if tag not in was]
            renamed = dict(zip(gone, new, strict=False))
            kept = [renamed.get(tag, tag) for tag in editor.tags.tags if tag not in gone or tag in renamed]
            editor.tags.set_tags([*kept, *new])

    def _keep_preview(self, on: bool) -> None:
        """The next editor begins as this one is."""
        self._preview = on

    def _grow(self) -> None:
        row = self._model.row_of(self.mark_id)
        if self.editor is None or row < 0:
            return
        self._delegate.editor_height = self.editor.sizeHint().height()
        index = self._model.index(row)
        self._delegate.sizeHintChanged.emit(index)
        self._list.scrollTo(index)

    def _save(self) -> None:
        editor, mark_id = self.editor, self.mark_id
        if editor is None or mark_id is None:
            return
        editor.take_composed()
        # If the library does not take it, the workspace says why and the editor stays as it is.
        if self._workspace.marking.write_note(mark_id, editor.text) is not None and self._keep_tags():
            self._remove()
            self.finished.emit()

    def _keep_tags(self) -> bool:
        editor, mark_id = self.editor, self.mark_id
        marks = (*self._workspace.marks, *self._workspace.orphans)
        # The mark can be gone, by undo or from outside.
        if editor is None or mark_id is None or all(mark.id != mark_id for mark in marks):
            return True
        if editor.tags.tags == self._tags:
            return True
        return self._workspace.marking.set_tags(mark_id, editor.tags.tags) is not None

    def _remove(self) -> None:
        editor, mark_id = self.editor, self.mark_id
        self.editor = self._delegate.editing = None
        if editor is None:
            return
        editor.finish()
        # Qt deletes it later, and would move the focus then.
        if editor.isAncestorOf(self._list.window().focusWidget() or self._list):
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.hide()
        row = self._model.row_of(mark_id)
        if row < 0:
            return  # the view has put the editor away with its row
        index = self._model.index(row)
        self._list.setIndexWidget(index, None)  # type: ignore[arg-type]
        self._delegate.sizeHintChanged.emit(index)
