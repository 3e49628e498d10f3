"""The word card in the window: how it is asked for, what its keys do, and where it lies."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.window.word_cards import TEXT, click, hover, point, word
from driving import CONTROL, NONE, SHIFT, Driver, Key
from meipi.exchange.draft import ArticleDraft
from meipi.reading import looked_up_word

LEFT = Qt.MouseButton.LeftButton


# -- asking -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Key.Key_L, Key.Key_D])
def test_a_key_opens_the_card_at_the_pointer_and_closes_it(reader: Driver, key: Key) -> None:
    hover(reader, point(reader, "银行", 1))
    assert word(reader) is None
    reader.press(key)
    assert word(reader) == "银行"
    reader.press(key)
    assert word(reader) is None
    hover(reader, point(reader, "重要"))
    reader.press(key)
    assert word(reader) == "重要"


def test_a_key_opens_the_card_at_the_caret_which_it_then_follows(reader: Driver) -> None:
    reader.press(Key.Key_V)
    reader.press(Key.Key_Right, times=3)
    reader.press(Key.Key_L)
    assert word(reader) == "银行"
    # The arrows are the card's now, but with Ctrl the caret goes on from word to word.
    reader.press(Key.Key_Right, CONTROL)
    assert word(reader) == "行长"
    reader.press(Key.Key_Escape)
    assert word(reader) is None
    assert reader.page.caret_shown
    reader.press(Key.Key_Right)
    assert reader.page.caret == 5


def test_a_key_opens_the_card_of_what_is_selected(reader: Driver) -> None:
    reader.drag(reader.find("重要"))
    QTest.qWait(200)
    assert reader.window.bar.isVisible()
    hover(reader, point(reader, "银行"))
    reader.press(Key.Key_L)
    assert word(reader) == "重要"
    assert not reader.window.bar.isVisible()
    assert reader.page.selection == reader.find("重要")


def test_of_a_selection_that_is_a_word_it_is_that_word(reader: Driver) -> None:
    reader.drag(reader.find("中华人民"))
    reader.press(Key.Key_L)
    assert word(reader) == "中华人民共和国"
    reader.press(Key.Key_Escape, times=2)
    reader.drag(reader.find("中华"))
    reader.press(Key.Key_L)
    assert word(reader) == "中华"
    reader.press(Key.Key_L)
    assert word(reader) is None


def test_a_reader_who_means_no_word_is_told_how_to(reader: Driver) -> None:
    QTest.mouseMove(reader.window.library, QPoint(20, 300))
    reader.press(Key.Key_L)
    assert word(reader) is None
    assert "V" in reader.window.toast.accessibleName()


def test_a_click_opens_the_card_another_moves_it_and_one_beside_the_text_closes_it(reader: Driver) -> None:
    click(reader, point(reader, "银行"))
    assert word(reader) == "银行"
    click(reader, point(reader, "重要", 1))
    assert word(reader) == "重要"
    click(reader, point(reader, "重要"))
    assert word(reader) is None
    click(reader, point(reader, "银行"))
    click(reader, QPoint(reader.page.left // 2, 200))
    assert word(reader) is None
    click(reader, point(reader, "，"))
    assert word(reader) is None


def test_a_click_that_means_something_else_opens_no_card(reader: Driver) -> None:
    # A drag selects.
    reader.drag(reader.find("银行行长"))
    assert word(reader) is None
    # The next click takes the selection away.
    click(reader, point(reader, "重要"))
    assert reader.page.selection is None
    assert word(reader) is None
    # One on a mark chooses it.
    reader.app.workspace.marking.highlight(reader.find("电话"), "tian")
    reader.app.workspace.choose_mark(None)
    click(reader, point(reader, "电话"))
    assert reader.app.workspace.mark_id is not None
    assert word(reader) is None
    # With Shift it extends, and in caret mode it places the caret.
    QTest.mouseClick(reader.page.viewport(), LEFT, SHIFT, point(reader, "里面"))
    assert reader.page.selection is not None
    reader.press(Key.Key_Escape)
    reader.press(Key.Key_V)
    click(reader, point(reader, "重要"))
    assert word(reader) is None


def test_a_selection_closes_the_card(reader: Driver) -> None:
    click(reader, point(reader, "银行"))
    reader.drag(reader.find("重要"))
    assert word(reader) is None


def test_the_pointer_opens_and_moves_the_card_while_shift_is_held(reader: Driver) -> None:
    hover(reader, point(reader, "银行"))
    assert word(reader) is None
    hover(reader, point(reader, "银行"), SHIFT)
    assert word(reader) == "银行"
    hover(reader, point(reader, "重要"), SHIFT)
    assert word(reader) == "重要"
    # It stays when the key is let go, and where there is no word.
    hover(reader, point(reader, "，"), SHIFT)
    hover(reader, point(reader, "银行"))
    assert word(reader) == "重要"


def test_shift_held_over_a_word_opens_its_card_and_another_key_does_not(reader: Driver) -> None:
    hover(reader, point(reader, "银行"))
    QTest.keyPress(reader.page, Key.Key_Shift)
    reader.press(Key.Key_F7, SHIFT)
    QTest.qWait(300)
    QTest.keyRelease(reader.page, Key.Key_Shift)
    assert word(reader) is None
    hover(reader, point(reader, "银行"))
    QTest.keyPress(reader.page, Key.Key_Shift)
    QTest.qWait(300)
    QTest.keyRelease(reader.page, Key.Key_Shift)
    reader.settle()
    assert word(reader) == "银行"


def test_shift_with_a_selection_is_for_selecting(reader: Driver) -> None:
    reader.page.set_selection(reader.find("银行"))
    hover(reader, point(reader, "重要"), SHIFT)
    assert word(reader) is None


# -- keys -------------------------------------------------------------------------------------------


def test_arrows_choose_a_longer_or_a_shorter_word(reader: Driver) -> None:
    click(reader, point(reader, "中华人民共和国", 1))
    assert word(reader) == "中华人民共和国"
    reader.press(Key.Key_Right)
    assert word(reader) == "中华"
    assert reader.page.scene.looked_up == reader.find("中华")
    reader.press(Key.Key_Right)
    assert word(reader) == "华人"
    reader.press(Key.Key_Right, times=2)
    assert word(reader) == "华"
    reader.press(Key.Key_Left, times=3)
    assert word(reader) == "中华人民共和国"


def test_a_click_on_a_candidate_chooses_it(reader: Driver) -> None:
    click(reader, point(reader, "中华人民共和国"))
    card = reader.window.word.card
    layout = card._layout(card.panel.width())
    QTest.mouseClick(card.body.viewport(), LEFT, NONE, layout.candidates[1].center().toPoint())
    assert word(reader) == "中华"
    assert reader.focus() is reader.page


def test_c_copies_the_word_as_it_is_shown(reader: Driver) -> None:
    reader.app.viewing.set_variant("tw", False)
    click(reader, point(reader, "电话"))
    reader.press(Key.Key_C)
    assert QApplication.clipboard().text() == "電話"


def test_down_and_up_scroll_a_long_card(reader: Driver) -> None:
    click(reader, point(reader, "打"))
    bar = reader.window.word.card.body.verticalScrollBar()
    top = reader.page.bar.value()
    assert bar.maximum() > 100
    reader.press(Key.Key_Down, times=30)
    assert bar.value() == bar.maximum()
    reader.press(Key.Key_Up, times=30)
    assert bar.value() == 0
    assert reader.page.bar.value() == top


def test_a_long_card_stays_where_it_was_scrolled_to_while_its_word_does(reader: Driver) -> None:
    click(reader, point(reader, "打"))
    bar = reader.window.word.card.body.verticalScrollBar()
    reader.press(Key.Key_Down, times=2)
    down = bar.value()
    assert down > 0
    reader.press(Key.Key_M)
    assert bar.value() == down
    click(reader, point(reader, "电话"))
    assert bar.value() == 0


def test_the_wheel_over_the_card_leaves_the_page_where_it_is(reader: Driver) -> None:
    click(reader, point(reader, "打"))
    body, top = reader.window.word.card.body, reader.page.bar.value()
    middle = QPointF(body.viewport().rect().center())
    for _ in range(20):
        event = QWheelEvent(
            middle, body.viewport().mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            NONE, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(body.viewport(), event)
    assert body.verticalScrollBar().value() == body.verticalScrollBar().maximum() > 0
    assert reader.page.bar.value() == top


def test_down_goes_to_the_next_entry(reader: Driver) -> None:
    click(reader, point(reader, "便宜"))
    card = reader.window.word.card
    reader.press(Key.Key_Down)
    second = card._layout(card.panel.width()).entries[1]
    assert card.body.verticalScrollBar().value() in (second, card.body.verticalScrollBar().maximum())


def test_other_keys_go_on_working_the_page(reader: Driver) -> None:
    click(reader, point(reader, "重要"))
    reader.press(Key.Key_T)
    assert reader.app.viewing.script != "source"
    assert word(reader) == "重要"
    top = reader.page.bar.value()
    reader.press(Key.Key_J)
    assert reader.page.bar.value() > top


def test_without_the_card_its_keys_are_the_page_s_own(reader: Driver) -> None:
    top = reader.page.bar.value()
    reader.press(Key.Key_Down)
    assert reader.page.bar.value() > top
    assert not reader.app.commands["word.copy"].isEnabled()


def test_a_list_keeps_its_arrows_while_the_card_is_open(reader: Driver) -> None:
    reader.app.workspace.add_drafts([ArticleDraft("另一篇", "短文。")])
    reader.app.workspace.add_drafts([ArticleDraft("词卡", TEXT)])
    reader.page.setFocus()
    click(reader, point(reader, "打"))
    reader.press(Key.Key_L, CONTROL)
    row = reader.window.library.list.currentIndex().row()
    reader.press(Key.Key_Down if row == 0 else Key.Key_Up)
    assert reader.window.library.list.currentIndex().row() != row


def test_tab_leads_through_the_card_and_esc_back_to_the_page(reader: Driver) -> None:
    click(reader, point(reader, "银行"))
    card = reader.window.word.card
    for stop in card.stops:
        reader.press(Key.Key_Tab)
        assert reader.focus() is stop
    reader.press(Key.Key_Backtab)
    QApplication.clipboard().setText("")
    card.buttons[-1].setFocus()
    reader.press(Key.Key_Space)
    assert QApplication.clipboard().text() == "银行"
    QApplication.clipboard().setText("")
    reader.press(Key.Key_Return)
    assert QApplication.clipboard().text() == "银行"
    reader.press(Key.Key_Escape)
    assert word(reader) is None
    assert reader.focus() is reader.page


def test_the_button_at_the_corner_closes_it(reader: Driver) -> None:
    click(reader, point(reader, "银行"))
    QTest.mouseClick(reader.window.word.card.stops[-1], LEFT)
    assert word(reader) is None


# -- what it says -----------------------------------------------------------------------------------


def test_the_reading_is_that_of_the_place(reader: Driver) -> None:
    click(reader, point(reader, "行长", 1))
    contents = reader.window.word.card.contents
    assert contents is not None
    assert contents.told.startswith("行长, 行長, hángzhǎng\nbank president")
    assert [part.headword for part in contents.components] == ["行", "长"]
    assert "长 zhǎng" in contents.told


def test_it_turns_with_script_and_readings(reader: Driver) -> None:
    click(reader, point(reader, "银行"))
    reader.press(Key.Key_F7, SHIFT)
    reader.app.viewing.set_variant("tw", False)
    reader.settle()
    contents = reader.window.word.card.contents
    assert contents is not None
    assert contents.told.startswith("銀行, 银行, ㄧㄣˊ ㄏㄤˊ")


def test_every_hanzi_of_a_text_has_a_card(reader: Driver) -> None:
    looked_up = reader.window.word
    reader.press(Key.Key_L)
    for offset in range(TEXT.index("\n")):
        looked_up.close()
        opened = looked_up.open_at(offset)
        reader.app.jobs.wait()
        assert opened == (TEXT[offset] not in "，。")


def test_it_has_names_for_those_who_hear_it(reader: Driver) -> None:
    click(reader, point(reader, "银行"))
    card = reader.window.word.card
    assert card.accessibleName()
    body = QAccessible.queryAccessibleInterface(card.body)
    assert body.text(QAccessible.Text.Name) == "银行, 銀行, yínháng"
    assert "Measure words" in body.text(QAccessible.Text.Description)
    for stop in card.stops:
        assert QAccessible.queryAccessibleInterface(stop).text(QAccessible.Text.Name)


# -- told -------------------------------------------------------------------------------------------


def test_a_word_is_told_to_those_who_hear_it(reader: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(looked_up_word, "announce", lambda _widget, text: said.append(text))
    click(reader, point(reader, "重要"))
    assert said[0].startswith("重要, zhòngyào\nimportant")
    reader.press(Key.Key_Right)
    assert said[1].startswith("重, zhòng")
    # What the reader does with the word is told by the message about it.
    reader.press(Key.Key_W)
    assert len(said) == 2
