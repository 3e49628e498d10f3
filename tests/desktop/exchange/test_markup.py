"""What HTML and Markdown say beside the text: inlines, lists and images."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.exchange.draft import ArticleDraft
from meipi.exchange.html import read_html
from meipi.exchange.markdown import read_markdown
from meipi.exchange.opening import ReadError, read_paste, redecode

JOINED = "\u0301\ufe00"


def html(fragment: str) -> ArticleDraft:
    return read_html(f"<body>{fragment}", whole=True, title="t")


def inlines(draft: ArticleDraft) -> list[tuple[str, str, str]]:
    return [(inline.kind, draft.text[inline.start : inline.end], inline.target) for inline in draft.inlines]


def items(draft: ArticleDraft) -> list[tuple[str, str]]:
    """Marker and text of each item, indented by its level; of other blocks their kind."""
    shown = []
    for block in draft.blocks:
        text = draft.text[block.start : block.end]
        if block.kind == "item":
            shown.append((block.marker, "  " * (block.level - 1) + text))
        else:
            shown.append((block.kind, text))
    return shown


def images(draft: ArticleDraft) -> list[tuple[str, str]]:
    return [
        (draft.text[block.start : block.end], block.target) for block in draft.blocks if block.kind == "image"
    ]


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("<p>一<b>二</b><strong>三</strong>", [("strong", "二", ""), ("strong", "三", "")]),
        ("<i>一</i><em>二</em>", [("emphasis", "一", ""), ("emphasis", "二", "")]),
        ("<code>a b</code><kbd>c</kbd>", [("code", "a b", ""), ("code", "c", "")]),
        (
            "<a href=' https://a.b/ '>一<b>二</b></a>",
            [("link", "一二", "https://a.b/"), ("strong", "二", "")],
        ),
        ("<a href=#n>一</a><a href=/x>二</a><a>三</a>", [("link", "一", "#n")]),
        ("<a href=javascript:x>一</a><a href=mailto:a@b.c>二</a>", [("link", "二", "mailto:a@b.c")]),
        ("<b>一<b>二</b>三</b>四", [("strong", "一二三", "")]),
        ("<b>一<i>二</b>三</i>四", [("strong", "一二", ""), ("emphasis", "二", "")]),
        ("<b> 一\n </b> <i> </i>二", [("strong", "一", "")]),
        (
            "<b>一<br>二<div>三</div></b>四",
            [("strong", "一", ""), ("strong", "二", ""), ("strong", "三", "")],
        ),
        ("<b><b>一<br>二</b>三</b>", [("strong", "一", ""), ("strong", "二三", "")]),
        ("<a href=#n>一<span><a href=/x>二</a>三</span></a>", [("link", "一二三", "#n")]),
        ("<pre><b>a</b></pre><b hidden>二</b>", []),
        ("<h2>一<em>二</em></h2>", [("emphasis", "二", "")]),
        ("<b>葛</b>\U000e0100城", [("strong", "葛\U000e0100", "")]),
        ("<ruby><b>漢</b><rt><b>hàn</b></rt></ruby>", [("ruby", "漢", "hàn"), ("strong", "漢", "")]),
        ("<ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp>字<rt> zì\n</rt></ruby>人",
         [("ruby", "漢", "hàn"), ("ruby", "字", "zì")]),
        ("<ruby><rb>漢</rb><rb>字</rb><rt>hàn</rt><rt>zì</rt></ruby>",
         [("ruby", "漢", "hàn"), ("ruby", "字", "zì")]),
        ("<ruby><rb>漢字</rb><rt>hànzì</rt><rtc>words</rtc></ruby>", [("ruby", "漢字", "hànzì")]),
        ("<ruby>漢字<rtc>ㄏㄢˋ<rt>hànzì</rt></rtc></ruby>", [("ruby", "漢字", "hànzì")]),
        ("<ruby>漢字<rtc>ㄏㄢˋ</rtc></ruby>", [("ruby", "漢字", "ㄏㄢˋ")]),
        ("<ruby><ruby>漢<rt>hàn</rt></ruby>字<rt>words</rt></ruby>", [("ruby", "漢字", "words")]),
        ("<ruby>漢<rt></rt>字<rt>zì</rt></ruby>", [("ruby", "字", "zì")]),
        (f"<ruby>漢<rt>{'長' * 41}</rt></ruby><rt>孤</rt>", []),
        ("<ruby>漢<br>字<rt>zì</rt></ruby>", [("ruby", "漢", "zì"), ("ruby", "字", "zì")]),
    ],
)  # fmt: skip
def test_inlines_of_html(fragment: str, expected: list[tuple[str, str, str]]) -> None:
    assert inlines(html(fragment)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一**二*三***", [("strong", "二三", ""), ("emphasis", "三", "")]),
        ("*一 *二* 三*", [("emphasis", "一 二 三", "")]),
        ("`` a`b `` [**一**](http://x 'y')", [("code", "a`b", ""), ("link", "一", "http://x"),
                                              ("strong", "一", "")]),
        ("<https://a.b> [一](x) [二](#y) [三](javascript:z)",
         [("link", "https://a.b", "https://a.b"), ("link", "二", "#y")]),
        ("**一\\\n二**", [("strong", "一", ""), ("strong", "二", "")]),
        ("# *題*\n\n> **一**\n\n- *二*",
         [("emphasis", "題", ""), ("strong", "一", ""), ("emphasis", "二", "")]),
        ("| 甲 | **乙** |\n|--|--|\n| [丙](#a) | `丁` |",
         [("strong", "乙", ""), ("link", "丙", "#a"), ("code", "丁", "")]),
        ("<b>一</b><KBD class=x>二</kbd>", [("strong", "一", ""), ("code", "二", "")]),
        ("<a class='k' href='http://x/?a&amp;b'>一</a>二", [("link", "一", "http://x/?a&b")]),
        ("<a href=http://x>一</a>", [("link", "一", "http://x")]),
        ("<b>一\n\n二", [("strong", "一", "")]),
        ("*<b>一*二</b>", [("emphasis", "一", ""), ("strong", "一", "")]),
        ("<div><b>一</b><a href=#b>二</a></div>", [("strong", "一", ""), ("link", "二", "#b")]),
        ("<button>一</button><abbr>二</abbr>~~三~~", []),
        ("```\n**一**\n```", []),
    ],
)  # fmt: skip
def test_inlines_of_markdown(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert inlines(read_markdown(text)) == expected


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("<ul><li>一<li>二</ul>", [("•", "一"), ("•", "二")]),
        ("<ul><li>一<ul><li>二</ul>三<li>四</ul>", [("•", "一"), ("◦", "  二"), ("", "三"), ("•", "四")]),
        ("<ol start=9><li>一<li value=20>二<li>三</ol>", [("9.", "一"), ("20.", "二"), ("21.", "三")]),
        ("<ol><li>一<ol type=a><li>二</ol><li>三</ol>", [("1.", "一"), ("a.", "  二"), ("2.", "三")]),
        ("<ol style='color:red;list-style : cjk-ideographic'><li>一<li>二</ol>",
         [("一、", "一"), ("二、", "二")]),
        ("<ul style='list-style-type:none'><li>一</ul>", [("", "一")]),
        ("<ul style='LIST-STYLE: inside Upper-Roman'><li>一</ul>", [("I.", "一")]),
        ("<ol start=x><li><p>一</p><p>二</p></ol>", [("1.", "一"), ("", "二")]),
        ("<ol><li><h3>一</h3>二<blockquote>三</blockquote>四</ol>",
         [("heading", "一"), ("1.", "二"), ("quote", "三"), ("", "四")]),
        ("<ol><li><li>一</ol><li>二", [("2.", "一"), ("•", "二")]),
        ("<blockquote>一<ul><li>二</ul>三</blockquote>", [("quote", "一"), ("•", "二"), ("quote", "三")]),
    ],
)  # fmt: skip
def test_lists_of_html(fragment: str, expected: list[tuple[str, str]]) -> None:
    assert items(html(fragment)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- 一\n- 二", [("•", "一"), ("•", "二")]),
        ("3) 一\n   - 二\n\n   三\n4) 四", [("3)", "一"), ("◦", "  二"), ("", "三"), ("4)", "四")]),
        ("1. 一\n1. 二\n\n文\n\n0. 三", [("1.", "一"), ("2.", "二"), ("paragraph", "文"), ("0.", "三")]),
        ("- # 一\n\n  二", [("title", "一"), ("•", "二")]),
        ("> - 一\n>\n> 二", [("•", "一"), ("quote", "二")]),
        ("- ```\n  a\n  ```\n- 一", [("code", "a"), ("•", "一")]),
    ],
)  # fmt: skip
def test_lists_of_markdown(text: str, expected: list[tuple[str, str]]) -> None:
    assert items(read_markdown(text)) == expected


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("<p>文<p><img src=' a.png' alt=' 湖\n水 '>", [("湖水", "a.png")]),
        ("<div><a href=#x><img src=a alt=湖></a><img src=b alt=水></div>", [("湖", "a"), ("水", "b")]),
        ("<p>文<img src=a alt=湖>字</p><h2><img src=b alt=報></h2>", []),
        ("<img src=a><img src=b alt=' '><img src=c alt=IMG_1.JPG>", []),
        ("<img src=a title=湖>", [("湖", "a")]),
        ("<img src='data:image/gif;base64,AA' data-src=b.png alt=湖>", [("湖", "b.png")]),
        ("<img src='data:image/gif;base64,AA' alt=湖>", [("湖", "")]),
        ("<figure><img src=a alt=湖><figcaption>圖一：<b>湖</b>。</figcaption></figure>",
         [("圖一：湖。", "a")]),
        ("<figure><figcaption><p>圖一</p>攝影<br>甲</figcaption><p>文<img src=a></figure>",
         [("圖一攝影甲", "a")]),
        ("<figure><img src=a alt=湖><figcaption> </figcaption></figure>", [("湖", "a")]),
        ("<figure><figcaption>表</figcaption><pre>x</pre></figure><figcaption>孤</figcaption>", []),
        ("<figure><img src=a><figcaption>一</figcaption></figure><img src=b alt=二>",
         [("一", "a"), ("二", "b")]),
        ("<ul><li><img src=a alt=湖><li>一</ul>", [("湖", "a")]),
    ],
)  # fmt: skip
def test_images_of_html(fragment: str, expected: list[tuple[str, str]]) -> None:
    assert images(html(fragment)) == expected


def test_a_caption_without_an_image_is_a_paragraph() -> None:
    found = items(html("<figure><figcaption>表</figcaption><pre>x</pre></figure>"))
    assert found == [("paragraph", "表"), ("code", "x")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("文\n\n![湖 *水*](a.png)\n", [("湖 水", "a.png")]),
        ("![](a.png '湖') ![水](b.png)", [("湖", "a.png"), ("水", "b.png")]),
        ("[![湖](a.png)](http://x)", [("湖", "a.png")]),
        ("文 ![湖](a.png)", []),
        ("<figure><img src=a><figcaption>湖</figcaption></figure>", [("湖", "a")]),
    ],
)
def test_images_of_markdown(text: str, expected: list[tuple[str, str]]) -> None:
    assert images(read_markdown(text)) == expected


def test_an_image_is_not_the_title_of_a_page() -> None:
    assert read_html("<body><img src=a alt=湖><p>文。", whole=True).title == "文。"


def test_a_picture_that_was_copied_from_a_page_is_no_article() -> None:
    with pytest.raises(ReadError):
        read_paste("", "<img src='https://a.b/c.png' alt='湖'>")


def test_the_addresses_in_a_plain_text_are_links() -> None:
    expected = [("link", "https://a.b/c", "https://a.b/c")]
    text = "鹽湖\n\n見https://a.b/c。\n1. 甲"
    assert inlines(read_paste(text)) == expected
    assert inlines(redecode(text.encode(), "utf-8")) == expected
    assert {block.marker for block in read_paste(text).blocks} == {""}


def well_formed(draft: ArticleDraft) -> None:
    """Each inline in one block that is not code, cut well, and nested in the others or apart from them."""
    blocks = [block for block in draft.blocks if block.kind != "code"]
    before: list[tuple[int, int, str]] = []
    for inline in draft.inlines:
        start, end = inline.start, inline.end
        assert any(block.start <= start < end <= block.end for block in blocks)
        words = draft.text[start:end]
        assert words == words.strip()
        assert not {draft.text[start], draft.text[end : end + 1]} & set(JOINED)
        for other_start, other_end, kind in before:
            assert (other_start, -other_end) <= (start, -end)
            assert end <= other_end or other_end <= start
            assert kind != inline.kind or other_end <= start
        before.append((start, end, inline.kind))


INLINE_TAGS = ("<b>", "</b>", "<i>", "</i>", "<em>", "</em>", "<code>", "</code>", "<a href=#a>", "</a>")
BLOCK_TAGS = ("<p>", "</p>", "<br>", "<ul>", "<li>", "</ul>", "<blockquote>", "<h2>", "</h2>")
WORDS = ("鹽", "湖", "a", " ", "\n", "\u3000", *JOINED)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from((*INLINE_TAGS, *BLOCK_TAGS, "<pre>", "</pre>", *WORDS, *WORDS)), max_size=30))
def test_any_html(parts: list[str]) -> None:
    well_formed(html("".join(parts)))


@settings(max_examples=200, deadline=None)
@given(st.recursive(
    st.sampled_from(WORDS),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from(["b", "i", "code", "em"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=20,
))  # fmt: skip
def test_inlines_change_nothing_of_the_text(fragment: str) -> None:
    draft = html(f"<p>{fragment}</p>")
    plain = html(f"<p>{re.sub('<[^>]*>', '', fragment)}</p>")
    assert (draft.text, draft.blocks) == (plain.text, plain.blocks)
    well_formed(draft)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from((*INLINE_TAGS, "*", "**", "`", "[", "](#a)", "\\", "- ", "> ", *WORDS)), max_size=30
    )
)
def test_any_markdown(parts: list[str]) -> None:
    well_formed(read_markdown("".join(parts)))


@pytest.mark.parametrize("read", [html, read_markdown])
def test_much_markup_takes_no_long_time(read: Callable[[str], ArticleDraft]) -> None:
    well_formed(read("<b>一<i>二" * 300 + "</b>" * 300))
