from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from meipi.support.stylesheet import stylesheet
from meipi.support.theme import load
from meipi.window.status_bar import StatusBar, minutes


@pytest.fixture
def bar(qtbot: QtBot) -> StatusBar:
    made = StatusBar()
    made.setStyleSheet(stylesheet(load("paper")))
    qtbot.addWidget(made)
    made.resize(1200, made.height())
    made.show()
    qtbot.waitExposed(made)
    return made


def _seen(bar: StatusBar) -> list[str]:
    return [each.text() for each in bar.findChildren(QLabel) if each.isVisible() and each.text()]


def test_the_place(bar: StatusBar) -> None:
    assert _seen(bar) == []
    bar.show_place(2, 21, 182, 2057)
    assert _seen(bar) == ["9 %", "¶ 2 of 21 · 182 / 2,057 字 · 6 min left"]
    progress = bar.findChild(QProgressBar)
    assert isinstance(progress, QProgressBar)
    assert (progress.value(), progress.width(), progress.height()) == (88, 130, 3)
    bar.show_place(21, 21, 2057, 2057)
    assert _seen(bar) == ["100 %", "¶ 21 of 21 · 2,057 / 2,057 字 · finished"]
    bar.clear()
    assert _seen(bar) == []


def test_an_article_without_text_divides_by_nothing(bar: StatusBar) -> None:
    bar.show_place(1, 1, 0, 0)
    assert _seen(bar)[0] == "0 %"


@pytest.mark.parametrize(("count", "expected"), [(0, 0), (-3, 0), (1, 1), (299, 1), (1101, 4), (2057, 7)])
def test_minutes(count: int, expected: int) -> None:
    assert minutes(count) == expected


def test_script_and_encoding(bar: StatusBar, qtbot: QtBot) -> None:
    bar.show_script("Traditional")
    bar.show_encoding("GB18030")
    assert _seen(bar) == ["Traditional"]
    button = bar.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    assert button.accessibleName() == "Encoding: GB18030"
    with qtbot.waitSignal(bar.encoding_clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    bar.show_script("")
    bar.show_encoding("")
    assert _seen(bar) == []
    assert not button.isVisible()


def test_hints_without_room_are_left_out_the_last_one_stays_longest(bar: StatusBar) -> None:
    hints = [("J / K", "paragraph"), ("1–5", "highlight"), ("N", "note"), ("?", "all keys")]
    bar.show_hints(hints)
    bar.show_place(2, 21, 182, 2057)
    QApplication.processEvents()
    assert _seen(bar)[-8:] == [text for hint in hints for text in hint]
    bar.resize(640, bar.height())
    QApplication.processEvents()
    assert _seen(bar)[-2:] == ["?", "all keys"]
    assert "paragraph" not in _seen(bar)
    for label in bar.findChildren(QLabel):
        if label.isVisible():
            assert label.mapTo(bar, label.rect().topRight()).x() <= 640
    bar.resize(1200, bar.height())
    QApplication.processEvents()
    bar.show_hints(hints[:1])
    QApplication.processEvents()
    assert _seen(bar)[-2:] == ["J / K", "paragraph"]
    assert bar.minimumSizeHint().width() == 0
