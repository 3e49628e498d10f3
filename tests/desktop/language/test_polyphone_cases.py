"""The project's own cases: a hanzi in its words, marked by brackets, and how it is read there.

Written for this project, of the same kinds as what people read; in Simplified, and read in Traditional too.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from meipi.language import pinyin, script

CASES = [
    tuple(line.rsplit(" ", 1))
    for line in Path(__file__).with_name("cases").joinpath("polyphones.txt").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_it_is_read_so_in_either_script(marked: str, expected: str) -> None:
    offset = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    assert pinyin.read(text)[offset] == expected
    assert pinyin.read(script.convert(text, "s2t").text)[offset] == expected
