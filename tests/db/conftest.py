"""A library in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from meipi_db import Library

TEXT = "柴達木盆地，鹽湖星羅棋布。\r\n青海的\0鹽𠀀湖\r水𩵚天一色。\n"
"""With both line endings, a NUL and hanzi of the supplementary planes."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.meipi"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library(path) as opened:
        yield opened


@pytest.fixture
def text() -> str:
    return TEXT
