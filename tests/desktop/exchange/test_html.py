from __future__ import annotations

import socket
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.exchange import html
from meipi.exchange.draft import ArticleDraft
from meipi.exchange.html import charset_of, read_html
from meipi.exchange.opening import ReadError, read_file

PARAGRAPH = "鹽湖產業的發展，離不開科技創新，也離不開一代代鹽湖人的堅守，這是一個漫長的過程。" * 3
HEAD = """<meta charset="utf-8"><title>鹽湖的故事_新聞中心_青海新聞網</title>
<meta property="og:site_name" content="青海新聞網"><meta name="Author" content=" 王小明 ">
<meta property="article:published_time" content="2026-05-11T08:00:00+08:00">
<link rel="canonical" href="https://example.org/a">"""
PAGE = f"""<!doctype html><html><head>{HEAD}</head><body>
<nav><a href="/">首頁</a><a href="/b">新聞</a><a href="/c">體育</a></nav>
<h1>鹽湖的故事</h1>
<div class="article"><p>{PARAGRAPH}</p>
<h2>第一節</h2><p>我<b>愛</b><ruby>銀<rp>(</rp><rt>yín</rt><rp>)</rp>行<rt>háng</rt></ruby>&amp;&#x4E2D;國。
第二行<br>新行{PARAGRAPH}</p>
<blockquote><p>{PARAGRAPH}</p></blockquote><ul><li>甲{PARAGRAPH}<li>乙</ul>
<pre>a = 1

  b</pre><script>alert("不要")</script><style>p {{}}</style></div>
<footer><a href="/x">聯繫我們</a><p>版權所有</p></footer></body></html>"""


def shape(draft: ArticleDraft) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, draft.text[block.start : block.end]) for block in draft.blocks]


def rows(fragment: str) -> list[tuple[str, str]]:
    return [(kind, text) for kind, _, text in shape(read_html(f"<body>{fragment}", whole=True, title="t"))]


def test_a_page() -> None:
    draft = read_html(PAGE)
    assert shape(draft) == [
        ("title", 1, "鹽湖的故事"),
        ("paragraph", 0, PARAGRAPH),
        ("heading", 2, "第一節"),
        ("paragraph", 0, "我愛銀行&中國。第二行"),
        ("paragraph", 0, "新行" + PARAGRAPH),
        ("quote", 0, PARAGRAPH),
        ("item", 1, "甲" + PARAGRAPH),
        ("item", 1, "乙"),
        ("code", 0, "a = 1"),
        ("code", 0, "  b"),
    ]
    assert (draft.title, draft.source, draft.author) == ("鹽湖的故事", "青海新聞網", "王小明")
    assert (draft.url, draft.published, draft.original) == ("https://example.org/a", "2026-05-11", None)


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("<p>一<i>二</i><a href=x>三</a> 四", [("paragraph", "一二三 四")]),
        ("<p>hello\n  <b>big</b>\nworld", [("paragraph", "hello big world")]),
        ("<p>一\n</p>二<div>三<p>四</p>五</div>", [("paragraph", text) for text in "一二三四五"]),
        ("<p>一\n 二", [("paragraph", "一二")]),
        ("文<h1>一</h1><h3>三</h3>", [("paragraph", "文"), ("title", "一"), ("heading", "三")]),
        ("<ol><li><p>一</p><p>二</p><li>三</ol>", [("item", text) for text in "一二三"]),
        ("<blockquote>一<h2>二</h2></blockquote>", [("quote", "一"), ("heading", "二")]),
        ("<table><tr><th>甲<td>乙<tr><td>丙</table>", [("paragraph", "甲 乙"), ("paragraph", "丙")]),
        ("<pre>x\n\n y<br>z</pre>", [("code", "x"), ("code", " y"), ("code", "z")]),
        ("<p>一<!-- 二 --><?php 三 ?>四", [("paragraph", "一四")]),
        ("<p>一<span hidden>二</span><span style='DISPLAY : none'>三</span>四", [("paragraph", "一四")]),
        ("<p>一<svg><text>二</text></svg><noscript>三</noscript>四", [("paragraph", "一四")]),
        ("<p>&lt;b&gt;&nbsp;&hellip;", [("paragraph", "<b>\xa0…")]),
        ("<p>一\u2028二", [("paragraph", "一 二")]),
        ("<p>　　一", [("paragraph", "一")]),
        ("", []),
    ],
)  # fmt: skip
def test_fragments(fragment: str, expected: list[tuple[str, str]]) -> None:
    assert rows(fragment) == expected


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>甲乙丙丁 - 新聞網</title>", "", "甲乙丙丁"),
        ("<title>甲乙丙丁|新聞</title>", "<h1>丙丁</h1>", "丙丁"),
        ("<title>甲乙丙丁</title>", "<h1>新聞網</h1>", "甲乙丙丁"),
        ("<meta property=og:title content=戊己庚辛><title>甲乙</title>", "", "戊己庚辛"),
        ("<title>短-題</title>", "", "短-題"),
        ("<title></title>", "<h1>\n庚<br>辛</h1>", "庚 辛"),
        ("", "", "檔名"),
    ],
)
def test_titles(head: str, body: str, title: str) -> None:
    assert read_html(f"<head>{head}</head><body>{body}<p>文。", title="檔名").title == title


