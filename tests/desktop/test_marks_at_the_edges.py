"""Marks at the edges of what a text can be, made and changed by keys in the real window."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from driving import CONTROL, NONE, SHIFT, Driver, Key, running
from meipi.exchange.draft import ArticleDraft
from meipi.reading import characters
from meipi.workspace import Mark
from meipi_db.records import CONTEXT

ALT = Qt.KeyboardModifier.AltModifier

# One of each that makes a code point something else than a character: beyond the basic plane, with a
# variation selector, with combining marks, joined and paired pictures, a mark at a line's beginning, controls
# of direction, NUL, all line ends.
ODD = (
    "𠮷野家的牛肉飯\r\n"
    "葛\U000e0100城市與葛\U000e0101飾區，辻\U000e0101先生。\r\n"
    "e\u0301te\u0301 與 a\u030a\u0323 在\u20dd一起\n"
    "一家👨\u200d👩\u200d👧人，旗🇨🇳🇹🇼在\r風裡👍🏽。\n"
    "\u0301起頭有符號\n"
    "右\u202e向\u202c左\u2067讀\u2069的字\n"
    "空\x00字\u3000與\u200b零寬\n\n\n"
    "最後一行𠮷\U000e0100"
)


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[Driver]:
    with running(tmp_path / "library.db") as driving:
        yield driving


def open_text(driver: Driver, text: str) -> None:
    driver.app.workspace.add_drafts([ArticleDraft("邊", text)])
    driver.settle()
    driver.page.setFocus()


def stored(driver: Driver) -> list[Mark]:
    """The marks in SQLite, each with exactly the text that stands there and around it."""
    article = driver.app.workspace.article
    assert article is not None
    text, marks = article.text, driver.app.workspace.library.marks(article.id)
    for mark in marks:
        start, end = mark.span
        assert 0 <= start < end <= len(text)
        assert mark.exact == text[start:end]
        assert mark.prefix == text[max(0, start - CONTEXT) : start]
        assert mark.suffix == text[end : end + CONTEXT]
    assert list(driver.app.workspace.marks) == marks
    return marks


def quotes(driver: Driver) -> list[str]:
    return [mark.exact for mark in stored(driver)]


def whole(text: str, mark: Mark) -> bool:
    """Whether no character is parted at an end of the mark."""
    codes = characters.codes_of(text)
    classes = characters.classes_of(codes)

    def held(place: int) -> bool:
        if not 0 < place < len(text):
            return False
        start, end = characters.cluster(codes, classes, place)
        return start < place < end

    return not held(mark.start) and not held(mark.end)


EVERY_KEY = [
    (key, modifiers)
    for key in (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End)
    for modifiers in (NONE, SHIFT, CONTROL, CONTROL | SHIFT, ALT | SHIFT, ALT | SHIFT | CONTROL)
] + [
    (Key.Key_V, NONE), (Key.Key_Period, CONTROL), (Key.Key_H, NONE), (Key.Key_2, NONE), (Key.Key_6, NONE),
    (Key.Key_B, SHIFT), (Key.Key_J, SHIFT), (Key.Key_Tab, NONE), (Key.Key_X, NONE), (Key.Key_Delete, NONE),
    (Key.Key_BracketRight, NONE), (Key.Key_BracketLeft, NONE), (Key.Key_Q, NONE), (Key.Key_Q, SHIFT),
    (Key.Key_Space, NONE), (Key.Key_A, CONTROL), (Key.Key_D, CONTROL), (Key.Key_PageDown, ALT),
    (Key.Key_Left, ALT), (Key.Key_Right, ALT), (Key.Key_Z, CONTROL), (Key.Key_Z, CONTROL | SHIFT),
    (Key.Key_T, NONE), (Key.Key_P, NONE), (Key.Key_V, SHIFT), (Key.Key_Escape, NONE),
]  # fmt: skip


MARKING = [
    (Key.Key_Right, SHIFT), (Key.Key_Down, SHIFT), (Key.Key_Left, SHIFT), (Key.Key_Right, CONTROL | SHIFT),
    (Key.Key_H, NONE), (Key.Key_2, NONE), (Key.Key_B, SHIFT), (Key.Key_J, SHIFT), (Key.Key_Tab, NONE),
    (Key.Key_Left, ALT | SHIFT), (Key.Key_Left, ALT | SHIFT | CONTROL), (Key.Key_BracketRight, NONE),
]  # fmt: skip


def test_an_empty_article_takes_every_key(driver: Driver) -> None:
    """No file is read as one, but the library may hold it."""
    article = driver.app.workspace.library.add_article(title="空", text="")
    driver.app.workspace.open_article(article.id)
    driver.settle()
    for key, modifiers in EVERY_KEY:
        driver.page.setFocus()
        driver.press(key, modifiers)
    assert stored(driver) == []
    assert driver.app.workspace.bookmarks == ()


def test_one_character_is_marked_and_nothing_else_can_be_done_to_it(driver: Driver) -> None:
    open_text(driver, "𠮷")
    driver.press(Key.Key_Period, CONTROL)
    driver.press(Key.Key_H)
    assert quotes(driver) == ["𠮷"]
    for keys in (SHIFT, SHIFT | CONTROL, SHIFT | ALT):
        for key in (Key.Key_Left, Key.Key_Right):
            driver.press(key, keys)
            assert quotes(driver) == ["𠮷"]
    driver.press(Key.Key_J, SHIFT)
    driver.press(Key.Key_V)
    driver.press(Key.Key_B, SHIFT)
    assert quotes(driver) == ["𠮷"]
    driver.press(Key.Key_D, CONTROL)
    assert [bookmark.start for bookmark in driver.app.workspace.bookmarks] == [0]
    driver.press(Key.Key_Delete)
    assert quotes(driver) == []


def test_marks_of_one_hanzi_touching_nested_and_at_the_very_end(driver: Driver) -> None:
    text = "甲乙丙丁戊己庚辛"
    open_text(driver, text)
    driver.press(Key.Key_V)
    driver.press(Key.Key_End, CONTROL)
    driver.press(Key.Key_Left, SHIFT)
    driver.press(Key.Key_1)
    assert quotes(driver) == ["辛"]
    driver.press(Key.Key_Left, times=1)
    driver.press(Key.Key_Left, SHIFT)
    driver.press(Key.Key_2)
    assert quotes(driver) == ["庚", "辛"]
    driver.press(Key.Key_Home)
    driver.press(Key.Key_End, SHIFT)
    driver.press(Key.Key_3)
    driver.press(Key.Key_Home)
    driver.press(Key.Key_Right, SHIFT, times=7)
    driver.press(Key.Key_4)
    assert quotes(driver) == [text[:7], text, "庚", "辛"]
    driver.app.workspace.choose_mark(stored(driver)[2].id)
    driver.press(Key.Key_J, SHIFT)
    assert quotes(driver) == [text[:7], text, "庚辛"]
    driver.press(Key.Key_Z, CONTROL, times=5)
    assert quotes(driver) == []
    driver.press(Key.Key_Z, CONTROL | SHIFT, times=5)
    assert quotes(driver) == [text[:7], text, "庚辛"]


def test_no_key_parts_what_a_reader_takes_for_one_character(driver: Driver) -> None:
    """Through the whole text a hanzi is selected, marked and split off after the other."""
    open_text(driver, ODD)
    driver.press(Key.Key_V)
    driver.press(Key.Key_Home, CONTROL)
    marked = []
    for _ in range(len(ODD)):
        before = driver.page.caret
        driver.press(Key.Key_Right, SHIFT)
        if driver.page.selection is None:
            break
        driver.press(Key.Key_1)
        if driver.page.caret == before:
            break
    marked = stored(driver)
    assert all(whole(ODD, mark) for mark in marked)
    seen = "".join(mark.exact for mark in marked)
    assert [char for char in seen if not char.isspace()] == [char for char in ODD if not char.isspace()]
    exact = {mark.exact for mark in marked}
    assert {
        "𠮷",
        "葛\U000e0100",
        "e\u0301",
        "a\u030a\u0323",
        "👨\u200d👩\u200d👧",
        "🇨🇳",
        "🇹🇼",
        "👍🏽",
    } <= exact


def test_the_whole_of_an_odd_text_is_marked_split_and_made_whole(driver: Driver) -> None:
    open_text(driver, ODD)
    driver.press(Key.Key_A, CONTROL)
    driver.press(Key.Key_H)
    assert quotes(driver) == [ODD]
    driver.press(Key.Key_V)
    cuts = 0
    for place in range(1, len(ODD)):
        driver.page.set_selection(None, place)
        before = len(stored(driver))
        driver.press(Key.Key_B, SHIFT)
        cuts += len(stored(driver)) - before
    marks = stored(driver)
    assert len(marks) == cuts + 1 > 40
    assert "".join(mark.exact for mark in marks) == ODD
    assert all(whole(ODD, mark) for mark in marks)
    driver.app.workspace.choose_mark(marks[0].id)
    for _ in range(cuts):
        driver.press(Key.Key_J, SHIFT)
    assert quotes(driver) == [ODD]
    for _ in range(2 * cuts):
        driver.press(Key.Key_Z, CONTROL)
    assert quotes(driver) == [ODD]
    driver.press(Key.Key_Z, CONTROL)
    assert quotes(driver) == []


@pytest.mark.parametrize("seed", range(8))
def test_whatever_keys_are_pressed_marks_quote_what_is_there(driver: Driver, seed: int) -> None:
    chance, workspace = random.Random(seed), driver.app.workspace
    open_text(driver, ODD)
    added = workspace.undo_text
    driver.press(Key.Key_V)
    for _ in range(200):
        if driver.page.selection is None and chance.random() < 0.2:
            driver.page.set_selection(None, chance.randrange(len(ODD)))
        likely = chance.random() < 0.6
        key, modifiers = chance.choice(MARKING if likely else EVERY_KEY)
        if (key, modifiers) == (Key.Key_Z, CONTROL) and workspace.undo_text == added:
            continue  # it would take the article away
        driver.page.setFocus()
        driver.press(key, modifiers)
        assert all(whole(ODD, mark) for mark in stored(driver)), (key, modifiers)
    while workspace.undo_text != added:
        driver.press(Key.Key_Z, CONTROL)
    assert stored(driver) == []
    assert workspace.bookmarks == ()


def test_five_million_characters(driver: Driver) -> None:
    line = "河水流過石橋，岸上有人在等船，船上有人在看岸上的人。" * 8 + "\n"
    text = line * (5_000_000 // len(line)) + "𠮷終"
    open_text(driver, text)
    driver.press(Key.Key_A, CONTROL)
    driver.press(Key.Key_H)
    driver.press(Key.Key_V)
    driver.press(Key.Key_End, CONTROL)
    driver.press(Key.Key_Left, SHIFT)
    driver.press(Key.Key_2)
    assert [mark.span for mark in stored(driver)] == [(0, len(text)), (len(text) - 1, len(text))]
    driver.press(Key.Key_Escape, times=2)
    driver.app.workspace.choose_mark(stored(driver)[1].id)
    driver.press(Key.Key_Left, SHIFT | ALT)
    assert quotes(driver)[1] == "𠮷終"
    driver.press(Key.Key_V)
    driver.page.set_selection(None, len(text) // 2)
    driver.app.workspace.choose_mark(stored(driver)[0].id)
    driver.press(Key.Key_B, SHIFT)
    assert [mark.span for mark in stored(driver)][:2] == [(0, len(text) // 2), (len(text) // 2, len(text))]
    driver.press(Key.Key_Z, CONTROL, times=3)
    assert [mark.span for mark in stored(driver)] == [(0, len(text))]
