"""What the keys of the word card do with a word: saved, known, read otherwise, divided otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from driving import CONTROL, NONE, SHIFT, Driver, Key, Qt, running
from meipi.exchange.draft import ArticleDraft
from meipi.language.span import Span
from meipi.reading.word_card_contents import sounded
from meipi.vocabulary.reading_dialog import ReadingDialog
from meipi.workspace import open_library

TEXT = "他去银行，很重要。他研究生命的起源，着火了。\n那家银行的行长还会来吗？行长会。\n"


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


def open_at(driver: Driver, text: str, within: int = 0) -> None:
    at = TEXT.index(text) + within
    driver.window.word.open_at(at)
    driver.settle()
    driver.page.setFocus()


def told(driver: Driver) -> str:
    contents = driver.window.word.card.contents
    assert contents is not None
    return contents.told


def menu() -> QMenu:
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    return shown


def choices() -> list[str]:
    """The choices of the open menu, and its headings in brackets."""
    return [
        action.text() if action.isEnabled() else f"[{action.text()}]"
        for action in menu().actions()
        if not action.isSeparator()
    ]


def choose(driver: Driver, digit: Key) -> None:
    QTest.keyClick(menu(), digit)
    driver.settle()


def test_s_saves_the_word_with_its_sentence(driver: Driver, path: Path) -> None:
    open_at(driver, "银行")
    driver.press(Key.Key_S)
    assert "saved" in told(driver).splitlines()
    with open_library(path) as library:
        (saved,) = library.words.all()
    assert (saved.simplified, saved.traditional, saved.pinyin) == ("银行", "銀行", "yín háng")
    assert (saved.sense, saved.sentence) == ("bank", "他去银行，很重要。")
    assert saved.span == (2, 4)
    # At another place it is saved for that sentence too, and S a second time takes it away.
    open_at(driver, "家银行", 1)
    assert "saved" in told(driver).splitlines()
    driver.press(Key.Key_S)
    assert len(driver.app.workspace.vocabulary.saved) == 2
    driver.press(Key.Key_S)
    assert len(driver.app.workspace.vocabulary.saved) == 1
    driver.press(Key.Key_Z, CONTROL, times=3)
    assert driver.app.workspace.vocabulary.saved == ()
    assert "saved" not in told(driver).splitlines()
    with open_library(path) as library:
        assert library.words.all() == []


def test_s_saves_the_chosen_candidate(driver: Driver) -> None:
    open_at(driver, "银行")
    driver.press(Key.Key_Right)
    driver.press(Key.Key_S)
    assert [word.simplified for word in driver.app.workspace.vocabulary.saved] == ["银"]


def test_w_knows_the_word_and_knows_it_no_longer(driver: Driver, path: Path) -> None:
    open_at(driver, "重要")
    driver.press(Key.Key_W)
    assert "known" in told(driver).splitlines()
    with open_library(path) as library:
        assert library.known_words.all() == frozenset({"重要"})
    driver.press(Key.Key_W)
    assert "known" not in told(driver).splitlines()
    driver.press(Key.Key_Z, CONTROL)
    assert driver.app.workspace.vocabulary.known_words == frozenset({"重要"})
    assert "known" in told(driver).splitlines()


def test_a_button_does_what_its_key_does_and_leaves_the_focus(driver: Driver) -> None:
    open_at(driver, "重要")
    for button in driver.window.word.card.buttons[:2]:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    driver.settle()
    assert {"saved", "known"} <= set(told(driver).splitlines())
    assert driver.focus() is driver.page


def test_without_a_card_s_and_w_act_on_the_word_at_the_caret(driver: Driver) -> None:
    driver.press(Key.Key_V)
    driver.press(Key.Key_Right, times=2)
    driver.press(Key.Key_S)
    driver.press(Key.Key_W)
    assert not driver.window.word.is_open
    assert [word.simplified for word in driver.app.workspace.vocabulary.saved] == ["银行"]
    assert driver.app.workspace.vocabulary.known_words == {"银行"}


def test_without_a_card_s_and_w_act_on_what_is_selected(driver: Driver) -> None:
    start = TEXT.index("行长会")
    driver.page.set_selection(Span(start, start + 2))
    driver.press(Key.Key_S)
    driver.press(Key.Key_W)
    assert [word.span for word in driver.app.workspace.vocabulary.saved] == [(start, start + 2)]
    assert driver.app.workspace.vocabulary.known_words == {"行长"}


def test_without_a_card_r_opens_it_and_offers_readings(driver: Driver) -> None:
    driver.press(Key.Key_V)
    driver.press(Key.Key_Right, times=2)
    driver.press(Key.Key_R)
    assert driver.window.word.is_open
    assert choices()[:2] == ["[Only here]", "&1  yínháng"]
    QTest.keyClick(menu(), Key.Key_Escape)


def test_s_waits_for_the_dictionary(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared = Event()
    monkeypatch.setattr("meipi.reading.looking_up._open", prepared.wait)
    driver.page.show_caret(True)
    driver.page.set_selection(None, 2)
    QTest.keyClick(driver.page, Key.Key_S)
    # The reader goes on meanwhile: what counts is where they were when they pressed the key.
    driver.page.set_selection(None, TEXT.index("重要"))
    QTest.keyClick(driver.page, Key.Key_S)
    QTest.keyClick(driver.page, Key.Key_W)
    driver.page.set_selection(None, TEXT.index("生命"))
    QTest.qWait(200)
    assert driver.app.workspace.vocabulary.saved == ()
    prepared.set()
    driver.settle()
    assert [word.simplified for word in driver.app.workspace.vocabulary.saved] == ["银行", "重要"]
    assert driver.app.workspace.vocabulary.known_words == frozenset({"重要"})


def test_with_no_word_to_act_on_nothing_is_saved_later(driver: Driver) -> None:
    driver.press(Key.Key_S)
    assert not driver.window.word.is_open
    open_at(driver, "银行")
    assert driver.app.workspace.vocabulary.saved == ()


def test_the_card_goes_along_from_unknown_word_to_unknown_word(driver: Driver) -> None:
    word = driver.window.word
    open_at(driver, "银行")
    driver.press(Key.Key_U)
    assert word.span == driver.page.selection == driver.find("很")
    driver.press(Key.Key_W)
    driver.press(Key.Key_U)
    assert word.span == driver.page.selection == driver.find("重要")
    driver.press(Key.Key_U, SHIFT)
    assert word.span == driver.find("银行")
    driver.press(Key.Key_L)
    assert not word.is_open
    driver.press(Key.Key_U)
    assert driver.page.selection == driver.find("重要")
    assert not word.is_open


def test_r_reads_the_word_otherwise_here(driver: Driver, path: Path) -> None:
    driver.app.viewing.set_phonetics("pinyin")
    open_at(driver, "还")
    assert told(driver).startswith("还, 還, hái")
    driver.press(Key.Key_R)
    offered = choices()
    assert offered[:3] == ["[Only here]", "&1  hái", "&2  huán"]
    assert "[Wherever 还 stands]" in offered
    assert menu().actions()[1].isChecked()
    choose(driver, Key.Key_2)
    at = TEXT.index("还")
    with open_library(path) as library:
        (fix,) = library.reading_fixes.all()
    assert (fix.word, fix.pinyin, fix.start, fix.end) == ("还", "huán", at, at + 1)
    assert told(driver).startswith("还, 還, huán")
    assert driver.page.sheet is not None
    typeset = driver.page.sheet.typeset
    assert typeset.spellings.pinyin[typeset.told.numbers[at]] == "huán"
    driver.press(Key.Key_R)
    assert choices()[-1].endswith("As the program reads it")
    QTest.keyClick(menu(), Key.Key_Up)
    QTest.keyClick(menu(), Key.Key_Return)
    driver.settle()
    assert told(driver).startswith("还, 還, hái")
    driver.press(Key.Key_Z, CONTROL)
    assert told(driver).startswith("还, 還, huán")


def test_r_reads_a_word_otherwise_everywhere(driver: Driver) -> None:
    driver.app.viewing.set_phonetics("zhuyin")
    open_at(driver, "行长", 1)
    driver.press(Key.Key_R)
    offered = choices()
    everywhere = offered.index("[Wherever 行长 stands]")
    assert offered[1] == "&1  ㄏㄤˊ ㄓㄤˇ"
    xing = next(place for place, text in enumerate(offered) if place > everywhere and "ㄒㄧㄥˊ" in text)
    for _ in range(xing):  # the headings are passed over
        QTest.keyClick(menu(), Key.Key_Down)
        if menu().activeAction() is menu().actions()[xing]:
            break
    QTest.keyClick(menu(), Key.Key_Return)
    driver.settle()
    assert driver.app.workspace.vocabulary.own_readings() == {"行长": ("xíng", "zhǎng")}
    assert driver.page.sheet is not None
    for place in (TEXT.index("行长"), TEXT.rindex("行长")):
        assert driver.page.sheet.readings.of(Span(place, place + 2)) == ["xíng", "zhǎng"]
    contents = driver.window.word.card.contents
    assert contents is not None
    assert sounded(contents.here) == "ㄒㄧㄥˊ ㄓㄤˇ"


def test_a_menu_left_by_esc_changes_nothing_and_leaves_the_card(driver: Driver) -> None:
    open_at(driver, "还")
    driver.press(Key.Key_R)
    QTest.keyClick(menu(), Key.Key_Escape)
    driver.settle()
    assert driver.window.word.is_open
    assert driver.app.workspace.vocabulary.reading_fixes == ()


def typed(driver: Driver, reading: str, *modifiers: Qt.KeyboardModifier) -> ReadingDialog:
    """Choose to type a reading, and type it."""
    driver.press(Key.Key_R)
    place = next(place for place, text in enumerate(choices()) if text.endswith("Another reading…"))
    menu().setActiveAction([each for each in menu().actions() if not each.isSeparator()][place])
    QTest.keyClick(menu(), Key.Key_Return)
    driver.settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReadingDialog)
    QTest.keyClicks(dialog.field, reading)
    QTest.keyPress(dialog.field, Key.Key_Return, *modifiers)
    driver.settle()
    driver.window.activateWindow()
    driver.page.setFocus()
    return dialog


def test_a_reading_that_no_dictionary_has_is_typed(driver: Driver, path: Path) -> None:
    open_at(driver, "很")
    typed(driver, "hen2")
    at = TEXT.index("很")
    with open_library(path) as library:
        (fix,) = library.reading_fixes.all()
    assert (fix.word, fix.pinyin, fix.start, fix.end) == ("很", "hén", at, at + 1)
    open_at(driver, "银行")
    typed(driver, "yin3 xing2", CONTROL)
    assert driver.app.workspace.vocabulary.own_readings() == {"银行": ("yǐn", "xíng")}


@pytest.mark.parametrize("reading", ["yin2", "yin2 hang2 de5", "bank account"])
def test_what_is_no_reading_is_refused(driver: Driver, reading: str) -> None:
    open_at(driver, "银行")
    dialog = typed(driver, reading)
    assert not dialog.problem.isHidden()
    dialog.reject()
    assert driver.app.workspace.vocabulary.reading_fixes == ()


def test_b_divides_a_word_and_joins_another(driver: Driver, path: Path) -> None:
    word = driver.window.word
    open_at(driver, "研究生命", 2)
    first = word.span
    assert first is not None
    driver.press(Key.Key_B)
    assert choices()[0] == "[Wherever these hanzi stand together]"
    before = choices()[1:]
    assert before
    choose(driver, Key.Key_1)
    with open_library(path) as library:
        (split,) = library.splits.all()
    assert " " in split.pieces or len(split.pieces) > 1
    driver.press(Key.Key_B)
    assert choices()[-1].endswith("As the program divides it")
    QTest.keyClick(menu(), Key.Key_Up)
    QTest.keyClick(menu(), Key.Key_Return)
    driver.settle()
    assert driver.app.workspace.vocabulary.word_splits == ()
    driver.press(Key.Key_Z, CONTROL)
    assert len(driver.app.workspace.vocabulary.word_splits) == 1


def test_a_divided_word_is_two_on_the_card(driver: Driver) -> None:
    word = driver.window.word
    open_at(driver, "银行")
    assert word.span == (2, 4)
    driver.press(Key.Key_B)
    assert "&1  银 | 行" in choices()
    choose(driver, Key.Key_1)
    assert word.span == (2, 3)
    open_at(driver, "家银行", 2)
    assert word.span is not None
    assert TEXT[slice(*word.span)] == "行"
    # The longer candidate can be made one word again.
    driver.press(Key.Key_Left, NONE)
    assert TEXT[slice(*word.span)] == "银行"
    driver.press(Key.Key_B)
    assert "&1  银行" in choices()
    choose(driver, Key.Key_1)
    assert TEXT[slice(*word.span)] == "银行"
