"""An article of a StarDict dictionary as plain text: its reading, and its senses, a line each."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from meipi.exchange.dictionary_error import DictionaryError
from meipi.language import cedict

# Types of data: text, text in an encoding of the place, text with markup, readings; what cannot be shown.
_PLAIN, _LOCAL, _MARKUP, _READING = "mnw", "l", "ghxk", "ty"
_TEXT, _NOT_TEXT = frozenset(_PLAIN + _LOCAL + _MARKUP + _READING), frozenset("rWPX")
_BREAKS = frozenset(
    [
        "article",
        "blockquote",
        "br",
        "dd",
        "def",
        "div",
        "dl",
        "dt",
        "ex",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "section",
        "table",
        "tr",
        "ul",
    ]
)
_SKIPPED = frozenset(["style", "script", "head", "title"])
_WIKI = re.compile(r"'{2,}|\[\[(?:[^\]|]*\|)?([^\]]*)\]\]")


class Article(NamedTuple):
    """What it says; `unreadable` tells that it has bytes that are no text, with marks in their place."""

    reading: str
    senses: tuple[str, ...]
    unreadable: bool


def read_article(data: bytes, types: str, path: str) -> Article:
    """`types` is what sametypesequence says; without it each part of an article tells its own type."""
    readings: list[str] = []
    senses: list[str] = []
    unreadable = False
    for kind, part in _parts(data, types, path):
        if kind in _NOT_TEXT:
            continue
        if kind not in _TEXT:
            raise DictionaryError("damaged", path, f"type {kind!r}")
        text = _decoded(part, kind)
        unreadable = unreadable or "\ufffd" in text
        if kind in _MARKUP:
            text = plain(text)
        elif kind == "w":
            text = _WIKI.sub(r"\1", text)
        lines = [" ".join(line.split()) for line in text.splitlines()]
        if kind in _READING:
            readings += filter(None, lines)
        else:
            senses += filter(None, lines)
    return Article(cedict.marked(" ".join(readings)), tuple(senses), unreadable)


def plain(markup: str) -> str:
    """The text of HTML, Pango markup or XDXF, with line breaks where its blocks end."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return "".join(reader.text)


def _parts(data: bytes, types: str, path: str) -> Iterator[tuple[str, bytes]]:
    """The data of each type: up to a NUL, or of a capital after its size; the last of `types` has neither."""
    at = 0
    for kind in types[:-1]:
        part, at = _part(data, at, kind, path)
        yield kind, part
    if types:
        yield types[-1], data[at:].rstrip(b"\0") if types[-1].islower() else data[at:]
        return
    while at < len(data):
        kind = chr(data[at])
        part, at = _part(data, at + 1, kind, path)
        yield kind, part


def _part(data: bytes, at: int, kind: str, path: str) -> tuple[bytes, int]:
    if kind.islower():
        end = data.find(b"\0", at)
        # The last one often lacks its end.
        end = len(data) if end < 0 else end
        return data[at:end], end + 1
    if at + 4 > len(data):
        raise DictionaryError("truncated", path)
    (size,) = struct.unpack_from(">I", data, at)
    if at + 4 + size > len(data):
        raise DictionaryError("truncated", path)
    return data[at + 4 : at + 4 + size], at + 4 + size


def _decoded(data: bytes, kind: str) -> str:
    if kind == _LOCAL:
        for encoding in ("utf-8", "gb18030"):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    return data.decode("utf-8", "replace")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self._skipping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BREAKS:
            self.text.append("\n")
        self._skipping += tag in _SKIPPED

    def handle_endtag(self, tag: str) -> None:
        if tag in _BREAKS and tag != "br":
            self.text.append("\n")
        self._skipping = max(0, self._skipping - (tag in _SKIPPED))

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self.text.append(data)
