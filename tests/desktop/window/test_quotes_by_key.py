"""Q and Shift+Q select one direct quote after the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from driving import CONTROL, SHIFT, Driver, Key, reading
from meipi.language.span import Span
from meipi.window import quote_desk

TEXT = (
    "渡口\n老周說：「船要來了。」岸上的人都站起來。\n"
    "「明天還開嗎？」阿文問。這叫做「末班船」。\n"
    + "河水流過，沒有人說話。\n" * 80
    + "老周又說：「明天不開了。」\n"
)
QUOTES = ["「船要來了。」", "「明天還開嗎？」", "「明天不開了。」"]


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[Driver]:
    with reading(tmp_path, TEXT) as driving:
        yield driving


def selected(driver: Driver) -> str:
    span = driver.page.selection
    return driver.page.shown_text(span) if span else ""


def test_quotes_are_selected_in_order_with_their_marks(driver: Driver) -> None:
    seen = []
    for _ in range(3):
        driver.press(Key.Key_Q)
        seen.append(selected(driver))
    assert seen == QUOTES
    driver.press(Key.Key_Q)
    assert selected(driver) == QUOTES[2]
    assert driver.window.toast.isVisible()
    driver.press(Key.Key_Q, SHIFT)
    assert selected(driver) == QUOTES[1]
    driver.press(Key.Key_Q, SHIFT, times=2)
    assert selected(driver) == QUOTES[0]


def test_what_has_been_paged_past_is_not_gone_back_to(driver: Driver) -> None:
    driver.press(Key.Key_Q)
    driver.press(Key.Key_H)
    driver.press(Key.Key_Space, times=2)
    driver.press(Key.Key_Q)
    assert selected(driver) == QUOTES[2]


def test_from_the_beginning_again_wherever_the_last_click_was(driver: Driver) -> None:
    driver.page.set_selection(None, driver.find(QUOTES[1]).end)
    driver.press(Key.Key_Home, CONTROL)
    driver.press(Key.Key_Q)
    assert selected(driver) == QUOTES[0]


def test_from_a_list_the_page_has_the_keys_then(driver: Driver) -> None:
    driver.press(Key.Key_L, CONTROL)
    driver.press(Key.Key_Q)
    assert driver.focus() is driver.page
    assert selected(driver) == QUOTES[0]


def test_of_a_long_text_they_are_found_on_a_worker(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quote_desk, "AT_ONCE", 10)
    page = driver.page
    quotes = driver.window.desk.quotes
    quotes.next_quote()
    quotes.next_quote()
    assert page.selection is None
    driver.settle()
    assert selected(driver) == QUOTES[1]
    driver.press(Key.Key_Q)
    assert selected(driver) == QUOTES[2]


@pytest.mark.parametrize("at_once", [1, 7, 30, 200])
def test_a_long_text_has_the_same_quotes_piece_by_piece(
    monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(quote_desk, "AT_ONCE", at_once)
    nearest, here, seen = quote_desk.nearest, Span(0, 0), []
    while (found := nearest(TEXT, here, 1)) is not None:
        here = found
        seen.append(TEXT[found.start : found.end])
    if at_once > 20:  # shorter pieces than a line cut quotes in two
        assert seen == QUOTES
    here, seen = Span(len(TEXT), len(TEXT)), []
    while (found := nearest(TEXT, here, -1)) is not None:
        assert found.end <= here.start
        here = found
        seen.append(TEXT[found.start : found.end])
    if at_once > 20:
        assert seen == QUOTES[::-1]


def test_what_was_looked_for_in_an_article_that_was_left_selects_nothing(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quote_desk, "AT_ONCE", 10)
    (tmp_path / "b.txt").write_text("河\n沒有人說話，只有「河」字寫在牆上。", "utf-8")
    driver.window.desk.quotes.next_quote()
    driver.app.workspace.open_article(None)
    driver.settle()
    assert driver.page.selection is None
    driver.app.open(tmp_path / "b.txt")
    driver.settle()
    driver.press(Key.Key_Q)
    assert driver.page.selection is None
    assert driver.window.toast.isVisible()
