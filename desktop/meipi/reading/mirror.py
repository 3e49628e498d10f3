"""The article's text for those who hear it: what a screen reader reads in place of the painted page.

Qt's own interface for a text that is painted by hand can be written in Python, but the bridge to AT-SPI
crashes when it asks such an object what it can do. A QPlainTextEdit has that interface in C++. So one that
nobody sees lies at the corner of the page: it holds the text as it is shown, its cursor stands where the
page's caret or selection is, and when the screen reader moves the one, the other follows. Keys stay with the
page: it is the mirror's focus proxy, so that the mirror counts as focused while the page has the keys.

Nothing of it is made before a screen reader is there, and it follows the page a moment later than the eye.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING, cast

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QMoveEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QPlainTextEdit

from meipi.language.span import Span
from meipi.reading.characters import codes_of
from meipi.reading.spoken import change_told, mark_told, phonetics_told, script_told
from meipi.reading.utf16 import Utf16
from meipi.support.announcing import announce
from meipi.support.translation import tr
from meipi.workspace import Mark

if TYPE_CHECKING:
    from meipi.reading.page import Page
    from meipi.reading.sheet import Sheet
    from meipi.reading.shown import Shown

_SOON_MS = 30
_LONGEST = 20_000  # units of a paragraph whose lines are given to the mirror

# What a text document takes for one ending of a paragraph or of a frame, and what keeps its units for it.
_KEPT = (("\r\n", " \n"), ("\r", "\n"), ("\ufdd0", "\ufffd"), ("\ufdd1", "\ufffd"))


class Mirror(QObject):
    """Keeps the unseen text of a page in step with it, and says what happens there."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._text: _Text | None = None
        self._shown: Shown | None = None
        self._utf16: Utf16
        self._following = False
        self._mark_id: int | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._follow)
        page.installEventFilter(self)
        page.arranged.connect(self._wait)
        page.position_changed.connect(self._wait)
        page.selection_changed.connect(self._caret_moved)
        page.workspace.article_opened.connect(self._wait)
        page.workspace.mark_chosen.connect(self._mark_chosen)
        page.viewing.changed.connect(self._viewing_changed)
        if page.hasFocus():
            self._take_focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            # Qt tells of the page's own focus after this event; the mirror's comes after that.
            QTimer.singleShot(0, self, self._take_focus)
        return False

    def _wait(self) -> None:
        """Follow the page when what is under way has been painted."""
        # Not begun anew each time: what changes again and again is followed all the same.
        if QAccessible.isActive() and not self._soon.isActive():
            self._soon.start()

    def _take_focus(self) -> None:
        if not QAccessible.isActive():
            return
        there = self._text is not None
        self._follow()
        if there:
            self._tell_focus()

    def _tell_focus(self) -> None:
        if self._text is not None and self._page.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Focus))

    # -- from the page to the screen reader ---------------------------------------------------------

    def _follow(self) -> None:
        page, made = self._page, self._text is None
        if self._text is None:
            self._text = _Text(page)
            self._text.cursorPositionChanged.connect(self._moved_by_reader)
            self._text.selectionChanged.connect(self._moved_by_reader)
            self._text.textChanged.connect(self._written_by_reader)
        text, article, viewing = self._text, page.workspace.article, page.viewing
        text.setAccessibleName(article.title if article else tr("Article"))
        text.setAccessibleDescription(f"{script_told(viewing)}; {phonetics_told(viewing)}")
        shown = page.sheet.shown if page.sheet else None
        with self._leading():
            if shown is not self._shown:
                self._shown = shown
                self._fill(text, shown)
            if page.sheet is not None:
                self._place_cursor(text, page.sheet)
        if made:
            self._tell_focus()  # the page has had it until now

    @contextmanager
    def _leading(self) -> Iterator[None]:
        """While one of the two follows the other, it does not lead."""
        self._following = True
        try:
            yield
        finally:
            self._following = False

    def _fill(self, text: _Text, shown: Shown | None) -> None:
        self._utf16 = Utf16(shown.analysis.codes if shown else codes_of(""))
        kept = shown.text if shown else ""
        for found, instead in _KEPT:
            kept = kept.replace(found, instead)
        text.setPlainText(kept)

    def _place_cursor(self, text: _Text, sheet: Sheet) -> None:
        page, units = self._page, self._utf16.units
        if page.selection is not None:
            span = sheet.shown.to_shown(page.selection)
            start, end = units(span.start), units(span.end)
            if page.caret == page.selection.start:
                start, end = end, start
            place = page.caret if page.caret is not None else page.selection.end
        else:
            place = self._place()
            start = end = units(sheet.to_shown(place))
        self._set_lines(text, sheet, end)
        cursor = text.textCursor()
        if (cursor.anchor(), cursor.position()) != (start, end):
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            text.setTextCursor(cursor)
        boxes = page.boxes(Span(place, place + 1))
        if boxes:
            text.put_at(end, boxes[0].topLeft())

    def _place(self) -> int:
        """Where reading stands, in the source: at the caret, the chosen mark, or the top of the page."""
        page, workspace = self._page, self._page.workspace
        if page.caret_shown and page.caret is not None:
            return page.caret
        if workspace.mark_id is not None:
            mark = workspace.mark(workspace.mark_id)
            if mark.in_text and page.position <= mark.start < page.last_in_view():
                return mark.start
        return page.first_visible()

    def _set_lines(self, text: _Text, sheet: Sheet, place: int) -> None:
        """Break the paragraph around a place, in units, into the lines that the page has."""
        begin, end = text.paragraph(place)
        layout, code_points = sheet.typeset.layout, self._utf16.code_points
        if end - begin > _LONGEST or not len(layout):
            return
        first, last = code_points(begin), code_points(end)
        starts = layout.line_start[layout.line_of(first) + 1 :]
        breaks = [self._utf16.units(int(start)) for start in starts[: np.searchsorted(starts, last)]]
        text.set_lines(begin, [after - before for before, after in pairwise([begin, *breaks, end])])

    # -- from the screen reader to the page ---------------------------------------------------------

    def _moved_by_reader(self) -> None:
        page, text = self._page, self._text
        if self._following or text is None or page.sheet is None:
            return
        length = self._utf16.units(len(self._shown.text)) if self._shown else 0
        if page.sheet.shown is not self._shown or text.document().characterCount() - 1 != length:
            return  # It moved in a text that is not the page's; the page's comes in a moment.
        cursor, code_points = text.textCursor(), self._utf16.code_points
        start, end = code_points(cursor.selectionStart()), code_points(cursor.selectionEnd())
        span = page.sheet.shown.to_source(Span(start, end))
        caret = span.start if cursor.position() == cursor.selectionStart() else span.end
        with self._leading():
            page.set_selection(span if cursor.hasSelection() else None, caret)
            page.show_caret(True)
            page.reveal(span)
        self._caret_moved()

    def _written_by_reader(self) -> None:
        # Qt lets it write even where it may only read.
        if not self._following:
            self._shown = None
            self._wait()

    # -- what is said -------------------------------------------------------------------------------

    def _viewing_changed(self, name: str) -> None:
        announce(self._page, change_told(self._page.viewing, name))

    def _caret_moved(self) -> None:
        if not QAccessible.isActive() or self._following:
            return
        page = self._page
        if self._text is not None and page.sheet is not None and page.sheet.shown is self._shown:
            self._follow()
        else:
            self._wait()
        caret = page.caret if page.caret_shown or page.selection is None else None
        here = [mark for mark in page.workspace.marks if caret is not None and mark.start <= caret < mark.end]
        mark = min(here, key=lambda mark: mark.end - mark.start, default=None)
        self._tell(mark, mark_told(mark) if mark else "")

    def _mark_chosen(self, mark_id: int | None) -> None:
        self._wait()
        if mark_id is not None and self._page.hasFocus():
            mark = self._page.workspace.mark(mark_id)
            self._tell(mark, f"{mark.exact}; {mark_told(mark)}")

    def _tell(self, mark: Mark | None, words: str) -> None:
        """Say a mark once, until another one or none is come to."""
        mark_id = mark.id if mark else None
        if mark_id != self._mark_id:
            self._mark_id = mark_id
            announce(self._page, words)


