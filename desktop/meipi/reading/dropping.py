"""Marks that are dragged onto the page: one that has no place in the text is dropped on its new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF
from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent, QDropEvent

from meipi.language.span import Span
from meipi.reading.selection import word_at
from meipi.support import dragging
from meipi.workspace import Mark

if TYPE_CHECKING:
    from meipi.reading.page import Page


class Dropping:
    """Shows where a dragged mark would come to lie, and places it there: on the selection if it is over that,
    else on the word. What is dragged otherwise is left to the window."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def move(self, event: QDragMoveEvent) -> None:
        """The mark is over the page."""
        span = self._under(event.position()) if self._mark(event.mimeData()) else None
        self._show(span)
        if span is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def leave(self, event: QDragLeaveEvent) -> None:
        """It is not over the page any more."""
        self._show(None)
        event.accept()

    def drop(self, event: QDropEvent) -> None:
        """It was let go of here."""
        mark, span = self._mark(event.mimeData()), self._under(event.position())
        self._show(None)
        if mark is None or span is None:
            event.ignore()
            return
        event.acceptProposedAction()
        if self._page.workspace.versions.attach(mark.id, span) is not None:
            if span == self._page.selection:
                self._page.set_selection(None, span.end)
            self._page.workspace.choose_mark(mark.id)

    def _mark(self, data: QMimeData) -> Mark | None:
        """The mark that is dragged, if it has no place in the text that is open."""
        uid = dragging.mark_in(data)
        return next((mark for mark in self._page.workspace.orphans if mark.uid == uid), None)

    def _under(self, place: QPointF) -> Span | None:
        page, selection = self._page, self._page.selection
        hit = page.hit(place)
        if hit is None or page.sheet is None:
            return None
        unit = page.sheet.shown.unit_at(hit.offset)
        if selection is not None and selection.start <= unit.start < selection.end:
            return selection
        word = word_at(page.sheet.text, unit.start)
        whole = page.sheet.shown.to_source(page.sheet.shown.to_shown(word))
        return whole if whole.start < whole.end else None

    def _show(self, span: Span | None) -> None:
        page = self._page
        flash = page.sheet.shown.to_shown(span) if page.sheet is not None and span is not None else None
        if page.scene.flash != flash:
            page.scene.flash = flash
            page.viewport().update()
