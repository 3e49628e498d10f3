"""What was fetched from the web, in the form in which it is kept beside the article that was read from it.

A head of one line, as HTTP has it, says what the server told of the page, as `Content-Type: text/html;
charset=gbk`. An empty line follows, and then the bytes of the page.
"""

from __future__ import annotations

from dataclasses import replace

from .draft import ArticleDraft, Page

_NAME, _CHARSET, _END = "Content-Type: ", "; charset=", b"\r\n\r\n"


def with_kept_page(draft: ArticleDraft) -> ArticleDraft:
    """The draft with its page, if it has one, among the bytes that are kept.

    Its encoding then is "": that names the one in which the kept bytes can be read as text, and another may
    be chosen. The bytes of a plain text are kept as they are.
    """
    if draft.page is None or draft.original is not None:
        return draft
    return replace(draft, original=packed(draft.page), encoding="")


def packed(page: Page) -> bytes:
    """The bytes to keep."""
    charset = f"{_CHARSET}{page.charset}" if page.charset else ""
    head = " ".join(f"{_NAME}{page.type}{charset}".split())
    return head.encode("utf-8", "replace") + _END + page.data


def unpacked(data: bytes) -> Page | None:
    """The page that was kept; None if these bytes are not what `packed` makes."""
    head, end, content = data.partition(_END)
    if not end or not head.startswith(_NAME.strip().encode()):
        return None
    kind, _, charset = head.decode("utf-8", "replace")[len(_NAME.strip()) :].strip().partition(_CHARSET)
    return Page(content, kind, charset)
