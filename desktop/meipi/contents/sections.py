"""The sections of an article, by its headings. No Qt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from meipi.exchange.draft import Block
from meipi.workspace import Bookmark, Mark


class Section(NamedTuple):
    """From one heading to before the next: a half-open span of code points."""

    title: str
    start: int
    end: int
    depth: int
    """How many headings it stands under: 0, 1, 2 …"""
    hanzi: int
    """Code points that are no white space, its heading included."""


class Ribbon(NamedTuple):
    """A bookmark within its section."""

    start: int
    words: str
    """What stands there, in one line."""
    depth: int
    """How many headings it stands under, that of its section included."""


class Lying(NamedTuple):
    """A mark within its section."""

    share: float
    """How far down it begins, 0 to 1."""
    colour: str


class Marked(NamedTuple):
    """What is marked in a section; a mark belongs to the section in which it begins."""

    marks: tuple[Lying, ...] = ()
    notes: int = 0
    """How many of the marks have a note."""


def sections_of(text: str, blocks: Iterable[Block], title: str) -> tuple[Section, ...]:
    """The sections in order; together they are the whole text. None for an empty one.

    What stands before the first heading is called by `title`. A heading of a lower level is one deeper
    than the last one above it of a higher level, whatever levels were left out between the two.
    """
    heads = heads_of(text, blocks)
    if not heads:
        return ()
    starts = [0, *(head.start for head in heads[1:])]
    found: list[Section] = []
    above: list[int] = []
    for head, start, end in zip(heads, starts, [*starts[1:], len(text)], strict=True):
        while above and above[-1] >= head.level:
            above.pop()
        named = " ".join(text[head.start : head.end].split()) or title
        found.append(Section(named, start, end, len(above), len("".join(text[start:end].split()))))
        if head.kind == "heading":  # the article's title is no chapter that the others belong to
            above.append(head.level)
    return tuple(found)


def heads_of(text: str, blocks: Iterable[Block]) -> list[Block]:
    """The headings that sections begin with; an empty one first if text stands before them."""
    heads = [block for block in blocks if block.kind in ("title", "heading")]
    first = heads[0].start if heads else len(text)
    return [Block("title", 0, 0, 1), *heads] if text[:first].strip() else heads


def marked_in(sections: Sequence[Section], marks: Sequence[Mark]) -> tuple[Marked, ...]:
    """What is marked in each section; `marks` come in the order of the text."""
    starts = [mark.start for mark in marks]
    told = []
    for section in sections:
        here = marks[bisect_left(starts, section.start) : bisect_left(starts, section.end)]
        length = max(1, section.end - section.start)
        lying = tuple(Lying((mark.start - section.start) / length, mark.colour) for mark in here)
        told.append(Marked(lying, sum(1 for mark in here if mark.note)))
    return tuple(told)


def with_ribbons(sections: Sequence[Section], bookmarks: Iterable[Bookmark]) -> list[Section | Ribbon]:
    """The sections, each followed by the bookmarks in it; both come in the order of the text."""
    rows: list[Section | Ribbon] = []
    waiting = [*reversed([*bookmarks])]
    for section in sections:
        rows.append(section)
        while waiting and waiting[-1].start < section.end:
            bookmark = waiting.pop()
            rows.append(Ribbon(bookmark.start, " ".join(bookmark.exact.split()), section.depth + 1))
    last = sections[-1].depth + 1 if sections else 0
    rows += [Ribbon(each.start, " ".join(each.exact.split()), last) for each in reversed(waiting)]
    return rows


def section_at(sections: Sequence[Section], offset: int) -> int:
    """The number of the section in which a code point lies; -1 if there is none."""
    return bisect_right([section.start for section in sections], offset) - 1


def share_read(section: Section, furthest: int) -> float:
    """How far the reader has come in the section, 0 to 1; `furthest` is the largest offset ever in view."""
    return min(1.0, max(0.0, (furthest - section.start) / max(1, section.end - section.start)))
