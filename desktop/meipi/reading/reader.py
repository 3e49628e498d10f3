"""Readings, found when they are needed: at once for what is in view, in idle moments for the rest.

What they need takes longer to load than the whole window, and seconds to make for the first time: so that is
done on a worker, and never before the first page has been painted.
"""

from __future__ import annotations

import gc
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from meipi.reading.metrics import NONE
from meipi.support.jobs import Jobs
from meipi.support.memory import forget_sources

if TYPE_CHECKING:
    from meipi.reading.view import ArticleView

_SLICE = 0.005  # seconds at a time: a third of a frame
_PAUSE_MS = 12
_LATER_MS = 1_500  # loading holds Python up for a tenth of a second: not while the first key is pressed


class BackgroundReader:
    """Fills the readings of the page's sheet."""

    def __init__(self, page: ArticleView, jobs: Jobs) -> None:
        self._page, self._jobs = page, jobs
        self._allowed = False
        self._timer = QTimer(page, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._read_on)
        self._later = QTimer(page, singleShot=True)
        self._later.timeout.connect(self._warm)
        page.first_painted.connect(self._begin)

    def allow(self) -> None:
        """The reader has asked for readings: from now on they are found at once."""
        self._allowed = True

    def _begin(self) -> None:
        """Load what readings need: at once if they are shown, else when the reader has looked a while."""
        if not self._allowed:
            self._later.start(0 if self._page.viewing.phonetics != NONE else _LATER_MS)

    def _warm(self) -> None:
        if not self._allowed:
            cutting = self._page.viewing.scope != "all"
            self._jobs.run(lambda: _load(cutting), lambda _: self._warmed())

    def _warmed(self) -> None:
        forget_sources()
        # A hundred thousand entries of tables, which stay: no garbage collection need look through them.
        gc.freeze()
        self._allowed = True
        if self._page.viewing.phonetics != NONE:
            self._page.arrange()

    def read_now(self) -> bool:
        """Read what is in view; True if anything had to be, so that lines are elsewhere now."""
        sheet = self._page.sheet
        return self._allowed and sheet is not None and sheet.read_lines(self._page.lines_in_view())

    def go_on(self) -> None:
        """Read the rest of the article bit by bit, what follows first."""
        if self._allowed and self._page.viewing.phonetics != NONE and not self._timer.isActive():
            self._timer.start()

    def _read_on(self) -> None:
        sheet = self._page.sheet
        if sheet is None or self._page.viewing.phonetics == NONE:
            return
        here = self._page.last_in_view()
        piece, until = sheet.readings.next_missing(here), perf_counter() + _SLICE
        if piece is None:
            return
        while piece is not None and perf_counter() < until:
            sheet.read([piece])
            piece = sheet.readings.next_missing(here)
        self._page.renewed()
        self._timer.start()


def _load(cutting: bool) -> None:
    """Load what readings need, and what tells words apart."""
    from meipi.language import pinyin, words

    pinyin.prepare()
    if cutting:
        words.segment("暖")
        words.is_headword("暖")
