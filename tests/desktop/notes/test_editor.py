"""The editor of a note by real keys, mouse and input method: what it writes, previews and links."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from driving import CONTROL, NONE, SHIFT, commit
from meipi.notes.editor import NoteEditor
from meipi.notes.pane import NotesPane
from meipi.support.completions import Completions
from meipi.workspace import Library, Workspace
from meipi_db import now

Key = Qt.Key


@pytest.fixture
def editor(pane: NotesPane, workspace: Workspace) -> NoteEditor:
    """That of a mark without a note."""
    return opened(pane, workspace.marks[1].id)


def opened(pane: NotesPane, mark_id: int) -> NoteEditor:
    pane.edit(mark_id)
    (editor,) = [each for each in pane.list.findChildren(NoteEditor) if each.isVisible()]
    return editor


def press(key: Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    for _ in range(times):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifiers)


def write(editor: NoteEditor, text: str) -> None:
    QTest.keyClicks(editor.note, text) if text.isascii() else commit(editor.note, text)


def offers(editor: NoteEditor) -> list[str]:
    (completions,) = editor.note.findChildren(Completions)
    return [offer.text for offer in completions.offers]


# Markdown as it is written


def test_enter_goes_on_with_a_list_and_ends_it_in_an_empty_item(editor: NoteEditor) -> None:
    write(editor, "1. one")
    press(Key.Key_Return)
    write(editor, "two")
    press(Key.Key_Return, times=2)
    write(editor, "after")
    assert editor.text == "1. one\n2. two\nafter"


def test_enter_within_an_item_takes_its_rest_along_and_before_it_nothing(editor: NoteEditor) -> None:
    write(editor, "- one two")
    press(Key.Key_Left, times=4)
    press(Key.Key_Return)
    assert editor.text == "- one\n-  two"
    press(Key.Key_Home)
    press(Key.Key_Return)
    assert editor.text == "- one\n\n-  two"


def test_tab_moves_an_item_in_and_out_and_else_goes_on(editor: NoteEditor) -> None:
    write(editor, "- 𠀀")
    press(Key.Key_Return)
    write(editor, "two")
    press(Key.Key_Left)
    press(Key.Key_Tab)
    assert editor.text == "- 𠀀\n  - two"
    write(editor, "x")
    assert editor.text == "- 𠀀\n  - twxo", "the caret is where it was among the letters"
    press(Key.Key_Return)
    press(Key.Key_Backtab, SHIFT)
    assert editor.text == "- 𠀀\n  - twx\n- o"
    press(Key.Key_Z, CONTROL)
    assert editor.text == "- 𠀀\n  - twx\n  - o", "one step of the field's own undo"
    press(Key.Key_Up, times=2)
    press(Key.Key_Tab)
    assert editor.tags.hasFocus(), "the first item can go no deeper"


def test_several_items_move_together(editor: NoteEditor) -> None:
    editor.note.setPlainText("- a\n- b\n- c")
    editor.note.moveCursor(editor.note.textCursor().MoveOperation.End)
    press(Key.Key_Up, SHIFT)
    press(Key.Key_Tab)
    assert editor.text == "- a\n  - b\n  - c"
    press(Key.Key_Backtab, SHIFT)
    assert editor.text == "- a\n- b\n- c"


def test_bold_and_italics_around_the_selection_and_off_again(editor: NoteEditor) -> None:
    write(editor, "see 鹽湖")
    press(Key.Key_Left, SHIFT, times=2)
    press(Key.Key_B, CONTROL)
    assert editor.text == "see **鹽湖**"
    press(Key.Key_I, CONTROL)
    assert editor.text == "see ***鹽湖***"
    press(Key.Key_I, CONTROL)
    press(Key.Key_B, CONTROL)
    assert editor.text == "see 鹽湖"
    press(Key.Key_End)
    press(Key.Key_I, CONTROL)
    write(editor, "!")
    assert editor.text == "see 鹽湖*!*"


def test_the_fields_undo_and_the_workspaces_one_step(
    pane: NotesPane, workspace: Workspace, editor: NoteEditor
) -> None:
    mark = workspace.marks[1]
    write(editor, "one")
    press(Key.Key_Return)
    write(editor, "two")
    while editor.text:
        press(Key.Key_Z, CONTROL)
    while editor.text != "one\ntwo":
        press(Key.Key_Z, CONTROL | SHIFT)
    assert workspace.undo_text is None
    press(Key.Key_Return, CONTROL)
    assert workspace.mark(mark.id).note == "one\ntwo"
    workspace.undo()
    assert workspace.mark(mark.id).note == ""
    assert workspace.undo_text is None


def test_an_input_method_composes_undisturbed(editor: NoteEditor) -> None:
    write(editor, "- ")
    for letters in ("y", "yan", "yan hu"):
        QApplication.sendEvent(editor.note, QInputMethodEvent(letters, []))
        press(Key.Key_Return)
        press(Key.Key_Tab)
        press(Key.Key_Escape)
        press(Key.Key_B, CONTROL)
    assert editor.note.hasFocus()
    commit(editor.note, "鹽湖")
    assert "鹽湖" in editor.text
    assert "**" not in editor.text
    assert editor.isVisible()


# The preview


def test_the_preview_shows_what_the_card_will(editor: NoteEditor, qtbot: QtBot) -> None:
    write(editor, "# Aims")
    assert not editor.preview.isVisible()
    low = editor.height()
    press(Key.Key_M, CONTROL | SHIFT)
    assert editor.preview.isVisible()
    assert editor.note.hasFocus()
    qtbot.waitUntil(lambda: editor.height() > low + 20)
    press(Key.Key_Return)
    write(editor, "- **one** `x` <b>")
    assert editor.preview.text == "Aims\n• one x <b>"
    qtbot.waitUntil(lambda: editor.rect().contains(editor.preview.geometry()))
    assert not editor.preview.geometry().intersects(editor.note.geometry())
    press(Key.Key_M, CONTROL | SHIFT)
    assert not editor.preview.isVisible()


def test_the_next_editor_begins_with_the_preview_as_it_was_left(
    pane: NotesPane, workspace: Workspace, editor: NoteEditor
) -> None:
    QTest.mouseClick(editor.preview_button, Qt.MouseButton.LeftButton)
    other = opened(pane, workspace.marks[0].id)
    assert other.preview.isVisible()
    assert other.preview.text == "Which basin?"


def test_a_click_on_a_link_in_the_preview_opens_it(pane: NotesPane, editor: NoteEditor, qtbot: QtBot) -> None:
    write(editor, "[map](https://example.org)")
    press(Key.Key_M, CONTROL | SHIFT)
    sheet = editor.preview.widget()
    assert isinstance(sheet, QWidget)
    with qtbot.waitSignal(pane.link_opened) as told:
        QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(16, 18))
    assert told.args == ["https://example.org"]
    with qtbot.assertNotEmitted(pane.link_opened):
        QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(sheet.width() - 12, 18))


def test_a_link_in_the_preview_is_struck_out_when_its_mark_goes(
    workspace: Workspace, editor: NoteEditor
) -> None:
    write(editor, "[[chaer")
    press(Key.Key_Return)
    press(Key.Key_M, CONTROL | SHIFT)
    before = editor.preview.grab().toImage()
    workspace.marking.delete_mark(workspace.marks[3].id)
    after = editor.preview.grab().toImage()
    assert after != before
    workspace.undo()
    assert editor.preview.grab().toImage() == before


def test_many_lines_scroll_in_the_preview(editor: NoteEditor, qtbot: QtBot) -> None:
    press(Key.Key_M, CONTROL | SHIFT)
    editor.note.setPlainText("湖\n" * 60 + "end")
    editor.note.moveCursor(editor.note.textCursor().MoveOperation.End)
    qtbot.waitUntil(lambda: editor.preview.verticalScrollBar().maximum() > 0)
    bar = editor.preview.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())


# Links between marks


def test_brackets_offer_marks_and_the_chosen_one_becomes_a_link(
    workspace: Workspace, library: Library, editor: NoteEditor
) -> None:
    article, mark = workspace.article, workspace.marks[3]
    assert article is not None
    write(editor, "see [[")
    assert offers(editor) == ["柴達木盆地", "星羅棋布", "𠀀上", "察爾汗"]
    write(editor, "chaerhan")
    assert offers(editor) == ["察爾汗"]
    press(Key.Key_Return)
    link = f"[察爾汗](meipi://article/{article.uid}#m{mark.id}-{mark.uid[:8]})"
    assert editor.text == f"see {link}"
    assert offers(editor) == []
    press(Key.Key_Return, CONTROL)
    assert library.mark(workspace.marks[1].id).note == f"see {link}"
    found = workspace.links.found(link[link.index("(") + 1 : -1])
    assert found is not None
    assert found.mark == mark


def test_the_list_follows_the_caret_as_the_editor_grows(
    pane: NotesPane, editor: NoteEditor, qtbot: QtBot
) -> None:
    def below() -> int:
        (shown,) = [each for each in pane.window().findChildren(QListWidget) if each.isVisible()]
        frame = shown.parentWidget()
        assert frame is not None
        caret = editor.note.cursorRect().bottomLeft()
        return frame.y() - editor.note.viewport().mapTo(pane.window(), caret).y()

    for _ in range(4):
        press(Key.Key_Return)
    write(editor, "[[")
    qtbot.waitUntil(lambda: 0 < below() < 12)
    pane.window().resize(344, 640)
    pane.list.move(pane.list.x(), pane.list.y() + 30)
    qtbot.waitUntil(lambda: 0 < below() < 12)


@pytest.mark.parametrize("brackets", ["[[", "【【"])
def test_marks_are_found_in_the_other_script_and_taken_by_tab(editor: NoteEditor, brackets: str) -> None:
    write(editor, f"𠀀{brackets}")
    write(editor, "星罗")
    assert offers(editor) == ["星羅棋布"]
    press(Key.Key_Tab)
    assert editor.text.startswith("𠀀[星羅棋布](meipi://")
    assert editor.note.hasFocus()


def test_arrows_and_brackets_that_are_closed_already(editor: NoteEditor) -> None:
    write(editor, "[[]]")
    press(Key.Key_Left, times=2)
    assert len(offers(editor)) == 4
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert editor.text.startswith("[星羅棋布](meipi://")
    assert editor.text.endswith(")")


def test_escape_leaves_the_brackets_and_not_the_note(editor: NoteEditor) -> None:
    write(editor, "[[")
    press(Key.Key_Escape)
    assert offers(editor) == []
    assert editor.isVisible()
    write(editor, "a")
    assert offers(editor) == [], "put off for these brackets"
    press(Key.Key_Return)
    assert editor.text == "[[a\n"
    write(editor, "[[")
    assert offers(editor), "but not for others"


def test_other_articles_and_their_marks_come_after(
    workspace: Workspace, library: Library, editor: NoteEditor
) -> None:
    other = library.add_article(title="察爾汗紀行", text="察爾汗的鹽")
    mark = library.add_mark(other.id, (0, 5), colour="zhu", note="white")
    workspace.refresh(frozenset({"articles", "marks"}))
    write(editor, "[[")
    write(editor, "察尔汗")
    assert offers(editor) == ["察爾汗", "察爾汗的鹽", "察爾汗紀行"]
    press(Key.Key_Down, times=2)
    press(Key.Key_Return)
    assert editor.text == f"[察爾汗紀行](meipi://article/{other.uid})"
    press(Key.Key_Return)
    write(editor, "[[white")
    assert offers(editor) == ["察爾汗的鹽"]
    library.put_mark(replace(mark, deleted=now()))
    workspace.refresh(frozenset({"marks"}))
    write(editor, " ")
    assert offers(editor) == []


def test_a_long_quote_with_signs_makes_a_short_label_that_reads_as_written(
    pane: NotesPane, workspace: Workspace, library: Library, qtbot: QtBot
) -> None:
    article = library.add_article(title="括號", text="[一]*二*_三_" + "四" * 40)
    library.add_mark(article.id, (0, article.length), colour="zhu")
    workspace.open_article(article.id)
    editor = opened(pane, workspace.marks[0].id)
    write(editor, "[[")
    press(Key.Key_Return)
    press(Key.Key_M, CONTROL | SHIFT)
    assert editor.preview.text == "[一]*二*_三_" + "四" * 15 + "…"


def test_addresses_are_small_and_soft_and_the_text_is_the_same(editor: NoteEditor, qtbot: QtBot) -> None:
    write(editor, "𠀀 [map](https://example.org) end")
    block = editor.note.document().begin()
    qtbot.waitUntil(lambda: bool(block.layout().formats()))
    (soft,) = block.layout().formats()
    assert (soft.start, soft.length) == (8, 21), "in UTF-16"
    assert editor.text == "𠀀 [map](https://example.org) end"


def test_tags_changed_everywhere_are_changed_in_an_open_editor(pane: NotesPane, workspace: Workspace) -> None:
    mark = workspace.marks[0]
    editor = opened(pane, mark.id)
    QTest.keyClicks(editor.tags.field, "mine,half")
    workspace.tags.rename("check", "seen")
    assert editor.tags.tags == ("seen", "鹽湖", "mine", "half")
    workspace.tags.delete("鹽湖")
    assert editor.tags.tags == ("seen", "mine", "half")
    workspace.undo()
    assert editor.tags.tags == ("seen", "mine", "half", "鹽湖")
    editor.note.setFocus()
    press(Key.Key_Return, CONTROL)
    assert workspace.mark(mark.id).tags == ("seen", "mine", "half", "鹽湖")


def test_a_long_note_is_previewed_in_a_pause(editor: NoteEditor, qtbot: QtBot) -> None:
    editor.note.setPlainText("湖水\n" * 2_000)
    press(Key.Key_M, CONTROL | SHIFT)
    assert editor.preview.text.endswith("湖水")
    editor.note.moveCursor(editor.note.textCursor().MoveOperation.End)
    write(editor, "**end**")
    assert editor.preview.text.endswith("湖水")
    qtbot.waitUntil(lambda: editor.preview.text.endswith("end"))
