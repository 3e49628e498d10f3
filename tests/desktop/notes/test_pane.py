from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from meipi.notes.card import ACTIONS, CardDelegate
from meipi.notes.editor import NoteEditor
from meipi.notes.pane import NotesPane
from meipi.notes.tag_line import tags_of
from meipi.support.card_painting import card_rect, foot_of
from meipi.support.theme import load
from meipi.workspace import Library, Said, Workspace, open_library


def _editor(pane: NotesPane) -> NoteEditor:
    (editor,) = [each for each in pane.list.findChildren(NoteEditor) if each.isVisible()]
    return editor


def _open_editors(pane: NotesPane) -> int:
    return sum(each.isVisible() for each in pane.list.findChildren(NoteEditor))


def _centre(pane: NotesPane, row: int) -> QPoint:
    return pane.list.visualRect(pane.model.index(row)).center()


def _delegate(pane: NotesPane) -> CardDelegate:
    delegate = pane.list.itemDelegate()
    assert isinstance(delegate, CardDelegate)
    return delegate


def _click_action(pane: NotesPane, row: int, action: str) -> None:
    body = card_rect(pane.list.visualRect(pane.model.index(row)), pane.list)
    places = dict(ACTIONS.places(foot_of(QRectF(body))))
    point = places[action].center().toPoint()  # type: ignore[index]
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_a_click_chooses_the_mark_and_asks_to_see_it(
    pane: NotesPane, workspace: Workspace, qtbot: QtBot
) -> None:
    mark = workspace.marks[2]
    with qtbot.waitSignal(pane.mark_jumped) as jumped:
        QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=_centre(pane, 2))
    assert jumped.args == [mark.id]
    assert workspace.mark_id == mark.id


def test_the_card_of_a_mark_chosen_elsewhere_has_the_ring(pane: NotesPane, workspace: Workspace) -> None:
    workspace.choose_mark(workspace.marks[1].id)
    rect = card_rect(pane.list.visualRect(pane.model.index(1)), pane.list)
    image = pane.list.viewport().grab().toImage()
    assert image.pixelColor(rect.center().x(), rect.top() - 1) == QColor(load("paper").cinnabar)
    assert pane.list.currentIndex().row() == 1


def test_arrow_keys_choose_the_marks_in_turn(pane: NotesPane, workspace: Workspace) -> None:
    pane.focus_list()
    assert pane.list.hasFocus()
    assert workspace.mark_id == workspace.marks[0].id
    QTest.keyClick(pane.list, Qt.Key.Key_Down)
    QTest.keyClick(pane.list, Qt.Key.Key_Down)
    assert workspace.mark_id == workspace.marks[2].id


def test_letters_in_the_list_do_not_search(pane: NotesPane, workspace: Workspace) -> None:
    pane.focus_list()
    QTest.keyClicks(pane.list, "A")
    assert workspace.mark_id == workspace.marks[0].id


