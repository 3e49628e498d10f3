"""What is converted wrongly is put right: by keys, on a sheet at the word, and undone from a list."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from driving import CONTROL, SHIFT, Driver, Key, running
from meipi.exchange.draft import ArticleDraft
from meipi.window.exceptions import ExceptionList, ExceptionSheet

TEXT = "范先生坐出租车。\n他的内存坏了，范先生走了。"


@pytest.fixture
def writer(tmp_path: Path, qapp: QApplication) -> Iterator[Driver]:
    """Reads `TEXT` in Traditional with Taiwan's words."""
    with running(tmp_path / "library.db") as made:
        made.app.workspace.add_drafts([ArticleDraft("例外", TEXT)])
        made.app.viewing.set_variant("tw", True)
        made.settle()
        made.page.setFocus()
        yield made


def shown(driver: Driver) -> str:
    assert driver.page.sheet is not None
    return driver.page.sheet.shown.text


def sheet(driver: Driver) -> ExceptionSheet:
    (found,) = (each for each in driver.window.findChildren(ExceptionSheet) if each.isVisible())
    assert isinstance(found, ExceptionSheet)
    return found


def kept(tmp_path: Path) -> list[tuple[str, str, str, int | None]]:
    with sqlite3.connect(tmp_path / "library.db") as db:
        columns = "source_form, shown_form, script, article_id"
        return db.execute(
            f"SELECT {columns} FROM conversion_exception WHERE deleted IS NULL ORDER BY id"
        ).fetchall()


def open_list(driver: Driver) -> ExceptionList:
    driver.app.commands["edit.conversion_exceptions"].trigger()
    driver.settle()
    (found,) = (each for each in driver.window.findChildren(ExceptionList) if each.isVisible())
    assert isinstance(found, ExceptionList)
    return found


def said(driver: Driver) -> str:
    return "\n".join(label.text() for label in driver.window.toast.findChildren(QLabel))


def test_a_word_is_shown_otherwise_by_keys_alone(writer: Driver, tmp_path: Path) -> None:
    assert shown(writer) == "範先生坐計程車。\n他的記憶體壞了，範先生走了。"
    writer.press(Key.Key_V)
    writer.press(Key.Key_Right, SHIFT)
    writer.press(Key.Key_E)
    field = writer.focus()
    assert isinstance(field, QLineEdit)
    assert (field.text(), field.selectedText()) == ("範", "範")
    writer.type("范")
    writer.press(Key.Key_Return)
    assert shown(writer) == "范先生坐計程車。\n他的記憶體壞了，范先生走了。"
    (row,) = kept(tmp_path)
    assert row[:3] == ("范", "范", "traditional")
    assert row[3] is not None
    assert writer.focus() is writer.page
    writer.press(Key.Key_Z, CONTROL)
    assert shown(writer).startswith("範先生")
    assert kept(tmp_path) == []


def test_a_phrase_of_another_length_is_taken_whole_and_everywhere(writer: Driver, tmp_path: Path) -> None:
    writer.page.set_selection(writer.find("存"))
    writer.press(Key.Key_E)
    labels = {label.text() for label in sheet(writer).findChildren(QLabel)}
    assert {"内存", "→", "Show otherwise in Traditional"} <= labels
    everywhere = next(
        each for each in sheet(writer).findChildren(QRadioButton) if each.text() == "In all articles"
    )
    everywhere.click()
    writer.type("主記憶體")
    writer.press(Key.Key_Return)
    assert "他的主記憶體壞了" in shown(writer)
    assert kept(tmp_path) == [("内存", "主記憶體", "traditional", None)]


def test_as_in_the_source_and_cancel(writer: Driver, tmp_path: Path) -> None:
    writer.drag(writer.find("出租车"))
    writer.press(Key.Key_E)
    buttons = {button.text(): button for button in sheet(writer).findChildren(QPushButton)}
    buttons["As in the source"].click()
    field = sheet(writer).findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.text() == "出租车"
    writer.press(Key.Key_Escape)
    assert kept(tmp_path) == []
    assert writer.focus() is writer.page
    writer.press(Key.Key_E)
    field = sheet(writer).findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.clear()
    keep = next(each for each in sheet(writer).findChildren(QPushButton) if each.text() == "Keep")
    assert not keep.isEnabled()
    writer.press(Key.Key_Return)
    assert kept(tmp_path) == []


def test_the_sheet_lies_beside_the_word(writer: Driver) -> None:
    for text in ("范", "走了"):
        writer.page.set_selection(writer.find(text))
        writer.press(Key.Key_E)
        frame = sheet(writer).sheet
        for box in writer.page.boxes(writer.find(text)):
            corner = writer.page.viewport().mapTo(writer.window, box.topLeft())
            assert not frame.geometry().intersects(box.translated(corner - box.topLeft()))
        assert sheet(writer).rect().contains(frame.geometry())
        writer.press(Key.Key_Escape)


def test_what_cannot_be_excepted_is_told(writer: Driver) -> None:
    writer.page.set_selection(None)
    assert not writer.app.commands["edit.conversion_exception"].isEnabled()
    writer.press(Key.Key_A, CONTROL)
    writer.press(Key.Key_E)
    assert "Select only the word" in said(writer)
    writer.app.viewing.set_script("source")
    writer.page.set_selection(writer.find("范"))
    writer.press(Key.Key_E)
    assert "Turn the script first" in said(writer)
    assert not [each for each in writer.window.findChildren(ExceptionSheet) if each.isVisible()]


def test_the_list_removes_and_undo_brings_back(writer: Driver, tmp_path: Path, qtbot: QtBot) -> None:
    vocabulary = writer.app.workspace.vocabulary
    empty = open_list(writer)
    assert any("None yet" in label.text() and label.isVisible() for label in empty.findChildren(QLabel))
    writer.press(Key.Key_Escape)
    vocabulary.add_exception("范", "范", "traditional", False)
    vocabulary.add_exception("内存", "内存", "traditional", True)
    found = open_list(writer)
    rows = found.findChild(QListWidget)
    assert isinstance(rows, QListWidget)
    assert [rows.item(row).text().split("   ·   ") for row in range(rows.count())] == [
        ["范 → 范", "Traditional", "In this article"],
        ["内存 → 内存", "Traditional", "In all articles"],
    ]
    assert writer.focus() is rows
    QTest.keyClick(rows, Key.Key_Down)
    writer.press(Key.Key_Delete)
    assert kept(tmp_path)[0][0] == "范"
    assert rows.count() == 1
    assert shown(writer) == "范先生坐計程車。\n他的記憶體壞了，范先生走了。"
    writer.press(Key.Key_Escape)
    writer.press(Key.Key_Z, CONTROL)
    assert "他的内存" in shown(writer)
    assert len(kept(tmp_path)) == 2


def test_those_of_another_article_are_not_listed(writer: Driver) -> None:
    writer.app.workspace.vocabulary.add_exception("范", "范", "traditional", False)
    writer.app.workspace.add_drafts([ArticleDraft("另", "范先生")])
    writer.settle()
    rows = open_list(writer).findChild(QListWidget)
    assert isinstance(rows, QListWidget)
    assert rows.count() == 0
