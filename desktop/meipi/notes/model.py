"""The rows of the list: the marks of the open article as cards, and heads of groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from meipi.notes.arrangement import Card, Filter, Order, Row, Section, arranged
from meipi.support.translation import counted, tr
from meipi.workspace import Article, Mark, colour

if TYPE_CHECKING:
    from meipi.notes.finding import Finder

Index = QModelIndex | QPersistentModelIndex


class CardModel(QAbstractListModel):
    """A row for each card that passes the filters, in the order that is chosen, and one for each head of a
    group. Whatever is filtered, the numbers of the cards stay the same."""

    ROW = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.filter = Filter()
        self.order: Order = "place"
        self.grouped = False
        """Whether the marks of a section stand together under its heading."""
        self.sections: Sequence[Section] = ()
        """The parts of the article."""
        self.cards: tuple[Card, ...] = ()
        """All of them, whether shown or not."""
        self._finder: Finder | None = None
        self._rows: list[Row] = []
        self._row_of: dict[int, int] | None = None
        self._text: str | None = None
        self._starts: list[int] = []

    def show(
        self,
        article: Article | None,
        marks: Sequence[Mark],
        drafts: Mapping[int, str],
        orphans: Sequence[Mark] = (),
        former: Mapping[int, str] = MappingProxyType({}),
    ) -> None:
        """Show these marks of the article; only the rows that are other than before are touched.

        `orphans` are those that are not in its text; `former` is what marks were on before it changed.
        """
        text = article.text if article else ""
        if text is not self._text:
            self._text, self._starts = text, _line_starts(text)
        number = 0
        cards = []
        paragraphs = np.searchsorted(self._starts, [mark.start for mark in marks], "right")
        for mark, paragraph in zip(marks, paragraphs.tolist(), strict=True):
            noted = bool(mark.note) and not mark.note.isspace()
            number += noted
            draft, was = drafts.get(mark.id), former.get(mark.id, "")
            cards.append(Card(mark, number if noted else 0, max(1, paragraph), draft, was))
        cards += [Card(mark, 0, 0, drafts.get(mark.id)) for mark in orphans]
        self.cards, self._finder = tuple(cards), None
        self.arrange()

    def set_filter(self, filter_: Filter) -> None:
        """Show only what passes."""
        if filter_ != self.filter:
            self.filter = filter_
            self.arrange()

    def arrange(self) -> None:
        """Filter, order and group the cards anew."""
        found, passing = self._found(), self.cards
        if found is not None:
            passing = tuple(card for card in passing if card.mark.id in found)
        if self.filter != Filter(text=self.filter.text):
            passing = tuple(card for card in passing if self.filter.passes(card))
        self._replace(arranged(passing, self.order, self.sections, grouped=self.grouped))

    def _found(self) -> frozenset[int] | None:
        """The marks with what the reader has typed; None for all."""
        if not self.filter.text:
            return None
        if self._finder is None:
            from meipi.notes.finding import Finder

            self._finder = Finder(self.cards)
        return self._finder.find(self.filter.text)

    def counts(self) -> Counter[str]:
        """How many marks there are of each colour."""
        return Counter(card.mark.colour for card in self.cards)

    @property
    def shown(self) -> int:
        """How many cards are shown."""
        return len(self._known_rows())

    def row_of(self, mark_id: int | None) -> int:
        """The row of the mark, -1 if it is not shown."""
        return -1 if mark_id is None else self._known_rows().get(mark_id, -1)

    @property
    def rows(self) -> Sequence[Row]:
        """All rows; another list whenever one is another."""
        return self._rows

    def row_at(self, row: int) -> Row:
        """The card or the head in a row."""
        return self._rows[row]

    def card_at(self, index: Index) -> Card | None:
        """The card of an index; None for a head or an index that is not valid."""
        found = self._rows[index.row()] if index.isValid() else None
        return found if isinstance(found, Card) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        card = self.card_at(index)
        if card is None:
            return flags
        flags |= Qt.ItemFlag.ItemIsSelectable
        return flags if card.mark.in_text else flags | Qt.ItemFlag.ItemIsDragEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == self.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.mark.exact if isinstance(row, Card) else row.title
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return _description(row) if isinstance(row, Card) else marks_told(row.count)
        return None

    def _replace(self, new: list[Row]) -> None:
        """Put the new rows in the place of the old: what both begin and end with stays, with its editor."""
        old = self._rows
        shorter = min(len(old), len(new))
        head = next((i for i in range(shorter) if _key(old[i]) != _key(new[i])), shorter)
        most = shorter - head
        tail = next((i for i in range(most) if _key(old[-1 - i]) != _key(new[-1 - i])), most)
        if len(old) - tail > head:
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            self._set(old[:head] + old[len(old) - tail :])
            self.endRemoveRows()
        if len(new) - tail > head:
            self.beginInsertRows(QModelIndex(), head, len(new) - tail - 1)
            self._set(new)
            self.endInsertRows()
        self._set(new)
        kept = [*zip(range(head), old, strict=False)]
        kept += zip(range(len(new) - tail, len(new)), old[len(old) - tail :], strict=True)
        changed = [number for number, was in kept if was is not new[number] and was != new[number]]
        for first, last in _runs(changed):
            self.dataChanged.emit(self.index(first), self.index(last))

    def _set(self, rows: list[Row]) -> None:
        if rows is not self._rows:
            self._rows, self._row_of = rows, None

    def _known_rows(self) -> dict[int, int]:
        """The row of each mark that is shown."""
        if self._row_of is None:
            self._row_of = {
                row.mark.id: number for number, row in enumerate(self._rows) if isinstance(row, Card)
            }
        return self._row_of


def _key(row: Row) -> tuple[bool, str | int]:
    return (True, row.mark.id) if isinstance(row, Card) else (False, row.key)


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of the numbers, which are in order, that follow each other without a gap."""
    for _, run in groupby(enumerate(numbers), lambda each: each[1] - each[0]):
        found = [number for _, number in run]
        yield found[0], found[-1]


def marks_told(count: int) -> str:
    """ "3 marks" """
    return counted(count, tr("{n} mark"), tr("{n} marks"))


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
    state = {"orphan": tr("to be placed by hand"), "moved": tr("moved"), "changed": tr("changed")}
    parts = [
        state.get(mark.placed, ""),
        f"{shown.hanzi} {tr(shown.name)}",
        card.shown_note,
    ]
    parts += [f"#{tag}" for tag in mark.tags]
    if mark.in_text:
        parts.append(tr("paragraph {n}").format(n=card.paragraph))
    return ", ".join(part for part in parts if part)