def test_a_note_is_written_by_keys_alone(pane: NotesPane, workspace: Workspace, qtbot: QtBot) -> None:
    pane.focus_list()
    QTest.keyClick(pane.list, Qt.Key.Key_Down)
    QTest.keyClick(pane.list, Qt.Key.Key_Return)
    editor = _editor(pane)
    assert editor.note.hasFocus()
    QTest.keyClicks(editor.note, "like stars and chessmen")
    QTest.keyClick(editor.note, Qt.Key.Key_Tab)
    assert editor.tags.hasFocus()
    QTest.keyClicks(editor.tags.field, "idiom, #four idiom")
    with qtbot.waitSignal(pane.editing_finished):
        QTest.keyClick(editor.tags.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    mark = workspace.marks[1]
    assert (mark.note, mark.tags) == ("like stars and chessmen", ("idiom", "four"))
    assert _open_editors(pane) == 0
    assert [card.number for card in pane.model.cards] == [1, 2, 3, 4]
    assert workspace.library.drafts() == {}


def test_escape_keeps_a_draft_which_the_next_editing_begins_with(
    pane: NotesPane, workspace: Workspace, qtbot: QtBot
) -> None:
    mark = workspace.marks[0]
    pane.edit(mark.id)
    QTest.keyClicks(_editor(pane).note, " Or which?")
    with qtbot.waitSignal(pane.editing_finished):
        QTest.keyClick(_editor(pane).note, Qt.Key.Key_Escape)
    assert workspace.mark(mark.id).note == "Which **basin**?"
    assert workspace.marking.draft(mark.id) == "Which **basin**? Or which?"
    assert pane.model.cards[0].draft == "Which **basin**? Or which?"
    qtbot.waitUntil(lambda: _open_editors(pane) == 0)
    pane.edit(mark.id)
    assert _editor(pane).text == "Which **basin**? Or which?"
    QTest.keyClick(_editor(pane).note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert workspace.mark(mark.id).note == "Which **basin**? Or which?"
    assert workspace.marking.draft(mark.id) is None


def test_a_draft_is_kept_in_the_pauses_of_writing(
    pane: NotesPane, workspace: Workspace, qtbot: QtBot
) -> None:
    mark = workspace.marks[1]
    pane.edit(mark.id)
    editor = _editor(pane)
    QTest.keyClicks(editor.note, "half")
    assert workspace.marking.draft(mark.id) is None
    qtbot.waitUntil(lambda: workspace.marking.draft(mark.id) == "half")
    assert _editor(pane) is editor
    assert editor.note.hasFocus()
    QTest.keyClicks(editor.note, " a thought")
    editor.tags.setFocus()
    assert workspace.marking.draft(mark.id) == "half a thought"
    QTest.keyClick(editor.tags.field, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(editor.note, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor.note, Qt.Key.Key_Delete)
    pane.keep_draft()
    assert workspace.marking.draft(mark.id) is None


def test_leaving_without_a_change_leaves_no_draft(pane: NotesPane, workspace: Workspace) -> None:
    pane.edit(workspace.marks[0].id)
    QTest.keyClick(_editor(pane).note, Qt.Key.Key_Escape)
    assert workspace.library.drafts() == {}
    assert workspace.undo_text is None


@pytest.mark.parametrize("way", ["mark", "article", "filter"])
def test_nothing_written_is_lost_when_something_else_is_chosen(
    pane: NotesPane, workspace: Workspace, way: str
) -> None:
    mark = workspace.marks[0]
    pane.edit(mark.id)
    QTest.keyClicks(_editor(pane).note, "!")
    if way == "mark":
        workspace.choose_mark(workspace.marks[3].id)
    elif way == "article":
        workspace.open_article(None)
    else:
        pane.filters.chips.choose("tian")
    assert workspace.library.drafts() == {mark.id: "Which **basin**?!"}
    assert _delegate(pane).editing is None


def test_what_is_written_is_kept_when_another_article_is_opened(
    pane: NotesPane, workspace: Workspace, library: Library
) -> None:
    mark = workspace.marks[0]
    workspace.choose_mark(mark.id)
    pane.edit(mark.id)
    editor = _editor(pane)
    QTest.keyClicks(editor.note, "!")
    editor.tags.set_tags([*mark.tags, "later"])
    article = library.add_article(title="湖", text="湖", source="", script="traditional")
    workspace.open_article(article.id)
    assert workspace.library.drafts() == {mark.id: "Which **basin**?!"}
    assert library.marks(mark.article_id)[0].tags == (*mark.tags, "later")
    assert _delegate(pane).editing is None


@pytest.mark.parametrize("way", ["here", "elsewhere"])
def test_tags_that_are_being_written_move_no_mark_when_the_text_changes(
    pane: NotesPane, workspace: Workspace, library: Library, way: str
) -> None:
    mark = workspace.marks[1]
    workspace.choose_mark(mark.id)
    pane.edit_tags(mark.id)
    _editor(pane).tags.set_tags(["later"])
    assert workspace.article is not None
    text = f"新的一行。\n{workspace.article.text}"
    if way == "here":
        workspace.versions.edit(workspace.article.id, text)
    else:  # another program has given it another text, and the reader goes to another article
        other = library.add_article(title="湖", text="湖", source="", script="traditional")
        with open_library(library.path) as beside:
            Workspace(beside).versions.edit(mark.article_id, text)
        workspace.open_article(other.id)
    article = library.article(mark.article_id)
    kept = library.marks(mark.article_id)
    assert article.text == text
    assert [each.exact for each in kept] == [text[each.start : each.end] for each in kept]
    assert kept[1].tags == ("later",)


def test_a_mark_can_be_undone_while_its_tags_are_written(pane: NotesPane, workspace: Workspace) -> None:
    mark = workspace.marking.highlight((0, 2), "ou")
    assert mark is not None
    pane.edit_tags(mark.id)
    _editor(pane).tags.set_tags(["later"])
    workspace.undo()
    assert len(workspace.marks) == 4
    assert _delegate(pane).editing is None
    workspace.redo()
    assert len(workspace.marks) == 5


def test_the_editor_grows_with_its_text(pane: NotesPane, workspace: Workspace, qtbot: QtBot) -> None:
    pane.edit(workspace.marks[1].id)
    editor = _editor(pane)
    qtbot.waitUntil(lambda: editor.height() > 60)
    low = editor.height()
    for _ in range(4):
        QTest.keyClick(editor.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: editor.height() > low + 50)
    row = pane.list.visualRect(pane.model.index(1))
    assert row.contains(editor.geometry())
    assert not row.intersects(pane.list.visualRect(pane.model.index(2)))
    assert editor.note.verticalScrollBar().value() == 0


def test_the_editor_is_as_high_as_the_note_it_begins_with(
    pane: NotesPane, workspace: Workspace, qtbot: QtBot
) -> None:
    def lines() -> float:
        editor = _editor(pane).note
        # Of a line with hanzi, which is higher than the font of the interface alone would be.
        block = editor.document().begin()
        editor.document().documentLayout().blockBoundingRect(block)  # else it may have no line yet
        return (editor.viewport().height() - 8) / block.layout().lineAt(0).height()

    workspace.marking.write_note(workspace.marks[0].id, "湖" * 60)
    pane.edit(workspace.marks[0].id)
    qtbot.waitUntil(lambda: 3 <= lines() < 4)
    pane.resize(300, 700)
    qtbot.waitUntil(lambda: 4 <= lines() < 5)
    workspace.marking.write_note(workspace.marks[3].id, "湖\n" * 60)
    pane.edit(workspace.marks[3].id)
    qtbot.waitUntil(lambda: 14 <= lines() < 15)
    assert _editor(pane).note.verticalScrollBar().isVisible()


def test_tags_are_entered_by_themselves(pane: NotesPane, workspace: Workspace) -> None:
    mark = workspace.marks[3]
    pane.edit_tags(mark.id)
    editor = _editor(pane)
    assert editor.tags.hasFocus()
    assert editor.tags.tags == ("place",)
    QTest.keyClicks(editor.tags.field, "lake")
    QTest.keyClick(editor.tags.field, Qt.Key.Key_Return)
    assert editor.tags.tags == ("place", "lake")
    assert workspace.mark(mark.id).tags == ("place",)
    QTest.keyClick(editor.tags.field, Qt.Key.Key_Return)
    assert workspace.mark(mark.id).tags == ("place", "lake")


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("", ()),
        (" a  b ", ("a", "b")),
        ("a,b，c、d;e", ("a", "b", "c", "d", "e")),
        ("#a ##b a", ("a", "b")),
        ("# , #", ()),
        ("鹽湖　產業", ("鹽湖", "產業")),
    ],
)
def test_a_line_is_divided_into_tags(line: str, tags: tuple[str, ...]) -> None:
    assert tags_of(line) == tags


def test_delete_and_undo(pane: NotesPane, workspace: Workspace) -> None:
    pane.focus_list()
    QTest.keyClick(pane.list, Qt.Key.Key_Delete)
    assert [card.mark.exact for card in pane.model.cards] == ["星羅棋布", "𠀀上", "察爾汗"]
    assert pane.model.cards[1].number == 1
    workspace.undo()
    assert pane.model.rowCount() == 4
    assert pane.list.currentIndex().row() == 0


def test_a_mark_that_goes_takes_its_editor_along(pane: NotesPane, workspace: Workspace) -> None:
    made = workspace.marking.highlight((0, 2), "ou")
    assert made is not None
    pane.edit(made.id)
    QTest.keyClicks(_editor(pane).note, "x")
    workspace.undo()
    assert _delegate(pane).editing is None
    assert pane.model.rowCount() == 4
    pane.edit(workspace.marks[0].id)
    assert _editor(pane).text == "Which **basin**?"


def test_the_words_on_a_card_do_what_they_say(pane: NotesPane, workspace: Workspace) -> None:
    said: list[Said] = []
    workspace.said.connect(said.append)
    _click_action(pane, 3, "copy")
    assert QGuiApplication.clipboard().text() == "察爾汗\n——《鹽湖》，青海新聞網"
    assert [each.text for each in said] == ["Quote copied"]
    _click_action(pane, 3, "delete")
    assert pane.model.rowCount() == 3
    _click_action(pane, 0, "edit")
    assert _editor(pane).text == "Which **basin**?"


def test_a_double_click_edits(pane: NotesPane) -> None:
    QTest.mouseDClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=_centre(pane, 0))
    assert _editor(pane).note.hasFocus()


