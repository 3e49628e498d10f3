"""Lines of printed pages, joined to paragraphs again; page numbers and running heads go.

The rules are our own. A paragraph begins where a line is indented, where the one before ends clearly before
the margin, or behind a wider gap; type that is larger than that of the text is a heading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from .radicals import plain_hanzi
from .rows import CJK, Row

_SPACES = re.compile(rf"(?<=[{CJK}])[ \t\u3000]+(?=[{CJK}])")
_DIVIDED = re.compile("[A-Za-z]-$")
_FULL_WIDTH = re.compile(rf"[{CJK}]")
_PAGE_NUMBER = re.compile(
    r"[\s\-–—·•.第/|]*(?:page\s*)?(?P<number>\d{1,4})\s*(?:[頁页]|[/／]\s*\d{1,4}|of\s+\d{1,4})?[\s\-–—·•.|]*",
    re.IGNORECASE,
)
_NUMBER_LENGTH = 40
_DIGITS = re.compile(r"[\d〇一二三四五六七八九十百]+")
_FINAL = "。！？!?…”’」』：:；;）)】"
_EDGE_LINES = 2
"""Lines at the top and at the bottom of a page that may be a running head or foot."""
_OFTEN = 3
_HEADING_LENGTH = 60
_LARGER, _SAME = 1.15, 1.06
"""How much larger than the text the type of a heading is, and how unlike sizes of one block may be."""
_LEVELS = 3


class Line(NamedTuple):
    """A line of text; x and y of its beginning and the size of its type in points, y upwards."""

    text: str
    x: float
    y: float
    size: float

    @property
    def length(self) -> float:
        """About how long it is, in points: a hanzi is as wide as the type is large, a letter half."""
        wide = len(_FULL_WIDTH.findall(self.text))
        return (wide + (len(self.text) - wide) / 2) * self.size

    @property
    def end(self) -> float:
        return self.x + self.length


class _Measure(NamedTuple):
    """What the text of all pages is set in: size of type, margins, and from line to line, in points."""

    size: float
    left: float
    right: float
    leading: float


def lines_of_pieces(pieces: Iterable[Line]) -> list[Line]:
    """Pieces of text in the order in which they are written, those that go on in one line put together."""
    lines: list[Line] = []
    end = last = 0.0
    for piece in pieces:
        before = lines[-1] if lines else None
        if (
            before is not None
            and abs(piece.y - before.y) < 0.4 * max(piece.size, before.size)
            and piece.x >= last
            and "\n" not in before.text
        ):
            letters = before.text[-1:].isascii() and piece.text[:1].isascii()
            is_apart = piece.x - end > (0.2 if letters else 0.7) * piece.size
            text = before.text + (" " if is_apart else "") + piece.text
            size = before.size if len(before.text) >= len(piece.text) else piece.size
            lines[-1] = Line(text, before.x, before.y, size)
        else:
            lines.append(piece)
        last, end = piece.x, piece.end
    return [
        Line(part, line.x, line.y - number * line.size, line.size)
        for line in lines
        for number, part in enumerate(map(str.strip, line.text.split("\n")))
        if part
    ]


def rows_of_pages(pages: Sequence[Sequence[Line]], title: str = "") -> list[Row]:
    """The paragraphs and headings of pages; a heading that is called like `title`, or the largest type if it
    stands first, is the title."""
    pages = _without_edges(pages)
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    body = _size(lines)
    groups: list[list[Line]] = []
    for page in pages:
        measure = _measure(page, lines, body)
        for number, line in enumerate(page):
            before = page[number - 1] if number else groups[-1][-1] if groups else None
            if before is None or _begins(before, line, measure, on_one_page=number > 0):
                groups.append([line])
            else:
                groups[-1].append(line)
    return _titled(list(_rows(groups, body)), title)


def _rows(groups: Iterable[Sequence[Line]], body: float) -> list[Row]:
    groups = list(groups)
    sizes = sorted({round(group[0].size) for group in groups if _is_heading(group, body)}, reverse=True)
    rows = []
    for group in groups:
        text = _joined([line.text for line in group])
        if _is_heading(group, body):
            level = 2 + min(sizes.index(round(group[0].size)), _LEVELS - 1)
            rows.append(Row("heading", level, text))
        elif text:
            rows.append(Row("paragraph", 0, text))
    return rows


def _is_heading(group: Sequence[Line], body: float) -> bool:
    return group[0].size > body * _LARGER and sum(len(line.text) for line in group) <= _HEADING_LENGTH


def _titled(rows: list[Row], title: str) -> list[Row]:
    bare = "".join(title.split())
    for number, row in enumerate(rows[:3]):
        is_first = number == 0 and row.kind == "heading" and row.level == 2
        if "".join(row.text.split()) == bare or (is_first and _is_alone(rows)):
            return [*rows[:number], row._replace(kind="title", level=1), *rows[number + 1 :]]
    return rows


def _is_alone(rows: Sequence[Row]) -> bool:
    return sum(row.kind == "heading" and row.level == 2 for row in rows) == 1


def _size(lines: Iterable[Line]) -> float:
    """The size of type that most of the text is set in."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0) or 1.0


