"""Marks and cards for tests, and what a pane shows."""

from __future__ import annotations

from dataclasses import replace

from meipi.notes.arrangement import Card, Head, Row
from meipi.notes.pane import NotesPane
from meipi.workspace import Mark

MARK = Mark(
    id=1, uid="m", article_id=1, start=3, end=4, exact="一", prefix="", suffix="", colour="zhu",
    style="ground", note="", tags=(), created="", modified="", deleted=None,
)  # fmt: skip


def card(id_: int, **fields: object) -> Card:
    """A card of a mark with these fields."""
    return Card(replace(MARK, id=id_, **fields), 0, 1)  # type: ignore[arg-type]


def told(rows: list[Row]) -> list[int | tuple[str, int]]:
    """Rows as they are compared: the id of a mark, or the title and the count of a head."""
    return [(row.title, row.count) if isinstance(row, Head) else row.mark.id for row in rows]


def shown(pane: NotesPane) -> list[str]:
    """What the cards quote, and the titles of heads in brackets, from top to bottom."""
    rows = (pane.model.row_at(row) for row in range(pane.model.rowCount()))
    return [row.mark.exact if isinstance(row, Card) else f"[{row.title} {row.count}]" for row in rows]
