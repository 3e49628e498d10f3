from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from meipi.support.theme import THEMES, load
from meipi.window.segments import Segment, Segments

OPTIONS = (
    Segment("source", "原文", "The text as it was read"),
    Segment("traditional", "繁", "Traditional"),
    # Latin letters are wider when bold.
    Segment("simplified", "jiǎntǐ", "Simplified"),
)


@pytest.fixture
def switch(qtbot: QtBot) -> Iterator[Segments]:
    window = QWidget()
    qtbot.addWidget(window)
    made = Segments(OPTIONS, load("paper"))
    box = QVBoxLayout(window)
    box.addWidget(made)
    box.addWidget(QLineEdit())
    window.show()
    qtbot.waitExposed(window)
    yield made
    window.close()


def _buttons(switch: Segments) -> list[QAbstractButton]:
    return switch.findChildren(QAbstractButton)[: len(OPTIONS)]


def _fold(switch: Segments) -> QAbstractButton:
    return switch.findChildren(QAbstractButton)[-1]


def _focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_a_click_chooses_and_says_so_once(switch: Segments, qtbot: QtBot) -> None:
    chosen: list[str] = []
    switch.chosen.connect(chosen.append)
    assert switch.current == "source"
    for _ in range(2):
        QTest.mouseClick(_buttons(switch)[2], Qt.MouseButton.LeftButton)
    assert (chosen, switch.current) == (["simplified"], "simplified")
    assert [button.isChecked() for button in _buttons(switch)] == [False, False, True]


def test_setting_it_says_nothing(switch: Segments) -> None:
    chosen: list[str] = []
    switch.chosen.connect(chosen.append)
    switch.set_current("traditional")
    assert (chosen, switch.current) == ([], "traditional")
    assert [button.isChecked() for button in _buttons(switch)] == [False, True, False]


def test_tab_stops_once_and_the_arrows_choose(switch: Segments, qtbot: QtBot) -> None:
    chosen: list[str] = []
    switch.chosen.connect(chosen.append)
    switch.set_current("traditional")
    field = switch.window().findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is _buttons(switch)[1]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(_focus(), key)
    assert chosen == ["simplified", "traditional", "source", "simplified"]
    assert QApplication.focusWidget() is _buttons(switch)[2]
    QTest.keyClick(_focus(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is field


# Said by the offscreen platform whenever a menu opens.
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_opens_by_its_arrow_by_a_second_click_and_by_down(switch: Segments, qtbot: QtBot) -> None:
    menu = QMenu(switch)
    menu.addAction("Taiwan")
    opened: list[None] = []
    menu.aboutToShow.connect(lambda: opened.append(None))
    plain = switch.sizeHint().width()
    switch.set_menu("traditional", menu)
    switch.set_detail("traditional", "台")
    assert switch.sizeHint().width() > plain
    QApplication.processEvents()
    button = _buttons(switch)[1]

    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, 16))
    assert (switch.current, opened) == ("traditional", [])
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, 16))
    assert len(opened) == 1
    menu.close()
    switch.set_current("source")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(button.width() - 10, 16))
    assert (switch.current, len(opened)) == ("source", 2)
    menu.close()
    QTest.keyClick(button, Qt.Key.Key_Down)
    assert len(opened) == 3
    menu.close()


def test_nothing_moves_when_another_is_chosen(switch: Segments) -> None:
    before = [button.geometry() for button in _buttons(switch)]
    wished = [button.sizeHint() for button in _buttons(switch)]
    switch.set_current("simplified")
    QApplication.processEvents()
    assert [button.geometry() for button in _buttons(switch)] == before
    assert [button.sizeHint() for button in _buttons(switch)] == wished
    assert switch.height() == 32


@pytest.mark.parametrize("name", THEMES)
def test_the_chosen_one_has_wash_and_line(switch: Segments, name: str) -> None:
    theme = load(name)
    switch.set_theme(theme)
    image = switch.grab().toImage()
    assert image.pixelColor(20, 6) == QColor(theme.cinnabar_wash)
    assert image.pixelColor(_buttons(switch)[0].width() // 2, 30) == QColor(theme.cinnabar)
    assert image.pixelColor(_buttons(switch)[1].x() + 6, 6) == QColor(theme.raised)
    assert image.pixelColor(_buttons(switch)[1].x() + 20, 30) == QColor(theme.raised)


def test_a_screen_reader_hears_the_long_names(switch: Segments) -> None:
    assert [button.accessibleName() for button in _buttons(switch)] == [each.tooltip for each in OPTIONS]


# Said by the offscreen platform whenever a menu opens.
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_folded_it_is_one_button_with_a_menu(switch: Segments, qtbot: QtBot) -> None:
    kinds = QMenu(switch)
    kinds.addAction("Taiwan")
    switch.set_menu("traditional", kinds)
    wide = switch.sizeHint().width()
    chosen: list[str] = []
    switch.chosen.connect(chosen.append)
    switch.set_folded(True)
    assert [button.isVisible() for button in (*_buttons(switch), _fold(switch))] == [False] * 3 + [True]
    assert switch.sizeHint().width() < wide / 2
    assert _fold(switch).text() == "原文"

    QTest.mouseClick(_fold(switch), Qt.MouseButton.LeftButton, pos=QPoint(8, 16))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = ["原文  The text as it was read", "繁  Traditional", "jiǎntǐ  Simplified", "", "Taiwan"]
    assert [action.text() for action in menu.actions()] == texts
    assert [action.isChecked() for action in menu.actions()[:3]] == [True, False, False]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert (chosen, switch.current, _fold(switch).text()) == (["traditional"], "traditional", "繁")

    # What is chosen already is chosen again without a word, and opens no menu that is out of sight.
    menu.actions()[1].trigger()
    assert chosen == ["traditional"]
    assert QApplication.activePopupWidget() is None
    switch.set_folded(False)
    assert [button.isVisible() for button in (*_buttons(switch), _fold(switch))] == [True] * 3 + [False]
    assert switch.sizeHint().width() == wide


def test_a_screen_reader_has_one_of_several_to_choose_from(switch: Segments) -> None:
    switch.set_current("traditional")
    nodes = [QAccessible.queryAccessibleInterface(button) for button in switch.findChildren(QAbstractButton)]
    named = [(node.text(QAccessible.Text.Name), node.role()) for node in nodes]
    for option in OPTIONS:
        assert (option.tooltip, QAccessible.Role.RadioButton) in named
    # The button that stands for all where there is no room says what is chosen.
    assert [name for name, role in named if role != QAccessible.Role.RadioButton] == ["Traditional"]
