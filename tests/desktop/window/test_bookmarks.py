"""Bookmarks in the real window: set and removed by key, gone to, seen on the page, kept in SQLite."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from driving import CONTROL, SHIFT, Driver, Key, reading
from meipi.reading import bookmarks

ALT = Qt.KeyboardModifier.AltModifier
TEXT = "河邊\n" + "\n".join(f"第{number}段，河水從這裡流過，岸上有人在等船。" for number in range(200))


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[Driver]:
    with reading(tmp_path, TEXT) as driving:
        yield driving


def stored(driver: Driver) -> list[int]:
    """Where the bookmarks in SQLite are; each quotes what is there."""
    article = driver.app.workspace.article
    assert article is not None
    kept = driver.app.workspace.library.bookmarks(article.id)
    assert all(article.text.startswith(each.exact, each.start) for each in kept)
    assert driver.app.workspace.bookmarks == tuple(kept)
    return [each.start for each in kept]


def cinnabar(driver: Driver) -> int:
    """How many pixels beside the lines, or below the columns, are cinnabar."""
    page = driver.page
    image, colour = page.viewport().grab().toImage(), page.theme.cinnabar.upper()
    across = range(page.left) if not page.vertical else range(image.width())
    down = range(image.height()) if not page.vertical else range(page.head + page.measure, image.height())
    return sum(image.pixelColor(x, y).name().upper() == colour for x in across for y in down)


def test_a_bookmark_is_set_at_the_first_line_seen_and_taken_away(driver: Driver) -> None:
    driver.press(Key.Key_Space, times=2)
    first = driver.page.first_visible()
    assert cinnabar(driver) == 0
    driver.press(Key.Key_D, CONTROL)
    assert stored(driver) == [first]
    assert cinnabar(driver) > 60
    driver.press(Key.Key_D, CONTROL)
    assert stored(driver) == []
    assert cinnabar(driver) == 0
    driver.press(Key.Key_Z, CONTROL)
    assert stored(driver) == [first]
    driver.press(Key.Key_Z, CONTROL)
    assert stored(driver) == []
    driver.press(Key.Key_Z, CONTROL | SHIFT)
    assert stored(driver) == [first]
    assert cinnabar(driver) > 60


def test_with_the_caret_it_is_the_caret_s_line(driver: Driver) -> None:
    place = driver.find("第5段").start
    driver.page.set_selection(None, place + 4)
    driver.press(Key.Key_V)
    driver.press(Key.Key_D, CONTROL)
    assert stored(driver) == [place]


def test_a_caret_that_was_scrolled_away_is_not_meant(driver: Driver) -> None:
    driver.page.set_selection(None, driver.find("第5段").start)
    driver.press(Key.Key_V)
    driver.page.scroll_page(True)
    driver.page.scroll_page(True)
    driver.press(Key.Key_D, CONTROL)
    assert stored(driver) == [driver.page.first_visible()]


def test_a_line_that_was_bookmarked_in_another_size_is_the_same_line(driver: Driver) -> None:
    driver.press(Key.Key_Space)
    driver.press(Key.Key_D, CONTROL)
    assert len(stored(driver)) == 1
    driver.app.viewing.set_size(36)
    driver.settle()
    place = stored(driver)[0]
    driver.page.set_selection(None, place + 1)
    driver.press(Key.Key_V)
    driver.press(Key.Key_D, CONTROL)
    assert stored(driver) == []


def test_from_bookmark_to_bookmark_and_back(driver: Driver) -> None:
    driver.press(Key.Key_PageDown, ALT)
    assert driver.window.toast.isVisible()
    workspace = driver.app.workspace
    starts = [driver.find(f"第{number}段").start for number in (30, 90, 197, 199)]
    for start in starts:
        workspace.bookmarking.toggle((start, start + 1))
    seen = []
    for _ in range(5):
        driver.press(Key.Key_PageDown, ALT)
        assert driver.page.scene.flash is not None
        seen.append(driver.page.scene.flash.start)
    assert seen == [*starts, starts[0]]
    driver.press(Key.Key_PageUp, ALT)
    assert driver.page.scene.flash is not None
    assert driver.page.scene.flash.start == starts[-1]
    driver.press(Key.Key_Left, ALT)
    assert driver.page.position == starts[0]


def test_in_columns_the_ribbon_hangs_below(driver: Driver) -> None:
    driver.app.viewing.set("vertical", True)
    driver.settle()
    driver.press(Key.Key_D, CONTROL)
    assert len(stored(driver)) == 1
    assert cinnabar(driver) > 60
    page = driver.page
    (ribbon,) = bookmarks.ribbons(page.page_painter(), page.lines_in_view())
    assert page.viewport().rect().contains(ribbon.toRect().translated(page.origin))


def test_bookmarks_come_back_with_the_article(driver: Driver, tmp_path: Path) -> None:
    driver.press(Key.Key_Space)
    driver.press(Key.Key_D, CONTROL)
    kept, article = stored(driver), driver.app.workspace.article
    assert article is not None
    (tmp_path / "b.txt").write_text("乙\n" + TEXT, "utf-8")
    driver.app.open(tmp_path / "b.txt")
    driver.settle()
    assert stored(driver) == []
    driver.app.workspace.open_article(article.id)
    driver.settle()
    assert stored(driver) == kept
    assert cinnabar(driver) > 60
