"""What is selected: by places, words, sentences, paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.language.script import convert
from meipi.language.span import Span
from meipi.reading.selection import (
    Hit,
    between,
    joined,
    nearest,
    next_word,
    paragraph_at,
    sentence_at,
    word_at,
)
from meipi.reading.shown import Shown

TEXT = "  老王說：「我去青海湖。」他走了。 你呢？\n\n\u3000\u3000內蒙古的don’t know，1,000人。\r\n沒有句號"


def single(offset: int) -> Span:
    return Span(offset, offset + 1)


def part(span: Span) -> str:
    return TEXT[span.start : span.end]


# -- between two places -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Hit(3, 0.5), Hit(6, 0.5), Span(3, 7)),
        (Hit(6, 0.5), Hit(3, 0.5), Span(3, 7)),
        (Hit(3, 0.0), Hit(3, 1.0), Span(3, 4)),
        (Hit(3, 0.4), Hit(3, 0.6), Span(3, 4)),
        # A cell of which less than a quarter was covered stays out.
        (Hit(3, 0.9), Hit(6, 0.5), Span(4, 7)),
        (Hit(3, 0.5), Hit(6, 0.1), Span(3, 6)),
        (Hit(3, 0.9), Hit(4, 0.1), Span(4, 4)),
        (Hit(3, 0.9), Hit(3, 1.0), Span(4, 4)),
    ],
)
def test_between(one: Hit, other: Hit, expected: Span) -> None:
    assert between(one, other, single) == expected


def test_a_phrase_of_another_length_is_selected_whole_or_not_at_all() -> None:
    text = "鼠标和内存都在"
    shown = Shown(convert(text, "s2twp"), ())
    source, target = text.index("内存"), shown.text.index("記憶體")
    phrase = Span(source, source + 2)
    for first in range(target, target + 3):
        assert between(Hit(first, 0.5), Hit(target + 2, 0.5), shown.unit_at) == phrase
        assert between(Hit(target + 2, 0.5), Hit(first, 0.5), shown.unit_at) == phrase
        assert between(Hit(target - 1, 0.5), Hit(first, 0.5), shown.unit_at) == Span(source - 1, source + 2)
        assert between(Hit(first, 0.5), Hit(target + 3, 0.5), shown.unit_at) == Span(source, source + 3)


hits = st.tuples(st.integers(0, 12), st.floats(0, 1)).map(lambda pair: Hit(*pair))


@given(hits, hits)
def test_direction_does_not_matter(one: Hit, other: Hit) -> None:
    shown = Shown(convert("鼠标和内存都在U盘上内存", "s2twp"), ())
    found = between(one, other, shown.unit_at)
    assert found == between(other, one, shown.unit_at)
    assert found.start <= found.end
    if found.start < found.end:
        assert shown.to_source(shown.to_shown(found)) == found


def test_nearest_boundary() -> None:
    assert nearest(Hit(3, 0.2), single) == 3
    assert nearest(Hit(3, 0.8), single) == 4


# -- by sense ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "word"),
    [("青", "青海湖"), ("湖", "青海湖"), ("內", "內蒙古"), ("n’", "don’t"), ("。」", "。"), ("古", "內蒙古")],
)  # fmt: skip
def test_word(at: str, word: str) -> None:
    assert part(word_at(TEXT, TEXT.index(at))) == word


@pytest.mark.parametrize(
    ("at", "sentence"),
    [
        ("老", "老王說：「我去青海湖。」"),
        ("。」", "老王說：「我去青海湖。」"),
        ("走", "他走了。"),
        ("你", "你呢？"),
        ("？", "你呢？"),
        ("蒙", "內蒙古的don’t know，1,000人。"),
        ("句", "沒有句號"),
    ],
)
def test_sentence(at: str, sentence: str) -> None:
    assert part(sentence_at(TEXT, TEXT.index(at))) == sentence


def test_paragraph() -> None:
    assert part(paragraph_at(TEXT, TEXT.index("王"))) == "  老王說：「我去青海湖。」他走了。 你呢？"
    assert part(paragraph_at(TEXT, TEXT.index("蒙"))) == "\u3000\u3000內蒙古的don’t know，1,000人。"
    assert part(paragraph_at(TEXT, len(TEXT))) == "沒有句號"
    assert part(paragraph_at(TEXT, TEXT.index("\n") + 1)) == ""


def test_a_book_of_one_paragraph_is_looked_at_in_part() -> None:
    text = "湖水，" * 20_000
    found = paragraph_at(text, 30_000)
    assert found.start <= 30_000 < found.end
    assert found.end - found.start <= 4_001
    assert word_at(text, 30_000) == Span(30_000, 30_002)


def test_next_word_goes_on_by_words() -> None:
    places, at = [], TEXT.index("老")
    while at <= TEXT.index("？"):
        at = next_word(TEXT, at, True)
        places.append(at)
    assert places == sorted(set(places))
    words = [TEXT[start:end].strip() for start, end in zip([2, *places[:-1]], places, strict=True)]
    assert "|".join(words) == "老王|說|：|「|我|去|青海湖|。|」|他|走|了|。|你|呢|？"


@given(st.text("湖水青海，。 \u3000\na3", max_size=40), st.data())
@settings(max_examples=100)
def test_next_word_ends_and_comes_back(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    on, back = next_word(text, at, True), next_word(text, at, False)
    assert back <= at <= on
    assert at == len(text) or at < on <= len(text)
    assert at == 0 or 0 <= back < at


@given(st.text("湖水青海，。「」 \u3000\n\ra3", max_size=40), st.data())
@settings(max_examples=100)
def test_parts_are_about_their_place(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    paragraph = paragraph_at(text, at)
    assert paragraph.start <= at <= paragraph.end
    for find in (word_at, sentence_at):
        found = find(text, at)
        assert 0 <= found.start <= found.end <= len(text)
        if at < len(text) and not text[at].isspace():
            assert found.start <= at < found.end
            assert paragraph.start <= found.start <= found.end <= paragraph.end


def test_joined() -> None:
    assert joined(Span(3, 5), Span(8, 9)) == joined(Span(8, 9), Span(3, 5)) == Span(3, 9)
    assert joined(Span(3, 9), Span(4, 5)) == Span(3, 9)
