"""Which of the places that a quote fits is its own, and whether that is certain enough.

A mark is first placed by its words alone. Where those leave a doubt, the marks before and after it say
where it should be: marks seldom change their order, and what lies between two of them seldom its length.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from meipi.language.anchor_fits import Fit

# A place must lead the next best by so much.
_LEAD = 0.08
# One worse by no more than this is a rival where the order of the marks speaks for it.
_MUCH_WORSE = 0.3
# Each mark placed by the order of the others is evidence for the next.
_ROUNDS = 2
# What the order says of a place (see `_Expected.support`): no more than that it lies between its
# neighbours; or that its distance from one of them, too, is about what it was.
_WEAK, _STRONG = 1, 3
# Quotes of so many agreeing characters are hardly ever twice in a text by chance.
_TELLING = 16
# A quote that has grown beyond this is no longer one passage.
_PURE = 0.6


class Known(NamedTuple):
    """A mark that has been placed: where its quote began and begins, in code points of the sources."""

    old: int
    new: int


def choose_all(starts: Sequence[int], fits: Sequence[Sequence[Fit]]) -> list[Fit | None]:
    """The place of each quote, or None; `starts` are the offsets where the quotes began."""
    chosen = [choose(mine) for mine in fits]
    order = _Order(starts, chosen)
    doubtful = {
        number
        for number, (mine, best) in enumerate(zip(fits, chosen, strict=True))
        if best is not None and _contradicted(mine, best, order.expected(number))
    }
    chosen = [None if number in doubtful else best for number, best in enumerate(chosen)]
    for _ in range(_ROUNDS):
        order = _Order(starts, chosen)
        chosen = [
            best or (None if number in doubtful else _by_order(mine, order.expected(number)))
            for number, (mine, best) in enumerate(zip(fits, chosen, strict=True))
        ]
    return chosen


def choose(fits: Sequence[Fit]) -> Fit | None:
    """The place that is good by itself and clearly better than any other."""
    ranked = sorted((fit for fit in fits if fit.pure >= _PURE), key=lambda fit: -fit.rank)
    if not ranked or not _good(ranked[0]):
        return None
    best = ranked[0]
    return best if all(best.rank - fit.rank >= _LEAD for fit in _apart(best, ranked)) else None


def _good(fit: Fit) -> bool:
    """Whether quote and contexts are enough to know the quote by, if there is no other such place."""
    better, worse = max(fit.left, fit.right), min(fit.left, fit.right)
    if fit.pure < _PURE:
        return False
    if better >= 0.8 and worse >= 0.6:
        # Held from both sides: what stands between is the quote, whatever became of it.
        return fit.kept >= 0.5
    if fit.nearest >= 0.75 and fit.kept >= 0.75:
        return True
    if fit.length <= 4:
        return fit.kept == 1 and (better >= 0.9 or (better >= 0.75 and worse >= 0.4))
    if fit.kept * fit.length >= _TELLING and fit.kept >= 0.75 and fit.pure >= 0.75:
        return True
    if fit.length <= 12:
        return (fit.kept >= 0.8 and better >= 0.75) or (fit.kept == 1 and better >= 0.5)
    return fit.kept >= 0.75 and better >= 0.5


def _fair(fit: Fit) -> bool:
    """The same for a place where the order of the marks expects it."""
    better = max(fit.left, fit.right)
    if fit.pure < _PURE or fit.kept < 0.5:
        return False
    if fit.length <= 4:
        return better >= 0.75 and fit.kept == 1
    return fit.kept >= 0.75 or better >= 0.75


class _Expected(NamedTuple):
    """Where the marks around one say that it should begin."""

    nearest: tuple[tuple[int, int], ...]
    """Offset and tolerance by the mark before, and by the mark after."""
    between: tuple[int, int] | None

    def support(self, start: int) -> int:
        """How far they agree with `start`: 2 for each that kept its distance, 1 if it lies between them."""
        agreeing = sum(abs(start - offset) <= tolerance for offset, tolerance in self.nearest)
        return 2 * agreeing + (self.between is not None and self.between[0] <= start <= self.between[1])


class _Order:
    """The marks that have been placed, in the order of the old text."""

    def __init__(self, starts: Sequence[int], chosen: Sequence[Fit | None]) -> None:
        self._starts = starts
        self._known = sorted(
            Known(start, fit.source) for start, fit in zip(starts, chosen, strict=True) if fit is not None
        )

    def expected(self, number: int) -> _Expected:
        start = self._starts[number]
        before = bisect_left(self._known, (start, -1)) - 1
        after = bisect_right(self._known, (start + 1, -1))
        near: list[tuple[int, int]] = []
        if before >= 0:
            known = self._known[before]
            near.append((known.new + start - known.old, 6 + (start - known.old) // 6))
        if after < len(self._known):
            known = self._known[after]
            near.append((known.new + start - known.old, 6 + (known.old - start) // 6))
        between = None
        if before >= 0 and after < len(self._known):
            left, right = self._known[before], self._known[after]
            if left.new <= right.new <= left.new + 2 * (right.old - left.old) + 400:
                between = left.new, right.new
        return _Expected(tuple(near), between)


def _contradicted(fits: Sequence[Fit], best: Fit, expected: _Expected) -> bool:
    """Whether the order of the marks speaks against the choice and for a place that is not much worse."""
    if expected.support(best.source) > _WEAK:
        return False
    return any(
        expected.support(fit.source) >= _STRONG and fit.rank > best.rank - _MUCH_WORSE and _good(fit)
        for fit in _apart(best, fits)
    )


def _by_order(fits: Sequence[Fit], expected: _Expected) -> Fit | None:
    """The place that the order of the marks tells from those about as good, or expects by few words."""
    supported = [(expected.support(fit.source), fit) for fit in fits if _fair(fit)]
    if not supported:
        return None
    most, best = max(supported, key=lambda pair: (pair[0], pair[1].rank))
    rivals = _apart(best, fits)
    clear = all(
        fit.rank <= best.rank - _LEAD or support <= _WEAK for support, fit in supported if fit in rivals
    ) and all(fit.rank < best.rank + _LEAD for fit in rivals)
    return best if most >= _STRONG and clear else None


def apart(one: Fit, other: Fit) -> bool:
    """Whether two places have no character in common."""
    return one.start >= other.end or other.start >= one.end


def _apart(best: Fit, fits: Sequence[Fit]) -> list[Fit]:
    return [fit for fit in fits if apart(best, fit)]
