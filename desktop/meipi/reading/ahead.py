"""The next page, drawn while the reader looks at this one.

A line seen for the first time costs a fraction of a millisecond for its runs of glyphs, and each hanzi that
was not met before in its size costs its bitmap: half of what a page turn takes. Both can be made in idle
moments.
"""

from __future__ import annotations

from itertools import chain
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage, QPainter

from meipi.language.span import Span
from meipi.reading.metrics import NONE

if TYPE_CHECKING:
    from meipi.reading.view import ArticleView

_AFTER_MS = 20  # when the page has been painted, and a key that is held down has not repeated yet
_SLICE = 0.004  # seconds at a time: a quarter of a frame


class DrawnAhead(QObject):
    """Draws the lines of the page after the one in view, then of the page before it."""

    def __init__(self, page: ArticleView) -> None:
        super().__init__(page)
        self._page = page
        # Where it is painted matters to no one: the bitmaps of glyphs are made, and nothing is shown.
        self._paper = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(self._go_on)
        page.arranged.connect(self._begin)
        page.position_changed.connect(self._begin)
        self._begin()

    def _begin(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _go_on(self) -> None:
        page, until = self._page, perf_counter() + _SLICE
        missing = self._missing()
        if not missing:
            return
        painter_of_lines = page.page_painter()
        self._paper.setDevicePixelRatio(page.devicePixelRatioF())
        painter = QPainter(self._paper)
        for line in missing:
            painter_of_lines.paint_glyphs(painter, range(line, line + 1))
            if perf_counter() > until:
                break
        painter.end()
        self._begin()

    def _missing(self) -> list[int]:
        """The lines to be drawn, as far as their readings are known."""
        page = self._page
        lines = page.lines_in_view()
        if page.sheet is None or not len(lines):
            return []
        typeset, found = page.sheet.typeset, []
        ahead = range(lines.stop, min(lines.stop + len(lines), len(typeset.layout)))
        back = range(lines.start - 1, max(-1, lines.start - 1 - len(lines)), -1)
        for line in chain(ahead, back):
            if not typeset.is_drawn(line) and not self._unread(line):
                found.append(line)
        return found

    def _unread(self, line: int) -> bool:
        sheet = self._page.sheet
        assert sheet is not None
        layout = sheet.typeset.layout
        if sheet.typeset.metrics.phonetics == NONE:
            return False
        shown = Span(int(layout.line_start[line]), int(layout.line_end[line]))
        return bool(sheet.readings.missing(sheet.shown.to_source(shown)))
