"""What is kept of an article's earlier settings, and when it is made anew."""

from __future__ import annotations

import pytest

from desktop.reading.typesets import read_all, type_room, viewing_of
from meipi.reading.metrics import NONE, PINYIN, ZHUYIN
from meipi.reading.sheet import Sheet

TEXT = "他在银行里数钱，西安的花儿。\n一行大雁往南飞。"

pytestmark = pytest.mark.usefixtures("qapp")


def sheet_of(text: str = TEXT) -> Sheet:
    return Sheet(text, (), "simplified", type_room())


def test_turning_back_finds_the_earlier_setting() -> None:
    sheet, plain, read = sheet_of(), viewing_of(NONE), viewing_of(PINYIN)
    sheet.arrange(plain, 400, 1)
    first = sheet.typeset
    sheet.arrange(read, 400, 1)
    read_all(sheet)
    second = sheet.typeset
    assert second is not first
    sheet.arrange(plain, 400, 1)
    assert sheet.typeset is first
    sheet.arrange(read, 400, 1)
    assert sheet.typeset is second


@pytest.mark.parametrize(
    "changed",
    [
        lambda sheet: sheet.arrange(viewing_of(PINYIN), 401, 1),
        lambda sheet: sheet.arrange(viewing_of(PINYIN), 400, 2),
        lambda sheet: sheet.arrange(viewing_of(PINYIN, size=21), 400, 1),
        lambda sheet: sheet.arrange(viewing_of(PINYIN, vertical=True), 400, 1),
        lambda sheet: sheet.arrange(viewing_of(PINYIN, "traditional"), 400, 1),
        lambda sheet: sheet.arrange(viewing_of(ZHUYIN), 400, 1),
    ],
)
def test_whatever_moves_a_character_is_another_setting(changed: object) -> None:
    sheet = sheet_of()
    sheet.arrange(viewing_of(PINYIN), 400, 1)
    first = sheet.typeset
    assert callable(changed)
    changed(sheet)
    assert sheet.typeset is not first


def test_the_longest_line_wished_for_is_none_where_there_is_less_room() -> None:
    sheet = sheet_of()
    sheet.arrange(viewing_of(PINYIN, measure=36), 400, 1)
    first = sheet.typeset
    sheet.arrange(viewing_of(PINYIN, measure=40), 400, 1)
    assert sheet.typeset is first


def test_readings_found_meanwhile_are_in_the_setting_that_comes_back() -> None:
    sheet, columns = sheet_of(), viewing_of(PINYIN, vertical=True)
    sheet.arrange(columns, 400, 1)
    assert not sheet.typeset.told.numbers.any()
    sheet.arrange(viewing_of(PINYIN), 400, 1)
    read_all(sheet)
    sheet.arrange(columns, 400, 1)
    assert sheet.typeset.told.numbers[0]
    assert sheet.typeset.line(0).readings_along


def test_of_a_book_two_settings_are_kept() -> None:
    sheet = sheet_of("银行里数钱\n" * 170_000)
    settings = [(viewing_of(NONE), 400), (viewing_of(NONE, vertical=True), 400), (viewing_of(NONE), 300)]
    made = []
    for viewing, measure in settings:
        sheet.arrange(viewing, measure, 1)
        made.append(sheet.typeset)
    sheet.arrange(*settings[1], 1)
    assert sheet.typeset is made[1]
    sheet.arrange(*settings[0], 1)
    assert sheet.typeset is not made[0]