@pytest.mark.parametrize(
    ("alts", "expected"),
    [
        (["看大圖", "看大圖", "看大圖"], []),
        (["看大圖", "鹽湖日落", "看大圖"], ["看大圖", "鹽湖日落", "看大圖"]),
        (["鹽湖的故事", "鹽湖日落"], ["鹽湖日落"]),
    ],
)
def test_words_of_images_that_say_nothing_of_them(alts: list[str], expected: list[str]) -> None:
    images = "".join(f"<p><img src=/{number}.jpg alt={alt}></p>" for number, alt in enumerate(alts))
    article = f"<div class=article><p>{PARAGRAPH}</p>{images}<p>{PARAGRAPH}</p></div>"
    for page in (f"<nav><a href=/>首頁</a></nav>{article}<footer>版權</footer>", article):
        draft = read_html(f"<title>鹽湖的故事_新聞網</title><body>{page}")
        assert [text for kind, _, text in shape(draft) if kind == "image"] == expected
        assert draft.text.count(PARAGRAPH) == 2


def test_words_that_many_images_share_but_that_are_seen_or_copied_or_of_one_ornament() -> None:
    sign = f"<p>{PARAGRAPH}</p><p><img src=/rule.png alt=＊＊＊></p>"
    assert read_html(sign * 3).text.count("＊＊＊") == 3
    figures = "".join(
        f"<figure><img src=/{n} alt=看大圖><figcaption>資料圖</figcaption></figure>" for n in "123"
    )
    assert read_html(f"<p>{PARAGRAPH}</p>{figures}").text.count("資料圖") == 3
    copied = "".join(f"<p><img src=/{n} alt=看大圖>" for n in "123")
    assert read_html(copied, whole=True).text.count("看大圖") == 3


@pytest.mark.parametrize("around", ["", "<nav><a href=/>首頁</a></nav>"])
def test_an_article_that_a_script_would_show(around: str) -> None:
    style = "style='Visibility: hidden; opacity: 0; '"
    article = f"<p>{PARAGRAPH}</p><p>{PARAGRAPH}</p>"
    script = f"<script>var words = '{PARAGRAPH * 9}';</script>"
    page = f"{around}<h1>鹽湖的故事</h1><div id=js_content {style}>{article}</div>{script}"
    assert read_html(page).text == f"鹽湖的故事\n{PARAGRAPH}\n{PARAGRAPH}"
    little = f"{around}<div><p>{PARAGRAPH}</p><p {style}>掃一掃</p><p>{PARAGRAPH}</p></div>"
    assert "掃一掃" not in read_html(little).text


def test_a_page_that_is_only_an_image_with_the_words_of_its_title() -> None:
    assert read_html("<title>鹽湖日落</title><body><img src=/a.jpg alt=鹽湖日落>").text == "鹽湖日落"


def test_an_author_that_is_an_address_and_dates_and_links_that_are_none() -> None:
    draft = read_html(
        "<meta property=article:author content=https://example.org/w><meta name=pubdate content=昨天>"
        "<link rel=canonical href=javascript:x><p>文。"
    )
    assert (draft.author, draft.published, draft.url) == ("", "", "")


