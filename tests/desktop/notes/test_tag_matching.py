from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meipi.notes.tag_matching import same_tag, tag_key, tags_meant

TAGS = ("銀行", "鹽湖", "盐田", "class", "产业政策", "Class-2", "旅行", "c++", "c")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("", TAGS),
        ("盐湖", ("鹽湖",)),
        ("盐", ("鹽湖", "盐田")),
        ("湖", ("鹽湖",)),
        ("yanhu", ("鹽湖",)),
        ("yanh", ("鹽湖",)),
        ("yh", ("銀行", "鹽湖")),
        ("yinhang", ("銀行",)),
        ("lvxing", ("旅行",)),
        ("cyzc", ("产业政策",)),
        ("ㄧㄢ", ("鹽湖", "盐田")),
        ("CLASS", ("class", "Class-2")),
        ("c", ("c", "class", "Class-2", "c++")),
        ("C++", ("c++",)),
        ("水", ()),
    ],
)
def test_what_is_meant_by_what_is_written(written: str, meant: tuple[str, ...]) -> None:
    assert tags_meant(written, TAGS) == [*meant]


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("盐湖", "鹽湖"),
        ("鹽湖", None),
        ("CLASS", "class"),
        ("ｃ＋＋", None),
        ("C", "c"),
        ("C++", "c++"),
        ("產業政策", "产业政策"),
        ("yanhu", None),
        ("", None),
    ],
)
def test_the_same_tag_in_another_script_or_case(written: str, same: str | None) -> None:
    assert same_tag(written, TAGS) == same


@given(st.text(max_size=12), st.lists(st.text(min_size=1, max_size=6), max_size=6, unique=True))
def test_what_is_meant_is_some_of_the_names(written: str, names: list[str]) -> None:
    meant = tags_meant(written, names)
    assert len(set(meant)) == len(meant)
    assert set(meant) <= set(names)
    assert all(name in meant for name in names if tag_key(name) == tag_key(written))
