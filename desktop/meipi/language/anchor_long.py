"""Long quotes: placed by their two ends, then held against what lies between.

To lay a chapter beside a chapter character by character would take the product of their lengths.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np

from meipi.language.anchor_fits import Fit, rank
from meipi.language.anchor_seeds import Codes, Passage, hashes
from meipi.language.folding import Folded

# Quotes beyond so many folded characters are long; so many of them at each end stand for them.
_LONG, _END = 300, 120
_RUN = 4
# A pair of ends farther apart or nearer by more than this share is not looked into.
_GROWN = 0.5
_TRIED = 4


def is_long(passage: Passage) -> bool:
    return passage.end - passage.start > _LONG


def ends(passage: Passage) -> tuple[Passage, Passage]:
    """The beginning of a long quote after its context, and its end before its own."""
    codes, start, end = passage
    return (
        Passage(codes[: start + _END], start, start + _END),
        Passage(codes[end - _END :], 0, _END),
    )


def join(passage: Passage, heads: Sequence[Fit], tails: Sequence[Fit], folded: Folded) -> list[Fit]:
    """Where the whole quote fits, by the places of its ends."""
    length = passage.end - passage.start
    pairs = [
        (head.rank + tail.rank - abs(tail.end - head.start - length) / length, head, tail)
        for head, tail in product(heads, tails)
        if head.start < tail.end and abs(tail.end - head.start - length) <= _GROWN * length
    ]
    pairs.sort(key=lambda pair: -pair[0])
    quote = passage.codes[passage.start : passage.end]
    return [_whole(quote, head, tail, folded) for _, head, tail in pairs[:_TRIED]]


def _whole(quote: Codes, head: Fit, tail: Fit, folded: Folded) -> Fit:
    there = folded.codes[head.start : tail.end]
    # A changed character spoils all runs that it is in; what is left out or put in as a block, but one of
    # each.
    kept = float(np.isin(hashes(quote, _RUN), hashes(there, _RUN)).mean()) ** 0.5
    pure = min(1.0, kept * len(quote) / len(there))
    shares = (np.array(share) for share in (kept, pure, head.left, tail.right))
    return head._replace(
        end=tail.end,
        kept=kept,
        pure=pure,
        right=tail.right,
        nearest=min(head.nearest, tail.nearest),
        length=len(quote),
        rank=float(rank(*shares)),
    )
