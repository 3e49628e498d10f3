"""The type panel in the running window: each control changes the page at once, and only what it says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QColorDialog, QLabel, QSlider, QWidget
from pytestqt.qtbot import QtBot

from driving import CONTROL, SHIFT, Driver, Key, running
from meipi.support.theme import THEMES
from meipi.window.segments import Segments
from meipi.window.switch import Switch
from meipi.window.type_controls import PREVIEW_MS, SliderRow, ThemeSwatch, ToneButton
from meipi.window.type_panel import TypePanel

Control = TypeVar("Control", bound=QWidget)


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[Driver]:
    with running(tmp_path / "library.db") as driving:
        driving.window.open_sample(0)
        driving.settle()
        driving.window.toast.dismiss()
        yield driving


@pytest.fixture
def panel(driver: Driver) -> TypePanel:
    QTest.mouseClick(driver.window.toolbar.type, Qt.MouseButton.LeftButton)
    driver.settle()
    return _panel(driver)


def _panel(driver: Driver) -> TypePanel:
    panel = driver.window.findChild(TypePanel)
    assert isinstance(panel, TypePanel)
    return panel


def _named(panel: QWidget, kind: type[Control], name: str) -> Control:
    found = [each for each in panel.findChildren(kind) if name in (each.accessibleName(), _text(each))]
    assert len(found) == 1, name
    return found[0]


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def _segment(panel: QWidget, switch: str, label: str) -> None:
    segments = _named(panel, Segments, switch)
    [button] = [
        each
        for each in segments.findChildren(QAbstractButton)
        if each.text() == label and each.isVisibleTo(panel)
    ]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("switch", "label", "name", "value"),
    [
        ("Typeface", "黑 Sans", "family", "hei"),
        ("Pinyin by", "Word", "grouping", "word"),
        ("Paragraphs", "Spaced", "paragraphs", "space"),
        ("Line ends", "Trimmed", "line_end", "trim"),
    ],
)
def test_choices_of_a_few(
    driver: Driver, panel: TypePanel, switch: str, label: str, name: str, value: str
) -> None:
    _segment(panel, switch, label)
    assert getattr(driver.app.viewing.type, name) == value
    assert panel.isVisible()


def test_kai_is_offered_where_it_is_installed(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    driver.app.viewing.set("family", "kai")
    driver.window.commands.by_id["view.type"].trigger()
    assert _named(_panel(driver), Segments, "Typeface").current == "song"
    monkeypatch.setattr("meipi.window.type_panel.has_kai", lambda: True)
    window = driver.window
    motion = window.commands.by_id["view.motion"]
    theme = driver.page.theme
    panel = TypePanel(
        driver.app.qt, window, window.toolbar.type, driver.app.viewing, window.settings, motion, theme
    )
    panel.open()
    assert _named(panel, Segments, "Typeface").current == "kai"
    panel.close_panel()


@pytest.mark.parametrize(
    ("label", "name", "told"),
    [
        ("Text", "size", "21 px"),
        ("Line", "leading", "2.1 ×"),
        ("Measure", "measure", "37 字"),
        ("Reading size", "reading_size", "105 %"),
        ("Reading gap", "reading_gap", "6 px"),
    ],
)
def test_sliders_by_key(
    qtbot: QtBot, driver: Driver, panel: TypePanel, label: str, name: str, told: str
) -> None:
    slider = _named(panel, QSlider, label)
    slider.setFocus()
    before = driver.app.viewing.type
    QTest.keyClick(slider, Key.Key_Right)
    qtbot.waitUntil(lambda: driver.app.viewing.type != before)
    assert str(getattr(driver.app.viewing.type, name)) in (told.split()[0], "210")
    row = slider.parentWidget()
    assert isinstance(row, SliderRow)
    assert told in [each.text() for each in row.findChildren(QLabel)]


def test_a_slider_goes_where_it_is_pressed_and_the_page_follows_now_and_then(
    driver: Driver, panel: TypePanel
) -> None:
    slider, told = _named(panel, QSlider, "Text"), list[str]()
    driver.app.viewing.changed.connect(told.append)
    middle = slider.height() // 2
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 1, middle))
    assert slider.value() == slider.maximum()
    for value in range(slider.maximum(), slider.minimum(), -1):
        slider.setValue(value)
    assert told == []
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 1, middle))
    assert told == ["size"]
    assert driver.app.viewing.size == 17
    QTest.qWait(2 * PREVIEW_MS)
    assert told == ["size"]


def test_a_slider_rests_on_its_steps(qtbot: QtBot, driver: Driver, panel: TypePanel) -> None:
    slider = _named(panel, QSlider, "Line")
    slider.setValue(214)
    assert slider.value() == 210
    slider.setValue(slider.maximum())
    qtbot.waitUntil(lambda: driver.app.viewing.type.leading == 260)


def test_switches(driver: Driver, panel: TypePanel) -> None:
    viewing = driver.app.viewing
    for label in (
        "Compact lines where there are no readings",
        "Corner quotes 「」 in columns",
        "Head notes in the margin",
        "Reduce motion",
    ):
        switch = _named(panel, Switch, label)
        before = switch.isChecked()
        QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
        assert switch.isChecked() != before
    assert (viewing.type.compact, viewing.type.corner_quotes, viewing.head_notes) == (True, False, False)
    assert driver.app.settings.get("window.motion") is False


def test_themes(driver: Driver, panel: TypePanel) -> None:
    for swatch, name in zip(panel.findChildren(ThemeSwatch), (*THEMES, "system"), strict=True):
        QTest.mouseClick(swatch, Qt.MouseButton.LeftButton)
        assert driver.app.viewing.theme == name
        assert [each.isChecked() for each in panel.findChildren(ThemeSwatch)].count(True) == 1
        assert swatch.isChecked()
    assert panel.isVisible()


def test_own_tones_are_shown_where_they_are_chosen(driver: Driver, panel: TypePanel) -> None:
    buttons = panel.findChildren(ToneButton)
    assert not any(button.isVisible() for button in buttons)
    _segment(panel, "Tone colours", "Own")
    driver.settle()
    assert driver.app.viewing.tones == "own"
    assert all(button.isVisible() for button in buttons)
    QTest.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    driver.settle()
    dialog = panel.findChild(QColorDialog)
    assert isinstance(dialog, QColorDialog)
    dialog.setCurrentColor(QColor("#00A0B0"))
    dialog.accept()
    driver.settle()
    assert driver.app.viewing.own_tones[1] == "#00a0b0"
    assert buttons[1].colour == "#00a0b0"
    assert panel.isVisible()


def test_only_for_this_article(driver: Driver, panel: TypePanel) -> None:
    viewing = driver.app.viewing
    _segment(panel, "These choices", "Only for this article")
    _segment(panel, "Paragraphs", "Spaced")
    first = driver.app.workspace.article
    assert first is not None
    driver.window.open_sample(1)
    driver.settle()
    assert (viewing.only_here, viewing.type.paragraphs) == (False, "indent")
    driver.app.workspace.open_article(first.id)
    assert (viewing.only_here, viewing.type.paragraphs) == (True, "space")
    # The keys went to the page with the other article, and the panel with them.
    assert not panel.isVisible()
    driver.window.commands.by_id["view.type"].trigger()
    assert _named(panel, Segments, "These choices").current == "here"
    _segment(panel, "These choices", "As everywhere")
    assert (viewing.only_here, viewing.type.paragraphs) == (False, "indent")
    assert _named(panel, Segments, "Paragraphs").current == "indent"


def test_what_is_chosen_elsewhere_is_seen(driver: Driver, panel: TypePanel) -> None:
    driver.press(Key.Key_Equal, CONTROL)
    assert driver.app.viewing.size == 22
    row = _named(panel, QSlider, "Text").parentWidget()
    assert isinstance(row, SliderRow)
    assert row.value == 22


def test_tab_goes_round_within_and_escape_gives_the_keys_back(driver: Driver) -> None:
    driver.page.setFocus()
    driver.window.commands.by_id["view.type"].trigger()
    driver.settle()
    panel, seen = _panel(driver), list[QWidget]()
    while driver.focus() not in seen:
        assert panel.isAncestorOf(driver.focus())
        seen.append(driver.focus())
        driver.press(Key.Key_Tab)
    # A stop for each control; a switch of a few segments is one.
    assert len(seen) == 6 + 8 + 1 + 1 + 6 + 1
    assert driver.focus() is seen[0]
    driver.press(Key.Key_Tab, SHIFT)
    assert driver.focus() is seen[-1]
    driver.press(Key.Key_T)
    assert driver.app.viewing.script == "source"
    driver.press(Key.Key_Escape)
    assert not panel.isVisible()
    assert driver.focus() is driver.page


def test_the_arrows_go_through_the_themes(driver: Driver, panel: TypePanel) -> None:
    panel.findChildren(ThemeSwatch)[0].setFocus()
    driver.press(Key.Key_Right)
    driver.press(Key.Key_Right)
    assert driver.app.viewing.theme == "sepia"


def test_a_press_beside_it_closes_it_and_so_does_its_button(driver: Driver, panel: TypePanel) -> None:
    QTest.mouseClick(driver.window.toolbar.type, Qt.MouseButton.LeftButton)
    assert not panel.isVisible()
    QTest.mouseClick(driver.window.toolbar.type, Qt.MouseButton.LeftButton)
    assert panel.isVisible()
    QTest.mouseClick(driver.page.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 300))
    assert not panel.isVisible()
    assert QApplication.focusWidget() is driver.page


def test_a_press_on_what_takes_no_keys_closes_it_too(driver: Driver) -> None:
    driver.page.setFocus()
    driver.window.commands.by_id["view.type"].trigger()
    QTest.mouseClick(driver.window.status, Qt.MouseButton.LeftButton)
    assert not _panel(driver).isVisible()
    assert driver.focus() is driver.page


def test_a_sheet_over_it_gives_the_keys_back(driver: Driver, panel: TypePanel) -> None:
    before = driver.focus()
    driver.press(Key.Key_K, CONTROL)
    assert not panel.isAncestorOf(driver.focus())
    driver.press(Key.Key_Escape)
    assert panel.isVisible()
    assert driver.focus() is before


def test_it_lies_within_the_smallest_window(driver: Driver, panel: TypePanel) -> None:
    driver.window.resize(760, 560)
    driver.settle()
    frame = panel.findChild(QWidget)
    assert isinstance(frame, QWidget)
    place = frame.mapTo(driver.window, QPoint())
    assert driver.window.rect().contains(frame.rect().translated(place))
    # What lies below is brought into view when it has the keys.
    last = panel.findChildren(ThemeSwatch)[0]
    last.setFocus()
    driver.press(Key.Key_Tab)
    driver.press(Key.Key_Tab, SHIFT)
    seen = frame.rect().translated(frame.mapToGlobal(QPoint()))
    assert seen.contains(last.rect().translated(last.mapToGlobal(QPoint())))


def test_nothing_in_it_is_cut_off(driver: Driver, panel: TypePanel) -> None:
    for each in (*panel.findChildren(QLabel), *panel.findChildren(Switch), *panel.findChildren(Segments)):
        if each.isVisible():
            assert each.width() >= each.minimumSizeHint().width(), each.accessibleName() or _text(each)
