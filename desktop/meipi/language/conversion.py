"""A conversion: a text, the same text in another script, and which part became which."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from meipi.language.span import Span


class Piece(NamedTuple):
    """A stretch of the source and what it became, where no code point alone has a place on the other side."""

    source: Span
    target: Span


@dataclass(frozen=True, slots=True)
class Conversion:
    """A text, the same text by an OpenCC configuration, and the map between them.

    `uneven` holds the pieces that changed their length, in order; everything between them maps code point by
    code point. A piece is a unit: it is covered whole or not at all.
    """

    source: str
    text: str
    config: str
    uneven: tuple[Piece, ...] = ()

    def to_target(self, span: Span) -> Span:
        """From the source to the converted text: the smallest span of whole units that covers `span`.

        An empty span becomes the empty span at the start of its unit.
        """
        return self._carry(span, 0)

    def to_source(self, span: Span) -> Span:
        """From the converted text to the source, in the same way."""
        return self._carry(span, 1)

    def _carry(self, span: Span, side: int) -> Span:
        start = self._unit(span.start, side).start
        if span.start >= span.end:
            return Span(start, start)
        return Span(start, self._unit(span.end - 1, side).end)

    def _unit(self, offset: int, side: int) -> Span:
        """What the code point at `offset` of one side (0 source, 1 target) belongs to on the other."""
        index = bisect_right(self.uneven, offset, key=lambda piece: piece[side].start) - 1
        if index < 0:
            return Span(offset, offset + 1)
        here, there = self.uneven[index][side], self.uneven[index][1 - side]
        if offset < here.end:
            return there
        start = there.end + offset - here.end
        return Span(start, start + 1)
