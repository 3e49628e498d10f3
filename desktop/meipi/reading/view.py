"""The view of an article in type: how it is arranged to the window, where in it one is, what lies where.

The place at the top of the page is kept in the source, so that it stays there whatever turns: script,
phonetics, size or width. Offsets are code points of the source unless a name says `shown`; lengths are
logical pixels.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from meipi.language.span import Span
from meipi.reading.header import Header
from meipi.reading.painting import RING, RING_GAP, RING_STEP, PagePainter, Scene
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


class ArticleView(QAbstractScrollArea):
    """Shows the open article, scrolls, and knows where everything is."""

    position_changed = Signal(int)
    """The first code point of the source in view is another one."""
    arranged = Signal()
    """The article has been set anew: lines are elsewhere."""
    first_painted = Signal()
    """An article has been painted for the first time."""

    def __init__(
        self, workspace: Workspace, viewing: Viewing, jobs: Jobs, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.workspace, self.viewing, self.theme = workspace, viewing, theme
        self.sheet: Sheet | None = None
        self.scene = Scene()
        """What is on the page beside its text."""
        self.header: Header | None = None
        self.header_height = 0
        self._room = TypeRoom()
        self._anchor, self._anchor_shift, self._holding = 0, 0, False
        self._reader = BackgroundReader(self, jobs)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        viewing.changed.connect(self._rearrange_for)

    # -- arranging ----------------------------------------------------------------------------------

    def show_article(self, article: Article | None) -> None:
        """Show an article where its reader left it, or nothing."""
        self.scene = Scene()
        if article is None:
            self.sheet, self.header = None, None
            self.verticalScrollBar().setRange(0, 0)
            self.viewport().update()
            return
        self.sheet = Sheet(article.text, self.workspace.blocks(), article.script, self._room)
        self._anchor, self._anchor_shift = article.position, 0
        self.arrange()

    def _rearrange_for(self, name: str) -> None:
        if name != "theme":
            self._reader.allow()
            self.arrange()

    def place_scene(self) -> None:
        """Put what is on the page where it now belongs; called after each arranging."""

    def arrange(self) -> None:
        """Set the article anew, and keep the place that was at the top of the page there."""
        if self.sheet is None or self.workspace.article is None:
            return
        ratio = self.devicePixelRatioF()
        self.sheet.arrange(self.viewing, self.measure, ratio)
        article, sheet = self.workspace.article, self.sheet
        titled = bool(sheet.blocks) and sheet.blocks[0].kind == "title"
        length = len(sheet.text) - sum(sheet.text.count(end) for end in "\n\r")
        self.header = Header(article, length, titled, sheet.region, self.viewing.size)
        self.header_height = self.header.height(self.measure)
        self._hold_place()
        # What is now in view may need readings, which make lines longer and show other text: seldom twice.
        for _ in range(4):
            if not self._reader.read_now():
                break
            self.sheet.arrange(self.viewing, self.measure, ratio)
            self._hold_place()
        self._reader.go_on()
        self.place_scene()
        self.viewport().update()
        self.arranged.emit()

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
        return self.header_height - self.verticalScrollBar().value()

    def _hold_place(self) -> None:
        assert self.sheet is not None
        layout, bar, height = self.sheet.typeset.layout, self.verticalScrollBar(), self.viewport().height()
        extent = self.header_height + layout.extent + min(_BOTTOM, height // 3)
        self._holding = True
        bar.setRange(0, max(0, extent - height))
        bar.setPageStep(height)
        bar.setSingleStep(self.viewing.size * 2)
        if self._anchor <= 0 or not len(layout):
            bar.setValue(self._anchor_shift if self._anchor <= 0 else 0)
        else:
            line = layout.line_of(self.sheet.to_shown(self._anchor))
            bar.setValue(self.header_height + int(layout.line_top[line]) + self._anchor_shift)
        self._holding = False

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)
        if self._holding or self.sheet is None:
            return
        layout, value = self.sheet.typeset.layout, self.verticalScrollBar().value()
        self._anchor, self._anchor_shift = 0, value
        if value >= self.header_height and len(layout):
            line = layout.line_at(value - self.header_height)
            self._anchor = self._begins(line)
            # Of the very beginning the shift counts from the top of the page, header included.
            if self._anchor > 0:
                self._anchor_shift = value - self.header_height - int(layout.line_top[line])
        if self._reader.read_now():
            self.arrange()
        self.position_changed.emit(self._anchor)

    def _begins(self, line: int) -> int:
        """The first code point of the source that is shown from this line on, not from the one before."""
        assert self.sheet is not None
        first = int(self.sheet.typeset.layout.line_first[line])
        source = self.sheet.to_source(first)
        return source if self.sheet.to_shown(source) >= first else self.sheet.shown.unit_at(first).end

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

    # -- what lies where ----------------------------------------------------------------------------

    def first_visible(self) -> int:
        """The first code point of the first line that is wholly in view."""
        if self.sheet is None:
            return 0
        layout = self.sheet.typeset.layout
        for line in self.lines_in_view():
            if int(layout.line_top[line]) + self.top >= 0:
                return self._begins(line)
        return self._anchor

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

    def page_painter(self) -> PagePainter:
        """What paints the article as it is set now."""
        assert self.sheet is not None
        return PagePainter(self.sheet.typeset, self.theme, self.scene)

    # -- going about --------------------------------------------------------------------------------

    def bring_to_top(self, offset: int) -> None:
        """Scroll so that the line of a code point of the source is the first on the page."""
        if self.sheet is None or not len(self.sheet.typeset.layout):
            return
        layout = self.sheet.typeset.layout
        line = layout.line_of(self.sheet.to_shown(offset))
        self.verticalScrollBar().setValue(self.header_height + int(layout.line_top[line]))

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
            bar.setValue(max(bar.value() + tall, int(layout.line_top[line]) + self.header_height))
        else:
            bar.setValue(int(layout.line_top[line]) + tall + self.header_height - height)

    def hit(self, place: QPointF) -> Hit | None:
        """The cell at a place of the viewport, the nearest if there is none; None on an empty page."""
        if self.sheet is None or not len(self.sheet.typeset.layout):
            return None
        layout = self.sheet.typeset.layout
        line = layout.line_at(place.y() - self.top)
        inline = place.x() - self.left
        shown = layout.cell_at(line, inline)
        unit = self.sheet.shown.to_shown(self.sheet.shown.unit_at(shown))
        part = next(layout.segments(unit, (line,)), None)
        if part is None:
            return Hit(shown, 0.0)
        width = part.right - part.left
        cell = float(layout.cells(line)[1][shown - int(layout.line_start[line])])
        return Hit(shown, max(0.0, min(1.0, (inline - part.left) / width)), max(1, round(width / cell)))

    def bring_into_view(self, span: Span) -> None:
        """Scroll, if need be, so that a span of the source is in view."""
        if self.sheet is None or not len(self.sheet.typeset.layout):
            return
        layout, height = self.sheet.typeset.layout, self.viewport().height()
        first = layout.line_of(self.sheet.to_shown(span.start))
        last = layout.line_of(self.sheet.to_shown(max(span.start, span.end - 1)))
        top = int(layout.line_top[first]) + self.top
        bottom = int(layout.line_top[last] + layout.line_height[last]) + self.top
        if top < 0 or bottom > height:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + top - height // 4)
