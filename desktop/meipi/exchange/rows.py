"""Rows of a structured source (HTML, Markdown) on their way to a text with blocks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from .draft import Block, BlockKind, Inline
from .inlines import settled

CJK = r"\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff“”‘’…—"
_ENDING = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_FLOWING = re.compile(
    rf"(?P<broken>(?<=[{CJK}])[ \t]*[\r\n\f][ \t\r\n\f]*(?=[{CJK}]))|[ \t\r\n\f]+|{_ENDING.pattern}"
)


class Row(NamedTuple):
    """One block to be, with what `draft.Block` says of it: its text is one line, its inlines count from
    the start of that, and the level of a heading is as the source has it (from 1)."""

    kind: BlockKind
    level: int
    text: str
    inlines: tuple[Inline, ...] = ()
    marker: str = ""
    target: str = ""


def flowed(text: str) -> str:
    """Running text as one line: white space collapses, and a line broken between two hanzi leaves none."""
    words = text.split(None, 1)
    if not words:
        return ""
    if len(words) == 1:  # as most Chinese is: the rule need not be asked
        return words[0]
    return _FLOWING.sub(_space, text).strip()


def flowed_with(text: str, inlines: Iterable[Inline]) -> tuple[str, tuple[Inline, ...]]:
    """`flowed`, and where inlines of the text are then; one that held only white space is gone."""
    inlines = tuple(inlines)
    if not inlines:
        return flowed(text), ()
    words = text.split(None, 1)
    if len(words) == 1:  # as most Chinese is: nothing moves but by what stands before it
        line = words[0]
        before = text.index(line)
        places = [(inline.start - before, inline.end - before) for inline in inlines]
    else:
        line, places = _moved(text, inlines)
    kept = []
    for inline, (start, end) in zip(inlines, places, strict=True):
        start, end = settled(line, max(start, 0), max(min(end, len(line)), 0))
        if start < end:
            kept.append(Inline(inline.kind, start, end, inline.target))
    return line, tuple(kept)


def _moved(text: str, inlines: Iterable[Inline]) -> tuple[str, list[tuple[int, int]]]:
    """`flowed`, and where inlines begin and end then."""
    collapsed = _FLOWING.sub(_space, text)
    line = collapsed.strip()
    starts, ends, lost = [], [], [len(collapsed) - len(collapsed.lstrip())]
    for found in _FLOWING.finditer(text):
        starts.append(found.start())
        ends.append(found.end())
        lost.append(lost[-1] + len(found[0]) - len(_space(found)))

    def moved(offset: int) -> int:
        before = bisect_right(ends, offset)
        if before < len(starts):
            offset = min(offset, starts[before])  # within white space its start is as good
        return min(max(offset - lost[before], 0), len(line))

    return line, [(moved(inline.start), moved(inline.end)) for inline in inlines]


def code_rows(text: str) -> list[Row]:
    """The lines of a piece of code, each as it stands, without blank lines around them."""
    return [Row("code", 0, line.rstrip()) for line in _ENDING.split(text.strip("\r\n"))]


def assembled(rows: Iterable[Row]) -> tuple[str, tuple[Block, ...], tuple[Inline, ...]]:
    """The text, one row a line, its blocks and its inlines.

    An empty row is a blank line and makes no block. All headings stand beneath the title: h1 counts as h2.
    """
    lines: list[str] = []
    blocks: list[Block] = []
    inlines: list[Inline] = []
    offset = 0
    for kind, level, text, row_inlines, marker, target in rows:
        if text and not text.isspace():
            shown_level = min(max(level, 2), 6) if kind == "heading" else level
            # As Block(…) in half the time, which tells in a book of ten thousand paragraphs.
            block = tuple.__new__(Block, (kind, offset, offset + len(text), shown_level, marker, target))
            blocks.append(block)
        for inline_kind, start, end, inline_target in row_inlines:
            inlines.append(Inline(inline_kind, offset + start, offset + end, inline_target))
        lines.append(text)
        offset += len(text) + 1
    return "\n".join(lines), tuple(blocks), tuple(inlines)


def _space(found: re.Match[str]) -> str:
    return "" if found["broken"] is not None else " "
