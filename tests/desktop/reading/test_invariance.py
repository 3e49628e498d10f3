"""Marks stay on the same words of the source however the article is shown, and showing writes nothing."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from desktop.reading.desk import PHONETICS, SCRIPTS, Desk, Make, sample
from meipi.language.span import Span
from meipi.reading import characters
from meipi.workspace import COLOURS, Library

MARKS = 1_000

ODD = (
    "\n\n鼠标和内存都在U盘里，𠮷野家的葛\U000e0100餅 cafe\u0301 24小时😀don’t。\r\n"
    "\u3000\u3000软件和硬盘、打印机、程序员。\n"
)


def rows(path: Path) -> str:
    """Every row of every table of a library, and its schema."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        dump = "\n".join(database.iterdump())
    database.close()
    return dump


@pytest.fixture
def marked(desk_with: Make, library: Library) -> Desk:
    """An article that has a bit of everything, with marks of all lengths all over it."""
    drafts = [sample("the-far-bank.txt"), sample("taipei-rain-app.txt")]
    desk = desk_with(drafts[0].text + ODD * 6 + drafts[1].text)
    article = desk.workspace.article
    assert article is not None
    chance = random.Random(20261124)
    with library.transaction():
        for _ in range(MARKS):
            start = chance.randrange(article.length)
            end = min(article.length, start + 1 + int(chance.expovariate(1 / 12)))
            style = chance.choice(("ground", "underline"))
            library.add_mark(article.id, (start, end), colour=chance.choice(COLOURS).id, style=style)
    desk.workspace.open_article(None)
    desk.workspace.open_article(article.id)
    assert len(desk.workspace.marks) == MARKS
    return desk


def whole_units(desk: Desk, span: Span) -> Span:
    """The span with the phrases it cuts, where conversion changed their length."""
    assert desk.page.sheet is not None
    for piece in desk.page.sheet.shown.conversion.uneven:
        if piece.source.start < span.start < piece.source.end:
            span = Span(piece.source.start, span.end)
        if piece.source.start < span.end < piece.source.end:
            span = Span(span.start, piece.source.end)
    return span


def painted(desk: Desk) -> dict[int, set[int]]:
    """For each mark, the code points of the source whose cells lie in what is painted for it."""
    page = desk.page
    assert page.sheet is not None
    sheet, layout = page.sheet, page.sheet.typeset.layout
    found: dict[int, set[int]] = {mark.mark_id: set() for mark in page.scene.marks}
    for line in range(len(layout)):
        start = int(layout.line_start[line])
        places, widths = layout.cells(line)
        visible = np.flatnonzero(widths > 0)
        middles = places[visible] + widths[visible] / 2
        units = [sheet.shown.unit_at(start + int(index)) for index in visible]
        for mark in page.scene.marks:
            if mark.span.start >= layout.line_end[line] or mark.span.end <= start:
                continue
            for part in layout.segments(mark.span, (line,)):
                first, last = np.searchsorted(middles, (part.left, part.right))
                for unit in units[first:last]:
                    found[mark.mark_id].update(range(*unit))
    return found


FORMS = [
    (phonetics, vertical, grouping)
    for phonetics in PHONETICS
    for vertical in (False, True)
    for grouping in (("syllable", "word") if phonetics == "pinyin" else ("syllable",))
]
"""All ways in which readings and directions go together."""


def test_marks_stay_and_nothing_is_written(marked: Desk, library: Library) -> None:
    page, before = marked.page, rows(library.path)
    assert before.count("INSERT INTO") > MARKS
    texts: set[str] = set()
    turned = 0
    for script in SCRIPTS:
        # All of them in two scripts, one of which changes the length of phrases; a few in the others.
        for phonetics, vertical, grouping in FORMS if script in ("source", "twp") else FORMS[turned % 3 :: 4]:
            marked.show(script, phonetics)
            marked.viewing.set("vertical", vertical)
            marked.viewing.set("grouping", grouping)
            page.bar.setValue(turned * 331 % (page.bar.maximum() + 1))
            turned += 1
            assert page.sheet is not None
            texts.add(page.sheet.shown.text)
            assert_marks_stay(marked)
    assert len(texts) == len(SCRIPTS)
    page.viewing.set_size(28)
    page.resize(700, 500)
    page.grab()
    assert rows(library.path) == before
    assert page.sheet is not None
    assert page.sheet.text == marked.text


def assert_marks_stay(marked: Desk) -> None:
    """Each mark goes back to its own words, and is painted over them and nothing else."""
    page = marked.page
    sheet = page.sheet
    assert sheet is not None
    spans = {mark.mark_id: mark.span for mark in page.scene.marks}
    covered = painted(marked)
    for mark in marked.workspace.marks:
        wanted = whole_units(marked, Span(*mark.span))
        assert sheet.shown.to_source(spans[mark.id]) == wanted
        seen = {place for place in range(*wanted) if not marked.text[place].isspace()}
        bare = {place for place in covered[mark.id] if not marked.text[place].isspace()}
        # Of a base and its marks the whole is painted, and of two digits in one square.
        zero = sheet.shown.analysis.classes == characters.ZERO
        assert bare >= {place for place in seen if not zero[sheet.to_shown(place)]}
        assert bare <= {place for unit in seen for place in range(*sheet.shown.unit_at(sheet.to_shown(unit)))}


def test_the_dump_sees_a_change(marked: Desk, library: Library) -> None:
    before = rows(library.path)
    marked.workspace.marking.recolour(marked.workspace.marks[-1].id, "tian", "ground")
    marked.workspace.marking.recolour(marked.workspace.marks[-1].id, "zhu", "ground")
    assert rows(library.path) != before
