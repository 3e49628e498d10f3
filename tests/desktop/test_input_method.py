"""Reading, marking and writing with an input method, without the mouse.

IBus and Fcitx hand over what is being composed as input-method events: the letters as they are typed, then
what was chosen for them. No key event comes for those letters. A widget that takes no such input, as the page
and the lists do not, gets letters as keys.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QInputMethodQueryEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from driving import CONTROL, NONE, SHIFT, Driver, Key, reading, running
from meipi.support.composing import composed

TEXT = (
    "渡口\n老周說：「船要來了。」岸上的人都站起來。\n"
    + "河水流過，沒有人說話，只有風從對岸吹過來。\n" * 60
    + "老周又說：「明天不開了。」\n"
)
PINYIN = ("n", "ni", "ni h", "ni ha", "ni hao")
COMMANDS = "hnqtpvjkxg123[]s w"
"""Letters that are commands while the page has the focus."""


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[Driver]:
    with reading(tmp_path, TEXT) as driving:
        yield driving


def preedit(widget: QWidget, text: str) -> None:
    """What is being composed is now this; underlined, with the cursor behind it, as IBus sends it."""
    kind = QInputMethodEvent.AttributeType
    underlined = QTextCharFormat()
    underlined.setFontUnderline(True)
    attributes = [
        QInputMethodEvent.Attribute(kind.TextFormat, 0, len(text), underlined),
        QInputMethodEvent.Attribute(kind.Cursor, len(text), 1, None),
    ]
    QApplication.sendEvent(widget, QInputMethodEvent(text, attributes))


def choose(widget: QWidget, text: str) -> None:
    """One of the candidates is chosen: the text is handed over, and nothing is being composed."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def compose(widget: QWidget, letters: tuple[str, ...], text: str) -> None:
    for typed in letters:
        preedit(widget, typed)
    choose(widget, text)


def asks_input_method(widget: QWidget) -> bool:
    """Whether Qt would give the widget's keys to an input method first."""
    query = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
    QApplication.sendEvent(widget, query)
    return bool(query.value(Qt.InputMethodQuery.ImEnabled))


def state(driver: Driver) -> object:
    viewing, workspace = driver.app.viewing, driver.app.workspace
    return (viewing.script, viewing.phonetics, viewing.theme, workspace.marks, driver.page.bar.value())


def field(driver: Driver) -> QPlainTextEdit:
    focus = driver.focus()
    assert isinstance(focus, QPlainTextEdit)
    return focus


@pytest.mark.parametrize("select", [(Key.Key_Q, None), (Key.Key_Period, CONTROL)], ids=["quote", "sentence"])
def test_read_quote_highlight_note_and_read_on(
    driver: Driver, select: tuple[Key, Qt.KeyboardModifier | None]
) -> None:
    workspace = driver.app.workspace
    driver.press(Key.Key_Down, times=1)
    driver.press(select[0], select[1] or NONE)
    driver.press(Key.Key_H)
    driver.press(Key.Key_N)
    compose(field(driver), PINYIN, "你好")
    driver.type("hn, ")
    compose(field(driver), ("m", "ma"), "嗎")
    preedit(field(driver), "x")
    preedit(field(driver), "")  # thought better of it
    driver.press(Key.Key_Return, CONTROL)
    (mark,) = workspace.library.marks(1)
    assert mark.note == "你好hn, 嗎"
    assert mark.exact in TEXT
    if select[0] == Key.Key_Q:
        assert mark.exact == "「船要來了。」"
    assert driver.focus() is driver.page
    before = driver.page.bar.value()
    driver.press(Key.Key_Space)
    assert driver.page.bar.value() > before
    assert workspace.library.drafts() == {}


def test_letters_being_composed_are_no_commands(driver: Driver) -> None:
    driver.press(Key.Key_Q)
    driver.press(Key.Key_N)
    before = state(driver)
    for typed in (COMMANDS[: count + 1] for count in range(len(COMMANDS))):
        preedit(field(driver), typed)
        assert composed(field(driver)) == typed
    assert state(driver) == before
    choose(field(driver), "渡")
    assert field(driver).toPlainText() == "渡"
    assert state(driver) == before


def test_while_composing_no_key_ends_the_note(driver: Driver) -> None:
    driver.press(Key.Key_Q)
    driver.press(Key.Key_N)
    driver.type("early ")
    preedit(field(driver), "ni hao")
    driver.press(Key.Key_Return, CONTROL)
    driver.press(Key.Key_Escape)
    assert field(driver).toPlainText() == "early "
    assert driver.app.workspace.library.marks(1)[0].note == ""
    choose(field(driver), "你好")
    driver.press(Key.Key_Return, CONTROL)
    assert driver.app.workspace.library.marks(1)[0].note == "early 你好"
    assert driver.focus() is driver.page


