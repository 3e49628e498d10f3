"""The structure of a text that was edited: what its blocks and inlines are in the new text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from .draft import Block, Inline, Structure
from .structure import lines_of

Carry = Callable[[int], int]
"""From a place of the old text to one of the new text, never falling."""


def carried(structure: Structure, old: str, new: str, to_new: Carry) -> Structure:
    """Each line of the new text is what the block is that it came from; one that came from none is a
    paragraph.

    Of a block that was divided the first part alone has its marker, and is its title or heading.
    """
    places = [(to_new(block.start), to_new(block.end - 1) + 1) for block in structure.blocks]
    blocks = tuple(_blocks(structure.blocks, places, old, new))
    spans = [(inline, to_new(inline.start), to_new(inline.end - 1) + 1) for inline in structure.inlines]
    inlines = (
        Inline(inline.kind, start, end, inline.target)
        for inline, start, end in spans
        if start < end and any(block.start <= start and end <= block.end for block in blocks)
    )
    return Structure(blocks, tuple(inlines))


def _blocks(
    blocks: Sequence[Block], places: Sequence[tuple[int, int]], old: str, new: str
) -> Iterator[Block]:
    held: Block | None = None  # the block that is being put together, and what it came from
    owner: Block | None = None
    for line, source in _owned(blocks, places, new):
        again = source is not None and source is owner
        if again and held is not None and source is not None and _has_lines(source, old):
            held = held._replace(end=line[1])
            continue
        if held is not None:
            yield held
        if source is None or (again and source.kind in ("title", "heading", "image")):
            held = Block("paragraph", *line)
        else:
            held = source._replace(start=line[0], end=line[1], marker="" if again else source.marker)
        owner = source
    if held is not None:
        yield held


def _owned(
    blocks: Sequence[Block], places: Sequence[tuple[int, int]], new: str
) -> Iterator[tuple[tuple[int, int], Block | None]]:
    """Each line of the new text that is not blank with the block that most of it came from."""
    first = 0
    for line in lines_of(new):
        while first < len(places) and places[first][1] <= line.start:
            first += 1
        best, most = None, 0
        number = first
        while number < len(places) and places[number][0] < line.end:
            start, end = places[number]
            shared = min(end, line.end) - max(start, line.start)
            if shared > most:
                best, most = blocks[number], shared
            number += 1
        yield (line.start, line.end), best


def _has_lines(block: Block, old: str) -> bool:
    return len(lines_of(old[block.start : block.end])) > 1
