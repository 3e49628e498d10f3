"""Searching everything: by key, in either script and in pinyin, and to the place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from driving import Driver, running
from meipi.exchange.draft import ArticleDraft
from meipi.language.span import Span
from meipi.window.search_rows import Head, Spot
from meipi.window.search_sheet import SearchSheet

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LAKE = "風從鹽湖上吹過來。\n" * 3 + "船夫說：“水是鹹的。”\n"
FERRY = "渡口的船，今天不開。\n" + "等。\n" * 200 + "盐湖很远。\n"


@pytest.fixture
def driver(tmp_path: Path, qapp: QApplication) -> Iterator[Driver]:
    with running(tmp_path / "library.db") as made:
        workspace = made.app.workspace
        workspace.add_drafts([ArticleDraft("湖邊", LAKE), ArticleDraft("渡口", FERRY)])
        mark = workspace.marking.highlight((0, 2), "zhu")
        assert mark is not None
        workspace.marking.write_note(mark.id, "問問茶山的人")
        workspace.marking.set_tags(mark.id, ["地名"])
        made.settle()
        made.window.toast.dismiss()
        made.page.setFocus()
        yield made


def search(driver: Driver, typed: str) -> SearchSheet:
    driver.press(Key.Key_F, CONTROL | SHIFT)
    sheet = driver.window.sheets._search
    assert sheet is not None
    sheet.field.clear()
    driver.type(typed)
    QTest.qWait(80)
    driver.settle()
    return sheet


def rows(sheet: SearchSheet) -> list[str]:
    return [
        row.result.title if isinstance(row, Head) else f"{row.place.field}:{row.place.hit}"
        for row in sheet.model.rows
    ]


@pytest.mark.parametrize("typed", ["盐湖", "鹽湖", "yanhu", "yán hú", "YH"])
def test_either_script_and_pinyin_find_the_same(driver: Driver, typed: str) -> None:
    sheet = search(driver, typed)
    assert rows(sheet) == ["湖邊", *["text:鹽湖"] * 3, "渡口", "text:盐湖"]
    assert sheet.told.text() == "In 2 articles"


def test_the_list_begins_with_the_title_of_the_first_article(driver: Driver) -> None:
    sentence = f"{'岸上的人都在看沙漠那一邊，' * 6}誰也不說話。\n"
    driver.app.workspace.add_drafts([ArticleDraft("沙漠", sentence * 20), ArticleDraft("沙", sentence)])
    driver.settle()
    sheet = search(driver, "沙漠")  # more places than fit
    assert sheet.list.verticalScrollBar().maximum() > 0
    assert sheet.list.currentIndex().row() == 1
    assert sheet.list.visualRect(sheet.model.index(0)).top() == 0


def test_enter_opens_the_article_at_the_place(driver: Driver) -> None:
    sheet = search(driver, "鹽湖")
    driver.press(Key.Key_Down, times=3)
    driver.press(Key.Key_Return)
    assert not sheet.isVisible()
    article = driver.app.workspace.article
    assert article is not None
    assert article.title == "渡口"
    start = FERRY.index("盐湖")
    assert driver.page.boxes(Span(start, start + 2))
    assert driver.page.hasFocus()
    driver.app.commands["go.back"].trigger()
    driver.settle()
    assert driver.app.workspace.article is not None


def test_a_note_and_a_tag_lead_to_the_mark(driver: Driver) -> None:
    mark_id = driver.app.workspace.marks[0].id
    driver.app.workspace.open_article(
        next(i.id for i in driver.app.workspace.articles() if i.title == "渡口")
    )
    driver.settle()
    for typed in ("chashan", "地名", "in:notes 茶山", "tag:地名"):
        driver.app.workspace.choose_mark(None)
        search(driver, typed)
        driver.press(Key.Key_Return)
        assert driver.app.workspace.mark_id == mark_id, typed


def test_what_is_left_out_and_what_is_nowhere(driver: Driver) -> None:
    assert rows(search(driver, "鹽湖 -渡口")) == ["湖邊", *["text:鹽湖"] * 3]
    sheet = search(driver, "沙漠")
    assert rows(sheet) == []
    assert sheet.told.text() == "Nothing found"
    assert not sheet.list.isVisible()
    driver.press(Key.Key_Return)
    assert sheet.isVisible()
    driver.press(Key.Key_Escape)
    assert not sheet.isVisible()
    assert driver.page.hasFocus()


def test_a_click_opens(driver: Driver) -> None:
    sheet = search(driver, "船夫")
    row = next(place for place, row in enumerate(sheet.model.rows) if isinstance(row, Spot))
    driver.app.workspace.open_article(None)
    point = sheet.list.visualRect(sheet.model.index(row)).center()
    QTest.mouseClick(sheet.list.viewport(), Qt.MouseButton.LeftButton, pos=point)
    driver.settle()
    article = driver.app.workspace.article
    assert article is not None
    assert article.title == "湖邊"


def test_a_change_is_found_at_once(driver: Driver) -> None:
    assert rows(search(driver, "沙漠")) == []
    driver.press(Key.Key_Escape)
    driver.app.workspace.add_drafts([ArticleDraft("沙", "沙漠裡沒有船。")])
    driver.settle()
    assert rows(search(driver, "沙漠")) == ["沙", "text:沙漠"]
    driver.press(Key.Key_Escape)
    driver.app.workspace.undo()
    driver.settle()
    assert rows(search(driver, "沙漠")) == []


def test_what_is_selected_is_searched(driver: Driver) -> None:
    driver.page.set_selection(Span(LAKE.index("船夫"), LAKE.index("船夫") + 2))
    driver.press(Key.Key_F, CONTROL | SHIFT)
    sheet = driver.window.sheets._search
    assert sheet is not None
    driver.settle()
    assert sheet.field.text() == "船夫"
