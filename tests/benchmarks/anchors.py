"""Marks placed again in changed texts, beside a search for their exact words nearest to where they were.

Three things are counted, never one for another: placed right, placed wrong, refused.
"""

from __future__ import annotations

import gzip
import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import partial
from random import Random
from statistics import median
from time import process_time

from tests.benchmarks.anchor_revisions import KINDS, Case, Truth, book, draw
from tests.benchmarks.rows import Row, at_most
from tests.benchmarks.texts import BESIDE, articles
from tests.benchmarks.timing import interleaved, timed

from meipi.language.anchor import Anchor, Placement, place, take
from meipi.language.folding import fold
from meipi.language.span import Span

_DEV = BESIDE / "data" / "anchors" / "anchors-dev.jsonl.gz"
_PEER = "exact words, nearest"
_DRAWS, _ROUNDS = 60, 9
_SEED = 20_251
# As much overlap, intersection by union, makes a place near enough.
_NEAR = 0.6
# Of the words of a half lost mark as many must be where it was placed.
_ALIKE = 0.6
# What changes no word, and what has passages that stand in the old text several times: each told apart.
_WORDS_KEPT = ("white space", "punctuation", "script")
_REPEATING = "refrain"
_BOOK, _BOOK_MARKS = 1_000_000, 1_000

Placer = Callable[[Case], list[Placement]]


def _ours(case: Case) -> list[Placement]:
    return place(case.anchors, case.new)


def _ours_with_old(case: Case) -> list[Placement]:
    return place(case.anchors, case.new, old=case.old)


