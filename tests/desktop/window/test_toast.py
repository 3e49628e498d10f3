from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from meipi.support.theme import load
from meipi.window.toast import Toast


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def toast(page: QWidget) -> Toast:
    return Toast(page, load("paper"), motion=False)


def _text(toast: Toast) -> str:
    return " ".join(label.text() for label in toast.findChildren(QLabel))


def _shown(toast: Toast) -> list[QAbstractButton]:
    return [button for button in toast.findChildren(QAbstractButton) if button.isVisible()]


def _timer(toast: Toast) -> QTimer:
    (timer,) = toast.findChildren(QTimer)
    return timer


def test_it_stands_at_the_foot_of_the_page_in_the_middle(toast: Toast, page: QWidget) -> None:
    assert toast.isHidden()
    toast.say("Note deleted")
    assert "Note deleted" in _text(toast)
    assert _shown(toast) == []
    for size in ((700, 500), (900, 400)):
        page.resize(*size)
        QApplication.processEvents()
        box = toast.geometry()
        assert abs(box.center().x() - size[0] // 2) <= 1
        assert box.bottom() < size[1] <= box.bottom() + 32


def test_undo_calls_back_once_and_closes(toast: Toast, qtbot: QtBot) -> None:
    undone: list[None] = []
    toast.say("Note deleted", lambda: undone.append(None))
    (button,) = _shown(toast)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (len(undone), toast.isHidden()) == (1, True)


def test_a_message_goes_by_itself_and_a_problem_stays(toast: Toast) -> None:
    toast.say("Saved")
    assert _timer(toast).isActive()
    assert _timer(toast).interval() == 5_000
    _timer(toast).timeout.emit()
    assert toast.isHidden()

    toast.warn("The disk is full.")
    assert not _timer(toast).isActive()
    (close,) = _shown(toast)
    assert close.accessibleName() == "Close"
    close.click()
    assert toast.isHidden()


def test_the_next_message_takes_the_place_of_the_last(toast: Toast) -> None:
    undone: list[str] = []
    toast.say("First", lambda: undone.append("first"))
    toast.say("Second", lambda: undone.append("second"))
    assert "First" not in _text(toast)
    _shown(toast)[0].click()
    assert undone == ["second"]
    toast.warn("Problem")
    toast.say("Third")
    assert _shown(toast) == []
    assert _timer(toast).isActive()


def test_it_stays_under_the_pointer_and_with_the_focus(toast: Toast, qtbot: QtBot) -> None:
    toast.say("Note deleted", lambda: None)
    at = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(at, at, at))
    assert not _timer(toast).isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert _timer(toast).isActive()
    _shown(toast)[0].setFocus()
    _timer(toast).timeout.emit()
    assert not toast.isHidden()
    toast.dismiss()
    assert QApplication.focusWidget() is toast.parentWidget()


def test_with_motion_it_fades_first(page: QWidget, qtbot: QtBot) -> None:
    toast = Toast(page, load("night"))
    toast.say("Saved")
    _timer(toast).timeout.emit()
    assert not toast.isHidden()
    qtbot.waitUntil(toast.isHidden)
    toast.say("Again")
    assert not toast.isHidden()


def test_a_long_text_is_broken_and_never_read_as_markup(toast: Toast, page: QWidget) -> None:
    toast.say("short")
    low = toast.height()
    toast.warn("<b>鹽湖</b> " + "A long sentence about what went wrong. " * 5)
    formats = {label.textFormat() for label in toast.findChildren(QLabel) if label.text()}
    assert formats == {Qt.TextFormat.PlainText}
    assert toast.height() > low
    assert page.rect().contains(toast.geometry())


def test_its_button_takes_the_space_key(toast: Toast, qtbot: QtBot) -> None:
    undone: list[None] = []
    toast.say("Note deleted", lambda: undone.append(None))
    button = _shown(toast)[0]
    assert isinstance(button, QPushButton)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert len(undone) == 1


def test_it_is_said_too(toast: Toast, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[tuple[str, bool]] = []
    monkeypatch.setattr(
        "meipi.window.toast.announce", lambda _widget, text, *, urgent: said.append((text, urgent))
    )
    toast.say("Note deleted", lambda: None)
    toast.warn("The disk is full.")
    assert said == [("Note deleted", False), ("The disk is full.", True)]
