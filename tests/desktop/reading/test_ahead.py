"""The next page is drawn before the reader turns to it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.reading.desk import Desk, Make
from meipi.reading.page import Page

PARAGRAPH = "渡口的船夫把茶放在石头上，等对岸的人喊他。"


@pytest.fixture
def long(desk_with: Make) -> Desk:
    """Some forty pages."""
    return desk_with("\n".join(PARAGRAPH * (2 + number % 5) for number in range(200)))


def drawn(page: Page, lines: range) -> list[bool]:
    assert page.sheet is not None
    return [page.sheet.typeset.is_drawn(line) for line in lines]


def around(page: Page) -> tuple[range, range]:
    """As many lines before the page and after it as there are on it."""
    lines = page.lines_in_view()
    return range(lines.start - len(lines), lines.start), range(lines.stop, lines.stop + len(lines))


@pytest.mark.parametrize("phonetics", ["none", "pinyin"])
@pytest.mark.parametrize("vertical", [False, True])
def test_the_pages_after_and_before_are_drawn_and_no_more(
    long: Desk, qtbot: QtBot, phonetics: str, vertical: bool
) -> None:
    page = long.page
    long.viewing.set("vertical", vertical)
    long.viewing.set_phonetics(phonetics)
    sheet = page.sheet
    assert sheet is not None
    if phonetics != "none":
        qtbot.waitUntil(lambda: sheet.readings.next_missing() is None)
    page.bring_to_top(5_000)
    assert not any(drawn(page, around(page)[1]))
    QApplication.sendPostedEvents()  # the scroll bar of columns takes its place
    before = page.viewport().grab().toImage()
    back, ahead = around(page)
    qtbot.waitUntil(lambda: all(drawn(page, ahead)) and all(drawn(page, back)))
    assert not any(drawn(page, range(ahead.stop, ahead.stop + 50)))
    assert page.viewport().grab().toImage() == before


def test_the_first_page_and_the_last_have_one_neighbour(long: Desk, qtbot: QtBot) -> None:
    page = long.page
    assert page.sheet is not None
    lines = page.lines_in_view()
    qtbot.waitUntil(lambda: all(drawn(page, range(lines.stop, lines.stop + len(lines)))))
    page.bar.setValue(page.bar.maximum())
    count = len(page.sheet.typeset.layout)
    first = page.lines_in_view().start
    qtbot.waitUntil(lambda: all(drawn(page, range(first - (count - first), count))))


def test_an_article_that_is_closed_meanwhile_is_drawn_no_further(long: Desk, qtbot: QtBot) -> None:
    long.page.bring_to_top(5_000)
    long.workspace.open_article(None)
    qtbot.wait(60)
    assert long.page.sheet is None
