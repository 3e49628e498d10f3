"""Notes at the head of the page: where each stands in the margin, so that none lies over another.

In columns they stand above the text, in lines at its outer side, in vermilion, each beside the line in which
its mark ends. One that would have to move too far is folded to its number. Lengths are logical pixels.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from meipi.reading.header import paint_column
from meipi.reading.margin import HEAD_MARGIN
from meipi.reading.note_lines import NoteLine, note_lines
from meipi.reading.painting import RING, RING_GAP, RING_STEP, PagePainter
from meipi.support.fonts import Region, reading_font
from meipi.support.theme import Theme
from meipi.support.wrapping import Run

Gone = Callable[[str], frozenset[str]]

_SIZE, _LINE = 14, 20
_GAP = 8
_LINES, _COLUMNS, _LETTERS = 6, 3, 7
_LEAST, _MOST = 140, 260
_FURTHEST = 120  # a note further from its line than this says nothing of it


@dataclass(frozen=True, slots=True)
class Placed:
    """A note in its place: where it begins across the lines and how broad it is there."""

    mark_id: int
    block: int
    breadth: int
    aside: int
    """How far it makes way for a second ring, and a third, in the lines it stands beside."""
    lines: tuple[NoteLine, ...]


def packed(wanted: Sequence[tuple[int, int]], gap: int, furthest: int) -> list[int | None]:
    """Where things stand that want to begin at some places and have some sizes, in order: never over each
    other, later ones moved on; None for one that would have to move further than `furthest`."""
    places: list[int | None] = []
    free: int | None = None
    for start, size in wanted:
        place = start if free is None else max(start, free)
        if place - start > furthest:
            places.append(None)
            continue
        places.append(place)
        free = place + size + gap
    return places


def _beside(painter: PagePainter, block: int, breadth: int) -> list[int]:
    """The lines whose rings lie beside a note."""
    layout, found = painter.typeset.layout, []
    for line in range(layout.line_at(block), layout.line_at(block + breadth) + 1):
        row, broad = painter.row(line)
        ring = row + (broad - RING) // 2
        if ring < block + breadth and ring + RING > block:
            found.append(line)
    return found


class HeadNotes:
    """The notes in the margin of an article as it is set now."""

    def __init__(self, region: Region, vertical: bool, room: int, hang: int = 0) -> None:
        """`room` is the length that a note has along the lines, `hang` how far marks hang past their end."""
        self._vertical = vertical
        self._font = reading_font(region, _SIZE)
        self._metrics = QFontMetrics(self._font)
        self._hang = hang
        self._length = _LETTERS * _LINE if vertical else max(_LEAST, min(_MOST, room - RING_STEP))
        self._free = max(0, room - self._length)
        self.placed: list[Placed] = []
        self._split: dict[tuple[str, frozenset[str]], tuple[NoteLine, ...]] = {}

    @staticmethod
    def fit(vertical: bool, room: int) -> bool:
        """Whether a margin of so many pixels along the lines has room for notes."""
        return room >= (HEAD_MARGIN if vertical else _LEAST)

    def place(self, notes: dict[int, str], painter: PagePainter, gone: Gone) -> None:
        """Put the notes, by mark, beside the lines in which their marks end. `gone` gives the addresses in a
        note that lead to nothing any more."""
        layout, wanted = painter.typeset.layout, []
        rings: Counter[int] = Counter()
        marks = sorted(painter.scene.marks, key=lambda mark: (mark.span.end, mark.mark_id))
        for mark in marks:
            if mark.mark_id not in notes:
                continue
            line = layout.line_of(max(mark.span.start, mark.span.end - 1))
            rings[line] += 1
            note = notes[mark.mark_id]
            lines = self._lines(note, gone(note))
            if not lines:
                continue
            row, breadth = painter.row(line)
            size = len(lines) * _LINE
            start = row + (breadth - size) // 2 if self._vertical else row + (breadth - _LINE) // 2
            wanted.append((mark.mark_id, start, size, lines))
        places = packed([(start, size) for _, start, size, _ in wanted], _GAP, _FURTHEST)
        self.placed = []
        for place, (mark_id, _, size, lines) in zip(places, wanted, strict=True):
            if place is None:
                continue
            aside = RING_STEP * max([0, *(rings[line] - 1 for line in _beside(painter, place, size))])
            free = (
                self._length - max(self._width(line.text) for line in lines) if self._vertical else self._free
            )
            # A line may be wider than it should by part of a letter; that alone folds no note.
            if aside <= max(0, free):
                self.placed.append(Placed(mark_id, place, size, aside, lines))

    def _lines(self, note: str, gone: frozenset[str]) -> tuple[NoteLine, ...]:
        if (note, gone) not in self._split:
            most = _COLUMNS if self._vertical else _LINES
            self._split[note, gone] = note_lines(note, gone, self._fitting, most)
        return self._split[note, gone]

    def _fitting(self, text: str) -> int:
        """How many code points of a text go into one line: whole words, if there is a space to part at."""
        width = 0.0
        for count, char in enumerate(text):
            width += self._width(char)
            if width > self._length and count:
                space = text.rfind(" ", 0, count + 1)
                return space if space > count // 2 else count
        return len(text)

    def _width(self, text: str) -> float:
        """How long some text is along a line of a note."""
        upright = sum(not char.isascii() for char in text) if self._vertical else 0
        latin = "".join(char for char in text if char.isascii()) if self._vertical else text
        return upright * _LINE + self._metrics.horizontalAdvance(latin)

    # -- on the page --------------------------------------------------------------------------------

    def box(self, placed: Placed, measure: int) -> QRect:
        """Where a note lies, from the text's own origin; `measure` is the length of a line."""
        if self._vertical:
            top = -RING_GAP - RING - 6 - self._length
            return QRect(-placed.block - placed.breadth, top, placed.breadth, self._length - placed.aside)
        left = measure + self._hang + RING_GAP + RING + _GAP + placed.aside
        return QRect(left, placed.block, self._length, placed.breadth)

    def at(self, point: QPoint, measure: int) -> int | None:
        """The mark whose note is at a point, counted from the text's own origin."""
        for placed in self.placed:
            if self.box(placed, measure).contains(point):
                return placed.mark_id
        return None

    def link_at(self, point: QPoint, measure: int) -> Run | None:
        """The link at a point, likewise."""
        for placed in self.placed:
            box = self.box(placed, measure)
            if not box.contains(point):
                continue
            for number, line in enumerate(placed.lines):
                for run in line.links:
                    if self._link_box(box, number, line, run).contains(point):
                        return run
        return None

    def _link_box(self, box: QRect, number: int, line: NoteLine, run: Run) -> QRectF:
        """Where the part of a link that is in one of its lines lies, for a note in that box."""
        start, end = (self._width(line.text[:place]) for place in (run.start, run.end))
        if self._vertical:
            left = box.right() + 1 - (number + 1) * _LINE
            return QRectF(left, box.top() + start, _LINE, end - start)
        return QRectF(box.left() + start, box.top() + number * _LINE, end - start, _LINE)

    def _paint_links(self, painter: QPainter, box: QRect, number: int, line: NoteLine, theme: Theme) -> None:
        """A line along each link; through the middle of one that leads nowhere."""
        for run in line.links:
            place = self._link_box(box, number, line, run)
            colour = QColor(theme.soft if run.gone else theme.cinnabar_text)
            if self._vertical:
                left = place.center().x() if run.gone else place.right() - 3
                painter.fillRect(QRectF(left, place.top() + 1, 1, place.height() - 2), colour)
            else:
                top = place.center().y() if run.gone else place.bottom() - 2
                painter.fillRect(QRectF(place.left(), top, place.width(), 1), colour)

    def paint(self, painter: QPainter, origin: QPoint, view: QRect, measure: int, theme: Theme) -> None:
        """Paint the notes that are in view."""
        painter.setPen(QColor(theme.cinnabar_text))
        painter.setFont(self._font)
        for placed in self.placed:
            box = self.box(placed, measure).translated(origin)
            if not box.intersects(view):
                continue
            for number, line in enumerate(placed.lines):
                if self._vertical:
                    middle = box.right() + 1 - (number + 0.5) * _LINE
                    paint_column(painter, line.text, self._font, middle, box.top(), _LINE / _SIZE)
                else:
                    row = QRectF(box.left(), box.top() + number * _LINE, box.width() + 4, _LINE)
                    painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, line.text)
                self._paint_links(painter, box, number, line, theme)
