from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from meipi.library.first_run import FirstRun, Sample
from meipi.library.problem import Problem
from meipi.support.theme import load

SAMPLES = (
    Sample("一條茶渡，等來一座橋", "A news report in Traditional, with quotes", "1,204 字"),
    Sample("对岸", "An essay in Simplified", "1,012 字"),
    Sample("台北下雨", "A light piece in the words of Taiwan", "980 字"),
)


@pytest.fixture
def actions() -> tuple[QAction, QAction, QAction]:
    return QAction("Open…"), QAction("Address…"), QAction("Paste")


@pytest.fixture
def page(qtbot: QtBot, actions: tuple[QAction, QAction, QAction]) -> FirstRun:
    page = FirstRun(load("paper"), *actions, SAMPLES)
    qtbot.addWidget(page)
    page.resize(900, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def test_its_buttons_do_the_actions(
    page: FirstRun, actions: tuple[QAction, QAction, QAction], qtbot: QtBot
) -> None:
    for button, action in zip(page.target.buttons, actions, strict=True):
        with qtbot.waitSignal(action.triggered):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        action.setEnabled(False)
        assert not button.isEnabled()


def test_a_sample_is_chosen_with_keys_alone(page: FirstRun, qtbot: QtBot) -> None:
    page.setFocus()
    for widget in (*page.target.buttons, page.cards[0]):
        assert widget.hasFocus()
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert page.cards[1].hasFocus()
    with qtbot.waitSignal(page.sample_chosen) as chosen:
        QTest.keyClick(page.cards[1], Qt.Key.Key_Return)
    assert chosen.args == [1]


def test_a_sample_is_chosen_with_the_mouse(page: FirstRun, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.sample_chosen) as chosen:
        QTest.mouseClick(page.cards[2], Qt.MouseButton.LeftButton)
    assert chosen.args == [2]
    assert page.cards[2].accessibleName() == "台北下雨"
    assert "980 字" in page.cards[2].accessibleDescription()


def test_the_field_is_cinnabar_while_files_are_over_the_page(
    page: FirstRun, qtbot: QtBot, tmp_path: Path
) -> None:
    theme = load("paper")

    def ground() -> QColor:
        return page.target.grab().toImage().pixelColor(20, 20)

    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "一.txt"))])
    held = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(page.viewport(), QDragEnterEvent(QPoint(9, 9), *held))
    assert ground() == QColor(theme.cinnabar_wash)
    QApplication.sendEvent(page.viewport(), QDragLeaveEvent())
    assert ground() == QColor(theme.raised)
    QApplication.sendEvent(page.viewport(), QDragEnterEvent(QPoint(9, 9), *held))
    with qtbot.waitSignal(page.dropped) as dropped:
        QApplication.sendEvent(page.viewport(), QDropEvent(QPointF(9, 9), *held))
    assert dropped.args == [[tmp_path / "一.txt"]]
    assert ground() == QColor(theme.raised)


@pytest.mark.parametrize("size", [(672, 480), (1184, 820)])
def test_it_fits_into_small_and_large_windows(page: FirstRun, size: tuple[int, int]) -> None:
    page.resize(*size)
    QApplication.processEvents()
    assert page.horizontalScrollBar().maximum() == 0
    assert page.target.width() <= 720
    rights = [card.geometry().right() for card in page.cards]
    lefts = [card.geometry().left() for card in page.cards]
    assert all(right < left for right, left in zip(rights, lefts[1:], strict=False))


def test_a_problem_says_its_sentence_and_offers_its_actions(qtbot: QtBot) -> None:
    retry, quit_ = QAction("Try again"), QAction("Quit")
    sentence = "The library “meipi.db” is damaged. It was not changed. Put a backup in its place."
    problem = Problem(load("night"), sentence, [retry, quit_])
    qtbot.addWidget(problem)
    problem.resize(500, 400)
    with qtbot.waitActive(problem):
        problem.show()
        problem.activateWindow()
    problem.setFocus()
    assert problem.buttons[0].hasFocus()
    with qtbot.waitSignal(retry.triggered):
        QTest.keyClick(problem.buttons[0], Qt.Key.Key_Return)
    assert problem._sentence.height() >= problem._sentence.heightForWidth(problem._sentence.width())
    assert problem._sentence.text() == sentence
