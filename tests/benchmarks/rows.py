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

    @property
    def ratio(self) -> float | None:
        """Our figure divided by the peer's."""
        return self.figure / self.peer_figure if self.peer_figure else None


def at_most(
    limit: float, what: str, figure: float, unit: str, peer: str = "", peer_figure: float | None = None
) -> Row:
    """A row whose figure may not be above `limit`, in the figure's own unit."""
    return Row(what, figure, unit, peer, peer_figure, f"≤ {limit:g} {unit}".rstrip(), figure <= limit)


def ratio_at_most(limit: float, what: str, figure: float, unit: str, peer: str, peer_figure: float) -> Row:
    """A row whose ratio to the peer may not be above `limit`."""
    return Row(what, figure, unit, peer, peer_figure, f"≤ {limit:g} ×", figure <= limit * peer_figure)


def table(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table."""
    lines = [
        "| What was measured | Meipi | Peer | Its figure | Meipi ÷ peer | Limit | |",
        "|---|--:|---|--:|--:|--:|---|",
    ]
    for row in rows:
        peer_figure = "" if row.peer_figure is None else f"{_number(row.peer_figure)} {row.unit}"
        ratio = (
            "" if row.ratio is None else f"{row.ratio:.2f} ×" if row.ratio >= 0.1 else f"{row.ratio:.3f} ×"
        )
        held = {None: "", True: "held", False: "**missed**"}[row.held]
        cells = (
            row.what,
            f"{_number(row.figure)} {row.unit}".rstrip(),
            row.peer,
            peer_figure,
            ratio,
            row.limit,
            held,
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _number(value: float) -> str:
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
