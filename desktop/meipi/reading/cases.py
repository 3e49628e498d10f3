"""The type at hand for one choice of type and region, and how much room each cell of a text asks for."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from meipi.language.span import Span
from meipi.reading import characters, faces, markup, spacing
from meipi.reading.analysis import Ints
from meipi.reading.layout import UNIT
from meipi.reading.metrics import NONE, PINYIN, ZHUYIN, Metrics
from meipi.reading.readings import Spellings, Told
from meipi.reading.shown import Shown

_RIGHT_QUOTE = ord("’")
_CORNERS = {"“": "「", "”": "」", "‘": "『", "’": "』"}


class Drawn(NamedTuple):
    """Readings and words as they are drawn, by their numbers."""

    readings: faces.Spelled
    words: faces.Spelled


class Cases:
    """A face for each style and its cuts, and one for readings."""

    def __init__(
        self, family: str, reading_family: str, mono_family: str, metrics: Metrics, *, mainland: bool
    ) -> None:
        """`mainland`: 。，、 stand at the left of their square, not in its middle."""
        self.metrics, self._mainland = metrics, mainland
        self._family, self._mono_family = family, mono_family
        self._faces: dict[tuple[int, bool, int], faces.Face] = {}
        self.of_style = [self.face(number) for number in range(len(metrics.styles))]
        self.readings = faces.ReadingFace(reading_family, metrics.reading, metrics.choice.tone_form)

    def face(self, style: int, cut: int = 0) -> faces.Face:
        """The face of a style, by its number, in one of its cuts; made when it is first asked for."""
        wanted = self.metrics.styles[style]
        bold = wanted.bold or bool(cut & markup.BOLD)
        key = (wanted.glyph, bold, cut & ~markup.BOLD)
        if key not in self._faces:
            family = self._mono_family if cut & markup.MONO else self._family
            self._faces[key] = faces.Face(
                family, wanted.glyph, bold, self.metrics.vertical, slanted=bool(cut & markup.SLANTED)
            )
        return self._faces[key]

    def drawn(self, spellings: Spellings) -> Drawn:
        """The drawn form of each reading and of each word's pinyin, by their numbers."""
        if self.metrics.phonetics == ZHUYIN:
            zhuyin = self.readings.zhuyin(
                spellings.zhuyin, self.metrics.zhuyin_pitch, self.metrics.zhuyin_width
            )
            return Drawn(zhuyin, faces.Spelled([]))
        words = self.readings.words(spellings.words, spellings.syllables)
        return Drawn(self.readings.pinyin(spellings.pinyin), words)

    def drawn_codes(self, codes: characters.Codes, classes: characters.Classes) -> characters.Codes:
        """The code points as they are drawn: in a Latin word ’ as ', since a font for Chinese gives it a
        whole square; in columns “ ” as 「」, if the reader wishes."""
        tied = (codes == _RIGHT_QUOTE) & (classes == characters.JOIN)
        drawn = codes
        if tied.any():
            drawn = codes.copy()
            drawn[tied] = ord("'")
        if not (self.metrics.vertical and self.metrics.choice.corner_quotes):
            return drawn
        drawn = drawn.copy()
        for quote, corner in _CORNERS.items():
            drawn[(codes == ord(quote)) & (classes != characters.JOIN)] = ord(corner)
        return drawn

    # -- measuring ----------------------------------------------------------------------------------

    def cells(self, shown: Shown, told: Told, drawn: Drawn, ratio: float) -> spacing.Cells:
        """The cells of a whole text, over which there is `told` to be read."""
        analysis = shown.analysis
        used = sorted({shown.commonest, *shown.others})
        corners = self.drawn_codes(shown.distinct, characters.class_table()[shown.distinct])
        for style in used:
            # By itself ’ closes a quotation; what it is within a word is learned besides.
            self.of_style[style].learn(np.append(shown.distinct, np.uint32(ord("'"))))
            self.of_style[style].learn(corners)
        codes = self.drawn_codes(analysis.codes, analysis.classes)
        widths: Ints = self.of_style[shown.commonest].advances[codes]
        for style, places in shown.others.items():
            widths[places] = self.of_style[style].advances[codes[places]]
        self._recut(widths, codes, shown.markup.cuts, 0)
        if self.metrics.vertical:
            ems = np.full(len(analysis), self.of_style[shown.commonest].pixels * UNIT, np.int32)
            for style, places in shown.others.items():
                ems[places] = self.of_style[style].pixels * UNIT
            widths = self._standing(widths, ems, analysis.classes, analysis.turned)
        widths = self._with_readings(widths, analysis.classes, told, drawn, ratio)
        widths[analysis.off_page] = 0
        cells = spacing.Cells(widths, *(np.zeros(len(analysis), np.int16) for _ in range(3)))
        self._space(shown, cells, 0, len(analysis))
        return cells

    def measure(
        self,
        shown: Shown,
        told: Told,
        drawn: Drawn,
        ratio: float,
        cells: spacing.Cells,
        paragraphs: Span,
    ) -> None:
        """Measure the cells of a few paragraphs again, into the cells of the whole text."""
        analysis, starts = shown.analysis, shown.analysis.paragraphs.starts
        for paragraph in range(paragraphs.start, paragraphs.end):
            start = int(starts[paragraph])
            end = int(starts[paragraph + 1]) if paragraph + 1 < len(starts) else len(analysis)
            part = slice(start, end)
            face = self.of_style[int(shown.kinds[paragraph])]
            classes = analysis.classes[part]
            codes = self.drawn_codes(analysis.codes[part], classes)
            widths: Ints = face.advances[codes]
            self._recut(widths, codes, shown.markup.cuts.within(start, end), start)
            if self.metrics.vertical:
                em = np.full(end - start, face.pixels * UNIT, np.int32)
                widths = self._standing(widths, em, classes, analysis.turned[part])
            widths = self._with_readings(widths, classes, told.within(start, end), drawn, ratio)
            cells.widths[part] = widths * analysis.on_page[part]
            self._space(shown, cells, start, end)

    def _recut(self, widths: Ints, codes: characters.Codes, cuts: markup.Cuts, start: int) -> None:
        """Put in the advances of what is set in another cut; the arrays begin with the code point `start`."""
        for style, cut, offsets in cuts.groups():
            face, places = self.face(style, cut), offsets - start
            face.learn(codes[places])
            widths[places] = face.advances[codes[places]]

    def _space(self, shown: Shown, cells: spacing.Cells, start: int, end: int) -> None:
        pixels = np.array([face.pixels * UNIT for face in self.of_style], np.int32)
        hang = self.metrics.choice.line_end == "hang"
        punctuation = shown.punctuation(self._mainland)
        punctuation.space(cells, pixels[shown.kinds], hang, start, end)

    @staticmethod
    def _standing(widths: Ints, ems: Ints, classes: characters.Classes, turned: characters.Flags) -> Ints:
        """In a column whatever stands upright takes a whole square."""
        upright = ~turned & (classes < characters.SPACE)
        found: Ints = np.where(upright, ems, np.where(classes == characters.ZERO, 0, widths))
        return found

    def _with_readings(
        self, widths: Ints, classes: characters.Classes, told: Told, drawn: Drawn, ratio: float
    ) -> Ints:
        """The larger of the glyph and its reading with a gap; for a word, of its glyphs and its pinyin."""
        metrics = self.metrics
        if metrics.phonetics == NONE:
            if not metrics.vertical:
                return widths
            found: Ints = widths + (classes == characters.HANZI) * np.int32(metrics.cell_gap * UNIT)
            return found
        beside = metrics.cell_gap
        if metrics.phonetics == ZHUYIN and not metrics.vertical:
            beside += metrics.zhuyin_width + metrics.tone_width
        widths = widths + (told.numbers > 0) * np.int32(beside * UNIT)
        if metrics.phonetics == PINYIN:
            # Snapping may bring two readings nearer to each other by less than one device pixel.
            gap = metrics.reading_gap + 1 / ratio
            single, places = told.numbers, told.in_words()
            if len(places):
                single = single.copy()
                single[places] = 0
                widths[places] += self._shares(widths, told, _rooms(drawn.words, gap))
            np.maximum(widths, _rooms(drawn.readings, gap)[single], out=widths)
        return widths

    @staticmethod
    def _shares(widths: Ints, told: Told, rooms: Ints) -> Ints:
        """What each hanzi of a word must give for the word's pinyin to have room above them all."""
        starts = np.flatnonzero(told.lengths)
        lengths = told.lengths[starts]
        sums = np.append(0, np.cumsum(widths, dtype=np.int64))
        lacking = rooms[told.words[starts]] - (sums[starts + lengths] - sums[starts])
        shares = -(-np.maximum(lacking, 0) // np.maximum(lengths, 1))
        found: Ints = np.repeat(shares, lengths).astype(np.int32)
        return found


def _rooms(drawn: faces.Spelled, gap: float) -> Ints:
    rooms: Ints = np.rint((drawn.widths + gap) * UNIT).astype(np.int32)
    rooms[:1] = 0
    return rooms
