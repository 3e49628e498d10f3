"""Marks that are not in the text, and marks that were placed anew, as the pane shows them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QDrag
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.notes.cards import shown
from driving import move
from meipi.notes.arrangement import Card
from meipi.notes.card import CardDelegate, actions_of
from meipi.notes.pane import NotesPane
from meipi.support import dragging
from meipi.support.card_painting import card_rect, foot_of
from meipi.workspace import Library, Workspace
from meipi_db import sha256_of

Key = Qt.Key


@pytest.fixture
def pane(pane: NotesPane, workspace: Workspace, library: Library) -> NotesPane:
    """The first mark is to be placed by hand, the second was placed on other words, the third moved."""
    first, second, third, _ = workspace.marks
    library.put_marks(
        [
            replace(first, placed="orphan", prefix="從前的", suffix="很大"),
            replace(second, placed="changed"),
            replace(third, placed="moved"),
        ]
    )
    workspace.refresh(frozenset({"marks"}))
    return pane


def _card(pane: NotesPane, row: int) -> Card:
    card = pane.model.card_at(pane.model.index(row))
    assert card is not None
    return card


def _body(pane: NotesPane, row: int) -> QRectF:
    return QRectF(card_rect(pane.list.visualRect(pane.model.index(row)), pane.list))


def _press(pane: NotesPane, row: int, action: str) -> None:
    places = dict(actions_of(_card(pane, row)).places(foot_of(_body(pane, row))))
    place = places[action].center().toPoint()  # type: ignore[index]
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def _confirm_place(pane: NotesPane, row: int) -> QPoint:
    delegate = pane.list.itemDelegate()
    assert isinstance(delegate, CardDelegate)
    return delegate.confirm_rect(_card(pane, row), _body(pane, row)).center().toPoint()


def test_what_is_to_be_placed_stands_first_with_its_old_context(pane: NotesPane) -> None:
    assert shown(pane) == [
        "[To be placed by hand 1]",
        "柴達木盆地",
        "[In the text 3]",
        "星羅棋布",
        "𠀀上",
        "察爾汗",
    ]
    delegate = pane.list.itemDelegate()
    assert isinstance(delegate, CardDelegate)
    layout = delegate.layout_of(_card(pane, 1), 300)
    assert layout.context is not None
    assert layout.context.text == "…從前的柴達木盆地很大…"
    described = pane.model.index(1).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert described == "to be placed by hand, 朱 Vermilion, Which **basin**?, #check, #鹽湖"
    assert pane.count == 3


def test_it_is_placed_kept_or_deleted(
    pane: NotesPane, workspace: Workspace, library: Library, qtbot: QtBot
) -> None:
    orphan = workspace.orphans[0]
    with qtbot.waitSignal(pane.attach_wanted) as wanted:
        _press(pane, 1, "attach")
    assert wanted.args == [orphan.id]
    assert workspace.mark_id == orphan.id
    _press(pane, 1, "free")
    assert library.mark(orphan.id).placed == "free"
    assert shown(pane)[-2:] == ["[Notes without a place 1]", "柴達木盆地"]
    _press(pane, 5, "delete")
    assert workspace.orphans == ()
    assert shown(pane) == ["星羅棋布", "𠀀上", "察爾汗"]
    workspace.undo()
    workspace.undo()
    assert library.mark(orphan.id) == orphan
    assert shown(pane)[:2] == ["[To be placed by hand 1]", "柴達木盆地"]


def test_its_note_can_be_written(pane: NotesPane, workspace: Workspace, library: Library) -> None:
    pane.focus_list()
    QTest.keyClick(pane.list, Key.Key_Home)
    QTest.keyClick(pane.list, Key.Key_Return)
    QTest.keyClicks(pane.focusWidget(), "!")
    QTest.keyClick(pane.focusWidget(), Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert library.mark(workspace.orphans[0].id).note == "Which **basin**?!"
    QTest.keyClick(pane.list, Key.Key_Delete)
    assert workspace.orphans == ()


def test_a_click_on_the_sign_confirms_where_it_stands(
    pane: NotesPane, workspace: Workspace, library: Library
) -> None:
    ids = [mark.id for mark in workspace.marks]
    delegate = pane.list.itemDelegate()
    assert isinstance(delegate, CardDelegate)
    assert [delegate.layout_of(_card(pane, row), 300).sign for row in (3, 4, 5)] == ["Changed", "Moved", ""]
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=_confirm_place(pane, 4))
    assert [library.mark(mark_id).placed for mark_id in ids] == ["changed", "", ""]
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=_confirm_place(pane, 3))
    assert [library.mark(mark_id).placed for mark_id in ids] == ["", "", ""]
    workspace.undo()
    assert library.mark(ids[0]).placed == "changed"


def test_the_sign_tells_what_the_mark_was_on(pane: NotesPane, workspace: Workspace, library: Library) -> None:
    article = workspace.article
    assert article is not None
    text = article.text.replace("星羅棋布", "星羅棋佈")
    changed = library.mark(workspace.marks[0].id).over(text, workspace.marks[0].span)
    other = replace(article, text=text, sha256=sha256_of(text))
    library.replace_text(other, original=None, reason="edit", marks=[changed])
    workspace.refresh(frozenset({"articles", "marks"}))
    row = pane.model.row_of(changed.id)
    assert (_card(pane, row).mark.exact, _card(pane, row).was) == ("星羅棋佈", "星羅棋布")
    delegate = pane.list.itemDelegate()
    assert isinstance(delegate, CardDelegate)
    assert delegate.layout_of(_card(pane, row), 300).sign == "Changed; it was “星羅棋布”"


def test_a_card_without_a_place_can_be_dragged(pane: NotesPane, workspace: Workspace) -> None:
    draggable = Qt.ItemFlag.ItemIsDragEnabled
    assert [bool(pane.model.index(row).flags() & draggable) for row in range(6)] == [
        False,
        True,
        False,
        False,
        False,
        False,
    ]


def test_only_what_waits_for_the_reader_can_be_listed(pane: NotesPane) -> None:
    pane.filters.unplaced.setChecked(True)
    assert shown(pane) == ["[To be placed by hand 1]", "柴達木盆地", "[In the text 2]", "星羅棋布", "𠀀上"]


def test_a_drag_carries_the_mark(
    pane: NotesPane, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried: list[str] = []

    def carry(drag: QDrag, _actions: Qt.DropAction) -> Qt.DropAction:
        carried.append(dragging.mark_in(drag.mimeData()))
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", carry)
    view = pane.list.viewport()
    for row, expected in ((1, [workspace.orphans[0].uid]), (5, [workspace.orphans[0].uid])):
        start = pane.list.visualRect(pane.model.index(row)).topLeft() + QPoint(60, 20)
        QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        for step in (10, 30, 60):
            move(view, start - QPoint(step, 0))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        assert carried == expected
