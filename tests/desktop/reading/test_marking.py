"""Marks that lie on the same words, drawn as text: one row a level, the ground first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meipi.language.span import Span
from meipi.reading.marking import Painted, mark_at, strokes

EVERYTHING = Span(0, 10**6)


def drawn_as(*rows: str) -> list[Painted]:
    """Marks drawn as text, the first made first: `#` where one lies, `_` where it is an underline."""
    marks = []
    for number, row in enumerate(rows):
        inked = row.strip()
        start = len(row) - len(row.lstrip())
        marks.append(Painted(number, Span(start, start + len(inked)), "zhu", inked[0] == "_"))
    return marks


def levels(marks: list[Painted], within: Span = EVERYTHING) -> list[str]:
    """What is painted, a row a level: the number of the mark whose stroke it is."""
    found = strokes(marks, within)
    rows: list[str] = []
    for level in range(max((stroke.level for stroke in found), default=-1) + 1):
        row = [" "] * max(stroke.span.end for stroke in found)
        for stroke in found:
            if stroke.level == level:
                for place in range(*stroke.span):
                    assert row[place] == " ", "two strokes on one place"
                    row[place] = str(stroke.mark.mark_id)
        rows.append("".join(row).rstrip())
    return rows


CASES = {
    "one": (["  ###"], ["  000"]),
    "overlapping": (["#####", "   #####"], ["00000111", "   11"]),
    "the later one before": (["   #####", "#####"], ["11100000", "   11"]),
    "nested": (["########", "  ###"], ["00000000", "  111"]),
    "nested, made first": (["  ###", "########"], ["11000111", "  111"]),
    "the same words": (["####", "####"], ["0000", "1111"]),
    "touching": (["###", "   ###"], ["000111"]),
    "apart": (["##", "    ##"], ["00  11"]),
    "underline": (["____"], ["", "0000"]),
    "underline on a ground": (["######", "  ____"], ["000000", "  1111"]),
    "ground on an underline": (["____", "  ####"], ["  1111", "0000"]),
    "underlines that cross": (["____", "  ____"], ["", "000011", "  11"]),
    "three": (["######", " ####", "  ##"], ["000000", " 1111", "  22"]),
    "three in a chain": (["####", "  ####", "    ####"], ["00001122", "  1122"]),
}


@pytest.mark.parametrize(("rows", "expected"), CASES.values(), ids=CASES)
def test_levels(rows: list[str], expected: list[str]) -> None:
    assert levels(drawn_as(*rows)) == expected


def test_order_of_marks_is_that_of_making() -> None:
    marks = drawn_as("#####", "   #####")
    assert levels(marks[::-1]) == levels(marks)


def test_only_what_is_in_view_is_painted() -> None:
    marks = drawn_as("####", "     ####")
    assert {stroke.mark.mark_id for stroke in strokes(marks, Span(4, 5))} == set()
    assert {stroke.mark.mark_id for stroke in strokes(marks, Span(3, 5))} == {0}
    assert {stroke.mark.mark_id for stroke in strokes(marks, Span(8, 20))} == {1}


def test_a_stroke_is_whole_where_nothing_else_begins() -> None:
    marks = drawn_as("##########", "  ##", "      ##")
    ground = [stroke.span for stroke in strokes(marks, EVERYTHING) if stroke.level == 0]
    assert ground == [Span(0, 10)]


spans = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
many = st.lists(st.tuples(spans, st.booleans()), max_size=7)


@given(many)
def test_every_mark_is_visible_on_all_its_words(drawn: list[tuple[Span, bool]]) -> None:
    marks = [Painted(number, span, "zhu", line) for number, (span, line) in enumerate(drawn)]
    taken: set[tuple[int, int]] = set()
    for mark in marks:
        mine = [stroke for stroke in strokes(marks, EVERYTHING) if stroke.mark == mark]
        places = [place for stroke in mine for place in range(*stroke.span)]
        assert sorted(places) == list(range(*mark.span))
        assert not mark.underline or all(stroke.level > 0 for stroke in mine)
        here = {(place, stroke.level) for stroke in mine for place in range(*stroke.span)}
        assert not here & taken
        taken |= here
    for mark in marks:
        if not mark.underline:
            for place in range(*mark.span):
                assert (place, 0) in taken


def test_mark_at_is_the_shortest() -> None:
    marks = drawn_as("##########", "  ###", "   #####", "            ##")
    ids = [found.mark_id if (found := mark_at(marks, offset)) else None for offset in range(15)]
    assert ids == [0, 0, 1, 1, 1, 2, 2, 2, 0, 0, None, None, 3, 3, None]
    assert mark_at([], 0) is None


def test_mark_at_of_equal_ones_is_the_first_made() -> None:
    found = mark_at(drawn_as("###", "###"), 1)
    assert found is not None
    assert found.mark_id == 0
