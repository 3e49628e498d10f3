"""What the commands for marks do: making them, going to them, changing the one at hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard

from meipi.language.span import Span
from meipi.notes.pane import NotesPane
from meipi.reading.page import Page
from meipi.support.settings import Settings
from meipi.support.translation import tr
from meipi.window.journey import Journey
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
        journey: Journey,
        clipboard: QClipboard,
        show_notes: Callable[[], None],
        say: Callable[[Said], None],
    ) -> None:
        self._page, self._workspace, self._settings = page, workspace, settings
        self._notes, self._show_notes, self._say = notes, show_notes, say
        self._journey, self._clipboard = journey, clipboard
        self._ring: list[int] = []
        """The marks that Tab goes through."""
        self._ringed: int | None = None
        """The one of them that it chose last."""

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
        """Underline what is selected; the chosen mark keeps its colour."""
        chosen = self._chosen() if self._page.selection is None else None
        if chosen is None:
            self._mark(self._settings.get("mark.colour"), "underline")
        else:
            self._settings.set("mark.style", "underline")
            self._workspace.marking.underline_all([chosen.id])

    def _mark(self, colour: str, style: str) -> Mark | None:
        """Mark what is selected; without a selection the chosen mark gets the colour."""
        self._settings.set("mark.colour", colour)
        self._settings.set("mark.style", style)
        span, sheet = self._page.selection, self._page.sheet
        if span is not None and sheet is not None:
            mark = self._workspace.marking.highlight(sheet.whole(span), colour, style)
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

    def _chosen_or_told(self) -> Mark | None:
        """The same; if there is none, the reader is told what is missing."""
        mark = self._chosen()
        if mark is None:
            self._say(Said(tr("Choose a mark first, with ] or [ or a click on it")))
        return mark

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
        mark = self._chosen_or_told()
        if mark is not None:
            self._show_notes()
            self._workspace.choose_mark(mark.id)
            self._notes.edit(mark.id)

    def copy_citation(self) -> None:
        """Copy what is selected, or what the chosen mark quotes, and where it is from."""
        article, span, chosen = self._workspace.article, self._page.selection, self._chosen()
        quote = chosen.exact if chosen is not None else ""
        if article is not None and span is not None:
            quote = article.text[span.start : span.end]
        if article is None or not quote:
            return
        from meipi.workspace.citation import citation

        self._clipboard.setText(citation(article, quote))
        self._say(Said(tr("Quote copied")))

    # -- the shapes of marks ------------------------------------------------------------------------

    def split(self) -> None:
        """Part the mark where the caret is, or where what is selected within it begins."""
        span, sheet, chosen = self._page.selection, self._page.sheet, self._workspace.mark_id
        caret = self._page.caret if self._page.caret_shown else None
        places = span if span is not None else [] if caret is None else [caret]
        for place in map(sheet.boundary, places) if sheet is not None else ():
            here = [mark for mark in self._workspace.marks if _divides(place, mark)]
            if here:
                mark = min(here, key=lambda mark: (mark.id != chosen, mark.end - mark.start))
                self._page.set_selection(None, place)
                self._workspace.marking.split_mark(mark.id, place)
                return
        self._say(Said(tr("Put the caret (V) to where the mark is to be split")))

    def merge(self) -> None:
        """Make one mark of the chosen one and the next."""
        mark = self._chosen_or_told()
        if mark is None:
            return
        merged = self._workspace.marking.merge_mark(mark.id)
        if merged == mark:
            self._say(Said(tr("There is no mark after this one")))
        elif merged is not None:
            self.jump(merged.id)

    def next_overlapping(self) -> None:
        """Choose the next of the marks that lie where the chosen one does."""
        self._cycle(1)

    def previous_overlapping(self) -> None:
        """Choose the one before."""
        self._cycle(-1)

    def _cycle(self, step: int) -> None:
        chosen = self._workspace.mark_id
        if chosen is None:
            return
        there = {mark.id for mark in self._workspace.marks}
        ring = [mark_id for mark_id in self._ring if mark_id in there]
        # Going on from one mark to the next they stay those that lay over the first.
        if self._ringed != chosen or chosen not in ring or len(ring) < 2:
            overlapping = self._workspace.marking.overlapping
            caret = self._page.caret if self._page.caret_shown else None
            here = overlapping(chosen, caret)
            ring = [mark.id for mark in (here if len(here) > 1 else overlapping(chosen))]
        if len(ring) > 1:
            following = ring[(ring.index(chosen) + step) % len(ring)]
            self._ring, self._ringed = ring, following
            self._workspace.choose_mark(following)
            self.jump(following)

    def delete_mark(self) -> None:
        mark = self._chosen_or_told()
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
            with self._journey.jump():
                self._page.reveal(Span(*mark.span), flash=True)


def _divides(place: int, mark: Mark) -> bool:
    """Whether a code point of the source parts a mark into two that can be seen."""
    within = place - mark.start
    return 0 < within < len(mark.exact) and all(
        part.strip() for part in (mark.exact[:within], mark.exact[within:])
    )
