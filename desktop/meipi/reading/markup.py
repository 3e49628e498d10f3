"""What of a shown text is more than plain: its links, what is emphasised, and the cut of type it is set in.

Kept as sorted arrays, so that a text without any markup costs nothing and a line finds its own by a search.
Offsets are code points of the shown text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from meipi.exchange.draft import Inline, InlineKind
from meipi.language.script import Conversion
from meipi.language.span import Span
from meipi.reading.analysis import Analysis, Ints
from meipi.reading.metrics import KINDS

BOLD, SLANTED, MONO = 1, 2, 4
"""Cuts of the type; each can go with the others, and 0 is the plain one."""

_CUTS = 8
_CODE = KINDS.index("code")
_FIRST_NOT_LATIN = 0x2000
# Only bold is for hanzi too: they are never slanted, and no other family has the forms of the region.
_CUT_OF: dict[InlineKind, int] = {"strong": BOLD, "emphasis": SLANTED, "code": MONO}


@dataclass(frozen=True, slots=True)
class Cuts:
    """The code points that are set in another cut than their paragraph, in order."""

    offsets: Ints
    numbers: Ints
    """Of each, the number of its paragraph's style and its cut."""

    def within(self, start: int, end: int) -> Cuts:
        """Those from one code point up to another."""
        if not len(self.offsets):
            return self
        part = slice(*np.searchsorted(self.offsets, (start, end)).tolist())
        return Cuts(self.offsets[part], self.numbers[part])

    def mono(self) -> Ints:
        """Those set in the family of code."""
        return self.offsets[self.numbers & MONO > 0]

    def groups(self) -> Iterator[tuple[int, int, Ints]]:
        """For each style and cut, its code points."""
        for number in sorted(set(self.numbers.tolist())):
            yield number // _CUTS, number % _CUTS, self.offsets[self.numbers == number]


class Stretches:
    """The spans of one kind of markup, in order."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.starts: Ints = np.array([span.start for span in spans], np.int32)
        self.ends: Ints = np.array([span.end for span in spans], np.int32)

    def __len__(self) -> int:
        return len(self.starts)

    def within(self, start: int, end: int) -> Iterator[Span]:
        """The parts of them that lie between two places."""
        if len(self):
            first = int(np.searchsorted(self.ends, start, "right"))
            last = int(np.searchsorted(self.starts, end, "left"))
            for number in range(first, last):
                yield Span(max(start, int(self.starts[number])), min(end, int(self.ends[number])))

    def at(self, offset: int) -> int | None:
        """The number of the one that holds a code point."""
        number = int(np.searchsorted(self.ends, offset, "right"))
        return number if number < len(self) and self.starts[number] <= offset else None


class Markup:
    """The markup of a shown text."""

    def __init__(
        self,
        analysis: Analysis,
        kinds: npt.NDArray[np.uint8],
        conversion: Conversion,
        inlines: Sequence[Inline],
    ) -> None:
        """`kinds` numbers each paragraph's style; `inlines` are those of the source."""
        self._targets = [inline.target for inline in inlines if inline.kind == "link"]
        spans: dict[InlineKind, list[Span]] = {"link": [], "emphasis": [], "strong": [], "code": []}
        for inline in inlines:
            if inline.kind in spans:
                spans[inline.kind].append(conversion.to_target(Span(inline.start, inline.end)))
        self.links = Stretches(spans["link"])
        self.emphasis = Stretches(spans["emphasis"])
        code = np.flatnonzero(kinds == _CODE)
        paragraphs = analysis.paragraphs
        in_code = zip(paragraphs.firsts[code].tolist(), paragraphs.lasts[code].tolist(), strict=True)
        spans["code"] += [Span(first, last) for first, last in in_code]
        self.cuts = _cuts(analysis, kinds, spans)

    def link_at(self, offset: int) -> str:
        """The address of the link that a code point belongs to; "" if to none."""
        number = self.links.at(offset)
        return "" if number is None else self._targets[number]


def _cuts(analysis: Analysis, kinds: npt.NDArray[np.uint8], spans: dict[InlineKind, list[Span]]) -> Cuts:
    if not any(spans[kind] for kind in _CUT_OF):
        return Cuts(np.zeros(0, np.int32), np.zeros(0, np.int32))
    cuts = np.zeros(len(analysis), np.uint8)
    for kind, cut in _CUT_OF.items():
        for span in spans[kind]:
            cuts[span.start : span.end] |= cut
    cuts[analysis.codes >= _FIRST_NOT_LATIN] &= BOLD
    offsets: Ints = np.flatnonzero(cuts).astype(np.int32)
    owners = np.maximum(np.searchsorted(analysis.paragraphs.starts, offsets, "right") - 1, 0)
    numbers: Ints = kinds[owners].astype(np.int32) * _CUTS + cuts[offsets]
    return Cuts(offsets, numbers)
