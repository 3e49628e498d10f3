"""The margin of a page: head notes, and the writing of a note in its place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter

from meipi.reading.metrics import KINDS
from meipi.reading.painting import RING, RING_GAP

if TYPE_CHECKING:
    from meipi.reading.head_notes import HeadNotes
    from meipi.reading.page import Page
    from meipi.support.fonts import Region
    from meipi.support.wrapping import Run

HEAD_MARGIN = 182
"""In columns, the room above the text where there are head notes."""

_EDGE = 20
_PLAIN = KINDS.index("paragraph")


class Margin:
    """What stands beside the text of a page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._notes: HeadNotes | None = None
        self._made: tuple[tuple[Region, bool, int, int], HeadNotes] | None = None

    def arrange(self) -> None:
        """Put the notes where they belong, if the reader wants them and there is room."""
        page, self._notes = self._page, None
        written = {mark.id: mark.note for mark in page.workspace.marks if mark.note}
        if page.sheet is None or not written or not page.viewing.head_notes:
            return
        from meipi.reading.head_notes import HeadNotes

        vertical = page.vertical
        metrics = page.sheet.typeset.metrics
        hangs = metrics.choice.line_end == "hang" and not vertical
        hang = metrics.styles[_PLAIN].glyph if hangs else 0
        used = page.left + page.measure + hang + RING_GAP + RING + _EDGE
        room = page.head if vertical else page.viewport().width() - used
        if not HeadNotes.fit(vertical, room):
            return
        # What has been wrapped for one width is kept: with a thousand notes it takes longer than a frame.
        key = (page.sheet.region, vertical, room, hang)
        if self._made is None or self._made[0] != key:
            self._made = (key, HeadNotes(*key))
        self._notes = self._made[1]
        self._notes.place(written, page.page_painter(), page.workspace.links.gone)

    def paint(self, painter: QPainter, view: QRect) -> None:
        """Paint the notes that are in view."""
        page = self._page
        if self._notes is not None:
            self._notes.paint(painter, page.origin, view, page.measure, page.theme)

    def note_at(self, point: QPoint) -> int | None:
        """The mark whose note is at a point of the viewport."""
        if self._notes is None:
            return None
        return self._notes.at(point - self._page.origin, self._page.measure)

    def link_at(self, point: QPoint) -> Run | None:
        """The link in a note at a point of the viewport."""
        if self._notes is None:
            return None
        return self._notes.link_at(point - self._page.origin, self._page.measure)

    def edit(self, mark_id: int) -> None:
        """Write the note of a mark in its place in the margin."""
        from meipi.reading.margin_editor import MarginEditor

        page = self._page
        box = QRect()
        for placed in self._notes.placed if self._notes is not None else ():
            if placed.mark_id == mark_id and self._notes is not None:
                box = self._notes.box(placed, page.measure).translated(page.origin)
        draft, workspace = page.workspace.marking.draft(mark_id), page.workspace
        note = workspace.mark(mark_id).note
        text = draft if draft is not None else note
        editor = MarginEditor(
            page.viewport(),
            text,
            workspace.links.places,
            partial(self._save, mark_id),
            lambda written: workspace.marking.keep_draft(mark_id, None if written == note else written),
        )
        editor.open_at(box)

    def _save(self, mark_id: int, text: str) -> None:
        if any(mark.id == mark_id for mark in self._page.workspace.marks):
            self._page.workspace.marking.write_note(mark_id, text)
        self._page.setFocus()
