"""Rows of a structured source (HTML, Markdown) on their way to a text with blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from .draft import Block, BlockKind

_CJK = r"\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff“”‘’…—"
_BREAK = re.compile(rf"(?<=[{_CJK}])[ \t]*[\r\n\f][ \t\r\n\f]*(?=[{_CJK}])")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_ENDING = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


class Row(NamedTuple):
    """One block to be: its kind, its level (see `draft.Block`) and its text, which is one line."""

    kind: BlockKind
    level: int
    text: str


def flowed(text: str) -> str:
    """Running text as one line: white space collapses, and a line broken between two hanzi leaves none."""
    text = _SPACE.sub(" ", _BREAK.sub("", text))
    return _ENDING.sub(" ", text).strip()


def code_rows(text: str) -> list[Row]:
    """The lines of a piece of code, each as it stands, without blank lines around them."""
    return [Row("code", 0, line.rstrip()) for line in _ENDING.split(text.strip("\r\n"))]


def heading_row(level: int, text: str) -> Row:
    """A heading beneath the title: h1 counts as h2."""
    return Row("heading", min(max(level, 2), 6), text)


def assembled(rows: Iterable[Row]) -> tuple[str, tuple[Block, ...]]:
    """The text, one row a line, and its blocks; an empty row is a blank line and makes no block."""
    lines: list[str] = []
    blocks: list[Block] = []
    offset = 0
    for row in rows:
        if row.text.strip():
            blocks.append(Block(row.kind, offset, offset + len(row.text), row.level))
        lines.append(row.text)
        offset += len(row.text) + 1
    return "\n".join(lines), tuple(blocks)
