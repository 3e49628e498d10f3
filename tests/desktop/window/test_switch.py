from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from meipi.support.stylesheet import stylesheet
from meipi.support.theme import THEMES, load
from meipi.window.switch import Switch


@pytest.fixture
def switch(qtbot: QtBot) -> Iterator[Switch]:
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet(stylesheet(load("paper")))
    window.resize(300, 60)
    made = Switch("Head notes in the margin", load("paper"))
    QVBoxLayout(window).addWidget(made)
    window.show()
    qtbot.waitExposed(window)
    yield made
    window.close()


def test_the_whole_row_is_the_switch(switch: Switch) -> None:
    for place in (QPoint(5, 14), QPoint(switch.width() - 5, 14), QPoint(switch.width() // 2 + 40, 3)):
        before = switch.isChecked()
        QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=place)
        assert switch.isChecked() != before


def test_space_turns_it(switch: Switch) -> None:
    switch.setFocus()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()


@pytest.mark.parametrize("name", THEMES)
def test_the_knob_stands_right_when_it_is_on(switch: Switch, name: str) -> None:
    theme = switch.theme = load(name)
    left, right, middle = switch.width() - 25, switch.width() - 11, switch.height() // 2
    image = switch.grab().toImage()
    assert image.pixelColor(left, middle) == QColor(theme.raised)
    assert image.pixelColor(right, middle) == QColor(theme.control)
    switch.setChecked(True)
    image = switch.grab().toImage()
    assert image.pixelColor(left, middle) == QColor(theme.cinnabar)
    assert image.pixelColor(right, middle) == QColor(theme.on_cinnabar)


def test_the_text_has_room(switch: Switch) -> None:
    assert switch.sizeHint().width() > switch.fontMetrics().horizontalAdvance(switch.text()) + 34
