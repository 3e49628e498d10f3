"""Which mark paints what, where several lie on the same words. Pure.

Two marks on one word stay both visible: the one made first keeps the ground, a later one becomes an edge
below; an underline is always an edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from meipi.language.span import Span


@dataclass(frozen=True, slots=True)
class Painted:
    """A mark as the page sees it, its span in code points of the shown text."""

    mark_id: int
    span: Span
    colour: str
    underline: bool


class Stroke(NamedTuple):
    """A stretch of text on which a mark is painted the same way: `level` 0 is the ground, 1 the first
    edge below the text, 2 the edge below that one."""

    span: Span
    mark: Painted
    level: int


def strokes(marks: Sequence[Painted], within: Span) -> list[Stroke]:
    """How the marks that touch `within` are painted, in the order in which they were made (by id)."""
    touching = sorted(
        (mark for mark in marks if mark.span.start < within.end and mark.span.end > within.start),
        key=lambda mark: mark.mark_id,
    )
    edges = sorted({edge for mark in touching for edge in mark.span})
    running: dict[tuple[int, int], Stroke] = {}
    found: list[Stroke] = []
    for start, end in pairwise(edges):
        here: dict[tuple[int, int], Stroke] = {}
        ground, edge = True, 1
        for mark in touching:
            if not (mark.span.start <= start and mark.span.end >= end):
                continue
            if ground and not mark.underline:
                level, ground = 0, False
            else:
                level, edge = edge, edge + 1
            before = running.get((mark.mark_id, level))
            here[mark.mark_id, level] = Stroke(Span(before.span.start if before else start, end), mark, level)
        found += [stroke for key, stroke in running.items() if key not in here]
        running = here
    return found + list(running.values())


def mark_at(marks: Sequence[Painted], offset: int) -> Painted | None:
    """The mark at a code point of the shown text; of several the shortest, which is hardest to reach."""
    here = [mark for mark in marks if mark.span.start <= offset < mark.span.end]
    return min(here, key=lambda mark: (mark.span.end - mark.span.start, mark.mark_id), default=None)
