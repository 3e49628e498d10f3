"""Damaged files of every kind that Meipi reads, and what becomes of them: an article or one ReadError."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO

import making
from meipi.exchange.draft import ArticleDraft, Page
from meipi.exchange.read_error import ReadError
from meipi.exchange.web import read_page_again

_PARAGRAPHS = [
    "近年來，青海省集聚力量進行鹽湖資源開發關鍵技術攻關，不斷提升綜合利用水平，這是一個漫長的過程。",
    "初到格爾木的人，先看見的是風。",
    "「你要去哪裡？」他問。",
] * 3
_BODY = (
    "<h1>山路</h1><h2 id='x'>起程</h2>" + "".join(f"<p>{each}</p>" for each in _PARAGRAPHS)
    + "<ul><li>甲<ol start='3'><li>乙</li></ol></li></ul><blockquote><p>路<b>遠<i>。</i></b></p></blockquote>"
    "<ruby>尉<rt>yù</rt></ruby><a href='https://a.b/c'>遠</a><pre>a\n b</pre>"
    "<figure><img src='a.png' alt='山'/><figcaption>圖</figcaption></figure>"
    "<table><tr><td>一</td></tr></table>"
)  # fmt: skip
_PAGE = (
    "<!DOCTYPE html><html><head><meta charset='utf-8'><title>山路_新聞網</title>"
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "山路", "datePublished": '
    '"2026-05-11T08:00:00+08:00", "author": [{"name": "王小明"}]}</script></head>'
    f"<body><nav><a href='/'>首頁</a></nav>{_BODY}<footer>版權</footer></body></html>"
)
_MARKDOWN = (
    "---\ntitle: 山路\ndate: 2026-05-11\n---\n# 山路\n\n"
    + "\n\n".join(_PARAGRAPHS)
    + (
        "\n\n- 甲\n  1. 乙\n\n> **路**遠\n\n```\na\n```\n\n| 甲 | 乙 |\n|--|--|\n| 丙 | <b>丁</b> |\n\n[遠](https://a.b)"
    )
)
_DOCX = (
    making.docx_paragraph("山路", "t") + making.docx_paragraph("起程", "a1")
    + "".join(making.docx_paragraph(each) for each in _PARAGRAPHS) + making.docx_paragraph("甲", "l")
    + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>一</w:t></w:r></w:p></w:tc><w:tc/></w:tr></w:tbl>"
    "<w:p><w:r><w:footnoteReference w:id='1'/></w:r></w:p>"
)  # fmt: skip

WHOLE: dict[str, tuple[bytes, str]] = {
    "txt": ("\n".join(_PARAGRAPHS).encode("gb18030"), "text/plain"),
    "md": (_MARKDOWN.encode(), "text/markdown"),
    "html": (_PAGE.encode(), "text/html"),
    "mhtml": (making.mhtml(_PAGE.encode()), "multipart/related"),
    "epub": (
        making.epub(
            {"a.xhtml": _BODY, "b.xhtml": _BODY},
            contents="<ol><li><a href='a.xhtml'>山路</a><ol><li><a href='a.xhtml#x'>起程</a></li></ol>"
            "</li></ol>",
        ),
        "application/epub+zip",
    ),
    "docx": (
        making.docx(_DOCX, footnotes=f"<w:footnote w:id='1'>{making.docx_paragraph('註')}</w:footnote>"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "pdf": (
        making.pdf(making.set_lines(_PARAGRAPHS, rows=8), picture=True, information={"Title": "山路"}),
        "application/pdf",
    ),
}
"""Of each kind a whole file, and its content type."""

_TOKENS = (
    b"\0", b"\xff", b"\xff\xff\xff\xff", b"<", b">", b"&", b"]]>", b"<!--", b"<!DOCTYPE x [",
    b"<!ENTITY a 'b'>", b"<ruby>", b"</p>", b"<div>" * 300, b"-1", b"99999999999", b"PK\3\4", b"PK\5\6",
    b"endobj", b"<<", b"/Kids", b"[[[[[[", b"stream\n", b"\r\n\r\n", b"=?utf-8?B?", b"---\n", b"\xe4\xb8",
    "\u202e\U000e0100".encode(),
)  # fmt: skip


def damaged(kind: str, count: int, seed: str = "") -> Iterator[bytes]:
    """So many damaged files of a kind, always the same. Half of the archives are damaged within an entry, and
    then packed without fault."""
    chance = random.Random(f"{kind} {seed}")
    whole, _ = WHOLE[kind]
    for number in range(count):
        if whole.startswith(b"PK") and number % 2:
            yield _damaged_within(whole, chance)
        else:
            yield _damaged(whole, chance)


def outcome(kind: str, data: bytes) -> str:
    """The kind of ReadError that comes of a file, or "" for an article, which is looked through.

    Raises AssertionError for an article that is not as it should be, and whatever else a reader raises.
    """
    try:
        draft = read_page_again(Page(data, WHOLE[kind][1]), "https://a.b/c")
    except ReadError as error:
        return error.kind if error.path == "https://a.b/c" else error.path
    look_through(draft)
    return ""


def look_through(draft: ArticleDraft) -> None:
    """AssertionError if offsets or characters of an article are out of bounds."""
    for field in (draft.text, draft.title, draft.author, draft.source, draft.url, draft.published):
        field.encode()
    end = 0
    for block in draft.blocks:
        assert end <= block.start < block.end <= len(draft.text)
        assert draft.text[block.start : block.end].strip()
        (block.marker + block.target).encode()
        end = block.end
    for inline in draft.inlines:
        assert 0 <= inline.start < inline.end <= len(draft.text)
        inline.target.encode()


def _damaged_within(whole: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(BytesIO(whole)) as archive:
        entries: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice([name for name, content in entries.items() if content])
    content = entries[name]
    assert isinstance(content, bytes)
    entries[name] = _damaged(content, chance)
    return making.zipped(entries)


def _damaged(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        data = chance.choice(_WAYS)(data, chance) or b" "
    return data


def _change(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _drop(data: bytes, chance: random.Random) -> bytes:
    start, end = _part(data, chance)
    return data[:start] + data[end:]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start, end = _part(data, chance)
    return data[:end] + data[start:end] * chance.randrange(1, 20) + data[end:]


def _swap(data: bytes, chance: random.Random) -> bytes:
    start, end = _part(data, chance)
    place = chance.randrange(len(data))
    return data[:place] + data[start:end] + data[place:]


def _insert(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data) + 1)
    return data[:place] + chance.choice(_TOKENS) + data[place:]


def _part(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data))
    return start, min(len(data), start + chance.choice((1, 4, 30, 300)))


_WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _change, _change, _change, _cut, _drop, _repeat, _swap, _insert, _insert,
)  # fmt: skip
