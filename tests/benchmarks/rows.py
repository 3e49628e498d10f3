"""What a benchmark gives back, and the table it is shown in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One figure, beside that of a peer measured in the same run."""

    what: str
    figure: float
    unit: str
    peer: str = ""
    """What the peer is."""
    peer_figure: float | None = None
    limit: str = ""
    held: bool | None = None
    """Whether the limit is held; None where there is none."""
    cpu: float | None = None
    """Of our figure, the time of the processor: what else the machine does is not in it."""
    floor: float | None = None
    """What of the peer's figure it would need even if it did nothing."""

    @property
    def ratio(self) -> float | None:
        """Our figure divided by the peer's."""
        return self.figure / self.peer_figure if self.peer_figure else None

    @property
    def ratio_above_floor(self) -> float | None:
        """The same to what the peer's figure is above its floor."""
        if self.floor is None or self.peer_figure is None or self.peer_figure <= self.floor:
            return None
        return self.figure / (self.peer_figure - self.floor)


def at_most(
    limit: float, what: str, figure: float, unit: str, peer: str = "", peer_figure: float | None = None
) -> Row:
    """A row whose figure may not be above `limit`, in the figure's own unit."""
    return Row(what, figure, unit, peer, peer_figure, f"≤ {limit:g} {unit}".rstrip(), figure <= limit)


def at_least(
    limit: float, what: str, figure: float, unit: str, peer: str = "", peer_figure: float | None = None
) -> Row:
    """A row whose figure may not be below `limit`, in the figure's own unit."""
    return Row(what, figure, unit, peer, peer_figure, f"≥ {limit:g} {unit}".rstrip(), figure >= limit)


def ratio_at_most(limit: float, what: str, figure: float, unit: str, peer: str, peer_figure: float) -> Row:
    """A row whose ratio to the peer may not be above `limit`."""
    return Row(what, figure, unit, peer, peer_figure, f"≤ {limit:g} ×", figure <= limit * peer_figure)


def table(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table; columns that few tables need are left out where they are empty."""
    timed, floored = any(row.cpu is not None for row in rows), any(row.floor is not None for row in rows)
    heads = [
        "What was measured", "Meipi", *(["of that, processor"] if timed else []), "Peer", "Its figure",
        "Meipi ÷ peer", *(["without its frames"] if floored else []), "Limit", "",
    ]  # fmt: skip
    rules = [":--" if head in ("What was measured", "Peer", "") else "--:" for head in heads]
    lines = [f"| {' | '.join(heads)} |", f"|{'|'.join(rules)}|"]
    for row in rows:
        cells = [
            row.what, _figure(row.figure, row.unit), *([_figure(row.cpu, row.unit)] if timed else []),
            row.peer, _figure(row.peer_figure, row.unit), _ratio(row.ratio),
            *([_ratio(row.ratio_above_floor)] if floored else []), row.limit,
            {None: "", True: "held", False: "**missed**"}[row.held],
        ]  # fmt: skip
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _figure(value: float | None, unit: str) -> str:
    return "" if value is None else f"{_number(value)} {unit}".rstrip()


def _ratio(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.2f} ×" if value >= 0.1 else f"{value:.3f} ×"


def _number(value: float) -> str:
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
