"""The article in a file of Markdown: its text with blocks, and what its front matter says of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from .draft import ArticleDraft, BlockKind
from .rows import Row, assembled, code_rows, flowed, heading_row

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_FRONT_MATTER_SIZE = 64 * 1024
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?=$|[T\s])")
_SPOKEN = re.compile(r"<(/?)(?:rt|rp|rtc)\b", re.IGNORECASE)
_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_CONTAINERS: dict[str, BlockKind] = {"blockquote": "quote", "list_item": "item"}


def read_markdown(text: str, *, title: str = "", path: str = "", encoding: str = "") -> ArticleDraft:
    """The article in a text of Markdown; `title` is for one that has none.

    Emphasis and links keep their text, images go, a heading of the first level at the start is the
    title.
    """
    fields, body = _parts(text)
    rows = list(_rows(body))
    if rows and rows[0].kind == "heading" and rows[0].level == 1:
        rows[0] = Row("title", 1, rows[0].text)
    rows = [heading_row(row.level, row.text) if row.kind == "heading" else row for row in rows]
    shown, blocks = assembled(rows)
    headline = rows[0].text if rows and rows[0].kind == "title" else title
    published = _DATE.match(_field(fields, "published", "date"))
    return ArticleDraft(
        title=_field(fields, "title") or headline,
        text=shown,
        blocks=blocks,
        source=_field(fields, "source"),
        author=_field(fields, "author", "authors"),
        url=_field(fields, "url"),
        published=published[0] if published else "",
        encoding=encoding,
        path=path,
    )


def _parts(text: str) -> tuple[Mapping[object, object], str]:
    """The front matter and the rest; a text that only begins like one is all rest."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    found = _FRONT_MATTER.match(text)
    if not found or len(found[1]) > _FRONT_MATTER_SIZE:
        return {}, text
    try:
        # The base loader makes strings of all scalars, and nothing else of anything.
        fields = YAML(typ="base", pure=True).load(found[1])
    except (YAMLError, ValueError, RecursionError):
        return {}, text
    return (fields, text[found.end() :]) if isinstance(fields, Mapping) else ({}, text)


def _field(fields: Mapping[object, object], *names: str) -> str:
    for name in names:
        value = fields.get(name)
        if isinstance(value, str) and value.strip():
            return flowed(value)
        if isinstance(value, Sequence) and value and all(isinstance(item, str) for item in value):
            return "、".join(flowed(str(item)) for item in value)
    return ""


def _rows(body: str) -> Iterator[Row]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    kinds: list[BlockKind] = ["paragraph"]
    level = 0
    cells: list[str] = []
    in_row = False
    for token in parser.parse(body):
        name = token.type.removesuffix("_open").removesuffix("_close")
        if name in _CONTAINERS:
            if token.nesting > 0:
                kinds.append(_CONTAINERS[name])
            else:
                kinds.pop()
        elif name == "heading":
            level = int(token.tag[1:]) if token.nesting > 0 else 0
        elif name == "tr":
            in_row = token.nesting > 0
            if not in_row:
                yield Row(kinds[-1], 0, flowed(" ".join(cells)))
                cells.clear()
        elif name == "inline":
            lines = _lines(token.children or ())
            if in_row:
                cells.append(" ".join(lines))
            elif level:
                yield Row("heading", level, " ".join(lines))
            else:
                yield from (Row(kinds[-1], 0, line) for line in lines)
        elif name in ("fence", "code_block"):
            yield from code_rows(token.content)
        elif name == "html_block":
            yield from _html_rows(token.content)


def _lines(tokens: Iterable[Token]) -> list[str]:
    """The text of inline tokens, cut at hard breaks, without what is empty."""
    lines = [""]
    spoken = 0  # how deep in the readings of a ruby
    for token in tokens:
        if token.type == "hardbreak":
            lines.append("")
        elif token.type == "softbreak":
            lines[-1] += "\n"
        elif token.type == "html_inline":
            if mark := _SPOKEN.match(token.content):
                spoken = max(spoken + (-1 if mark[1] else 1), 0)
            elif _BREAK.match(token.content):
                lines.append("")
        elif token.type in ("text", "code_inline") and not spoken:
            lines[-1] += token.content
    return [line for line in map(flowed, lines) if line]


def _html_rows(fragment: str) -> list[Row]:
    from .html import read_html

    draft = read_html(fragment, whole=True)
    return [Row(block.kind, block.level, draft.text[block.start : block.end]) for block in draft.blocks]
