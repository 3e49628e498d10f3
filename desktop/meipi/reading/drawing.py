"""The glyphs of one line, as runs that are painted again and again.

There are two frames. *Along* the line, x is the inline and y the block direction: all of horizontal writing,
and in a column what is turned by a quarter, Latin words and pinyin: the painter turns the frame and draws the
same. *Upright* in a column, the origin is at the column's right edge and top. All lengths are logical pixels.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF

from meipi.language.span import Span
from meipi.reading import characters, faces
from meipi.reading.drawn import DrawnLine, Ink, Rule
from meipi.reading.layout import UNIT, Floats
from meipi.reading.metrics import KINDS, NONE, PINYIN, ZHUYIN

if TYPE_CHECKING:
    from meipi.reading.typeset import Typeset


_IMAGE = KINDS.index("image")
_MARKER_GAP = 0.35  # em, between a marker and its item


class LineDrawer:
    """Makes the glyphs of one line of a typeset text."""

    def __init__(self, typeset: Typeset, line: int) -> None:
        self._typeset, self._metrics, self._ratio = typeset, typeset.metrics, typeset.ratio
        layout, analysis = typeset.layout, typeset.shown.analysis
        self._start, self._end = int(layout.line_start[line]), int(layout.line_end[line])
        part = slice(self._start, self._end)
        style = self._style = layout.style(line)
        self._baseline = style.glyph_top + round(
            (style.glyph_row - style.glyph) / 2 + faces.BASELINE * style.glyph
        )
        self._paragraph = int(layout.line_paragraph[line])
        self._leads = bool(layout.line_leads[line])
        kind = int(layout.kinds[self._paragraph])
        self._face, self._ink = typeset.cases.of_style[kind], _ink(kind)
        self._classes, self._on_page = analysis.classes[part], analysis.on_page[part]
        self._codes = typeset.cases.drawn_codes(analysis.codes[part], self._classes)
        self._turned = analysis.turned[part]
        self._told = typeset.told.within(self._start, self._end)
        self._glyphs = self._face.glyphs[self._codes]
        self._natural = self._face.advances[self._codes] / UNIT
        self._faces = [self._face]
        self._cut = self._recut()
        self._own = layout.advances(line)
        self._places = layout.cells(line)[0]
        # Readings start from the exact places: what is snapped twice may come too near its neighbour.
        self._exact = self._glyph_places(layout.shifts(line))
        self._lefts = self._snap(self._exact)

    def _recut(self) -> npt.NDArray[np.intp] | None:
        """Put in the glyphs of what is set in another cut; gives for each code point the number of its
        face, or None where all have one."""
        cuts = self._typeset.shown.markup.cuts.within(self._start, self._end)
        if not len(cuts.offsets):
            return None
        numbers = np.zeros(self._end - self._start, np.intp)
        for style, cut, offsets in cuts.groups():
            face, places = self._typeset.cases.face(style, cut), offsets - self._start
            # All of the line: markup may part two digits that share one cell.
            face.learn(self._codes)
            numbers[places] = len(self._faces)
            self._faces.append(face)
            self._glyphs[places] = face.glyphs[self._codes[places]]
            self._natural[places] = face.advances[self._codes[places]] / UNIT
        return numbers

    def _snap(self, values: Floats) -> Floats:
        # On whole device pixels each glyph needs one bitmap in place of four.
        snapped: Floats = np.rint(values * self._ratio) / self._ratio
        return snapped

    def _glyph_places(self, shifts: Floats) -> Floats:
        """Where each glyph begins along the line: in the middle of what its reading asked for."""
        places: Floats = self._places - shifts
        if self._metrics.vertical:
            sides = np.where(self._turned, self._natural, self._style.glyph)
            upright = ~self._turned & (self._classes == characters.HANZI)
            return places + np.where(upright & (self._own > sides), (self._own - sides) / 2, 0.0)
        if self._metrics.phonetics == PINYIN:
            return places + np.where(self._told.numbers > 0, (self._own - self._natural) / 2, 0.0)
        return places

    def draw(self) -> DrawnLine:
        """The glyphs of the line."""
        drawn = DrawnLine()
        visible = self._on_page & (self._classes < characters.SPACE)
        clusters = self._clusters()
        linked = self._draw_rules(drawn)
        plain = visible & (self._glyphs > 0) & ~self._draw_dashes(drawn)
        for cluster in clusters:
            plain[cluster.start : cluster.end] = False
        for face, ink, part in self._parts(plain, linked):
            self._draw_part(drawn, face, ink, part)
        for cluster in clusters:
            is_linked = linked is not None and bool(linked[cluster.start])
            self._draw_cluster(drawn, cluster, "link" if is_linked else self._ink)
        if self._told.numbers.any():
            self._draw_readings(drawn)
            self._draw_doubts(drawn)
        self._draw_dots(drawn)
        marker = self._typeset.shown.markers.get(self._paragraph) if self._leads else None
        if marker:
            self._draw_marker(drawn, marker)
        return drawn

    def _parts(
        self, plain: characters.Flags, linked: characters.Flags | None
    ) -> Iterator[tuple[faces.Face, Ink, characters.Flags]]:
        """What can be drawn in one run each: the code points of one face in one ink."""
        if self._cut is None and linked is None:
            yield self._face, self._ink, plain
            return
        for number, face in enumerate(self._faces):
            part = plain if self._cut is None else plain & (self._cut == number)
            if linked is None:
                yield face, self._ink, part
            else:
                yield face, self._ink, part & ~linked
                yield face, "link", part & linked

    def _draw_part(self, drawn: DrawnLine, face: faces.Face, ink: Ink, part: characters.Flags) -> None:
        if self._metrics.vertical:
            self._draw_upright(drawn, face, ink, part & ~self._turned)
            part = part & self._turned
        if part.any():
            baseline = self._baseline
            points = [QPointF(left, baseline) for left in self._lefts[part].tolist()]
            run = faces.glyph_run(face.raw, self._glyphs[part].tolist(), points)
            drawn.add(run, ink, upright=False)

    # -- upright in a column ------------------------------------------------------------------------

    @property
    def _column(self) -> float:
        """The left side of the squares of a column, in its upright frame."""
        style = self._style
        return -style.glyph_top - style.glyph_row + round((style.glyph_row - style.glyph) / 2)

    def _draw_upright(self, drawn: DrawnLine, face: faces.Face, ink: Ink, upright: characters.Flags) -> None:
        paired = (self._classes == characters.ZERO) & self._on_page & (self._codes < 0x3A)
        paired &= self._codes >= 0x30
        square, down = self._style.glyph, round(faces.BASELINE * self._style.glyph)
        glyphs: list[int] = []
        points: list[QPointF] = []
        for index in np.flatnonzero(upright).tolist():
            width = float(self._natural[index])
            pair = index + 1 < len(paired) and bool(paired[index + 1])
            second = int(self._codes[index + 1]) if pair else 0
            whole = width + float(face.advances[second]) / UNIT if pair else width
            left = self._column + (square - whole) / 2
            top = float(self._lefts[index]) + down
            glyphs.append(int(self._glyphs[index]))
            points.append(QPointF(round(left * self._ratio) / self._ratio, top))
            if pair:
                glyphs.append(int(face.glyphs[second]))
                points.append(QPointF(round((left + width) * self._ratio) / self._ratio, top))
        if glyphs:
            drawn.add(faces.glyph_run(face.raw, glyphs, points), ink, upright=True)

    # -- what one look-up cannot draw ---------------------------------------------------------------

    def _clusters(self) -> list[Span]:
        """A code point without a glyph, or with marks that lie upon it; counted from the line's beginning."""
        codes, classes = self._codes, self._classes
        missing = (self._glyphs == 0) & (classes < characters.SPACE)
        # Controls have no glyph and change none; marks and variation selectors have or do.
        joined = (classes == characters.ZERO) & (codes >= 0x300) & ~((codes >= 0x200B) & (codes < 0x2070))
        found: list[Span] = []
        for index in np.flatnonzero((missing | joined) & self._on_page).tolist():
            first = index
            while first > 0 and classes[first] == characters.ZERO:
                first -= 1
            last = index + 1
            while last < len(codes) and classes[last] == characters.ZERO:
                last += 1
            if not found or found[-1].end < last:
                found.append(Span(first, last))
        return found

    def _draw_cluster(self, drawn: DrawnLine, cluster: Span, ink: Ink) -> None:
        left = float(self._lefts[cluster.start])
        text = self._typeset.shown.text[self._start + cluster.start : self._start + cluster.end]
        face = self._face if self._cut is None else self._faces[self._cut[cluster.start]]
        shaped_runs, width = face.shape(text)
        upright = self._metrics.vertical and not self._turned[cluster.start]
        down = faces.BASELINE * self._style.glyph
        x0 = self._column + (self._style.glyph - width) / 2 if upright else left
        y0 = left + down if upright else self._baseline
        for shaped in shaped_runs:
            points = [QPointF(x0 + x, y0 + y) for x, y in shaped.places]
            drawn.add(faces.glyph_run(shaped.font, shaped.glyphs, points), ink, upright=upright)

    # -- markup -------------------------------------------------------------------------------------

    def _draw_rules(self, drawn: DrawnLine) -> characters.Flags | None:
        """The lines under links; gives what belongs to a link, or None where nothing does."""
        linked: characters.Flags | None = None
        style = self._style
        under = style.glyph_row - (1 if self._metrics.vertical else 2)
        block = style.glyph_top + (0 if self._at_right else under)
        for span in self._typeset.shown.markup.links.within(self._start, self._end):
            if linked is None:
                linked = np.zeros(self._end - self._start, np.bool_)
            part = slice(span.start - self._start, span.end - self._start)
            linked[part] = True
            inside = np.flatnonzero(self._own[part] > 0) + part.start
            if len(inside):
                right = float(self._places[inside[-1]] + self._own[inside[-1]])
                drawn.rules.append(Rule(round(float(self._places[inside[0]])), round(right), block))
        return linked

    def _draw_dashes(self, drawn: DrawnLine) -> characters.Flags:
        """—— as one line: each half by itself would leave a gap between them. Gives what is drawn so."""
        long = characters.long_dashes(self._codes)
        if not long.any():
            return long
        edges = np.flatnonzero(np.diff(long.astype(np.int8), prepend=0, append=0))
        for first, last in zip(edges[::2].tolist(), (edges[1::2] - 1).tolist(), strict=True):
            begin, end = float(self._lefts[first]), float(self._lefts[last] + self._natural[last])
            thick = max(1.0, round(self._style.glyph / 20))
            middle = self._style.glyph_top + round((self._style.glyph_row - thick) / 2)
            drawn.dashes.append((begin, end, middle, thick))
        return long

    def _draw_dots(self, drawn: DrawnLine) -> None:
        """A dot at each hanzi that is emphasised, below it or beside; punctuation has none."""
        for span in self._typeset.shown.markup.emphasis.within(self._start, self._end):
            part = np.arange(span.start - self._start, span.end - self._start)
            kinds = characters.class_table()[self._codes[part]]
            part = part[(kinds == characters.HANZI) & self._on_page[part]]
            squares = self._style.glyph if self._metrics.vertical else self._natural[part]
            middles = self._exact[part] + squares / 2
            drawn.dot = 0.18 * self._style.glyph
            drawn.dots += [(middle, self._dot_place(drawn.dot)) for middle in middles.tolist()]

    def _dot_place(self, breadth: float) -> float:
        """Where the middle of a dot is across the line: between the row of glyphs and what stands next to
        it, as near to the row as there is room."""
        style = self._style
        end = style.glyph_top + style.glyph_row
        away = min(breadth / 2 + 1, (style.line - end + style.reading_top) / 2)
        return style.glyph_top - away if self._at_right else end + away

    @property
    def _at_right(self) -> bool:
        """In columns lines and dots are at the right, as Chinese underlines are, or at the left where
        readings stand at the right."""
        return self._metrics.vertical and self._metrics.phonetics == NONE

    def _draw_marker(self, drawn: DrawnLine, marker: str) -> None:
        """What stands before an item: a bullet or a number, ending a little before the text."""
        style, codes = self._style, characters.codes_of(marker)
        closed = marker.endswith("、")
        edge = style.inset - (0 if closed else round(_MARKER_GAP * style.glyph))
        if self._metrics.vertical and closed:
            self._face.learn(codes)
            down = round(faces.BASELINE * style.glyph)
            tops = [edge - (len(codes) - place) * style.glyph + down for place in range(len(codes))]
            points = [QPointF(self._column, top) for top in tops]
            run = faces.glyph_run(self._face.raw, self._face.glyphs[codes].tolist(), points)
            drawn.add(run, "soft", upright=True)
            return
        shaped_runs, width = self._face.shape(marker)
        upright = self._metrics.vertical and width <= style.glyph_row
        x0, y0 = edge - width, float(self._baseline)
        if upright:
            x0 = self._column + (style.glyph - width) / 2
            y0 = edge - style.glyph + faces.BASELINE * style.glyph
        for shaped in shaped_runs:
            points = [QPointF(x0 + x, y0 + y) for x, y in shaped.places]
            drawn.add(faces.glyph_run(shaped.font, shaped.glyphs, points), "soft", upright=upright)

    # -- readings -----------------------------------------------------------------------------------

    def _draw_readings(self, drawn: DrawnLine) -> None:
        told, shapes, toned = self._told, self._typeset.drawn, self._typeset.toned
        if self._typeset.silenced is not None:
            told = told.without(self._typeset.silenced[self._start : self._end])
        spellings, runs = self._typeset.spellings, _Runs()
        single = np.flatnonzero(told.numbers)
        if len(told.words):
            single = np.setdiff1d(single, told.in_words(), assume_unique=True)
            for first in np.flatnonzero(told.words).tolist():
                self._draw_word(runs, first, first + int(told.lengths[first]) - 1)
        numbers = told.numbers[single]
        xs, ys = self._reading_places(single, single, shapes.readings.widths[numbers])
        for number, x, y in zip(numbers.tolist(), xs.tolist(), ys.tolist(), strict=True):
            tone = _tone(spellings.pinyin[number]) if toned else 0
            runs.add(tone, shapes.readings.items[number], x, y)
        upright = self._metrics.vertical and self._metrics.phonetics == ZHUYIN
        target = drawn.readings_upright if upright else drawn.readings_along
        for tone, glyphs in runs.glyphs.items():
            font = self._typeset.cases.readings.raw
            target.append((tone, faces.glyph_run(font, glyphs, runs.points[tone])))

    def _draw_doubts(self, drawn: DrawnLine) -> None:
        """Where the reading is not sure, under the hanzi; in columns at its left, where no reading is."""
        block = self._style.glyph_top + self._style.glyph_row - 1
        for offset in self._typeset.doubts(self._start, self._end):
            index = offset - self._start
            if self._told.numbers[index]:
                left, own = float(self._exact[index]), float(self._natural[index])
                drawn.doubts.append(Rule(round(left), round(left + own), block))

    def _draw_word(self, runs: _Runs, first: int, last: int) -> None:
        """The pinyin of a word over all its hanzi, each syllable in its tone's colour if they have any."""
        number = int(self._told.words[first])
        spelling, spellings = self._typeset.drawn.words[number], self._typeset.spellings
        ends = np.array([first]), np.array([last])
        xs, ys = self._reading_places(*ends, np.array([spelling.width]))
        x, y = float(xs[0]), float(ys[0])
        if not self._typeset.toned:
            runs.add(0, spelling, x, y)
            return
        for written, syllable in zip(
            dict.fromkeys(spellings.syllables[number]), spelling.syllables, strict=True
        ):
            tone = _tone(spellings.words[number][slice(*written)])
            runs.add(tone, spelling, x, y, syllable)
        runs.add(0, spelling, x, y, *_between(spelling.syllables, len(spelling.glyphs)))

    def _reading_places(
        self, firsts: npt.NDArray[np.int64], lasts: npt.NDArray[np.int64], widths: Floats
    ) -> tuple[Floats, Floats]:
        """Where readings have their own origins: above the hanzi from a first to a last, or beside each."""
        style, lefts = self._style, self._exact[firsts]
        if self._metrics.phonetics == ZHUYIN:
            if self._metrics.vertical:
                return np.full(len(firsts), self._column + style.glyph + 2), lefts + style.glyph / 2
            middle = style.glyph_top + style.glyph_row / 2
            return lefts + self._natural[firsts] + 2, np.full(len(firsts), middle)
        squares = style.glyph if self._metrics.vertical else self._natural[lasts]
        places = (lefts + self._exact[lasts] + squares - widths) / 2
        baseline = style.reading_top + round(0.8 * self._metrics.reading_row)
        return self._snap(places), np.full(len(firsts), float(baseline))