def test_chips_filter_by_colour_with_mouse_and_keys(pane: NotesPane, workspace: Workspace) -> None:
    chips = pane.filters.chips.chips
    assert [chip.accessibleName() for chip in chips[:3]] == [
        "All, 4 marks",
        "朱 Vermilion, 2 marks",
        "藤黃 Yellow, 1 mark",
    ]
    QTest.mouseClick(chips[1], Qt.MouseButton.LeftButton)
    assert pane.model.rowCount() == 2
    chips[1].setFocus()
    QTest.keyClick(chips[1], Qt.Key.Key_Right)
    assert chips[2].isChecked()
    assert [pane.model.card_at(pane.model.index(row)).mark.exact for row in range(pane.model.rowCount())] == [
        "星羅棋布"
    ]
    pane.edit(workspace.marks[0].id)
    assert chips[0].isChecked()
    assert _editor(pane).text == "Which **basin**?"


def test_chips_that_find_no_room_go_into_a_second_line(pane: NotesPane, qtbot: QtBot) -> None:
    chips = pane.filters.chips.chips
    assert len({chip.y() for chip in chips}) == 1
    pane.resize(260, 700)
    qtbot.waitUntil(lambda: len({chip.y() for chip in chips}) == 2)
    qtbot.waitUntil(lambda: all(pane.filters.chips.rect().contains(chip.geometry()) for chip in chips))
    assert pane.filters.chips.geometry().bottom() < pane._stack.geometry().top()


