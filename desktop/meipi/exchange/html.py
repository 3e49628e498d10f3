"""The article in a page of HTML: its readable part as text with blocks, and what its head says of it.

readability-lxml finds the readable part (measured on 60 Chinese pages: precision 0.98, recall 0.995, the
best of four extractors). Nothing is loaded from network or disk.
"""

from __future__ import annotations

import logging
import re
from typing import Any

from .draft import ArticleDraft
from .html_rows import image_address, rows_of
from .limits import MARKUP_LIMIT
from .page_details import details_of, site_apart
from .plain_text import decoded, encoding_that_fits
from .read_error import ReadError
from .rows import Row, assembled
from .watch import Watch

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w-]{2,20})", re.IGNORECASE)
_HEAD_SIZE = 8192
_SAVED = re.compile(
    r"<!--\s*(?:Page saved with SingleFile\s+url:|saved from url=\(\d+\))\s*(https?://[^\s<>]{1,2000})"
)
_ENDS = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_HELD = re.compile(rb"data:[\w.+/;=-]{0,100}?;base64,[A-Za-z0-9+/=]*", re.IGNORECASE)

_TAGS = 1_000_000
"""Tags of a page at most: each takes time and memory."""
_READABLE_TAGS = 60_000
"""Tags above which a page is taken whole: readability would take longer than ten seconds."""
_WRAPPER = re.compile(
    r"</?(?:(div|section|center|table|tbody|tr|td)|a|b|big|em|font|i|s|small|span|strong|u)\b[^<>]*>",
    re.IGNORECASE,
)
"""Elements that are left out of a page that is nested too deep, and whether they make lines."""

_LITTLE = 60
"""Code points below which readability has not found the article, and the whole body is taken."""
_AROUND = ("nav", "header", "footer", "aside", "form", "script", "iframe")
_FEW_LINKS = 3
"""A page without any of these elements and with no more links has nothing around its article."""

_TITLE_LENGTH = 20
"""Code points of the first row that stand for the title of a page that has none."""
_LEAST = 4
"""Code points of a title within a longer heading, at least."""
_LONG = 30
"""Code points from which on a row is taken for a paragraph of the article."""
_FIELD_LENGTH = 200
_MANY_IMAGES = 3
"""Different images from which on the words they share say nothing of any: a site's name, or 點擊看大圖."""
_INVISIBLE = re.compile(r"visibility\s*:\s*hidden", re.IGNORECASE)
_INVISIBLE_PARTS = 20
"""Invisible parts of a page that are looked at, at most: nested ones take the time of the page each."""
_NO_TEXT = ("script", "style", "noscript", "template", "textarea")
INVALID = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def read_page(
    data: bytes, *, title: str = "", path: str = "", charset: str = "", watch: Watch
) -> ArticleDraft:
    """The article in the bytes of a page; `charset` is the encoding that its server names.

    Raises ReadError: "too_large" for a page above `MARKUP_LIMIT` without the pictures that it holds within
    addresses, as SingleFile writes them; "binary" for what is no text; "slow", "cancelled".
    """
    page = _HELD.sub(b"data:,", data) if b";base64," in data else data
    if len(page) > MARKUP_LIMIT:
        raise ReadError("too_large", path, str(len(page)))
    watch.check()
    text = decoded(page, path, encoding_that_fits(page, charset) or charset_of(page))
    address = path if path.startswith(("http://", "https://")) else ""
    return read_html(text.text, title=title, path=path, encoding=text.encoding, address=address)


def without_ends(page: str) -> str:
    """The page without the end tags behind which libxml2 reads nothing more, unlike a browser."""
    return _ENDS.sub("", page)


def charset_of(data: bytes) -> str | None:
    """The encoding that a page names, as an id of `encodings.ENCODINGS`.

    None when it names none or one that we do not read, when the bytes do not fit it, or when a byte
    order mark overrules it: then it has to be found out.
    """
    head = data[:_HEAD_SIZE]
    found = _XML_ENCODING.match(head) or _CHARSET.search(head)
    if not found:
        return None
    encoding = encoding_that_fits(data, found[1].decode("ascii", "replace"))
    # A name that could be read byte by byte cannot be true of UTF-16.
    return None if encoding is None or encoding.startswith("utf-16") else encoding


def read_html(
    page: str,
    *,
    title: str = "",
    path: str = "",
    encoding: str = "",
    whole: bool = False,
    address: str = "",
) -> ArticleDraft:
    """The article in a page; `title` is for one that has none, `address` where it was found. With `whole` all
    of it is the article, as in a paste. A page without text gives an empty draft.

    Raises ReadError about `path`: "too_large" for too many tags, "broken" for too deep nesting.
    """
    if page.count("<") > _TAGS:
        raise ReadError("too_large", path, "tags")
    page = without_ends(INVALID.sub("\ufffd", page))
    document = _parsed(page)
    if document is None and _parsed(page, cut_short=True) is not None:
        page = _WRAPPER.sub(lambda found: "<br>" if found[1] else "", page)
        document = _parsed(page)
        if document is None:
            raise ReadError("broken", path, "nesting")
    if document is None:
        return ArticleDraft(title=title, text="", path=path, encoding=encoding)
    body = document.find("body")
    is_revealed = _reveal(document if body is None else body)
    if not whole:
        _forget_repeated_words(document)
    rows = rows_of(document if body is None else body)
    is_usual = page.count("<") <= _READABLE_TAGS
    if is_usual and not whole:
        readable = _readable(_written(document) if is_revealed else page)
        if not _is_all_article(readable, document):
            rows = readable
    url = _url(document) or _saved_from(page)
    long = (row.text for row in rows if row.kind != "heading" and len(row.text) >= _LONG)
    details = details_of(document, next(long, "") if is_usual else "", address or url)
    headline, is_in_page = _title(document, details.title, title or _first_words(rows))
    if details.title or is_in_page:
        rows = _without_images_of_title(rows, headline)
    text, blocks, inlines = assembled(_titled(rows, headline, is_in_page))
    return ArticleDraft(
        title=headline,
        text=text,
        blocks=blocks,
        inlines=inlines,
        source=details.source,
        author=details.author,
        url=url,
        published=details.published,
        encoding=encoding,
        path=path,
    )


