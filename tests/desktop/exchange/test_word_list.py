from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meipi.exchange.word_list import WordList, read, write


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("银行", ["银行"]),
        ("\ufeff銀行", ["銀行"]),
        ("  银行  ", ["银行"]),
        ("1. 银行", ["银行"]),
        ("12、银行", ["银行"]),
        ("- 银行", ["银行"]),
        ("银行\tyín háng\tbank", ["银行"]),
        ("银行,yín háng,bank", ["银行"]),
        ("银行 yín háng bank", ["银行"]),
        ("銀行\t银行\tyín háng\tbank; 钱庄", ["銀行", "银行"]),
        ("爸爸|爸", ["爸爸", "爸"]),
        ("爸爸 / 爸", ["爸爸", "爸"]),
        ("点1", ["点"]),
        ("白（形）", ["白"]),
        ("(大)家", ["家"]),
        ("卡拉OK", ["卡拉OK"]),
        ("T恤", ["T恤"]),
        ("哈利·波特", ["哈利·波特"]),
        ('"银行","yín háng"', ["银行"]),
        ("yín háng\t银行", ["银行"]),
        ("𠮷", ["𠮷"]),
        ("bank", []),
        ("123", []),
        ("他在银行里数钱。", []),
        ("我们今天去银行因为他在银行里数钱", []),
    ],
)
def test_what_a_line_holds(line: str, words: list[str]) -> None:
    found = read(line)
    assert list(found.words) == words
    assert found.strange == (() if words else (line.strip(),))


def test_a_whole_list() -> None:
    text = "# HSK 1\r\n\r\n爱\tài\tto love\r\n八\r\n爱\n???\n"
    assert read(text) == WordList(("爱", "八"), ("???",))


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    found = read(text)
    assert all(word and not word.isspace() for word in found.words)
    assert len(set(found.words)) == len(found.words)


def test_a_table_is_written_with_one_line_a_row() -> None:
    assert write([("盐湖", "yán\thú", "salt\nlake"), ("a", "", "b")]) == "盐湖\tyán hú\tsalt lake\na\t\tb\n"


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2)))
def test_every_row_has_its_fields(rows: list[list[str]]) -> None:
    lines = write(rows).split("\n")[:-1]
    assert len(lines) == len(rows)
    assert all(line.count("\t") == 1 for line in lines)
