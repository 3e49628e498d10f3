"""Placing anchors again in a text that has changed: all of them together, and none where it is in doubt."""

from __future__ import annotations

from collections.abc import Sequence

from meipi.language import anchor_edges, anchor_old
from meipi.language.anchor import Anchor, Placement, Progress
from meipi.language.anchor_choice import choose_all
from meipi.language.anchor_fits import Fit
from meipi.language.anchor_queries import Query, fit_all, queries
from meipi.language.folding import Folded, fold
from meipi.language.span import Span

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
    looked_for = queries(anchors)
    starts = [anchor.start for anchor in anchors]
    chosen = choose_all(starts, fit_all([query.passage for query in looked_for], folded, progress))
    if old is not None:
        chosen = anchor_old.reconsider(anchors, old, text, folded, chosen)
    return [
        _ORPHAN if fit is None or not query.anchor.exact else _placement(query, fit, folded, text)
        for query, fit in zip(looked_for, chosen, strict=True)
    ]


def _stands(anchor: Anchor, text: str) -> bool:
    """Whether the anchor is where it was, with all that it remembers around it."""
    begin = anchor.start - len(anchor.prefix)
    return (
        begin >= 0
        and anchor.end == anchor.start + len(anchor.exact)
        and text.startswith(anchor.prefix + anchor.exact + anchor.suffix, begin)
    )


def _placement(query: Query, fit: Fit, folded: Folded, text: str) -> Placement:
    if query.split is None:
        span: Span | None = _widened(query, fit, folded, text)
    else:
        span = _between(query, query.split, fit, folded, text)
    if span is None:
        return _ORPHAN
    if text[span.start : span.end] != query.anchor.exact:
        return Placement(span, "changed")
    return Placement(span, "exact" if span == (query.anchor.start, query.anchor.end) else "moved")


def _widened(query: Query, fit: Fit, folded: Folded, text: str) -> Span:
    core = folded.to_source(Span(fit.start, fit.end))
    room = Span(
        int(folded.offsets[fit.start - 1]) + 1 if fit.start else 0,
        int(folded.offsets[fit.end]) if fit.end < len(folded) else len(text),
    )
    return anchor_edges.widen(text, core, room, query.lead, query.trail)


def _between(query: Query, split: int, fit: Fit, folded: Folded, text: str) -> Span | None:
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
