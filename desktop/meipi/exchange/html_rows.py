"""Walks a tree of HTML and gives its text row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .draft import BlockKind, InlineKind
from .inlines import image_target, link_target
from .list_markers import Listing, NumberForm
from .row_writer import RowWriter
from .rows import Row
from .ruby import READINGS, Ruby

_DROPPED = {
    "audio", "button", "canvas", "datalist", "embed", "head", "iframe", "input", "link", "math", "meta",
    "noscript", "object", "option", "rp", "rt", "rtc", "script", "select", "style", "svg", "template",
    "textarea", "title", "video", "{http://www.w3.org/1998/Math/MathML}math",
    "{http://www.w3.org/2000/svg}svg",
}  # fmt: skip
_BLOCK = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol",
    "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
}  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_GROUPS = {"p", "div", "section", "body", "html", "article", "main"}
_KINDS: dict[str, BlockKind] = {"blockquote": "quote", "pre": "code"}
_LISTS = ("ul", "ol", "menu", "dir")
_INLINES: dict[str, InlineKind] = {
    "a": "link", "b": "strong", "code": "code", "em": "emphasis", "i": "emphasis", "kbd": "code",
    "samp": "code", "strong": "strong", "tt": "code",
}  # fmt: skip
_NUMBER = re.compile(r"\s*([+-]?[0-9]{1,9})")
_FORMS: tuple[NumberForm, ...] = ("1", "a", "A", "i", "I")  # of the attribute `type`
_STYLES: dict[str, NumberForm] = {
    "cjk-ideographic": "一", "decimal": "1", "lower-alpha": "a", "lower-latin": "a", "lower-roman": "i",
    "none": "", "simp-chinese-informal": "一", "trad-chinese-informal": "一", "upper-alpha": "A",
    "upper-latin": "A", "upper-roman": "I",
}  # fmt: skip
_STYLE = re.compile(rf"list-style(?:-type)?\s*:[^;]*?(?<![\w-])({'|'.join(_STYLES)})(?![\w-])", re.IGNORECASE)
_ADDRESSES = ("data-src", "data-original", "src")
"""Attributes with the address of an image: those of pages that load it late come first."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def rows_of(root: Any) -> list[Row]:
    """The rows of an lxml element: paragraphs, headings, quotes, items, lines of code, images, in order.

    `br` ends a row. Of a ruby the base is kept, and its reading is an inline of the kind "ruby".
    """
    return rows_and_places(root, frozenset())[0]


def rows_and_places(root: Any, wanted: frozenset[str]) -> tuple[list[Row], dict[str, int]]:
    """`rows_of`, and for each `id` that is wanted and there, the number of the row that it stands in, or of
    the one that follows."""
    walk = _Walk()
    writer = walk.writer
    write, add = writer.write, writer.add
    places: dict[str, int] = {}
    if not _is_kept(root):
        return [], places
    walk.enter(root)
    opened: list[tuple[Any, Iterator[Any]]] = []
    element, children = root, iter(root)
    while True:
        for child in children:
            # Most of a book is paragraphs of text alone.
            if child.tag == "p" and not len(child):
                names = child.keys()
                is_plain = not names or (
                    "style" not in names and "hidden" not in names and child.get("id") not in wanted
                )
                if is_plain and write(child.text, child.tail):
                    continue
            if _is_kept(child):
                opened.append((element, children))
                walk.enter(child)
                if wanted and child.get("id") in wanted:
                    places.setdefault(child.get("id"), len(writer.rows))
                element, children = child, iter(child)
                break
            walk.pass_over(child)
            add(child.tail)
        else:
            walk.leave(element)
            if not opened:
                break
            add(element.tail)
            element, children = opened.pop()
    writer.flush()
    return writer.rows, places


