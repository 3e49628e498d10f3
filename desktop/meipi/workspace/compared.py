"""A former text beside the one that took its place, and what became of the marks in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from meipi.language.changes import Hunk, Way
from meipi.language.span import Span
from meipi_db import Mark, Version

if TYPE_CHECKING:
    from meipi.workspace.versions import Versions
    from meipi.workspace.workspace import Workspace

Became = Literal["orphan", "changed", "moved", "stays"]


class Touched(NamedTuple):
    """A mark that stood in the former text."""

    mark: Mark
    became: Became
    """It has no place in the later text; quotes other characters there; stands elsewhere; or stands."""
    old: Span
    new: Span | None


@dataclass(frozen=True)
class Sides:
    """Two texts, one after the other, and where marks stand in each."""

    old: str
    new: str
    marks: tuple[Mark, ...]
    """Those of the article that are not thrown away."""
    before: Mapping[int, Span]
    """By mark."""
    after: Mapping[int, Span]


@dataclass(frozen=True)
class Comparison:
    """What changed from the one text to the other."""

    old: str
    new: str
    hunks: tuple[Hunk, ...]
    marks: tuple[Touched, ...]
    """Those that stood in the former text, in its order."""


def sides(workspace: Workspace, version: Version) -> Sides | None:
    """What to compare a former text with: the one that took its place, be it the article's own. None if a
    text cannot be read, which is said."""
    versions = workspace.versions
    later = [each for each in versions.former(version.article_id) if each.id > version.id]
    found = versions.text_of(version)
    with workspace.problems_said():
        marks = tuple(workspace.library.marks(version.article_id))
        if later:
            after = versions.text_of(later[-1])
            new = None if after is None else after[0]
            places = _spans(versions, later[-1])
        else:
            new = workspace.library.article(version.article_id).text
            places = {mark.id: Span(*mark.span) for mark in marks if mark.in_text}
        if found is not None and new is not None:
            return Sides(found[0], new, marks, _spans(versions, version), places)
    return None


def _spans(versions: Versions, version: Version) -> dict[int, Span]:
    return {place.mark_id: Span(place.start, place.end) for place in versions.places_in(version)}


def compared(sides: Sides) -> Comparison:
    """What changed. It may run on a worker."""
    way = Way(sides.old, sides.new)
    there = [mark for mark in sides.marks if mark.id in sides.before]
    touched = [_touched(mark, sides, way) for mark in there]
    return Comparison(sides.old, sides.new, tuple(way.hunks), tuple(sorted(touched, key=_place)))


def _place(touched: Touched) -> tuple[Span, int]:
    return touched.old, touched.mark.id


def _touched(mark: Mark, sides: Sides, way: Way) -> Touched:
    old, new = sides.before[mark.id], sides.after.get(mark.id)
    became: Became
    if new is None:
        became = "orphan"
    elif sides.old[slice(*old)] != sides.new[slice(*new)]:
        became = "changed"
    else:
        became = "stays" if way.carried(old) == new else "moved"
    return Touched(mark, became, old, new)
