"""Where one is on a page, whatever turns; readings found while one reads."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.reading.desk import PHONETICS, Desk, Make, sample

# -- where one is -----------------------------------------------------------------------------------


Turn = Callable[[Desk], object]


def phonetics_to(phonetics: str) -> Turn:
    return lambda desk: desk.viewing.set_phonetics(phonetics)


def top_line(desk: Desk) -> int:
    """The line at the upper edge of the page."""
    assert desk.page.sheet is not None
    return desk.page.sheet.typeset.layout.line_at(-desk.page.origin.y())


def fully_seen(desk: Desk) -> list[int]:
    """The lines of which nothing is cut off."""
    page = desk.page
    assert page.sheet is not None
    layout, height = page.sheet.typeset.layout, page.viewport().height()
    tops = {line: int(layout.line_top[line]) + page.origin.y() for line in page.lines_in_view()}
    return [line for line, top in tops.items() if top >= 0 and top + layout.line_height[line] <= height]


TURNS: dict[str, tuple[Turn, Turn]] = {
    "script": (lambda desk: desk.show("twp"), lambda desk: desk.show("source")),
    "pinyin": (phonetics_to("pinyin"), phonetics_to("none")),
    "zhuyin": (phonetics_to("zhuyin"), phonetics_to("none")),
    "size": (lambda desk: desk.viewing.set_size(29), lambda desk: desk.viewing.set_size(20)),
    "width": (lambda desk: desk.page.resize(520, 700), lambda desk: desk.page.resize(900, 700)),
}  # fmt: skip


@pytest.mark.parametrize("place", [0, 20, 50, 51, 55, 300, 477, 901, 10**6])
@pytest.mark.parametrize("turn", TURNS)
def test_the_place_stays_at_the_top(desk: Desk, turn: str, place: int) -> None:
    page, bar = desk.page, desk.page.verticalScrollBar()
    bar.setValue(place)
    there, back = TURNS[turn]
    value, position = bar.value(), page.position
    there(desk)
    assert page.position == position
    assert page.sheet is not None
    layout = page.sheet.typeset.layout
    line = layout.line_of(page.sheet.to_shown(position))
    if position and bar.value() < bar.maximum():
        assert abs(top_line(desk) - line) <= 1
    back(desk)
    assert page.position == position
    assert bar.value() == value


def test_the_place_stays_where_a_phrase_goes_over_two_lines(desk_with: Make) -> None:
    desk = desk_with("内存" * 400)
    desk.show("twp")
    page = desk.page
    assert page.sheet is not None
    layout, turned = page.sheet.typeset.layout, 0
    for line in range(1, min(len(layout), 12)):
        page.verticalScrollBar().setValue(page.header_breadth + int(layout.line_top[line]))
        value = page.verticalScrollBar().value()
        page.arrange()
        assert page.verticalScrollBar().value() == value
        turned += 1
    assert turned > 5


def test_an_article_opens_where_it_was_left(desk: Desk, desk_with: Make) -> None:
    desk.page.verticalScrollBar().setValue(600)
    position, line = desk.page.position, top_line(desk)
    desk.workspace.remember_position(position)
    again = desk_with(sample("the-far-bank.txt"))
    assert again.page.position == position
    assert top_line(again) == line


@pytest.mark.parametrize("phonetics", PHONETICS)
def test_pages_show_every_line_whole(desk: Desk, phonetics: str) -> None:
    desk.show("source", phonetics)
    page, bar = desk.page, desk.page.verticalScrollBar()
    for forward in (True, False):
        seen: set[int] = set()
        for _ in range(40):
            seen.update(fully_seen(desk))
            before = bar.value()
            page.scroll_page(forward)
            if bar.value() == before:
                break
        assert bar.value() == (bar.maximum() if forward else 0)
        assert page.sheet is not None
        assert seen == set(range(len(page.sheet.typeset.layout)))


def test_the_last_whole_line_becomes_the_first(desk: Desk) -> None:
    page, bar = desk.page, desk.page.verticalScrollBar()
    for start in (0, 7, 113, 401):
        bar.setValue(start)
        whole = fully_seen(desk)
        page.scroll_page(True)
        assert fully_seen(desk)[0] == whole[-1]
        whole = fully_seen(desk)
        page.scroll_page(False)
        assert not bar.value() or fully_seen(desk)[-1] == whole[0]


@pytest.mark.parametrize("phonetics", PHONETICS)
def test_scrolling_leaves_what_painting_anew_does(desk: Desk, phonetics: str, qtbot: QtBot) -> None:
    desk.show("source", phonetics)
    desk.workspace.marking.highlight(desk.span("长江南岸"), "tian")
    bar, sheet = desk.page.verticalScrollBar(), desk.page.sheet
    assert sheet is not None
    if phonetics != "none":
        qtbot.waitUntil(lambda: sheet.readings.next_missing() is None, timeout=10_000)
    for value in (13, 400, 377, 60, 1_200):
        bar.setValue(value)
        scrolled = desk.on_screen()
        desk.page.viewport().update()
        assert scrolled == desk.on_screen()


@pytest.mark.parametrize(("turned", "size"), [(120, 21), (-120, 19), (0, 20)])
def test_control_and_the_wheel_change_the_size(desk: Desk, turned: int, size: int) -> None:
    place, none = QPointF(200, 200), QPoint()
    event = QWheelEvent(
        place, place, none, QPoint(0, turned), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(desk.page.viewport(), event)
    assert desk.viewing.size == size


# -- readings in the background ---------------------------------------------------------------------


def test_scrolling_while_readings_are_found(desk_with: Make, qtbot: QtBot) -> None:
    desk = desk_with(
        "\n".join("青海湖水，长江南岸。" * 8 + chr(0x4E00 + number) * 5 for number in range(300))
    )
    page, bar = desk.page, desk.page.verticalScrollBar()
    desk.viewing.set_phonetics("pinyin")
    assert page.sheet is not None
    for part in range(1, 8):
        for _ in range(20):
            piece = page.sheet.readings.next_missing()
            assert piece is not None
            page.sheet.read([piece])
        bar.setValue(bar.maximum() * part // 60)
        typeset = page.sheet.typeset
        for line in page.lines_in_view():
            assert typeset.line(line).readings_along
        desk.grabbed()


def test_all_readings_are_found_in_the_end(desk: Desk, qtbot: QtBot) -> None:
    desk.viewing.set_phonetics("pinyin")
    sheet = desk.page.sheet
    assert sheet is not None
    qtbot.waitUntil(lambda: sheet.readings.next_missing() is None, timeout=10_000)
