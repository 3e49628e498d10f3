"""Notes at the head of the page: where they stand, what folds them, and writing them there."""

from __future__ import annotations

import sqlite3
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.reading.desk import Desk, Make
from meipi.exchange.addresses import address
from meipi.language.span import Span
from meipi.reading.head_notes import HEAD_MARGIN, HeadNotes, packed
from meipi.reading.margin_editor import MarginEditor
from meipi.workspace import Library, Mark

Key, Keys = Qt.Key, Qt.KeyboardModifier
FURTHEST = 120

# -- packing ----------------------------------------------------------------------------------------

WANTED = st.lists(st.tuples(st.integers(-50, 2_000), st.integers(1, 120)), max_size=40).map(sorted)


@given(WANTED, st.integers(0, 20), st.integers(0, 300))
def test_nothing_is_packed_over_anything(wanted: list[tuple[int, int]], gap: int, furthest: int) -> None:
    places = packed(wanted, gap, furthest)
    assert len(places) == len(wanted)
    free: int | None = None
    for place, (start, size) in zip(places, wanted, strict=True):
        nearest = start if free is None else max(start, free)
        if place is None:
            assert nearest - start > furthest
            continue
        # Never before the place it wants, and never further on than it must be.
        assert place == nearest
        assert 0 <= place - start <= furthest
        free = place + size + gap


def test_a_table_of_packings() -> None:
    assert packed([], 8, 120) == []
    assert packed([(10, 20), (50, 20)], 8, 120) == [10, 50]
    assert packed([(10, 20), (20, 20), (90, 20)], 8, 120) == [10, 38, 90]
    assert packed([(0, 100), (0, 20), (10, 20)], 8, 100) == [0, None, 108]
    assert packed([(-30, 20), (-30, 20)], 0, 20) == [-30, -10]


# -- on the page ------------------------------------------------------------------------------------


def noted(desk: Desk, text: str, note: str) -> Mark:
    mark = desk.workspace.marking.highlight(desk.span(text), "tian")
    assert mark is not None
    desk.workspace.marking.write_note(mark.id, note)
    return desk.workspace.mark(mark.id)


@pytest.fixture(params=[False, True], ids=["lines", "columns"])
def wide(desk: Desk, request: pytest.FixtureRequest) -> Desk:
    """对岸 in lines or columns, with room for notes."""
    desk.page.resize(1250, 760)
    desk.viewing.set("measure", 30)
    desk.viewing.set("vertical", request.param)
    QApplication.processEvents()
    return desk


def notes(desk: Desk) -> dict[int, QRect]:
    """By mark, where its note lies in the viewport, as the mouse finds it."""
    page, found = desk.page, dict[int, QRect]()
    assert page.margin.note_at(page.origin + QPoint(20, 20)) is None
    left, width, height = page.left + page.measure, page.viewport().width(), page.viewport().height()
    across, down = ((0, width), (0, page.head)) if page.vertical else ((left, width), (0, height))
    for x in range(*across, 6):
        for y in range(*down, 8):
            mark_id = page.margin.note_at(QPoint(x, y))
            if mark_id is not None:
                here = QRect(x, y, 1, 1)
                found[mark_id] = found[mark_id].united(here) if mark_id in found else here
    return found


def line_middle(desk: Desk, mark: Mark) -> int:
    box = desk.page.boxes(Span(mark.end - 1, mark.end))[0]
    return box.center().x() if desk.page.vertical else box.center().y()


def check(desk: Desk) -> dict[int, QRect]:
    """No note lies over another, over a ring, over the text, or beyond the page."""
    page, found = desk.page, notes(desk)
    for one, other in combinations(found.values(), 2):
        assert not one.intersects(other)
    rings = [
        box.translated(QPointF(page.origin)).toRect()
        for _, box in page.page_painter().rings(page.lines_in_view())
    ]
    for box in found.values():
        assert not any(ring.adjusted(1, 1, -1, -1).intersects(box) for ring in rings)
        if page.vertical:
            assert 0 <= box.top() < box.bottom() < page.origin.y()
        else:
            assert page.left + page.measure < box.left() < box.right() <= page.viewport().width()
    return found


