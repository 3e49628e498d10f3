"""What was looked for and found in the article: each in view framed, for each a tick on the scroll bar.

Spans are code points of the source, in order and apart; lengths are logical pixels.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from meipi.language.span import Span

if TYPE_CHECKING:
    from meipi.reading.page import Page

_FRAME, _CURRENT = 1.5, 2.5
_ROUND = 3
_TICK = 3


class Found:
    """The hits on a page; one of them may be the current one."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.spans: tuple[Span, ...] = ()
        self.current: int | None = None
        """The number of the hit that the reader is at."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._ticks = _Ticks(page)

    def show(self, spans: Sequence[Span], current: int | None) -> None:
        """Show these hits, or none."""
        if self.spans != tuple(spans):
            self.spans = tuple(spans)
            self._starts, self._ends = [span.start for span in spans], [span.end for span in spans]
            self.place()
        self.current = current
        self._page.viewport().update()

    def nearest(self, offset: int) -> int | None:
        """The number of the first hit that begins at an offset or later; the first of all where none does."""
        if not self.spans:
            return None
        return bisect_left(self._starts, offset) % len(self.spans)

    def place(self) -> None:
        """Lines are elsewhere, or there are other hits: put the ticks where they belong."""
        self._ticks.set(self._shares())

    def paint(self, painter: QPainter) -> None:
        """Frame the hits that are in view."""
        page = self._page
        lines = page.lines_in_view()
        if page.sheet is None or not self.spans or not len(lines):
            return
        layout = page.sheet.typeset.layout
        begin = page.sheet.to_source(int(layout.line_start[lines[0]]))
        end = page.sheet.to_source(int(layout.line_end[lines[-1]]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for number in range(bisect_right(self._ends, begin), bisect_left(self._starts, end)):
            width = _CURRENT if number == self.current else _FRAME
            painter.setPen(QPen(QColor(page.theme.cinnabar), width))
            for box in page.boxes(self.spans[number]):
                inner = QRectF(box).adjusted(width / 2, width / 2, -width / 2, -width / 2)
                painter.drawRoundedRect(inner, _ROUND, _ROUND)

    def _shares(self) -> list[float]:
        """Where in the length of the scroll bar the hits are, 0 to 1, each place once."""
        page = self._page
        sheet = page.sheet
        if sheet is None or not self.spans or not len(sheet.typeset.layout):
            return []
        layout = sheet.typeset.layout
        if sheet.shown.conversion.uneven:
            starts = np.array([sheet.shown.to_shown(span).start for span in self.spans])
        else:
            starts = np.array(self._starts)
        lines = np.unique(np.maximum(np.searchsorted(layout.line_start, starts, "right") - 1, 0))
        places = layout.line_top[lines] + page.header_breadth
        whole = page.bar.maximum() + page.bar.pageStep()
        shares: list[float] = (places / max(1, whole)).tolist()
        return shares


class _Ticks(QWidget):
    """Lies over the scroll bar of a page and lets the mouse through."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._shares: list[float] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        page.horizontalScrollBar().installEventFilter(self)
        page.verticalScrollBar().installEventFilter(self)
        self.hide()

    def set(self, shares: list[float]) -> None:
        self._shares = shares
        self._follow()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide):
            self._follow()
        return False

    def _follow(self) -> None:
        bar = self._page.bar
        self.setVisible(bool(self._shares) and bar.isVisible())
        self.setGeometry(bar.rect().translated(bar.mapTo(self._page, bar.rect().topLeft())))
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = QColor(self._page.theme.cinnabar)
        vertical = self._page.vertical
        length = (self.width() if vertical else self.height()) - _TICK
        # Thousands of hits are some hundred places a pixel high.
        for place in {round(share * length) for share in self._shares}:
            if vertical:  # in columns the bar begins at its right
                painter.fillRect(self.width() - _TICK - place, 3, _TICK, self.height() - 6, colour)
            else:
                painter.fillRect(3, place, self.width() - 6, _TICK, colour)
        painter.end()
