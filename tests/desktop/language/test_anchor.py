"""An anchor holds what it marks and what stands around it, and finds it again or refuses."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.language import anchor
from meipi.language.anchor import Anchor, Placement
from meipi.language.script import convert
from meipi.language.span import Span

# Our own words; no other text is needed to see the cases.
TEXT = """渡口的钟

天还没亮，老周就把渡船上的马灯点着了。江面上一层薄雾，对岸的山只剩下一道灰线。
“今天有人过江吗？”他问。徒弟小何摇摇头，说：“昨晚下了雨，路不好走，怕是没有。”
老周不说话，照旧把缆绳解开，把桨放好。三十年来，无论有没有人，五点半他都要开第一班船。
桥修好以后，过江的人一年比一年少。县里来人劝他上岸，说可以安排他去看桥。他想了想，说：“桥不会走，不用人看。”
钟挂在渡口的老樟树上，是民国二十三年铸的。谁要过江，敲三下，船就来。
后来手机普及了，没有人再敲钟，大家打电话。老周的手机里存了四百多个号码，多数是空号。
那天傍晚，钟忽然响了三下。他披上蓑衣跑出去，看见一个穿校服的女孩站在树下。
“爷爷说，要坐船就敲钟。”女孩说。她的爷爷，是三十年前第一个坐他船的人。
"""


def span_of(exact: str, text: str = TEXT) -> Span:
    start = text.index(exact)
    return Span(start, start + len(exact))


def _corner_brackets(text: str) -> str:
    return text.replace("“", "「").replace("”", "」")


def placed(marks: list[str], new: str, old: str = TEXT) -> list[str | None]:
    """What each mark stands on in the new text."""
    found = anchor.place([anchor.take(old, span_of(mark, old)) for mark in marks], new)
    return [None if span is None else new[span.start : span.end] for span, _ in found]


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("我爱北京天安门", Span(2, 4), (2, 4, "北京", "我爱", "天安门")),
        ("北京", Span(0, 2), (0, 2, "北京", "", "")),
        ("", Span(0, 0), (0, 0, "", "", "")),
        ("甲" * 40 + "乙" + "丙" * 40, Span(40, 41), (40, 41, "乙", "甲" * 32, "丙" * 32)),
    ],
)
def test_anchor_of_a_span(text: str, span: Span, expected: tuple[int, int, str, str, str]) -> None:
    assert anchor.take(text, span) == expected


@given(st.text(st.characters(), max_size=90), st.data())
def test_the_parts_stand_in_the_text_side_by_side(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    taken = anchor.take(text, Span(start, end))
    assert text.startswith(taken.prefix + taken.exact + taken.suffix, start - len(taken.prefix))
    assert len(taken.prefix) == min(32, start)
    assert len(taken.suffix) == min(32, len(text) - end)


@pytest.mark.parametrize(
    ("mark", "revise", "expected"),
    [
        ("马灯", lambda t: t, "马灯"),
        ("马灯", lambda t: "【本报讯】" + t, "马灯"),
        ("老周不说话", lambda t: t.replace("。", "。\n\n\u3000\u3000"), "老周不说话"),
        ("“桥不会走，不用人看。”", _corner_brackets, "「桥不会走，不用人看。」"),
        ("“桥不会走，不用人看。”", lambda t: t.replace("，", ",").replace("。", "."), "“桥不会走,不用人看.”"),
        ("后来手机普及了", lambda t: convert(t, "s2tw").text, "後來手機普及了"),
        ("一层薄雾", lambda t: t.replace("薄雾", "白雾"), "一层白雾"),
        ("民国二十三年铸的", lambda t: t.replace("民国二十三年", "民国廿三年"), "民国廿三年铸的"),
        # A paragraph moved to the end, another put in before it.
        (
            "把桨放好",
            lambda t: t.replace(line(t, 4), "新来的一段话，与原来的都不相干，长短也差不多。\n") + line(t, 4),
            "把桨放好",
        ),
        # One side of it gone: the paragraph before, the paragraph after.
        ("钟挂在渡口", lambda t: t.replace(line(t, 5), ""), "钟挂在渡口"),
        ("多数是空号。", lambda t: t.replace(line(t, 8), ""), "多数是空号。"),
        # Its first character, its last one replaced.
        ("旧把缆绳解开", lambda t: t.replace("照旧把", "照日把"), "日把缆绳解开"),
        ("照旧把缆绳解开", lambda t: t.replace("绳解开，把", "绳解升，把"), "照旧把缆绳解升"),
        # Typing errors in the mark and next to it, two characters changed about.
        ("照旧把缆绳解开", lambda t: t.replace("照旧把缆绳", "照日把绳缆"), "照日把绳缆解开"),
        # A sentence put in before, in the middle, after.
        ("谁要过江，敲三下", lambda t: t.replace("谁要", "规矩是老规矩。谁要"), "谁要过江，敲三下"),
        ("敲三下，船就来。", lambda t: t.replace("船就来。", "船就来。不用喊。"), "敲三下，船就来。"),
        ("谁要过江，敲三下，", lambda t: t.replace("敲三下", "敲它三下"), "谁要过江，敲它三下，"),
        # Gone.
        ("徒弟小何摇摇头", lambda t: t.replace("徒弟小何摇摇头，", ""), None),
        ("马灯", lambda t: t.replace("马灯", ""), None),
        ("马灯", lambda t: t.replace("马灯", "油锅"), None),
        ("老周不说话，照旧把缆绳解开", lambda t: t.replace(line(t, 4), ""), None),
        ("马灯", lambda _: "另一篇文章，说的是别的事，也有马灯两个字。", None),
        ("马灯", lambda _: "", None),
        # Elsewhere with nothing that was around it: too little to know it by.
        ("三十年", lambda t: t.replace(line(t, 4), "").replace(line(t, 9), "") + "一等就是三十年。", None),
    ],
)  # fmt: skip
def test_one_mark(mark: str, revise: Callable[[str], str], expected: str | None) -> None:
    assert placed([mark], revise(TEXT)) == [expected]


def line(text: str, number: int) -> str:
    return text.splitlines(keepends=True)[number]


@pytest.mark.parametrize(
    ("mark", "revise", "expected"),
    [
        ("？”", lambda t: t.replace("天还没亮", "天没亮"), "？”"),
        ("？”", lambda t: t.replace("？", "?").replace("“", "「").replace("”", "」"), "?」"),
        ("。\n", lambda t: "一\n" + t, "。\n"),
        ("？", lambda t: t.replace("？", ""), None),
        ("？”", lambda t: t.replace("过江吗", "过河去吗").replace("他问", "老周问"), None),
    ],
)
def test_marks_without_words(mark: str, revise: Callable[[str], str], expected: str | None) -> None:
    assert placed([mark], revise(TEXT)) == [expected]


@pytest.mark.parametrize(
    ("new", "how"),
    [
        (TEXT, "exact"),
        ("\n" + TEXT, "moved"),
        (TEXT.replace("马灯", "馬燈"), "changed"),
        (TEXT.replace("对岸", "江对岸"), "exact"),
        ("", "orphan"),
    ],
)
def test_how_it_came_there(new: str, how: str) -> None:
    (found,) = anchor.place([anchor.take(TEXT, span_of("马灯"))], new)
    assert found.how == how


def test_of_two_like_places_neither() -> None:
    lines = TEXT + "\n" + TEXT
    assert placed(["马灯", "多数是空号"], "前言。" + lines) == [None, None]


# A refrain longer than the contexts: by its words the mark in it stands in two places.
_REFRAIN = (
    "江水长，江水长，渡船摇过白沙滩，摇过一村又一村，不见当年唱歌人，"
    "摇过一春又一春，只见空船对夕阳，夕阳也会落山冈，明月照在旧船舱，渡口钟声为谁响，叫我如何不思量。\n"
)


def _with_refrains() -> tuple[str, list[Anchor]]:
    """The text with the refrain in it twice, and marks before, in, after and far before the second."""
    lines = TEXT.splitlines(keepends=True)
    old = "".join([*lines[:4], _REFRAIN, *lines[4:7], _REFRAIN, *lines[7:]])
    second = old.rindex("一春又一春")
    spans = [span_of("四百多个", old), Span(second, second + 5), span_of("穿校服", old), span_of("薄雾", old)]
    return old, [anchor.take(old, span) for span in spans]


def test_of_two_like_places_the_one_between_its_neighbours() -> None:
    old, anchors = _with_refrains()
    new = "题记：写在桥通车的那一年。\n" + old.replace("打电话", "都改打电话了")
    second = new.rindex("一春又一春")
    assert anchor.place(anchors, new)[1] == (Span(second, second + 5), "moved")
    assert anchor.place([anchors[1]], new) == [Placement(None, "orphan")]


def test_an_edit_does_not_drive_a_mark_to_the_untouched_copy() -> None:
    old, anchors = _with_refrains()
    second = old.rindex("一春又一春")
    new = old[: second + 5] + "等到头发白如霜，河东河西两茫茫。" + old[second + 40 :]
    assert anchor.place(anchors, new)[1].span in (Span(second, second + 5), None)


def test_the_old_text_tells_like_places_apart() -> None:
    old, anchors = _with_refrains()
    new = "题记：写在桥通车的那一年。\n" + old
    second = new.rindex("一春又一春")
    assert anchor.place(anchors[1:2], new) == [Placement(None, "orphan")]
    assert anchor.place(anchors[1:2], new, old=old) == [(Span(second, second + 5), "moved")]


def test_the_old_text_forbids_the_untouched_copy() -> None:
    old, anchors = _with_refrains()
    first, second = old.index("一春又一春"), old.rindex("一春又一春")
    new = old[: second - 30] + "一年过去又是一年，一代人老了又是一代人，" + old[second:]
    found = new.rindex("一春又一春")
    (by_words,) = anchor.place(anchors[1:2], new)
    (with_old,) = anchor.place(anchors[1:2], new, old=old)
    assert by_words.span == (first, first + 5)
    assert with_old.span in (None, (found, found + 5))


def test_an_old_text_that_is_another_changes_nothing() -> None:
    _, anchors = _with_refrains()
    assert anchor.place(anchors, TEXT, old="别的文章。") == anchor.place(anchors, TEXT)


# How long an example takes is no matter of a test.
_UNHURRIED = settings(deadline=None)
_BITS = st.text(
    st.sampled_from("一二三四。，\n\u3000 a\0\ud800\udfff\u202e\u0301\ufe0f𠮷㍿ﬁ½") | st.characters(),
    max_size=80,
)


@st.composite
def _marked(draw: st.DrawFn) -> tuple[str, list[Anchor]]:
    text = draw(_BITS)
    anchors = []
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, max(0, len(text) - 1)))
        anchors.append(
            anchor.take(text, Span(start, draw(st.integers(min(start + 1, len(text)), len(text)))))
        )
    return text, anchors


@_UNHURRIED
@given(_marked())
def test_in_the_same_text_every_mark_is_exact(marked: tuple[str, list[Anchor]]) -> None:
    text, anchors = marked
    assert anchor.place(anchors, text) == [
        Placement(Span(a.start, a.end), "exact") if a.exact else Placement(None, "orphan") for a in anchors
    ]


@_UNHURRIED
@given(_marked(), _BITS)
def test_total_and_never_outside_nor_empty(marked: tuple[str, list[Anchor]], new: str) -> None:
    text, anchors = marked
    for changed in (new, new + text, text + new, text[1:], text[::-1], text + text):
        for span, how in anchor.place(anchors, changed) + anchor.place(anchors, changed, old=text):
            assert (span is None) == (how == "orphan")
            assert span is None or 0 <= span.start < span.end <= len(changed)


@_UNHURRIED
@given(
    st.lists(st.tuples(st.text(max_size=9), st.text(max_size=9), st.text(max_size=9)), max_size=4), _BITS,
    st.integers(-9, 99), st.integers(-9, 99),
)  # fmt: skip
def test_anchors_that_contradict_themselves_raise_nothing(
    parts: list[tuple[str, str, str]], new: str, start: int, end: int
) -> None:
    for span, _ in anchor.place([Anchor(start, end, *part) for part in parts], new):
        assert span is None or 0 <= span.start < span.end <= len(new)


@_UNHURRIED
@given(st.text(min_size=1, max_size=40), st.randoms(use_true_random=False))
def test_text_before_moves_every_mark_by_its_length(before: str, random: Random) -> None:
    spans = [_random_span(random) for _ in range(6)]
    found = anchor.place([anchor.take(TEXT, span) for span in spans], before + TEXT)
    for (start, end), placement in zip(spans, found, strict=True):
        assert placement == (Span(start + len(before), end + len(before)), "moved")


@_UNHURRIED
@given(st.randoms(use_true_random=False))
def test_the_order_in_which_they_are_given_is_no_evidence(random: Random) -> None:
    new = TEXT.replace("老周", "周师傅").replace(line(TEXT, 4), "")
    anchors = [anchor.take(TEXT, _random_span(random)) for _ in range(8)]
    found = dict(zip(anchors, anchor.place(anchors, new), strict=True))
    random.shuffle(anchors)
    assert anchor.place(anchors, new) == [found[one] for one in anchors]


def _random_span(random: Random) -> Span:
    """Some letters of the text, and what lies between them."""
    while True:
        start = random.randrange(len(TEXT))
        span = Span(start, min(len(TEXT), start + random.choice((1, 2, 3, 5, 12, 40, 150))))
        if TEXT[span.start].isalpha() and TEXT[span.end - 1].isalpha():
            return span


def test_a_mark_of_the_whole_text_and_one_of_a_very_long_passage() -> None:
    random = Random(5)
    old = "".join(f"第{number}段：{''.join(random.sample(TEXT, len(TEXT)))}终" for number in range(60))
    whole, most = Span(0, len(old)), Span(300, len(old) - 300)
    new = "序言一句。\n" + old.replace("第30段", "第三十段")
    found = anchor.place([anchor.take(old, whole), anchor.take(old, most)], new)
    assert found[0].span == (6, len(new))
    assert found[1].span == (306, len(new) - 300)


def test_progress_rises_to_the_end() -> None:
    told: list[float] = []
    anchors = [anchor.take(TEXT, _random_span(Random(number))) for number in range(40)]
    anchor.place(anchors, TEXT.replace("老周", "周师傅"), progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1
