"""What may be chosen for a word: readings, and where it is divided."""

from __future__ import annotations

import pytest

from meipi.language.span import Span
from meipi.language.splits import NONE, Splits
from meipi.reading.word_choices import corrected_at, divisions, readings

TEXT = "他研究生命的起源"


def test_the_reading_here_comes_first_then_the_dictionary_s_then_others() -> None:
    found = readings("还", Span(0, 1), ["huán"], ["hái", "Huán"])
    assert found[:2] == ["huán", "hái"]
    assert len(found) == len(set(found))


def test_of_a_word_one_hanzi_at_a_time_is_read_otherwise() -> None:
    found = readings("银行", Span(0, 2), ["yín", "háng"], ["yín háng"])
    assert found[0] == "yín háng"
    assert "yín xíng" in found
    assert all(len(each.split()) == 2 for each in found)


@pytest.mark.parametrize("reading", ["huā r", "yin2 hang2", "ㄧㄣˊ ㄏㄤˊ", "yín", ""])
def test_what_has_no_syllable_of_pinyin_for_each_hanzi_is_left_out(reading: str) -> None:
    assert reading not in readings("银行", Span(0, 2), ["yín", "háng"], [reading])


@pytest.mark.parametrize(
    ("span", "splits", "ways"),
    [
        (Span(1, 3), NONE, [("研", "究")]),
        # Of hanzi that are no word by the words around them, one can be made.
        (Span(1, 4), NONE, [("研究生", "命")]),
        (Span(1, 4), Splits([("研究生", "命")]), [("研", "究生"), ("研究", "生")]),
        (Span(0, 1), NONE, []),
    ],
)
def test_divisions(span: Span, splits: Splits, ways: list[tuple[str, ...]]) -> None:
    assert divisions(TEXT, span, splits) == ways


def test_the_correction_at_a_place() -> None:
    assert corrected_at("他在銀行工作", 3, ["银行", "工作"]) == "银行"
    assert corrected_at("他在銀行工作", 3, ["银行", "银行工作"]) == "银行工作"
    assert corrected_at("他在銀行工作", 1, ["银行"]) is None
