"""The main job from end to end, by real keys and mouse. `make tour` leaves what it saw in build/tour/."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from driving import CONTROL, NONE, SHIFT, Driver, Key, running
from meipi.library.first_run import FirstRun
from meipi.library.sample_card import SampleCard
from meipi.window.key_sheet import KeySheet

# On the sample about the tea ferry: what is marked, by which key, and the note to it.
MARKS = (
    (
        "「茶渡」的最後一個春天",
        Key.Key_1,
        "The bridge opens in June. Which *figure* of passengers is this from?",
    ),
    ("茶渡因運茶青而得名", Key.Key_2, ""),
    ("其實是茶葉在催我", Key.Key_4, "主語換成茶葉：quote this one."),
)
SELECTED = "採茶的人和炒茶的鍋"

TOUR = Path(__file__).parents[2] / "build" / "tour"


def picture(driver: Driver, name: str) -> None:
    driver.settle()
    assert driver.window.grab().save(str(TOUR / f"{name}.png"))


def mark_with_mouse(driver: Driver, passage: str, key: Key, note: str) -> None:
    driver.drag(driver.find(passage))
    driver.press(key)
    if note:
        driver.press(Key.Key_N)
        driver.type(note)
        driver.press(Key.Key_Return, CONTROL)


def test_main_job() -> None:
    shutil.rmtree(TOUR, ignore_errors=True)
    TOUR.mkdir(parents=True)
    library, exported = TOUR / "library.db", TOUR / "export.md"
    with running(library) as driver:
        picture(driver, "1-first-run")
        first_run = driver.window.centre.currentWidget()
        assert isinstance(first_run, FirstRun)
        cards = first_run.findChildren(SampleCard)
        QTest.mouseClick(cards[0], Qt.MouseButton.LeftButton)
        driver.settle()
        article = driver.app.workspace.article
        assert article is not None
        driver.page.setFocus()
        picture(driver, "2-article")

        for passage, key, note in MARKS:
            mark_with_mouse(driver, passage, key, note)
        assert [mark.exact for mark in driver.app.workspace.marks] == [passage for passage, _, _ in MARKS]
        driver.press(Key.Key_P)
        driver.press(Key.Key_Home)
        picture(driver, "3-pinyin")
        driver.press(Key.Key_F7, SHIFT)
        picture(driver, "4-zhuyin")
        driver.press(Key.Key_F7, SHIFT)
        driver.press(Key.Key_V, SHIFT)
        driver.press(Key.Key_F7, SHIFT)
        picture(driver, "4-columns")
        driver.press(Key.Key_F7, SHIFT)
        driver.press(Key.Key_V, SHIFT)
        driver.press(Key.Key_F8)
        driver.press(Key.Key_F8)
        picture(driver, "4-head-notes")
        driver.press(Key.Key_F8)
        driver.page.setFocus()
        driver.press(Key.Key_T)
        picture(driver, "5-simplified")
        driver.drag(driver.find(SELECTED))
        QTest.qWait(200)
        picture(driver, "6-selection")
        driver.press(Key.Key_Escape)
        driver.press(Key.Key_M)
        picture(driver, "7-night")
        driver.press(Key.Key_BracketRight)
        driver.press(Key.Key_Return)
        picture(driver, "8-note")
        driver.press(Key.Key_Escape)
        driver.press(Key.Key_M)
        driver.press(Key.Key_Question)
        assert driver.window.findChild(KeySheet).isVisible()
        picture(driver, "9-keys")
        driver.press(Key.Key_Escape)
        before = driver.app.workspace.marks
        top = driver.page.position

    with running(library) as driver:
        picture(driver, "10-opened-again")
        assert driver.app.workspace.article is not None
        assert driver.app.workspace.article.uid == article.uid
        assert driver.app.workspace.marks == before
        assert driver.page.position == top
        assert driver.page.sheet is not None
        assert driver.page.scene.marks
        assert driver.app.viewing.script == "simplified"
        assert driver.app.viewing.phonetics == "pinyin"
        driver.page.setFocus()
        driver.press(Key.Key_E, CONTROL)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        assert dialog.grab().save(str(TOUR / "11-export.png"))
        driver.save_as(exported, lambda: QTest.keyClick(dialog, Key.Key_Return))
        picture(driver, "12-exported")
    text = exported.read_text("utf-8")
    for passage, _, note in MARKS:
        assert passage in text
        assert note in text


def test_nothing_is_left_of_the_mouse(tmp_path: Path) -> None:
    """A click without a drag selects nothing and marks nothing."""
    with running(tmp_path / "library.db") as driver:
        driver.window.open_sample(1)
        driver.settle()
        QTest.mouseClick(driver.page.viewport(), Qt.MouseButton.LeftButton, NONE, driver.place_of(40))
        assert driver.page.selection is None
        driver.page.setFocus()
        driver.press(Key.Key_H)
        assert driver.app.workspace.marks == ()
