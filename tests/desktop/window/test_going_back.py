"""Back to where one was before a jump, and forward again, in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from driving import CONTROL, Driver, Key, running

ALT = Qt.KeyboardModifier.AltModifier
LINES = 200
TEXT = "\n".join(f"第{number}段，河水從這裡流過，岸上有人在等船。" for number in range(LINES))


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[Driver]:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"{name}\n{TEXT}", "utf-8")
    with running(tmp_path / "library.db") as driving:
        driving.app.open(tmp_path / "one.txt")
        driving.settle()
        yield driving


def top(driver: Driver) -> int:
    return driver.page.position


def marks(driver: Driver, *paragraphs: int) -> None:
    for number in paragraphs:
        driver.app.workspace.marking.highlight(driver.find(f"第{number}段"), "zhu")


def test_back_from_a_mark_and_forward_again(driver: Driver) -> None:
    marks(driver, 60, 120)
    driver.app.workspace.choose_mark(None)
    driver.press(Key.Key_Space)
    home = top(driver)
    driver.press(Key.Key_BracketRight)
    first = top(driver)
    driver.press(Key.Key_BracketRight)
    second = top(driver)
    assert home < first < second
    driver.press(Key.Key_Left, ALT)
    assert top(driver) == first
    driver.press(Key.Key_Left, ALT)
    assert top(driver) == home
    driver.press(Key.Key_Right, ALT, times=2)
    assert top(driver) == second


def test_places_stay_the_same_whatever_turns(driver: Driver) -> None:
    marks(driver, 120)
    driver.app.workspace.choose_mark(None)
    driver.press(Key.Key_Space, times=2)
    home = driver.page.position
    driver.press(Key.Key_BracketRight)
    driver.press(Key.Key_T)
    driver.press(Key.Key_P)
    driver.app.viewing.set_size(28)
    driver.app.viewing.set("vertical", True)
    driver.settle()
    driver.press(Key.Key_Left, ALT)
    line = driver.page.line_at(driver.page.position)
    assert line is not None
    assert line.start <= home < line.end


def test_the_very_top_comes_back_with_its_header(driver: Driver) -> None:
    marks(driver, 120)
    driver.app.workspace.choose_mark(None)
    assert driver.page.bar.value() == 0
    driver.press(Key.Key_BracketRight)
    driver.press(Key.Key_Left, ALT)
    assert driver.page.bar.value() == 0


def test_another_article_is_a_jump_and_a_removed_one_is_passed_over(driver: Driver, tmp_path: Path) -> None:
    workspace = driver.app.workspace
    assert workspace.article is not None
    one = workspace.article.id
    driver.press(Key.Key_Space, times=3)
    home = top(driver)
    driver.app.open(tmp_path / "two.txt")
    driver.settle()
    assert workspace.article.id != one
    two = workspace.article.id
    driver.press(Key.Key_Space)
    there = top(driver)
    driver.press(Key.Key_Left, ALT)
    assert workspace.article.id == one
    assert top(driver) == home
    driver.press(Key.Key_Right, ALT)
    assert workspace.article.id == two
    assert top(driver) == there
    driver.press(Key.Key_Left, ALT)
    workspace.shelf.remove([two])
    driver.settle()
    driver.press(Key.Key_Right, ALT)
    assert workspace.article.id == one
    assert top(driver) == home
    driver.press(Key.Key_Z, CONTROL)
    workspace.open_article(one)
    driver.press(Key.Key_Left, ALT)
    assert workspace.article.id == two


def test_a_hit_is_a_jump_from_where_one_began_to_look(driver: Driver) -> None:
    driver.press(Key.Key_Space)
    home = top(driver)
    driver.press(Key.Key_F, CONTROL)
    driver.type("第9")
    driver.type("第90段")
    driver.press(Key.Key_A, CONTROL)
    driver.type("第150段")
    driver.press(Key.Key_Return)
    driver.press(Key.Key_Escape)
    there = top(driver)
    assert there > home
    driver.page.set_selection(None)
    driver.press(Key.Key_Left, ALT)
    assert top(driver) == home
    driver.press(Key.Key_Right, ALT)
    assert top(driver) == there


def test_a_word_in_another_article_is_one_jump(driver: Driver, tmp_path: Path) -> None:
    workspace = driver.app.workspace
    assert workspace.article is not None
    one = workspace.article.id
    driver.app.open(tmp_path / "two.txt")
    driver.settle()
    driver.press(Key.Key_Space)
    home, two = top(driver), workspace.article.id
    driver.window.desk.go_to_word(one, driver.find("第150段"))
    assert (workspace.article.id, top(driver) > 1_000) == (one, True)
    driver.press(Key.Key_Left, ALT)
    assert (workspace.article.id, top(driver)) == (two, home)


def test_with_nowhere_to_go_the_reader_is_told(driver: Driver) -> None:
    for key in (Key.Key_Left, Key.Key_Right):
        driver.press(key, ALT)
        assert driver.window.toast.isVisible()
    assert driver.page.bar.value() == 0


def test_what_is_in_view_is_no_jump(driver: Driver) -> None:
    marks(driver, 2, 120)
    driver.app.workspace.choose_mark(None)
    driver.press(Key.Key_BracketRight, times=2)
    driver.press(Key.Key_Left, ALT)
    assert driver.page.bar.value() == 0


def test_the_buttons_at_the_side_of_the_mouse(driver: Driver) -> None:
    marks(driver, 120)
    driver.app.workspace.choose_mark(None)
    driver.press(Key.Key_BracketRight)
    there, view = top(driver), driver.page.viewport()
    QTest.mouseClick(view, Qt.MouseButton.BackButton, pos=QPoint(200, 200))
    assert driver.page.bar.value() == 0
    QTest.mouseClick(view, Qt.MouseButton.ForwardButton, pos=QPoint(200, 200))
    assert top(driver) == there
    assert driver.page.selection is None
