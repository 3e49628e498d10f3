"""The reading page: one article, shown as the reader has chosen, with its marks.

The page keeps no copy of what the workspace and the viewing know; it keeps what only it knows: what is
selected, where the caret is, and the place in the source that stays at the top of the page whatever turns.
Offsets are code points of the source unless a name says `shown`; lengths are logical pixels.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from meipi.language.span import Span
from meipi.reading.header import Header
from meipi.reading.keys import PageKeys
from meipi.reading.marking import Painted
from meipi.reading.painting import RING, RING_GAP, RING_STEP, PagePainter, Scene
from meipi.reading.pointer import Pointer
from meipi.reading.reader import BackgroundReader
from meipi.reading.selection import Hit
from meipi.reading.sheet import Sheet, TypeRoom
from meipi.support.jobs import Jobs
from meipi.support.theme import Theme
from meipi.workspace import Article, Workspace
from meipi.workspace.viewing import Viewing

MEASURE = 36
"""Hanzi in a full line."""

_LEFT_MARGIN = 24
_RIGHT_MARGIN = RING_GAP + RING + RING_STEP + 6
_LEAST_MEASURE = 8
_BOTTOM = 120
_FLASH_MS = 900


class Page(QAbstractScrollArea):
    """The page on which the open article is read, selected and marked."""

    selection_changed = Signal()
    """`selection` or `caret` is another."""
    position_changed = Signal(int)
    """The first code point of the source in view is another one."""
    first_painted = Signal()
    """An article has been painted for the first time."""

    def __init__(
        self, workspace: Workspace, viewing: Viewing, jobs: Jobs, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.workspace, self.viewing, self.theme = workspace, viewing, theme
        self.sheet: Sheet | None = None
        self.selection: Span | None = None
        self.caret: int | None = None
        """Where the caret stands, between two code points; shown only in caret mode."""
        self.caret_shown = False
        self._room = TypeRoom()
        self._scene = Scene()
        self._header: Header | None = None
        self._header_height = 0
        self._anchor, self._anchor_shift, self._holding = 0, 0, False
        self._painted = False
        self._reader = BackgroundReader(self, jobs)
        self._pointer = Pointer(self)
        self._keys = PageKeys(self)
        self._flash = QTimer(self, singleShot=True, interval=_FLASH_MS)
        self._flash.timeout.connect(self._end_flash)
        self.setObjectName("page")
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        workspace.article_opened.connect(self._open)
        workspace.changed.connect(self._refresh)
        workspace.mark_chosen.connect(self._show_current)
        viewing.changed.connect(self._rearrange_for)

    # -- what is shown ------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self.theme = theme
        self.viewport().update()

    def _open(self, article: Article | None) -> None:
        self.set_selection(None)
        self.caret = None
        self._scene = Scene()
        if article is None:
            self.sheet, self._header = None, None
            self.verticalScrollBar().setRange(0, 0)
            self.viewport().update()
            return
        blocks = self.workspace.blocks()
        self.sheet = Sheet(article.text, blocks, article.script, self._room)
        self._anchor, self._anchor_shift = article.position, 0
        self._painted = False
        self.arrange()

    def _rearrange_for(self, name: str) -> None:
        if name != "theme":
            self._reader.allow()
            self.arrange()

    def arrange(self) -> None:
        """Set the article anew, and keep the place that was at the top of the page there."""
        if self.sheet is None or self.workspace.article is None:
            return
        ratio = self.devicePixelRatioF()
        self.sheet.arrange(self.viewing, self.measure, ratio)
        article, sheet = self.workspace.article, self.sheet
        titled = bool(sheet.blocks) and sheet.blocks[0].kind == "title"
        length = len(sheet.text) - sum(sheet.text.count(end) for end in "\n\r")
        self._header = Header(article, length, titled, sheet.region, self.viewing.size)
        self._header_height = self._header.height(self.measure)
        self._hold_place()
        # What is now in view may need readings, which make lines longer and show other text: seldom twice.
        for _ in range(4):
            if not self._reader.read_now():
                break
            self.sheet.arrange(self.viewing, self.measure, ratio)
            self._hold_place()
        self._reader.go_on()
        self._gather_marks()
        self._place_selection()
        self.viewport().update()

    @property
    def measure(self) -> int:
        """Length of a line: 36 hanzi, or what the window has room for."""
        room = self.viewport().width() - _LEFT_MARGIN - _RIGHT_MARGIN
        size = self.viewing.size
        return max(_LEAST_MEASURE * size, min(MEASURE * size, room))

    @property
    def left(self) -> int:
        """Where the lines begin in the viewport."""
        return max(_LEFT_MARGIN, (self.viewport().width() - self.measure) // 2)

    @property
    def top(self) -> int:
        """Where the text's own origin lies in the viewport: negative when scrolled down."""
        return self._header_height - self.verticalScrollBar().value()

    def _hold_place(self) -> None:
        assert self.sheet is not None
        layout, bar, height = self.sheet.typeset.layout, self.verticalScrollBar(), self.viewport().height()
        extent = self._header_height + layout.extent + min(_BOTTOM, height // 3)
        self._holding = True
        bar.setRange(0, max(0, extent - height))
        bar.setPageStep(height)
        bar.setSingleStep(self.viewing.size * 2)
        if self._anchor <= 0 or not len(layout):
            bar.setValue(self._anchor_shift if self._anchor <= 0 else 0)
        else:
            line = layout.line_of(self.sheet.to_shown(self._anchor))
            bar.setValue(self._header_height + int(layout.line_top[line]) + self._anchor_shift)
        self._holding = False

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)
        if self._holding or self.sheet is None:
            return
        layout, value = self.sheet.typeset.layout, self.verticalScrollBar().value()
        if value < self._header_height or not len(layout):
            self._anchor, self._anchor_shift = 0, value
        else:
            line = layout.line_at(value - self._header_height)
            self._anchor = self.sheet.to_source(int(layout.line_first[line]))
            self._anchor_shift = value - self._header_height - int(layout.line_top[line])
        if self._reader.read_now():
            self.arrange()
        self.position_changed.emit(self._anchor)

    @property
    def position(self) -> int:
        """The first code point of the source in view."""
        return self._anchor

    def lines_in_view(self) -> range:
        """The numbers of the lines of which anything is in view."""
        if self.sheet is None or not len(self.sheet.typeset.layout):
            return range(0)
        layout = self.sheet.typeset.layout
        first = layout.line_at(-self.top)
        last = layout.line_at(-self.top + self.viewport().height())
        return range(max(0, first - 1), min(len(layout), last + 2))

    def last_in_view(self) -> int:
        """The end, in the source, of the last line that is wholly in view."""
        lines = self.lines_in_view()
        if self.sheet is None or not len(lines):
            return 0
        layout, floor = self.sheet.typeset.layout, self.viewport().height() - self.top
        whole = [line for line in lines if layout.line_top[line] + layout.line_height[line] <= floor]
        end = int(layout.line_end[whole[-1] if whole else lines[0]])
        return self.sheet.to_source(end)

    # -- marks --------------------------------------------------------------------------------------

    def _refresh(self, kinds: frozenset[str]) -> None:
        if "marks" in kinds and self.sheet is not None:
            self._gather_marks()
            self.viewport().update()

    def _gather_marks(self) -> None:
        assert self.sheet is not None
        marks = self.workspace.marks
        self._scene.marks = [
            Painted(
                mark.id, self.sheet.shown.to_shown(Span(*mark.span)), mark.colour, mark.style == "underline"
            )
            for mark in marks
        ]
        noted = [mark.id for mark in marks if mark.note]
        self._scene.numbers = {mark_id: number for number, mark_id in enumerate(noted, 1)}
        self._scene.current = self.workspace.mark_id

    def _show_current(self, mark_id: int | None) -> None:
        self._scene.current = mark_id
        self.viewport().update()

    @property
    def scene(self) -> Scene:
        """What is on the page beside its text."""
        return self._scene

    # -- selection ----------------------------------------------------------------------------------

    def set_selection(self, span: Span | None, caret: int | None = None) -> None:
        """Select a span of the source, or nothing; the caret goes to its end or where `caret` says."""
        if span is not None and span.start >= span.end:
            span = None
        if caret is None and span is not None:
            caret = span.end
        if (span, caret) == (self.selection, self.caret):
            return
        self.selection = span
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

    def first_visible(self) -> int:
        """The first code point of the first line that is wholly in view."""
        if self.sheet is None:
            return 0
        layout = self.sheet.typeset.layout
        for line in self.lines_in_view():
            if int(layout.line_top[line]) + self.top >= 0:
                return self.sheet.to_source(int(layout.line_first[line]))
        return self._anchor

    def _place_selection(self) -> None:
        if self.sheet is None:
            return
        shown = self.sheet.shown.to_shown
        self._scene.selection = shown(self.selection) if self.selection else None
        caret = self.caret if self.caret_shown else None
        self._scene.caret = None if caret is None else self.sheet.to_shown(caret)

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

    def boxes(self, span: Span) -> list[QRect]:
        """Where a span of the source is in the viewport, line by line, as far as it is in view."""
        return self.shown_boxes(self.sheet.shown.to_shown(span)) if self.sheet else []

    def shown_boxes(self, shown: Span) -> list[QRect]:
        """The same for a span of the shown text."""
        if self.sheet is None:
            return []
        painter, lines = self.page_painter(), self.lines_in_view()
        return [
            painter.rectangle(segment).translated(self.left, self.top).toRect()
            for segment in self.sheet.typeset.layout.segments(shown, lines)
        ]

    def reading_top(self, box: QRect) -> int:
        """Top of the line, readings included, that a box in the viewport lies in."""
        assert self.sheet is not None
        layout = self.sheet.typeset.layout
        return int(layout.line_top[layout.line_at(box.center().y() - self.top)]) + self.top

    def select_sentence(self) -> None:
        """Select the sentence at the caret, or the first in view; if it is selected, its paragraph."""
        self._keys.select_sentence()

    # -- going about --------------------------------------------------------------------------------

    def reveal(self, span: Span, *, flash: bool = False) -> None:
        """Bring a span of the source into view, if it is not, and light it up for a moment."""
        if self.sheet is None or not len(self.sheet.typeset.layout):
            return
        layout, height = self.sheet.typeset.layout, self.viewport().height()
        first = layout.line_of(self.sheet.to_shown(span.start))
        last = layout.line_of(self.sheet.to_shown(max(span.start, span.end - 1)))
        top = int(layout.line_top[first]) + self.top
        bottom = int(layout.line_top[last] + layout.line_height[last]) + self.top
        if top < 0 or bottom > height:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + top - height // 4)
        if flash:
            self._scene.flash = self.sheet.shown.to_shown(span)
            self._flash.start()
            self.viewport().update()

    def _end_flash(self) -> None:
        self._scene.flash = None
        self.viewport().update()

    def scroll_lines(self, count: int) -> None:
        """Scroll by lines, down if positive."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + count * bar.singleStep())

    def scroll_page(self, forward: bool) -> None:
        """Turn the page: the last line that was wholly in view becomes the first, or the other way round."""
        if self.sheet is None or not len(self.sheet.typeset.layout):
            return
        layout, bar, height = self.sheet.typeset.layout, self.verticalScrollBar(), self.viewport().height()
        line = layout.line_at(height - self.top if forward else -self.top)
        tall = int(layout.line_height[line])
        if forward:
            if int(layout.line_top[line]) + tall > height - self.top:
                line = max(0, line - 1)
            bar.setValue(max(bar.value() + tall, int(layout.line_top[line]) + self._header_height))
        else:
            bar.setValue(int(layout.line_top[line]) + tall + self._header_height - height)

    def hit(self, place: QPointF) -> Hit | None:
        """The cell at a place of the viewport, the nearest if there is none; None on an empty page."""
        if self.sheet is None or not len(self.sheet.typeset.layout):
            return None
        layout = self.sheet.typeset.layout
        line = layout.line_at(place.y() - self.top)
        inline = place.x() - self.left
        shown = layout.cell_at(line, inline)
        places, widths = layout.cells(line)
        index = shown - int(layout.line_start[line])
        across = (inline - float(places[index])) / max(1e-6, float(widths[index]))
        return Hit(shown, max(0.0, min(1.0, across)))

    # -- events -------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self.theme.paper))
        lines = self.lines_in_view()
        if self._header is not None and self.verticalScrollBar().value() < self._header_height:
            self._header.paint(painter, self.left, self.top - self._header_height, self.theme)
        if self.sheet is not None and len(lines):
            self.page_painter().paint(painter, lines, self.left, self.top)
        painter.end()
        if not self._painted and self.sheet is not None:
            self._painted = True
            self.first_painted.emit()

    def page_painter(self) -> PagePainter:
        """What paints the article as it is set now."""
        assert self.sheet is not None
        return PagePainter(self.sheet.typeset, self.theme, self._scene)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.arrange()
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.viewing.set_size(self.viewing.size + (1 if event.angleDelta().y() > 0 else -1))
            event.accept()
            return
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.double_click(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)
