"""The unseen text of the page, as Qt has it; the bus has tests of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.reading.desk import PHRASES, Desk, Make
from meipi.exchange.draft import ArticleDraft
from meipi.language.span import Span
from meipi.reading import mirror

LONG = "\n".join(f"第{number}段。𠀀上的孩子們跑得很快，一會兒就不見了。" for number in range(80))


@pytest.fixture
def listening() -> Iterator[None]:
    """A screen reader is there."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the mirror has announced."""
    words: list[str] = []
    monkeypatch.setattr(mirror, "announce", lambda _widget, text: words.append(text) if text else None)
    return words


def text_of(desk: Desk, qtbot: QtBot) -> QPlainTextEdit:
    """The unseen text, once it has followed the page."""
    qtbot.wait(60)
    (found,) = desk.page.findChildren(QPlainTextEdit)
    return found


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_nothing_is_made_while_nobody_listens(desk: Desk, qtbot: QtBot) -> None:
    desk.show("tw")
    desk.key(Qt.Key.Key_PageDown)
    qtbot.wait(60)
    assert desk.page.findChildren(QPlainTextEdit) == []


@pytest.mark.usefixtures("listening")
def test_it_holds_what_is_shown(desk: Desk, qtbot: QtBot) -> None:
    for script in ("source", "tw", "simplified"):
        desk.show(script, "pinyin")
        assert desk.page.sheet is not None
        shown = desk.page.sheet.shown.text
        qtbot.waitUntil(lambda text=shown: text_of(desk, qtbot).toPlainText() == text)


@pytest.mark.usefixtures("listening")
def test_line_endings_of_two_keep_their_places(desk_with: Make, qtbot: QtBot) -> None:
    # What is read from files has its line endings made one; a library from elsewhere need not be so.
    desk = desk_with(ArticleDraft("題目", "題目\r\n𠀀一段。\r二\ufdd0段\u2029完"))
    shown = text_of(desk, qtbot)
    assert shown.toPlainText() == "題目 \n𠀀一段。\n二\ufffd段\n完"
    desk.page.show_caret(True)
    desk.page.set_selection(None, desk.text.index("完"))
    assert shown.textCursor().position() == units(desk.text[: desk.text.index("完")])


@pytest.mark.usefixtures("listening")
def test_caret_and_selection_follow_the_page(desk_with: Make, qtbot: QtBot) -> None:
    desk = desk_with(LONG)
    shown = text_of(desk, qtbot)
    desk.key(Qt.Key.Key_PageDown)
    qtbot.wait(60)
    assert shown.textCursor().position() == units(desk.text[: desk.page.first_visible()]) > 0
    span = desk.span("第30段。𠀀上")
    desk.page.set_selection(span)
    assert shown.textCursor().selectedText() == "第30段。𠀀上"
    desk.page.set_selection(span, span.start)
    assert (
        shown.textCursor().position() == shown.textCursor().selectionStart() == units(desk.text[: span.start])
    )
    desk.page.set_selection(None, span.end)
    desk.page.show_caret(True)
    assert shown.textCursor().position() == units(desk.text[: span.end])
    desk.key(Qt.Key.Key_Left)
    assert shown.textCursor().position() == units(desk.text[: span.end - 1])


@pytest.mark.usefixtures("listening")
def test_the_page_follows_the_reader(desk_with: Make, qtbot: QtBot) -> None:
    desk = desk_with(LONG)
    shown, place = text_of(desk, qtbot), desk.offset("第70段")
    cursor = shown.textCursor()
    cursor.setPosition(units(desk.text[:place]))
    shown.setTextCursor(cursor)
    assert (desk.page.caret, desk.page.caret_shown, desk.page.selection) == (place, True, None)
    assert desk.page.boxes(Span(place, place + 1))
    cursor.setPosition(units(desk.text[: place + 6]), QTextCursor.MoveMode.KeepAnchor)
    shown.setTextCursor(cursor)
    assert desk.selected == "第70段。𠀀"
    assert desk.page.caret == place + 6


@pytest.mark.usefixtures("listening")
def test_a_phrase_of_another_length_is_taken_whole(desk_with: Make, qtbot: QtBot) -> None:
    desk = desk_with(PHRASES)
    desk.show("twp")
    shown = text_of(desk, qtbot)
    cursor = shown.textCursor()
    start = shown.toPlainText().index("記憶體")
    cursor.setPosition(start + 1)
    cursor.setPosition(start + 2, QTextCursor.MoveMode.KeepAnchor)
    shown.setTextCursor(cursor)
    assert desk.selected == "内存"
    assert shown.textCursor().selectedText() == "記憶體"


