from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from driving import Driver, running
from meipi.contents.model import Row
from meipi.contents.sections import Ribbon
from meipi.exchange.draft import ArticleDraft, Block

Key = Qt.Key


def _book(chapters: int) -> ArticleDraft:
    text, blocks = "", []
    for number in range(1, chapters + 1):
        head = f"第{number}章 {'渡口' if number % 2 else '茶山'}"
        blocks.append(Block("heading", len(text), len(text) + len(head), 2))
        body = "船夫把繩子解開，水聲蓋過了人聲。" * 12
        blocks.append(Block("paragraph", len(text) + len(head) + 1, len(text) + len(head) + 1 + len(body)))
        text += f"{head}\n{body}\n"
    return ArticleDraft("茶路", text, tuple(blocks))


@pytest.fixture
def driver(tmp_path: Path, qapp: QApplication) -> Iterator[Driver]:
    with running(tmp_path / "library.db") as made:
        made.app.workspace.add_drafts([_book(20)])
        made.settle()
        made.page.setFocus()
        yield made


def test_a_key_shows_it_and_enter_goes_to_the_section(driver: Driver) -> None:
    driver.app.commands["view.contents"].trigger()
    driver.settle()
    pane = driver.window.contents
    assert pane.list.hasFocus()
    assert pane.model.rowCount() == 20
    assert driver.window.panes.right.strip.tabs["contents"].accessibleName() == "Contents 20"
    assert pane.list.currentIndex().row() == pane.model.here == 0
    for _ in range(7):
        QTest.keyClick(pane.list, Key.Key_Down)
    QTest.keyClick(pane.list, Key.Key_Return)
    driver.settle()
    article = driver.app.workspace.article
    assert article is not None
    start = article.text.index("第8章")
    assert driver.page.first_visible() == start
    assert driver.page.hasFocus()
    assert pane.model.here == 7


def test_it_knows_where_the_reader_is_when_it_is_shown(driver: Driver) -> None:
    article = driver.app.workspace.article
    assert article is not None
    driver.page.bring_to_top(article.text.index("第9章"))
    driver.app.commands["view.contents"].trigger()  # before the place is kept in the library
    assert driver.window.contents.model.here == 8


def test_it_follows_the_reader(driver: Driver) -> None:
    driver.app.commands["view.contents"].trigger()
    driver.page.setFocus()
    article = driver.app.workspace.article
    assert article is not None
    driver.page.bring_to_top(article.text.index("第12章"))
    driver.settle()
    pane = driver.window.contents
    assert pane.model.here == 11
    assert pane.list.currentIndex().row() == 11
    row = pane.model.row_at(pane.model.index(3))
    assert isinstance(row, Row)
    assert row.read == 1


def test_a_section_is_found_by_its_title_in_either_script(driver: Driver) -> None:
    driver.app.commands["view.contents"].trigger()
    pane = driver.window.contents
    QTest.keyClick(pane.list, Key.Key_Slash)
    assert pane.filter.hasFocus()
    pane.filter.insert("茶山")
    assert pane.model.rowCount() == 10
    pane.filter.clear()
    pane.filter.insert("渡口xx")
    assert pane.model.rowCount() == 0
    assert pane._empty.isVisible()
    QTest.keyClick(pane.filter, Key.Key_Escape)
    assert pane.model.rowCount() == 20
    QTest.keyClick(pane.filter, Key.Key_Escape)
    assert driver.page.hasFocus()


def test_marks_are_counted_where_they_lie(driver: Driver) -> None:
    driver.app.commands["view.contents"].trigger()
    workspace, pane = driver.app.workspace, driver.window.contents
    assert workspace.article is not None
    start = workspace.article.text.index("第3章") + 10
    mark = workspace.marking.highlight((start, start + 4), "tian")
    assert mark is not None
    workspace.marking.write_note(mark.id, "哪裡？")
    row = pane.model.row_at(pane.model.index(2))
    assert isinstance(row, Row)
    assert ([lying.colour for lying in row.marked.marks], row.marked.notes) == (["tian"], 1)
    workspace.undo()
    workspace.undo()
    row = pane.model.row_at(pane.model.index(2))
    assert isinstance(row, Row)
    assert row.marked.marks == ()


def test_bookmarks_stand_in_their_sections_and_del_takes_one_away(driver: Driver) -> None:
    driver.app.commands["view.contents"].trigger()
    workspace, pane = driver.app.workspace, driver.window.contents
    article = workspace.article
    assert article is not None
    start = article.text.index("第3章") + 8
    workspace.bookmarking.toggle((start, start + 1))
    assert pane.model.rowCount() == 21
    row = pane.model.row_at(pane.model.index(3))
    assert isinstance(row, Ribbon)
    assert row.words == article.text[start : start + 32].strip()
    pane.list.setCurrentIndex(pane.model.index(3))
    QTest.keyClick(pane.list, Key.Key_Return)
    driver.settle()
    assert driver.page.first_visible() <= start < driver.page.last_in_view()
    pane.list.setFocus()
    pane.list.setCurrentIndex(pane.model.index(3))
    QTest.keyClick(pane.list, Key.Key_Delete)
    assert workspace.bookmarks == ()
    assert driver.app.library.bookmarks(article.id) == []
    assert pane.model.rowCount() == 20
    workspace.undo()
    assert pane.model.rowCount() == 21
