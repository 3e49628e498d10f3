"""Conversion part by part, with the result of converting the whole.

OpenCC lets no other thread run while it converts, which for a book takes a quarter of a second. No key of its
dictionaries reaches over a mark between clauses or lines, so that a text can be cut there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from meipi.language.conversion import Conversion, Piece
from meipi.language.script import convert
from meipi.language.span import Span

PART = 8_000
"""Code points converted at one go: some milliseconds' work."""

_END = re.compile("[\n。！？；，：]")
# What OpenCC takes for the description of an ideograph goes on over any mark, to at most so many code points.
_DESCRIBES = re.compile("[\u2ff0-\u2fff]")
_LONGEST_DESCRIPTION = 64


def convert_in_parts(text: str, config: str) -> Conversion:
    """What `script.convert` gives, in steps between which other threads may run."""
    parts: list[Conversion] = []
    start = 0
    for end in _cuts(text):
        parts.append(convert(text[start:end], config))
        start = end
    return _joined(text, config, parts)


def convert_near(text: str, config: str, place: int, reach: int) -> tuple[Conversion, Span]:
    """`text` with only what is around a place converted, at least `reach` code points on either side, and
    the span that is. Around it the text stands as it is."""
    start = _cut(text, place - 2 * reach) if place > 2 * reach else 0
    if start > place - reach:
        start = max(0, place - reach)  # no mark far and wide
    end = min(_cut(text, place + reach), place + 2 * reach)
    around = [_same(text[:start], config), convert(text[start:end], config), _same(text[end:], config)]
    return _joined(text, config, around), Span(start, min(end, len(text)))


def _same(text: str, config: str) -> Conversion:
    return Conversion(text, text, config)


def _joined(text: str, config: str, parts: list[Conversion]) -> Conversion:
    uneven: list[Piece] = []
    here = there = 0
    for part in parts:
        uneven += (
            Piece(
                Span(here + source.start, here + source.end), Span(there + target.start, there + target.end)
            )
            for source, target in part.uneven
        )
        here, there = here + len(part.source), there + len(part.text)
    return Conversion(text, "".join(part.text for part in parts), config, tuple(uneven))


def _cuts(text: str) -> Iterator[int]:
    start = 0
    while start < len(text):
        start = _cut(text, start + PART)
        yield start


def _cut(text: str, at: int) -> int:
    """The first place from `at` on where what comes before and after is converted alone; the end else."""
    for found in _END.finditer(text, max(0, at)):
        end = found.end()
        if not _DESCRIBES.search(text, max(0, end - _LONGEST_DESCRIPTION), end):
            return end
    return len(text)
