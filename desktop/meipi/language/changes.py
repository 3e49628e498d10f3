"""What changed between two versions of a text, by sentences, and within a sentence by characters."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from meipi.language import sentences
from meipi.language.alignment import heaviest, matched
from meipi.language.folding import fold_characters
from meipi.language.span import Span

# Two sentences that share so much of their pairs of characters are one that was changed.
_ALIKE = 0.35
# Pairs of sentences that are compared for likeness in one gap, and in all gaps together: a second or so.
_GAP, _ALL_GAPS = 10_000, 300_000
# Characters by characters of two sentences that are compared; beyond, what differs is one piece.
_CELLS = 4_000_000


class Hunk(NamedTuple):
    """A stretch of the old text and what stands in its place in the new one; both empty nowhere.

    "same": the same code points; "changed": others; "added": nothing in the old text, "removed": nothing in
    the new one.
    """

    kind: Literal["same", "changed", "added", "removed"]
    old: Span
    new: Span


def compare(old: str, new: str) -> list[Hunk]:
    """The hunks, in order, that lead from one text to the other: a sentence each, or two in one.

    Their spans cover each text once. Sentences that stay are found by those that stand in both texts once
    (Bram Cohen's patience diff), those that were changed by what they share: the same words in another
    script, punctuation or spacing first. In bounded time: of two texts that have little in common, some
    changed sentences may count as removed and added. What stands elsewhere now is removed and added too.
    """
    one, other = sentences.split(old), sentences.split(new)
    mine, theirs = _texts(old, one), _texts(new, other)
    pairs, folding = matched(*_numbered(mine, theirs)), _folding(old, new)
    kept = [*pairs, (len(one), len(other))]
    hunks: list[Hunk] = []
    left = _ALL_GAPS
    i = j = 0
    for next_i, next_j in kept:
        gap = (next_i - i) * (next_j - j)
        folded, others = (
            [each.translate(folding) for each in part] for part in (mine[i:next_i], theirs[j:next_j])
        )
        likely = _likely(folded, others, gap <= min(_GAP, left))
        left -= gap if gap <= _GAP else 0
        hunks += _gap(one[i:next_i], other[j:next_j], likely, _end(hunks))
        if next_i < len(one):
            hunks.append(Hunk("same", one[next_i], other[next_j]))
        i, j = next_i + 1, next_j + 1
    return list(_joined(hunks, old, new, folding))


def within(old: str, new: str) -> list[Hunk]:
    """The same for two sentences, character by character; single characters that stay between changes are
    taken as changed with them."""
    lead = shared(old, new)
    tail = shared(old[lead:][::-1], new[lead:][::-1])
    one, other = old[lead : len(old) - tail], new[lead : len(new) - tail]
    pairs: list[tuple[int, int]] = []
    if len(one) * len(other) <= _CELLS:
        a, b = _codes(one), _codes(other)
        pairs = heaviest(a[:, None] == b[None, :])
    steps = [
        *((place, place) for place in range(lead)),
        *((lead + i, lead + j) for i, j in pairs),
        *((len(old) - back, len(new) - back) for back in range(tail, 0, -1)),
    ]
    return list(_runs(steps, len(old), len(new)))


class Way:
    """The way from places in an old text to places in a new one."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self.hunks = compare(old, new)
        self._starts = [hunk.old.start for hunk in self.hunks if hunk.kind != "added"]
        self._there = [hunk for hunk in self.hunks if hunk.kind != "added"]
        self._pieces: dict[Span, list[Hunk]] = {}

    def to_new(self, offset: int) -> int:
        """Where a place of the old text, 0 to its length, is in the new one; where what stood there is gone,
        where it was taken out."""
        if offset >= len(self._old):
            return len(self._new)
        hunk = self._there[bisect_right(self._starts, offset) - 1]
        if hunk.kind == "changed":
            if hunk.old not in self._pieces:
                self._pieces[hunk.old] = within(self._old[slice(*hunk.old)], self._new[slice(*hunk.new)])
            inner = offset - hunk.old.start
            piece = next(
                piece for piece in self._pieces[hunk.old] if piece.old.start <= inner < piece.old.end
            )
            shift = inner - piece.old.start if piece.kind == "same" else 0
            return hunk.new.start + piece.new.start + shift
        return hunk.new.start + (offset - hunk.old.start if hunk.kind == "same" else 0)

    def carried(self, span: Span) -> Span:
        """Where a span of the old text is, of which at least the first and the last code point stay."""
        return Span(self.to_new(span.start), self.to_new(span.end - 1) + 1)

    @property
    def kept(self) -> float:
        """How much of the old text stands in the new one, 0 to 1: all that is in sentences that stay or were
        only changed."""
        there = sum(hunk.old.end - hunk.old.start for hunk in self.hunks if hunk.kind in ("same", "changed"))
        return there / len(self._old) if self._old else 1.0


def _texts(text: str, spans: Sequence[Span]) -> list[str]:
    return [text[start:end] for start, end in spans]


def _numbered(*lists: Sequence[str]) -> list[NDArray[np.int64]]:
    """Each text as a number; equal ones have the same."""
    numbers: dict[str, int] = {}
    return [np.array([numbers.setdefault(each, len(numbers)) for each in part], np.int64) for part in lists]


def _codes(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _end(hunks: Sequence[Hunk]) -> tuple[int, int]:
    return (hunks[-1].old.end, hunks[-1].new.end) if hunks else (0, 0)


def _folding(*texts: str) -> Mapping[int, str]:
    """For `str.translate`: what these texts are compared as, by code point."""
    distinct = sorted(set().union(*texts))
    return str.maketrans(dict(zip(distinct, fold_characters(distinct), strict=True)))


def _likely(one: Sequence[str], other: Sequence[str], compared: bool) -> list[tuple[int, int]]:
    """Which sentences of a gap, folded, are the same ones, changed: those of the same words, then, if there
    is time to compare them, those that are alike."""
    if not one or not other:
        return []
    pairs: list[tuple[int, int]] = []
    i = j = 0
    for next_i, next_j in [*matched(*_numbered(one, other)), (len(one), len(other))]:
        if compared and i < next_i and j < next_j:
            weights = np.array([[_alike(a, b) for b in other[j:next_j]] for a in one[i:next_i]])
            weights[weights < _ALIKE] = 0
            pairs += [(i + a, j + b) for a, b in heaviest(weights)]
        if next_i < len(one):
            pairs.append((next_i, next_j))
        i, j = next_i + 1, next_j + 1
    return pairs


def _alike(one: str, other: str) -> float:
    """What share of their pairs of characters two sentences have in common, 0 to 1 (Dice's coefficient)."""
    mine, theirs = _pairs(one), _pairs(other)
    total = mine.total() + theirs.total()
    return 2 * (mine & theirs).total() / total if total else 0.0


def _pairs(text: str) -> Counter[str]:
    return Counter(text[place : place + 2] for place in range(max(1, len(text) - 1))) if text else Counter()


def _gap(
    one: Sequence[Span], other: Sequence[Span], pairs: Sequence[tuple[int, int]], at: tuple[int, int]
) -> Iterator[Hunk]:
    """The hunks of a gap in which only `pairs` belong together; it begins `at` these places."""
    old_at, new_at = at
    i = j = 0
    for next_i, next_j in [*pairs, (len(one), len(other))]:
        for span in one[i:next_i]:
            yield Hunk("removed", span, Span(new_at, new_at))
            old_at = span.end
        for span in other[j:next_j]:
            yield Hunk("added", Span(old_at, old_at), span)
            new_at = span.end
        if next_i < len(one):
            yield Hunk("changed", one[next_i], other[next_j])
            old_at, new_at = one[next_i].end, other[next_j].end
        i, j = next_i + 1, next_j + 1


def _joined(hunks: Sequence[Hunk], old: str, new: str, folding: Mapping[int, str]) -> Iterator[Hunk]:
    """A sentence that was cut in two, or two that became one, as one hunk: if what is removed or added beside
    a changed one makes it more alike."""

    def likeness(hunk: Hunk) -> float:
        return _alike(old[slice(*hunk.old)].translate(folding), new[slice(*hunk.new)].translate(folding))

    held: Hunk | None = None
    for hunk in hunks:
        if held is not None and "same" not in (held.kind, hunk.kind) and "changed" in (held.kind, hunk.kind):
            both = Hunk("changed", Span(held.old.start, hunk.old.end), Span(held.new.start, hunk.new.end))
            changed = held if held.kind == "changed" else hunk
            if likeness(both) > likeness(changed):
                held = both
                continue
        if held is not None:
            yield held
        held = hunk
    if held is not None:
        yield held


def shared(one: str, other: str) -> int:
    """How many code points two texts begin with together."""
    least = min(len(one), len(other))
    return next((place for place in range(least) if one[place] != other[place]), least)


def _runs(steps: Sequence[tuple[int, int]], length: int, new_length: int) -> Iterator[Hunk]:
    """The hunks between characters that stay, given by their places in both texts."""
    runs: list[list[int]] = []  # where a run of characters that stay begins in both texts, and how long it is
    for i, j in steps:
        if runs and (i, j) == (runs[-1][0] + runs[-1][2], runs[-1][1] + runs[-1][2]):
            runs[-1][2] += 1
        else:
            runs.append([i, j, 1])
    old_at = new_at = 0
    for i, j, count in [*(run for run in runs if _stays(run, length, new_length)), [length, new_length, 0]]:
        if (i, j) != (old_at, new_at):
            kind: Literal["changed", "added", "removed"]
            kind = "changed" if i > old_at and j > new_at else "removed" if i > old_at else "added"
            yield Hunk(kind, Span(old_at, i), Span(new_at, j))
        if count:
            yield Hunk("same", Span(i, i + count), Span(j, j + count))
        old_at, new_at = i + count, j + count


def _stays(run: Sequence[int], length: int, new_length: int) -> bool:
    i, j, count = run
    return count > 1 or (i, j) in ((0, 0), (length - 1, new_length - 1))
