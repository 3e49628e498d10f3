"""A file that has changed is opened again, read again, replaced; what changed is shown; by keys."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from driving import CONTROL, SHIFT, Driver, Key, running
from meipi.exchange.draft import ArticleDraft
from meipi.exchange.read_error import ReadError
from meipi.support.assets import resource
from meipi.window.edit_sheet import EditSheet
from meipi.window.question_bar import QuestionBar
from meipi.window.versions_dialog import VersionsDialog

TEXT = resource("samples/tea-ferry.txt").read_text("utf-8")
LINES = [line for line in TEXT.split("\n") if len(line) > 40]
STAYS, MOVES, CHANGES, GOES = LINES[0][3:12], LINES[1][2:20], LINES[2][4:16], LINES[3][2:14]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "渡船.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def reader(tmp_path: Path, file: Path, qapp: QApplication) -> Iterator[Driver]:
    """Has read the file, and marked four passages."""
    with running(tmp_path / "library.db") as made:
        made.app.open(file)
        made.settle()
        for colour, quote in zip(("zhu", "teng", "tian", "ou"), (STAYS, MOVES, CHANGES, GOES), strict=True):
            made.app.workspace.marking.highlight(made.find(quote), colour)
        made.app.workspace.choose_mark(None)
        made.window.toast.dismiss()
        made.page.setFocus()
        made.settle()
        yield made


def changed_text() -> str:
    new = TEXT.replace(LINES[1], "").replace(LINES[3], "").replace(CHANGES, CHANGES[:5] + "改" + CHANGES[6:])
    return f"更正啟事。\n{new}\n\n{LINES[1]}\n"


def kept(tmp_path: Path) -> list[tuple[str, str]]:
    with sqlite3.connect(tmp_path / "library.db") as db:
        return sorted(db.execute("SELECT exact, placed FROM mark WHERE deleted IS NULL").fetchall())


def texts(tmp_path: Path) -> list[str]:
    with sqlite3.connect(tmp_path / "library.db") as db:
        return [row[0] for row in db.execute("SELECT text FROM article WHERE deleted IS NULL ORDER BY id")]


def versions(tmp_path: Path) -> list[str]:
    with sqlite3.connect(tmp_path / "library.db") as db:
        return [row[0] for row in db.execute("SELECT reason FROM version ORDER BY id")]


def said(driver: Driver) -> str:
    toast = driver.window.toast
    return "" if toast.isHidden() else "\n".join(label.text() for label in toast.findChildren(QLabel))


def question(driver: Driver) -> QuestionBar:
    assert driver.window.sheets.question is not None
    return driver.window.sheets.question


def placed(driver: Driver) -> None:
    assert sorted(mark.placed for mark in driver.app.workspace.marks) == ["", "changed", "moved"]
    assert [mark.exact for mark in driver.app.workspace.orphans] == [GOES]


def test_a_file_opened_again_is_asked_about_and_updated(reader: Driver, file: Path, tmp_path: Path) -> None:
    file.write_text(changed_text(), "utf-8")
    reader.app.open(file)
    reader.settle()
    asked = question(reader)
    assert asked.isVisible()
    assert "渡船.txt" in asked.accessibleName()
    assert texts(tmp_path) == [TEXT]
    assert reader.focus() is asked.buttons[0]
    reader.press(Key.Key_Return)
    assert not asked.isVisible()
    assert reader.focus() is reader.page
    assert texts(tmp_path) == [changed_text()]
    assert versions(tmp_path) == ["file"]
    placed(reader)
    assert "Updated: 1 mark stays, 1 moved, 1 changed, 1 to be placed by hand" in said(reader)
    reader.press(Key.Key_Z, CONTROL)
    assert texts(tmp_path) == [TEXT]
    assert versions(tmp_path) == []
    assert kept(tmp_path) == sorted((quote, "") for quote in (STAYS, MOVES, CHANGES, GOES))


def test_both_can_be_kept_and_the_question_put_away(reader: Driver, file: Path, tmp_path: Path) -> None:
    file.write_text(changed_text(), "utf-8")
    reader.app.open(file)
    reader.settle()
    reader.press(Key.Key_Escape)
    assert not question(reader).isVisible()
    assert texts(tmp_path) == [TEXT]
    reader.app.open(file)
    reader.settle()
    reader.press(Key.Key_Tab)
    reader.press(Key.Key_Space)
    assert texts(tmp_path) == [TEXT, changed_text()]
    assert versions(tmp_path) == []


def test_the_same_file_opened_again_is_no_news(reader: Driver, file: Path, tmp_path: Path) -> None:
    reader.app.open(file)
    reader.settle()
    assert reader.window.sheets.question is None
    assert "Already in the library" in said(reader)
    assert texts(tmp_path) == [TEXT]


def test_several_files_are_updated_and_told_in_one_sentence(
    reader: Driver, file: Path, tmp_path: Path
) -> None:
    other, new = tmp_path / "一.txt", tmp_path / "二.txt"
    other.write_text("山前有一條小河。\n河上有一座橋，橋邊有人家。\n", "utf-8")
    reader.app.open(other)
    reader.settle()
    other.write_text("新聞一則。\n山前有一條小河。\n河上有一座橋，橋邊有人家。\n", "utf-8")
    new.write_text("另外的一篇。\n與前面的都無關。\n", "utf-8")
    file.write_text(changed_text(), "utf-8")
    reader.window.desk.arrivals.open([file, other, new])
    reader.settle()
    assert len(texts(tmp_path)) == 3
    assert versions(tmp_path) == ["file", "file"]
    assert "2 articles updated: 1 mark stays, 1 moved" in said(reader)
    updated = texts(tmp_path)
    reader.press(Key.Key_Z, CONTROL)
    assert versions(tmp_path) == []
    assert texts(tmp_path) == [TEXT, "山前有一條小河。\n河上有一座橋，橋邊有人家。\n"]
    reader.press(Key.Key_Z, CONTROL | SHIFT)
    assert texts(tmp_path) == updated


def test_f5_reads_the_file_again(reader: Driver, file: Path, tmp_path: Path) -> None:
    reader.press(Key.Key_F5)
    assert "The text has not changed" in said(reader)
    file.write_text(changed_text(), "utf-8")
    reader.press(Key.Key_F5)
    assert texts(tmp_path) == [changed_text()]
    placed(reader)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "cannot be found"),
        (b"", "has no text in it"),
        (b"\x89PNG\r\n\x1a\n" + bytes(900), "is not a text file"),
    ],
)
def test_a_file_that_cannot_be_read_changes_nothing(
    reader: Driver, file: Path, tmp_path: Path, content: bytes | None, told: str
) -> None:
    before = kept(tmp_path)
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content)
    reader.press(Key.Key_F5)
    assert told in said(reader)
    assert "The article is as it was." in said(reader)
    assert (texts(tmp_path), kept(tmp_path)) == ([TEXT], before)


def test_a_file_with_another_article_is_asked_about(reader: Driver, file: Path, tmp_path: Path) -> None:
    file.write_bytes(resource("samples/the-far-bank.txt").read_bytes())
    reader.press(Key.Key_F5)
    asked = question(reader)
    assert "another article" in asked.accessibleName()
    assert texts(tmp_path) == [TEXT]
    assert [button.text() for button in asked.buttons] == ["Keep both", "Replace the text all the same"]
    reader.press(Key.Key_Return)
    assert len(texts(tmp_path)) == 2
    assert texts(tmp_path)[0] == TEXT


def test_a_text_that_was_edited_here_is_not_overwritten_by_its_old_file(
    reader: Driver, file: Path, tmp_path: Path
) -> None:
    reader.app.workspace.versions.edit(1, TEXT.replace(STAYS, STAYS + "了"))
    reader.settle()
    reader.press(Key.Key_F5)
    assert "the text was changed here" in said(reader)
    assert texts(tmp_path) == [TEXT.replace(STAYS, STAYS + "了")]
    reader.app.open(file)
    reader.settle()
    assert reader.window.sheets.question is None
    assert "the text was changed here" in said(reader)


def test_an_article_without_a_file_says_so(reader: Driver) -> None:
    reader.window.open_sample(1)
    reader.settle()
    reader.press(Key.Key_F5)
    assert "did not come from a file" in said(reader)


def test_a_page_of_the_web_is_read_again(
    reader: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def read_address(address: str) -> ArticleDraft:
        asked.append(address)
        if len(asked) > 1:
            raise ReadError("unreachable", address)
        return ArticleDraft("渡船", changed_text(), url=address)

    monkeypatch.setattr("meipi.exchange.web.read_address", read_address)
    reader.app.workspace.add_drafts([ArticleDraft("渡船", TEXT + "網頁。\n", url="https://a.b/ferry")])
    reader.settle()
    reader.page.setFocus()
    reader.press(Key.Key_F5)
    assert texts(tmp_path)[-1] == changed_text()
    assert versions(tmp_path) == ["address"]
    reader.press(Key.Key_F5)
    assert asked == ["https://a.b/ferry"] * 2
    assert "The article is as it was." in said(reader)
    assert texts(tmp_path)[-1] == changed_text()


def test_another_edition_from_the_clipboard(reader: Driver, tmp_path: Path, qapp: QApplication) -> None:
    data = QMimeData()
    data.setText(changed_text())
    qapp.clipboard().setMimeData(data)
    reader.app.commands["file.replace_pasted"].trigger()
    reader.settle()
    assert texts(tmp_path) == [changed_text()]
    assert versions(tmp_path) == ["edition"]
    placed(reader)


@pytest.mark.parametrize("command", ["file.paste", "file.replace_pasted"])
def test_nothing_was_ever_copied(
    reader: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr(QClipboard, "mimeData", lambda _clipboard: None)
    reader.app.commands[command].trigger()
    reader.settle()
    assert "no text to paste" in said(reader)
    assert texts(tmp_path) == [TEXT]


def test_another_edition_from_a_file(reader: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "新版.txt"
    other.write_text(changed_text(), "utf-8")
    monkeypatch.setattr(
        "meipi.window.version_sheets.QFileDialog.getOpenFileName", lambda *_: (str(other), "")
    )
    reader.app.commands["file.replace_text"].trigger()
    reader.settle()
    assert texts(tmp_path) == [changed_text()]
    with sqlite3.connect(tmp_path / "library.db") as db:
        assert db.execute("SELECT path FROM article").fetchall() == [(str(other),)]


def test_the_other_script_becomes_the_source(reader: Driver, tmp_path: Path) -> None:
    reader.app.commands["file.convert_source"].trigger()
    reader.settle()
    assert versions(tmp_path) == ["script"]
    assert [placed for _, placed in kept(tmp_path)] == [""] * 4
    assert "4 marks stay" in said(reader)
    assert reader.app.workspace.article is not None
    assert reader.app.workspace.article.script == "simplified"


def test_a_typo_is_put_right_by_keys(reader: Driver, tmp_path: Path) -> None:
    reader.page.set_selection(reader.find(CHANGES))
    reader.press(Key.Key_F2, SHIFT)
    (sheet,) = (each for each in reader.window.findChildren(EditSheet) if each.isVisible())
    assert reader.focus() is sheet.field
    reader.press(Key.Key_Delete)
    reader.press(Key.Key_Return, CONTROL)
    assert texts(tmp_path) == [TEXT.replace(CHANGES, CHANGES[1:])]
    assert (CHANGES[1:], "changed") in kept(tmp_path)
    assert reader.focus() is reader.page
    reader.press(Key.Key_Z, CONTROL)
    assert texts(tmp_path) == [TEXT]


def test_what_was_typed_is_not_lost_by_one_key(reader: Driver, tmp_path: Path) -> None:
    reader.press(Key.Key_F2, SHIFT)
    (sheet,) = (each for each in reader.window.findChildren(EditSheet) if each.isVisible())
    reader.type("t")
    reader.press(Key.Key_Escape)
    assert sheet.isVisible()
    reader.press(Key.Key_Escape)
    assert texts(tmp_path) == [TEXT]
    assert not [each for each in reader.window.findChildren(EditSheet) if each.isVisible()]
    reader.press(Key.Key_F2, SHIFT)
    (sheet,) = (each for each in reader.window.findChildren(EditSheet) if each.isVisible())
    reader.press(Key.Key_A, CONTROL)
    reader.press(Key.Key_Delete)
    reader.press(Key.Key_Return, CONTROL)
    assert sheet.isVisible()
    assert texts(tmp_path) == [TEXT]
    sheet.close_sheet()


def test_a_mark_is_placed_by_hand_and_others_confirmed(reader: Driver, file: Path, tmp_path: Path) -> None:
    file.write_text(changed_text(), "utf-8")
    reader.press(Key.Key_F5)
    assert reader.app.commands["mark.attach"].isEnabled()
    reader.press(Key.Key_M, CONTROL | SHIFT)
    assert "Select some text first" in said(reader)
    reader.page.set_selection(reader.find("更正啟事"))
    reader.press(Key.Key_M, CONTROL | SHIFT)
    assert ("更正啟事", "") in kept(tmp_path)
    assert not reader.app.commands["mark.attach"].isEnabled()
    moved = next(mark for mark in reader.app.workspace.marks if mark.placed == "moved")
    reader.app.workspace.choose_mark(moved.id)
    reader.press(Key.Key_Y)
    assert (MOVES, "") in kept(tmp_path)
    assert not reader.app.commands["mark.confirm"].isEnabled()
    reader.app.commands["mark.confirm_all"].trigger()
    assert {placed for _, placed in kept(tmp_path)} == {""}
    reader.app.commands["mark.confirm_all"].trigger()
    assert "No mark in this article waits" in said(reader)


def test_marks_that_wait_are_gone_to_one_after_the_other(reader: Driver, file: Path) -> None:
    reader.press(Key.Key_BracketRight, CONTROL)
    assert "No mark in this article waits" in said(reader)
    file.write_text(changed_text(), "utf-8")
    reader.press(Key.Key_F5)
    seen = []
    for _ in range(3):
        reader.press(Key.Key_BracketRight, CONTROL)
        chosen = reader.app.workspace.mark_id
        assert chosen is not None
        seen.append(reader.app.workspace.mark(chosen).placed)
    assert seen == ["changed", "moved", "changed"]
    reader.press(Key.Key_Y)
    reader.press(Key.Key_BracketRight, CONTROL)
    reader.press(Key.Key_Y)
    assert {mark.placed for mark in reader.app.workspace.marks} == {""}


def dialog(driver: Driver) -> VersionsDialog:
    (found,) = (each for each in driver.window.findChildren(VersionsDialog) if each.isVisible())
    assert isinstance(found, VersionsDialog)
    return found


def rows(listed: QListWidget) -> list[str]:
    return [listed.item(row).text() for row in range(listed.count())]


def test_marks_that_were_deleted_are_not_counted(reader: Driver, file: Path) -> None:
    reader.app.workspace.marking.delete_mark(reader.app.workspace.marks[0].id)
    file.write_text(changed_text(), "utf-8")
    reader.press(Key.Key_F5)
    reader.press(Key.Key_F5, SHIFT)
    assert "· 3 marks\n" in rows(dialog(reader).versions)[0]


def test_what_changed_is_shown_with_the_marks_it_touched(reader: Driver, file: Path) -> None:
    reader.press(Key.Key_F5, SHIFT)
    assert "has not changed since it was added" in said(reader)
    file.write_text(changed_text(), "utf-8")
    reader.press(Key.Key_F5)
    reader.press(Key.Key_F5, SHIFT)
    found = dialog(reader)
    assert reader.focus() is found.versions
    assert rows(found.versions)[0].endswith(f"· {len(TEXT):,} 字 · 4 marks\nuntil the file changed")
    assert [row.split("\n")[0] for row in rows(found.marks)] == [
        "to be placed by hand",
        "changed",
        "moved",
        "stays",
    ]
    assert f"{CHANGES[:14]} → " in rows(found.marks)[1]
    shown = found.diff.toPlainText()
    assert "更正啟事" in shown
    assert CHANGES[:5] + CHANGES[5] + "改" + CHANGES[6:] in shown  # what was taken out, and what was put in
    assert "sentences as they were" in shown
    found.switch.chosen.emit("text")
    reader.settle()
    assert found.former.toPlainText() == TEXT
    marked = {selection.cursor.selectedText() for selection in found.former.extraSelections()}
    assert marked == {STAYS, MOVES, CHANGES, GOES}
    found.reject()


def test_enter_on_a_mark_goes_to_it(reader: Driver, file: Path, qtbot: QtBot) -> None:
    file.write_text(changed_text(), "utf-8")
    reader.press(Key.Key_F5)
    reader.press(Key.Key_F5, SHIFT)
    found = dialog(reader)
    found.marks.setFocus()
    found.marks.setCurrentRow(2)
    reader.press(Key.Key_Return)
    assert not [each for each in reader.window.findChildren(VersionsDialog) if each.isVisible()]
    chosen = reader.app.workspace.mark_id
    assert chosen is not None
    assert reader.app.workspace.mark(chosen).exact == MOVES
    assert reader.page.boxes(reader.find(MOVES))


def test_the_way_back(reader: Driver, file: Path, tmp_path: Path) -> None:
    file.write_text(changed_text(), "utf-8")
    reader.press(Key.Key_F5)
    reader.press(Key.Key_F5, SHIFT)
    dialog(reader).back_button.click()
    reader.settle()
    assert texts(tmp_path) == [TEXT]
    assert kept(tmp_path) == sorted((quote, "") for quote in (STAYS, MOVES, CHANGES, GOES))
    assert versions(tmp_path) == ["file", "back"]
    reader.window.activateWindow()
    reader.page.setFocus()
    reader.settle()
    reader.press(Key.Key_F5, SHIFT)
    assert [row.split("\n")[1] for row in rows(dialog(reader).versions)] == [
        "until a former text came back",
        "until the file changed",
    ]
    reader.press(Key.Key_Down)
    assert "更正啟事" in dialog(reader).diff.toPlainText()
    dialog(reader).reject()


def test_the_dialog_says_when_a_former_text_is_damaged(reader: Driver, file: Path, tmp_path: Path) -> None:
    file.write_text(changed_text(), "utf-8")
    reader.press(Key.Key_F5)
    with sqlite3.connect(tmp_path / "library.db") as db:
        db.execute("UPDATE version SET text = x'00'")
    reader.press(Key.Key_F5, SHIFT)
    found = dialog(reader)
    assert "cannot be read any more" in found.diff.toPlainText()
    assert not found.back_button.isEnabled()
    assert found.close_button.isEnabled()
    found.reject()
