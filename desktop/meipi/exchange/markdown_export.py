"""Marks and notes as a Markdown file, in the first form of the export.

The quote comes first and exactly as in the source; what the user may switch on stands beneath it. The
same article and marks give the same text, to the byte.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

from meipi.language.span import Span

from . import front_matter
from .addresses import address
from .draft import Block
from .markdown_text import beneath, escaped
from .output import file_name, write
from .structure import lines_of

__all__ = ["ExportArticle", "ExportMark", "ExportOptions", "file_name", "render", "write"]

_NOTE_LEVEL = 3
_QUOTATION = {"“": "”", "「": "」", "『": "』", "‘": "’", '"': '"'}
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class ExportArticle:
    """What an export says of an article. `saved` is the UTC date on which it came into the library;
    `blocks` are empty where the text's structure is not known."""

    uid: str
    title: str
    text: str
    source: str = ""
    author: str = ""
    url: str = ""
    published: str = ""
    saved: str = ""
    script: str = ""
    tags: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportMark:
    """What an export says of a mark. `span` counts code points of the article's text, None for a mark that is
    not in it any more; `colour` is the name to show, `created` and `modified` are UTC times in ISO 8601."""

    id: int
    span: Span | None
    exact: str
    note: str = ""
    tags: tuple[str, ...] = ()
    colour: str = ""
    style: str = "ground"
    created: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """The extra lines: the quote converted by the OpenCC configuration `config`, and its pinyin."""

    converted: bool = False
    config: str = ""
    pinyin: bool = False
    exceptions: tuple[tuple[str, str], ...] = ()
    """Forms that are converted otherwise: as in the source, and as shown."""


_PLAIN = ExportOptions()

NOT_IN_TEXT = "已不在文中"
"""Heads the marks that the text, which has changed since, has no place for; the same in every language of the
interface, as the names of the colours are."""


def render(article: ExportArticle, marks: Collection[ExportMark], options: ExportOptions = _PLAIN) -> str:
    """The whole file: front matter, title, and the marks by their place, under those of the article's
    headings that hold one; at last those that are not in its text. It ends with one line ending."""
    parts = [f"# {escaped(article.title)}"]
    section: Block | None = None
    placed = [(mark.span, mark.id, mark) for mark in marks if mark.span is not None]
    for span, _, mark in sorted(placed, key=lambda each: each[:2]):
        heading = _heading(article.blocks, span.start)
        if heading is not None and heading != section:
            section = heading
            parts.append(f"## {escaped(article.text[heading.start : heading.end])}")
        parts.extend(_entry(article, mark, options))
    elsewhere = sorted((mark for mark in marks if mark.span is None), key=lambda mark: mark.id)
    if elsewhere:
        parts.append(f"## {NOT_IN_TEXT}")
    for mark in elsewhere:
        parts.extend(_entry(article, mark, options))
    text = _front_matter(article, options) + "\n" + "\n\n".join(parts) + "\n"
    return _SURROGATE.sub("\ufffd", text)


def _front_matter(article: ExportArticle, options: ExportOptions) -> str:
    fields: list[tuple[str, str | Sequence[str]]] = [
        ("title", article.title),
        ("source", article.source),
        ("author", article.author),
        ("url", article.url),
        ("published", article.published),
        ("saved", article.saved),
        ("script", article.script),
    ]
    if options.converted:
        fields.append(("conversion", f"{options.config} (OpenCC {_opencc_version()})"))
    return front_matter.render([*fields, ("tags", article.tags), ("meipi", article.uid)])


def _heading(blocks: Iterable[Block], offset: int) -> Block | None:
    """The heading that a place stands under or in."""
    before = [block for block in blocks if block.kind == "heading" and block.start <= offset]
    return max(before, key=lambda block: block.start, default=None)


def _entry(article: ExportArticle, mark: ExportMark, options: ExportOptions) -> list[str]:
    parts = [_quote(mark.exact)]
    if options.converted or options.pinyin:
        parts.extend(_glosses(article, mark, options))
    if mark.note.strip():
        parts.append(beneath(mark.note, _NOTE_LEVEL))
    parts.append(_last_line(article, mark))
    return parts


def _quote(exact: str) -> str:
    """The quote as a block of `>` lines, in quotation marks unless it has its own."""
    paragraphs = [escaped(line.text) for line in lines_of(exact)]
    if not _is_quoted(exact.strip()):
        first, last = (paragraphs[0], paragraphs[-1]) if paragraphs else ("", "")
        if len(paragraphs) > 1:
            paragraphs[0], paragraphs[-1] = f"“{first}", f"{last}”"
        else:
            paragraphs = [f"“{first}”"]
    return "\n>\n".join(f"> {paragraph}" for paragraph in paragraphs)


def _is_quoted(text: str) -> bool:
    """Whether one pair of quotation marks holds the whole text. Each further paragraph of a quotation
    may open anew, as is the custom, without closing."""
    closing = _QUOTATION.get(text[:1])
    if closing is None or len(text) < 2 or not text.endswith(closing):
        return False
    opening = text[0]
    inner = "\n".join(line.text.removeprefix(opening) for line in lines_of(text))[:-1]
    depth = 1
    for character in inner:
        if character == closing:
            depth -= 1
        elif character == opening:
            depth += 1
        if depth == 0:
            return False
    return depth == 1


def _glosses(article: ExportArticle, mark: ExportMark, options: ExportOptions) -> list[str]:
    """The extra lines, one of each kind a paragraph, read in the whole of its paragraph."""
    from . import gloss

    text, (start, end) = (article.text, mark.span) if mark.span else (mark.exact, (0, len(mark.exact)))
    converted, pinyin = [], []
    for line in lines_of(text):
        first, last = max(line.start, start), min(line.end, end)
        if first >= last:
            continue
        paragraph = text[line.start : line.end]
        span = Span(first - line.start, last - line.start)
        if options.converted:
            converted.append(escaped(gloss.converted(paragraph, span, options.config, options.exceptions)))
        if options.pinyin and (reading := gloss.romanised(paragraph, span)):
            pinyin.append(f"*{escaped(reading)}*")
    return ["\n".join([*converted, *pinyin])] if converted or pinyin else []


def _last_line(article: ExportArticle, mark: ExportMark) -> str:
    tags = " ".join(f"#{_tag(tag)}" for tag in mark.tags if _tag(tag))
    link = f"[open]({address(article.uid, mark.id)}) ^m{mark.id}"
    when = mark.created[:16].replace("T", " ")
    return " · ".join(part for part in (tags, mark.colour, when, link) if part)


def _tag(tag: str) -> str:
    """A tag in one word, as the programs that know tags want it."""
    return escaped("-".join(tag.strip("# \t\n").split()))


@cache
def _opencc_version() -> str:
    return version("OpenCC")
