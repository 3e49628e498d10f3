"""Glyphs and advances, looked up once for each distinct code point of an article.

No call to Qt is made for each character of a text: measured, one costs about a microsecond, so a book would
cost a second. Ideographs are not even asked for their advance, since each is one em wide and asking
makes the font engine load its outline.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QGlyphRun, QRawFont, QTextLayout

from meipi.language.span import Span
from meipi.reading import characters, sparse
from meipi.reading.analysis import Ints
from meipi.reading.layout import UNIT

BASELINE = 0.88
"""Height of the baseline below the top of an ideograph's square, in em: that of fonts for Chinese."""

_LATIN = (characters.WORD, characters.JOIN, characters.STOP, characters.SPACE, characters.DASH)


class Shaped(NamedTuple):
    """Glyphs of one font with their places from the left end of the baseline, in logical pixels."""

    font: QRawFont
    glyphs: list[int]
    places: list[tuple[float, float]]


class Face:
    """One family at one size and weight: for every code point met, its glyph and advance."""

    def __init__(
        self, family: str, pixels: int, bold: bool = False, vertical: bool = False, *, slanted: bool = False
    ) -> None:
        self.pixels = pixels
        self.font = QFont(family)
        self.font.setPixelSize(pixels)
        self.font.setBold(bold)
        self.font.setItalic(slanted)
        self.font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self.raw = QRawFont.fromFont(self.font)
        self._columns = QFont(self.font) if vertical else None
        if self._columns is not None:
            self._columns.setFeature(QFont.Tag("vert"), 1)
        self.glyphs: npt.NDArray[np.uint32] = sparse.zeros(characters.CODE_POINTS, np.uint32)
        self.advances: Ints = sparse.zeros(characters.CODE_POINTS, np.int32)
        self._known: characters.Flags = sparse.zeros(characters.CODE_POINTS, np.bool_)
        self._shaped: dict[str, tuple[list[Shaped], float]] = {}

    def learn(self, codes: characters.Codes) -> None:
        """Look up every code point that has not been met before."""
        new = np.flatnonzero(np.bincount(codes[~self._known[codes]])).astype(np.uint32)
        if not len(new):
            return
        self._known[new] = True
        classes = characters.class_table()[new]
        visible = new[(classes != characters.ZERO) & (classes != characters.BREAK)]
        square = characters.ideographs(visible)
        text = "".join(chr(code) if not 0xD800 <= code < 0xE000 else "\ufffd" for code in visible.tolist())
        glyphs = np.array(self.raw.glyphIndexesForString(text), np.uint32)
        self.glyphs[visible] = glyphs
        self.advances[visible[square]] = self.pixels * UNIT
        rest = visible[~square]
        advances = self.raw.advancesForGlyphIndexes(glyphs[~square].tolist())
        self.advances[rest] = [round(advance.x() * UNIT) for advance in advances]
        for code in visible[glyphs == 0].tolist():
            self.advances[code] = round(self.shape(chr(code))[1] * UNIT)
        if self._columns is not None:
            self._learn_columns(rest)

    def _learn_columns(self, codes: characters.Codes) -> None:
        """Put in the forms that marks have in vertical writing: a look-up by code point never gives them."""
        assert self._columns is not None
        for code in codes.tolist():
            if not self.glyphs[code] or characters.class_table()[code] in _LATIN:
                continue
            layout = QTextLayout(chr(code), self._columns)
            layout.beginLayout()
            layout.createLine()
            layout.endLayout()
            runs = layout.glyphRuns()
            if len(runs) == 1 and len(runs[0].glyphIndexes()) == 1 and runs[0].rawFont() == self.raw:
                self.glyphs[code] = runs[0].glyphIndexes()[0]

    def shape(self, cluster: str) -> tuple[list[Shaped], float]:
        """The glyphs of a cluster that one look-up cannot give, from whatever font has them, and its
        advance in logical pixels: a rare hanzi, an emoji, a letter with combining marks."""
        found = self._shaped.get(cluster)
        if found is None:
            safe = "".join("\ufffd" if 0xD800 <= ord(char) < 0xE000 else char for char in cluster)
            layout = QTextLayout(safe, self.font)
            layout.beginLayout()
            line = layout.createLine()
            layout.endLayout()
            runs = [
                Shaped(
                    run.rawFont(),
                    list(run.glyphIndexes()),
                    [(place.x(), place.y() - line.ascent()) for place in run.positions()],
                )
                for run in layout.glyphRuns()
            ]
            found = self._shaped[cluster] = (runs, line.naturalTextWidth())
        return found


