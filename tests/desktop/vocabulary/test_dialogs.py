from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from meipi.vocabulary.known_dialog import KnownDialog
from meipi.vocabulary.levels_dialog import LevelsDialog
from meipi.workspace import Library, Said, Workspace, open_library
from meipi.workspace.knowledge import up_to_level
from meipi.workspace.viewing import Viewing


@pytest.fixture
def known(workspace: Workspace, qtbot: QtBot) -> KnownDialog:
    dialog = KnownDialog(None, workspace)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def levels(workspace: Workspace, viewing: Viewing, qtbot: QtBot) -> LevelsDialog:
    dialog = LevelsDialog(None, workspace, viewing)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def told(dialog: KnownDialog, qtbot: QtBot) -> list[str]:
    qtbot.waitUntil(lambda: not dialog._wait.isActive())
    return dialog.result_label.text().splitlines()


def test_a_list_is_counted_before_anything_is_known(
    known: KnownDialog, workspace: Workspace, library: Library, qtbot: QtBot
) -> None:
    assert told(known, qtbot) == ["No word yet"]
    assert not known.know_button.isEnabled()
    workspace.vocabulary.know(["銀行"])
    known.text.setPlainText("# HSK\n银行\n鹽湖\tyán hú\n盐湖\n???\n他在银行里数钱。\n")
    assert told(known, qtbot) == [
        "2 words understood, 1 of them new",
        "2 lines not understood: ??? · 他在银行里数钱。",
    ]
    assert library.known_words.all() == {"银行"}
    QTest.mouseClick(known.know_button, Qt.MouseButton.LeftButton)
    assert library.known_words.all() == {"银行", "盐湖"}
    assert not known.isVisible()
    workspace.undo()
    assert library.known_words.all() == {"银行"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_file_is_read_whatever_its_encoding(
    known: KnownDialog, library: Library, tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "HSK.csv"
    path.write_bytes("银行,bank\r\n盐湖,salt lake\r\n我们,we\r\n".encode(encoding))
    known.read_file(str(path))
    assert known.result_label.text() == "3 words understood, 3 of them new"
    QTest.mouseClick(known.know_button, Qt.MouseButton.LeftButton)
    assert library.known_words.all() == {"银行", "盐湖", "我们"}


def test_a_file_that_cannot_be_read_is_told(known: KnownDialog, tmp_path: Path) -> None:
    known.text.setPlainText("银行")
    known.read_file(str(tmp_path / "nowhere.txt"))
    assert "nowhere.txt" in known.result_label.text()
    assert known.text.toPlainText() == "银行"


def test_cancel_knows_nothing(known: KnownDialog, library: Library, qtbot: QtBot) -> None:
    known.text.setPlainText("银行")
    told(known, qtbot)
    QTest.mouseClick(known.cancel_button, Qt.MouseButton.LeftButton)
    assert library.known_words.all() == frozenset()


def test_a_level_is_known_at_once_and_becomes_the_readers(
    levels: LevelsDialog, workspace: Workspace, viewing: Viewing, library: Library
) -> None:
    levels.list.setCurrentText("HSK 2.0")
    assert [levels.level.itemText(place) for place in range(levels.level.count())] == [
        f"HSK {level}" for level in range(1, 7)
    ]
    QTest.keyClick(levels.level, Qt.Key.Key_Down)
    assert levels.level.currentText() == "HSK 4"
    words = up_to_level(4, "HSK 2.0")
    workspace.vocabulary.know(["我们"])
    levels._tell()
    assert levels.told.text() == f"{len(words):,} words, {len(words) - 1:,} of them new"
    QTest.mouseClick(levels.know_button, Qt.MouseButton.LeftButton)
    assert library.known_words.all() == words
    assert (viewing.level, viewing.level_list) == (4, "HSK 2.0")
    workspace.undo()
    assert library.known_words.all() == {"我们"}


def test_the_highest_level_of_a_list_is_kept_where_it_has_one(levels: LevelsDialog) -> None:
    levels.level.setCurrentIndex(6)
    assert levels.level.currentText() == "HSK 7–9"
    levels.list.setCurrentText("HSK 2.0")
    assert levels.level.currentText() == "HSK 6"
    levels.list.setCurrentText("HSK 3.0 (2021)")
    assert levels.level.currentText() == "HSK 6"


def test_a_library_that_cannot_be_written_keeps_the_dialog_open(library: Library, qtbot: QtBot) -> None:
    library.add_article(title="一", text="鹽湖")
    with open_library(library.path, read_only=True) as closed:
        workspace = Workspace(closed)
        heard: list[Said] = []
        workspace.said.connect(heard.append)
        dialog = KnownDialog(None, workspace)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.text.setPlainText("银行")
        told(dialog, qtbot)
        QTest.mouseClick(dialog.know_button, Qt.MouseButton.LeftButton)
        assert dialog.isVisible()
        assert dialog.text.toPlainText() == "银行"
        assert [said.problem for said in heard] == [True]
