"""What a reader asks for in one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meipi.language.query import FIELDS, Filter, parse


def forms(query: str) -> tuple[list[str], list[str]]:
    asked = parse(query)
    return [term.form for term in asked.terms], [term.form for term in asked.without]


@pytest.mark.parametrize(
    ("query", "terms", "without"),
    [
        ("鹽湖 茶卡", ["盐湖", "茶卡"], []),
        ("鹽湖　茶卡", ["盐湖", "茶卡"], []),
        ('"salt lake" -茶卡', ["salt\u3000lake"], ["茶卡"]),
        ("“鹽 湖” －「茶　卡」", ["盐湖"], ["茶卡"]),
        ("「未完", ["未完"], []),
        ("yán hú 水", ["yan\u3000hu", "水"], []),
        ("chengdu sichuan", ["chengdu", "sichuan"], []),
        ("盐 盐", ["盐"], []),
        ("COVID-19", ["covid－19"], []),
        ("-", ["－"], []),
        ("3:30", ["3：30"], []),
        ("他说：“走", ["他说：＂走"], []),
        ("他说：「走」", ["他说：＂走＂"], []),
        ("他说“走”", ["他说＂走＂"], []),
        ("tag:", ["tag："], []),
        ('""', [], []),
        ("  ", [], []),
    ],
)
def test_words_and_phrases(query: str, terms: list[str], without: list[str]) -> None:
    assert forms(query) == (terms, without)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("tag:水", Filter("tag", "水", False)),
        ("標籤：「疑 問」", Filter("tag", "疑 問", False)),
        ("标签:水", Filter("tag", "水", False)),
        ("-colour:朱", Filter("colour", "朱", True)),
        ("來源:“青海 日报”", Filter("source", "青海 日报", False)),
        ("說話人：陳俊國", Filter("speaker", "陳俊國", False)),
        ("SPEAKER:陈", Filter("speaker", "陈", False)),
    ],
)
def test_filters(query: str, expected: Filter) -> None:
    asked = parse(query)
    assert asked.filters == (expected,)
    assert not asked.terms


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("盐", set(FIELDS)),
        ("盐 in:notes", {"note"}),
        ("盐 in:title in:text", {"title", "text"}),
        ("盐 範圍：筆記", {"note"}),
        ("in:nowhere", set(FIELDS)),
    ],
)
def test_where_it_is_looked_for(query: str, fields: set[str]) -> None:
    assert parse(query).fields == fields


def test_nothing_is_asked_for_by_a_place_alone() -> None:
    assert not parse("in:notes")
    assert not parse("")
    assert parse("tag:水")


@given(st.text())
def test_any_line_is_a_query(query: str) -> None:
    parse(query)
