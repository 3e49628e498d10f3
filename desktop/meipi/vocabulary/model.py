"""The cards that are shown: those that pass the filters, in the order that was chosen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from meipi.support.translation import counted, tr
from meipi.vocabulary.cards import Order, Query, WordCard, cards_of, ordered, places
from meipi.workspace import Article, SavedWord

Index = QModelIndex | QPersistentModelIndex


class WordModel(QAbstractListModel):
    """A row a card."""

    CARD = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.article: Article | None = None
        """The open one."""
        self.titles: Mapping[int, str] = {}
        """Of every article, by its id."""
        self.only_here = False
        """Only words that were saved in the open article."""
        self.order: Order = "newest"
        self.level_list = "HSK 3.0 (2025)"
        self.cards: list[WordCard] = []
        """All of them."""
        self._query = Query("")
        self._ordered: list[WordCard] = []
        self._shown: list[WordCard] = []
        self._rows: dict[tuple[str, str], int] = {}
        self._met = lru_cache(maxsize=512)(self._count_places)

    def show(self, saved: tuple[SavedWord, ...], known: frozenset[str]) -> None:
        """Show these words."""
        self.cards = cards_of(saved, known)
        self.arrange()

    def know(self, known: frozenset[str]) -> None:
        """Other words are known now; no card comes or goes."""
        self.cards, self._ordered = _known(self.cards, known), _known(self._ordered, known)
        before, self._shown = self._shown, _known(self._shown, known)
        for row, (was, card) in enumerate(zip(before, self._shown, strict=True)):
            if was is not card:
                self.dataChanged.emit(self.index(row), self.index(row))

    def open(self, article: Article | None) -> None:
        """Another article is open."""
        self.article = article
        self._met.cache_clear()
        self._filter()

    def arrange(self) -> None:
        """The order, or the list of levels, is another."""
        self._ordered = ordered(self.cards, self.order, self.level_list)
        self._filter()

    def look_for(self, text: str) -> None:
        """Show only what is found by that text."""
        self._query = Query(text)
        self._filter()

    def set_only_here(self, only_here: bool) -> None:
        """Show what was saved in the open article, or everything."""
        self.only_here = only_here
        self._filter()

    def here(self) -> int:
        """How many words were saved in the open article."""
        return sum(1 for card in self.cards if self._is_here(card))

    def row_of(self, key: tuple[str, str] | None) -> int:
        """The row of a card, -1 if it is not shown."""
        return -1 if key is None else self._rows.get(key, -1)

    def card_at(self, index: Index) -> WordCard:
        """The card of a valid index."""
        return self._shown[index.row()]

    def met(self, card: WordCard) -> int:
        """At how many places the word stands in the open article, or was saved elsewhere."""
        return self._met(card)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        card = self._shown[index.row()]
        if role == self.CARD:
            return card
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.headword(card)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._description(card)
        return None

    def headword(self, card: WordCard) -> str:
        """The word in the script of the open article."""
        simplified = self.article is not None and self.article.script == "simplified"
        return card.latest.simplified if simplified else card.latest.traditional

    def _is_here(self, card: WordCard) -> bool:
        article = self.article
        return article is not None and any(word.article_id == article.id for word in card.words)

    def _filter(self) -> None:
        self.beginResetModel()
        self._shown = [
            card
            for card in self._ordered
            if (not self.only_here or self._is_here(card)) and self._query.finds(card)
        ]
        self._rows = {card.key: row for row, card in enumerate(self._shown)}
        self.endResetModel()

    def _count_places(self, card: WordCard) -> int:
        article = self.article
        return len(places(card, article.text, article.id) if article else card.words)

    def _description(self, card: WordCard) -> str:
        word = card.latest
        parts = [word.pinyin, word.sense, word.sentence, self.titles.get(word.article_id, "")]
        parts.append(counted(self.met(card), tr("seen {n} ×"), tr("seen {n} ×")))
        if card.known:
            parts.append(tr("known"))
        return ", ".join(part for part in parts if part)


def _known(cards: list[WordCard], known: frozenset[str]) -> list[WordCard]:
    """The same cards, those that are known marked so."""
    return [
        card if (card.words[-1].simplified in known) == card.known else card._replace(known=not card.known)
        for card in cards
    ]
