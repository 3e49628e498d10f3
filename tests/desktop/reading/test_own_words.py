"""What the reader has put right, and what they know, on the page."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QRect

from desktop.reading.desk import Desk, Make, sample
from desktop.reading.typesets import read_all
from meipi.exchange.draft import ArticleDraft, Block, Inline
from meipi.language.span import Span
from meipi.reading.typeset import Typeset

BANK = "他在银行里数钱。银行的行长长大了，鼠标和内存都坏了。\n" * 4
SIMPLE = "我们今天去银行。饕餮在水里。\n" * 30


def readings(desk: Desk, text: str, after: str = "") -> list[str]:
    """What is drawn over each code point that shows a part of the source."""
    assert desk.page.sheet is not None
    sheet, start = desk.page.sheet, desk.offset(text, after)
    shown = sheet.shown.to_shown(Span(start, start + len(text)))
    told = sheet.typeset.told
    if sheet.typeset.silenced is not None:
        told = told.without(sheet.typeset.silenced)
    return [told_over(desk, told.numbers[place], place) for place in range(*shown)]


def told_over(desk: Desk, number: int, place: int) -> str:
    assert desk.page.sheet is not None
    line = desk.page.sheet.typeset.layout.line_of(place)
    drawn = desk.page.sheet.typeset.line(line)
    # Nothing is drawn where nothing is told, and the other way round.
    assert bool(drawn.readings_along or drawn.readings_upright) or not number
    return desk.page.sheet.readings.spellings.pinyin[number]


def test_a_books_own_readings_hold_and_the_readers_above_them(desk_with: Make) -> None:
    rubies = (
        Inline("ruby", 2, 4, "yínxíng"),
        Inline("ruby", 5, 6, "ㄕㄨˋ"),
        Inline("ruby", 8, 10, "a bank"),
    )
    block = Block("paragraph", 0, len(BANK))
    desk = desk_with(ArticleDraft("銀行", BANK, (block,), rubies))
    desk.show("tw", "pinyin")
    assert readings(desk, "银行") == ["yín", "xíng"]
    assert readings(desk, "银行", after="。") == ["yín", "háng"]
    assert readings(desk, "数") == ["shù"]
    start = desk.offset("银行")
    assert desk.workspace.vocabulary.fix_reading((start, start + 2), "yín hàng", everywhere=False)
    assert readings(desk, "银行") == ["yín", "hàng"]
    desk.workspace.undo()
    assert readings(desk, "银行") == ["yín", "xíng"]


def lines(desk: Desk) -> list[int]:
    assert desk.page.sheet is not None
    found: list[int] = desk.page.sheet.typeset.layout.line_start.tolist()
    return found


@pytest.mark.parametrize("script", ["source", "simplified", "tw", "twp"])
@pytest.mark.parametrize("phonetics", ["pinyin", "zhuyin"])
def test_a_reading_put_right_is_seen_in_every_script(desk_with: Make, script: str, phonetics: str) -> None:
    desk = desk_with(BANK)
    desk.show(script, phonetics)
    assert readings(desk, "银行", after="。") == ["yín", "háng"]
    start = desk.offset("银行", after="。")
    assert desk.workspace.vocabulary.fix_reading((start, start + 2), "yín xíng", everywhere=False)
    assert readings(desk, "银行", after="。") == ["yín", "xíng"]
    assert readings(desk, "银行") == ["yín", "háng"]
    assert desk.workspace.vocabulary.fix_reading((start, start + 2), "yín hàng", everywhere=True)
    assert readings(desk, "银行", after="。") == readings(desk, "银行") == ["yín", "hàng"]
    desk.workspace.undo()
    desk.workspace.undo()
    assert readings(desk, "银行", after="。") == readings(desk, "银行") == ["yín", "háng"]


def test_a_reading_put_right_in_another_article_holds_in_either_script(desk_with: Make) -> None:
    desk = desk_with("他在銀行裡數錢。")
    desk.show("source", "pinyin")
    desk.workspace.vocabulary.fix_reading(desk.span("銀行"), "yín xíng", everywhere=True)
    desk = desk_with(BANK)
    desk.show("source", "pinyin")
    assert readings(desk, "银行") == ["yín", "xíng"]
    desk.show("tw", "pinyin")
    assert readings(desk, "银行") == ["yín", "xíng"]


def test_a_phrase_that_conversion_makes_another_keeps_its_reading(desk_with: Make) -> None:
    desk = desk_with(BANK)
    desk.show("twp", "pinyin")
    assert readings(desk, "内存") == ["jì", "yì", "tǐ"]
    desk.workspace.vocabulary.fix_reading(desk.span("鼠标"), "shú biāo", everywhere=False)
    assert readings(desk, "内存") == ["jì", "yì", "tǐ"]
    desk.viewing.set_script("source")
    assert readings(desk, "鼠标") == ["shú", "biāo"]


@pytest.mark.parametrize("vertical", [False, True])
@pytest.mark.parametrize("phonetics", ["pinyin", "zhuyin"])
def test_a_word_that_is_known_loses_its_reading_and_nothing_moves(
    desk_with: Make, vertical: bool, phonetics: str
) -> None:
    desk = desk_with(SIMPLE)
    desk.viewing.set("vertical", vertical)
    desk.show("source", phonetics)
    desk.viewing.set("scope", "unknown")
    arranged: list[None] = []
    desk.page.arranged.connect(lambda: arranged.append(None))
    before, box = lines(desk), desk.page.boxes(desk.span("饕餮"))
    assert readings(desk, "银行") == ["yín", "háng"]
    picture = desk.grabbed()
    desk.workspace.vocabulary.know(["銀行"])
    assert readings(desk, "银行") == ["", ""]
    assert readings(desk, "饕餮") == ["tāo", "tiè"]
    assert (lines(desk), desk.page.boxes(desk.span("饕餮"))) == (before, box)
    assert arranged == []
    known = desk.grabbed()
    assert known != picture
    assert glyphs_are_where_they_were(desk, QRect(box[0]), picture, known)
    desk.workspace.undo()
    assert readings(desk, "银行") == ["yín", "háng"]
    assert desk.grabbed() == picture
    assert arranged == []


def glyphs_are_where_they_were(desk: Desk, box: QRect, before: object, after: object) -> bool:
    return before.copy(box) == after.copy(box)  # type: ignore[attr-defined, no-any-return]


def test_a_word_known_before_gets_room_for_its_reading_again(desk_with: Make) -> None:
    desk = desk_with(SIMPLE)
    desk.workspace.vocabulary.know(["银行", "我们"])
    desk.show("source", "pinyin")
    desk.viewing.set("scope", "unknown")
    assert readings(desk, "我们今天去银行") == ["", "", "jīn", "tiān", "qù", "", ""]
    desk.workspace.vocabulary.know(["银行"], known=False)
    assert readings(desk, "我们今天去银行") == ["", "", "jīn", "tiān", "qù", "yín", "háng"]
    desk.viewing.set("scope", "all")
    assert all(readings(desk, "我们今天去银行"))


def test_only_words_above_the_level_are_read(desk_with: Make) -> None:
    desk = desk_with(SIMPLE)
    desk.show("source", "pinyin")
    desk.viewing.set("scope", "level")
    assert readings(desk, "我们今天去银行。饕餮") == [*[""] * 8, "tāo", "tiè"]
    desk.viewing.set("level", 1)
    assert readings(desk, "银行")[0] == ("yín" if level_of("银行") > 1 else "")
    desk.workspace.vocabulary.know(["饕餮"])
    assert readings(desk, "饕餮") == ["", ""]


def level_of(word: str) -> int:
    from meipi.language import words

    return words.level(word)


def test_a_word_split_in_two_is_known_by_its_parts(desk_with: Make) -> None:
    desk = desk_with(SIMPLE)
    desk.workspace.vocabulary.know(["银"])
    desk.show("source", "pinyin")
    desk.viewing.set("scope", "unknown")
    assert readings(desk, "银行") == ["yín", "háng"]
    desk.workspace.vocabulary.split_word(["银", "行"])
    assert readings(desk, "银行")[0] == ""
    assert readings(desk, "银行")[1] != ""
    desk.workspace.undo()
    assert readings(desk, "银行") == ["yín", "háng"]


def test_what_no_dictionary_has_is_known_when_its_parts_are(desk_with: Make) -> None:
    desk = desk_with("看看这三天。" * 5)
    desk.workspace.vocabulary.know(["看", "三", "天"])
    desk.show("source", "pinyin")
    desk.viewing.set("scope", "unknown")
    assert readings(desk, "三天") == ["", ""]
    assert readings(desk, "这") == ["zhè"]


def test_the_pinyin_of_a_word_is_hidden_whole_or_not_at_all(desk_with: Make) -> None:
    desk = desk_with(SIMPLE)
    desk.viewing.set("grouping", "word")
    desk.show("source", "pinyin")
    desk.viewing.set("scope", "unknown")
    desk.workspace.vocabulary.know(["银行"])
    assert desk.page.sheet is not None
    told = desk.page.sheet.typeset.told
    silenced = desk.page.sheet.typeset.silenced
    assert silenced is not None
    seen = told.without(silenced)
    starts = np.flatnonzero(told.lengths)
    for start in starts.tolist():
        end = start + int(told.lengths[start])
        assert len(set((seen.numbers[start:end] > 0).tolist())) == 1
    assert readings(desk, "银行") == ["", ""]


def test_compact_lines_are_set_anew(desk_with: Make) -> None:
    desk = desk_with("银行。\n饕餮。\n" * 3)
    desk.viewing.set("compact", True)
    desk.show("source", "pinyin")
    desk.viewing.set("scope", "unknown")
    assert desk.page.sheet is not None
    before = int(desk.page.sheet.typeset.layout.line_height[0])
    desk.workspace.vocabulary.know(["银行"])
    assert int(desk.page.sheet.typeset.layout.line_height[0]) < before


def test_shift_p_leads_through_the_scopes(desk_with: Make) -> None:
    desk = desk_with(SIMPLE)
    desk.viewing.next_scope()
    assert (desk.viewing.phonetics, desk.viewing.scope) == ("pinyin", "unknown")
    desk.viewing.next_scope()
    desk.viewing.next_scope()
    assert desk.viewing.scope == "all"


def test_pinyin_by_word_follows_a_split(desk_with: Make) -> None:
    desk = desk_with("那家银行很好。\n" * 3)
    desk.viewing.set("grouping", "word")
    desk.show("tw", "pinyin")

    def words() -> list[str]:
        assert desk.page.sheet is not None
        told = desk.page.sheet.typeset.told
        return [desk.page.sheet.readings.spellings.words[number] for number in told.words if number]

    assert "yínháng" in words()
    desk.workspace.vocabulary.split_word(["银", "行"])
    assert "yínháng" not in words()
    assert {"yín", "háng"} <= set(words())
    desk.workspace.undo()
    assert "yínháng" in words()


def glosses(desk: Desk) -> list[str]:
    """The short meanings that are told, each where it stands first."""
    assert desk.page.sheet is not None
    typeset = desk.page.sheet.typeset
    told = typeset.told if typeset.silenced is None else typeset.told.without(typeset.silenced)
    words = [desk.page.sheet.readings.spellings.words[number] for number in told.words if number]
    return list(dict.fromkeys(words))


@pytest.mark.parametrize("script", ["source", "tw", "twp"])
@pytest.mark.parametrize("vertical", [False, True])
def test_a_short_meaning_stands_in_place_of_the_reading(desk_with: Make, vertical: bool, script: str) -> None:
    desk = desk_with(SIMPLE)
    desk.viewing.set("vertical", vertical)
    desk.workspace.vocabulary.know(["我们", "今天", "去", "在", "水里", "水", "里"])
    desk.show(script, "pinyin")
    desk.viewing.set("gloss", True)
    assert glosses(desk) == []
    desk.viewing.set("scope", "unknown")
    assert "bank" in glosses(desk)
    assert "we" not in glosses(desk)
    assert readings(desk, "我们今天去") == [""] * 5
    desk.workspace.vocabulary.know(["银行"])
    assert "bank" not in glosses(desk)
    desk.workspace.undo()
    assert "bank" in glosses(desk)
    desk.viewing.set("gloss", False)
    assert glosses(desk) == []
    assert readings(desk, "银行") == ["yín", "háng"]


def told_places(typeset: Typeset, line: int) -> list[tuple[float, float]]:
    """Where along a line each meaning and each reading begins and ends."""
    told = typeset.told.within(int(typeset.layout.line_start[line]), int(typeset.layout.line_end[line]))
    runs = typeset.line(line).readings_along
    lefts = [place.x() for _, run in runs for place in run.positions()]
    # Those over whole words are drawn first.
    spelled = [typeset.drawn.words[number] for number in told.words.tolist() if number]
    single = np.setdiff1d(np.flatnonzero(told.numbers), told.in_words())
    spelled += [typeset.drawn.readings[int(told.numbers[place])] for place in single.tolist()]
    found, at = [], 0
    for spelling in spelled:
        found.append((lefts[at], lefts[at] + spelling.width))
        at += len(spelling.glyphs)
    assert at == len(lefts)
    return sorted(found)


@pytest.mark.parametrize("grouping", ["syllable", "word"])
@pytest.mark.parametrize("measure", [24, 36, 44])
def test_short_meanings_never_collide_and_stay_in_the_line(
    desk_with: Make, grouping: str, measure: int
) -> None:
    desk = desk_with(sample("tea-ferry.txt"))
    desk.viewing.set("grouping", grouping)
    desk.viewing.set("measure", measure)
    desk.viewing.set("gloss", True)
    desk.show("source", "pinyin")
    desk.viewing.set("scope", "unknown")
    assert desk.page.sheet is not None
    read_all(desk.page.sheet)
    typeset = desk.page.sheet.typeset
    assert len(glosses(desk)) > 50
    for line in range(len(typeset.layout)):
        over = told_places(typeset, line)
        for (_, right), (left, _) in pairwise(over):
            assert left >= right + typeset.metrics.reading_gap - 1
        if over:
            assert over[0][0] >= -1
            assert over[-1][1] <= typeset.layout.measure + desk.viewing.size
