"""A conversion: a text, the same text in another script, and which part became which."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
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

    def overlaid(self, layer: Sequence[tuple[Span, str]]) -> Conversion:
        """This conversion with other text for some spans of the source, which lie apart and in order.

        A unit of which such a span covers a part gets the source's own text for the rest of it. Text as long
        as its span maps code point by code point. ValueError if a span or a text is empty.
        """
        parts: list[str] = []
        pieces: list[Piece] = []
        rest = iter(self.uneven)
        piece = next(rest, None)
        done = shift = 0  # up to where in the target, and by how much what follows has moved
        for target, source, text in self._in_units(layer):
            while piece is not None and piece.target.start < target.start:
                pieces.append(_moved(piece, shift))
                piece = next(rest, None)
            while piece is not None and piece.target.end <= target.end:
                piece = next(rest, None)
            parts += (self.text[done : target.start], text)
            start = target.start + shift
            if len(text) != source.end - source.start:
                pieces.append(Piece(source, Span(start, start + len(text))))
            done, shift = target.end, shift + len(text) - (target.end - target.start)
        pieces += (_moved(left, shift) for left in ([piece] if piece else []))
        pieces += (_moved(left, shift) for left in rest)
        parts.append(self.text[done:])
        return Conversion(self.source, "".join(parts), self.config, tuple(pieces))

    def _in_units(self, layer: Sequence[tuple[Span, str]]) -> Iterator[tuple[Span, Span, str]]:
        """Each span in whole units of the target and of the source with its text; two of one unit as one."""
        held: tuple[Span, Span, str] | None = None
        end = 0
        for span, text in layer:
            if not text or span.start >= span.end or span.start < end:
                raise ValueError(f"nothing can be laid over {span}")
            target = self.to_target(span)
            source = self.to_source(target)
            if held is not None and target.start < held[0].end:
                # Its text went on with the source's own to the end of the unit.
                before = held[2][: len(held[2]) - (held[1].end - span.start)]
                target, source = Span(held[0].start, target.end), Span(held[1].start, source.end)
            else:
                if held is not None:
                    yield held
                before = self.source[source.start : span.start]
            held = target, source, before + text + self.source[span.end : source.end]
            end = span.end
        if held is not None:
            yield held

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


def _moved(piece: Piece, shift: int) -> Piece:
    return Piece(piece.source, Span(piece.target.start + shift, piece.target.end + shift))
