"""The reading page: one article, shown as the reader has chosen, with its marks.

The page keeps no copy of what the workspace and the viewing know; it keeps what only it knows: what is
selected, where the caret is, and the place in the source that stays at the top of the page whatever turns.
Offsets are code points of the source unless a name says `shown`; lengths are logical pixels.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from meipi.language.span import Span
from meipi.reading.margin import Margin
from meipi.reading.marking import Painted
from meipi.reading.view import ArticleView
from meipi.support.jobs import Jobs
from meipi.support.theme import Theme
from meipi.workspace import Article, Workspace
from meipi.workspace.viewing import Viewing

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent

    from meipi.reading.dropping import Dropping
    from meipi.reading.found import Found
    from meipi.reading.handles import Handles
    from meipi.reading.keys import PageKeys
    from meipi.reading.pointer import Pointer

_FLASH_MS = 900


class Page(ArticleView):
    """The page on which the open article is read, selected and marked."""

    selection_changed = Signal()
    """`selection` or `caret` is another."""
    word_clicked = Signal(object)
    """Where a click means nothing else: the code point of the source that was clicked on, or None beside the
    text."""
    word_pointed = Signal(int)
    """The pointer was moved over this code point of the source with Shift held down."""
    note_link_opened = Signal(str)
    """A link in a note in the margin was clicked; its address."""
    side_button = Signal(bool)
    """One of the mouse's buttons at its side was pressed; True for the one that goes forward."""

    def __init__(
        self, workspace: Workspace, viewing: Viewing, jobs: Jobs, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, viewing, jobs, theme, parent)
        self.selection: Span | None = None
        self.caret: int | None = None
        """Where the caret stands, between two code points; shown only in caret mode."""
        self.caret_closes = False
        """Whether it stands at the end of a line, not at the beginning of the next: the same place."""
        self.caret_shown = False
        self.looked_up: Span | None = None
        """The word of the source whose card is open."""
        self.found: Found | None = None
        """What was looked for and found, once anything was."""
        self._painted = False
        self.margin = Margin(self)
        self._flash = QTimer(self, singleShot=True, interval=_FLASH_MS)
        self._flash.timeout.connect(self._end_flash)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.viewport().setMouseTracking(True)
        self.viewport().setAcceptDrops(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        workspace.article_opened.connect(self._open)
        workspace.changed.connect(self._refresh)
        workspace.mark_chosen.connect(self._show_current)
        self._completed = False
        if workspace.article is not None:
            self._open(workspace.article)

    # What the first page does not need is imported and made when it is wanted.

    @cached_property
    def handles(self) -> Handles:
        """The grips of the selection."""
        from meipi.reading.handles import Handles

        return Handles(self)

    @cached_property
    def _pointer(self) -> Pointer:
        from meipi.reading.pointer import Pointer

        return Pointer(self)

    @cached_property
    def _dropping(self) -> Dropping:
        from meipi.reading.dropping import Dropping

        return Dropping(self)

    @cached_property
    def _keys(self) -> PageKeys:
        from meipi.reading.keys import PageKeys

        return PageKeys(self)

    def _complete(self) -> None:
        from meipi.reading.ahead import DrawnAhead
        from meipi.reading.mirror import Mirror

        Mirror(self)
        DrawnAhead(self)
        _Screen(self)

    # -- what is shown ------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self.theme = theme
        self.viewport().update()

    def _open(self, article: Article | None) -> None:
        self.set_selection(None)
        self.caret = self.looked_up = None
        self._painted = False
        self.show_article(article)

    def place_scene(self) -> None:
        self._gather_marks()
        self._gather_bookmarks()
        self._place_selection()
        self.margin.arrange()
        if self.found is not None:
            self.found.place()

    # -- marks --------------------------------------------------------------------------------------

    def _refresh(self, kinds: frozenset[str]) -> None:
        if not kinds & {"articles", "marks", "bookmarks"} or self.sheet is None:
            return
        # The first head note asks for a margin, and the last one gives it back; the title stands above all.
        noted = self.vertical and self.measure != self.sheet.typeset.layout.measure
        article = self.workspace.article
        if noted or (article is not None and self.header is not None and not self.header.says(article)):
            self.arrange()
        else:
            self.place_scene()
            self.viewport().update()

    def _gather_marks(self) -> None:
        assert self.sheet is not None
        marks = self.workspace.marks
        self.scene.marks = [
            Painted(
                mark.id, self.sheet.shown.to_shown(Span(*mark.span)), mark.colour, mark.style == "underline"
            )
            for mark in marks
        ]
        noted = [mark.id for mark in marks if mark.note]
        self.scene.numbers = {mark_id: number for number, mark_id in enumerate(noted, 1)}
        self.scene.current = self.workspace.mark_id

    def _gather_bookmarks(self) -> None:
        assert self.sheet is not None
        last = max(0, len(self.sheet.text) - 1)
        starts = (min(bookmark.start, last) for bookmark in self.workspace.bookmarks)
        self.scene.bookmarks = [self.sheet.to_shown(start) for start in starts]

    def _show_current(self, mark_id: int | None) -> None:
        self.scene.current = mark_id
        self.viewport().update()

    # -- selection ----------------------------------------------------------------------------------

    def set_selection(self, span: Span | None, caret: int | None = None, *, closes: bool = False) -> None:
        """Select a span of the source, or nothing; the caret goes to its end or where `caret` says, with
        `closes` to the end of the line before."""
        if span is not None and span.start >= span.end:
            span = None
        if caret is None and span is not None:
            caret = span.end
        if (span, caret, closes) == (self.selection, self.caret, self.caret_closes):
            return
        self.selection, self.caret_closes = span, closes
        if caret is not None:
            self.caret = caret
        self._place_selection()
        self.viewport().update()
        self.selection_changed.emit()

    def show_caret(self, shown: bool) -> None:
        """Turn caret mode on or off; it begins at the selection, or at the top of the page."""
        self.caret_shown = shown
        if shown and self.caret is None:
            self.caret = self.first_visible()
        self._place_selection()
        self.viewport().update()
        self.selection_changed.emit()

    def show_looked_up(self, span: Span | None) -> None:
        """Underline the word of the source whose card is open."""
        if span != self.looked_up:
            self.looked_up = span
            self._place_selection()
            self.viewport().update()

    def _place_selection(self) -> None:
        if self.sheet is None:
            return
        shown = self.sheet.shown.to_shown
        self.scene.selection = shown(self.selection) if self.selection else None
        self.scene.looked_up = shown(self.looked_up) if self.looked_up else None
        caret = self.caret if self.caret_shown else None
        self.scene.caret = None if caret is None else self.sheet.to_shown(caret)
        self.scene.caret_closes = self.caret_closes

    def next_script(self) -> str:
        """The script that T leads to: what would look as before is left out."""
        sheet = self.sheet
        return (
            self.viewing.next_script(sheet.script, sheet.variant) if sheet else self.viewing.next_script("")
        )

    def shown_text(self, span: Span) -> str:
        """A span of the source as it stands on the page now, without readings."""
        if self.sheet is None:
            return ""
        shown = self.sheet.shown.to_shown(span)
        return self.sheet.shown.text[shown.start : shown.end]

    @property
    def selecting(self) -> bool:
        """True while the mouse is selecting."""
        return self._pointer.selecting

    @property
    def pointed(self) -> int | None:
        """The code point of the source under the pointer, its reading included; None if there is none."""
        return self._pointer.pointed

    def select_sentence(self) -> None:
        """Select the sentence at the caret, or the first in view; if it is selected, its paragraph."""
        self._keys.select_sentence()

    def line_at(self, offset: int) -> Span | None:
        """The line, in the source, in which a code point of the source is shown; None on an empty page."""
        if self.sheet is None or not len(self.sheet.typeset.layout):
            return None
        layout = self.sheet.typeset.layout
        line = layout.line_of(self.sheet.to_shown(offset))
        start = self._begins(line)
        return Span(start, max(start, self.sheet.to_source(int(layout.line_end[line]))))

    # -- going about --------------------------------------------------------------------------------

    def reveal(self, span: Span, *, flash: bool = False) -> None:
        """Bring a span of the source into view, if it is not, and light it up for a moment."""
        if self.sheet is None or not len(self.sheet.typeset.layout):
            return
        self.bring_into_view(span)
        if flash:
            self.scene.flash = self.sheet.shown.to_shown(span)
            self._flash.start()
            self.viewport().update()

    def _end_flash(self) -> None:
        self.scene.flash = None
        self.viewport().update()

    # -- events -------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self.theme.paper))
        lines = self.lines_in_view()
        if self.header is not None and self.scrolled < 0:
            self.header.paint(painter, self.origin, self.theme)
        if self.sheet is not None and len(lines):
            self.page_painter().paint(painter, lines, self.origin)
            self.margin.paint(painter, self.viewport().rect())
            if self.found is not None:
                self.found.paint(painter)
            if self.selection is not None:
                self.handles.paint(painter)
        painter.end()
        if not self._completed:
            self._completed = True
            QTimer.singleShot(0, self, self._complete)
        if not self._painted and self.sheet is not None:
            self._painted = True
            self.first_painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Whoever comes by Tab must see where they are; for all others a ring around the text is noise.
        by_tab = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.setProperty("focusInside", by_tab)
        super().focusInEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            self.viewing.set_size(self.viewing.size + (turned > 0) - (turned < 0))
            event.accept()
        elif self.vertical:
            # In columns the text goes on to the left, whichever way the wheel is turned.
            turned = event.angleDelta().y() or event.angleDelta().x()
            self.bar.setValue(self.bar.value() - round(turned / 120 * 3 * self.bar.singleStep()))
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.double_click(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._dropping.move(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._dropping.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._dropping.leave(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._dropping.drop(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)


class _Screen(QObject):
    """Arranges a page anew when it comes to a screen of another pixel ratio.

    The page does not override `event` for it: for the first event that comes to such a method PySide6 loads
    all 50 classes of event, and that would be before the first page.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._page.arrange()
        return False