def _measure(page: Sequence[Line], lines: Sequence[Line], size: float) -> _Measure:
    """The measure of a page, or of all where the page has too few lines to tell."""
    of_text = [line for line in page if abs(line.size - size) < size * (_LARGER - 1)]
    if len(of_text) < 4:
        of_text = [line for line in lines if abs(line.size - size) < size * (_LARGER - 1)] or list(lines)
    starts = Counter(round(line.x) for line in of_text)
    often = max(starts.values())
    left = min(x for x, count in starts.items() if count * 3 >= often)
    ends = sorted(line.end for line in of_text)
    gaps = [first.y - second.y for first, second in pairwise(of_text) if 0 < first.y - second.y < size * 4]
    return _Measure(size, left, ends[int(len(ends) * 0.9)], median(gaps) if gaps else size * 1.5)


def _begins(before: Line, line: Line, measure: _Measure, *, on_one_page: bool) -> bool:
    """Whether a line begins a paragraph."""
    em = measure.size
    if max(before.size, line.size) > _SAME * min(before.size, line.size):
        return True
    if line.size > em * _LARGER:  # a heading in several lines
        return not on_one_page or before.y - line.y > line.size * 2
    if on_one_page and before.y - line.y > measure.leading * 1.5:
        return True
    slack = 2.2 if _FULL_WIDTH.match(line.text) and _FULL_WIDTH.match(before.text[-1]) else 7
    is_short = before.end < measure.right - slack * em
    indent = line.x - measure.left
    if indent > 0.8 * em:
        as_before = abs(line.x - before.x) < 0.3 * em
        return is_short or not as_before or before.text[-1] in _FINAL
    return is_short


def _joined(texts: Sequence[str]) -> str:
    """Lines as one: nothing between hanzi, a space between words; spaces between hanzi go."""
    joined = texts[0] if texts else ""
    for text in texts[1:]:
        if (
            joined.endswith("-")
            and joined[-2:-1].isascii()
            and joined[-2:-1].isalpha()
            and text[:1].islower()
        ):
            joined = joined[:-1] + text
        elif joined[-1:].isascii() and text[:1].isascii():
            joined += " " + text
        else:
            joined += text
    return _SPACES.sub("", " ".join(plain_hanzi(joined).replace("\u3000", " ").split()))


class _Edge(NamedTuple):
    """A line at the top or the bottom of a page: its number there, and whether it stands apart from the text,
    by a gap or by the size of its type."""

    side: str
    place: int
    is_apart: bool
    likeness: str
    offset: int | None


def _without_edges(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without page numbers and without what stands apart at the top or bottom of many."""
    body = _size(line for page in pages for line in page)
    edges = [_edges(page, number, body) for number, page in enumerate(pages)]
    counts: Counter[tuple[str, str]] = Counter()
    offsets: Counter[int] = Counter()
    for here in edges:
        counts.update({(edge.side, edge.likeness) for edge in here if edge.is_apart})
        offsets.update({edge.offset for edge in here if edge.offset is not None})
    usual = {offset for offset, count in offsets.items() if count * 2 >= len(pages)}
    often = min(_OFTEN, len(pages)) if len(pages) > 1 else 2
    kept = []
    for page, here in zip(pages, edges, strict=True):
        gone = {
            edge.place
            for edge in here
            if edge.offset in usual or (edge.is_apart and counts[edge.side, edge.likeness] >= often)
        }
        kept.append([line for place, line in enumerate(page) if place not in gone])
    return kept


def _edges(page: Sequence[Line], number: int, body: float) -> list[_Edge]:
    order = sorted(range(len(page)), key=lambda place: -page[place].y)
    gaps = [page[upper].y - page[lower].y for upper, lower in pairwise(order)]
    usual = median([gap for gap in gaps if gap > 0] or [body])
    found = []
    for rank, place in enumerate(order):
        from_end = len(order) - 1 - rank
        if rank < _EDGE_LINES or from_end < _EDGE_LINES:
            line = page[place]
            is_top = rank <= from_end
            inner = rank if is_top else rank - 1
            gap = gaps[inner] if 0 <= inner < len(gaps) else 0
            is_apart = gap > 1.4 * usual or not 1 / _SAME < line.size / body < _SAME
            side = "top" if is_top else "bottom"
            found.append(_Edge(side, place, is_apart, _likeness(line.text), _offset(line.text, number)))
    return found


def _likeness(text: str) -> str:
    return _DIGITS.sub("#", "".join(text.split()))


def _offset(text: str, page: int) -> int | None:
    """By how much a number that stands alone is above that of the page; None if none stands alone."""
    found = _PAGE_NUMBER.fullmatch(text) if len(text) <= _NUMBER_LENGTH else None
    return int(found["number"]) - page if found else None
