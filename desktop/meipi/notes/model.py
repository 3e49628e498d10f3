"""The marks of the open article as cards, in the order of the text."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from meipi.support.translation import tr
from meipi.workspace import Article, Mark, colour

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Card:
    """What a card shows. `number` is the mark's place among those with a note, 0 without one;
    `paragraph` counts the lines of the text that are not blank, from 1, up to the mark's start."""

    mark: Mark
    number: int
    paragraph: int
    draft: str | None = None


class CardModel(QAbstractListModel):
    """A row a mark; with a colour chosen, a row a mark of that colour. The numbers stay the same."""

    CARD = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.colour: str | None = None
        self.cards: tuple[Card, ...] = ()
        self._shown: list[Card] = []
        self._rows: dict[int, int] = {}
        self._text: str | None = None
        self._starts: list[int] = []

    def show(self, article: Article | None, marks: Sequence[Mark], drafts: Mapping[int, str]) -> None:
        """Show these marks of the article; only the rows that are other than before are touched."""
        text = article.text if article else ""
        if text is not self._text:
            self._text, self._starts = text, _line_starts(text)
        number = 0
        cards = []
        for mark in marks:
            noted = bool(mark.note.strip())
            number += noted
            paragraph = max(1, bisect_right(self._starts, mark.start))
            cards.append(Card(mark, number if noted else 0, paragraph, drafts.get(mark.id)))
        self.cards = tuple(cards)
        self._replace([card for card in cards if self._passes(card)])

    def set_colour(self, colour_id: str | None) -> None:
        """Show only marks of that colour, or all."""
        if colour_id != self.colour:
            self.colour = colour_id
            self._replace([card for card in self.cards if self._passes(card)])

    def counts(self) -> Counter[str]:
        """How many marks there are of each colour."""
        return Counter(card.mark.colour for card in self.cards)

    def row_of(self, mark_id: int | None) -> int:
        """The row of the mark, -1 if it is not shown."""
        return -1 if mark_id is None else self._rows.get(mark_id, -1)

    def card_at(self, index: Index) -> Card:
        """The card of a valid index."""
        return self._shown[index.row()]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        card = self._shown[index.row()]
        if role == self.CARD:
            return card
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return card.mark.exact
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return _description(card)
        return None

    def _passes(self, card: Card) -> bool:
        return self.colour is None or card.mark.colour == self.colour

    def _replace(self, new: list[Card]) -> None:
        """Put the new rows in the place of the old: what both begin and end with stays, with its editor."""
        old = self._shown
        old_ids, new_ids = [card.mark.id for card in old], [card.mark.id for card in new]
        shorter = min(len(old_ids), len(new_ids))
        head = next((i for i in range(shorter) if old_ids[i] != new_ids[i]), shorter)
        most = shorter - head
        tail = next((i for i in range(most) if old_ids[-1 - i] != new_ids[-1 - i]), most)
        if len(old) - tail > head:
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            self._set(old[:head] + old[len(old) - tail :])
            self.endRemoveRows()
        if len(new) - tail > head:
            self.beginInsertRows(QModelIndex(), head, len(new) - tail - 1)
            self._set(self._shown[:head] + new[head : len(new) - tail] + self._shown[head:])
            self.endInsertRows()
        before = self._shown
        self._set(new)
        for row, (was, card) in enumerate(zip(before, new, strict=True)):
            if was != card:
                self.dataChanged.emit(self.index(row), self.index(row))

    def _set(self, shown: list[Card]) -> None:
        self._shown = shown
        self._rows = {card.mark.id: row for row, card in enumerate(shown)}


def _line_starts(text: str) -> list[int]:
    """The offsets at which the lines that are not blank begin."""
    starts, offset = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            starts.append(offset)
        offset += len(line)
    return starts


def _description(card: Card) -> str:
    mark = card.mark
    shown = colour(mark.colour)
    parts = [f"{shown.hanzi} {tr(shown.name)}", card.draft if card.draft is not None else mark.note]
    parts += [f"#{tag}" for tag in mark.tags]
    parts.append(tr("paragraph {n}").format(n=card.paragraph))
    return ", ".join(part for part in parts if part)