class _Text(QPlainTextEdit):
    """One pixel beyond the corner of the page: never seen, without mouse and keys, it has the text."""

    def __init__(self, page: QAbstractScrollArea) -> None:
        super().__init__(page.viewport())
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusProxy(page)
        self.setGeometry(-1, -1, 1, 1)
        self.show()

    def paragraph(self, place: int) -> tuple[int, int]:
        """Where the paragraph around a place begins and ends, its ending left out."""
        block = self.document().findBlock(place)
        return block.position(), block.position() + block.length() - 1

    def set_lines(self, begin: int, lengths: Sequence[int]) -> None:
        """Break the paragraph that begins there into lines of so many units: what is read as a line."""
        layout = self.document().findBlock(begin).layout()
        if [layout.lineAt(line).textLength() for line in range(layout.lineCount())] == lengths:
            return
        option = QTextOption(layout.textOption())
        option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        for length in lengths:
            line = layout.createLine()
            # Columns are glyphs, of which a line has as many as units or fewer.
            columns, extra = length, length
            while line.isValid() and extra > 0 and columns > 0:
                line.setNumColumns(columns)
                extra = line.textLength() - length
                columns -= max(1, extra // 2)
        layout.endLayout()

    def put_at(self, place: int, corner: QPoint) -> None:
        """Have the box of one character begin where it does on the page, for a magnifier that follows."""
        block = self.document().findBlock(place)
        layout = block.layout()
        line = layout.lineForTextPosition(place - block.position())
        if line.isValid():
            # PySide gives the place back too, which its stubs do not know.
            inline, _ = cast("tuple[float, int]", line.cursorToX(place - block.position()))
            scrolled = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
            layout.setPosition(QPointF(corner - self.pos() + scrolled) - QPointF(inline, line.y()))

    def moveEvent(self, event: QMoveEvent) -> None:
        # The page scrolls by moving what is on it.
        self.move(-1, -1)
