"""A mark without a place is dragged onto the page, and lies where it was let go of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from desktop.reading.desk import Desk
from meipi.language.span import Span
from meipi.support.dragging import MARK_TYPE
from meipi.workspace import Mark

COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def orphan(desk: Desk) -> Mark:
    """A mark of the open article that is not in its text."""
    workspace = desk.workspace
    made = workspace.marking.highlight((30, 36), "zhu")
    assert made is not None
    workspace.library.put_mark(replace(made, placed="orphan", exact="從前的話"))
    workspace.refresh(frozenset({"marks"}))
    return workspace.orphans[0]


def dragged(mark: Mark) -> QMimeData:
    data = QMimeData()
    data.setData(MARK_TYPE, mark.uid.encode())
    return data


def drag(desk: Desk, data: QMimeData, place: QPoint, *, drop: bool = True) -> bool:
    """Drag over the viewport to a place, and let go there; whether the page took it."""
    view = desk.page.viewport()
    enter = QDragEnterEvent(place, COPY, data, LEFT, NONE)
    QApplication.sendEvent(view, enter)
    move = QDragMoveEvent(place, COPY, data, LEFT, NONE)
    QApplication.sendEvent(view, move)
    if drop and move.isAccepted():
        QApplication.sendEvent(view, QDropEvent(place, COPY, data, LEFT, NONE))
    elif drop:
        QApplication.sendEvent(view, QDragLeaveEvent())
    return bool(move.isAccepted())


def test_it_is_dropped_on_a_word(desk: Desk, orphan: Mark) -> None:
    desk.page.set_selection(None)
    start = next(place for place in range(40, 200) if desk.text[place : place + 2].isalpha())
    span = Span(start, start + 1)
    assert drag(desk, dragged(orphan), desk.page.boxes(span)[0].center())
    (mark,) = desk.workspace.marks
    assert mark.id == orphan.id
    assert mark.start <= start < mark.end <= start + 6
    assert (mark.exact, mark.placed) == (desk.text[mark.start : mark.end], "")
    assert desk.workspace.mark_id == mark.id
    assert desk.workspace.orphans == ()
    desk.workspace.undo()
    assert desk.workspace.orphans == (orphan,)


def test_it_is_dropped_on_the_selection(desk: Desk, orphan: Mark) -> None:
    wanted = Span(50, 63)
    desk.page.set_selection(wanted)
    assert drag(desk, dragged(orphan), desk.page.boxes(Span(55, 56))[0].center())
    assert [mark.span for mark in desk.workspace.marks] == [wanted]
    assert desk.page.selection is None


def test_where_it_would_lie_is_shown_until_it_leaves(desk: Desk, orphan: Mark) -> None:
    desk.page.set_selection(Span(50, 63))
    drag(desk, dragged(orphan), desk.page.boxes(Span(55, 56))[0].center(), drop=False)
    assert desk.page.scene.flash is not None
    QApplication.sendEvent(desk.page.viewport(), QDragLeaveEvent())
    assert desk.page.scene.flash is None
    assert desk.workspace.orphans == (orphan,)


def test_files_and_marks_that_have_a_place_are_left_alone(desk: Desk, orphan: Mark) -> None:
    place = desk.page.boxes(Span(55, 56))[0].center()
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/articles/one.txt")])
    assert not drag(desk, files, place)
    desk.workspace.versions.attach(orphan.id, (50, 60))
    assert not drag(desk, dragged(orphan), place)
    assert [mark.span for mark in desk.workspace.marks] == [(50, 60)]
