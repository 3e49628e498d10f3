from __future__ import annotations

import pytest

from meipi.language.span import Span
from meipi.vocabulary.cards import Order, Query, WordCard, cards_of, joined, ordered, places, plain
from meipi.workspace import SavedWord

LIST = "HSK 3.0 (2025)"


def saved(number: int, simplified: str, traditional: str, pinyin: str, sense: str = "") -> SavedWord:
    return SavedWord(
        article_id=1 + number % 2,
        start=number,
        end=number + len(simplified),
        simplified=simplified,
        traditional=traditional,
        pinyin=pinyin,
        sense=sense,
        sentence="",
        id=number,
    )


WORDS = (
    saved(1, "盐湖", "鹽湖", "yán hú", "salt lake"),
    saved(2, "我们", "我們", "wǒ men", "we; us"),
    saved(3, "行", "行", "háng", "row; line"),
    saved(4, "行", "行", "xíng", "to walk"),
    saved(5, "盐湖", "鹽湖", "yán hú", "salt lake"),
    saved(6, "绿叶", "綠葉", "lǜ yè", "green leaf"),
)


def names(cards: list[WordCard]) -> list[str]:
    return [card.latest.simplified + card.latest.pinyin[:2] for card in cards]


def test_what_was_met_twice_is_one_card_and_each_reading_its_own() -> None:
    cards = cards_of(WORDS, frozenset({"行"}))
    assert names(cards) == ["盐湖yá", "我们wǒ", "行há", "行xí", "绿叶lǜ"]
    assert [len(card.words) for card in cards] == [2, 1, 1, 1, 1]
    assert [card.known for card in cards] == [False, False, True, True, False]
    assert len({card.key for card in cards}) == 5


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("newest", ["绿叶lǜ", "盐湖yá", "行xí", "行há", "我们wǒ"]),
        ("pinyin", ["行há", "绿叶lǜ", "我们wǒ", "行xí", "盐湖yá"]),
        ("level", ["我们wǒ", "行xí", "行há", "绿叶lǜ", "盐湖yá"]),
        ("frequency", ["我们wǒ", "行xí", "行há", "绿叶lǜ", "盐湖yá"]),
    ],
)
def test_the_orders(order: Order, found: list[str]) -> None:
    assert names(ordered(cards_of(WORDS, frozenset()), order, LIST)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "盐湖 我们 行 行 绿叶"),
        ("  ", "盐湖 我们 行 行 绿叶"),
        ("鹽", "盐湖"),
        ("盐", "盐湖"),
        ("湖", "盐湖"),
        ("yanhu", "盐湖"),
        ("yán hú", "盐湖"),
        ("YÁN", "盐湖"),
        ("hang", "行"),
        ("lvye", "绿叶"),
        ("lü", "绿叶"),
        ("lake", "盐湖"),
        ("walk", "行"),
        ("zzz", ""),
        ("的", ""),
    ],
)
def test_what_is_found(text: str, found: str) -> None:
    query = Query(text)
    cards = [card for card in cards_of(WORDS, frozenset()) if query.finds(card)]
    assert [card.latest.simplified for card in cards] == found.split()


def test_every_place_of_a_word() -> None:
    card = cards_of(WORDS, frozenset())[0]
    assert [word.article_id for word in card.words] == [2, 2]
    text = "。盐湖、鹽湖、盐湖"
    # Both were saved in article 2, one where the text has it, one where it has not.
    assert places(card, text, 2) == [(2, Span(1, 3)), (2, Span(4, 6)), (2, Span(5, 7)), (2, Span(7, 9))]
    assert places(card, text, 1) == [
        (1, Span(1, 3)),
        (1, Span(4, 6)),
        (1, Span(7, 9)),
        (2, Span(1, 3)),
        (2, Span(5, 7)),
    ]


@pytest.mark.parametrize(
    ("syllables", "word"),
    [
        (["yán", "hú"], "yánhú"),
        (["xī", "ān"], "xī'ān"),
        (["ǎi"], "ǎi"),
        (["hǎi", "ōu"], "hǎi'ōu"),
        ([], ""),
    ],
)
def test_pinyin_as_a_word(syllables: list[str], word: str) -> None:
    assert joined(syllables) == word


def test_plain_pinyin() -> None:
    assert plain("Xī'ān lǜ") == "xianlv"
