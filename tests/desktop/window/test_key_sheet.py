from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from meipi.support.theme import load
from meipi.window.key_sheet import KeyGroup, KeyRow, KeySheet

GROUPS = (
    KeyGroup("Move", (KeyRow(("J",), "next line"), KeyRow(("[", "]"), "previous, next mark"))),
    KeyGroup("Read", (KeyRow(("T", "F6"), "original → 繁 → 简"), KeyRow(("M",), "next theme"))),
    KeyGroup("Mark", (KeyRow(("N",), "write a note"), KeyRow(("Ctrl+Z",), "undo"))),
    KeyGroup("Help", (KeyRow(("?", "F1"), "this sheet"),)),
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


@pytest.fixture
def sheet(window: QWidget) -> KeySheet:
    made = KeySheet(window, GROUPS, load("paper"))
    made.open()
    QApplication.processEvents()
    return made


def _field(sheet: KeySheet) -> QLineEdit:
    field = sheet.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    return field


def _label(sheet: KeySheet, text: str) -> QLabel:
    return next(each for each in sheet.findChildren(QLabel) if each.text() == text)


def _seen(sheet: KeySheet) -> set[str]:
    return {each.text() for each in sheet.findChildren(QLabel) if each.isVisible() and each.text()}


def test_everything_given_is_shown(sheet: KeySheet) -> None:
    for group in GROUPS:
        assert group.title in _seen(sheet)
        for row in group.rows:
            assert {row.label, *row.keys} <= _seen(sheet)
    assert QApplication.focusWidget() is _field(sheet)


@pytest.mark.parametrize(
    ("query", "labels"),
    [
        ("note", {"write a note"}),
        ("F6", {"original → 繁 → 简"}),
        ("read theme", {"next theme"}),
        ("next", {"next line", "previous, next mark", "next theme"}),
    ],
)
def test_typing_filters(sheet: KeySheet, qtbot: QtBot, query: str, labels: set[str]) -> None:
    QTest.keyClicks(_field(sheet), query)
    rows = {row.label for group in GROUPS for row in group.rows}
    assert rows & _seen(sheet) == labels
    titles = {group.title for group in GROUPS if any(row.label in labels for row in group.rows)}
    assert {group.title for group in GROUPS} & _seen(sheet) == titles
    sheet.close_sheet()
    sheet.open()
    assert rows <= _seen(sheet)


def test_no_match_says_so(sheet: KeySheet, qtbot: QtBot) -> None:
    QTest.keyClicks(_field(sheet), "zzz")
    assert "No key matches" in _seen(sheet)


@pytest.mark.parametrize("key", [Qt.Key.Key_Question, Qt.Key.Key_Escape])
def test_its_keys_close_it(sheet: KeySheet, window: QWidget, qtbot: QtBot, key: Qt.Key) -> None:
    if key == Qt.Key.Key_Question:
        QTest.keyClicks(_field(sheet), "?")
    else:
        QTest.keyClick(_field(sheet), key)
    assert sheet.isHidden()
    assert QApplication.focusWidget() is window


def test_the_close_button_closes_it_by_mouse_and_by_keyboard(sheet: KeySheet, qtbot: QtBot) -> None:
    button = sheet.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert sheet.isHidden()
    sheet.open()
    QTest.keyClick(_field(sheet), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is button
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert sheet.isHidden()


def test_columns_follow_the_width(sheet: KeySheet, window: QWidget) -> None:
    def columns() -> int:
        titles = [_label(sheet, group.title) for group in GROUPS]
        return len({title.mapTo(sheet, title.rect().topLeft()).x() for title in titles})

    assert columns() == 3
    for width, expected in ((760, 2), (400, 1), (1200, 3)):
        window.resize(width, 700)
        QApplication.processEvents()
        assert columns() == expected
        assert window.rect().contains(sheet.sheet.geometry())


def test_groups_are_never_windows_of_their_own(qtbot: QtBot) -> None:
    before = set(QApplication.topLevelWidgets())
    parent = QWidget()
    qtbot.addWidget(parent)
    KeySheet(parent, GROUPS, load("night")).open()
    shown = [each for each in set(QApplication.topLevelWidgets()) - before if each.isVisible()]
    assert shown == []
