"""The toolbar of the running window: it shows what is chosen, and fits every window."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from driving import SHIFT, Driver, Key, running


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[Driver]:
    with running(tmp_path / "library.db") as driving:
        driving.window.open_sample(0)
        driving.settle()
        driving.page.setFocus()
        yield driving


def _parts(driver: Driver) -> list[QWidget]:
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    return [each for each in driver.window.toolbar.findChildren(QWidget, options=direct) if each.isVisible()]


@pytest.mark.parametrize("width", [1440, 1180, 1179, 1100, 1000, 960, 959, 900, 800, 760])
def test_everything_fits(driver: Driver, width: int) -> None:
    driver.window.resize(width, 700)
    driver.settle()
    assert driver.window.width() == width
    places = sorted((part.geometry() for part in _parts(driver)), key=QRect.left)
    assert places[0].left() >= 0
    assert places[-1].right() < width
    for one, other in pairwise(places):
        assert one.right() < other.left()
    for part in _parts(driver):
        if isinstance(part, QAbstractButton):
            assert part.width() >= part.sizeHint().width() or not part.text()
    # No window here is so narrow that the search must do without words.
    assert "All commands…" in [part.text() for part in _parts(driver) if isinstance(part, QAbstractButton)]
    names = [part.text() for part in _parts(driver) if isinstance(part, QLabel)]
    assert ("Meipi 眉批" in names) == (width >= 1180)
    folded = driver.window.toolbar.script.sizeHint().width() < 100
    assert folded == (width < 960)


def test_direction(driver: Driver) -> None:
    toolbar, viewing = driver.window.toolbar, driver.app.viewing
    [columns] = [each for each in toolbar.direction.findChildren(QAbstractButton) if each.text() == "直"]
    QTest.mouseClick(columns, Qt.MouseButton.LeftButton)
    assert viewing.vertical
    driver.page.setFocus()
    driver.press(Key.Key_V, SHIFT)
    assert not viewing.vertical
    assert toolbar.direction.current == "lines"


def test_the_kind_of_traditional_is_checked(driver: Driver) -> None:
    by_id = driver.window.commands.by_id
    names = [f"view.script_{name}" for name in ("taiwan", "taiwan_words", "hong_kong", "old")]
    assert [by_id[name].isChecked() for name in names] == [True, False, False, False]
    for chosen in (*names, names[-1], names[1]):
        by_id[chosen].trigger()
        assert [name for name in names if by_id[name].isChecked()] == [chosen]


def test_themes_go_round_by_key(driver: Driver) -> None:
    seen = []
    for _ in range(4):
        driver.press(Key.Key_M)
        seen.append((driver.app.viewing.theme, driver.page.theme.name))
    assert seen == [(name, name) for name in ("night", "sepia", "contrast", "paper")]


def test_the_theme_of_the_desktop_is_followed_while_it_changes(driver: Driver) -> None:
    changed = driver.app.qt.styleHints().colorSchemeChanged
    changed.emit(Qt.ColorScheme.Dark)
    assert driver.page.theme.name == "paper"
    driver.app.viewing.set_theme("system")
    assert driver.page.theme.name == "night"
    changed.emit(Qt.ColorScheme.Light)
    assert driver.page.theme.name == "paper"


def test_motion_is_reduced_by_command_and_kept(driver: Driver) -> None:
    driver.window.commands.by_id["view.motion"].trigger()
    assert driver.app.settings.get("window.motion") is False
    driver.window.commands.by_id["view.motion"].trigger()
    assert driver.app.settings.get("window.motion") is True


def test_without_an_article_the_switches_are_off(tmp_path: Path) -> None:
    with running(tmp_path / "library.db") as driver:
        toolbar = driver.window.toolbar
        assert not toolbar.script.isEnabled()
        assert not toolbar.direction.isEnabled()
        assert toolbar.type.isEnabled()
        assert toolbar.type.mapTo(toolbar, QPoint()).x() > 0
