"""Which cards the pane shows: by chips, what is typed, the menu; in what order and under which heads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.notes.cards import shown
from driving import commit
from meipi.exchange.draft import ArticleDraft, Block
from meipi.notes.arrangement import Filter
from meipi.notes.pane import NotesPane
from meipi.workspace import Workspace

Key = Qt.Key


def _menu(pane: NotesPane, *texts: str) -> QAction:
    """The action of that name in the menu of the filters, or in a menu within it."""
    menu: QMenu = pane.filters.more.menu()
    for text in texts[:-1]:
        inner = next(each.menu() for each in menu.actions() if each.text() == text)
        assert isinstance(inner, QMenu)
        inner.aboutToShow.emit()
        menu = inner
    return next(each for each in menu.actions() if each.text().partition("\t")[0] == texts[-1])


def test_slash_leads_to_the_filter_and_back_by_keys(
    pane: NotesPane, workspace: Workspace, qtbot: QtBot
) -> None:
    pane.focus_list()
    QTest.keyClick(pane.list, Key.Key_Slash)
    line = pane.filters.line
    assert line.hasFocus()
    QTest.keyClicks(line, "xingluo")
    assert shown(pane) == ["星羅棋布"]
    assert pane.filters.told.isVisible()
    assert pane.filters.told.text() == "1 of 4"
    QTest.keyClick(line, Key.Key_Return)
    assert pane.list.hasFocus()
    assert workspace.mark_id == workspace.marks[1].id
    QTest.keyClick(pane.list, Key.Key_Slash)
    QTest.keyClick(line, Key.Key_Escape)
    assert (line.text(), len(shown(pane))) == ("", 4)
    assert not pane.filters.told.isVisible()
    with qtbot.waitSignal(pane.editing_finished):
        QTest.keyClick(line, Key.Key_Escape)
    QTest.keyClick(line, Key.Key_Down)
    assert pane.list.hasFocus()


def test_what_is_found_is_shown_from_the_first_on(pane: NotesPane, workspace: Workspace) -> None:
    article = workspace.article
    assert article is not None
    for place in range(60):
        made = workspace.marking.highlight((place % 40, place % 40 + 2 + place // 40), "ou")
        assert made is not None
        if place % 2:
            workspace.marking.write_note(made.id, "found")
    workspace.choose_mark(None)
    pane.filters.line.setFocus()
    QTest.keyClicks(pane.filters.line, "found")
    assert len(shown(pane)) == 30
    assert pane.list.verticalScrollBar().maximum() > 0
    assert pane.list.verticalScrollBar().value() == 0


def test_hanzi_that_are_being_composed_filter_when_they_are_there(pane: NotesPane) -> None:
    pane.filters.line.setFocus()
    commit(pane.filters.line, "盐")
    assert shown(pane) == ["柴達木盆地"]  # it has a tag so
    pane.filters.line.clear()
    commit(pane.filters.line, "察尔汗")
    assert shown(pane) == ["察爾汗"]


def test_the_menu_filters_too_and_all_is_told(pane: NotesPane) -> None:
    _menu(pane, "With a note").trigger()
    assert shown(pane) == ["柴達木盆地", "𠀀上", "察爾汗"]
    tag = _menu(pane, "Tag", "check")
    assert tag.text() == "check\t1"
    tag.trigger()
    assert shown(pane) == ["柴達木盆地"]
    assert pane.filters.told.text() == "1 of 4 · #check · With a note"
    assert _menu(pane, "Tag", "check").isChecked()
    QTest.mouseClick(pane.filters.clear, Qt.MouseButton.LeftButton)
    assert len(shown(pane)) == 4
    assert _menu(pane, "All marks").isChecked()
    _menu(pane, "Without a note").trigger()
    assert shown(pane) == ["星羅棋布"]
    _menu(pane, "To be placed or confirmed").trigger()
    assert shown(pane) == []
    assert "No mark matches" in pane._empty.text()
    assert pane._empty.isVisible()


def test_filters_hold_while_marks_change_and_end_with_the_article(
    pane: NotesPane, workspace: Workspace
) -> None:
    pane.filters.chips.choose("zhu")
    pane.filters.line.setText("hanzi")
    assert shown(pane) == ["𠀀上"]
    workspace.marking.write_note(workspace.marks[0].id, "hanzi of three")
    assert shown(pane) == ["柴達木盆地", "𠀀上"]
    assert pane.filters.told.text() == "2 of 4"
    workspace.undo()
    assert shown(pane) == ["𠀀上"]
    workspace.add_drafts([ArticleDraft("湖", "另一個湖")])
    assert pane.filters.filter == pane.model.filter == Filter()
    assert pane.filters.line.text() == ""
    assert pane.filters.chips.chips[0].isChecked()


def test_the_chosen_mark_stays_chosen_and_in_view(pane: NotesPane, workspace: Workspace) -> None:
    workspace.choose_mark(workspace.marks[2].id)
    pane.filters.line.setText("hanzi")
    assert pane.list.currentIndex().row() == 0
    pane.filters.line.setText("")
    assert pane.list.currentIndex().row() == 2
    pane.filters.line.setText("basin")
    assert not pane.list.currentIndex().isValid()
    assert workspace.mark_id == workspace.marks[2].id


@pytest.mark.parametrize(
    ("name", "quotes"),
    [
        ("Newest first", ["察爾汗", "𠀀上", "星羅棋布", "柴達木盆地"]),
        ("By colour", ["柴達木盆地", "𠀀上", "星羅棋布", "察爾汗"]),
    ],
)
def test_orders_are_in_the_menu(pane: NotesPane, name: str, quotes: list[str]) -> None:
    _menu(pane, name).trigger()
    assert shown(pane) == quotes
    _menu(pane, "By place").trigger()
    assert shown(pane) == ["柴達木盆地", "星羅棋布", "𠀀上", "察爾汗"]


def test_marks_stand_under_the_headings_of_their_sections(pane: NotesPane, workspace: Workspace) -> None:
    text = "題\n\n一\n甲乙丙\n\n二\n丁戊己\n"
    blocks = (Block("title", 0, 1, 1), Block("heading", 3, 4, 2), Block("heading", 10, 11, 2))
    workspace.add_drafts([ArticleDraft("題", text, blocks=blocks)])
    for start in (5, 6, 12):
        workspace.marking.highlight((start, start + 1), "zhu")
    _menu(pane, "Group by section").trigger()
    assert shown(pane) == ["[一 2]", "甲", "乙", "[二 1]", "丁"]
    # Keys go from card to card, a click on a head does nothing.
    pane.focus_list()
    QTest.keyClick(pane.list, Key.Key_Home)
    QTest.keyClick(pane.list, Key.Key_Down)
    QTest.keyClick(pane.list, Key.Key_Down)
    assert workspace.mark_id == workspace.marks[2].id
    head = pane.list.visualRect(pane.model.index(0)).center()
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=head)
    assert workspace.mark_id == workspace.marks[2].id
    index = pane.model.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "一"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "2 marks"
    workspace.marking.delete_mark(workspace.marks[0].id)
    assert shown(pane) == ["[一 1]", "乙", "[二 1]", "丁"]
    _menu(pane, "Group by section").trigger()
    assert shown(pane) == ["乙", "丁"]


def test_a_note_is_not_lost_when_the_order_changes_under_it(pane: NotesPane, workspace: Workspace) -> None:
    mark = workspace.marks[1]
    pane.edit(mark.id)
    QTest.keyClicks(pane.focusWidget(), "half")
    _menu(pane, "Newest first").trigger()
    assert workspace.library.drafts() == {mark.id: "half"}


def test_another_text_of_the_same_article_leaves_the_filter(pane: NotesPane, workspace: Workspace) -> None:
    article = workspace.article
    assert article is not None
    pane.filters.line.setText("hanzi")
    workspace.versions.edit(article.id, article.text.replace("水天", "天水"))
    assert workspace.article is not None
    assert "天水" in workspace.article.text
    assert (pane.filters.line.text(), shown(pane)) == ("hanzi", ["𠀀上"])


def test_a_long_list_of_filters_does_not_widen_the_pane(
    pane: NotesPane, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.marking.set_tags(workspace.marks[0].id, ["a-tag-with-a-long-name" * 2])
    pane.resize(300, 700)
    _menu(pane, "Tag", "a-tag-with-a-long-name" * 2).trigger()
    _menu(pane, "With a note").trigger()
    _menu(pane, "To be placed or confirmed").trigger()
    qtbot.waitUntil(lambda: pane.filters.told.height() > 2 * pane.filters.told.fontMetrics().height())
    assert pane.minimumSizeHint().width() <= 300
