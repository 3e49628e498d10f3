"""The whole main job without a mouse."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from driving import CONTROL, SHIFT, Key, running

TEXT = "\n".join(
    (
        "重慶的橋",
        "王明在銀行上班，他說：「橋通了，路就近了。」每天早上他走過大橋，覺得日子長了許多。",
        "橋上的人",
        "他長大以後去了重慶，還常常想起從前的音樂。孩子們跑得很快，一會兒就不見了。",
    )
)


def test_main_job_by_keyboard_alone(tmp_path: Path) -> None:
    source, exported = tmp_path / "bridge.txt", tmp_path / "bridge.md"
    source.write_bytes(TEXT.encode("big5"))
    with running(tmp_path / "library.db") as driver:
        driver.app.open(source)
        driver.settle()
        workspace = driver.app.workspace
        assert workspace.article is not None
        assert workspace.article.text == TEXT
        assert driver.focus() is driver.page

        # Turn it Simplified, put pinyin over it.
        driver.press(Key.Key_T)
        assert driver.page.sheet is not None
        assert "银行" in driver.page.sheet.shown.text
        driver.press(Key.Key_P)
        typeset, bank = driver.page.sheet.typeset, TEXT.index("銀行")
        numbers = typeset.told.numbers[bank : bank + 2]
        assert [typeset.spellings.pinyin[number] for number in numbers] == ["yín", "háng"]

        # Select by hanzi with the caret, highlight, write a note.
        driver.press(Key.Key_V)
        driver.press(Key.Key_Down)
        driver.press(Key.Key_Home)
        driver.press(Key.Key_Right, times=3)
        driver.press(Key.Key_Right, SHIFT, times=4)
        assert driver.page.shown_text(driver.page.selection) == "银行上班"
        driver.press(Key.Key_H)
        assert [mark.exact for mark in workspace.marks] == ["銀行上班"]
        driver.press(Key.Key_N)
        assert isinstance(driver.focus(), QPlainTextEdit)
        driver.type("Where does he work? hjk 123 ")
        driver.type("銀行")
        driver.press(Key.Key_Return, CONTROL)
        assert workspace.marks[0].note == "Where does he work? hjk 123 銀行"
        assert driver.focus() is driver.page

        # Select a sentence, in another ink; recolour it; undo and redo.
        driver.press(Key.Key_End, CONTROL)
        driver.press(Key.Key_Left, times=3)
        driver.press(Key.Key_Period, CONTROL)
        driver.press(Key.Key_2)
        assert workspace.marks[1].exact == "孩子們跑得很快，一會兒就不見了。"
        assert workspace.marks[1].colour == "teng"
        driver.press(Key.Key_4)
        assert workspace.marks[1].colour == "tian"
        driver.press(Key.Key_Z, CONTROL)
        assert workspace.marks[1].colour == "teng"
        driver.press(Key.Key_Z, CONTROL | SHIFT)
        assert workspace.marks[1].colour == "tian"

        # Go along the marks, delete one, bring it back.
        driver.press(Key.Key_BracketLeft)
        assert workspace.mark_id == workspace.marks[0].id
        driver.press(Key.Key_BracketRight)
        assert workspace.mark_id == workspace.marks[1].id
        driver.press(Key.Key_Delete)
        assert len(workspace.marks) == 1
        driver.press(Key.Key_Z, CONTROL)
        assert len(workspace.marks) == 2
        before = workspace.marks

    with running(tmp_path / "library.db") as driver:
        assert driver.app.workspace.marks == before
        assert driver.app.viewing.script == "simplified"
        driver.page.setFocus()
        driver.press(Key.Key_E, CONTROL)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        driver.save_as(exported, lambda: QTest.keyClick(dialog, Key.Key_Return))

    text = exported.read_text("utf-8")
    assert "> “銀行上班”" in text
    assert "Where does he work? hjk 123 銀行" in text
    assert "## 橋上的人" in text
    assert "孩子們跑得很快，一會兒就不見了。" in text
    assert "天青" in text


def test_letters_are_no_commands_while_a_note_is_written(tmp_path: Path) -> None:
    with running(tmp_path / "library.db") as driver:
        driver.window.open_sample(1)
        driver.settle()
        driver.press(Key.Key_Period, CONTROL)
        driver.press(Key.Key_N)
        script, marks = driver.app.viewing.script, driver.app.workspace.marks
        driver.type("tphm123 n[]?")
        assert isinstance(driver.focus(), QPlainTextEdit)
        assert driver.focus().toPlainText() == "tphm123 n[]?"
        assert driver.app.viewing.script == script
        assert driver.app.workspace.marks == marks
        driver.press(Key.Key_Escape)
        assert driver.app.workspace.marking.draft(marks[0].id) == "tphm123 n[]?"


def test_palette_runs_a_command(tmp_path: Path) -> None:
    with running(tmp_path / "library.db") as driver:
        driver.window.open_sample(0)
        driver.settle()
        driver.press(Key.Key_K, CONTROL)
        driver.type("hong kong")
        driver.press(Key.Key_Return)
        assert (driver.app.viewing.script, driver.app.viewing.variant) == ("traditional", "hk")
        assert driver.focus() is driver.page


def test_function_keys_act_everywhere(tmp_path: Path) -> None:
    with running(tmp_path / "library.db") as driver:
        driver.window.open_sample(0)
        driver.settle()
        driver.press(Key.Key_L, CONTROL)
        assert driver.focus() is driver.window.library.list
        driver.press(Key.Key_F6)
        assert driver.app.viewing.script == "simplified"
        driver.press(Key.Key_F7)
        assert driver.app.viewing.phonetics == "pinyin"
        driver.press(Key.Key_L, CONTROL)
        assert not driver.window.library.isVisible()
        assert driver.focus() is driver.page
