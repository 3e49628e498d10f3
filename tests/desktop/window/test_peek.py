"""The other script as long as a key is held."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from driving import CONTROL, NONE, Driver, Key, running

HELD = Key.Key_QuoteLeft


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[Driver]:
    with running(tmp_path / "library.db") as driving:
        driving.window.open_sample(0)
        driving.settle()
        driving.page.setFocus()
        yield driving


def _repeat(driver: Driver, kind: QEvent.Type) -> None:
    QApplication.sendEvent(driver.page, QKeyEvent(kind, HELD, NONE, "`", True))


def _shown(driver: Driver) -> tuple[str, bool]:
    sheet = driver.page.sheet
    assert sheet is not None
    return driver.app.viewing.script, "渡船" in sheet.shown.text or "茶葉" in sheet.shown.text


def test_it_is_there_while_the_key_is_held_and_then_gone(driver: Driver) -> None:
    before = driver.page.position
    assert _shown(driver) == ("source", True)
    QTest.keyPress(driver.page, HELD)
    assert driver.app.viewing.script == "simplified"
    assert driver.page.sheet is not None
    assert "茶叶" in driver.page.sheet.shown.text
    assert driver.app.settings.get("view.script") == "source"
    # A held key is pressed and let go again and again by the system.
    for _ in range(3):
        _repeat(driver, QEvent.Type.KeyRelease)
        _repeat(driver, QEvent.Type.KeyPress)
        assert driver.app.viewing.script == "simplified"
    QTest.keyRelease(driver.page, HELD)
    assert _shown(driver) == ("source", True)
    assert driver.page.position == before
    assert driver.app.settings.get("view.script") == "source"


def test_who_looks_away_sees_what_was_there(driver: Driver) -> None:
    QTest.keyPress(driver.page, HELD)
    assert driver.app.viewing.script == "simplified"
    driver.window.library.focus_list()
    assert driver.app.viewing.script == "source"
    QTest.keyRelease(driver.focus(), HELD)
    assert driver.app.viewing.script == "source"


def test_the_key_is_no_shortcut_on_the_page(driver: Driver) -> None:
    ran: list[None] = []
    driver.window.commands.by_id["view.peek_script"].triggered.connect(lambda: ran.append(None))
    QTest.keyClick(driver.page, HELD)
    assert ran == []
    QTest.keyClick(driver.page, HELD, CONTROL)
    assert driver.app.viewing.script == "source"


def test_the_command_shows_it_for_a_moment(qtbot: QtBot, driver: Driver) -> None:
    driver.window.desk._peeking.setInterval(20)
    driver.window.commands.by_id["view.peek_script"].trigger()
    assert driver.app.viewing.script == "simplified"
    qtbot.waitUntil(lambda: driver.app.viewing.script == "source")


def test_other_keys_act_meanwhile(driver: Driver) -> None:
    QTest.keyPress(driver.page, HELD)
    driver.press(Key.Key_P)
    assert driver.app.viewing.phonetics == "pinyin"
    QTest.keyRelease(driver.page, HELD, Qt.KeyboardModifier.NoModifier)
    assert driver.app.viewing.script == "source"