def run() -> list[Row]:
    """The labelled pairs where they lie beside the project; draws of our own; speed."""
    rows: list[Row] = []
    texts = [path.read_text("utf-8") for path in articles()]
    if _DEV.exists():
        cases = list(_labelled())
        texts += [case.old for case in cases]
        rows += _rows(f"{len(cases)} labelled pairs", cases, least=98.5, wrong=0)
    rng = Random(_SEED)
    drawn = [draw(rng, texts, kind) for kind in KINDS for _ in range(_DRAWS)]
    usual = [case for case in drawn if case.kind != _REPEATING]
    marks = sum(len(case.anchors) for case in usual)
    rows += _rows(f"{len(usual)} pairs drawn", usual, least=98.5, wrong=marks // 2_000)
    rows += _rows("the same, the old text at hand", usual, 98.5, marks // 2_000, _ours_with_old)
    kept = [case for case in drawn if case.kind in _WORDS_KEPT]
    rows += _rows("of these white space, punctuation or script alone", kept, least=99.5, wrong=0)[:2]
    repeating = [case for case in drawn if case.kind == _REPEATING]
    rows += _rows("pairs with passages that stand there several times", repeating, None, None)
    rows += _rows("the same, the old text at hand", repeating, None, None, _ours_with_old)
    return [*rows, *_speed(texts)]


def _rows(
    what: str, cases: Sequence[Case], least: float | None, wrong: int | None, placer: Placer = _ours
) -> list[Row]:
    ours, peers = _count(placer, cases), _count(_nearest, cases)
    survivors, orphans = ours["survivors"], ours["orphans"]
    placed = [100 * counted["right"] / max(1, survivors) for counted in (ours, peers)]
    refused = [100 * counted["refused"] / max(1, orphans) for counted in (ours, peers)]
    rows = [
        Row(
            f"{what}: right of {survivors:,} marks that survive", placed[0], "%", _PEER, placed[1],
            *((f"≥ {least:g} %", placed[0] >= least) if least is not None else ()),
        ),
    ]  # fmt: skip
    label = f"{what}: placed wrong of all {ours['all']:,}"
    if wrong is None:
        rows.append(Row(label, ours["wrong"], "", _PEER, peers["wrong"]))
    else:
        rows.append(at_most(wrong, label, ours["wrong"], "", _PEER, peers["wrong"]))
    if orphans:
        limit = ("≥ 99 %", refused[0] >= 99) if least is not None else ()
        rows.append(
            Row(f"{what}: refused of {orphans:,} that are gone", refused[0], "%", _PEER, refused[1], *limit)
        )
    return rows


def _count(placer: Placer, cases: Sequence[Case]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for case in cases:
        for mark, truth, (span, _) in zip(case.anchors, case.truths, placer(case), strict=True):
            counted["all"] += 1
            counted["survivors"] += truth.kind == "place"
            counted["orphans"] += truth.kind == "orphan"
            if span is None:
                counted["refused"] += truth.kind == "orphan"
            elif _right(mark, truth, span, case.new):
                counted["right"] += truth.kind == "place"
            else:
                counted["wrong"] += 1
    return counted


def _right(mark: Anchor, truth: Truth, span: Span, new: str) -> bool:
    if truth.kind == "orphan":
        return False
    if truth.kind == "place":
        assert truth.span is not None
        return _overlap(_trimmed(span, new), _trimmed(truth.span, new)) >= _NEAR
    if truth.span is not None and span.start < truth.span.end and truth.span.start < span.end:
        return True
    words = ("".join(map(chr, fold(text).codes)) for text in (mark.exact, new[span.start : span.end]))
    return SequenceMatcher(None, *words, autojunk=False).ratio() >= _ALIKE


def _trimmed(span: Span, text: str) -> Span:
    """Without the punctuation and white space at its edges."""
    start, end = span
    while start < end and unicodedata.category(text[start])[0] not in "LN":
        start += 1
    while end > start and unicodedata.category(text[end - 1])[0] not in "LN":
        end -= 1
    return Span(start, end)


def _overlap(one: Span, other: Span) -> float:
    union = max(one.end, other.end) - min(one.start, other.start)
    return max(0, min(one.end, other.end) - max(one.start, other.start)) / max(1, union)


def _nearest(case: Case) -> list[Placement]:
    text = case.new
    placed: list[Placement] = []
    for anchor in case.anchors:
        before = text.rfind(anchor.exact, 0, anchor.start + len(anchor.exact))
        after = text.find(anchor.exact, anchor.start)
        found = [at for at in (before, after) if at >= 0]
        if found:
            start = min(found, key=lambda at: abs(at - anchor.start))
            placed.append(Placement(Span(start, start + len(anchor.exact)), "moved"))
        else:
            placed.append(Placement(None, "orphan"))
    return placed


def _labelled() -> Iterator[Case]:
    with gzip.open(_DEV, "rt", encoding="utf-8") as lines:
        for line in lines:
            pair = json.loads(line)
            truths = [mark["truth"] for mark in pair["marks"]]
            yield Case(
                pair["profile"],
                pair["old"],
                pair["new"],
                [Anchor(*(mark[part] for part in Anchor._fields)) for mark in pair["marks"]],
                [
                    Truth(t["kind"], Span(t["start"], t["end"]) if t.get("start") is not None else None)
                    for t in truths
                ],
            )


def _speed(texts: Sequence[str]) -> list[Row]:
    rng = Random(_SEED)
    longest = max(texts, key=len)
    article = draw(rng, [longest, *texts], "heavy edits")
    spans = [Span(at, at + length) for at, length in _places(rng, len(article.old), 200)]
    article = replace(article, anchors=[take(article.old, span) for span in spans])
    ours, peers = interleaved([partial(_ours, article), partial(_nearest, article)], _ROUNDS)
    begun = process_time()
    for _ in range(_ROUNDS):
        _ours(article)
    cpu = (process_time() - begun) / _ROUNDS * 1000
    case = book(rng, texts, _BOOK, _BOOK_MARKS)
    seconds = timed(partial(_ours, case)) / 1000
    peer_seconds = timed(partial(_nearest, case)) / 1000
    counted, peer_counted = _count(_ours, [case]), _count(_nearest, [case])
    what = f"{_BOOK_MARKS:,} marks in a book of {len(case.new):,} code points"
    return [
        Row(
            f"200 marks in a heavily edited article of {len(article.new):,}", median(ours), "ms",
            _PEER, median(peers), "≤ 100 ms of the processor", cpu <= 100, cpu,
        ),
        at_most(8, what, seconds, "s", _PEER, peer_seconds),
        at_most(1, f"{what}: placed wrong", counted["wrong"], "", _PEER, peer_counted["wrong"]),
    ]  # fmt: skip


def _places(rng: Random, length: int, count: int) -> Iterator[tuple[int, int]]:
    for _ in range(count):
        size = rng.choice((1, 2, 3, 5, 8, 12, 20, 35, 60, 120))
        yield rng.randrange(length - size), size
