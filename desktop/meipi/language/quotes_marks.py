"""Quotation marks: which of them open, which close, and what stands between them.

Marks are set carelessly: straight ones do not tell which way they face, curly ones face the wrong way, some
are forgotten, and an apostrophe looks like one of them. Of all ways to pair the marks of a paragraph the one
is taken that needs the least to be wrong, which `_Pairing` counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from meipi.language.span import Span


class Marked(NamedTuple):
    """What stands in quotation marks, outermost."""

    span: Span
    """With the marks; where none closes, to the end of the paragraph or to what comes before the next one."""
    inner: Span
    closed: bool
    goes_on: bool
    """Whether the next paragraph opens again, as a quotation of several paragraphs does."""


class _Mark(NamedTuple):
    offset: int
    family: str
    opening: float
    """What it costs to take it for an opening mark."""
    closing: float
    passing: float
    """And for none."""


# Marks of a family belong together, however they face.
_FAMILIES = {
    "double": ("“„‟〝", "”〞〟", '"＂'),
    "single": ("‘‛", "’", "'＇"),
    "corner": ("「｢﹁", "」｣﹂", ""),
    "white corner": ("『﹃", "』﹄", ""),
}
_FACING = {
    mark: (family, way)
    for family, ways in _FAMILIES.items()
    for way, marks in zip(("open", "close", "either"), ways, strict=True)
    for mark in marks
}
MARKS = "".join(_FACING)
_MARK = re.compile(f"[{re.escape(MARKS)}]")
_BREAK = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")

# A paragraph with marks inside marks inside marks is not followed further down, nor are many ways kept.
_DEPTH, _WAYS = 4, 12
# What is wrong, in the same measure for all: a mark that faces the wrong way, one too many, one too few, one
# within a quotation with the same marks.
_WRONG_WAY, _TOO_MANY, _TOO_FEW, _WITHIN_ITS_LIKE = 2.5, 3.0, 4.0, 3.0
_AGAIN = 0.3
_MIXED = {"double", "corner"}
_STOPS = frozenset("。！？…；，、：,.!?;:）)》】〕~～—")
_ENDS = re.compile("[。！？…!?]+")


def has(text: str) -> bool:
    """Whether there is any quotation mark in a text."""
    return _MARK.search(text) is not None


def paragraphs(text: str) -> Iterator[Span]:
    """The paragraphs of a text in order, without the line ends; those without anything in them left out."""
    start = 0
    for found in _BREAK.finditer(text):
        if found.start() > start:
            yield Span(start, found.start())
        start = found.end()
    if start < len(text):
        yield Span(start, len(text))


def marked(text: str) -> Iterator[tuple[Span, list[Marked]]]:
    """What stands in quotation marks, for each of the `paragraphs` of the text that is not blank."""
    spans = [span for span in paragraphs(text) if text[span.start : span.end].strip()]
    opened = [_opens(text, span) for span in spans]
    for index, span in enumerate(spans):
        marks = [_mark(text, place.start(), span) for place in _MARK.finditer(text, span.start, span.end)]
        following = opened[index + 1] if index + 1 < len(spans) else ""
        yield span, list(_outermost(text, span, marks, following))


def _opens(text: str, span: Span) -> str:
    """The family of the mark that a paragraph begins with; "" if with none."""
    lead = text[span.start : span.end].lstrip()[:1]
    family, way = _FACING.get(lead, ("", ""))
    return family if way != "close" else ""


def _mark(text: str, offset: int, paragraph: Span) -> _Mark:
    """A mark with what it costs to take it for this or that, by how it faces and what stands beside it."""
    family, way = _FACING[text[offset]]
    before = text[offset - 1] if offset > paragraph.start else "\n"
    after = text[offset + 1] if offset + 1 < paragraph.end else "\n"
    if family == "single" and way != "open" and _latin(before) and _latin(after):
        return _Mark(offset, family, 9, 9, 0)  # it's
    opens = 0.2 + (_letter(before) and 0.5) + ((after in _STOPS or after.isspace()) and 2)
    closes = 0.2 + (_letter(after) and 0.5) + ((before in "：（《\n" or before.isspace()) and 2)
    passes = _TOO_MANY
    if before in "：:\n" and not after.isspace():
        passes += 2
    if way == "either" and before.isdigit():
        passes = 1  # 5'10", 27"
    elif family == "single" and way != "open" and _latin(before):
        passes = 1  # the readers' own
    if way == "open":
        return _Mark(offset, family, 0, _WRONG_WAY + closes, passes * 2)
    if way == "close":
        return _Mark(offset, family, _WRONG_WAY + opens, 0, passes)
    return _Mark(offset, family, opens, closes, passes)


def _latin(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _letter(character: str) -> bool:
    return character.isalnum()


class _Open(NamedTuple):
    """A mark that stands open, and those around it."""

    family: str
    start: int
    around: _Open | None
    depth: int


class _Way(NamedTuple):
    """One way to take the marks so far: what it cost, what stands open, and the outermost spans behind it."""

    cost: float
    open: _Open | None
    behind: _Found | None


class _Found(NamedTuple):
    start: int
    end: int
    """Where the closing mark is, or where it was given up."""
    closed: bool
    behind: _Found | None


def _outermost(text: str, paragraph: Span, marks: list[_Mark], following: str) -> Iterator[Marked]:
    ways = [_Way(0, None, None)]
    for mark in marks:
        best: dict[tuple[str, ...], _Way] = {}
        for way in ways:
            for new in _steps(way, mark):
                key = _key(new.open)
                if key not in best or new.cost < best[key].cost:
                    best[key] = new
        ways = sorted(best.values(), key=lambda way: way.cost)[:_WAYS]
    last = min(ways, key=lambda way: way.cost + _left_open(way.open, following))
    chain = last.behind
    outer = last.open
    while outer is not None and outer.around is not None:
        outer = outer.around
    if outer is not None:
        chain = _Found(outer.start, paragraph.end, False, chain)
    spans: list[_Found] = []
    while chain is not None:
        spans.append(chain)
        chain = chain.behind
    for start, end, closed, _ in reversed(spans):
        if closed:
            yield Marked(Span(start, end + 1), Span(start + 1, end), True, False)
        else:
            goes_on = outer is not None and start == outer.start and outer.family == following
            stop = end if goes_on else _given_up(text, start, end, paragraph)
            yield Marked(Span(start, stop), Span(start + 1, stop), False, goes_on)


def _given_up(text: str, start: int, end: int, paragraph: Span) -> int:
    """Where a quotation that nothing closes is taken to end: with its last whole sentence before the next."""
    if end == paragraph.end:
        return start + len(text[start:end].rstrip())
    stops = [found.end() for found in _ENDS.finditer(text, start + 1, end)]
    return stops[-1] if stops else end


def _key(open_: _Open | None) -> tuple[str, ...]:
    families: list[str] = []
    while open_ is not None:
        families.append(open_.family)
        open_ = open_.around
    return tuple(families)


def _left_open(open_: _Open | None, following: str) -> float:
    cost = 0.0
    while open_ is not None:
        cost += _AGAIN if open_.around is None and open_.family == following else _TOO_FEW
        open_ = open_.around
    return cost


def _steps(way: _Way, mark: _Mark) -> Iterator[_Way]:
    """Every way to go on with a mark."""
    cost, open_, behind = way
    yield _Way(cost + mark.passing, open_, behind)
    if open_ is None or open_.depth < _DEPTH:
        like = open_ is not None and open_.family == mark.family
        price = cost + mark.opening + (_WITHIN_ITS_LIKE if like else 0)
        depth = open_.depth + 1 if open_ else 1
        yield _Way(price, _Open(mark.family, mark.offset, open_, depth), behind)
    if open_ is not None and open_.around is None:
        # Nothing closed it, and here the next one opens.
        given_up = _Found(open_.start, mark.offset, False, behind)
        price = cost + mark.opening + _TOO_FEW
        yield _Way(price, _Open(mark.family, mark.offset, None, 1), given_up)
    price = cost + mark.closing
    while open_ is not None:
        if open_.family == mark.family:
            around = open_.around
            closed = behind if around else _Found(open_.start, mark.offset, True, behind)
            yield _Way(price, around, closed)
            break
        if {open_.family, mark.family} == _MIXED:
            around = open_.around
            closed = behind if around else _Found(open_.start, mark.offset, True, behind)
            yield _Way(price + _WRONG_WAY, around, closed)
        open_, price = open_.around, price + _TOO_MANY