def test_a_short_page_is_taken_whole() -> None:
    assert read_html("<p>短文。</p><p>完。</p>").text == "短文。\n完。"
    parts = f"<div><p>另有一說。</p></div><div><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></div>"
    assert read_html(parts).text == f"另有一說。\n{PARAGRAPH}\n{PARAGRAPH}"


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b'<meta charset="gb2312">', "gb18030"),
        (b"<META http-equiv=Content-Type content='text/html; charset=Big5'>", "big5hkscs"),
        (b'<?xml version="1.0" encoding="GBK"?><html>', "gb18030"),
        (b"<meta charset=utf-16>", None),
        (b"<meta charset=klingon>", None),
        (b"<meta charset=utf-8>\xff", None),
        (b"\xef\xbb\xbf<meta charset=gbk>", None),
        (b"<p>", None),
    ],
)
def test_charsets(head: bytes, encoding: str | None) -> None:
    assert charset_of(head) == encoding


@pytest.mark.parametrize("named", ["gb2312", "utf-8", "big5", ""])
@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "big5hkscs"])
def test_a_page_whatever_it_says(tmp_path: Path, named: str, encoding: str) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(PAGE.replace('charset="utf-8"', f'charset="{named}"').encode(encoding))
    draft = read_file(path)
    assert draft.encoding == encoding
    assert draft.text == read_html(PAGE).text


def test_nothing_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def connected(*_: object) -> None:
        raise AssertionError("a connection was made")

    monkeypatch.setattr(socket.socket, "connect", connected)
    secret = tmp_path / "secret.txt"
    secret.write_text("祕密")
    page = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><head><base href="http://127.0.0.1:9/">'
        f'<link rel=stylesheet href="http://127.0.0.1:9/a.css"></head><body><p>文&x;。'
        f'<object data="{secret.as_uri()}"></object><img src="http://127.0.0.1:9/a.png">'
    )
    assert "祕密" not in read_html(page).text


@pytest.mark.parametrize(
    "note",
    [
        "<!--\n Page saved with SingleFile \n url: https://a.b/c?d=1 \n saved date: Mon -->",
        "<!-- saved from url=(0018)https://a.b/c?d=1 -->",
    ],
)
def test_the_address_that_a_saved_page_notes(note: str) -> None:
    assert read_html(f"<!DOCTYPE html> <html>{note}<p>文。").url == "https://a.b/c?d=1"
    canonical = "<link rel=canonical href=https://a.b/>"
    assert read_html(f"<html>{note}{canonical}<p>文。").url == "https://a.b/"


def test_what_stands_behind_the_end_of_a_page_is_read() -> None:
    assert read_html("<html><body><p>一。</p></body></html><p>二。</p></BODY >").text == "一。\n二。"


@pytest.mark.parametrize("whole", [False, True])
def test_deep_nesting(whole: bool) -> None:
    deep = "<p>淺處</p>" + "<div><span>" * 5000 + "深處<p>更深</p>" + "</span></div>" * 5000
    assert read_html(deep, whole=whole).text == "淺處\n深處\n更深"
    with pytest.raises(ReadError) as caught:
        read_html("<ul><li>" * 5000 + "深處")
    assert caught.value.kind == "broken"


def test_pages_of_very_many_tags(monkeypatch: pytest.MonkeyPatch) -> None:
    page = f"<nav>首頁</nav><p>{PARAGRAPH}</p>" * 10
    monkeypatch.setattr(html, "_READABLE_TAGS", 5)
    assert read_html(page).text.count(PARAGRAPH) == 10
    monkeypatch.setattr(html, "_TAGS", 5)
    with pytest.raises(ReadError) as caught:
        read_html(page)
    assert caught.value.kind == "too_large"


@settings(max_examples=150, deadline=None)
@given(st.text("<>/pbrhdivul1=\"' &;鹽!-[]\n\0", max_size=60), st.booleans())
def test_any_page(page: str, whole: bool) -> None:
    draft = read_html(page, title="t", whole=whole)
    assert draft.title
    for block in draft.blocks:
        assert draft.text[block.start : block.end].strip()
    assert len(draft.blocks) == len([line for line in draft.text.split("\n") if line.strip()])
