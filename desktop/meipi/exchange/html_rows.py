"""Walks a tree of HTML and gives its text row by row."""

from __future__ import annotations

import re
from typing import Any

from .draft import BlockKind, InlineKind
from .inlines import image_target, link_target
from .list_markers import Listing, NumberForm
from .row_writer import RowWriter
from .rows import Row

_DROPPED = re.compile(
    "audio|button|canvas|datalist|embed|head|iframe|input|link|math|meta|noscript|object|option|rp|rt|rtc"
    "|script|select|style|svg|template|textarea|title|video"
)
_BLOCK = re.compile(
    "address|article|aside|blockquote|body|caption|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption"
    "|figure|footer|form|h[1-6]|header|hgroup|hr|html|legend|li|main|menu|nav|ol|p|pre|section|summary|table"
    "|tbody|tfoot|thead|tr|ul"
)
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

    `br` ends a row, and of a ruby only the base is kept.
    """
    from lxml import etree

    walk = _Walk()
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        kept = _is_kept(element)
        if event == "start":
            if kept:
                walk.enter(element)
            else:
                walker.skip_subtree()
        else:
            if kept:
                walk.leave(element)
            if element is not root:
                walk.writer.add(element.tail or "")
    walk.writer.flush()
    return walk.writer.rows


class _Walk:
    """What the elements met so far have written."""

    def __init__(self) -> None:
        self.writer = RowWriter()
        self._figures: list[str | None] = []
        """Of each open figure that has a caption for an image the address of that, of others None."""
        self._caption: Any = None
        """The caption that is open: it is one row, whatever is in it."""

    def enter(self, element: Any) -> None:
        tag = element.tag
        if tag in _INLINES:
            self._open_inline(element)
        elif self._caption is not None:
            if _BLOCK.fullmatch(tag) or tag == "br":
                self.writer.add("\n")
        elif _BLOCK.fullmatch(tag):
            self._enter_block(element)
        elif tag == "br":
            self._break()
        elif tag in ("td", "th"):
            self.writer.add(" ")
        elif tag == "img" and not any(address is not None for address in self._figures):
            self.writer.image(element.get("alt") or element.get("title", ""), _address(element))
        self.writer.add(element.text or "")

    def leave(self, element: Any) -> None:
        tag = element.tag
        if tag in _INLINES:
            if tag != "a" or link_target(element.get("href", "")):
                self.writer.close(_INLINES[tag])
        elif self._caption is not None and element is not self._caption:
            if _BLOCK.fullmatch(tag):
                self.writer.add("\n")
        elif tag in _LISTS:
            self.writer.leave_list()
        elif _BLOCK.fullmatch(tag):
            self.writer.leave()
            if tag == "figcaption":
                self._caption = None
            elif tag == "figure":
                self._figures.pop()

    def _open_inline(self, element: Any) -> None:
        if element.tag != "a":
            self.writer.open(_INLINES[element.tag])
        elif target := link_target(element.get("href", "")):
            self.writer.open("link", target)

    def _enter_block(self, element: Any) -> None:
        tag = element.tag
        if re.fullmatch("h[1-6]", tag):
            self.writer.enter("heading", int(tag[1]))
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
    return _address(image)


def _address(image: Any) -> str:
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
    if not isinstance(element.tag, str) or _DROPPED.fullmatch(element.tag):
        return False
    return element.get("hidden") is None and not _HIDDEN.search(element.get("style", ""))
