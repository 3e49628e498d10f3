"""The keys of caret mode and of selecting by keyboard. All other keys of the page are commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from meipi.language.span import Span
from meipi.reading.selection import next_word, paragraph_at, sentence_at

if TYPE_CHECKING:
    from meipi.reading.page import Page
    from meipi.reading.sheet import Sheet

Key = Qt.Key


# In columns down is onward in the line, and left is the next line.
_IN_COLUMNS = {
    Key.Key_Down: Key.Key_Right,
    Key.Key_Up: Key.Key_Left,
    Key.Key_Left: Key.Key_Down,
    Key.Key_Right: Key.Key_Up,
}


class PageKeys:
    """Moves the caret and the end of the selection on a page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._start = 0
        self._goal: float | None = None
        self._goal_at = 0
        self._closes = False

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key says; False if it says nothing here."""
        page = self._page
        if page.sheet is None or not len(page.sheet.typeset.layout):
            return False
        key, keys = Key(event.key()), event.modifiers()
        shift = bool(keys & Qt.KeyboardModifier.ShiftModifier)
        control = bool(keys & Qt.KeyboardModifier.ControlModifier)
        if key == Key.Key_Escape:
            return self._leave()
        if page.vertical:
            key = _IN_COLUMNS.get(key, key)
        alt = bool(keys & Qt.KeyboardModifier.AltModifier)
        if shift and key in (Key.Key_Left, Key.Key_Right) and self._resizes():
            self._resize(page.sheet, key == Key.Key_Right, by_word=control, start=alt)
            return True
        if alt:
            return False
        if not page.caret_shown and not (shift and page.selection is not None):
            return self._scroll(key, control)
        self._closes = False
        place = self._target(key, control, page.sheet)
        if place is None:
            return False
        self._go(place, shift)
        self._goal_at = place
        return True

    # -- the ends of a mark -------------------------------------------------------------------------

    def _resizes(self) -> bool:
        """Whether Shift and an arrow move an end of the chosen mark, and not of a selection."""
        page, mark_id = self._page, self._page.workspace.mark_id
        if mark_id is None or page.selection is not None or page.caret_shown:
            return False
        return page.workspace.mark(mark_id).in_text

    def _resize(self, sheet: Sheet, forward: bool, *, by_word: bool, start: bool) -> None:
        """Move the end of the chosen mark, or its start, by a unit or a word; it never becomes empty."""
        page = self._page
        assert page.workspace.mark_id is not None
        mark = page.workspace.mark(page.workspace.mark_id)
        edge = mark.start if start else mark.end
        place = self._beyond(sheet, edge, forward, by_word=by_word)
        span = _inked(sheet.text, Span(place, mark.end) if start else Span(mark.start, place))
        if span is not None:
            page.workspace.marking.resize_mark(mark.id, span)
            edge = span.start if start else span.end
            page.reveal(Span(edge, edge))

    def _beyond(self, sheet: Sheet, edge: int, forward: bool, *, by_word: bool) -> int:
        """The next place by unit or word with something to be seen on the way: from line to line there is
        nothing."""
        move, place = self._word if by_word else self._step, edge
        while True:
            before, place = place, move(sheet, place, forward)
            if place == before or sheet.text[min(edge, place) : max(edge, place)].strip():
                return place

    def _leave(self) -> bool:
        page = self._page
        if page.selection is not None:
            page.set_selection(None, page.caret)
        elif page.caret_shown:
            page.show_caret(False)
        elif page.workspace.mark_id is not None:
            page.workspace.choose_mark(None)
        else:
            return False
        return True

    def _scroll(self, key: Key, control: bool) -> bool:
        bar = self._page.bar
        if key in (Key.Key_Left, Key.Key_Right) and self._page.vertical and not control:
            return False
        if key in (Key.Key_Down, Key.Key_Up) and not control:
            self._page.scroll_lines(1 if key == Key.Key_Down else -1)
        elif key in (Key.Key_PageDown, Key.Key_PageUp) and not control:
            self._page.scroll_page(key == Key.Key_PageDown)
        elif key in (Key.Key_Home, Key.Key_End):
            bar.setValue(bar.minimum() if key == Key.Key_Home else bar.maximum())
            sheet = self._page.sheet
            if sheet is not None and self._page.selection is None:
                # What goes on from a place, as to the next quote, goes on from here, not from a click before.
                self._page.set_selection(None, 0 if key == Key.Key_Home else len(sheet.text))
        else:
            return False
        return True

    def _go(self, place: int, extend: bool) -> None:
        page = self._page
        if extend:
            if page.selection is None:
                self._start = page.caret or 0
            elif page.caret == page.selection.start:
                self._start = page.selection.end
            else:
                self._start = page.selection.start
            span = Span(min(self._start, place), max(self._start, place))
            page.set_selection(span, place, closes=self._closes)
        else:
            page.set_selection(None, place, closes=self._closes)
        page.reveal(Span(place, place))

    # -- where a key leads --------------------------------------------------------------------------

    def _target(self, key: Key, control: bool, sheet: Sheet) -> int | None:
        caret = self._page.caret or 0
        if key in (Key.Key_Left, Key.Key_Right):
            self._goal = None
            forward = key == Key.Key_Right
            return self._word(sheet, caret, forward) if control else self._step(sheet, caret, forward)
        if key in (Key.Key_Up, Key.Key_Down):
            return self._other_line(sheet, caret, 1 if key == Key.Key_Down else -1)
        if key in (Key.Key_PageUp, Key.Key_PageDown):
            lines = max(1, len(self._page.lines_in_view()) - 4)
            return self._other_line(sheet, caret, lines if key == Key.Key_PageDown else -lines)
        if key in (Key.Key_Home, Key.Key_End):
            self._goal = None
            return self._edge(sheet, caret, key == Key.Key_End, whole=control)
        return None

    def _word(self, sheet: Sheet, caret: int, forward: bool) -> int:
        """The next word's edge; beyond a phrase that conversion made one, never within it."""
        place = next_word(sheet.text, caret, forward)
        passed = sheet.whole(Span(min(caret, place), max(caret, place)))
        return passed.end if forward else passed.start

    def _step(self, sheet: Sheet, caret: int, forward: bool) -> int:
        """One unit on or back; from the end of a paragraph to the beginning of the next."""
        paragraphs = sheet.typeset.layout.paragraphs
        shown = sheet.to_shown(caret)
        place = paragraphs.at(shown)
        if forward:
            if shown >= int(paragraphs.lasts[place]):
                following = min(place + 1, len(paragraphs) - 1)
                return sheet.to_source(int(paragraphs.firsts[following])) if following != place else caret
            return sheet.shown.unit_at(shown).end
        if shown <= int(paragraphs.firsts[place]):
            return sheet.to_source(int(paragraphs.lasts[place - 1])) if place else caret
        return sheet.shown.unit_at(shown - 1).start

    def _other_line(self, sheet: Sheet, caret: int, count: int) -> int:
        layout = sheet.typeset.layout
        line, inline = layout.caret_at(sheet.to_shown(caret), self._page.caret_closes)
        if self._goal is None or caret != self._goal_at:
            self._goal = inline
        other = max(0, min(len(layout) - 1, line + count))
        if other == line:
            return self._edge(sheet, caret, count > 0, whole=False)
        cell = layout.cell_at(other, self._goal)
        places, widths = layout.cells(other)
        index = cell - int(layout.line_start[other])
        past = self._goal > float(places[index]) + float(widths[index]) / 2
        unit = sheet.shown.unit_at(cell)
        self._closes = past and sheet.to_shown(unit.end) == int(layout.line_end[other])
        return unit.end if past else unit.start

    def _edge(self, sheet: Sheet, caret: int, end: bool, *, whole: bool) -> int:
        layout = sheet.typeset.layout
        paragraphs = layout.paragraphs
        if whole:
            return sheet.to_source(int(paragraphs.lasts[-1] if end else paragraphs.firsts[0]))
        line, _ = layout.caret_at(sheet.to_shown(caret), self._page.caret_closes)
        if not end:
            return sheet.to_source(int(layout.line_first[line]))
        if layout.line_closes[line]:
            return sheet.to_source(int(paragraphs.lasts[layout.line_paragraph[line]]))
        self._closes = True
        return sheet.shown.unit_at(int(layout.line_end[line]) - 1).end

    # -- selecting by sense -------------------------------------------------------------------------

    def select_sentence(self) -> None:
        """Select the sentence at the caret, or the first in view; if it is selected, its paragraph."""
        page = self._page
        if page.sheet is None or not page.sheet.text:
            return
        at = page.selection.start if page.selection else page.caret
        if at is None:
            at = page.first_visible()
        text = page.sheet.text
        at = min(at, len(text) - 1)
        while at < len(text) - 1 and text[at].isspace():
            at += 1
        sentence = page.sheet.whole(sentence_at(text, at))
        if page.selection == sentence:
            sentence = page.sheet.whole(paragraph_at(text, at))
        page.set_selection(sentence)
        page.reveal(sentence)


def _inked(text: str, span: Span) -> Span | None:
    """A span without white space at its ends; None if there is nothing else in it."""
    part = text[span.start : max(span.start, span.end)]
    start = span.start + len(part) - len(part.lstrip())
    end = span.start + len(part.rstrip())
    return Span(start, end) if start < end else None
