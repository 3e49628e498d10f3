"""Where lines may break, and where a justified line may be stretched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meipi.reading import characters
from meipi.reading.characters import break_allowed, classes_of, codes_of, effective, stretch_allowed


def broken(text: str) -> str:
    """The text with a bar at every place where a line may break."""
    codes = codes_of(text)
    allowed = break_allowed(codes, classes_of(codes))
    return "".join(("|" if index and allowed[index] else "") + char for index, char in enumerate(text))


def stretched(text: str) -> str:
    """The text with a dot at every place where a justified line may gain space."""
    allowed = stretch_allowed(classes_of(codes_of(text)))
    return "".join(("·" if allowed[index] else "") + char for index, char in enumerate(text))


@pytest.mark.parametrize("mark", "。，、；：？！）」』”’》〉】〕％·‧々ー～.,;:!?)]}»‼⁇⁈⁉｡､｣")
def test_never_begins_a_line(mark: str) -> None:
    assert broken(f"湖{mark}水") == f"湖{mark}|水"


@pytest.mark.parametrize("mark", "（「『“‘《〈【〔［([{«￥＄｢")
def test_never_ends_a_line(mark: str) -> None:
    assert broken(f"湖{mark}水") == f"湖|{mark}水"


BROKEN = (
    # Between hanzi, kana and hangul a line breaks anywhere.
    "青|海|湖",
    "の|湖",
    "한|국",
    # Marks that come together stay with what they belong to.
    "他|說：|「好。」|她|走|了",
    "“‘好。’”|他",
    "湖|（見|圖|一）。",
    "《海》、|《湖》",
    # A straight quote opens and closes by turns; of an odd number none can be told.
    '他|說|"好|的"，|"走|吧"。',
    '他|說|"hello, |you"|了',
    '約|12"',
    # Two-em dash and ellipsis are one mark each, and no line need end before them.
    "他|——|她",
    "他|……|她",
    "好|……。",
    "他|⋯⋯|她",
    "—|…",
    # Numbers, units and Latin words.
    "約|3.5倍",
    "長|5 km|的|路",
    "有|5 |apples",
    "共|1,000人",
    "24|小|时",
    "12:30|開",
    "漲|50%|了",
    "2024-01-02",
    "A/B|股",
    "U.S.A.|的",
    "他|用|Qt|寫|的",
    "he |said, |no",
    "don’t |know",
    "C'est|了",
    "naïve|的",
    # An address breaks nowhere inside its scheme.
    "見|https://example.org/a?b=c&d=1",
    # White space stays with what stands before it, also after an opening bracket.
    "湖 |水",
    "湖\u3000\u3000|水",
    "湖|（ 水",
    "湖 。|水",
    "湖\u00a0水",
    "湖\ufeff水",
    # What has no width goes with its base.
    "e\u0301|湖",
    "cafe\u0301s|湖",
    "葛\U000e0100|城",
    "葛\U000e0100。|城",
    "（\ufe00湖",
    "❤\ufe0f|好",
    "👍🏽|好",
    "👨\u200d👩\u200d👧|好",
    # A half of a surrogate pair is a code point like another.
    "湖|\ud83d|水",
    "湖|\ude00。|水",
    "𠮷|野|家",
    "",
    "湖",
    "。",
)  # fmt: skip


@pytest.mark.parametrize("expected", BROKEN, ids=ascii)
def test_breaks(expected: str) -> None:
    assert broken(expected.replace("|", "")) == expected


def test_line_endings_stay_with_their_line() -> None:
    for ending in ("\n", "\r\n", "\u2028", "\u2029", "\x85"):
        assert broken(f"湖{ending}水") == f"湖{ending}|水"


STRETCHED = (
    "青·海·湖",
    "湖·，·水",
    "「·好·」",
    "用·Qt·寫",
    "約·3.5·倍",
    "約·1,000·人",
    "don’t",
    "a-b",
    "he· ·said",
    "好·……·好",
    "好·——·好",
    "葛\U000e0100·城",
    "cafe\u0301·湖",
    "好\n",
    "",
    "好",
)


@pytest.mark.parametrize("expected", STRETCHED, ids=ascii)
def test_stretches(expected: str) -> None:
    assert stretched(expected.replace("·", "")) == expected


def test_no_code_point_has_two_places_in_the_table() -> None:
    members = "".join(characters._MEMBERS.values())
    assert len(set(members)) == len(members)


@given(st.text(st.characters(exclude_categories=[])))
def test_codes_count_code_points(text: str) -> None:
    assert codes_of(text).tolist() == [ord(char) for char in text]


@given(st.text("湖a\u0301\U000e0100，（ \n—1."))
def test_nothing_comes_between_a_base_and_its_marks(text: str) -> None:
    codes = codes_of(text)
    classes = classes_of(codes)
    breaks, stretches = break_allowed(codes, classes), stretch_allowed(classes)
    assert breaks[0]
    assert breaks[len(text)]
    for index in range(1, len(text)):
        if classes[index] == characters.ZERO:
            assert not breaks[index]
            assert not stretches[index]
            assert effective(classes)[index] == effective(classes)[index - 1]


def clusters(text: str) -> list[str]:
    """The text in what a reader takes for one character each."""
    codes = codes_of(text)
    classes, found, at = classes_of(codes), [], 0
    while at < len(text):
        start, end = characters.cluster(codes, classes, at)
        found.append(text[start:end])
        assert start == at
        at = end
    return found


@pytest.mark.parametrize(
    "parts",
    [
        ("𠮷", "野"),
        ("葛\U000e0100", "城"),
        ("辻\U000e0101", "\n", "\n"),
        ("e\u0301", "t", "e\u0301\u0323"),
        ("甲", "\r", "\n", "\u0301", "乙"),
        ("\u200b", "甲\u200b", "\u3000", "乙"),
        ("右\u202e", "向\u202c"),
        ("空\x00", "字"),
        ("👨\u200d👩\u200d👧", "👍🏽", "人"),
        ("🇨🇳", "🇹🇼", "🇯"),
        ("甲\u200d", "乙"),
        ("甲\u200d", "\n"),
    ],
)
def test_what_a_reader_takes_for_one_character(parts: tuple[str, ...]) -> None:
    assert clusters("".join(parts)) == list(parts)


@given(st.text("甲a\u0301\u200d\U000e0100\x00\r\n 🇨🇳👧", max_size=20))
def test_every_code_point_belongs_to_one_character(text: str) -> None:
    codes = codes_of(text)
    classes = classes_of(codes)
    assert "".join(clusters(text)) == text
    for at in range(len(text)):
        start, end = characters.cluster(codes, classes, at)
        assert start <= at < end
        assert all(characters.cluster(codes, classes, other) == (start, end) for other in range(start, end))
