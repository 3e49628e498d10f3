"""What the list says of an article beneath its title."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from meipi.support.dates import date_of, day
from meipi.support.translation import counted, tr
from meipi.workspace import ArticleInfo

if TYPE_CHECKING:
    from meipi.library.arranging import Group, Head


def share_read(info: ArticleInfo) -> float:
    """How far the reader has ever come, 0 to 1."""
    return min(1.0, info.furthest / info.length) if info.length else 0.0


def detail_line(info: ArticleInfo, now: datetime | None = None) -> str:
    """Where the article is from and of when, the day it was added if its own date is not known; its tags."""
    when = info.published or tr("added {date}").format(date=date_of(info.added, now))
    tags = " ".join(f"#{tag}" for tag in info.tags)
    return " · ".join(part for part in (info.source or info.author, when, tags) if part)


def counts_line(info: ArticleInfo) -> tuple[str, ...]:
    """How much is read and how much is marked."""
    percent = round(100 * share_read(info))
    if not info.opened:
        read = tr("Unread")
    elif percent == 100:
        read = tr("Finished")
    else:
        read = tr("{n} %").format(n=percent)
    if not info.marks:
        return read, tr("no marks")
    marks = counted(info.marks, tr("{n} mark"), tr("{n} marks"))
    if not info.notes:
        return read, marks
    return read, counted(info.notes, tr("{n} note"), tr("{n} notes")), marks


def opened_line(info: ArticleInfo, now: datetime | None = None) -> str:
    """The day on which it was last open."""
    return day(info.opened, now) if info.opened else tr("new")


def head_line(head: Head, group: Group) -> str:
    """What a group is called, before the number of its articles."""
    states = {"unread": tr("Unread"), "begun": tr("Begun"), "finished": tr("Finished")}
    without = {"source": tr("Without a source"), "tag": tr("Without a tag")}
    name = states[head.name] if group == "state" else head.name or without[group]
    return f"{name} {head.articles:,}"
