"""The line of tags by real keys, mouse and input method."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from driving import commit
from meipi.notes.tag_chip import TagChip
from meipi.notes.tag_line import ROW, TagLine
from meipi.support.completions import Completions

Key = Qt.Key
USED = [("鹽湖", 12), ("class", 5), ("产业政策", 3), ("盐田", 1), ("place", 0)]


class Form(QWidget):
    """A line of tags between two buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.line = TagLine(("check",), lambda: USED)
        self.after = QPushButton("after")
        box = QVBoxLayout(self)
        box.addWidget(self.line)
        box.addStretch(1)
        box.addWidget(self.after)
        self.resize(320, 400)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form()
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    form.line.setFocus()
    return form


def offered(form: Form) -> list[str]:
    (completions,) = form.findChildren(Completions)
    return [offer.text for offer in completions.offers]


def picked(form: Form) -> str | None:
    (completions,) = form.findChildren(Completions)
    return completions.current.text if completions.current else None


def press(form: Form, *keys: Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or form, key)


def write(form: Form, text: str) -> None:
    QTest.keyClicks(form.line.field, text) if text.isascii() else commit(form.line.field, text)


@pytest.mark.parametrize(
    ("written", "tags"),
    [
        ("salt,", ("check", "salt")),
        ("salt ", ("check", "salt")),
        ("盐，", ("check", "盐")),
        ("#salt, lake;", ("check", "salt", "lake")),
        ("check,", ("check",)),
        ("salt", ("check", "salt")),
        ("# ,", ("check",)),
    ],
)
def test_commas_and_spaces_end_a_tag(form: Form, written: str, tags: tuple[str, ...]) -> None:
    write(form, written)
    assert form.line.tags == tags


