"""The sheet of all tags in the whole window, by keys and mouse; what is seen and what is in SQLite."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton

from driving import CONTROL, Driver, Key
from meipi.window.tags_dialog import TagSheet


@pytest.fixture
def sheet(reader: Driver) -> TagSheet:
    """The sheet over a library with some tags."""
    workspace, article = reader.app.workspace, reader.app.workspace.article
    assert article is not None
    for place, tags in enumerate((("鹽湖", "政策"), ("盐湖", "政策"), ("盐湖", "class"), ("政策",))):
        workspace.library.add_mark(article.id, (place, place + 1), colour="zhu", tags=tags)
    workspace.library.put_article(replace(workspace.library.article(article.id), tags=("class",)))
    workspace.refresh(frozenset({"marks", "articles"}))
    reader.window.commands.by_id["mark.all_tags"].trigger()
    reader.settle()
    (sheet,) = reader.window.findChildren(TagSheet)
    return sheet


def rows(sheet: TagSheet) -> list[str]:
    (listed,) = sheet.findChildren(QListWidget)
    told = Qt.ItemDataRole.AccessibleTextRole
    return [listed.item(row).data(told) for row in range(listed.count())]


def chosen(sheet: TagSheet) -> str:
    (listed,) = sheet.findChildren(QListWidget)
    item = listed.currentItem()
    return item.text() if item is not None else ""


def tags(reader: Driver) -> list[tuple[str, ...]]:
    return [mark.tags for mark in reader.app.workspace.library.all_marks()]


def button(sheet: TagSheet, text: str) -> QPushButton:
    (found,) = (each for each in sheet.findChildren(QPushButton) if each.text() == text)
    return found


def test_every_tag_with_its_counts(reader: Driver, sheet: TagSheet) -> None:
    assert rows(sheet) == ["政策, 3 marks", "盐湖, 2 marks", "class, 1 mark · 1 article", "鹽湖, 1 mark"]
    assert chosen(sheet) == "政策"


@pytest.mark.parametrize("key", [Key.Key_F2, Key.Key_Return])
def test_renamed_in_its_row(reader: Driver, sheet: TagSheet, key: Key) -> None:
    reader.press(key)
    field = reader.focus()
    assert isinstance(field, QLineEdit)
    assert field.text() == "政策"
    reader.type("new policy")
    reader.press(Key.Key_Return)
    assert rows(sheet)[0] == "new-policy, 3 marks"
    assert chosen(sheet) == "new-policy"
    assert tags(reader)[0] == ("鹽湖", "new-policy")
    reader.press(Key.Key_Z, CONTROL)
    assert rows(sheet)[0] == "政策, 3 marks"
    assert tags(reader)[0] == ("鹽湖", "政策")
    assert reader.app.workspace.redo_text == "Rename tag “政策” to “new-policy”"


def test_escape_leaves_the_name_and_an_empty_one_is_none(reader: Driver, sheet: TagSheet) -> None:
    before = tags(reader)
    reader.press(Key.Key_F2)
    reader.type("x")
    reader.press(Key.Key_Escape)
    assert sheet.isVisible()
    reader.press(Key.Key_F2)
    reader.press(Key.Key_Delete)
    reader.type(" ,")
    reader.press(Key.Key_Return)
    assert (tags(reader), rows(sheet)[0]) == (before, "政策, 3 marks")
    assert reader.app.workspace.undo_text is None or "tag" not in reader.app.workspace.undo_text
    reader.press(Key.Key_Escape)
    assert not sheet.isVisible()


def test_a_name_that_is_there_asks_whether_to_merge(reader: Driver, sheet: TagSheet) -> None:
    before = tags(reader)
    reader.press(Key.Key_Down)
    assert chosen(sheet) == "盐湖"
    for answer in ("Cancel", "Merge"):
        reader.press(Key.Key_F2)
        reader.type("鹽湖")
        reader.press(Key.Key_Return)
        told = [each.text() for each in sheet.findChildren(QLabel) if each.isVisible()]
        assert "“鹽湖” is there already. Merge “盐湖” into it?" in told
        assert tags(reader) == before
        assert button(sheet, "Merge").hasFocus()
        QTest.mouseClick(button(sheet, answer), Qt.MouseButton.LeftButton)
        reader.settle()
        assert not button(sheet, "Merge").isVisible()
    assert tags(reader) == [("鹽湖", "政策"), ("鹽湖", "政策"), ("鹽湖", "class"), ("政策",)]
    assert rows(sheet) == ["政策, 3 marks", "鹽湖, 3 marks", "class, 1 mark · 1 article"]
    assert chosen(sheet) == "鹽湖"
    reader.press(Key.Key_Z, CONTROL)
    assert tags(reader) == before
    assert len(rows(sheet)) == 4


def test_deleted_from_everywhere(reader: Driver, sheet: TagSheet) -> None:
    before = tags(reader)
    reader.press(Key.Key_Down, times=2)
    reader.press(Key.Key_Delete)
    article = reader.app.workspace.article
    assert article is not None
    assert (tags(reader)[2], article.tags) == (("盐湖",), ())
    assert "class" not in " ".join(rows(sheet))
    reader.press(Key.Key_Z, CONTROL)
    assert tags(reader) == before
    article = reader.app.workspace.article
    assert article is not None
    assert article.tags == ("class",)


def test_the_field_narrows_the_list_in_any_script_and_by_sound(reader: Driver, sheet: TagSheet) -> None:
    field = next(each for each in sheet.findChildren(QLineEdit) if each.accessibleName() == "Find a tag")
    for typed, found in (("盐", ["盐湖", "鹽湖"]), ("zhengce", ["政策"]), ("?", [])):
        field.clear()
        field.setFocus()
        reader.type(typed)
        assert [row.partition(",")[0] for row in rows(sheet)] == found
    assert [each.text() for each in sheet.findChildren(QLabel) if each.isVisible()][1:] == ["No tag matches"]
    assert not button(sheet, "Rename").isEnabled()
    field.clear()
    reader.type("yan")
    reader.press(Key.Key_Return)
    reader.press(Key.Key_Delete)
    assert [row.partition(",")[0] for row in rows(sheet)] == ["鹽湖"]


def test_a_double_click_renames_and_a_click_beside_it_takes_the_name(reader: Driver, sheet: TagSheet) -> None:
    (listed,) = sheet.findChildren(QListWidget)
    place = listed.visualItemRect(listed.item(3)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    reader.type("鹽池")
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    reader.settle()
    assert tags(reader)[0] == ("鹽池", "政策")


def test_an_empty_library_says_how_to_tag(reader: Driver) -> None:
    reader.window.commands.by_id["mark.all_tags"].trigger()
    reader.settle()
    (sheet,) = reader.window.findChildren(TagSheet)
    told = [each.text() for each in sheet.findChildren(QLabel) if each.isVisible()]
    assert "No tag yet. Give a mark one with G." in told
    assert button(sheet, "Close").hasFocus()
