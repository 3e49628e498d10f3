"""The article in a page that a browser has saved with all its pictures in one file (MHTML, RFC 2557).

Only the page itself is taken out, by an own small reader: the standard library's reads every picture line by
line, and parts within parts as deep as the stack allows.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import replace
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import compat32
from typing import NamedTuple

from .draft import ArticleDraft
from .html import INVALID, read_page
from .read_error import ReadError
from .rows import flowed
from .watch import Watch

_HEAD_SIZE = 64 * 1024
_PARTS, _DEPTH = 10_000, 4
"""Parts that are looked at, and how deep parts may lie in parts."""
_BLANK_LINE = re.compile(rb"\r?\n[ \t]*\r?\n|\A[ \t]*\r?\n")
_PAGES = ("text/html", "application/xhtml+xml")
_TITLE_LENGTH = 200


class _Part(NamedTuple):
    head: Message
    body: memoryview


def read_mhtml(data: bytes, *, title: str = "", watch: Watch) -> ArticleDraft:
    """The article in the page; `title` is for one that has none. Raises ReadError: "broken" for a file
    without a page in it, and those of `html.read_page`.
    """
    path = watch.path
    whole = _part(memoryview(data))
    page = next(_pages(whole, 0, watch), None) if whole is not None else None
    if whole is None or page is None:
        raise ReadError("broken", path, "no page")
    charset = page.head.get_content_charset() or ""
    draft = read_page(
        _decoded(page, path), title=_subject(whole.head) or title, path=path, charset=charset, watch=watch
    )
    return replace(draft, url=_address(whole.head) or _address(page.head) or draft.url)


def _part(data: memoryview) -> _Part | None:
    found = _BLANK_LINE.search(data[:_HEAD_SIZE])
    if found is None:
        return None
    head = BytesHeaderParser(policy=compat32).parsebytes(bytes(data[: found.end()]))
    return _Part(head, data[found.end() :])


def _pages(part: _Part, depth: int, watch: Watch) -> Iterator[_Part]:
    """The pages in a part: that which it begins with first, if it says so."""
    if part.head.get_content_type() in _PAGES:
        yield part
    boundary = part.head.get_boundary()
    if part.head.get_content_maintype() != "multipart" or not boundary or depth == _DEPTH:
        return
    start = part.head.get_param("start")
    pages = []
    for inner in _parts(part.body, boundary.encode("latin-1", "replace"), watch):
        if start and str(inner.head.get("Content-ID", "")).strip() == start:
            yield from _pages(inner, depth + 1, watch)
        else:
            pages.append(inner)
    for inner in pages:
        yield from _pages(inner, depth + 1, watch)


def _parts(body: memoryview, boundary: bytes, watch: Watch) -> Iterator[_Part]:
    delimiter = re.compile(rb"^--" + re.escape(boundary) + rb"(--)?[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
    begun = None
    for number, found in enumerate(delimiter.finditer(body)):
        watch.check()
        if begun is not None and (part := _part(body[begun : found.start()])) is not None:
            yield part
        if found[1] is not None or number == _PARTS:
            return
        begun = found.end()
    if begun is not None and (part := _part(body[begun:])) is not None:  # the file ends too early
        yield part


def _decoded(part: _Part, path: str) -> bytes:
    encoding = str(part.head.get("Content-Transfer-Encoding", "")).strip().lower()
    if encoding == "quoted-printable":
        return binascii.a2b_qp(part.body)
    if encoding == "base64":
        try:
            return binascii.a2b_base64(part.body)
        except binascii.Error as error:
            raise ReadError("broken", path, str(error)) from error
    return bytes(part.body)


def _subject(head: Message) -> str:
    try:
        subject = str(make_header(decode_header(str(head.get("Subject", "")))))
    except (MessageError, LookupError, ValueError):
        return ""
    return flowed(INVALID.sub("\ufffd", subject))[:_TITLE_LENGTH]


def _address(head: Message) -> str:
    address = str(head.get("Snapshot-Content-Location") or head.get("Content-Location") or "").strip()
    return address if re.fullmatch(r"https?://[^\x00-\x20\x7f]{1,2000}", address) else ""
