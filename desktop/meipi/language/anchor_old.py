"""What the old text of an article knows of its marks beyond what they remember themselves."""

from __future__ import annotations

from collections.abc import Sequence

from meipi.language.anchor import Anchor
from meipi.language.anchor_choice import apart, choose, choose_all
from meipi.language.anchor_fits import Fit
from meipi.language.anchor_queries import fit_all, queries
from meipi.language.folding import Folded, fold
from meipi.language.span import Span

# Contexts out of the texts, in code points, and the rank from which a place needs none of them.
_WIDE, _SURE = 160, 0.97
# From this rank on a place in the old text is enough like the mark's own to be taken for it.
_ALIKE = 0.5


def reconsider(
    anchors: Sequence[Anchor], old: str, text: str, folded: Folded, chosen: Sequence[Fit | None]
) -> list[Fit | None]:
    """The choice, looked at again with contexts out of both texts.

    What was refused is placed if wider contexts are enough; what they place elsewhere, or what came from
    another place of the old text, is refused. An anchor that is not of `old` keeps its place.
    """
    known = [
        number
        for number, anchor in enumerate(anchors)
        if anchor.end == anchor.start + len(anchor.exact) and old.startswith(anchor.exact, anchor.start)
    ]
    chosen = _with_wider_contexts(anchors, old, folded, chosen, known)
    return _traced_back(anchors, old, text, folded, chosen, known)


def _with_wider_contexts(
    anchors: Sequence[Anchor],
    old: str,
    folded: Folded,
    chosen: Sequence[Fit | None],
    known: Sequence[int],
) -> list[Fit | None]:
    doubtful = [number for number in known if (fit := chosen[number]) is None or fit.rank < _SURE]
    wider = [_wide(old, Span(anchors[number].start, anchors[number].end)) for number in doubtful]
    fitted = [[] if fit is None else [fit] for fit in chosen]
    for number, mine in zip(doubtful, _fits(wider, folded), strict=True):
        fitted[number] = mine
    second = choose_all([anchor.start for anchor in anchors], fitted)
    return [
        two if one is None else None if two is not None and apart(one, two) else one
        for one, two in zip(chosen, second, strict=True)
    ]


def _traced_back(
    anchors: Sequence[Anchor],
    old: str,
    text: str,
    folded: Folded,
    chosen: Sequence[Fit | None],
    known: Sequence[int],
) -> list[Fit | None]:
    """Those of marks whose like stood elsewhere in the old text are followed back to where they came from."""
    before = fold(old)
    own = _fits([anchors[number] for number in known], before)
    repeated: list[int] = []
    back: list[Anchor] = []
    for number, mine in zip(known, own, strict=True):
        fit = chosen[number]
        if fit is not None and any(not _is_at(anchors[number], rival, before) for rival in mine):
            repeated.append(number)
            back.append(_wide(text, folded.to_source(Span(fit.start, fit.end))))
    traced = list(chosen)
    for number, mine in zip(repeated, _fits(back, before), strict=True):
        origin = choose(mine)
        if origin is not None and not _is_at(anchors[number], origin, before):
            traced[number] = None
    return traced


def _is_at(anchor: Anchor, fit: Fit, folded: Folded) -> bool:
    """Whether the place overlaps the anchor's own."""
    start, end = folded.to_source(Span(fit.start, fit.end))
    return start < anchor.end and anchor.start < end


def _fits(anchors: Sequence[Anchor], folded: Folded) -> list[list[Fit]]:
    passages = [query.passage for query in queries(anchors)]
    return [[fit for fit in mine if fit.rank >= _ALIKE] for mine in fit_all(passages, folded, None)]


def _wide(text: str, span: Span) -> Anchor:
    start, end = span
    return Anchor(start, end, text[start:end], text[max(0, start - _WIDE) : start], text[end : end + _WIDE])