class _Walk:
    """What the elements met so far have written."""

    def __init__(self) -> None:
        self.writer = RowWriter()
        self._figures: list[str | None] = []
        """Of each open figure that has a caption for an image the address of that, of others None."""
        self._caption: Any = None
        """The caption that is open: it is one row, whatever is in it."""
        self._rubies: list[Ruby] = []

    def enter(self, element: Any) -> None:
        tag = element.tag
        if tag in _GROUPS and self._caption is None:
            self.writer.enter_group()
        elif tag in _INLINES:
            self._open_inline(element)
        elif self._caption is not None:
            if tag in _BLOCK or tag == "br":
                self.writer.add("\n")
        elif tag in _BLOCK:
            self._enter_block(element)
        elif tag == "br":
            self._break()
        elif tag in ("td", "th"):
            self.writer.add(" ")
        elif tag == "img" and not any(address is not None for address in self._figures):
            self.writer.image(element.get("alt") or element.get("title", ""), image_address(element))
        elif tag == "ruby":
            self._rubies.append(Ruby(element))
            self._begin_reading()
        self.writer.add(element.text)

    def pass_over(self, element: Any) -> None:
        """Meet an element whose content is no text of the article."""
        if element.tag in READINGS and self._rubies and not self._rubies[-1].by_base:
            self._end_reading()
            self._begin_reading()

    def leave(self, element: Any) -> None:
        tag = element.tag
        if tag in _GROUPS and self._caption is None:
            self.writer.leave()
        elif tag in _INLINES:
            if tag != "a" or link_target(element.get("href", "")):
                self.writer.close(_INLINES[tag])
        elif self._caption is not None and element is not self._caption:
            if tag in _BLOCK:
                self.writer.add("\n")
        elif tag in _LISTS:
            self.writer.leave_list()
        elif tag in _BLOCK:
            self.writer.leave()
            if tag == "figcaption":
                self._caption = None
            elif tag == "figure":
                self._figures.pop()
        elif tag == "rb":
            if self._rubies and self._rubies[-1].by_base:
                self._end_reading()
                self._begin_reading()
        elif tag == "ruby" and self._rubies:
            self._end_reading()
            self._rubies.pop()

    def _begin_reading(self) -> None:
        ruby = self._rubies[-1]
        if reading := ruby.next_reading():
            self.writer.open("ruby", reading)
            ruby.is_open = True

    def _end_reading(self) -> None:
        ruby = self._rubies[-1]
        if ruby.is_open:
            self.writer.close("ruby")
            ruby.is_open = False

    def _open_inline(self, element: Any) -> None:
        if element.tag != "a":
            self.writer.open(_INLINES[element.tag])
        elif target := link_target(element.get("href", "")):
            self.writer.open("link", target)

    def _enter_block(self, element: Any) -> None:
        tag = element.tag
        if tag in _HEADINGS:
            self.writer.enter("heading", _HEADINGS[tag])
        elif tag in _KINDS:
            self.writer.enter(_KINDS[tag])
        elif tag in _LISTS:
            self.writer.enter_list(_listing(element))
        elif tag == "li":
            self.writer.enter_item(_number(element.get("value")))
        elif tag == "figcaption" and self._figures and self._figures[-1] is not None:
            self._caption = element
            self.writer.enter("image", target=self._figures[-1])
        else:
            self.writer.enter_group()
            if tag == "figure":
                self._figures.append(_captioned_image(element))

    def _break(self) -> None:
        if self.writer.kind == "code":
            self.writer.add("\n")
        else:
            self.writer.flush()


def _captioned_image(figure: Any) -> str | None:
    """The address of a figure's first image, if the figure has a caption; else None."""
    image, caption = figure.find(".//img"), figure.find(".//figcaption")
    if image is None or caption is None or not "".join(caption.itertext()).strip():
        return None
    return image_address(image)


def image_address(image: Any) -> str:
    """The address of an `img`, or "" when it has none that can be kept."""
    addresses = (image_target(image.get(name, "")) for name in _ADDRESSES)
    return next(filter(None, addresses), "")


def _listing(element: Any) -> Listing:
    form: NumberForm | None = None
    if element.tag == "ol":
        form = next((form for form in _FORMS if form == element.get("type")), "1")
    if style := _STYLE.search(element.get("style", "")):
        form = _STYLES[style[1].lower()]
    start = _number(element.get("start"))
    return Listing(form, 1 if start is None else start)


def _number(text: str | None) -> int | None:
    found = _NUMBER.match(text or "")
    return int(found[1]) if found else None


def _is_kept(element: Any) -> bool:
    """Whether an element is shown as text: comments and entities have no name, and some are hidden."""
    if element.tag in _DROPPED or not isinstance(element.tag, str):
        return False
    return element.get("hidden") is None and not _HIDDEN.search(element.get("style", ""))
