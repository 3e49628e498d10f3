from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from meipi.exchange.draft import ArticleDraft, Page
from meipi.exchange.kept_page import packed, unpacked, with_kept_page

words = st.from_regex(r"[a-z0-9/.+-]{0,20}", fullmatch=True)


@given(st.binary(), words, words)
def test_a_page_comes_back_as_it_was(data: bytes, kind: str, charset: str) -> None:
    assert unpacked(packed(Page(data, kind, charset))) == Page(data, kind, charset)


@given(st.binary())
def test_other_bytes_are_no_page(data: bytes) -> None:
    assert unpacked(data) is None or data.startswith(b"Content-Type:")


def test_it_can_be_read_by_anybody() -> None:
    page = Page(b"<p>\xc9\xbd</p>", "text/html", "gbk")
    assert packed(page) == b"Content-Type: text/html; charset=gbk\r\n\r\n<p>\xc9\xbd</p>"


def test_a_draft_keeps_its_page_unless_it_is_plain_text() -> None:
    page = Page("山".encode("gbk"), "text/plain", "gbk")
    draft = ArticleDraft("山", "山", encoding="gb18030", page=page)
    kept = with_kept_page(draft)
    assert (kept.original, kept.encoding) == (packed(page), "")
    plain = replace(draft, original=page.data)
    assert with_kept_page(plain) is plain
    assert with_kept_page(replace(draft, page=None)).original is None