def test_empty_panes_say_what_to_do(pane: NotesPane, workspace: Workspace, library: Library) -> None:
    for mark in workspace.marks:
        workspace.marking.delete_mark(mark.id)
    assert "press H" in pane._empty.text()
    assert pane._empty.isVisible()
    assert not pane.filters.chips.isVisible()
    workspace.open_article(None)
    assert "No article" in pane._empty.text()
    pane.focus_list()


def test_a_note_that_cannot_be_saved_stays_in_the_editor(
    pane: NotesPane, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane.edit(workspace.marks[0].id)
    QTest.keyClicks(_editor(pane).note, "?")
    monkeypatch.setattr(workspace.marking, "write_note", lambda *_: None)
    QTest.keyClick(_editor(pane).note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert _editor(pane).text == "Which **basin**??"


@pytest.mark.parametrize("name", ["paper", "night"])
def test_both_themes_paint_cards_in_their_colours(pane: NotesPane, name: str) -> None:
    theme = load(name)
    pane.set_theme(theme)
    rect = card_rect(pane.list.visualRect(pane.model.index(3)), pane.list)
    image = pane.list.viewport().grab().toImage()
    assert image.pixelColor(rect.left() + 1, rect.center().y()) == QColor(theme.edges["tian"])
    assert image.pixelColor(rect.right() - 4, rect.top() + 4) == QColor(theme.raised)


def test_from_a_draft_one_can_go_back_to_the_saved_note(
    pane: NotesPane, workspace: Workspace, qtbot: QtBot
) -> None:
    mark = workspace.marks[0]
    workspace.marking.keep_draft(mark.id, "Another thought")
    pane.edit(mark.id)
    (back,) = [button for button in _editor(pane).findChildren(QPushButton) if "saved note" in button.text()]
    qtbot.waitUntil(back.isVisible)
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert _editor(pane).text == "Which **basin**?"
    assert _editor(pane).note.hasFocus()
    QTest.keyClick(_editor(pane).note, Qt.Key.Key_Escape)
    assert workspace.library.drafts() == {}
