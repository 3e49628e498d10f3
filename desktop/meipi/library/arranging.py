"""Which articles the list shows, in which order, and under which heads. No Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any, Literal, NamedTuple

from meipi.library.lines import share_read
from meipi.workspace import ArticleInfo

Order = Literal["opened", "added", "date", "pinyin", "strokes", "progress", "notes"]
Group = Literal["none", "source", "tag", "state"]
ORDERS: tuple[Order, ...] = ("opened", "added", "date", "pinyin", "strokes", "progress", "notes")
GROUPS: tuple[Group, ...] = ("none", "source", "tag", "state")

State = Literal["unread", "begun", "finished"]


class Head(NamedTuple):
    """Stands over the articles of a group."""

    name: str
    """A source, a tag or a `State`; "" for articles that have none."""
    articles: int


Row = Head | ArticleInfo


def arranged(infos: Sequence[ArticleInfo], order: Order, group: Group) -> list[Row]:
    """The articles in an order, those of each group under its head; an article with two tags is there twice.

    Groups come in the order of their names, by pinyin, that of the articles without one last; what is unread
    comes before what was begun, and that before what was finished.
    """
    articles = ordered(infos, order)
    if group == "none":
        return [*articles]
    groups: dict[str, list[ArticleInfo]] = {}
    for info in articles:
        for name in _names(info, group):
            groups.setdefault(name, []).append(info)
    rows: list[Row] = []
    for name in _in_order([*groups], group):
        rows += [Head(name, len(groups[name])), *groups[name]]
    return rows


def ordered(infos: Sequence[ArticleInfo], order: Order) -> list[ArticleInfo]:
    """The articles in an order; where it says nothing, those opened or added last come first."""
    latest = sorted(infos, key=lambda info: (max(info.opened, info.added), info.id), reverse=True)
    if order in ("pinyin", "strokes"):
        from meipi.language import collation

        keys = (collation.by_pinyin if order == "pinyin" else collation.by_strokes)(
            [info.title for info in latest]
        )
        places = sorted(range(len(latest)), key=lambda place: keys[place])
        return [latest[place] for place in places]
    key = _KEYS.get(order)
    return sorted(latest, key=key, reverse=True) if key else latest


_KEYS: dict[Order, Callable[[ArticleInfo], Any]] = {
    "added": lambda info: info.added,
    "date": lambda info: info.published,
    "progress": share_read,
    "notes": lambda info: (info.notes, info.marks),
}


def state_of(info: ArticleInfo) -> State:
    """How far the reader has come with it."""
    if not info.opened:
        return "unread"
    return "finished" if round(100 * share_read(info)) == 100 else "begun"


def _names(info: ArticleInfo, group: Group) -> tuple[str, ...]:
    if group == "source":
        return (info.source or info.author,)
    if group == "tag":
        return info.tags or ("",)
    return (state_of(info),)


def _in_order(names: list[str], group: Group) -> list[str]:
    if group == "state":
        return [state for state in ("unread", "begun", "finished") if state in names]
    from meipi.language import collation

    keys = dict(zip(names, collation.by_pinyin(names), strict=True))
    return sorted(names, key=lambda name: (not name, keys[name]))


def found(infos: Sequence[ArticleInfo], typed: str) -> list[ArticleInfo]:
    """The articles whose title, source, author or tags have what was typed in them: hanzi in any script,
    pinyin, initials. All for an empty text."""
    if not typed.strip():
        return [*infos]
    from meipi.language.matching import find_all

    # One text of all, in which one looks once: each field closed by a sign that is no part of it.
    told = ["".join(f"{field}{_END}" for field in _told(info)) for info in infos]
    ends = [*accumulate(map(len, told))]
    met = {bisect_right(ends, span.start) for span in find_all("".join(told), typed)}
    return [info for place, info in enumerate(infos) if place in met]


_END = "\n※\n"


def _told(info: ArticleInfo) -> tuple[str, ...]:
    return info.title, info.source, info.author, *info.tags
