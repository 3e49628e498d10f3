"""Documents of XML (those in EPUB and DOCX) as trees, whatever is in them.

No entity is expanded but the characters that HTML names, no DTD is read, nothing is loaded from network or
disk, and a document is refused, not cut short, where it is out of the bounds that libxml2 sets (256 elements
within each other, ten million bytes of one text).
"""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache
from html.entities import html5
from typing import Any

from . import encodings
from .html import INVALID, charset_of, without_ends
from .read_error import ReadError

DOCUMENT_SIZE = 24 * 1024 * 1024
TAGS = 1_500_000
"""Bytes and tags of one document at most: an element takes some two hundred bytes of memory."""

_SHORTEST_TAG = 3
_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_OF_XML = ("amp", "lt", "gt", "quot", "apos")
_NAMED_BYTES = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z]")
_OTHER_ENCODING = re.compile(
    rb"[^\t\n\r -~\xef]|.?\0|\s*<\?xml(?![^>]*encoding\s*=\s*[\"']utf-8[\"'])[^>]*encoding", re.IGNORECASE
)
_NAMESPACE = re.compile(rb"\sxmlns\s*=\s*(?:\"[^\"]*\"|'[^']*')")
"""The first namespace of elements without a prefix: taken out, it need not be taken off each."""
# In HTML an empty element has no slash, and `<a/>` would hold all that follows.
_NAMESPACE_IN_TEXT = re.compile(_NAMESPACE.pattern.decode())
_EMPTY = re.compile(r"<([A-Za-z][\w:.-]{0,63})((?:\s[^<>]*?)?)/>")
_MORE, _MUCH_MORE = 20, 1.2
_VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
}  # fmt: skip


def page(data: bytes, path: str) -> Any:
    """The root of a document of XHTML; the names of elements are without its namespace.

    One that is not well-formed is read as a browser reads HTML, or by libxml2's recovery where that keeps
    more text. Raises ReadError about `path`: "broken" for one without any element or nested too deep,
    "unpacks" for one that is too large.
    """
    root = _parsed_as_it_is(data, path)
    if root is None:
        text = _prepared(data)
        root = _tried(text, _parser(recover=False), path)
    if root is None:
        root = _tried(without_ends(_EMPTY.sub(_closed, text)), _html(), path)
        recovered = _tried(text, _parser(recover=True), path)
        if root is None or (
            recovered is not None and _length(recovered) > _MORE + _MUCH_MORE * _length(root)
        ):
            root = recovered
    if root is None:
        raise ReadError("broken", path, "no elements")
    return root if root.tag == "html" and root.prefix is None else _without_namespaces(root)


def document(data: bytes, path: str) -> Any:
    """The root of any other document of XML; the names of all elements are without namespaces.

    What can be is read of one that is not well-formed. Raises ReadError as `page` does.
    """
    root = _parsed_as_it_is(data, path)
    if root is None:
        text = _prepared(data)
        root = _tried(text, _parser(recover=False), path)
        if root is None:
            root = _tried(text, _parser(recover=True), path)
    if root is None:
        raise ReadError("broken", path, "no elements")
    return _without_namespaces(root)


def _without_namespaces(root: Any) -> Any:
    for element in _in_namespaces()(root):
        with suppress(ValueError):  # recovered of a damaged document, its name is none
            element.tag = element.tag.rpartition("}")[2]
    return root


def _parsed_as_it_is(data: bytes, path: str) -> Any:
    """The root of a well-formed document in UTF-8 with no entities but those of XML; None for any other."""
    from lxml import etree

    if len(data) > DOCUMENT_SIZE or (len(data) > _SHORTEST_TAG * TAGS and data.count(b"<") > TAGS):
        raise ReadError("unpacks", path, str(len(data)))
    if _OTHER_ENCODING.match(data) or (b"&" in data and _NAMED_BYTES.search(data)):
        return None
    try:
        root = etree.fromstring(_NAMESPACE.sub(b"", data, count=1), _strict())
    except etree.XMLSyntaxError:
        return None
    dtd = root.getroottree().docinfo.internalDTD
    return root if dtd is None or next(dtd.iterentities(), None) is None else None


def _prepared(data: bytes) -> str:
    """The document as text, without its declaration and DTD, and with the characters that it names."""
    page = encodings.decode(data, charset_of(data)).text
    if found := _DECLARATION.match(page):
        page = page[found.end() :]
    # Only the first is looked at: to look for the end of each would take a time that grows with their square.
    start = page.find("<!DOCTYPE")
    if start >= 0:
        found = _DOCTYPE.match(page, start)
        page = page[:start] + page[found.end() if found else start :].replace("<!DOCTYPE", " ")
    page = _NAMED.sub(_character, page)
    return INVALID.sub("\ufffd", _NAMESPACE_IN_TEXT.sub("", page, count=1))


def _character(found: re.Match[str]) -> str:
    name = found[1]
    return found[0] if name in _OF_XML else html5.get(name + ";", found[0])


def _tried(text: str, parser: Any, path: str) -> Any:
    """The root by a parser; None if it can make nothing of the text."""
    from lxml import etree

    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:
        root = None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise ReadError("broken", path, "nesting")
    return root


def _length(root: Any) -> int:
    return sum(map(len, root.itertext()))


def _closed(found: re.Match[str]) -> str:
    return found[0] if found[1].lower() in _VOID else f"<{found[1]}{found[2]}></{found[1]}>"


@cache
def _in_namespaces() -> Any:
    from lxml import etree

    return etree.XPath("descendant-or-self::*[namespace-uri()]")


@cache
def _strict() -> Any:
    return _parser(recover=False)


def _html() -> Any:
    from lxml import html

    return html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )


def _parser(*, recover: bool) -> Any:
    from lxml import etree

    return etree.XMLParser(
        recover=recover,
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
