"""Anchors as they are looked for in a folded text, and all places where each fits somehow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from meipi.language import anchor_long
from meipi.language.anchor import Anchor, Progress
from meipi.language.anchor_alignment import align
from meipi.language.anchor_fits import Fit, fits
from meipi.language.anchor_seeds import Candidate, Passage, candidates
from meipi.language.folding import Folded, fold

# So many places are tried between two reports of progress.
_AT_ONCE = 512


@dataclass(frozen=True, slots=True)
class Query:
    """An anchor as it is looked for.

    A mark without letters or numbers is looked for by those next to it, and lies between them.
    """

    anchor: Anchor
    passage: Passage
    lead: str
    """What the mark begins with before its first letter; of a wordless one what stands before it there."""
    trail: str
    split: int | None
    """Of a wordless mark how many letters of the passage's quote stand before it."""


def queries(anchors: Sequence[Anchor]) -> list[Query]:
    """The anchors' prefixes, quotes and suffixes, folded all at once."""
    parts = [part for anchor in anchors for part in (anchor.prefix, anchor.exact, anchor.suffix)]
    ends = np.cumsum([0, *map(len, parts)])
    folded = fold("".join(parts))
    bounds = np.searchsorted(folded.offsets, ends).tolist()
    found: list[Query] = []
    for number, anchor in enumerate(anchors):
        first, start, end, last = bounds[3 * number : 3 * number + 4]
        begin = int(ends[3 * number + 1])
        split = None
        if start == end:
            cut = int(folded.offsets[start - 1]) + 1 - int(ends[3 * number]) if start > first else 0
            lead, trail = anchor.prefix[cut:], ""
            split = int(start > first)
            start, end = start - split, min(last, end + 1)
        else:
            lead = anchor.exact[: int(folded.offsets[start]) - begin]
            trail = anchor.exact[int(folded.offsets[end - 1]) + 1 - begin :]
        passage = Passage(folded.codes[first:last], start - first, end - first)
        found.append(Query(anchor, passage, lead, trail, split))
    return found


def fit_all(passages: Sequence[Passage], folded: Folded, progress: Progress | None) -> list[list[Fit]]:
    """All places that each passage fits somehow, long ones by their ends."""
    parts = [anchor_long.ends(p) if anchor_long.is_long(p) else (p,) for p in passages]
    fitted = iter(_fit([part for some in parts for part in some], folded, progress))
    found: list[list[Fit]] = []
    for passage, some in zip(passages, parts, strict=True):
        mine = [next(fitted) for _ in some]
        found.append(mine[0] if len(mine) == 1 else anchor_long.join(passage, mine[0], mine[1], folded))
    return found


def _fit(passages: Sequence[Passage], folded: Folded, progress: Progress | None) -> list[list[Fit]]:
    """All places that each passage fits somehow."""
    tasks: list[tuple[Passage, Candidate]] = []
    owners: list[int] = []
    for number, (passage, places) in enumerate(
        zip(passages, candidates(passages, folded.codes), strict=True)
    ):
        tasks += [(passage, place) for place in places]
        owners += [number] * len(places)
    fitted: list[list[Fit]] = [[] for _ in passages]
    for first in range(0, len(tasks), _AT_ONCE):
        some = tasks[first : first + _AT_ONCE]
        laid = zip((passage for passage, _ in some), align(some, folded.codes), strict=True)
        for owner, fit in zip(owners[first:], fits(list(laid), folded), strict=False):
            if fit.kept > 0:
                fitted[owner].append(fit)
        if progress is not None:
            progress(min(first + _AT_ONCE, len(tasks)) / len(tasks))
    return fitted
