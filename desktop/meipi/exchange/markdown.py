"""The article in a file of Markdown: its text with blocks, and what its front matter says of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import unescape
from typing import TYPE_CHECKING

from .draft import ArticleDraft, InlineKind
from .html import fragment_rows
from .inlines import link_target
from .list_markers import Listing
from .row_writer import RowWriter
from .rows import Row, assembled, flowed

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_FRONT_MATTER_SIZE = 64 * 1024
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?=$|[T\s])")
_SPOKEN = re.compile(r"<(/?)(?:rt|rp|rtc)\b", re.IGNORECASE)
_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_TAG = re.compile(
    r"""<(/?)(a|b|code|em|i|kbd|strong)(?:\s(?:.*?\s)?href\s*=\s*("[^"]*"|'[^']*'|[^\s>]+))?[\s>/]""",
    re.IGNORECASE | re.DOTALL,
)
_TAGS: dict[str, InlineKind] = {
    "a": "link", "b": "strong", "code": "code", "em": "emphasis", "i": "emphasis", "kbd": "code",
    "strong": "strong",
}  # fmt: skip
_MARKUP: dict[str, InlineKind] = {"em": "emphasis", "link": "link", "strong": "strong"}


def read_markdown(text: str, *, title: str = "", path: str = "", encoding: str = "") -> ArticleDraft:
    """The article in a text of Markdown; `title` is for one that has none.

    A heading of the first level at the start is the title.
    """
    fields, body = _parts(text)
    rows = _rows(body)
    if rows and rows[0].kind == "heading" and rows[0].level == 1:
        rows[0] = rows[0]._replace(kind="title")
    shown, blocks, inlines = assembled(rows)
    headline = rows[0].text if rows and rows[0].kind == "title" else title
    published = _DATE.match(_field(fields, "published", "date"))
    return ArticleDraft(
        title=_field(fields, "title") or headline,
        text=shown,
        blocks=blocks,
        inlines=inlines,
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


def _rows(body: str) -> list[Row]:
    from markdown_it import MarkdownIt

    writer = RowWriter()
    in_cell = False
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(body):
        match token.type:
            case "blockquote_open":
                writer.enter("quote")
            case "heading_open":
                writer.enter("heading", int(token.tag[1:]))
            case "bullet_list_open":
                writer.enter_list(Listing(None))
            case "ordered_list_open":
                start = token.attrGet("start")
                writer.enter_list(Listing("1", 1 if start is None else int(start), token.markup))
            case "list_item_open":
                writer.enter_item()
            case "paragraph_open" | "tr_open":
                writer.enter_group()
            case "bullet_list_close" | "ordered_list_close":
                writer.leave_list()
            case "blockquote_close" | "heading_close" | "list_item_close" | "paragraph_close" | "tr_close":
                writer.leave()
            case "th_open" | "td_open":
                in_cell = True
                writer.add(" ")
            case "th_close" | "td_close":
                in_cell = False
            case "inline":
                _write_inline(writer, token.children or (), in_line=in_cell or writer.kind == "heading")
            case "fence" | "code_block":
                writer.enter("code")
                writer.add(token.content)
                writer.leave()
            case "html_block":
                writer.rows.extend(fragment_rows(token.content))
    return writer.rows


def _write_inline(writer: RowWriter, tokens: Iterable[Token], *, in_line: bool) -> None:
    """Write inline tokens; where all is one line, hard breaks are spaces."""
    spoken = 0  # how deep in the readings of a ruby
    for token in tokens:
        name, _, side = token.type.rpartition("_")
        if token.type in ("text", "code_inline"):
            if not spoken:
                _write_text(writer, token)
        elif token.type == "softbreak":
            writer.add("\n")
        elif token.type == "hardbreak" or (token.type == "html_inline" and _BREAK.match(token.content)):
            if in_line:
                writer.add(" ")
            else:
                writer.flush()
        elif token.type == "html_inline":
            if mark := _SPOKEN.match(token.content):
                spoken = max(spoken + (-1 if mark[1] else 1), 0)
            elif tag := _TAG.match(token.content):
                _write_tag(writer, *tag.groups(""))
        elif token.type == "image":
            words = "".join(child.content for child in token.children or ()) or str(
                token.attrGet("title") or ""
            )
            writer.image(words, str(token.attrGet("src") or ""))
        elif name in _MARKUP:
            _write_markup(writer, _MARKUP[name], str(token.attrGet("href") or ""), closing=side == "close")
    writer.close_all()


def _write_text(writer: RowWriter, token: Token) -> None:
    if token.type == "code_inline":
        writer.open("code")
        writer.add(token.content)
        writer.close("code")
    else:
        writer.add(token.content)


def _write_tag(writer: RowWriter, slash: str, name: str, address: str) -> None:
    _write_markup(writer, _TAGS[name.lower()], unescape(address.strip("\"'")), closing=bool(slash))


def _write_markup(writer: RowWriter, kind: InlineKind, address: str, *, closing: bool) -> None:
    if closing:
        writer.close(kind)
    elif kind != "link":
        writer.open(kind)
    elif target := link_target(address):
        writer.open(kind, target)