@pytest.mark.usefixtures("listening")
def test_lines_are_those_of_the_page(desk_with: Make, qtbot: QtBot) -> None:
    desk = desk_with("。".join("𠀀一二三四五六七八九" for _ in range(40)))
    desk.page.show_caret(True)
    shown = text_of(desk, qtbot)

    def lines() -> list[int]:
        layout = shown.document().firstBlock().layout()
        return [layout.lineAt(line).textStart() for line in range(layout.lineCount())]

    def of_page() -> list[int]:
        assert desk.page.sheet is not None
        return [units(desk.text[:start]) for start in desk.page.sheet.typeset.layout.line_start.tolist()]

    assert lines() == of_page()
    assert len(lines()) > 5
    before = lines()
    desk.page.resize(500, 700)
    qtbot.wait(60)
    assert lines() == of_page() != before


@pytest.mark.usefixtures("listening")
def test_nobody_sees_it(desk_with: Make, qtbot: QtBot) -> None:
    QAccessible.setActive(False)
    desk = desk_with(LONG)
    before = desk.grabbed()
    QAccessible.setActive(True)
    desk.page.arrange()
    shown = text_of(desk, qtbot)
    assert desk.grabbed() == before
    assert shown.hasFocus()
    assert desk.page.hasFocus()
    desk.page.verticalScrollBar().setValue(300)
    assert shown.geometry() == QRect(-1, -1, 1, 1)
    assert shown.isVisible()
    assert desk.page.viewport().childAt(QPoint()) is None
    QTest.keyClick(desk.page, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is desk.page


@pytest.mark.usefixtures("listening")
def test_what_is_written_into_it_goes_again(desk: Desk, qtbot: QtBot) -> None:
    shown = text_of(desk, qtbot)
    shown.setPlainText("not the article")
    qtbot.wait(60)
    assert shown.toPlainText() == desk.text
    assert desk.page.selection is None


@pytest.mark.usefixtures("listening")
def test_changes_are_told(desk: Desk, said: list[str]) -> None:
    desk.show("twp")
    desk.show("hk", "zhuyin")
    desk.show("source")
    desk.viewing.set_theme("night")
    assert said == [
        "Traditional, Taiwan standard and words",
        "Traditional, Hong Kong standard",
        "Zhuyin",
        "As in the source",
        "No readings",
        "Night",
    ]


@pytest.mark.usefixtures("listening")
def test_a_mark_is_told_once_on_coming_to_it(desk: Desk, said: list[str], qtbot: QtBot) -> None:
    outer, inner = Span(10, 30), Span(15, 18)
    desk.workspace.marking.highlight(outer, "teng", "underline")
    mark = desk.workspace.marking.highlight(inner, "zhu")
    assert mark is not None
    desk.workspace.marking.write_note(mark.id, "Why?")
    desk.workspace.choose_mark(None)
    said.clear()
    desk.page.show_caret(True)
    for caret in (5, 11, 12, 16, 17, 20, 40, 16):
        desk.page.set_selection(None, caret)
    inner_told = "Highlight, Vermilion, note: Why?"
    assert said == ["Underline, Yellow", inner_told, "Underline, Yellow", inner_told]
    said.clear()
    desk.page.set_selection(None, 50)
    desk.workspace.choose_mark(mark.id)
    assert said[-1] == f"{mark.exact}; {inner_told}"
    shown = text_of(desk, qtbot)
    desk.page.show_caret(False)
    qtbot.wait(60)
    assert shown.textCursor().position() == inner.start


@pytest.mark.usefixtures("listening")
@pytest.mark.parametrize("vertical", [False, True])
def test_the_box_of_the_character_at_the_caret_is_where_it_is_on_the_page(
    desk_with: Make, qtbot: QtBot, vertical: bool
) -> None:
    desk = desk_with(LONG)
    desk.viewing.set("vertical", vertical)
    desk.page.show_caret(True)
    place = desk.offset("孩子", "第40段")
    desk.page.reveal(Span(place, place))
    desk.page.set_selection(None, place)
    shown = text_of(desk, qtbot)
    text = QAccessible.queryAccessibleInterface(shown).textInterface()
    (box,) = desk.page.boxes(Span(place, place + 1))
    corner = text.characterRect(units(desk.text[:place])).topLeft()
    assert (corner - desk.page.viewport().mapToGlobal(box.topLeft())).manhattanLength() <= 2
