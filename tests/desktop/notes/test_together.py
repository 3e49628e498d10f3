"""Several cards selected by keys and mouse, and what is done with all of them as one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.notes.cards import shown
from meipi.notes.common_tags import CommonTags
from meipi.notes.pane import NotesPane
from meipi.notes.tag_chip import TagChip
from meipi.notes.tag_line import TagLine
from meipi.support.card_painting import card_rect
from meipi.support.theme import load
from meipi.workspace import Library, Mark, Said, Workspace

Key = Qt.Key
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def said(workspace: Workspace) -> list[str]:
    sentences: list[str] = []

    def hear(told: Said) -> None:
        sentences.append(told.text)

    workspace.said.connect(hear)
    return sentences


def _stored(workspace: Workspace, library: Library) -> list[Mark]:
    article = workspace.article
    assert article is not None
    return library.marks(article.id)


def _select(pane: NotesPane, count: int) -> None:
    """The first cards, by keys."""
    pane.focus_list()
    for _ in range(count - 1):
        QTest.keyClick(pane.list, Key.Key_Down, SHIFT)


def _click(pane: NotesPane, row: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    place = pane.list.visualRect(pane.model.index(row)).topLeft() + QPoint(60, 20)
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, modifiers, place)


def _tags(pane: NotesPane) -> CommonTags:
    (tags,) = [each for each in pane.selection.findChildren(CommonTags) if each.isVisible()]
    return tags


def _tag_line(pane: NotesPane) -> TagLine:
    return _tags(pane).line


def _chip(line: TagLine, tag: str) -> TagChip:
    return next(chip for chip in line.findChildren(TagChip) if chip.tag == tag and chip.isVisible())


def test_a_bar_tells_how_many_are_selected(pane: NotesPane, qtbot: QtBot) -> None:
    pane.focus_list()
    assert not pane.selection.isVisible()
    _select(pane, 3)
    assert pane.selection.isVisible()
    assert pane.selection._count.text() == "3 selected"
    QTest.keyClick(pane.list, Key.Key_A, CONTROL)
    assert pane.selection._count.text() == "4 selected"
    QTest.keyClick(pane.list, Key.Key_Escape)
    assert not pane.selection.isVisible()
    assert pane.list.hasFocus()
    with qtbot.waitSignal(pane.editing_finished):
        QTest.keyClick(pane.list, Key.Key_Escape)


def test_the_mouse_selects_and_does_not_jump(pane: NotesPane, workspace: Workspace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.mark_jumped):
        _click(pane, 0)
    with qtbot.assertNotEmitted(pane.mark_jumped):
        _click(pane, 2, CONTROL)
        _click(pane, 3, CONTROL)
    assert pane.list.selected_marks() == [workspace.marks[row].id for row in (0, 2, 3)]
    assert workspace.mark_id == workspace.marks[3].id
    with qtbot.waitSignal(pane.mark_jumped):
        _click(pane, 2)
    assert pane.list.selected_marks() == [workspace.marks[2].id]
    with qtbot.assertNotEmitted(pane.mark_jumped):
        _click(pane, 0, SHIFT)
    assert len(pane.list.selected_marks()) == 3


@pytest.mark.parametrize("name", ["paper", "night"])
def test_selected_cards_show_it(pane: NotesPane, name: str) -> None:
    theme = load(name)
    pane.set_theme(theme)
    _select(pane, 2)
    image = pane.list.viewport().grab().toImage()
    grounds = []
    for row in range(3):
        rect = card_rect(pane.list.visualRect(pane.model.index(row)), pane.list)
        grounds.append(image.pixelColor(rect.right() - 4, rect.top() + 5))
    assert grounds == [QColor(theme.cinnabar_wash)] * 2 + [QColor(theme.raised)]


def test_number_keys_recolour_all_as_one_step(
    pane: NotesPane, workspace: Workspace, library: Library, said: list[str]
) -> None:
    _select(pane, 3)
    QTest.keyClick(pane.list, Key.Key_5)
    assert [mark.colour for mark in _stored(workspace, library)] == ["ou", "ou", "ou", "tian"]
    QTest.keyClick(pane.list, Key.Key_6)
    assert [mark.style for mark in _stored(workspace, library)] == ["underline"] * 3 + ["ground"]
    assert said == ["3 marks recoloured", "3 marks underlined"]
    # They are still selected, so that one thing after another can be done with them.
    assert pane.selection._count.text() == "3 selected"
    workspace.undo()
    workspace.undo()
    assert [mark.colour for mark in _stored(workspace, library)] == ["zhu", "teng", "zhu", "tian"]
    assert workspace.undo_text is None


def test_so_do_the_buttons(pane: NotesPane, workspace: Workspace, library: Library, qtbot: QtBot) -> None:
    _select(pane, 2)
    QTest.mouseClick(pane.selection.swatches[2], Qt.MouseButton.LeftButton)
    assert [mark.colour for mark in _stored(workspace, library)][:2] == ["zhu_qing", "zhu_qing"]
    with qtbot.waitSignal(pane.export_wanted) as wanted:
        QTest.mouseClick(pane.selection.buttons["export"], Qt.MouseButton.LeftButton)
    assert wanted.args == [[mark.id for mark in workspace.marks[:2]]]
    QTest.mouseClick(pane.selection.clear, Qt.MouseButton.LeftButton)
    assert not pane.selection.isVisible()
    assert len(pane.list.selected_marks()) == 1


def test_del_deletes_all_and_undo_brings_all_back(
    pane: NotesPane, workspace: Workspace, library: Library
) -> None:
    before = _stored(workspace, library)
    _select(pane, 3)
    QTest.keyClick(pane.list, Key.Key_Delete)
    assert [mark.exact for mark in _stored(workspace, library)] == ["察爾汗"]
    assert shown(pane) == ["察爾汗"]
    assert not pane.selection.isVisible()
    # The keys go on with what is left.
    assert workspace.mark_id == before[3].id
    workspace.undo()
    assert _stored(workspace, library) == before
    assert len(shown(pane)) == 4


def test_g_gives_tags_to_all_and_takes_them(
    pane: NotesPane, workspace: Workspace, library: Library, said: list[str]
) -> None:
    workspace.marking.set_tags(workspace.marks[1].id, ["鹽湖", "four"])
    said.clear()
    _select(pane, 2)
    QTest.keyClick(pane.list, Key.Key_G)
    line = _tag_line(pane)
    assert line.tags == ("鹽湖",)
    assert line.field.hasFocus()
    QTest.keyClick(line.field, Key.Key_Backspace)
    QTest.keyClicks(line.field, "four")
    QTest.keyClick(line.field, Key.Key_Return, CONTROL)
    assert [mark.tags for mark in _stored(workspace, library)][:2] == [("check", "four"), ("four",)]
    assert said == ["2 marks tagged"]
    assert pane.list.hasFocus()
    assert pane.selection._count.text() == "2 selected"
    workspace.undo()
    assert [mark.tags for mark in _stored(workspace, library)][:2] == [("check", "鹽湖"), ("鹽湖", "four")]


def test_esc_leaves_the_tags_as_they_are(pane: NotesPane, workspace: Workspace, said: list[str]) -> None:
    _select(pane, 2)
    QTest.keyClick(pane.list, Key.Key_G)
    line = _tag_line(pane)
    QTest.keyClicks(line.field, "lake ")
    QTest.keyClick(line.field, Key.Key_Escape)
    assert pane.list.hasFocus()
    assert (said, workspace.undo_text) == ([], None)
    QTest.keyClick(pane.list, Key.Key_G)
    line = _tag_line(pane)
    QTest.keyClicks(line.field, "lake ")
    pane.list.setFocus()
    assert said == ["2 marks tagged"]


def test_the_current_card_that_goes_gives_its_place_to_the_next(
    pane: NotesPane, workspace: Workspace
) -> None:
    pane.focus_list()
    QTest.keyClick(pane.list, Key.Key_Down)
    QTest.keyClick(pane.list, Key.Key_Delete)
    assert workspace.mark_id == workspace.marks[1].id
    assert shown(pane) == ["柴達木盆地", "𠀀上", "察爾汗"]
    QTest.keyClick(pane.list, Key.Key_Delete)
    QTest.keyClick(pane.list, Key.Key_Delete)
    assert (shown(pane), workspace.mark_id) == (["柴達木盆地"], workspace.marks[0].id)


def test_a_mark_chosen_elsewhere_is_the_only_one_selected(pane: NotesPane, workspace: Workspace) -> None:
    _select(pane, 3)
    workspace.choose_mark(workspace.marks[3].id)
    assert pane.list.selected_marks() == [workspace.marks[3].id]
    assert not pane.selection.isVisible()


def test_the_crosses_take_tags_from_all_that_have_them(
    pane: NotesPane, workspace: Workspace, library: Library, said: list[str]
) -> None:
    workspace.marking.set_tags(workspace.marks[1].id, ["鹽湖", "four"])
    said.clear()
    _select(pane, 3)
    QTest.keyClick(pane.list, Key.Key_G)
    tags = _tags(pane)
    assert (tags.line.tags, tags.some.tags) == ((), ("鹽湖", "check", "four"))
    assert not tags.some.field.isVisible()
    QTest.mouseClick(_chip(tags.some, "鹽湖"), Qt.MouseButton.LeftButton)
    assert tags.line.field.hasFocus()
    QTest.keyClicks(tags.line.field, "four,lake,")
    QTest.mouseClick(_chip(tags.line, "lake"), Qt.MouseButton.LeftButton)
    assert said == []
    QTest.keyClick(tags.line.field, Key.Key_Return)
    assert [mark.tags for mark in _stored(workspace, library)][:3] == [
        ("check", "four"),
        ("four",),
        ("four",),
    ]
    assert said == ["3 marks tagged"]
    assert pane.list.hasFocus()
