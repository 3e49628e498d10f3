"""Every control of the window has a name and a role, is reached by Tab in order, and shows the focus."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget

from driving import CONTROL, SHIFT, Driver, Key, running

AROUND = 6
"""Pixels outside a control in which its focus may show."""

SPEECHLESS = {QAccessible.Role.NoRole, QAccessible.Role.Pane}


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[Driver]:
    """The window with a sample open and a mark in it, with a note; no message over the page."""
    with running(tmp_path / "library.db") as made:
        made.window.open_sample(1)
        made.settle()
        made.press(Key.Key_Period, CONTROL)
        made.press(Key.Key_N)
        made.type("A note")
        made.press(Key.Key_Return, CONTROL)
        made.window.toast.dismiss()
        yield made


def controls(window: QWidget) -> list[QWidget]:
    """Every widget in sight that can have the keys."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
    ]


def stops(driver: Driver) -> list[QWidget]:
    """Where Tab leads, from the page all the way round."""
    driver.page.setFocus()
    found: list[QWidget] = []
    while driver.focus() not in found:
        found.append(driver.focus())
        driver.press(Key.Key_Tab)
    assert driver.focus() is driver.page
    return found


def part(driver: Driver, widget: QWidget) -> str:
    """The part of the window that a control belongs to."""
    window = driver.window
    parts = {
        "toolbar": window.toolbar,
        "library": window.library,
        "page": window.page,
        "notes": window.panes.right,
        "status": window.status,
    }
    return next(name for name, whole in parts.items() if widget is whole or whole.isAncestorOf(widget))


def named(widget: QWidget) -> bool:
    interface = QAccessible.queryAccessibleInterface(widget)
    return bool(interface.text(QAccessible.Text.Name).strip()) and interface.role() not in SPEECHLESS


def test_every_control_has_a_name_and_a_role(driver: Driver) -> None:
    found = controls(driver.window)
    assert len(found) > 15
    assert not [widget for widget in found if not named(widget)]


@pytest.mark.parametrize(
    "keys",
    [
        (Key.Key_K, CONTROL),
        (Key.Key_F1, None),
        (Key.Key_E, CONTROL),
        (Key.Key_U, CONTROL),
        (Key.Key_F, CONTROL),
        (Key.Key_F, CONTROL | SHIFT),
        (Key.Key_F2, None),
        (Key.Key_F2, SHIFT),
    ],
)
def test_so_has_every_control_that_is_laid_over_it(
    driver: Driver, keys: tuple[Key, Qt.KeyboardModifier | None]
) -> None:
    before = set(controls(driver.window))
    driver.press(keys[0], keys[1] or Qt.KeyboardModifier.NoModifier)
    above = [widget for widget in controls(driver.window) if widget not in before]
    assert above
    assert not [widget for widget in above if not named(widget)]
    QTest.keyClick(QApplication.activeModalWidget() or driver.focus(), Key.Key_Escape)


def test_so_has_the_editor_of_a_note(driver: Driver) -> None:
    driver.press(Key.Key_BracketLeft)
    driver.press(Key.Key_N)
    assert driver.focus() is not driver.page
    assert not [widget for widget in controls(driver.window.panes.right) if not named(widget)]


def test_tab_goes_through_the_parts_in_order_and_back_again(driver: Driver) -> None:
    order = [name for name, _ in groupby(part(driver, widget) for widget in stops(driver))]
    assert order == ["page", "notes", "status", "toolbar", "library"]


def test_a_screen_reader_adds_no_stop(driver: Driver) -> None:
    before = stops(driver)
    QAccessible.setActive(True)
    driver.page.arrange()
    QTest.qWait(60)
    after = stops(driver)
    QAccessible.setActive(False)
    assert driver.page.findChildren(QPlainTextEdit)
    assert after == before


def test_shift_tab_goes_the_other_way(driver: Driver) -> None:
    forwards = stops(driver)
    backwards = [driver.page]
    for _ in forwards[1:]:
        driver.press(Key.Key_Backtab)
        backwards.append(driver.focus())
    assert backwards == [forwards[0], *reversed(forwards[1:])]


def test_the_focus_shows_wherever_it_is(driver: Driver) -> None:
    window = driver.window
    for widget in stops(driver):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        driver.settle()
        shown = picture_of(widget, window)
        other = window.toolbar if widget is driver.page else driver.page
        (controls(window.toolbar)[0] if other is window.toolbar else other).setFocus()
        driver.settle()
        assert shown != picture_of(widget, window), widget


def picture_of(widget: QWidget, window: QWidget) -> QImage:
    """A control and what is close around it."""
    box = QRect(widget.mapTo(window, QPoint()), widget.size())
    return window.grab(box.adjusted(-AROUND, -AROUND, AROUND, AROUND)).toImage()


def test_escape_leads_back_to_the_page_from_wherever_the_keys_are(driver: Driver) -> None:
    for widget in stops(driver):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        for _ in range(2):  # an inner part may take the first
            driver.press(Key.Key_Escape)
        assert driver.focus() is driver.page, widget


def test_a_message_with_a_button_is_left_by_escape(driver: Driver) -> None:
    driver.press(Key.Key_2)
    toast = driver.window.toast
    toast.findChildren(QPushButton)[0].setFocus()
    driver.press(Key.Key_Escape)
    assert toast.isHidden()
    assert driver.focus() is driver.page


def test_the_bin_is_left_by_escape_though_nothing_is_in_it(driver: Driver) -> None:
    driver.app.commands["file.bin"].trigger()
    driver.settle()
    assert driver.window.library.bin.isVisible()
    driver.press(Key.Key_Escape)
    assert not driver.window.library.bin.isVisible()
    driver.press(Key.Key_Escape)
    assert driver.focus() is driver.page
