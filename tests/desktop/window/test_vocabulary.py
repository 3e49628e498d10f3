"""The reader's own words by keys in the whole window: unknown words, known pages, scopes, the Words pane."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from driving import CONTROL, SHIFT, Driver, Key, running
from meipi.exchange.draft import ArticleDraft
from meipi.workspace import Said, open_library

TEXT = "我们今天去银行。\n\n饕餮在水里。他们喜欢银行。\n" + "盐湖。\n" * 60


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def driver(path: Path) -> Iterator[Driver]:
    with running(path) as made:
        made.app.workspace.add_drafts([ArticleDraft("词", TEXT)])
        made.settle()
        made.page.setFocus()
        yield made


def selected(driver: Driver) -> str:
    span = driver.page.selection
    return TEXT[slice(*span)] if span else ""


def know(driver: Driver, *words: str) -> None:
    driver.app.workspace.vocabulary.know(words)
    driver.settle()


def test_u_goes_from_unknown_word_to_unknown_word_and_back(driver: Driver) -> None:
    know(driver, "我们", "今天", "去", "在", "水", "里", "水里", "他们")
    met = []
    for _ in range(5):
        driver.press(Key.Key_U)
        met.append(selected(driver))
    assert met == ["银行", "饕餮", "喜欢", "银行", "盐湖"]
    back = []
    for _ in range(4):
        driver.press(Key.Key_U, SHIFT)
        back.append(selected(driver))
    assert back == met[-2::-1]
    driver.press(Key.Key_U, SHIFT)
    assert selected(driver) == "银行"
    assert driver.window.toast.accessibleName() == "No other unknown word in this article"


def test_u_w_u_w(driver: Driver, path: Path) -> None:
    for _ in range(3):
        driver.press(Key.Key_U)
        driver.press(Key.Key_W)
    with open_library(path) as library:
        assert library.known_words.all() == {"我们", "今天", "去"}
    assert not driver.window.word.is_open
    driver.press(Key.Key_Z, CONTROL, times=3)
    assert driver.app.workspace.vocabulary.known_words == frozenset()


def test_u_goes_on_to_what_is_not_in_view(driver: Driver) -> None:
    know(driver, *["我们", "今天", "去", "银行", "饕餮", "在", "水", "里", "水里", "他们", "喜欢", "盐湖"])
    driver.app.workspace.vocabulary.know(["盐湖"], known=False)
    for _ in range(40):
        driver.press(Key.Key_U)
    assert selected(driver) == "盐湖"
    assert driver.page.selection is not None
    view = driver.page.viewport().rect()
    assert any(view.contains(box.center()) for box in driver.page.boxes(driver.page.selection))


def test_all_other_words_on_the_page_are_known_in_one_step(driver: Driver, path: Path) -> None:
    start = TEXT.index("饕餮")
    driver.app.workspace.vocabulary.save_word((start, start + 2))
    driver.settle()
    driver.press(Key.Key_W, SHIFT)
    with open_library(path) as library:
        known = library.known_words.all()
    assert {"我们", "今天", "去", "银行", "他们", "喜欢", "盐湖"} <= known
    assert "饕餮" not in known
    assert not {"。", ""} & known
    driver.press(Key.Key_W, SHIFT)
    assert "known already" in driver.window.toast.accessibleName()
    driver.press(Key.Key_Z, CONTROL)
    with open_library(path) as library:
        assert library.known_words.all() == frozenset()


def status(driver: Driver) -> str:
    return " ".join(label.text() for label in driver.window.status.findChildren(QLabel) if label.isVisible())


def test_shift_p_leads_through_the_scopes_and_says_so(driver: Driver) -> None:
    driver.press(Key.Key_P, SHIFT)
    assert (driver.app.viewing.phonetics, driver.app.viewing.scope) == ("pinyin", "unknown")
    assert "Readings: unknown words" in status(driver)
    driver.press(Key.Key_P, SHIFT)
    assert "Readings: above HSK 3" in status(driver)
    assert driver.window.toast.accessibleName() == "Readings over words above HSK 3"
    driver.app.viewing.set("level", 7)
    assert "Readings: above HSK 7–9" in status(driver)
    driver.press(Key.Key_P)
    assert "Readings" not in status(driver)
    driver.press(Key.Key_P)
    driver.press(Key.Key_P, SHIFT)
    assert driver.app.viewing.scope == "all"
    assert "Readings" not in status(driver)


def test_shift_f8_shows_the_words_and_hides_them(driver: Driver) -> None:
    window = driver.window
    assert window.panes.right.current == "notes"
    start = TEXT.index("饕餮")
    driver.app.workspace.vocabulary.save_word((start, start + 2))
    driver.press(Key.Key_F8, SHIFT)
    assert window.panes.right.current == "words"
    assert driver.focus() is window.words.list
    assert driver.app.settings.get("window.right_tab") == "words"
    driver.press(Key.Key_Return)
    assert driver.page.scene.flash is not None
    driver.press(Key.Key_Delete)
    assert driver.app.workspace.vocabulary.saved == ()
    driver.page.setFocus()
    driver.press(Key.Key_Z, CONTROL)
    driver.press(Key.Key_F8, SHIFT)
    driver.press(Key.Key_F8, SHIFT)
    assert not window.panes.right.isVisible()
    assert driver.focus() is driver.page
    driver.press(Key.Key_F8)
    assert window.panes.right.current == "notes"
    assert window.panes.right.isVisible()


def test_a_key_of_the_window_acts_in_the_list_of_words_too(driver: Driver) -> None:
    start = TEXT.index("饕餮")
    driver.app.workspace.vocabulary.save_word((start, start + 2))
    driver.press(Key.Key_F8, SHIFT)
    theme = driver.app.viewing.theme
    driver.press(Key.Key_M)
    assert driver.app.viewing.theme != theme
    driver.press(Key.Key_W)  # of the card's word, not of one on the page
    assert driver.app.workspace.vocabulary.known_words == {"饕餮"}


def test_tabs_are_worked_by_keys_and_mouse(driver: Driver) -> None:
    tabs = driver.window.panes.right.strip.tabs
    QTest.mouseClick(tabs["words"], Qt.MouseButton.LeftButton)
    assert driver.window.words.isVisible()
    tabs["words"].setFocus()
    driver.press(Key.Key_Left)
    assert driver.window.notes.isVisible()
    assert tabs["words"].accessibleName() == "Words 0"


def test_enter_opens_the_article_of_a_word(driver: Driver) -> None:
    app = driver.app
    first = app.workspace.article
    assert first is not None
    start = TEXT.index("饕餮")
    app.workspace.vocabulary.save_word((start, start + 2))
    app.workspace.add_drafts([ArticleDraft("二", "别的文章。")])
    driver.press(Key.Key_F8, SHIFT)
    driver.press(Key.Key_Return)
    assert app.workspace.article is not None
    assert app.workspace.article.id == first.id
    app.workspace.shelf.remove([first.id])
    driver.settle()
    driver.window.words.list.setFocus()
    driver.press(Key.Key_Return)
    assert driver.window.toast.accessibleName() == "The article of this word was removed"


def test_the_pane_and_the_scope_are_there_again_at_the_next_start(path: Path) -> None:
    with running(path) as driver:
        driver.app.workspace.add_drafts([ArticleDraft("词", TEXT)])
        driver.settle()
        know(driver, "我们")
        driver.page.setFocus()
        driver.press(Key.Key_P, SHIFT)
        driver.press(Key.Key_F8, SHIFT)
    with running(path) as driver:
        assert driver.window.panes.right.current == "words"
        assert "Readings: unknown words" in status(driver)
        driver.settle()
        assert driver.page.sheet is not None
        told = driver.page.sheet.typeset.told
        assert told.numbers[0] == told.numbers[1] == 0
        assert told.numbers[2] > 0


def test_the_word_list_is_written_for_flash_cards(driver: Driver, tmp_path: Path) -> None:
    export = driver.app.commands["word.export"].trigger
    export()
    assert driver.window.toast.accessibleName() == "No word is saved yet"
    for word in ("银行", "饕餮"):
        start = TEXT.index(word)
        driver.app.workspace.vocabulary.save_word((start, start + 2))
    path = tmp_path / "words.tsv"
    driver.save_as(path, export)
    lines = path.read_text("utf-8").splitlines()
    assert lines[0] == "银行\t銀行\tyínháng\tbank\t我们今天去银行。\t词"
    assert [line.split("\t")[0] for line in lines] == ["银行", "饕餮"]
    assert all(line.count("\t") == 5 for line in lines)
    assert driver.window.toast.accessibleName() == f"Exported to {path}"


def test_a_word_list_that_cannot_be_written_is_told(driver: Driver, tmp_path: Path) -> None:
    start = TEXT.index("饕餮")
    driver.app.workspace.vocabulary.save_word((start, start + 2))
    said: list[Said] = []
    driver.app.workspace.said.connect(said.append)
    driver.window.desk.vocabulary._sheets.write_words(tmp_path / "nowhere" / "words.tsv")
    assert [each.problem for each in said] == [True]
    assert driver.app.workspace.vocabulary.saved
