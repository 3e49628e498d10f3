"""What the reader wants shown otherwise lies above a conversion, and the map stays exact."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.language.test_script import assert_sound
from meipi.language.exceptions import Exceptions
from meipi.language.script import Conversion, convert
from meipi.language.span import Span


def changed(conversion: Conversion) -> list[tuple[str, str]]:
    return [
        (conversion.source[slice(*piece.source)], conversion.text[slice(*piece.target)])
        for piece in conversion.uneven
    ]


@pytest.mark.parametrize(
    ("config", "source", "forms", "expected", "uneven"),
    [
        # one form for another of the same length
        ("s2tw", "范先生的头发", {"范": "範"}, "範先生的頭髮", []),
        ("t2s", "乾隆帝與乾淨", {"乾淨": "乾净"}, "乾隆帝与乾净", []),
        # as in the source
        ("s2twp", "他在软件园工作", {"软件园": "软件园"}, "他在软件园工作", []),
        # of another length, before, within and behind a phrase that has another length too
        (
            "s2twp",
            "他的U盘和U盘坏了",
            {"他的": "其"},
            "其隨身碟和隨身碟壞了",
            [("他的", "其"), *[("U盘", "隨身碟")] * 2],
        ),
        ("s2twp", "他的U盘和U盘坏了", {"U盘": "USB碟"}, "他的USB碟和USB碟壞了", [("U盘", "USB碟")] * 2),
        ("s2twp", "U盘坏了", {"坏了": "坏"}, "隨身碟坏", [("U盘", "隨身碟"), ("坏了", "坏")]),
        # the longest form, from left to right
        ("s2tw", "里里外外", {"里": "裏", "里里": "里裡"}, "里裡外外", []),
        # a part of a phrase: the rest of it stands as in the source
        ("s2twp", "新U盘好", {"盘": "槃"}, "新U槃好", []),
        ("s2twp", "新U盘好", {"新U": "新 U "}, "新 U 盘好", [("新U盘", "新 U 盘")]),
        ("s2twp", "买U盘", {"U": "u", "盘": "槃子"}, "買u槃子", [("U盘", "u槃子")]),
        # characters that a pattern would take otherwise
        ("s2tw", "a.b 里(里)", {"a.b": "A", "(里)": "（里）"}, "A 裡（里）", [("a.b", "A")]),
        ("s2tw", "没有", {}, "沒有", []),
    ],
)
def test_exceptions(
    config: str, source: str, forms: dict[str, str], expected: str, uneven: list[tuple[str, str]]
) -> None:
    conversion = Exceptions(forms).over(convert(source, config))
    assert (conversion.text, conversion.source, conversion.config) == (expected, source, config)
    assert changed(conversion) == uneven
    assert_sound(conversion)


def test_what_is_kept_stands_as_in_the_source() -> None:
    source = "用里程计算里程，再算里程"
    base = convert(source, "s2twp")
    kept = [Span(5, 7), Span(1, 3), Span(2, 3), Span(9, 9)]
    shown = Exceptions({"里程": "哩程", "，再": "、"}).over(base, kept)
    assert shown.text == "用里程計算里程、算哩程"
    assert changed(shown) == [("，再", "、")]
    assert Exceptions({}).over(base, [Span(1, 3)]).text[1:3] == "里程"
    assert Exceptions({}).over(base) is base


def test_no_exception_acts_across_the_edge_of_what_is_kept() -> None:
    shown = Exceptions({"里程": "哩程"}).over(convert("里程里程", "s2tw"), [Span(1, 2)])
    assert shown.text == "里程哩程"


@pytest.mark.parametrize("forms", [{"": "里"}, {"里": ""}])
def test_a_form_cannot_be_empty(forms: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="form"):
        Exceptions(forms)


WORDS = ["U盘", "打印机", "里", "信息", "出租车", "，", "a", "光盘", "\n", "计算机"]
FORMS = st.dictionaries(
    st.lists(st.sampled_from([*WORDS, "盘", "印", "盘，"]), min_size=1, max_size=2).map("".join),
    st.sampled_from(["甲", "乙丙", "丁戊己庚"]),
    max_size=3,
)


@given(
    text=st.lists(st.sampled_from(WORDS), max_size=12).map("".join),
    forms=FORMS,
    config=st.sampled_from(["s2twp", "s2tw", "s2hkp"]),
    data=st.data(),
)
@settings(max_examples=300, deadline=None)
def test_the_map_stays_complete_and_exact(
    text: str, forms: dict[str, str], config: str, data: st.DataObject
) -> None:
    ends = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=4)))
    kept = [Span(start, end) for start, end in zip(ends[::2], ends[1::2], strict=False)]
    base = convert(text, config)
    shown = Exceptions(forms).over(base, kept)
    assert_sound(shown)
    for span in kept:
        if span.start < span.end:
            assert text[span.start : span.end] in shown.text[slice(*shown.to_target(span))]
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    there = shown.to_target(span)
    back = shown.to_source(there)
    assert 0 <= there.start <= there.end <= len(shown.text)
    assert back.start <= span.start
    assert back.end >= span.end or span.start == span.end
    assert shown.to_target(back) == there
    # Where nothing was laid over, all is as it was.
    if not forms and not kept:
        assert shown == base
