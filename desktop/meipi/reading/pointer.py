"""The mouse on the page: selecting by hanzi, word and sentence, choosing marks, looking at notes."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from meipi.language.span import Span
from meipi.reading.links import link_at, open_link
from meipi.reading.marking import mark_at
from meipi.reading.selection import Hit, between, joined, nearest, sentence_at, word_at
from meipi.support.rendered import rendered

if TYPE_CHECKING:
    from meipi.reading.page import Page

_SCROLL_MS = 30
_LONGEST_NOTE = 400
_BIG = 1_000  # more than a line is high


class Pointer:
    """Turns the mouse's events into what is selected and chosen on a page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._from: Hit | None = None
        self._part: Callable[[str, int], Span] | None = None
        self._first = Span(0, 0)
        self._moved = False
        self._pressed_at = QPointF()
        self._last = QPointF()
        self._since_double = QElapsedTimer()
        self._scroll = QTimer(page, interval=_SCROLL_MS)
        self._scroll.timeout.connect(self._scroll_on)

    # -- events -------------------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            self._page.side_button.emit(event.button() == Qt.MouseButton.ForwardButton)
            return
        hit = self._page.hit(event.position())
        if event.button() != Qt.MouseButton.LeftButton or hit is None or self._page.sheet is None:
            return
        third = self._is_third_click(event.position())
        self._moved, self._pressed_at, self._last = False, event.position(), event.position()
        if third:
            self._begin_with(hit, sentence_at)
            return
        grip = self._page.handles.at(event.position())
        if grip is not None:
            self._from, self._part, self._moved = self._page.handles.opposite(grip), None, True
            return
        unit_at = self._page.sheet.shown.unit_at
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._start() is not None:
            self._part = None
            start = self._start()
            assert start is not None
            place = nearest(hit, unit_at)
            self._moved = True
            self._page.set_selection(Span(min(start, place), max(start, place)), place)
            return
        self._from, self._part = hit, None

    def _start(self) -> int | None:
        """Where a selection that Shift extends begins."""
        page = self._page
        if page.selection is not None:
            return page.selection.end if page.caret == page.selection.start else page.selection.start
        return page.caret

    def move(self, event: QMouseEvent) -> None:
        self._last = event.position()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._look(event)
            return
        if self._from is None:
            return
        far = (self._last - self._pressed_at).manhattanLength()
        if not self._moved and self._part is None and far < 3:
            return
        self._moved = True
        self._extend()
        if self._beyond() == 0:
            self._scroll.stop()
        elif not self._scroll.isActive():
            self._scroll.start()

    def release(self, event: QMouseEvent) -> None:
        self._scroll.stop()
        page, hit = self._page, self._from
        self._from = None
        if event.button() != Qt.MouseButton.LeftButton or hit is None or page.sheet is None:
            return
        note = page.margin.note_at(event.position().toPoint())
        noted = page.margin.link_at(event.position().toPoint())
        asked = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        link = link_at(page, event.position()) if asked and not self._moved else ""
        if link:
            open_link(link)
        elif not self._moved and noted is not None:
            page.note_link_opened.emit(noted.link)
        elif not self._moved and note is not None:
            page.workspace.choose_mark(note)
            page.margin.edit(note)
        elif not self._moved and self._part is None:
            self._click(event, hit)
        page.viewport().update()
        page.selection_changed.emit()

    def _click(self, event: QMouseEvent, hit: Hit) -> None:
        """Take the selection away, choose the mark, place the caret; else it is the word that is meant."""
        page = self._page
        assert page.sheet is not None
        selected, mark = page.selection is not None, self._mark_under(event.position())
        page.set_selection(None, nearest(hit, page.sheet.shown.unit_at))
        page.workspace.choose_mark(mark)
        meant = not selected and mark is None and not page.caret_shown and not event.modifiers()
        page.word_clicked.emit(self._offset_at(event.position()) if meant else None)

    def double_click(self, event: QMouseEvent) -> None:
        hit = self._page.hit(event.position())
        if event.button() != Qt.MouseButton.LeftButton or hit is None:
            return
        self._since_double.start()
        self._pressed_at = event.position()
        self._begin_with(hit, word_at)

    # -- selecting ----------------------------------------------------------------------------------

    @property
    def selecting(self) -> bool:
        """True while the button is down and a selection is being made."""
        return self._from is not None

    def _is_third_click(self, place: QPointF) -> bool:
        near = (place - self._pressed_at).manhattanLength() < 6
        interval = QApplication.doubleClickInterval()
        return near and self._since_double.isValid() and self._since_double.elapsed() < interval

    def _begin_with(self, hit: Hit, part: Callable[[str, int], Span]) -> None:
        """Select a word or a sentence; a drag goes on by the same."""
        sheet = self._page.sheet
        assert sheet is not None
        self._from, self._part, self._moved = hit, part, True
        self._first = sheet.whole(part(sheet.text, sheet.shown.unit_at(hit.offset).start))
        self._page.set_selection(self._first)

    def _extend(self) -> None:
        page, hit = self._page, self._page.hit(self._last)
        if hit is None or self._from is None or page.sheet is None:
            return
        unit_at = page.sheet.shown.unit_at
        if self._part is None:
            span = between(self._from, hit, unit_at)
            backwards = hit < self._from
            page.set_selection(span, span.start if backwards else span.end)
        else:
            other = page.sheet.whole(self._part(page.sheet.text, unit_at(hit.offset).start))
            page.set_selection(joined(self._first, other))

    def _scroll_on(self) -> None:
        beyond = self._beyond()
        if beyond:
            bar = self._page.bar
            bar.setValue(bar.value() + round(beyond / 2) + (1 if beyond > 0 else -1))
            self._extend()

    def _beyond(self) -> float:
        """How far the mouse is beyond the edge where the text goes on; negative where it came from."""
        page = self._page
        block = page.place(self._last).block - page.scrolled
        return min(0.0, block) or max(0.0, block - page.breadth)

    # -- looking ------------------------------------------------------------------------------------

    @property
    def pointed(self) -> int | None:
        """The code point of the source under the pointer."""
        return self._offset_at(self._last) if self._page.viewport().underMouse() else None

    def _offset_at(self, place: QPointF) -> int | None:
        """The code point of the source whose cell, reading included, is at a place."""
        page, hit = self._page, self._page.hit(place)
        if hit is None or page.sheet is None:
            return None
        unit = page.sheet.shown.unit_at(hit.offset)
        for box in page.boxes(unit):
            line = page.line_box(box)
            cell = line & (
                box.adjusted(-_BIG, 0, _BIG, 0) if page.vertical else box.adjusted(0, -_BIG, 0, _BIG)
            )
            if cell.contains(place.toPoint()):
                return unit.start
        return None

    def _mark_under(self, place: QPointF) -> int | None:
        page = self._page
        ring = self._ring_under(place)
        if ring is not None:
            return ring
        hit = page.hit(place)
        if hit is None or page.sheet is None or not self._on_glyphs(place, hit):
            return None
        mark = mark_at(page.scene.marks, hit.offset)
        return mark.mark_id if mark else None

    def _on_glyphs(self, place: QPointF, hit: Hit) -> bool:
        page = self._page
        line = page.sheet.typeset.layout.line_of(hit.offset) if page.sheet else 0
        top, height = page.page_painter().row(line)
        inline, block = page.place(place)
        return -2 <= block - top <= height + 2 and 0 <= inline <= page.measure + page.viewing.size

    def _ring_under(self, place: QPointF) -> int | None:
        page = self._page
        if page.sheet is None:
            return None
        local = place - QPointF(page.origin)
        for mark_id, box in page.page_painter().rings(page.lines_in_view()):
            if QRectF(box).adjusted(-3, -3, 3, 3).contains(local):
                return mark_id
        return None

    def _look(self, event: QMouseEvent) -> None:
        """Show the note of the mark under the pointer, or where the link there leads."""
        page = self._page
        if event.modifiers() == Qt.KeyboardModifier.ShiftModifier and page.selection is None:
            offset = self._offset_at(event.position())
            if offset is not None:
                page.word_pointed.emit(offset)
            return
        mark_id = self._mark_under(event.position())
        ring = self._ring_under(event.position()) is not None
        ring = ring or page.margin.note_at(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if ring else Qt.CursorShape.IBeamCursor
        grip = page.handles.at(event.position()) is not None
        page.viewport().setCursor(Qt.CursorShape.OpenHandCursor if grip else shape)
        note = rendered(page.workspace.mark(mark_id).note, "").text if mark_id is not None else ""
        note = note or link_at(page, event.position())
        if not note:
            QToolTip.hideText()
            return
        short = note if len(note) <= _LONGEST_NOTE else note[:_LONGEST_NOTE] + "…"
        place: QPoint = event.globalPosition().toPoint()
        # Only rich text is wrapped; and what looks like a tag in a note is none.
        QToolTip.showText(
            place, f"<p style='white-space: pre-wrap'>{escape(short, quote=False)}</p>", page.viewport()
        )
