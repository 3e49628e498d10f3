"""Texts set in type without a page, and what stands where in them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGlyphRun

from meipi.exchange.draft import ArticleDraft, Block
from meipi.language.span import Span
from meipi.reading import axes
from meipi.reading.metrics import NONE
from meipi.reading.sheet import Sheet, TypeRoom
from meipi.reading.typeset import Typeset
from meipi.support.settings import Settings
from meipi.workspace.viewing import Viewing

MODES = [(phonetics, vertical) for vertical in (False, True) for phonetics in ("none", "pinyin", "zhuyin")]
MODE_NAMES = [f"{'columns' if vertical else 'lines'}-{phonetics}" for phonetics, vertical in MODES]


@cache
def type_room() -> TypeRoom:
    """One for all tests of a run: a face is some megabytes, and a second to fill."""
    return TypeRoom()


def viewing_of(phonetics: str = NONE, script: str = "source", **choice: bool | int | str) -> Viewing:
    """A viewing in which some fields of the choice of type are chosen."""
    viewing = Viewing(Settings(None))
    viewing.set_variant("tw", True)
    viewing.set_script(script)
    viewing.set_phonetics(phonetics)
    for name, value in choice.items():
        viewing.set(name, value)
    return viewing


def read_all(sheet: Sheet) -> None:
    """Find every reading."""
    while sheet.read_lines(range(len(sheet.typeset.layout))):
        pass


def sheet_of(
    article: ArticleDraft | str,
    phonetics: str = NONE,
    *,
    script: str = "source",
    of: str = "traditional",
    measure: int = 720,
    ratio: float = 1,
    blocks: Sequence[Block] = (),
    **choice: bool | int | str,
) -> Sheet:
    """An article set in a choice of type, all its readings found; `of` is its own script."""
    text, parts = (article, tuple(blocks)) if isinstance(article, str) else (article.text, article.blocks)
    sheet = Sheet(text, parts, of, type_room())
    sheet.arrange(viewing_of(phonetics, script, **choice), measure, ratio)
    read_all(sheet)
    return sheet


def visible(found: Typeset, line: int) -> list[int]:
    """The code points of a line that have a cell, counted from its beginning."""
    return np.flatnonzero(found.layout.cells(line)[1] > 0).tolist()


def ink(run: QGlyphRun, number: int) -> QRectF:
    """Where one glyph of a run has ink, in the run's own frame."""
    glyph, place = run.glyphIndexes()[number], run.positions()[number]
    return run.rawFont().boundingRect(glyph).translated(place)


def on_page(found: Typeset, line: int, box: QRectF, *, upright: bool) -> QRectF:
    """A box of a line's own frame, from the text's origin."""
    origin = found.layout.origin(line)
    if not found.metrics.vertical:
        return box.translated(0, origin)
    if upright:
        return box.translated(-origin, 0)
    return axes.box(True, box.left(), origin + box.top(), box.width(), box.height())


def glyph_boxes(found: Typeset, line: int) -> list[QRectF]:
    """The ink of each glyph of the text in a line, from the text's origin, along the line."""
    drawn = found.line(line)
    boxes = [
        on_page(found, line, ink(run, number), upright=upright)
        for upright, runs in ((False, drawn.along), (True, drawn.upright))
        for run in runs
        for number in range(len(run.glyphIndexes()))
    ]
    boxes = [box for box in boxes if not box.isEmpty()]
    return sorted(boxes, key=lambda box: axes.place(found.metrics.vertical, box.center()).inline)


def reading_boxes(found: Typeset, line: int) -> list[QRectF]:
    """The ink of each glyph of the readings of a line, from the text's origin, in the order drawn."""
    drawn = found.line(line)
    return [
        on_page(found, line, ink(run, number), upright=upright)
        for upright, runs in ((False, drawn.readings_along), (True, drawn.readings_upright))
        for _, run in runs
        for number in range(len(run.glyphIndexes()))
    ]


def words_of(found: Typeset) -> list[Span]:
    """The words over which pinyin stands as one."""
    starts = np.flatnonzero(found.told.lengths).tolist()
    return [Span(start, start + int(found.told.lengths[start])) for start in starts]
