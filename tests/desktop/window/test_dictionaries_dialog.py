"""The dictionaries, by keys: what the reader sees, and what words are then looked up in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from driving import Driver, running
from meipi.language import words
from meipi.window.dictionaries_dialog import DictionariesDialog

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ENTRY = "湖 湖 [hu2] /{sense}/\n"


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[Driver]:
    with running(tmp_path / "library.db") as made:
        yield made


@pytest.fixture
def dialog(driver: Driver) -> DictionariesDialog:
    QTest.keyClick(driver.window, Key.Key_D, CONTROL | SHIFT)
    driver.settle()
    found = driver.window.findChild(DictionariesDialog)
    assert isinstance(found, DictionariesDialog)
    return found


@pytest.fixture
def add(dialog: DictionariesDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Adds a dictionary by the button, from a file of that name."""

    def chosen(name: str, text: str = "") -> None:
        path = tmp_path / name
        path.write_text(text or ENTRY.format(sense=name), "utf-8")
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        dialog.add_button.setFocus()
        QTest.keyClick(dialog.add_button, Key.Key_Space)
        dialog._jobs.wait()
        QApplication.processEvents()

    return chosen


def names(dialog: DictionariesDialog) -> list[str]:
    return [row.used.text() for row in dialog.rows]


def sources() -> list[str]:
    return [entry.dictionary for entry in words.look_up("湖", 0)]


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)
    QApplication.processEvents()


def test_the_packaged_one_says_what_it_is(dialog: DictionariesDialog) -> None:
    [row] = dialog.rows
    assert row.used.text() == "CC-CEDICT"
    assert "CC BY-SA 4.0" in row.about.text()
    assert "entries" in row.about.text()
    assert not row.remove.isEnabled()
    press(Key.Key_Delete)
    assert names(dialog) == ["CC-CEDICT"]


def test_add_move_switch_off_remove_and_bring_back(
    dialog: DictionariesDialog, add: Callable[..., None]
) -> None:
    add("one.u8")
    add("two.u8")
    assert names(dialog) == ["CC-CEDICT", "one", "two"]
    assert dialog.told.text() == "“two” was added."
    assert sources() == ["CC-CEDICT", "one", "two"]
    assert QApplication.focusWidget() is dialog.rows[2].used
    press(Key.Key_Up, ALT)
    press(Key.Key_Up, ALT)
    press(Key.Key_Up, ALT)
    assert names(dialog) == ["two", "CC-CEDICT", "one"]
    assert sources() == ["two", "CC-CEDICT", "one"]
    press(Key.Key_Down, ALT)
    assert sources() == ["CC-CEDICT", "two", "one"]
    press(Key.Key_Space)
    assert sources() == ["CC-CEDICT", "one"]
    press(Key.Key_Space)
    press(Key.Key_Delete)
    assert names(dialog) == ["CC-CEDICT", "one"]
    assert dialog.told.text() == "“two” was removed."
    assert sources() == ["CC-CEDICT", "one"]
    press(Key.Key_Z, CONTROL)
    assert names(dialog) == ["CC-CEDICT", "two", "one"]
    assert sources() == ["CC-CEDICT", "two", "one"]


def test_by_mouse(dialog: DictionariesDialog, add: Callable[..., None]) -> None:
    add("one.u8")
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(dialog.rows[1].up, left)
    assert names(dialog) == ["one", "CC-CEDICT"]
    assert not dialog.rows[0].up.isEnabled()
    assert not dialog.rows[1].down.isEnabled()
    QTest.mouseClick(dialog.rows[0].remove, left)
    assert names(dialog) == ["CC-CEDICT"]
    assert dialog.undo_button.isVisible()
    QTest.mouseClick(dialog.undo_button, left)
    assert names(dialog) == ["one", "CC-CEDICT"]
    assert not dialog.undo_button.isVisible()


def test_removed_for_good_when_it_is_closed(
    driver: Driver, dialog: DictionariesDialog, add: Callable[..., None], tmp_path: Path
) -> None:
    add("one.u8")
    add("two.u8")
    press(Key.Key_Delete)
    assert len(list((tmp_path / "library.dictionaries").iterdir())) == 2
    press(Key.Key_Escape)
    driver.settle()
    assert len(list((tmp_path / "library.dictionaries").iterdir())) == 1
    assert sources() == ["CC-CEDICT", "one"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("这是一篇文章。", "is no dictionary that Meipi can read"),
        ("# 湖\n", "has no entries"),
        (ENTRY + "湖\n", "Line 2 of"),
        ("#! entries=5\n" + ENTRY, "(1/5)"),
    ],
)
def test_a_fault_is_told_and_nothing_is_added(
    dialog: DictionariesDialog, add: Callable[..., None], text: str, said: str
) -> None:
    add("one.u8", text)
    assert said in dialog.told.text()
    assert "No dictionary was added" in dialog.told.text()
    assert names(dialog) == ["CC-CEDICT"]
    assert dialog.add_button.isEnabled()
    assert sources() == ["CC-CEDICT"]


def test_there_the_next_time(tmp_path: Path, add: Callable[..., None], dialog: DictionariesDialog) -> None:
    add("one.u8")
    press(Key.Key_Up, ALT)
    dialog.accept()
    QApplication.processEvents()
    with running(tmp_path / "library.db"):
        assert sources() == ["one", "CC-CEDICT"]
