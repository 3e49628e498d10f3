"""What syllables are meant by what is typed."""

from __future__ import annotations

import pytest

from meipi.language.typed_pinyin import meant


def ways(word: str) -> list[str]:
    return [
        " ".join(f"{each.letters}{each.tone or ''}{'' if each.whole else '*'}" for each in way)
        for way in meant(word)
    ]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("yanhu", ["yan hu"]),
        ("yán hú", ["yan2 hu2"]),
        ("Yánhú", ["yan2 hu2"]),
        ("yan2hu", ["yan2 hu"]),
        ("ma5", ["ma5"]),
        ("ma0", ["ma5"]),
        ("xian", ["xian", "xi an"]),
        ("xi'an", ["xi an"]),
        ("xi’an", ["xi an"]),
        ("fangan", ["fan gan", "fang an"]),
        ("yanh", ["yan h*"]),
        ("zhongg", ["zhong g*"]),
        ("YH", ["y* h*"]),
        ("sh", ["sh*", "s* h*"]),
        ("lǜ", ["lv4"]),
        ("lv4", ["lv4"]),
        ("lu:4", ["lv4"]),
        ("lüe", ["lve"]),
        ("jǘ", ["ju2"]),
        ("qv", ["qu"]),
        ("ㄧㄢˊㄏㄨˊ", ["yan2 hu2"]),
        ("ㄧㄢˊ ㄏㄨˊ", ["yan2 hu2"]),
        ("˙ㄇㄚ", ["ma5"]),
        ("ㄌㄩˋ", ["lv4"]),
        ("ㄅㄅ", []),
        ("y", []),
        ("lake", ["la ke"]),
        ("salt", []),
        ("盐", []),
        ("2", []),
        ("yan3.5", []),
        ("yáná", ["ya2 na2", "yan2 a2"]),
        ("", []),
    ],
)
def test_the_ways_to_read_it(word: str, expected: list[str]) -> None:
    assert ways(word) == expected


def test_a_long_word_has_no_more_ways_than_can_be_followed() -> None:
    assert 0 < len(meant("xianxianxianxianxianxian")) <= 6
