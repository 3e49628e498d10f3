from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from meipi.library.arranging import Group, Head, Order, arranged, found, ordered, state_of
from meipi.workspace import ArticleInfo

_PLAIN = ArticleInfo(
    id=0,
    uid="",
    title="",
    sha256="",
    source="",
    author="",
    url="",
    published="",
    script="traditional",
    encoding="",
    path="",
    added="2026-01-01",
    opened="",
    position=0,
    furthest=0,
    deleted=None,
    starred=False,
    tags=(),
    length=100,
    marks=0,
    notes=0,
)


def _info(number: int, title: str, **known: Any) -> ArticleInfo:
    return replace(_PLAIN, id=number, title=title, **known)


LAKE = _info(1, "鹽湖", source="湖報", published="2026-05-11", tags=("湖", "課"), marks=3, notes=1)
FERRY = _info(2, "渡口", source="茶刊", opened="2026-11-01", furthest=40, added="2026-02-01", marks=9)
HILL = _info(3, "茶山", opened="2026-10-01", furthest=100, published="1931", tags=("課",), notes=2, marks=2)


@pytest.mark.parametrize(
    ("order", "titles"),
    [
        ("opened", ["渡口", "茶山", "鹽湖"]),
        ("added", ["渡口", "茶山", "鹽湖"]),
        ("date", ["鹽湖", "茶山", "渡口"]),
        ("pinyin", ["茶山", "渡口", "鹽湖"]),
        ("strokes", ["茶山", "渡口", "鹽湖"]),
        ("progress", ["茶山", "渡口", "鹽湖"]),
        ("notes", ["茶山", "鹽湖", "渡口"]),
    ],
)
def test_orders(order: Order, titles: list[str]) -> None:
    assert [info.title for info in ordered([LAKE, FERRY, HILL], order)] == titles


@pytest.mark.parametrize(
    ("group", "rows"),
    [
        ("source", [Head("茶刊", 1), FERRY, Head("湖報", 1), LAKE, Head("", 1), HILL]),
        ("tag", [Head("湖", 1), LAKE, Head("課", 2), HILL, LAKE, Head("", 1), FERRY]),
        ("state", [Head("unread", 1), LAKE, Head("begun", 1), FERRY, Head("finished", 1), HILL]),
        ("none", [FERRY, HILL, LAKE]),
    ],
)
def test_groups(group: Group, rows: list[object]) -> None:
    assert arranged([LAKE, FERRY, HILL], "opened", group) == rows


@pytest.mark.parametrize("typed", ["鹽", "盐湖", "yanhu", "湖報", "课"])
def test_an_article_is_found_by_what_is_known_of_it(typed: str) -> None:
    assert LAKE in found([LAKE, FERRY], typed)
    assert FERRY not in found([LAKE, FERRY], typed)


def test_all_are_found_by_nothing_and_none_across_two_fields() -> None:
    assert found([LAKE, FERRY], "  ") == [LAKE, FERRY]
    assert found([LAKE], "湖湖") == []


def test_states() -> None:
    assert [state_of(info) for info in (LAKE, FERRY, HILL)] == ["unread", "begun", "finished"]
