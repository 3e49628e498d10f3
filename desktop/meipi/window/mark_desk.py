"""What the commands for marks do: making them, going to them, changing the one at hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from meipi.language.span import Span
from meipi.notes.pane import NotesPane
from meipi.reading.page import Page
from meipi.support.settings import Settings
from meipi.support.translation import tr
from meipi.workspace import Mark, Said, Workspace


class MarkDesk:
    """Joins the page with the workspace into commands. A command acts on what is selected, else on the mark
    that is chosen or stands at the caret."""

    def __init__(
        self,
        page: Page,
        workspace: Workspace,
        settings: Settings,
        notes: NotesPane,
        show_notes: Callable[[], None],
        say: Callable[[Said], None],
    ) -> None:
        self._page, self._workspace, self._settings = page, workspace, settings
        self._notes, self._show_notes, self._say = notes, show_notes, say

    # -- marking ------------------------------------------------------------------------------------

    def toggle_caret(self) -> None:
        self._page.show_caret(not self._page.caret_shown)

    def sentence(self) -> None:
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._page.select_sentence()

    def highlight(self) -> None:
        self._mark(self._settings.get("mark.colour"), self._settings.get("mark.style"))

    def colour(self, colour: str) -> None:
        """Highlight in that colour, or give it to the chosen mark."""
        self._mark(colour, "ground")

    def underline(self) -> None:
        self._mark(self._settings.get("mark.colour"), "underline")

    def _mark(self, colour: str, style: str) -> Mark | None:
        """Mark what is selected; without a selection the chosen mark gets the colour."""
        self._settings.set("mark.colour", colour)
        self._settings.set("mark.style", style)
        span = self._page.selection
        if span is not None:
            mark = self._workspace.marking.highlight(span, colour, style)
            if mark is not None:
                self._page.set_selection(None, span.end)
            return mark
        chosen = self._chosen()
        if chosen is None:
            self._say(Said(tr("Select some text first, with the mouse or with V and the arrow keys")))
            return None
        return self._workspace.marking.recolour(chosen.id, colour, style)

    def _chosen(self) -> Mark | None:
        """The chosen mark, else the shortest one at the caret."""
        if self._workspace.mark_id is not None:
            return self._workspace.mark(self._workspace.mark_id)
        caret = self._page.caret if self._page.caret_shown else None
        here = [
            mark for mark in self._workspace.marks if caret is not None and mark.start <= caret < mark.end
        ]
        return min(here, key=lambda mark: mark.end - mark.start, default=None)

    def _at_hand(self) -> Mark | None:
        """The mark to work on: made of the selection if there is one."""
        if self._page.selection is not None:
            return self._mark(self._settings.get("mark.colour"), self._settings.get("mark.style"))
        mark = self._chosen()
        if mark is None:
            self._say(Said(tr("Select some text or choose a mark first")))
        return mark

    def note(self) -> None:
        self._with_notes(self._notes.edit)

    def tags(self) -> None:
        self._with_notes(self._notes.edit_tags)

    def _with_notes(self, edit: Callable[[int], None]) -> None:
        mark = self._at_hand()
        if mark is not None:
            self._show_notes()
            self._workspace.choose_mark(mark.id)
            edit(mark.id)

    def edit(self) -> None:
        mark = self._chosen()
        if mark is not None:
            self._show_notes()
            self._workspace.choose_mark(mark.id)
            self._notes.edit(mark.id)

    def delete_mark(self) -> None:
        mark = self._chosen()
        if mark is not None:
            self._workspace.marking.delete_mark(mark.id)

    # -- going from mark to mark --------------------------------------------------------------------

    def next_mark(self) -> None:
        self._go_to_mark(1)

    def previous_mark(self) -> None:
        self._go_to_mark(-1)

    def _go_to_mark(self, step: int) -> None:
        marks, chosen = self._workspace.marks, self._workspace.mark_id
        if not marks:
            self._say(Said(tr("There is no mark in this article yet")))
            return
        places = [mark.id for mark in marks]
        if chosen in places:
            place = (places.index(chosen) + step) % len(places)
        else:
            at = self._page.caret if self._page.caret is not None else self._page.first_visible()
            later = next((place for place, mark in enumerate(marks) if mark.start >= at), len(marks))
            place = (later if step > 0 else later - 1) % len(places)
        self._workspace.choose_mark(places[place])
        self.jump(places[place])

    def jump(self, mark_id: int) -> None:
        """Show a mark on the page and light it up; nothing for one that is not in the text."""
        mark = self._workspace.mark(mark_id)
        if mark.in_text:
            self._page.reveal(Span(*mark.span), flash=True)
