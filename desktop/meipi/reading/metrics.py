"""The sizes of a page: what each kind of paragraph is set in.

Figures are those of the design at 20 pixels of type and grow with it. All lengths are logical pixels.
"""

from __future__ import annotations

from dataclasses import dataclass

NONE, PINYIN, ZHUYIN = "none", "pinyin", "zhuyin"

KINDS = ("title", "heading", "paragraph", "quote", "item", "code")
"""The kinds of paragraph, in the order in which their numbers index `Metrics.styles`."""


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of paragraph is set, in logical pixels."""

    glyph: int
    """Pixel size of the type."""
    bold: bool
    line: int
    """Height of a line, readings included."""
    before: int
    after: int
    """Space above the first line and below the last; between two paragraphs the larger one counts."""
    indent: int
    """How far the first line starts to the right."""
    inset: int
    """How far every line starts to the right."""
    reading_top: int
    """Top of the readings' row within the line."""
    glyph_top: int
    """Top of the glyphs' row within the line."""
    glyph_row: int
    """Height of the glyphs' row, which a highlight covers."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """All that layout and painting need to know of a size of type and a kind of phonetics."""

    size: int
    phonetics: str
    styles: tuple[Style, ...]
    reading: int
    """Pixel size of pinyin or of a zhuyin symbol."""
    reading_row: int
    reading_gap: int
    """Least distance between two readings."""
    cell_gap: int
    """What a hanzi's cell has more than its glyph, where readings are shown."""
    zhuyin_pitch: float
    zhuyin_width: int
    tone_width: int

    def column(self, hanzi: int) -> int:
        """Width of a column of so many hanzi at the plain size."""
        return self.size * hanzi


def metrics_for(size: int, phonetics: str) -> Metrics:
    """The page at `size` pixels of type with the given phonetics."""
    factor = size / 20

    def px(value: float) -> int:
        return round(value * factor)

    glyph = {NONE: 20, PINYIN: 22, ZHUYIN: 26}[phonetics]
    row = {NONE: 26, PINYIN: 30, ZHUYIN: 34}[phonetics]
    line = {NONE: 40, PINYIN: 50, ZHUYIN: 50}[phonetics]
    over = 15 if phonetics == PINYIN else 0

    def style(
        glyph: float, line: float, row: float, *, bold: bool = False, before: int = 0, after: int = 12,
        indent: float = 0, inset: float = 0,
    ) -> Style:  # fmt: skip
        # A highlight covers the row of glyphs and never the readings, which stand above it.
        top = (line - row - over) / 2
        glyph_top = line - row if over else top
        return Style(
            px(glyph), bold, px(line), px(before), px(after), px(indent), px(inset),
            px(glyph_top - over), px(glyph_top), px(row),
        )  # fmt: skip

    def text(indent: float, inset: float) -> Style:
        return style(glyph, line, row, indent=indent, inset=inset)

    return Metrics(
        size,
        phonetics,
        (
            style(27, 40 + over, 36, bold=True, after=20),
            style(20, 32 + over, 28, bold=True, before=28, after=12, inset=14),
            text(2 * glyph, 0),
            text(0, 2 * glyph),
            text(0, glyph),
            text(0, glyph),
        ),
        px(11 if phonetics == PINYIN else 10),
        px(15),
        max(2, px(5)),
        px(3),
        9.5 * factor,
        px(11),
        px(8),
    )