def _ink(kind: int) -> Ink:
    return "soft" if kind == _IMAGE else "ink"


class _Runs:
    """Glyphs gathered by tone."""

    def __init__(self) -> None:
        self.glyphs: dict[int, list[int]] = defaultdict(list)
        self.points: dict[int, list[QPointF]] = defaultdict(list)

    def add(self, tone: int, spelling: faces.Spelling, x: float, y: float, *parts: Span) -> None:
        """Take in a reading at a place, or only some of its glyphs."""
        if not parts:
            self.glyphs[tone] += spelling.glyphs
            self.points[tone] += [QPointF(x + dx, y + dy) for dx, dy in spelling.places]
            return
        for part in parts:
            self.glyphs[tone] += spelling.glyphs[part.start : part.end]
            places = spelling.places[part.start : part.end]
            self.points[tone] += [QPointF(x + dx, y + dy) for dx, dy in places]


def _between(syllables: Sequence[Span], count: int) -> list[Span]:
    """What of a word's pinyin belongs to no syllable: apostrophes and hyphens."""
    edges = sorted({(part.start, part.end) for part in syllables})
    ends, starts = [0, *(end for _, end in edges)], [*(start for start, _ in edges), count]
    return [Span(end, start) for end, start in zip(ends, starts, strict=True) if end < start] or [Span(0, 0)]


def _tone(syllable: str) -> int:
    # Imported here: most readings have one colour.
    from meipi.language.orthography import tone_of

    return tone_of(syllable)
