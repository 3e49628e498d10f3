"""The article at an address of the web."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from . import fetching, kinds
from .draft import ArticleDraft, Page
from .read_error import ReadError
from .watch import Watch

_MARKUP = re.compile(
    rb"[\xef\xbb\xbf\s]*(?:<!--.{0,1000}?-->\s*)?<(?:!doctype\s+html|html|head|body)[\s>]", re.I | re.S
)
_UNTOLD = ("", "application/octet-stream", "binary/octet-stream", "application/force-download")
_TEXTUAL = ("text/plain", *_UNTOLD)


def read_address(
    address: str,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    counted: Callable[[int], object] | None = None,
) -> ArticleDraft:
    """The article at an address, with the address that was led to as its `url`, and what was fetched as its
    `page`, so that it can be read again.

    `progress` is called with the share that has come, `counted` with the bytes, `cancelled` is asked often;
    all on this thread.
    Raises ReadError about the address: the kinds of `fetching.fetch`, and those of the reader of what is
    there.
    """
    url, page = fetching.fetch(address, progress=progress, cancelled=cancelled, counted=counted)
    return read_page_again(page, url, cancelled=cancelled)


def read_page_again(page: Page, url: str, *, cancelled: Callable[[], bool] | None = None) -> ArticleDraft:
    """The article in what was once fetched from an address."""
    kind = _kind(page, url)
    if len(page.data.strip()) == 0:
        raise ReadError("empty", url)
    if kind is None:
        raise ReadError("unsupported", url, page.type)
    if not kinds.is_text(page.data, kind):
        raise ReadError("binary", url)
    watch = Watch(url, cancelled=cancelled)
    draft = kind.read(kinds.Source(page.data, _title(url), watch, page.charset))
    if not draft.text.strip() or not draft.blocks:
        raise ReadError("empty", url)
    return replace(draft, url=url, path="", page=page)


def _kind(page: Page, url: str) -> kinds.Kind | None:
    """What the page is: by its bytes where they are clear, by its type, by its name where no type is told."""
    found = kinds.of_content(page.data)
    if found is not None:
        return found
    if page.type in _TEXTUAL and _MARKUP.match(page.data[:4096]):
        return kinds.HTML
    if page.type in _UNTOLD:
        return kinds.of_suffix(kinds.suffix(urlsplit(url).path)) or kinds.TEXT
    return kinds.of_type(page.type)


def _title(url: str) -> str:
    """The title of last resort: the end of the address."""
    parts = urlsplit(url)
    name = unquote(parts.path.rstrip("/").rpartition("/")[2])
    return kinds.stem(name) or parts.hostname or url
