"""What the commands for finding in the article do."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from meipi.language.span import Span
from meipi.reading.found import Found
from meipi.reading.page import Page
from meipi.support.jobs import Jobs
from meipi.support.theme import Theme
from meipi.window.find_bar import FindBar
from meipi.workspace import Article, Workspace

_AWAY = 12
"""Logical pixels."""

_LONGEST = 40
"""A selection of at most so many code points is what one is likely to look for."""


class FindDesk(QObject):
    """Joins the bar with the page. What is typed is looked for on a worker; only the last counts."""

    began = Signal()
    """The bar was opened: the page will show hits."""
    arrived = Signal()
    """The reader has gone to a hit, or stays where they are."""

    def __init__(self, bar: FindBar, page: Page, workspace: Workspace, jobs: Jobs) -> None:
        super().__init__(bar)
        self._bar, self._page, self._workspace, self._jobs = bar, page, workspace, jobs
        self._found = page.found = Found(page)
        self._asked = 0
        self._from = 0
        """Where the reader was when they began to look."""
        bar.asked.connect(self._look)
        bar.taken.connect(self._take)
        bar.stepped.connect(self._step)
        bar.closed.connect(self.close)
        workspace.article_opened.connect(self._article_opened)
        page.installEventFilter(self)
        page.arranged.connect(self._follow)
        self._follow()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._bar.set_theme(theme)

    def open(self) -> None:
        """Show the bar, with what is selected in it if that is short."""
        article, span = self._workspace.article, self._page.selection
        if article is None:
            return
        selected = article.text[span.start : span.end] if span else ""
        fits = 0 < len(selected) <= _LONGEST and "\n" not in selected.strip()
        if not self._bar.isVisible():
            self._from = span.start if span else self._page.first_visible()
            self.began.emit()
        self._bar.open(selected.strip() if fits else "")
        if not fits and self._bar.field.text():
            self._look(self._bar.field.text())

    def next(self) -> None:
        """Go to the next hit and select it."""
        self._go(1)

    def previous(self) -> None:
        """Go to the hit before and select it."""
        self._go(-1)

    def close(self) -> None:
        """Hide the bar and the frames; the page has the keys again, where it is."""
        self._asked += 1
        self._found.show((), None)
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self._bar.isAncestorOf(focus)
        self._bar.hide()
        self.arrived.emit()
        if had_focus:
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        self._bar.set_flush(self._page.vertical)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Esc lets go of what is selected first; the page sees to that.
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self._bar.isVisible()
            and self._page.selection is None
        ):
            self.close()
            return True
        return False

    def _article_opened(self, article: Article | None) -> None:
        self._found.show((), None)
        if article is None:
            self.close()
        elif self._bar.isVisible():
            self._from = article.position
            self._look(self._bar.field.text())

    def _look(self, text: str) -> None:
        self._asked += 1
        article = self._workspace.article
        if article is None or not text.strip():
            self._show(self._asked, [])
            return
        self._jobs.run(partial(_find, article.text, text), partial(self._show, self._asked))

    def _show(self, asked: int, spans: list[Span]) -> None:
        if asked != self._asked:
            return
        self._found.show(spans, None)
        self._choose(self._found.nearest(self._from), select=False)

    def _choose(self, number: int | None, *, select: bool) -> None:
        found = self._found
        found.show(found.spans, number)
        if number is not None:
            span = found.spans[number]
            self._page.reveal(span)
            self._uncover(span)
            if select:
                self._page.set_selection(span)
        self._bar.tell(None if number is None else number + 1, len(found.spans))

    def _uncover(self, span: Span) -> None:
        """Scroll a hit out from under the bar. In columns the bar lies above the text."""
        covered = [box for box in self._page.boxes(span) if box.intersects(self._bar.covers)]
        if covered and not self._page.vertical:
            below = self._bar.covers.bottom() - min(box.top() for box in covered)
            self._page.bar.setValue(self._page.bar.value() - below - _AWAY)

    def _step(self, step: int) -> None:
        """To the next hit, or the one before, without leaving the bar."""
        if self._found.spans:
            now = self._found.current
            number = 0 if now is None else (now + step) % len(self._found.spans)
            self._choose(number, select=False)

    def _take(self) -> None:
        """Give the current hit to the page, selected, with the keys."""
        if self._found.current is not None:
            self._choose(self._found.current, select=True)
            self.arrived.emit()
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, step: int) -> None:
        if not self._bar.isVisible():
            self.open()
            return
        spans = self._found.spans
        if not spans:
            return
        number, selection = self._found.current, self._page.selection
        if number is not None and selection in (spans[number], None):
            number = (number + step) % len(spans)
        else:  # the reader has selected something else meanwhile, and goes on from there
            later = self._found.nearest(selection.end if selection else self._from) or 0
            number = later if step > 0 else (later - 1) % len(spans)
        self._choose(number, select=True)
        self.arrived.emit()


def _find(text: str, query: str) -> list[Span]:
    from meipi.language.matching import find_all

    return find_all(text, query)
