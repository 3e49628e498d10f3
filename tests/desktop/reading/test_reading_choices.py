"""How readings are wanted: tones of speech, Taiwan's standard, dots where one is not sure."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from desktop.reading.desk import Desk, Make
from desktop.reading.typesets import sheet_of
from meipi.language.span import Span

TEXT = "一天不见，我很好。\n他研究垃圾。"


@pytest.fixture
def desk(desk_with: Make) -> Desk:
    made = desk_with(TEXT)
    made.viewing.set_phonetics("pinyin")
    return made


def told(desk: Desk) -> str:
    """What is read over the page, in its order."""
    sheet = desk.page.sheet
    assert sheet is not None
    numbers = sheet.typeset.told.numbers
    return " ".join(sheet.readings.spellings.pinyin[number] for number in numbers.tolist() if number)


def test_tones_of_speech_and_back(desk: Desk) -> None:
    assert told(desk) == "yī tiān bù jiàn wǒ hěn hǎo tā yán jiū lā jī"
    desk.viewing.set("spoken", True)
    assert told(desk) == "yì tiān bú jiàn wǒ hén hǎo tā yán jiū lā jī"
    desk.viewing.set("spoken", False)
    assert told(desk) == "yī tiān bù jiàn wǒ hěn hǎo tā yán jiū lā jī"


def test_the_standard_of_taiwan_and_back(desk: Desk) -> None:
    desk.viewing.set("standard", "taiwan")
    assert told(desk).endswith("tā yán jiù lè sè")
    desk.viewing.set("standard", "mainland")
    assert told(desk).endswith("tā yán jiū lā jī")


def test_the_readers_own_reading_is_said_as_it_is(desk: Desk) -> None:
    desk.workspace.vocabulary.fix_reading(Span(0, 1), "yāo", False)
    desk.viewing.set("spoken", True)
    assert told(desk).startswith("yāo tiān bú jiàn")


# -- doubts -----------------------------------------------------------------------------------------

# Said of an action 为 is often wèi, and the words around it do not tell.
UNSURE = "他作出指示，为盐湖资源高效利用。"


@pytest.mark.parametrize("vertical", [False, True])
def test_a_reading_that_is_not_sure_is_dotted_under_its_hanzi(vertical: bool) -> None:
    sheet = sheet_of(UNSURE, "pinyin", of="simplified", vertical=vertical)
    doubted = sheet.readings.doubted(Span(0, len(UNSURE)))
    assert doubted == [UNSURE.index("为")]
    (rule,) = sheet.typeset.line(0).doubts
    place, width = (array[doubted[0]] for array in sheet.typeset.layout.cells(0))
    assert place - 1 <= rule.left < rule.right <= place + width + 1
    style = sheet.typeset.layout.style(0)
    assert style.glyph_top < rule.block <= style.line


def test_in_another_script_the_dots_stay_with_the_hanzi() -> None:
    sheet = sheet_of("网络上，" + UNSURE, "pinyin", of="simplified", script="traditional")
    (rule,) = sheet.typeset.line(0).doubts
    at = sheet.shown.text.index("為")
    assert rule.left == pytest.approx(sheet.typeset.layout.cells(0)[0][at], abs=8)


def test_dots_are_painted_and_can_be_left_out(desk_with: Make) -> None:
    desk = desk_with(UNSURE)
    page = desk.page
    cinnabar = QColor(page.theme.cinnabar).rgb()

    def dotted() -> bool:
        image = page.viewport().grab().toImage()
        box = page.boxes(desk.span("为"))[0].adjusted(0, 0, 0, 3)
        return any(
            image.pixel(x, y) == cinnabar
            for x in range(box.left(), box.right())
            for y in range(box.top(), box.bottom())
        )

    assert not dotted()
    desk.viewing.set_phonetics("pinyin")
    assert dotted()
    desk.viewing.set("doubts", False)
    assert not dotted()
    desk.viewing.set("doubts", True)
    assert dotted()


def test_what_the_reader_has_put_right_is_sure(desk_with: Make) -> None:
    desk = desk_with(UNSURE)
    desk.viewing.set_phonetics("pinyin")
    sheet = desk.page.sheet
    assert sheet is not None
    assert sheet.typeset.line(0).doubts
    desk.workspace.vocabulary.fix_reading(desk.span("为"), "wèi", False)
    assert not sheet.typeset.line(0).doubts


# -- the form of tones ------------------------------------------------------------------------------


@pytest.mark.parametrize("grouping", ["syllable", "word"])
@pytest.mark.parametrize(
    ("form", "expected"), [("marks", "Xī'ānde"), ("numbers", "Xi1'an1de5"), ("none", "Xi'ande")]
)
@pytest.mark.parametrize("toned", [False, True])
def test_tones_are_drawn_in_their_form(grouping: str, form: str, expected: str, toned: bool) -> None:
    found = sheet_of("西安的", "pinyin", of="simplified", grouping=grouping, tone_form=form).typeset
    found.tone(toned)
    face = found.cases.readings.raw
    drawn = [
        (place.x(), glyph)
        for _, run in found.line(0).readings_along
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True)
    ]
    if grouping == "syllable":
        expected = expected.replace("'", "").lower()
    assert [glyph for _, glyph in sorted(drawn)] == face.glyphIndexesForString(expected)


def test_numbers_have_room_of_their_own() -> None:
    """A number makes a reading longer: the cells under it are wider, so that no two touch."""
    marks, numbers = (
        sheet_of("窗户上床闯", "pinyin", of="simplified", tone_form=form).typeset.layout
        for form in ("marks", "numbers")
    )
    assert (numbers.cells(0)[1] > marks.cells(0)[1]).all()
