"""Marks split, merged, resized and gone through in the real window, by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from driving import CONTROL, NONE, SHIFT, Driver, Key, reading
from meipi.workspace import Mark

START = SHIFT | Qt.KeyboardModifier.AltModifier
TEXT = "渡口的早晨\n老周每天早上在渡口等船，船來了，他就把繩子繫好。\n後來橋修好了，渡口沒有了。"


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[Driver]:
    with reading(tmp_path, TEXT) as driving:
        yield driving


def mark(driver: Driver, text: str, colour: Key = Key.Key_1) -> Mark:
    """Select a text and highlight it by key."""
    driver.page.set_selection(driver.find(text))
    driver.press(colour)
    return next(each for each in driver.app.workspace.marks if each.exact == text)


def note(driver: Driver, text: str) -> None:
    driver.press(Key.Key_N)
    driver.type(text)
    driver.press(Key.Key_Return, CONTROL)


def stored(driver: Driver) -> list[str]:
    """What the marks in SQLite quote, and that they quote what is there."""
    article = driver.app.workspace.article
    assert article is not None
    marks = driver.app.workspace.library.marks(article.id)
    assert all(each.exact == article.text[each.start : each.end] for each in marks)
    return [each.exact for each in marks]


def put_caret(driver: Driver, before: str) -> None:
    driver.page.set_selection(None, driver.find(before).start)
    driver.page.show_caret(True)


def test_a_mark_is_split_at_the_caret_and_undone(driver: Driver) -> None:
    whole = mark(driver, "老周每天早上")
    note(driver, "who?")
    driver.app.workspace.marking.set_tags(whole.id, ["人"])
    put_caret(driver, "每天")
    driver.press(Key.Key_B, SHIFT)
    assert stored(driver) == ["老周", "每天早上"]
    first, second = driver.app.workspace.marks
    assert (first.id, first.note, first.tags) == (whole.id, "who?", ("人",))
    assert (second.note, second.tags, second.colour) == ("", ("人",), first.colour)
    assert driver.app.workspace.mark_id == second.id
    driver.press(Key.Key_Z, CONTROL)
    assert stored(driver) == ["老周每天早上"]
    driver.press(Key.Key_Z, CONTROL | SHIFT)
    assert stored(driver) == ["老周", "每天早上"]
    assert driver.app.workspace.marks[1].uid == second.uid


def test_a_mark_is_split_where_a_selection_in_it_begins(driver: Driver) -> None:
    mark(driver, "老周每天早上")
    driver.page.set_selection(driver.find("早上"))
    driver.press(Key.Key_B, SHIFT)
    assert stored(driver) == ["老周每天", "早上"]


def test_a_selection_that_begins_with_the_mark_splits_it_where_it_ends(driver: Driver) -> None:
    mark(driver, "老周每天早上")
    driver.page.set_selection(driver.find("老周"))
    driver.press(Key.Key_B, SHIFT)
    assert stored(driver) == ["老周", "每天早上"]


def test_nothing_is_split_outside_a_mark(driver: Driver) -> None:
    mark(driver, "老周")
    for before in ("老周", "每天", "渡口沒有"):
        put_caret(driver, before)
        driver.press(Key.Key_B, SHIFT)
        assert stored(driver) == ["老周"]
    assert driver.window.toast.isVisible()


def test_of_several_the_chosen_mark_is_split(driver: Driver) -> None:
    outer = mark(driver, "老周每天早上在渡口")
    mark(driver, "每天早上")
    driver.app.workspace.choose_mark(outer.id)
    put_caret(driver, "早上在")
    driver.press(Key.Key_B, SHIFT)
    assert stored(driver) == ["老周每天", "每天早上", "早上在渡口"]


def test_a_mark_is_merged_with_the_next(driver: Driver) -> None:
    later = mark(driver, "早上", Key.Key_2)
    note(driver, "when")
    driver.app.workspace.marking.set_tags(later.id, ["時", "人"])
    first = mark(driver, "老周", Key.Key_3)
    note(driver, "who")
    driver.app.workspace.marking.set_tags(first.id, ["人"])
    before = driver.app.workspace.marks
    driver.press(Key.Key_J, SHIFT)
    assert stored(driver) == ["老周每天早上"]
    (merged,) = driver.app.workspace.marks
    assert (merged.id, merged.note, merged.tags) == (first.id, "who\n\nwhen", ("人", "時"))
    assert merged.colour == first.colour
    driver.press(Key.Key_Z, CONTROL)
    assert driver.app.workspace.marks == before
    driver.press(Key.Key_Z, CONTROL | SHIFT)
    assert stored(driver) == ["老周每天早上"]


def test_what_was_being_written_in_both_is_merged_too(driver: Driver) -> None:
    later = mark(driver, "早上")
    driver.press(Key.Key_N)
    driver.type("half a thought")
    driver.press(Key.Key_Escape)
    first = mark(driver, "老周")
    note(driver, "who")
    driver.press(Key.Key_J, SHIFT)
    drafts = driver.app.workspace.library.drafts
    assert drafts() == {first.id: "who\n\nhalf a thought"}
    driver.press(Key.Key_Z, CONTROL)
    assert drafts() == {later.id: "half a thought"}


def test_the_last_mark_has_none_to_merge_with(driver: Driver) -> None:
    mark(driver, "老周")
    mark(driver, "渡口沒有了")
    driver.press(Key.Key_J, SHIFT)
    assert stored(driver) == ["老周", "渡口沒有了"]
    assert driver.app.workspace.undo_text == "Highlight"


def test_a_nested_mark_goes_into_the_outer_one(driver: Driver) -> None:
    outer = mark(driver, "老周每天早上在渡口")
    mark(driver, "早上")
    driver.app.workspace.choose_mark(outer.id)
    driver.press(Key.Key_J, SHIFT)
    assert stored(driver) == ["老周每天早上在渡口"]


def test_tab_goes_through_the_marks_at_one_place(driver: Driver) -> None:
    outer, inner = mark(driver, "老周每天早上在渡口"), mark(driver, "每天")
    other, apart = mark(driver, "早上在渡口等船"), mark(driver, "渡口沒有了")
    workspace = driver.app.workspace
    workspace.choose_mark(outer.id)
    seen = []
    for _ in range(4):
        driver.press(Key.Key_Tab)
        seen.append(workspace.mark_id)
    assert seen == [inner.id, other.id, outer.id, inner.id]
    driver.press(Key.Key_Backtab, SHIFT)
    assert workspace.mark_id == outer.id
    assert driver.focus() is driver.page
    assert apart.id not in seen


def test_with_the_caret_tab_stays_with_the_marks_that_cover_it(driver: Driver) -> None:
    outer, inner = mark(driver, "老周每天早上在渡口"), mark(driver, "每天")
    mark(driver, "早上在渡口等船")
    put_caret(driver, "每天")
    driver.app.workspace.choose_mark(outer.id)
    seen = []
    for _ in range(3):
        driver.press(Key.Key_Tab)
        seen.append(driver.app.workspace.mark_id)
    assert seen == [inner.id, outer.id, inner.id]


def test_tab_leaves_the_page_where_it_has_nothing_to_go_through(driver: Driver) -> None:
    driver.page.setFocus()
    driver.press(Key.Key_Tab)
    assert driver.focus() is not driver.page
    driver.page.setFocus()
    mark(driver, "老周")
    driver.press(Key.Key_Tab)
    assert driver.focus() is not driver.page
    driver.page.setFocus()
    mark(driver, "老周每天")
    driver.press(Key.Key_Tab)
    assert driver.focus() is driver.page
    # Esc lets go of the mark, and Tab leads on: nobody is locked in.
    driver.press(Key.Key_Escape)
    assert driver.app.workspace.mark_id is None
    driver.press(Key.Key_Tab)
    assert driver.focus() is not driver.page


def test_tab_leads_into_the_word_card_if_it_is_open(driver: Driver) -> None:
    mark(driver, "老周每天")
    mark(driver, "老周")
    chosen = driver.app.workspace.mark_id
    driver.page.set_selection(driver.find("渡口等船"))
    driver.press(Key.Key_L)
    assert driver.window.word.is_open
    driver.press(Key.Key_Tab)
    assert driver.focus() is not driver.page
    assert driver.app.workspace.mark_id == chosen


def test_tab_in_the_list_of_notes_goes_on_to_what_is_next(driver: Driver) -> None:
    mark(driver, "老周每天")
    mark(driver, "老周")
    chosen = driver.app.workspace.mark_id
    driver.press(Key.Key_F8)
    assert driver.focus() is driver.window.notes.list
    driver.press(Key.Key_Tab)
    assert driver.focus() is not driver.window.notes.list
    assert driver.app.workspace.mark_id == chosen


@pytest.mark.parametrize("keys", [(Key.Key_X, None), (Key.Key_C, CONTROL | SHIFT)])
def test_the_quote_is_copied_with_its_source(
    driver: Driver, keys: tuple[Key, Qt.KeyboardModifier | None]
) -> None:
    mark(driver, "老周")
    driver.press(keys[0], keys[1] or NONE)
    assert QGuiApplication.clipboard().text() == "老周\n——《渡口的早晨》"
    driver.page.set_selection(driver.find("早上"))
    driver.press(keys[0], keys[1] or NONE)
    assert QGuiApplication.clipboard().text() == "早上\n——《渡口的早晨》"


def test_a_mark_that_is_not_in_the_text_is_cited_and_not_reshaped(driver: Driver) -> None:
    mark(driver, "渡口等船")
    lost, workspace = mark(driver, "老周"), driver.app.workspace
    workspace.library.put_mark(replace(lost, placed="orphan", start=900, end=902))
    workspace.refresh(frozenset({"marks"}))
    before = workspace.library.marks(1)
    workspace.choose_mark(lost.id)
    driver.page.setFocus()
    for key, keys in ((Key.Key_J, SHIFT), (Key.Key_B, SHIFT), (Key.Key_Right, SHIFT), (Key.Key_Left, START)):
        driver.press(key, keys)
    driver.press(Key.Key_X)
    assert QGuiApplication.clipboard().text() == "老周\n——《渡口的早晨》"
    assert workspace.library.marks(1) == before
    driver.press(Key.Key_Tab)
    assert driver.focus() is not driver.page


def test_the_end_of_a_mark_is_moved_by_hanzi_and_by_word_as_one_sees(driver: Driver) -> None:
    mark(driver, "老周")
    driver.press(Key.Key_Right, SHIFT)
    assert stored(driver) == ["老周每"]
    driver.press(Key.Key_Right, CONTROL | SHIFT, times=2)
    assert stored(driver) == ["老周每天早上"]
    (painted,) = driver.page.scene.marks
    assert painted.span == driver.find("老周每天早上")
    driver.press(Key.Key_Left, START)
    assert stored(driver) == ["晨\n老周每天早上"]
    driver.press(Key.Key_Right, START)
    assert stored(driver) == ["老周每天早上"]
    driver.press(Key.Key_Left, START | CONTROL)
    assert stored(driver) == ["早晨\n老周每天早上"]
    driver.press(Key.Key_Z, CONTROL)
    assert stored(driver) == ["老周"]
    driver.press(Key.Key_Z, CONTROL | SHIFT)
    assert stored(driver) == ["早晨\n老周每天早上"]


def test_underlining_a_chosen_mark_leaves_it_its_colour(driver: Driver) -> None:
    mark(driver, "老周", Key.Key_4)
    mark(driver, "每天早上", Key.Key_2)
    driver.press(Key.Key_BracketLeft)
    driver.press(Key.Key_6)
    kept = driver.app.workspace.marks[0]
    assert (kept.colour, kept.style) == ("tian", "underline")


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Delete])
def test_a_key_about_a_mark_says_that_there_is_none_chosen(driver: Driver, key: Key) -> None:
    mark(driver, "老周")
    driver.app.workspace.choose_mark(None)
    driver.page.show_caret(False)
    driver.press(key)
    assert "Choose a mark first" in driver.window.toast.accessibleName()
    assert stored(driver) == ["老周"]


def test_the_notes_of_an_article_without_a_mark_take_no_keys(driver: Driver) -> None:
    driver.press(Key.Key_F8)
    assert driver.focus() is driver.page
