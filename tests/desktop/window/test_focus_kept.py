"""Keys are never left with what cannot be seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from driving import CONTROL, Driver, Key, running


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[Driver]:
    with running(tmp_path / "library.db") as made:
        made.window.open_sample(1)
        made.settle()
        made.window.toast.dismiss()
        yield made


def test_a_pane_that_has_no_room_any_more_gives_the_keys_to_the_page(driver: Driver) -> None:
    driver.press(Key.Key_L, CONTROL)
    assert driver.focus() is driver.window.library.list
    driver.window.resize(760, 560)
    driver.settle()
    assert not driver.window.library.isVisible()
    assert driver.focus() is driver.page


def test_a_sheet_gives_keys_back_to_nothing_that_has_gone_meanwhile(driver: Driver) -> None:
    driver.press(Key.Key_L, CONTROL)
    driver.press(Key.Key_K, CONTROL)
    driver.window.resize(760, 560)
    driver.press(Key.Key_Escape)
    assert driver.focus() is driver.page


def test_so_does_a_note_that_is_being_written(driver: Driver) -> None:
    driver.press(Key.Key_Period, CONTROL)
    driver.press(Key.Key_N)
    driver.type("kept")
    driver.window.resize(760, 560)
    driver.settle()
    assert not driver.window.notes.isVisible()
    assert driver.focus() is driver.page
    mark = driver.app.workspace.marks[0]
    driver.window.notes.keep_draft()
    assert driver.app.workspace.marking.draft(mark.id) == "kept"


def test_what_an_empty_pane_says_takes_no_keys(driver: Driver) -> None:
    driver.window.notes._empty.setFocus()
    driver.settle()
    assert driver.focus() is driver.page