class Spelling(NamedTuple):
    """A reading, drawn: glyphs, their places from the reading's left top, and the room it takes."""

    glyphs: list[int]
    places: list[tuple[float, float]]
    width: float
    syllables: tuple[Span, ...] = ()
    """Of a word's pinyin, the glyphs of each different syllable, in order."""


class Spelled:
    """Drawn readings by their numbers, with their widths as an array. Grows as readings are met."""

    def __init__(self, items: list[Spelling]) -> None:
        self.items = items
        self.widths: npt.NDArray[np.float64] = np.array([item.width for item in items], np.float64)

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, number: int) -> Spelling:
        return self.items[number]

    def more(self, draw: Callable[[int], Spelling], count: int) -> Spelled:
        """With those drawn that are new, up to so many."""
        if count == len(self.items):
            return self
        return Spelled(self.items + [draw(number) for number in range(len(self.items), count)])


class ReadingFace:
    """Readings in one size, each drawn once. `spellings` are those of `Readings`, by number."""

    def __init__(self, family: str, pixels: int, form: str = "marks") -> None:
        """`form` is that of the tones of pinyin: "marks", "numbers" or "none"."""
        self.pixels, self._form = pixels, form
        font = QFont(family)
        font.setPixelSize(pixels)
        self.raw = QRawFont.fromFont(font)
        self._pinyin = Spelled([])
        self._words = Spelled([])
        self._zhuyin = Spelled([])

    def pinyin(self, spellings: Sequence[str]) -> Spelled:
        """Each reading set in a row; places are from the left end of the baseline."""
        self._pinyin = self._pinyin.more(
            lambda number: self._row(*self._formed(spellings[number], (Span(0, len(spellings[number])),))),
            len(spellings),
        )
        return self._pinyin

    def words(self, spellings: Sequence[str], syllables: Sequence[Sequence[Span]]) -> Spelled:
        """Each word's pinyin likewise; `syllables` are the code points of it for each hanzi."""
        self._words = self._words.more(
            lambda number: self._row(*self._formed(spellings[number], syllables[number])), len(spellings)
        )
        return self._words

    def _formed(self, pinyin: str, syllables: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
        # Two hanzi may share a syllable: 花儿 is huār.
        each = tuple(dict.fromkeys(syllables))
        if self._form == "marks":
            return pinyin, each
        # Imported here: most readers never ask for another form.
        from meipi.language.tone_forms import formed_word

        return formed_word(pinyin, each, self._form)

    def _row(self, spelling: str, syllables: tuple[Span, ...]) -> Spelling:
        glyphs = self.raw.glyphIndexesForString(spelling)
        edges = np.append(0.0, np.cumsum([step.x() for step in self.raw.advancesForGlyphIndexes(glyphs)]))
        return Spelling(glyphs, [(float(edge), 0.0) for edge in edges[:-1]], float(edges[-1]), syllables)

    def zhuyin(self, spellings: Sequence[str], pitch: float, tone: float) -> Spelled:
        """Each zhuyin set in a column, as in Taiwan's schoolbooks: the tone's mark to the right of the last
        symbol and a third of it up, the neutral tone's dot above the first. Places are from the left of
        the column and the middle of the glyph's row; `tone` is where the mark stands to the right."""
        self._zhuyin = self._zhuyin.more(
            lambda number: self._column(spellings[number], pitch, tone), len(spellings)
        )
        return self._zhuyin

    def _column(self, spelling: str, pitch: float, tone: float) -> Spelling:
        symbols = spelling.strip("ˊˇˋ˙")
        marks = [mark for mark in spelling if mark in "ˊˇˋ"]
        column = ("˙" if spelling.startswith("˙") else "") + symbols
        glyphs = self.raw.glyphIndexesForString(column + "".join(marks))
        top = -pitch * len(symbols) / 2
        # The symbols are centred on the row whether or not a dot stands above them.
        first = -0.62 * pitch if column != symbols else 0.0
        ys = [top + first + pitch * 0.88] if column != symbols else []
        ys += [top + pitch * (index + 0.88) for index in range(len(symbols))]
        lefts = [0.0] * len(ys)
        if column != symbols:
            dot = self.raw.advancesForGlyphIndexes(glyphs[:1])[0].x()
            lefts[0] = (self.pixels - dot) / 2
        places = list(zip(lefts, ys, strict=True)) + [(tone, ys[-1] - 0.35 * pitch) for _ in marks if ys]
        return Spelling(glyphs, places, tone)


def glyph_run(font: QRawFont, glyphs: list[int], places: list[QPointF]) -> QGlyphRun:
    """A run of glyphs, ready to be painted again and again."""
    run = QGlyphRun()
    run.setRawFont(font)
    run.setGlyphIndexes(glyphs)
    run.setPositions(places)
    return run
