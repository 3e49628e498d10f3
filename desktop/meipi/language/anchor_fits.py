"""How well a passage fits where it was laid: its quote, and the context on each side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from meipi.language.anchor_alignment import Aligned
from meipi.language.anchor_seeds import Passage
from meipi.language.folding import Folded

# So many characters next to the quote count as much as all the others of that side together.
NEAR = 8
# Code points from here on tell much of a place; Latin letters and figures, a fraction of it each.
_IDEOGRAPHS = 0x2E80
_BETTER_SIDE = 0.65
_QUOTE_WEIGHT = 0.35

Shares = NDArray[np.float64]


class Fit(NamedTuple):
    """A place for a quote in the folded text; likeness is 0 (nothing agrees) to 1 (all does)."""

    start: int
    end: int
    source: int
    """Offset in the source where it starts."""
    kept: float
    """Share of the quote's characters that stand there."""
    pure: float
    """Share of what stands there that is of the quote."""
    left: float
    right: float
    nearest: float
    """How many hanzi or kana right beside the quote agree, 1 for `NEAR`, on the side where fewer do."""
    length: int
    """Of the quote that was looked for."""
    rank: float


def fits(tasks: Sequence[tuple[Passage, Aligned]], folded: Folded) -> list[Fit]:
    """Passages whose quotes are not empty, each laid out: how well it fits there."""
    if not tasks:
        return []
    text = folded.codes
    sizes = np.array([len(passage.codes) for passage, _ in tasks])
    bases = np.cumsum(sizes) - sizes
    aligned = np.concatenate([aligned for _, aligned in tasks])
    codes = np.concatenate([passage.codes for passage, _ in tasks])
    same = (aligned >= 0) & (text[np.maximum(aligned, 0)] == codes)
    summed = np.concatenate([[0], np.cumsum(same)])
    begins = bases + np.array([passage.start for passage, _ in tasks])
    finishes = bases + np.array([passage.end for passage, _ in tasks])
    lengths = finishes - begins
    agreeing = summed[finishes] - summed[begins]
    bounds = np.stack([begins, finishes], 1).ravel()
    starts = np.minimum.reduceat(np.append(np.where(same, aligned, len(text)), 0), bounds)[::2]
    ends = np.maximum.reduceat(np.append(np.where(same, aligned, -1), -1), bounds)[::2] + 1
    # Where a part of the quote is gone, what stands in its place up to the intact context is the quote's.
    lost = lengths - agreeing
    for outer, edges, side in ((begins - 1, starts, -1), (finishes, ends, 1)):
        inside = (outer >= bases) & (outer < bases + sizes)
        outer = np.where(inside, outer, 0)
        context = aligned[outer] + (side < 0)
        gap = (edges - context) * -side
        taken = inside & same[outer] & (gap > 0) & (gap <= lost) & (agreeing > 0)
        edges[taken] = context[taken]
    widths = np.maximum(ends - starts, 0)
    kept, pure = agreeing / lengths, agreeing / np.maximum(widths, 1)

    def share(low: NDArray[np.int64], high: NDArray[np.int64]) -> Shares:
        shares: Shares = (summed[high] - summed[low]) / np.maximum(high - low, 1)
        return shares

    near_left = np.maximum(begins - NEAR, bases)
    near_right = np.minimum(finishes + NEAR, bases + sizes)
    left, right = share(near_left, begins), share(finishes, near_right)
    far_left, far_right = share(bases, near_left), share(near_right, bases + sizes)
    told = np.concatenate([[0], np.cumsum(same & (codes >= _IDEOGRAPHS))])
    nearest = np.minimum(told[begins] - told[near_left], told[near_right] - told[finishes]) / NEAR
    left = np.where(near_left > bases, (left + far_left) / 2, left)
    right = np.where(near_right < bases + sizes, (right + far_right) / 2, right)
    # Where the text began or ended there is no context; the other side speaks for both.
    left, right = (
        np.where(begins == bases, right, left),
        np.where(finishes == bases + sizes, left, right),
    )
    ranks = rank(kept, pure, left, right)
    sources = folded.offsets[np.minimum(starts, len(text) - 1)]
    columns = (starts, ends, sources, kept, pure, left, right, nearest, lengths, ranks)
    return [Fit(*row) for row in zip(*(column.tolist() for column in columns), strict=True)]


def rank(kept: Shares, pure: Shares, left: Shares, right: Shares) -> Shares:
    """What places of one quote are compared by, 0 to 1: the more telling side of the context counts more."""
    quote = 2 * kept * pure / np.maximum(kept + pure, 1e-9)
    context = _BETTER_SIDE * np.maximum(left, right) + (1 - _BETTER_SIDE) * np.minimum(left, right)
    return _QUOTE_WEIGHT * quote + (1 - _QUOTE_WEIGHT) * context