def test_a_note_stands_beside_its_line(wide: Desk) -> None:
    one = noted(wide, "家在长江南岸", "母親河")
    two = noted(wide, "父亲在银行做出纳", "櫃台裡的人")
    found = check(wide)
    assert found.keys() == {one.id, two.id}
    for mark in (one, two):
        box = found[mark.id]
        middle = box.center().x() if wide.page.vertical else box.center().y()
        assert middle == pytest.approx(line_middle(wide, mark), abs=6)


def test_neighbours_move_on_and_keep_their_order(wide: Desk) -> None:
    marks = [
        noted(wide, text, "這一條說得長，要占兩三行才放得下")
        for text in ("重庆的江边", "推开窗", "再看见对岸", "电影院", "铺子")
    ]
    found = check(wide)
    assert len(found) >= 3
    shown = [mark for mark in marks if mark.id in found]
    places = [found[mark.id].right() if wide.page.vertical else -found[mark.id].top() for mark in shown]
    assert places == sorted(places, reverse=True)
    for mark in shown:
        box, middle = found[mark.id], line_middle(wide, mark)
        edge = middle - box.right() if wide.page.vertical else box.top() - middle
        assert edge <= FURTHEST


def link_places(desk: Desk, address: str) -> list[QPoint]:
    """Where in the viewport the mouse finds a link in a note."""
    view = desk.page.viewport()
    points = (QPoint(x, y) for x in range(0, view.width(), 4) for y in range(0, view.height(), 4))
    found = ((point, desk.page.margin.link_at(point)) for point in points)
    return [point for point, run in found if run is not None and run.link == address]


