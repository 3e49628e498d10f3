"""What the issue of the page asks for, and the rows in which it is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from tests.benchmarks.rows import Row
from tests.benchmarks.timing import p99
from tests.benchmarks.worker import Taken

OPEN, PHONETICS, SCRIPT, RESIZE, PAGE = (
    "text in memory → painted page", "phonetics on", "script toggle, both forms kept", "resize",
    "page turn",
)  # fmt: skip
WORK = (OPEN, PHONETICS, SCRIPT, RESIZE, PAGE)
CHROMIUM, BROWSER = "Chromium", "QTextBrowser, a reading an object"


class Limit(NamedTuple):
    """Milliseconds that ours may take, and how often Chromium must take as much."""

    most: float
    times: float = 0


# By work and "" or "p99": for 1.6 k, 100 k and 1 M.
_LIMITS: dict[tuple[str, str], tuple[Limit, Limit, Limit]] = {
    (OPEN, ""): (Limit(20, 10), Limit(25, 20), Limit(100, 50)),
    (PHONETICS, ""): (Limit(10, 5), Limit(10, 10), Limit(25, 10)),
    (SCRIPT, ""): (Limit(10, 5), Limit(12, 10), Limit(45, 5)),
    (PAGE, ""): (Limit(8, 1), Limit(8, 10), Limit(8, 20)),
    (PAGE, "p99"): (Limit(16, 1), Limit(16, 10), Limit(16, 20)),
}


class Figures:
    """The times of one length, by who took them and for what."""

    def __init__(self, name: str, place: int) -> None:
        """`place` is that of the length among the limits."""
        self.name, self._place = name, place
        self.times: dict[tuple[str, str], list[Taken]] = defaultdict(list)
        self.floor: float | None = None

    def add(self, who: str, what: str, taken: Taken) -> None:
        """One more time."""
        self.times[who, what].append(taken)

    def median(self, who: str, what: str) -> float | None:
        """The median on the clock; None where nothing was taken."""
        times = self.times.get((who, what))
        return median(taken.wall for taken in times) if times else None

    def rows(self, ours: str, peers: Sequence[str], described: str) -> Iterator[Row]:
        """Our times, each first beside the first peer and with its limit, then beside the others."""
        for what in WORK:
            for tail in ("", "p99") if what == PAGE else ("",):
                yield from self._rows(ours, peers, f"{self.name}: {what}{described}", what, tail)

    def _rows(self, ours: str, peers: Sequence[str], title: str, what: str, tail: str) -> Iterator[Row]:
        times = self.times.get((ours, what))
        if not times:
            return
        pick = p99 if tail else median
        wall, cpu = pick([taken.wall for taken in times]), pick([taken.cpu for taken in times])
        limits = _LIMITS.get((what, tail))
        limit = limits[self._place] if limits else None
        title = f"{title}, {tail or 'median'}"
        told = False
        for peer in peers:
            others = self.times.get((peer, what))
            if not others and peer != CHROMIUM:
                continue
            figure = pick([taken.wall for taken in others]) if others else None
            floor = self.floor if peer == CHROMIUM and figure is not None else None
            name = peer if others else f"{peer}: not to be had"
            if floor is not None:
                name += f", {floor:.0f} ms for two frames"
            if told or limit is None:
                yield Row(title, wall, "ms", name, figure, cpu=cpu, floor=floor)
            else:
                yield _limited(limit, Row(title, wall, "ms", name, figure, cpu=cpu, floor=floor))
            told = True
        if not told:
            row = Row(title, wall, "ms", cpu=cpu)
            yield row if limit is None else _limited(Limit(limit.most), row)


def _limited(limit: Limit, row: Row) -> Row:
    held, words = row.figure <= limit.most, f"≤ {limit.most:g} ms"
    if limit.times and row.peer_figure is not None:
        held = held and row.figure * limit.times <= row.peer_figure
        words += f", 1/{limit.times:g}" if limit.times > 1 else ", not above it"
    return Row(
        row.what, row.figure, row.unit, row.peer, row.peer_figure, words, held, cpu=row.cpu, floor=row.floor
    )


def growth(short: Figures, long: Figures, ours: str, peer: str, described: str) -> Iterator[Row]:
    """How many times as long everything takes in the longest article as in the shortest."""
    for what in WORK:
        pairs = [(short.median(who, what), long.median(who, what)) for who in (ours, peer)]
        (ours_short, ours_long), (peer_short, peer_long) = pairs
        if not ours_short or not ours_long:
            continue
        theirs = peer_long / peer_short if peer_short and peer_long else None
        title = f"{long.name} ÷ {short.name}: {what}{described}"
        yield Row(title, ours_long / ours_short, "×", peer if theirs else "", theirs)
