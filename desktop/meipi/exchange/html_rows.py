"""Walks a tree of HTML and gives its text row by row."""

from __future__ import annotations

import re
from typing import Any

from .draft import BlockKind
from .rows import Row, code_rows, flowed, heading_row

_DROPPED = re.compile(
    "audio|button|canvas|datalist|embed|head|iframe|input|link|math|meta|noscript|object|option|rp|rt|rtc"
    "|script|select|style|svg|template|textarea|title|video"
)
_BLOCK = re.compile(
    "address|article|aside|blockquote|body|caption|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption"
    "|figure|footer|form|h[1-6]|header|hgroup|hr|html|legend|li|main|menu|nav|ol|p|pre|section|summary|table"
    "|tbody|tfoot|thead|tr|ul"
)
_KINDS: dict[str, BlockKind] = {"blockquote": "quote", "li": "item", "pre": "code"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def rows_of(root: Any) -> list[Row]:
    """The rows of an lxml element: paragraphs, headings, quotes, items and lines of code, in order.

    Inline markup leaves nothing behind, `br` ends a row, and of a ruby only the base is kept.
    """
    from lxml import etree

    walk = _Walk()
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        kept = _is_kept(element)
        if event == "start":
            if kept:
                walk.enter(element.tag, element.text or "")
            else:
                walker.skip_subtree()
        else:
            if kept:
                walk.leave(element.tag)
            if element is not root:
                walk.add(element.tail or "")
    walk.flush()
    return walk.rows


class _Walk:
    """The rows so far, the text since the last, and the blocks that are open around it."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._text: list[str] = []
        self._open: list[tuple[BlockKind, int]] = [("paragraph", 0)]

    def enter(self, tag: str, text: str) -> None:
        if _BLOCK.fullmatch(tag):
            self.flush()
            self._open.append(self._kind(tag))
        elif tag == "br":
            self._break()
        elif tag in ("td", "th"):
            self.add(" ")
        self.add(text)

    def leave(self, tag: str) -> None:
        if _BLOCK.fullmatch(tag):
            self.flush()
            self._open.pop()

    def add(self, text: str) -> None:
        self._text.append(text)

    def flush(self) -> None:
        text = "".join(self._text)
        self._text.clear()
        kind, level = self._open[-1]
        if kind == "code":
            if text.strip():
                self.rows.extend(code_rows(text))
        elif line := flowed(text):
            self.rows.append(heading_row(level, line) if kind == "heading" else Row(kind, level, line))

    def _break(self) -> None:
        if self._open[-1][0] == "code":
            self.add("\n")
        else:
            self.flush()

    def _kind(self, tag: str) -> tuple[BlockKind, int]:
        if re.fullmatch("h[1-6]", tag):
            return "heading", int(tag[1])
        return (_KINDS[tag], 0) if tag in _KINDS else self._open[-1]


def _is_kept(element: Any) -> bool:
    """Whether an element is shown as text: comments and entities have no name, and some are hidden."""
    if not isinstance(element.tag, str) or _DROPPED.fullmatch(element.tag):
        return False
    return element.get("hidden") is None and not _HIDDEN.search(element.get("style", ""))
