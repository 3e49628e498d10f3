"""The README's tables are those of the program."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))

import readme


def test_tables_are_up_to_date() -> None:
    text = readme.README.read_text("utf-8")
    assert "<!-- keys -->" in text
    assert "<!-- figures -->" in text
    assert readme.written(text) == text


def test_picture_is_there() -> None:
    for line in readme.README.read_text("utf-8").splitlines():
        if line.startswith("!["):
            assert (readme.ROOT / line.rpartition("(")[2].rstrip(")")).is_file()
