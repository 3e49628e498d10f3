"""The view of an article in type: how it is arranged to the window, where in it one is, what lies where.

The place at the top of the page is kept in the source, so that it stays there whatever turns: script,
phonetics, size or width. Offsets are code points of the source unless a name says `shown`; lengths are
logical pixels.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

from meipi.language.span import Span
from meipi.reading import axes
from meipi.reading.converter import BackgroundConverter
from meipi.reading.header import Header
from meipi.reading.margin import HEAD_MARGIN
from meipi.reading.metrics import KINDS
from meipi.reading.own_words import OwnWords
from meipi.reading.painting import RING, RING_GAP, RING_STEP, PagePainter, Scene
from meipi.reading.reader import BackgroundReader
from meipi.reading.selection import Hit
from meipi.reading.sheet import Sheet, TypeRoom
from meipi.support.jobs import Jobs
from meipi.support.theme import Theme
from meipi.support.tones import colours
from meipi.workspace import Article, Workspace
from meipi.workspace.viewing import Viewing

_LEFT_MARGIN = 24
_RIGHT_MARGIN = RING_GAP + RING + RING_STEP + 6
_HEAD, _FOOT = 44, 36
_LEAST_MEASURE = 8
_BOTTOM = 120
_POLICIES = (Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
REPAINTED = ("theme", "tones", "own_tones", "doubts")
"""What the reader can choose without a character moving."""
_PLAIN = KINDS.index("paragraph")


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
        self.header_breadth = 0
        self._room = TypeRoom()
        self._tone_colours: dict[tuple[str, tuple[str, ...], str], tuple[str, ...]] = {}
        self._anchor, self._anchor_shift, self._holding, self._arranging = 0, 0, False, False
        self._reader = BackgroundReader(self, jobs)
        self._converter = BackgroundConverter(self, jobs)
        self._own_words = OwnWords(self, self._room.lexicon)
        # Of a viewport made by Qt, PySide6 would find out the kind, through all classes of widget: 15 ms.
        self._viewport = QWidget()
        self.setViewport(self._viewport)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.horizontalScrollBar().setInvertedAppearance(True)
        viewing.changed.connect(self._rearrange_for)

    # -- arranging ----------------------------------------------------------------------------------

    def show_article(self, article: Article | None) -> None:
        """Show an article where its reader left it, or nothing."""
        self.scene = Scene()
        if article is None:
            self.sheet, self.header = None, None
            self.bar.setRange(0, 0)
            self.viewport().update()
            return
        self.sheet = Sheet(
            article.text,
            self.workspace.blocks(),
            article.script,
            self._room,
            self.workspace.inlines(),
            self.workspace.vocabulary.exceptions_here,
        )
        self._own_words.correct(self.sheet)
        self._anchor, self._anchor_shift = article.position, 0
        self.arrange()

    def _rearrange_for(self, name: str) -> None:
        if name in REPAINTED:
            self.repaint_all()
        else:
            self._own_words.choose(name)
            self._reader.allow()
            self.arrange()

    def repaint_all(self) -> None:
        """Paint everything anew, where it is."""
        self.viewport().update()

    def place_scene(self) -> None:
        """Put what is on the page where it now belongs; called after each arranging."""

    def arrange(self) -> None:
        """Set the article anew, and keep the place that was at the top of the page there."""
        if self.sheet is None or self.workspace.article is None or self._arranging:
            return
        # A scroll bar that comes or goes on the way changes the viewport, and nothing that is arranged.
        self._arranging = True
        try:
            self._arrange(self.sheet, self.workspace.article)
        finally:
            self._arranging = False
        self._placed()

    def _arrange(self, sheet: Sheet, article: Article) -> None:
        ratio, needed, off = self.devicePixelRatioF(), *_POLICIES
        self.setHorizontalScrollBarPolicy(needed if self.vertical else off)
        self.setVerticalScrollBarPolicy(off if self.vertical else needed)
        sheet.arrange(self.viewing, self.measure, ratio, self._anchor)
        titled = bool(sheet.blocks) and sheet.blocks[0].kind == "title"
        self.header = Header(article, sheet.length, titled, sheet.region, self.viewing.type)
        self.header_breadth = self.header.breadth(self.measure)
        self._hold_place()
        # What is now in view may need readings, which make lines longer and show other text: seldom twice.
        for _ in range(4):
            if not self._reader.read_now():
                break
            self._hold_place()
        self._reader.go_on()
        self._converter.go_on()

    def resized(self) -> None:
        """The viewport has another size: lines are broken anew only if they are of another length now."""
        if self._arranging:
            return
        if self.sheet is None or self.sheet.typeset.layout.measure != self.measure:
            self.arrange()
            return
        if self._reader.read_now():
            self._hold_place()
        self.renewed()

    def renewed(self) -> None:
        """Some lines have been set anew: keep the place, and what lies on the page where it belongs."""
        self._hold_place()
        self._placed()

    def _placed(self) -> None:
        self.place_scene()
        self.viewport().update()
        self.arranged.emit()

    @property
    def vertical(self) -> bool:
        """True while the article is set in columns."""
        return self.viewing.vertical

    @property
    def bar(self) -> QScrollBar:
        """The scroll bar that goes on in the text: in columns it lies below and begins at its right."""
        return self.horizontalScrollBar() if self.vertical else self.verticalScrollBar()

    @property
    def breadth(self) -> int:
        """How much of the text's block direction is in view."""
        return self.viewport().width() if self.vertical else self.viewport().height()

    @property
    def measure(self) -> int:
        """Length of a line: what the reader has chosen, or what the window has room for."""
        size = self.viewing.size
        if self.vertical:
            room = self.height() - self._bar_breadth - self.head - _FOOT
            return max(_LEAST_MEASURE * size, room)
        room = self.width() - self._bar_breadth - _LEFT_MARGIN - _RIGHT_MARGIN - size
        return max(_LEAST_MEASURE * size, min(self.viewing.type.measure * size, room))

    @property
    def _bar_breadth(self) -> int:
        """Room for the scroll bar, there or not: a line must not change its length when it appears."""
        hint = self.bar.sizeHint()
        return hint.height() if self.vertical else hint.width()

    @property
    def head(self) -> int:
        """In columns, the margin above them: for head notes, if there are any."""
        noted = self.viewing.head_notes and any(mark.note for mark in self.workspace.marks)
        return HEAD_MARGIN if noted and self.viewport().height() >= 3 * HEAD_MARGIN else _HEAD

    @property
    def left(self) -> int:
        """Where the lines of horizontal writing begin in the viewport."""
        return max(_LEFT_MARGIN, (self.viewport().width() - self.measure) // 2)

    @property
    def scrolled(self) -> int:
        """The block place of the text at the edge of the viewport: negative while the header is in view."""
        return self.bar.value() - self.header_breadth

    @property
    def origin(self) -> QPoint:
        """Where the text's own origin lies in the viewport: upper left, in columns upper right."""
        if self.vertical:
            return QPoint(self.viewport().width() + self.scrolled, self.head)
        return QPoint(self.left, -self.scrolled)

    def _hold_place(self) -> None:
        assert self.sheet is not None
        layout, bar, breadth = self.sheet.typeset.layout, self.bar, self.breadth
        extent = self.header_breadth + layout.extent + min(_BOTTOM, breadth // 3)
        self._holding = True
        other = self.verticalScrollBar() if self.vertical else self.horizontalScrollBar()
        other.setRange(0, 0)
        bar.setRange(0, max(0, extent - breadth))
        bar.setPageStep(breadth)
        bar.setSingleStep(self.sheet.typeset.metrics.styles[_PLAIN].line)
        if self._anchor <= 0 or not len(layout):
            bar.setValue(self._anchor_shift if self._anchor <= 0 else 0)
        else:
            line = layout.line_of(self.sheet.to_shown(self._anchor))
            bar.setValue(self.header_breadth + int(layout.line_top[line]) + self._anchor_shift)
        self._holding = False

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        # In columns the bar's beginning is at the right, and the text comes from the left.
        self.viewport().scroll(-dx, dy)
        if self._holding or self.sheet is None:
            return
        layout, value = self.sheet.typeset.layout, self.bar.value()
        self._anchor, self._anchor_shift = 0, value
        if value >= self.header_breadth and len(layout):
            line = layout.line_at(self.scrolled)
            self._anchor = self._begins(line)
            # Of the very beginning the shift counts from the top of the page, header included.
            if self._anchor > 0:
                self._anchor_shift = self.scrolled - int(layout.line_top[line])
        if not self._converter.reaches():
            self.arrange()
        elif self._reader.read_now():
            self.renewed()
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
        first, last = layout.line_at(self.scrolled), layout.line_at(self.scrolled + self.breadth)
        return range(max(0, first - 1), min(len(layout), last + 2))

    def last_in_view(self) -> int:
        """The end, in the source, of the last line that is wholly in view."""
        lines = self.lines_in_view()
        if self.sheet is None or not len(lines):
            return 0
        layout, floor = self.sheet.typeset.layout, self.scrolled + self.breadth
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
            if int(layout.line_top[line]) >= self.scrolled:
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
            painter.rectangle(segment).toRect().translated(self.origin)
            for segment in self.sheet.typeset.layout.segments(shown, lines)
        ]

    def line_box(self, box: QRect) -> QRect:
        """The whole line, readings included, that a box in the viewport lies in."""
        assert self.sheet is not None
        layout = self.sheet.typeset.layout
        line = layout.line_at(self.place(QPointF(box.center())).block)
        whole = axes.box(
            self.vertical, 0, int(layout.line_top[line]), self.measure, int(layout.line_height[line])
        )
        return whole.toRect().translated(self.origin)

    def page_painter(self) -> PagePainter:
        """What paints the article as it is set now."""
        assert self.sheet is not None
        typeset, doubts = self.sheet.typeset, self.viewing.doubts
        return PagePainter(typeset, self.theme, self.scene, self._tones(), doubts=doubts)

    def _tones(self) -> tuple[str, ...] | None:
        """The colours of the readings by tone, if the reader wishes them."""
        scheme, own, theme = self.viewing.tones, self.viewing.own_tones, self.theme
        if scheme == "none":
            return None
        key = (scheme, own, theme.name)
        if key not in self._tone_colours:
            inks = tuple(theme.inks.values())
            self._tone_colours[key] = colours(scheme, theme.paper, theme.reading, own=own, also=inks)
        return self._tone_colours[key]

    def place(self, point: QPointF) -> axes.Place:
        """Where a point of the viewport is in the directions of the text."""
        return axes.place(self.vertical, point - QPointF(self.origin))

    # -- going about --------------------------------------------------------------------------------

    def bring_to_top(self, offset: int) -> None:
        """Scroll so that the line of a code point of the source is the first on the page."""
        if self.sheet is None or not len(self.sheet.typeset.layout):
            return
        layout = self.sheet.typeset.layout
        line = layout.line_of(self.sheet.to_shown(offset))
        self.bar.setValue(self.header_breadth + int(layout.line_top[line]))

    def scroll_lines(self, count: int) -> None:
        """Scroll by lines, on if positive."""
        self.bar.setValue(self.bar.value() + count * self.bar.singleStep())

    def scroll_page(self, forward: bool) -> None:
        """Turn the page: the last line that was wholly in view becomes the first, or the other way round."""
        if self.sheet is None or not len(self.sheet.typeset.layout):
            return
        layout, bar, start = self.sheet.typeset.layout, self.bar, self.scrolled
        line = layout.line_at(start + self.breadth if forward else start)
        high = int(layout.line_height[line])
        if forward:
            if int(layout.line_top[line]) + high > start + self.breadth:
                line = max(0, line - 1)
            bar.setValue(max(bar.value() + high, int(layout.line_top[line]) + self.header_breadth))
        else:
            bar.setValue(int(layout.line_top[line]) + high + self.header_breadth - self.breadth)

    def hit(self, point: QPointF) -> Hit | None:
        """The cell at a point of the viewport, the nearest if there is none; None on an empty page."""
        if self.sheet is None or not len(self.sheet.typeset.layout):
            return None
        layout, place = self.sheet.typeset.layout, self.place(point)
        line = layout.line_at(place.block)
        shown = layout.cell_at(line, place.inline)
        unit = self.sheet.shown.to_shown(self.sheet.shown.unit_at(shown))
        part = next(layout.segments(unit, (line,)), None)
        if part is None:
            return Hit(shown, 0.0)
        width = part.right - part.left
        cell = float(layout.cells(line)[1][shown - int(layout.line_start[line])])
        across = (place.inline - part.left) / width
        return Hit(shown, max(0.0, min(1.0, across)), max(1, round(width / cell)))

    def bring_into_view(self, span: Span) -> None:
        """Scroll, if need be, so that a span of the source is in view."""
        if self.sheet is None or not len(self.sheet.typeset.layout):
            return
        layout = self.sheet.typeset.layout
        first = layout.line_of(self.sheet.to_shown(span.start))
        last = layout.line_of(self.sheet.to_shown(max(span.start, span.end - 1)))
        top = int(layout.line_top[first]) - self.scrolled
        bottom = int(layout.line_top[last] + layout.line_height[last]) - self.scrolled
        if top < 0 or bottom > self.breadth:
            self.bar.setValue(self.bar.value() + top - self.breadth // 4)
