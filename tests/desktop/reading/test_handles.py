"""The ends of a selection, taken with the mouse and moved."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.reading.desk import Desk
from driving import move
from meipi.language.span import Span
from meipi.reading.handles import End

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


def drag(desk: Desk, end: End, to: QPoint) -> None:
    view = desk.page.viewport()
    grip = desk.page.handles._places()[end].toPoint()
    assert desk.page.handles.at(desk.page.handles._places()[end]) == end
    QTest.mousePress(view, LEFT, NONE, grip)
    move(view, (grip + to) / 2)
    move(view, to)
    QTest.mouseRelease(view, LEFT, NONE, to)


def middle(desk: Desk, offset: int) -> QPoint:
    return desk.page.boxes(Span(offset, offset + 1))[0].center()


@pytest.mark.parametrize("vertical", [False, True])
@pytest.mark.parametrize("phonetics", ["none", "pinyin", "zhuyin"])
def test_either_end_is_moved_by_its_grip(desk: Desk, phonetics: str, vertical: bool) -> None:
    desk.viewing.set("vertical", vertical)
    desk.viewing.set_phonetics(phonetics)
    desk.page.set_selection(Span(30, 34))
    drag(desk, "end", middle(desk, 37))
    assert desk.page.selection == Span(30, 38)
    drag(desk, "start", middle(desk, 26))
    assert desk.page.selection == Span(26, 38)
    drag(desk, "end", middle(desk, 20))
    assert desk.page.selection == Span(20, 26)


def test_there_is_no_grip_without_a_selection(desk: Desk) -> None:
    assert desk.page.handles._places() == {}
    desk.page.set_selection(Span(30, 34))
    assert set(desk.page.handles._places()) == {"start", "end"}


def test_a_grip_does_not_take_a_press_on_the_text(desk: Desk) -> None:
    desk.page.set_selection(Span(30, 34))
    QTest.mouseClick(desk.page.viewport(), LEFT, NONE, middle(desk, 32))
    assert desk.page.selection is None