def fragment_rows(fragment: str) -> list[Row]:
    """The rows of a piece of HTML within another text."""
    document = _parsed(INVALID.sub("\ufffd", fragment))
    return [] if document is None else rows_of(document)


def _parsed(page: str, *, cut_short: bool = False) -> Any:
    """The page as a tree, or None when there is nothing in it, or when it is nested so deep that libxml2
    would give only its beginning; that, if asked for, is given with `cut_short`."""
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        document = html.document_fromstring(page.encode(), parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    is_whole = not any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log)
    return document if is_whole or cut_short else None


def _readable(page: str) -> list[Row]:
    from readability import Document
    from readability.readability import Unparseable

    logging.getLogger("readability").setLevel(logging.CRITICAL + 1)  # what it logs is dealt with here
    try:
        part = _parsed(Document(page).summary(html_partial=True))
    except (Unparseable, ValueError):  # ValueError: of characters that a page names and no tree can hold
        return []
    if part is None:
        return []
    _forget_repeated_words(part)
    return rows_of(part)


def _written(document: Any) -> str:
    from lxml import html

    return str(html.tostring(document, encoding="unicode"))


def _reveal(tree: Any) -> bool:
    """Show what is invisible but most of the text, and tell whether there is such: the pages of WeChat
    send the article so, and a script shows it when it has been laid out."""
    invisible = [part for part in tree.iter("*") if _INVISIBLE.search(part.get("style", ""))]
    most = _text_length(tree) / 2 if invisible else 0
    articles = [part for part in invisible[:_INVISIBLE_PARTS] if _text_length(part) > most]
    for part in articles:
        part.set("style", _INVISIBLE.sub("", part.get("style")))
    return bool(articles)


def _text_length(tree: Any) -> int:
    """The code points of text beneath an element, white space and scripts left out."""
    return sum(
        len("".join((element.text or "").split())) * (element.tag not in _NO_TEXT)
        + len("".join((element.tail or "").split())) * (element is not tree)
        for element in tree.iter()
    )


def _forget_repeated_words(tree: Any) -> None:
    """Take from images the words that many different ones share; the same image may be an ornament."""
    addresses: dict[str, set[str]] = {}
    images = [(image, _words(image)) for image in tree.iter("img")]
    for image, words in images:
        addresses.setdefault(words, set()).add(image_address(image))
    for image, words in images:
        if len(addresses[words]) >= _MANY_IMAGES:
            image.attrib.pop("alt", None)
            image.attrib.pop("title", None)


def _words(image: Any) -> str:
    return str(image.get("alt") or image.get("title", "")).strip()


def _is_all_article(readable: list[Row], document: Any) -> bool:
    """Whether the whole body has to be taken: nothing was found in it, or nothing stands around it."""
    if sum(len(row.text) for row in readable) < _LITTLE:
        return True
    links = sum(1 for _ in document.iter("a"))
    return links <= _FEW_LINKS and next(document.iter(*_AROUND), None) is None


def _without_images_of_title(rows: list[Row], title: str) -> list[Row]:
    """The rows without images whose words only repeat the title, unless there is nothing else."""
    kept = [row for row in rows if row.kind != "image" or row.text != title]
    return kept or rows


def _titled(rows: list[Row], title: str, is_in_page: bool) -> list[Row]:
    """The rows with the page's own headline as the title: where it stands, or first where it was lost."""
    for number, row in enumerate(rows):
        if row.kind == "heading" and row.text == title:
            return [*rows[:number], row._replace(kind="title", level=1), *rows[number + 1 :]]
    return [Row("title", 1, title), *rows] if is_in_page else rows


def _title(document: Any, named: str, fallback: str) -> tuple[str, bool]:
    """The title, and whether it stands in the page itself; `named` is what the page's head says."""
    apart = site_apart(named)
    for element in document.iter("h1", "h2"):
        text = " ".join(row.text for row in rows_of(element))
        if not text or len(text) > _FIELD_LENGTH:
            continue
        if text in named or (len(apart) >= _LEAST and apart in text):
            return text, True
        if not named and element.tag == "h1":
            return text, True
    return (apart, False) if named else (fallback, False)


def _first_words(rows: list[Row]) -> str:
    return next((row.text[:_TITLE_LENGTH] for row in rows if row.kind != "image"), "")


def _saved_from(page: str) -> str:
    """The address that a browser or SingleFile has noted in a page that it saved."""
    found = _SAVED.search(page, 0, _HEAD_SIZE)
    return found[1] if found else ""


def _url(document: Any) -> str:
    addresses = [
        element.get("href", "") for element in document.iter("link") if element.get("rel") == "canonical"
    ]
    addresses += [
        element.get("content", "") for element in document.iter("meta") if element.get("property") == "og:url"
    ]
    for address in addresses:
        if address.strip().startswith(("http://", "https://")):
            return str(address.strip())
    return ""
