"""What is painted of one line: runs of glyphs, and the lines and dots about them.

There are two frames: see `drawing`. All lengths are logical pixels.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from PySide6.QtGui import QGlyphRun

Ink = Literal["ink", "link", "soft"]
"""What a run is painted in: like the text, like a link, or in the ink of second rank."""


class Rule(NamedTuple):
    """A line under a link or a doubt: where it begins and ends, inline, and where it lies within its line."""

    left: int
    right: int
    block: int


@dataclass(slots=True)
class DrawnLine:
    """The glyphs of a line, in its two frames. Of readings, each run with its tone: 0 for all of them."""

    along: list[QGlyphRun] = field(default_factory=list)
    upright: list[QGlyphRun] = field(default_factory=list)
    tinted_along: list[tuple[Ink, QGlyphRun]] = field(default_factory=list)
    """What is not in the ink of the text: links, markers of items, captions."""
    tinted_upright: list[tuple[Ink, QGlyphRun]] = field(default_factory=list)
    readings_along: list[tuple[int, QGlyphRun]] = field(default_factory=list)
    readings_upright: list[tuple[int, QGlyphRun]] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    doubts: list[Rule] = field(default_factory=list)
    """Under the hanzi whose reading is not sure."""
    dots: list[tuple[float, float]] = field(default_factory=list)
    """The middles of the dots of what is emphasised, inline and from the line's block place."""
    dot: float = 0.0
    """How broad each of them is."""
    dashes: list[tuple[float, float, float, float]] = field(default_factory=list)
    """Dashes of two code points or more, each one line: from where to where, inline, and where and how
    thick across."""

    def add(self, run: QGlyphRun, ink: Ink, *, upright: bool) -> None:
        """Take in a run of glyphs."""
        if ink == "ink":
            (self.upright if upright else self.along).append(run)
        else:
            (self.tinted_upright if upright else self.tinted_along).append((ink, run))
