"""Placing anchors again in a text that has changed: all of them together, and none where it is in doubt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from meipi.language import anchor_edges, anchor_long
from meipi.language.anchor import Anchor, Placement, Progress
from meipi.language.anchor_alignment import align
from meipi.language.anchor_choice import choose_all
from meipi.language.anchor_fits import Fit, fits
from meipi.language.anchor_seeds import Candidate, Passage, candidates
from meipi.language.folding import Folded, fold
from meipi.language.span import Span

# So many places are tried between two reports of progress.
_AT_ONCE = 512
# Contexts out of the old text, in code points, and the rank from which a place needs none of them.
_WIDE, _SURE = 160, 0.97
_ORPHAN = Placement(None, "orphan")


def place(
    anchors: Sequence[Anchor], text: str, old: str | None, progress: Progress | None
) -> list[Placement]:
    """`anchor.place`; see there."""
    if all(_stands(anchor, text) for anchor in anchors if anchor.exact):
        return [
            Placement(Span(anchor.start, anchor.end), "exact") if anchor.exact else _ORPHAN
            for anchor in anchors
        ]
    folded = fold(text)
    queries = _queries(anchors)
    starts = [anchor.start for anchor in anchors]
    chosen = choose_all(starts, _fit_all([query.passage for query in queries], folded, progress))
    if old is not None:
        chosen = _looked_at_again(anchors, old, folded, chosen)
    return [
        _ORPHAN if fit is None or not query.anchor.exact else _placement(query, fit, folded, text)
        for query, fit in zip(queries, chosen, strict=True)
    ]


def _looked_at_again(
    anchors: Sequence[Anchor], old: str, folded: Folded, chosen: Sequence[Fit | None]
) -> list[Fit | None]:
    """The choice with wider contexts out of the old text where the anchors' own were not enough.

    What was refused is placed if these are enough; what they place elsewhere is refused.
    """
    doubtful = [
        number
        for number, (anchor, fit) in enumerate(zip(anchors, chosen, strict=True))
        if old.startswith(anchor.exact, anchor.start)
        and anchor.end == anchor.start + len(anchor.exact)
        and (fit is None or fit.rank < _SURE)
    ]
    wider = [
        anchors[number]._replace(
            prefix=old[max(0, anchors[number].start - _WIDE) : anchors[number].start],
            suffix=old[anchors[number].end : anchors[number].end + _WIDE],
        )
        for number in doubtful
    ]
    again = _fit_all([query.passage for query in _queries(wider)], folded, None)
    fitted = [[] if fit is None else [fit] for fit in chosen]
    for number, mine in zip(doubtful, again, strict=True):
        fitted[number] = mine
    second = choose_all([anchor.start for anchor in anchors], fitted)
    return [
        two if one is None else None if two is not None and _apart(one, two) else one
        for one, two in zip(chosen, second, strict=True)
    ]


def _apart(one: Fit, other: Fit) -> bool:
    return one.start >= other.end or other.start >= one.end


@dataclass(frozen=True, slots=True)
class _Query:
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


def _queries(anchors: Sequence[Anchor]) -> list[_Query]:
    """The anchors' prefixes, quotes and suffixes, folded all at once."""
    parts = [part for anchor in anchors for part in (anchor.prefix, anchor.exact, anchor.suffix)]
    ends = np.cumsum([0, *map(len, parts)])
    folded = fold("".join(parts))
    bounds = np.searchsorted(folded.offsets, ends).tolist()
    queries: list[_Query] = []
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
        queries.append(_Query(anchor, passage, lead, trail, split))
    return queries


def _stands(anchor: Anchor, text: str) -> bool:
    """Whether the anchor is where it was, with all that it remembers around it."""
    begin = anchor.start - len(anchor.prefix)
    return (
        begin >= 0
        and anchor.end == anchor.start + len(anchor.exact)
        and text.startswith(anchor.prefix + anchor.exact + anchor.suffix, begin)
    )


def _fit_all(passages: Sequence[Passage], folded: Folded, progress: Progress | None) -> list[list[Fit]]:
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


def _placement(query: _Query, fit: Fit, folded: Folded, text: str) -> Placement:
    if query.split is None:
        span: Span | None = _widened(query, fit, folded, text)
    else:
        span = _between(query, query.split, fit, folded, text)
    if span is None:
        return _ORPHAN
    if text[span.start : span.end] != query.anchor.exact:
        return Placement(span, "changed")
    return Placement(span, "exact" if span == (query.anchor.start, query.anchor.end) else "moved")


def _widened(query: _Query, fit: Fit, folded: Folded, text: str) -> Span:
    core = folded.to_source(Span(fit.start, fit.end))
    room = Span(
        int(folded.offsets[fit.start - 1]) + 1 if fit.start else 0,
        int(folded.offsets[fit.end]) if fit.end < len(folded) else len(text),
    )
    return anchor_edges.widen(text, core, room, query.lead, query.trail)


def _between(query: _Query, split: int, fit: Fit, folded: Folded, text: str) -> Span | None:
    """Where a wordless mark lies between the letters next to it, if they still stand side by side."""
    if fit.kept < 1 or fit.pure < 1:
        return None
    after = fit.start + split
    low = int(folded.offsets[after - 1]) + 1 if after else 0
    high = int(folded.offsets[after]) if after < len(folded) else len(text)
    inside = text[low:high]
    if inside.count(query.anchor.exact) == 1:
        low += inside.index(query.anchor.exact)
        return Span(low, low + len(query.anchor.exact))
    start = anchor_edges.matching(inside, query.lead)
    end = start + anchor_edges.matching(inside[start:], query.anchor.exact)
    return Span(low + start, low + end) if start < end else None
