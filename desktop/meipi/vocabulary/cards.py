"""The saved words as cards: what was met in several places is one card. No Qt."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from meipi.language.span import Span
from meipi.workspace import SavedWord

Order = Literal["newest", "pinyin", "level", "frequency"]
ORDERS: tuple[Order, ...] = ("newest", "pinyin", "level", "frequency")

_NO_LEVEL = 99


class WordCard(NamedTuple):
    """A word in one reading, with every place where it was saved, the first one first."""

    words: tuple[SavedWord, ...]
    known: bool

    @property
    def key(self) -> tuple[str, str]:
        """What tells the card from all others: Simplified form and reading."""
        return self.latest.simplified, self.latest.pinyin

    @property
    def latest(self) -> SavedWord:
        """The word as it was saved last."""
        return self.words[-1]


def cards_of(saved: Iterable[SavedWord], known: frozenset[str]) -> list[WordCard]:
    """The cards of saved words, which come in the order in which they were saved."""
    groups: dict[tuple[str, str], list[SavedWord]] = {}
    for word in saved:
        groups.setdefault((word.simplified, word.pinyin), []).append(word)
    return [WordCard(tuple(words), key[0] in known) for key, words in groups.items()]


def ordered(cards: Iterable[WordCard], order: Order, level_list: str) -> list[WordCard]:
    """The cards in an order; those saved last come first where nothing else decides."""
    newest = sorted(cards, key=lambda card: card.latest.id, reverse=True)
    key = _keys(level_list).get(order)
    return sorted(newest, key=key) if key else newest


def _keys(level_list: str) -> Mapping[Order, Callable[[WordCard], int | tuple[str, str]]]:
    from meipi.language import words

    levels = words.levels(level_list)
    return {
        "pinyin": lambda card: (plain(card.latest.pinyin), card.latest.pinyin),
        "level": lambda card: levels.get(card.latest.simplified, _NO_LEVEL),
        "frequency": lambda card: -words.count(card.latest.simplified),
    }


class Query:
    """What is looked for in the cards: hanzi in either script, pinyin with or without tones, or a meaning."""

    def __init__(self, text: str) -> None:
        self._folded = unicodedata.normalize("NFC", text).casefold().strip()
        self._pinyin = plain(text)
        self._simplified = ""
        if self._folded and not self._folded.isascii():
            from meipi.language import script

            self._simplified = script.convert(self._folded, "t2s").text

    def finds(self, card: WordCard) -> bool:
        """Whether the card is among what is looked for; with an empty text every one is."""
        word = card.latest
        return (
            not self._folded
            or self._folded in word.traditional
            or (bool(self._simplified) and self._simplified in word.simplified)
            or (bool(self._pinyin) and self._pinyin in plain(word.pinyin))
            or self._folded in word.sense.casefold()
        )


@lru_cache(maxsize=1 << 15)
def plain(pinyin: str) -> str:
    """Letters of pinyin without tones, spaces and apostrophes, ü as v: "lǜ yè" is "lvye"."""
    parts = unicodedata.normalize("NFD", pinyin.casefold()).replace("u\u0308", "v")
    return "".join(letter for letter in parts if letter.isalpha())


def places(card: WordCard, text: str, article_id: int) -> list[tuple[int, Span]]:
    """Every place at which the word was met, as the article's id and a span of its text.

    First all places in the open article, `text`, where it stands in either script, then those at which it was
    saved in other articles.
    """
    found: set[Span] = {Span(*word.span) for word in card.words if word.article_id == article_id}
    for form in {card.latest.simplified, card.latest.traditional}:
        start = text.find(form) if form else -1
        while start >= 0:
            found.add(Span(start, start + len(form)))
            start = text.find(form, start + len(form))
    here = [(article_id, span) for span in sorted(found)]
    return here + [
        (word.article_id, Span(*word.span)) for word in card.words if word.article_id != article_id
    ]


def joined(syllables: Sequence[str]) -> str:
    """Syllables of pinyin as a word is written, with an apostrophe where one begins with a vowel."""
    parts = [
        f"'{syllable}" if place and unicodedata.normalize("NFD", syllable)[:1] in "aoe" else syllable
        for place, syllable in enumerate(syllables)
    ]
    return "".join(parts)


def rows(cards: Iterable[WordCard], titles: Mapping[int, str]) -> list[tuple[str, ...]]:
    """The cards as a table for flash cards: Simplified, Traditional, pinyin, meaning, sentence, article."""
    return [
        (
            word.simplified,
            word.traditional,
            joined(word.pinyin.split()),
            word.sense,
            word.sentence,
            titles.get(word.article_id, ""),
        )
        for word in (card.latest for card in cards)
    ]
