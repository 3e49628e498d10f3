"""The word card worked by keys and mouse, in the whole window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from driving import NONE, Driver
from meipi.language.span import Span

TEXT = (
    "他说银行行长很重要，中华人民共和国成立了。他打了一个电话，里面的干货不得不说。研究生命的起源，天气便宜。\n"
    * 30
)


def word(driver: Driver) -> str | None:
    """The word of the source whose card is in sight."""
    looked_up = driver.window.word
    assert looked_up.card.isVisible() == looked_up.is_open
    span = looked_up.span
    return None if span is None else TEXT[slice(*span)]


def point(driver: Driver, text: str, within: int = 0) -> QPoint:
    """The middle of a hanzi of the first place of a text."""
    at = TEXT.index(text) + within
    return driver.page.boxes(Span(at, at + 1))[0].center()


def click(driver: Driver, place: QPoint) -> None:
    QTest.mouseClick(driver.page.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    driver.settle()
    QTest.qWait(QApplication.doubleClickInterval() + 20)


def hover(driver: Driver, place: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
    """Move the mouse to a place, with keys held down."""
    view = driver.page.viewport()
    QTest.mouseMove(view, place)
    here = QPointF(place)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, here, view.mapToGlobal(here), none, none, keys)
    QApplication.sendEvent(view, event)
    driver.settle()


def lines_of(driver: Driver, span: Span) -> QRect:
    whole = QRect()
    for box in driver.page.boxes(span):
        whole |= driver.page.line_box(box)
    return whole


def check_place(driver: Driver) -> None:
    looked_up, view = driver.window.word, driver.page.viewport().rect()
    span, card = looked_up.span, looked_up.card
    assert span is not None
    assert not card.geometry().intersects(lines_of(driver, span))
    assert view.contains(card.panel)
    body = card.body.geometry().translated(card.pos())
    assert card.panel.contains(body)
    assert body.height() >= 40
    layout = card._layout(card.panel.width())
    assert layout.height <= card.body.height() + card.body.verticalScrollBar().maximum()
