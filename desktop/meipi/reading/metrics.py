"""The sizes of a page: what each kind of paragraph is set in.

Figures are those of the design at 20 pixels of type and grow with it. All lengths are logical pixels;
`line` and the rows within it are block lengths, `indent` and `inset` inline ones, so they hold for both
directions of writing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from meipi.workspace.viewing import TypeChoice

NONE, PINYIN, ZHUYIN = "none", "pinyin", "zhuyin"

KINDS = (
    "title", "heading", "paragraph", "quote", "item", "code", "image",
    "subheading", "item2", "item3", "item4",
)  # fmt: skip
"""The kinds of paragraph, in the order in which their numbers index `Metrics.styles`."""

_SUBHEADING = 3
_DEEPEST = 4

_GLYPH = {NONE: 20, PINYIN: 22, ZHUYIN: 26}
_ROW = {NONE: 26, PINYIN: 30, ZHUYIN: 34}
_LINE = {NONE: 40, PINYIN: 50, ZHUYIN: 50}
_COLUMN = {NONE: 44, PINYIN: 52, ZHUYIN: 56}
_LEADING = 200


def style_number(kind: str, level: int = 0) -> int | None:
    """The number of the style of a block, with the level it has in its text; None for an unknown kind."""
    if kind == "heading" and level >= _SUBHEADING:
        kind = "subheading"
    elif kind == "item" and level > 1:
        kind = f"item{min(level, _DEEPEST)}"
    return KINDS.index(kind) if kind in KINDS else None


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of paragraph is set, in logical pixels."""

    glyph: int
    """Pixel size of the type."""
    bold: bool
    line: int
    """From one line to the next, readings included."""
    bare_line: int
    """The same for a line without readings, where that may differ."""
    before: int
    after: int
    """Space above the first line and below the last; between two paragraphs the larger one counts."""
    indent: int
    """How far in the first line starts."""
    inset: int
    """How far in every line starts."""
    reading_top: int
    """Where the readings' row begins within the line."""
    glyph_top: int
    """Where the glyphs' row begins within the line."""
    glyph_row: int
    """Breadth of the glyphs' row, which a highlight covers."""
    head: int = 0
    """Room above the first line that is the paragraph's own: for the frame of an image."""
    lines: Literal["justified", "ragged", "centred"] = "justified"


@dataclass(frozen=True, slots=True)
class Metrics:
    """All that layout and painting need to know of a choice of type."""

    choice: TypeChoice
    styles: tuple[Style, ...]
    reading: int
    """Pixel size of pinyin or of a zhuyin symbol."""
    reading_row: int
    reading_gap: int
    """Least distance between two readings."""
    cell_gap: int
    """What a hanzi's cell has more than its glyph."""
    zhuyin_pitch: float
    zhuyin_width: int
    """From a glyph to the tone's mark beside its symbols."""
    tone_width: int

    @property
    def phonetics(self) -> str:
        """The readings that are shown."""
        return self.choice.phonetics

    @property
    def vertical(self) -> bool:
        """True for columns from right to left."""
        return self.choice.vertical


def metrics_for(choice: TypeChoice) -> Metrics:
    """The page in a choice of type."""
    factor, size = choice.size / 20, choice.reading_size / 100
    phonetics, vertical = choice.phonetics, choice.vertical

    def px(value: float) -> int:
        return round(value * factor)

    glyph = 22 if vertical and phonetics == NONE else _GLYPH[phonetics]
    row = _ROW[phonetics] if not vertical else glyph + 2
    leading = (choice.leading - _LEADING) / _LEADING * 40
    line = (_COLUMN if vertical else _LINE)[phonetics] + leading
    over = {NONE: 0.0, PINYIN: 15 * size, ZHUYIN: 21 * size if vertical else 0.0}[phonetics]
    spaced = choice.paragraphs == "space"

    def style(
        glyph: float, line: float, row: float, *, bold: bool = False, before: float = 0, after: float = 12,
        indent: float = 0, inset: float = 0, head: float = 0,
        lines: Literal["justified", "ragged", "centred"] = "justified",
    ) -> Style:  # fmt: skip
        # A highlight covers the row of glyphs and never the readings, which stand above it, or at its right.
        line = max(line, row + over)
        glyph_top = line - row if over and not vertical else over + (line - row - over) / 2
        bare = max(row, line - over) if choice.compact else line
        return Style(
            px(glyph), bold, px(line), px(bare), px(before), px(after), px(indent), px(inset),
            px(glyph_top - over), px(glyph_top), px(row), px(head), lines,
        )  # fmt: skip

    def text(indent: float, inset: float) -> Style:
        # Lines of code stand close together, and still apart from what is before and after them.
        return style(glyph, line, row, indent=indent, inset=inset, before=12, after=24 if spaced else 12)

    # A title is never smaller than the text, which readings make larger.
    title, heading = max(32.0 if vertical else 27.0, 1.3 * glyph), max(20.0, 1.1 * glyph if over else glyph)
    subheading = 0.92 * heading
    caption = 0.9 * glyph if phonetics == NONE else glyph
    return Metrics(
        choice,
        (
            style(title, title + 13 + over, title + 9, bold=True, after=20),
            style(heading, heading + 12 + over, heading + 8, bold=True, before=28, after=12, inset=14),
            text(0 if spaced else 2 * glyph, 0),
            text(0, 2 * glyph),
            text(0, 2 * glyph),
            style(glyph, line - 8, row, inset=glyph, after=0, lines="ragged"),
            style(caption, line - 8, row, before=20, after=24, inset=2 * glyph, head=104, lines="centred"),
            style(subheading, subheading + 12 + over, subheading + 8, bold=True, before=20),
            *(text(0, depth * glyph) for depth in (3, 4, 5)),
        ),
        px((11 if phonetics == PINYIN else 10) * size),
        px(15 * size),
        max(2, px(choice.reading_gap)),
        _cell_gap(phonetics, vertical, px),
        9.5 * factor * size,
        px(11 * size),
        px(8 * size),
    )


def _cell_gap(phonetics: str, vertical: bool, px: Callable[[float], int]) -> int:
    if not vertical:
        return px(3)
    return px({NONE: 2, PINYIN: 3, ZHUYIN: 6}[phonetics])
