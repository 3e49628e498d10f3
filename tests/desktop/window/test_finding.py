"""Finding in the article: the bar, the frames on the page, and marking what was found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from driving import Driver, running
from meipi.exchange.draft import ArticleDraft
from meipi.language.span import Span
from meipi.window.find_bar import FindBar

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TEXT = "鹽湖邊的人家\n" + "風從鹽湖上吹過來，盐湖的水是咸的。\n" * 30 + "渡口在湖的那一邊。\n"


@pytest.fixture
def driver(tmp_path: Path, qapp: QApplication) -> Iterator[Driver]:
    with running(tmp_path / "library.db") as made:
        made.app.workspace.add_drafts([ArticleDraft("鹽湖", TEXT)])
        made.settle()
        made.window.toast.dismiss()
        made.page.setFocus()
        yield made


def _bar(driver: Driver) -> FindBar:
    return driver.window.finder._bar


@pytest.mark.parametrize("typed", ["鹽湖", "盐湖", "yanhu", "yán hú", "YH"])
def test_what_is_typed_is_found_in_either_script_and_in_pinyin(driver: Driver, typed: str) -> None:
    driver.press(Key.Key_F, CONTROL)
    driver.type(typed)
    driver.settle()
    assert _bar(driver).count.text() == "1 of 61"
    assert driver.page.found is not None
    assert driver.page.found.spans[0] == Span(0, 2)


def test_find_enter_h_marks_the_hit(driver: Driver) -> None:
    driver.press(Key.Key_Slash)
    driver.type("渡口")
    driver.settle()
    driver.press(Key.Key_Return)
    assert driver.page.hasFocus()
    driver.press(Key.Key_H)
    (mark,) = driver.app.workspace.marks
    assert (mark.exact, mark.start) == ("渡口", TEXT.index("渡口"))
    assert driver.app.library.marks(mark.article_id) == [mark]


def test_f3_goes_on_and_back_round_and_round(driver: Driver) -> None:
    driver.press(Key.Key_F, CONTROL)
    driver.type("人家")
    driver.settle()
    driver.press(Key.Key_F3)
    first = Span(TEXT.index("人家"), TEXT.index("人家") + 2)
    assert driver.page.selection == first
    driver.press(Key.Key_F, CONTROL)
    driver.type("盐湖")
    driver.settle()
    spans = driver.page.found.spans if driver.page.found else ()
    for number in (1, 2, 3):
        driver.press(Key.Key_Down)
        assert _bar(driver).count.text() == f"{number + 1} of 61"
    driver.press(Key.Key_Return)
    assert driver.page.selection == spans[3]
    driver.press(Key.Key_F3)
    assert driver.page.selection == spans[4]
    driver.press(Key.Key_F3, SHIFT, times=5)
    assert driver.page.selection == spans[-1]
    assert driver.page.boxes(spans[-1])  # in view


def test_esc_closes_and_the_frames_go(driver: Driver) -> None:
    page = driver.page

    def framed() -> int:
        image = page.viewport().grab().toImage()
        red = QColor(page.theme.cinnabar).rgb()
        return sum(image.pixel(x, y) == red for x in range(image.width()) for y in range(40, 300))

    before = framed()
    driver.press(Key.Key_F, CONTROL)
    driver.type("鹽湖")
    driver.settle()
    assert framed() > before + 100
    driver.press(Key.Key_Escape)
    assert not _bar(driver).isVisible()
    assert page.hasFocus()
    assert framed() == before
    driver.press(Key.Key_F3)  # asks again what was asked last
    driver.settle()
    assert _bar(driver).isVisible()
    assert page.found is not None
    assert len(page.found.spans) == 61


def test_what_is_selected_is_looked_for(driver: Driver) -> None:
    start = TEXT.index("渡口")
    driver.page.set_selection(Span(start, start + 2))
    driver.press(Key.Key_F, CONTROL)
    driver.settle()
    assert _bar(driver).field.text() == "渡口"
    assert _bar(driver).count.text() == "1 of 1"


def test_nothing_found_is_said_and_another_article_is_searched_anew(driver: Driver) -> None:
    driver.press(Key.Key_F, CONTROL)
    driver.type("沙漠")
    driver.settle()
    assert _bar(driver).count.text() == "No hits"
    driver.app.workspace.add_drafts([ArticleDraft("沙漠", "沙漠裡沒有渡口。")])
    driver.settle()
    assert _bar(driver).count.text() == "1 of 1"
    driver.app.workspace.open_article(None)
    driver.settle()
    assert not _bar(driver).isVisible()


def test_toggles_leave_the_hits_where_they_are(driver: Driver) -> None:
    driver.press(Key.Key_F, CONTROL)
    driver.type("鹽湖")
    driver.settle()
    assert driver.page.found is not None
    spans = driver.page.found.spans
    for command in ("view.script_simplified", "view.pinyin_toggle", "view.vertical"):
        driver.app.commands[command].trigger()
        driver.settle()
        assert driver.page.found.spans == spans
        assert driver.page.found._ticks.isVisible()


def test_a_hit_under_the_bar_comes_out(driver: Driver) -> None:
    driver.press(Key.Key_F, CONTROL)
    driver.type("咸")
    driver.settle()
    for _ in range(30):
        driver.press(Key.Key_Down)
        found = driver.page.found
        assert found is not None
        assert found.current is not None
        boxes = driver.page.boxes(found.spans[found.current])
        assert boxes
        assert not any(box.intersects(_bar(driver).geometry()) for box in boxes)


def test_the_whole_bar_is_seen_on_a_narrow_page(driver: Driver) -> None:
    driver.window.resize(760, 560)
    driver.press(Key.Key_F8)
    driver.press(Key.Key_F, CONTROL)
    driver.type("yanhu")
    assert driver.page.width() < 420
    assert driver.page.rect().contains(_bar(driver).geometry())
    assert _bar(driver).rect().contains(_bar(driver).childrenRect())
