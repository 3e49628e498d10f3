from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from meipi.support.theme import load
from meipi.window.focus_ring import FocusRing
from meipi.window.segments import Segment, Segments


@pytest.fixture
def ring(qapp: QApplication) -> Iterator[FocusRing]:
    made = FocusRing(qapp, load("paper"))
    yield made
    qapp.focusChanged.disconnect(made._follow)
    made.deleteLater()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    box = QVBoxLayout(made)
    box.setContentsMargins(20, 20, 20, 20)
    box.addWidget(QPushButton("Export"))
    box.addWidget(QLineEdit())
    box.addWidget(Segments((Segment("a", "原文"), Segment("b", "繁")), load("paper")))
    made.show()
    qtbot.waitExposed(made)
    return made


def _rings(window: QWidget) -> list[QWidget]:
    return [
        each for each in window.findChildren(QWidget) if type(each).__name__ == "_Ring" and each.isVisible()
    ]


def test_it_stands_two_pixels_around_the_button_that_has_the_focus(
    ring: FocusRing, window: QWidget, qtbot: QtBot
) -> None:
    button = window.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.setFocus()
    qtbot.waitUntil(lambda: len(_rings(window)) == 1)
    (shown,) = _rings(window)
    assert shown.geometry() == button.geometry().adjusted(-4, -4, 4, 4)
    image = window.grab().toImage()
    middle = button.geometry().center().y()
    assert image.pixelColor(button.x() - 3, middle) == QColor(load("paper").cinnabar)
    assert image.pixelColor(button.x() - 1, middle) != QColor(load("paper").cinnabar)
    ring.set_theme(load("night"))
    assert window.grab().toImage().pixelColor(button.x() - 3, middle) == QColor(load("night").cinnabar)
    window.resize(500, 300)
    QApplication.processEvents()
    assert shown.geometry() == button.geometry().adjusted(-4, -4, 4, 4)
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton)
    button.hide()
    assert _rings(window) == []


def test_a_field_has_a_frame_of_its_own(ring: FocusRing, window: QWidget) -> None:
    field = window.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    window.findChild(QPushButton).setFocus()  # type: ignore[union-attr]
    field.setFocus()
    assert _rings(window) == []


def test_a_switch_is_ringed_as_a_whole(ring: FocusRing, window: QWidget, qtbot: QtBot) -> None:
    switch = window.findChild(Segments)
    assert isinstance(switch, Segments)
    field = window.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    (shown,) = _rings(window)
    assert shown.geometry() == switch.geometry().adjusted(-4, -4, 4, 4)


def test_it_goes_into_a_dialog_and_comes_back_when_that_is_gone(
    ring: FocusRing, window: QWidget, qtbot: QtBot
) -> None:
    dialog = QDialog(window)
    box = QCheckBox("Pinyin", dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    box.setFocus()
    qtbot.waitUntil(lambda: len(_rings(dialog)) == 1)
    dialog.deleteLater()
    QApplication.sendPostedEvents(dialog)
    QApplication.processEvents()
    window.activateWindow()
    button = window.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.setFocus()
    qtbot.waitUntil(lambda: len(_rings(window)) == 1)


def test_it_is_cut_at_the_edge_of_a_scrolled_area(ring: FocusRing, qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    inside = QWidget()
    button = QPushButton("low", inside)
    inside.resize(200, 900)
    button.move(40, 20)
    area.setWidget(inside)
    area.resize(220, 200)
    area.show()
    qtbot.waitExposed(area)
    button.setFocus()
    qtbot.waitUntil(lambda: len(_rings(area)) == 1)
    (shown,) = _rings(area)
    area.verticalScrollBar().setValue(30)
    top = button.mapTo(area, QPoint()).y()
    assert shown.y() == top - 4
    assert shown.mask().boundingRect().top() == -shown.y() + area.viewport().y()