def test_what_is_still_being_composed_is_saved_with_the_note(driver: Driver) -> None:
    driver.press(Key.Key_Q)
    driver.press(Key.Key_N)
    driver.type("early ")
    preedit(field(driver), "ni hao")
    QTest.mouseClick(
        next(button for button in driver.window.notes.findChildren(QPushButton) if button.text() == "Save"),
        Qt.MouseButton.LeftButton,
    )
    driver.settle()
    assert driver.app.workspace.library.marks(1)[0].note == "early ni hao"


def test_what_is_still_being_composed_is_in_the_draft_when_the_window_closes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    with running(tmp_path / "library.db") as driver:
        driver.app.open(tmp_path / "a.txt")
        driver.settle()
        driver.press(Key.Key_Q)
        driver.press(Key.Key_N)
        driver.type("a ")
        preedit(field(driver), "du")
        driver.window.close()
        assert list(driver.app.workspace.library.drafts().values()) == ["a du"]


def test_the_note_in_the_margin_is_composed_likewise(driver: Driver) -> None:
    driver.press(Key.Key_Q)
    driver.press(Key.Key_H)
    mark, workspace = driver.app.workspace.marks[0], driver.app.workspace
    driver.page.margin.edit(mark.id)
    before = state(driver)
    compose(field(driver), PINYIN, "你好")
    driver.type(" ")
    for typed in ("z", "zh", "zhou"):
        preedit(field(driver), typed)
    for key, modifiers in ((Key.Key_Escape, NONE), (Key.Key_Return, CONTROL)):
        driver.press(key, modifiers)
        assert composed(field(driver)) == "zhou"
    assert state(driver) == before
    driver.page.setFocus()  # as a click on the page does
    assert workspace.marks[0].note == "你好 zhou"
    driver.page.margin.edit(mark.id)
    driver.press(Key.Key_Escape)
    assert workspace.library.drafts() == {}


def test_tags_are_composed(driver: Driver) -> None:
    driver.press(Key.Key_Q)
    driver.press(Key.Key_G)
    line = driver.focus()
    assert isinstance(line, QLineEdit)
    before = state(driver)
    compose(line, ("d", "du", "du k", "du kou"), "渡口")
    assert line.text() == "渡口"
    assert state(driver) == before
    driver.press(Key.Key_Return, CONTROL)
    assert driver.app.workspace.library.marks(1)[0].tags == ("渡口",)
    assert driver.focus() is driver.page


def test_page_and_lists_ask_no_input_method_and_their_letters_are_commands(driver: Driver) -> None:
    driver.press(Key.Key_Q)
    driver.press(Key.Key_H)
    window = driver.window
    for widget in (driver.page, window.library.list, window.notes.list, window.words.list):
        assert not asks_input_method(widget)
        assert not widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    driver.page.setFocus()
    driver.press(Key.Key_T)
    assert driver.app.viewing.script != "source"


@pytest.mark.parametrize("where", ["page", "library", "notes"])
def test_what_an_input_method_hands_over_too_late_starts_no_command(driver: Driver, where: str) -> None:
    driver.press(Key.Key_Q)
    driver.press(Key.Key_H)
    window = driver.window
    widget = {"page": driver.page, "library": window.library.list, "notes": window.notes.list}[where]
    widget.setFocus()
    before = state(driver)
    for typed in COMMANDS:
        preedit(widget, typed)
    choose(widget, COMMANDS)
    driver.settle()
    assert state(driver) == before
    assert driver.focus() is widget


@pytest.mark.parametrize("key", [Key.Key_K, Key.Key_F])
def test_fields_of_the_palette_and_of_finding_are_composed(driver: Driver, key: Key) -> None:
    before = state(driver)
    driver.press(key, CONTROL)
    line = driver.focus()
    assert isinstance(line, QLineEdit)
    assert asks_input_method(line)
    for typed in COMMANDS:
        preedit(line, typed)
    assert state(driver) == before
    assert line.text() == ""
    choose(line, "老周")
    assert line.text() == "老周"
    driver.settle()
    assert state(driver)[:4] == before[:4]  # type: ignore[index]
    driver.press(Key.Key_Escape)
    assert driver.focus() is driver.page


def test_the_filters_of_panes_are_composed(driver: Driver) -> None:
    before = state(driver)
    driver.press(Key.Key_F8, SHIFT)
    lines = [line for line in driver.window.findChildren(QLineEdit) if line.isVisibleTo(driver.window)]
    assert lines
    for line in lines:
        line.setFocus()
        compose(line, tuple(COMMANDS), "周")
        assert line.text() == "周"
    assert state(driver) == before


def test_shift_and_letters_typed_without_composing_stay_in_the_note(driver: Driver) -> None:
    """An input method that is switched to Latin letters lets keys through as they are."""
    driver.press(Key.Key_Q)
    driver.press(Key.Key_N)
    before = state(driver)
    for letter in "HNQBJ":
        QTest.keyClick(field(driver), letter, SHIFT)
    driver.type("hnq bj[]")
    assert field(driver).toPlainText() == "HNQBJhnq bj[]"
    assert state(driver) == before