def test_a_link_in_a_note_is_opened_by_a_click_on_it_alone(wide: Desk) -> None:
    opened: list[str] = []
    wide.page.note_link_opened.connect(opened.append)
    mark = noted(wide, "家在长江南岸", "看[母親河](https://example.org)吧")
    box = check(wide)[mark.id]
    places = link_places(wide, "https://example.org")
    assert places
    assert all(box.adjusted(-8, -8, 8, 8).contains(place) for place in places)
    middle = places[len(places) // 2]
    QTest.mouseClick(wide.page.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert opened == ["https://example.org"]
    assert not wide.page.findChildren(MarginEditor)
    beside = next(
        QPoint(x, y)
        for x in range(box.left(), box.right())
        for y in range(box.top(), box.bottom())
        if wide.page.margin.note_at(QPoint(x, y)) and not wide.page.margin.link_at(QPoint(x, y))
    )
    QTest.mouseClick(wide.page.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert len(opened) == 1
    assert wide.page.findChildren(MarginEditor)


def test_a_link_to_a_deleted_mark_is_struck_out_in_the_margin(wide: Desk) -> None:
    article, other = wide.workspace.article, noted(wide, "父亲在银行做出纳", "")
    assert article is not None
    to = address(article.uid, other.id, other.uid)
    noted(wide, "家在长江南岸", f"[看這裡]({to})")
    run = wide.page.margin.link_at(link_places(wide, to)[0])
    assert run is not None
    assert not run.gone
    wide.workspace.marking.delete_mark(other.id)
    QApplication.processEvents()
    run = wide.page.margin.link_at(link_places(wide, to)[0])
    assert run is not None
    assert run.gone


def test_a_note_in_the_margin_is_written_with_lists_and_links(wide: Desk) -> None:
    mark, other = noted(wide, "家在长江南岸", "水"), noted(wide, "父亲在银行做出纳", "")
    wide.page.margin.edit(mark.id)
    (editor,) = wide.page.findChildren(MarginEditor)
    QTest.keyClick(editor, Key.Key_A, Keys.ControlModifier)
    QTest.keyClicks(editor, "- one")
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClicks(editor, "[[fuqin")
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClick(editor, Key.Key_Return, Keys.ControlModifier)
    article = wide.workspace.article
    assert article is not None
    to = address(article.uid, other.id, other.uid)
    assert wide.workspace.mark(mark.id).note == f"- one\n- [父亲在银行做出纳]({to})"


def test_html_in_a_note_is_text_in_the_margin(wide: Desk) -> None:
    made = HeadNotes("TC", wide.page.vertical, 300)
    mark = noted(wide, "家在长江南岸", "")
    notes_of = {mark.id: "<img src='file:///etc/passwd'>水"}
    made.place(notes_of, wide.page.page_painter(), lambda _note: frozenset())
    text = "".join(line.text for line in made.placed[0].lines)
    assert text.startswith("<img")


def test_where_it_is_crowded_only_numbers_stay(wide: Desk) -> None:
    start = wide.offset("我是在重庆")
    for place in range(start, start + 40, 2):
        mark = wide.workspace.marking.highlight(Span(place, place + 1), "teng")
        assert mark is not None
        wide.workspace.marking.write_note(mark.id, "很長的一條，講很多事情，放不下這麼多")
    found = check(wide)
    assert 0 < len(found) < 20
    assert len(wide.page.scene.numbers) == 20
    rings = wide.page.page_painter().rings(wide.page.lines_in_view())
    assert len(rings) == 20


def test_a_narrow_page_has_only_numbers(wide: Desk) -> None:
    mark = noted(wide, "家在长江南岸", "母親河")
    assert notes(wide)
    wide.page.resize(*((1250, 3 * HEAD_MARGIN - 20) if wide.page.vertical else (860, 760)))
    QApplication.processEvents()
    assert not notes(wide)
    assert [mark_id for mark_id, _ in wide.page.page_painter().rings(wide.page.lines_in_view())] == [mark.id]


def test_without_head_notes_there_are_none(wide: Desk) -> None:
    noted(wide, "家在长江南岸", "母親河")
    head = wide.page.head
    wide.viewing.set("head_notes", False)
    wide.page.arrange()
    assert not notes(wide)
    assert not wide.page.vertical or wide.page.head < head


def test_the_first_note_makes_room_and_the_last_gives_it_back(wide: Desk) -> None:
    before = wide.page.measure
    mark = noted(wide, "家在长江南岸", "母親河")
    assert (wide.page.measure < before) == wide.page.vertical
    wide.workspace.marking.write_note(mark.id, "")
    assert wide.page.measure == before


def test_a_long_note_is_cut_off(wide: Desk) -> None:
    page = wide.page
    made = HeadNotes("TC", page.vertical, 300)
    mark = noted(wide, "家在长江南岸", "")
    assert page.sheet is not None
    made.place({mark.id: "**長**長的note " * 80, 99: "別處"}, page.page_painter(), lambda _note: frozenset())
    (placed,) = made.placed
    assert placed.lines[-1].text.endswith("…")
    assert "*" not in "".join(line.text for line in placed.lines)
    assert len(placed.lines) == (3 if page.vertical else 6)


def test_in_columns_a_line_a_hair_too_wide_folds_no_note(wide: Desk) -> None:
    wide.viewing.set("vertical", True)
    mark = wide.workspace.marking.highlight(wide.span("长江南岸"), "zhu")
    assert mark is not None
    wide.workspace.marking.write_note(
        mark.id, "The bridge opens in June. Which *figure* of passengers is this from?"
    )
    notes = wide.page.margin._notes
    assert notes is not None
    assert [placed.mark_id for placed in notes.placed] == [mark.id]


@pytest.mark.parametrize("phonetics", ["pinyin", "zhuyin"])
def test_notes_stand_beside_their_lines_with_readings(wide: Desk, phonetics: str) -> None:
    wide.viewing.set_phonetics(phonetics)
    mark = noted(wide, "家在长江南岸", "母親河")
    found = check(wide)
    box = found[mark.id]
    middle = box.center().x() if wide.page.vertical else box.center().y()
    assert middle == pytest.approx(line_middle(wide, mark), abs=6)


# -- writing in place -------------------------------------------------------------------------------


def editor_of(desk: Desk) -> MarginEditor | None:
    found = [one for one in desk.page.viewport().findChildren(MarginEditor) if one.isVisible()]
    assert len(found) <= 1
    return found[0] if found else None


def stored(library: Library, mark_id: int) -> str:
    """The note as it is in the file."""
    path = Path(library.path)
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        (note,) = database.execute("select note from mark where id = ?", (mark_id,)).fetchone()
    database.close()
    return str(note)


@pytest.fixture
def writing(wide: Desk) -> tuple[Desk, Mark, MarginEditor]:
    """The note of a mark, clicked."""
    mark = noted(wide, "家在长江南岸", "母親河")
    wide.workspace.choose_mark(None)
    place = notes(wide)[mark.id]
    wide.click(place.center())
    editor = editor_of(wide)
    assert editor is not None
    return wide, mark, editor


def test_a_click_opens_the_note_where_it_stands(writing: tuple[Desk, Mark, MarginEditor]) -> None:
    desk, mark, editor = writing
    assert desk.workspace.mark_id == mark.id
    assert editor.toPlainText() == "母親河"
    assert editor.geometry().intersects(notes(desk)[mark.id])
    assert desk.page.viewport().rect().contains(editor.geometry())
    assert editor.hasFocus()


def test_control_enter_saves(writing: tuple[Desk, Mark, MarginEditor], library: Library) -> None:
    desk, mark, editor = writing
    QTest.keyClicks(editor, " is long")
    assert stored(library, mark.id) == "母親河"
    QTest.keyClick(editor, Key.Key_Return, Keys.ControlModifier)
    assert stored(library, mark.id) == "母親河 is long"
    assert editor_of(desk) is None
    assert library.drafts() == {}
    assert desk.page.hasFocus()
    desk.workspace.undo()
    assert stored(library, mark.id) == "母親河"


def test_escape_keeps_a_draft(writing: tuple[Desk, Mark, MarginEditor], library: Library) -> None:
    desk, mark, editor = writing
    QTest.keyClicks(editor, " draft")
    QTest.keyClick(editor, Key.Key_Escape)
    assert editor_of(desk) is None
    assert stored(library, mark.id) == "母親河"
    assert library.drafts() == {mark.id: "母親河 draft"}
    desk.click(notes(desk)[mark.id].center())
    again = editor_of(desk)
    assert again is not None
    assert again.toPlainText() == "母親河 draft"
    QTest.keyClick(again, Key.Key_Return, Keys.ControlModifier)
    assert stored(library, mark.id) == "母親河 draft"
    assert library.drafts() == {}


def test_escape_without_a_change_keeps_nothing(
    writing: tuple[Desk, Mark, MarginEditor], library: Library
) -> None:
    _, mark, editor = writing
    QTest.keyClick(editor, Key.Key_Escape)
    assert library.drafts() in ({}, {mark.id: "母親河"})
    assert stored(library, mark.id) == "母親河"


def test_a_click_elsewhere_saves(writing: tuple[Desk, Mark, MarginEditor], library: Library) -> None:
    desk, mark, editor = writing
    QTest.keyClicks(editor, "!")
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClicks(editor, "2")
    desk.page.setFocus(Qt.FocusReason.MouseFocusReason)
    assert stored(library, mark.id) == "母親河!\n2"
    assert editor_of(desk) is None


def test_a_mark_deleted_meanwhile_is_no_trouble(
    writing: tuple[Desk, Mark, MarginEditor], library: Library
) -> None:
    desk, mark, editor = writing
    QTest.keyClicks(editor, "?")
    desk.workspace.marking.delete_mark(mark.id)
    QTest.keyClick(editor, Key.Key_Return, Keys.ControlModifier)
    assert editor_of(desk) is None
    assert stored(library, mark.id) == "母親河"


def test_a_page_turned_while_writing_keeps_what_is_written(
    writing: tuple[Desk, Mark, MarginEditor], library: Library
) -> None:
    desk, mark, editor = writing
    QTest.keyClicks(editor, "+")
    desk.viewing.set_phonetics("pinyin")
    desk.viewing.set("vertical", not desk.page.vertical)
    QApplication.processEvents()
    assert editor.toPlainText() == "母親河+"
    QTest.keyClick(editor, Key.Key_Return, Keys.ControlModifier)
    assert stored(library, mark.id) == "母親河+"


def test_articles_have_their_own_notes(wide: Desk, desk_with: Make) -> None:
    noted(wide, "家在长江南岸", "母親河")
    assert notes(wide)
    other = desk_with("沒有批語的一篇。" * 40)
    assert not notes(other)