def test_enter_ends_a_tag_and_with_nothing_written_saves(form: Form, qtbot: QtBot) -> None:
    saved: list[bool] = []
    form.line.save_asked.connect(lambda: saved.append(True))
    with qtbot.waitSignal(form.line.changed):
        write(form, "salt")
        press(form, Key.Key_Return)
    assert (form.line.tags, form.line.field.text(), saved) == (("check", "salt"), "", [])
    press(form, Key.Key_Return)
    assert saved == [True]
    write(form, "lake")
    QTest.keyClick(form.line.field, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (form.line.tags, len(saved)) == (("check", "salt", "lake"), 2)


@pytest.mark.parametrize(
    ("written", "offers"),
    [
        ("盐", ["鹽湖", "盐田"]),
        ("yan", ["鹽湖", "盐田"]),
        ("yh", ["鹽湖"]),
        ("cla", ["class"]),
        ("x", []),
        ("class", []),
    ],
)
def test_existing_tags_are_offered_in_any_script_and_by_sound(
    form: Form, written: str, offers: list[str]
) -> None:
    write(form, written)
    assert offered(form) == offers
    assert picked(form) is None


def test_arrows_pick_and_enter_comma_or_tab_take(form: Form) -> None:
    write(form, "yan")
    press(form, Key.Key_Down, Key.Key_Down)
    assert picked(form) == "盐田"
    press(form, Key.Key_Down)
    assert picked(form) == "鹽湖"
    press(form, Key.Key_Up)
    assert picked(form) == "盐田"
    press(form, Key.Key_Return)
    assert form.line.tags == ("check", "盐田")
    write(form, "cy")
    press(form, Key.Key_Tab)
    assert form.line.tags == ("check", "盐田", "产业政策")
    assert form.line.field.hasFocus()
    write(form, "cl")
    press(form, Key.Key_Down)
    write(form, ",")
    assert form.line.tags == ("check", "盐田", "产业政策", "class")
    assert offered(form) == []
    write(form, "yan")
    assert offered(form) == ["鹽湖"], "what it has already is not offered"


def test_a_click_takes_an_offer(form: Form) -> None:
    write(form, "yan")
    (shown,) = (each for each in form.findChildren(QListWidget) if each.isVisible())
    QTest.mouseClick(
        shown.viewport(), Qt.MouseButton.LeftButton, pos=shown.visualItemRect(shown.item(1)).center()
    )
    assert form.line.tags == ("check", "盐田")
    assert form.line.field.hasFocus()


@pytest.mark.parametrize(
    ("written", "there"), [("盐湖", "鹽湖"), ("CLASS", "class"), ("產業政策", "产业政策")]
)
def test_the_same_tag_in_another_script_or_case_is_offered_instead(
    form: Form, written: str, there: str
) -> None:
    write(form, written)
    assert (offered(form), picked(form)) == ([there, written], there)
    press(form, Key.Key_Return)
    assert form.line.tags == ("check", there)
    write(form, written)
    press(form, Key.Key_Down, Key.Key_Return)
    assert form.line.tags == ("check", there, written), "the new one can be had"


def test_down_lists_all_by_use(form: Form) -> None:
    press(form, Key.Key_Down)
    assert offered(form) == ["鹽湖", "class", "产业政策", "盐田", "place"]
    press(form, Key.Key_Return)
    assert form.line.tags == ("check", "鹽湖")


def test_escape_closes_the_list_and_then_leaves(form: Form) -> None:
    left: list[bool] = []
    form.line.leave_asked.connect(lambda: left.append(True))
    write(form, "yan")
    press(form, Key.Key_Escape)
    assert (offered(form), left, form.line.field.text()) == ([], [], "yan")
    press(form, Key.Key_Escape)
    assert left == [True]


def test_backspace_takes_the_last_tag_away_only_from_an_empty_field(form: Form) -> None:
    write(form, "ab")
    press(form, Key.Key_Backspace, Key.Key_Backspace)
    assert form.line.tags == ("check",)
    press(form, Key.Key_Backspace)
    assert form.line.tags == ()
    press(form, Key.Key_Backspace)
    assert form.line.tags == ()


def test_chips_go_by_click_and_by_keys(form: Form) -> None:
    form.line.set_tags(("a", "b", "c"))
    chips = {chip.tag: chip for chip in form.line.findChildren(TagChip) if chip.isVisible()}
    assert chips["b"].accessibleName() == "Remove the tag b"
    QTest.mouseClick(chips["b"], Qt.MouseButton.LeftButton)
    assert form.line.tags == ("a", "c")
    assert form.line.field.hasFocus()
    press(form, Key.Key_Left, Key.Key_Left, Key.Key_Delete)
    assert form.line.tags == ("c",)
    press(form, Key.Key_Right)
    assert form.line.field.hasFocus()


def test_an_input_method_composes_undisturbed(form: Form) -> None:
    field = form.line.field
    for letters in ("y", "ya", "yan", "yan hu"):
        QApplication.sendEvent(field, QInputMethodEvent(letters, []))
        assert form.line.tags == ("check",)
        assert offered(form) == []
    # What an input method does not eat while it composes is none of ours.
    press(form, Key.Key_Backspace, Key.Key_Return, Key.Key_Down, Key.Key_Escape, Key.Key_Tab)
    assert form.line.tags == ("check",)
    assert field.hasFocus()
    done = QInputMethodEvent()
    done.setCommitString("鹽")
    QApplication.sendEvent(field, done)
    assert field.text() == "鹽"
    assert offered(form) == ["鹽湖", "盐田"]
    commit(field, "池，新")
    assert (form.line.tags, field.text()) == (("check", "鹽池", "新"), "新")


def test_what_is_being_written_becomes_a_tag_when_the_focus_goes(form: Form, qtbot: QtBot) -> None:
    write(form, "lake")
    with qtbot.waitSignals([form.line.changed, form.line.left]):
        form.after.setFocus(Qt.FocusReason.TabFocusReason)
    assert (form.line.tags, form.line.field.text()) == (("check", "lake"), "")
    assert offered(form) == []


def test_tab_goes_on_where_nothing_is_offered(form: Form) -> None:
    press(form, Key.Key_Tab)
    assert form.after.hasFocus()


def test_many_tags_take_several_lines(form: Form, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.line.height_changed):
        form.line.set_tags([f"tag-{number}" for number in range(12)])
    assert form.line.heightForWidth(form.line.width()) > 2 * ROW
    chips = [chip for chip in form.line.findChildren(TagChip) if chip.isVisible()]
    qtbot.waitUntil(lambda: form.line.height() > 2 * ROW)
    assert all(form.line.rect().contains(chip.geometry()) for chip in chips)
    assert form.line.rect().contains(form.line.field.geometry())
    assert not any(
        chip.geometry().intersects(other.geometry())
        for chip in chips
        for other in (*chips, form.line.field)
        if other is not chip
    )


def test_the_list_stays_within_the_window(form: Form) -> None:
    form.resize(320, 120)
    write(form, "yan")
    (shown,) = (each for each in form.findChildren(QListWidget) if each.isVisible())
    frame = shown.parentWidget()
    assert frame is not None
    assert form.rect().contains(frame.geometry())
