"""The list of notes in the whole window: with several selected, keys are about all of them, else about the
chosen mark as everywhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from driving import CONTROL, NONE, SHIFT, Driver, Key
from meipi.language.span import Span
from meipi.notes.card import actions_of
from meipi.support.card_painting import card_rect, foot_of
from meipi.window.export_dialog import ExportDialog
from meipi.workspace import Mark


@pytest.fixture
def driver(reader: Driver) -> Driver:
    """Three marks; the keys are in the list of notes, with the first card current."""
    marking = reader.app.workspace.marking
    for start, colour in ((0, "zhu"), (3, "teng"), (7, "tian")):
        made = marking.highlight((start, start + 2), colour)
        assert made is not None
        marking.write_note(made.id, f"note {start}")
    reader.app.workspace.choose_mark(None)
    reader.settle()
    reader.window.toast.dismiss()
    reader.press(Key.Key_F8)
    assert reader.focus() is reader.window.notes.list
    return reader


def _marks(driver: Driver) -> list[Mark]:
    article = driver.app.workspace.article
    assert article is not None
    return driver.app.workspace.library.marks(article.id)


def test_one_card_is_about_its_mark(driver: Driver) -> None:
    driver.press(Key.Key_4)
    assert [mark.colour for mark in _marks(driver)] == ["tian", "teng", "tian"]
    driver.press(Key.Key_Down)
    driver.press(Key.Key_Delete)
    assert [mark.note for mark in _marks(driver)] == ["note 0", "note 7"]
    assert driver.focus() is driver.window.notes.list
    driver.press(Key.Key_5)
    assert [mark.colour for mark in _marks(driver)] == ["tian", "ou"]


def test_with_several_keys_are_about_all_of_them(driver: Driver) -> None:
    driver.press(Key.Key_Down, SHIFT)
    driver.press(Key.Key_3)
    assert [mark.colour for mark in _marks(driver)] == ["zhu_qing", "zhu_qing", "tian"]
    driver.press(Key.Key_6)
    assert [mark.style for mark in _marks(driver)] == ["underline", "underline", "ground"]
    driver.press(Key.Key_G)
    driver.type("lake")
    driver.press(Key.Key_Return, CONTROL)
    assert [mark.tags for mark in _marks(driver)] == [("lake",), ("lake",), ()]
    assert driver.focus() is driver.window.notes.list
    driver.press(Key.Key_A, CONTROL)
    driver.press(Key.Key_Delete)
    assert _marks(driver) == []
    for _ in range(4):
        driver.press(Key.Key_Z, CONTROL)
    assert [(mark.colour, mark.style, mark.tags) for mark in _marks(driver)] == [
        ("zhu", "ground", ()),
        ("teng", "ground", ()),
        ("tian", "ground", ()),
    ]


def test_keys_are_never_left_where_no_card_is(driver: Driver) -> None:
    driver.window.notes.filters.chips.choose("zhu")
    driver.press(Key.Key_F8)
    driver.press(Key.Key_F8)
    driver.press(Key.Key_2)  # it is of another colour than that one filters by now
    assert driver.focus() is driver.window.notes.filters.chips.chips[0]
    driver.window.notes.filters.show_all()
    driver.press(Key.Key_F8)
    driver.press(Key.Key_F8)
    driver.press(Key.Key_A, CONTROL)
    driver.press(Key.Key_Delete)
    assert driver.focus() is driver.page


def test_other_letters_stay_commands(driver: Driver) -> None:
    driver.press(Key.Key_Down, SHIFT)
    phonetics = driver.app.viewing.phonetics
    driver.press(Key.Key_P)
    assert driver.app.viewing.phonetics != phonetics
    assert len(driver.window.notes.list.selected_marks()) == 2


def test_selected_marks_are_exported_and_no_others(driver: Driver) -> None:
    driver.press(Key.Key_Down)
    driver.press(Key.Key_Down, SHIFT)
    driver.press(Key.Key_E, CONTROL)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    driver.settle()
    text = dialog.preview.toPlainText()
    assert ("note 0" in text, "note 3" in text, "note 7" in text) == (False, True, True)
    QTest.keyClick(dialog, Key.Key_Escape)
    driver.window.activateWindow()
    QTest.qWaitForWindowActive(driver.window)
    driver.window.notes.list.setFocus()
    driver.press(Key.Key_Escape)
    driver.press(Key.Key_E, CONTROL)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    driver.settle()
    assert "note 0" in dialog.preview.toPlainText()
    QTest.keyClick(dialog, Key.Key_Escape)


def test_slash_filters_the_notes_and_escape_leads_to_the_page(driver: Driver) -> None:
    driver.press(Key.Key_Slash)
    line = driver.window.notes.filters.line
    assert driver.focus() is line
    driver.type("note 7")
    assert driver.window.notes.model.shown == 1
    driver.press(Key.Key_Down)
    assert driver.app.workspace.mark_id == _marks(driver)[2].id
    driver.press(Key.Key_Slash)
    driver.press(Key.Key_Escape)
    assert driver.window.notes.model.shown == 3
    driver.press(Key.Key_Escape)
    assert driver.focus() is driver.page


def test_a_click_with_control_selects_and_the_page_stays(driver: Driver) -> None:
    pane = driver.window.notes
    for row, modifiers in ((0, NONE), (2, CONTROL)):
        place = pane.list.visualRect(pane.model.index(row)).center()
        QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, modifiers, place)
    driver.settle()
    assert pane.selection.isVisible()
    assert len(pane.list.selected_marks()) == 2


def _lose_first(driver: Driver) -> Mark:
    workspace = driver.app.workspace
    lost = replace(_marks(driver)[0], placed="orphan")
    workspace.library.put_mark(lost)
    workspace.refresh(frozenset({"marks"}))
    driver.settle()
    return lost


def test_place_puts_a_mark_on_what_is_selected(driver: Driver) -> None:
    lost, workspace, pane = _lose_first(driver), driver.app.workspace, driver.window.notes
    row = pane.model.row_of(lost.id)
    pane.list.setCurrentIndex(pane.model.index(row))
    card = pane.model.card_at(pane.model.index(row))
    assert card is not None
    body = QRectF(card_rect(pane.list.visualRect(pane.model.index(row)), pane.list))
    place = dict(actions_of(card).places(foot_of(body)))["attach"].center().toPoint()
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    driver.settle()
    assert _marks(driver)[0] == lost  # nothing is selected: it says so
    assert "Select" in driver.window.toast.accessibleName()
    driver.page.set_selection(Span(12, 15))
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    driver.settle()
    placed = workspace.library.mark(lost.id)
    assert (placed.span, placed.placed, placed.note) == ((12, 15), "", "note 0")
    assert workspace.orphans == ()
    driver.press(Key.Key_Z, CONTROL)
    assert workspace.library.mark(lost.id) == lost
