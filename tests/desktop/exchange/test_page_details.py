from __future__ import annotations

import pytest

from meipi.exchange.html import read_html

PARAGRAPHS = "".join(
    f"<p>第{number}天，鹽湖上起了大風，採鹽的人把船拴在岸邊，等風過去，再到湖心去，這是一個漫長的過程。</p>"
    for number in "一二三四"
)
AROUND = (
    "<nav><a href='/'>首頁</a><a href='/b'>新聞</a><a href='/c'>體育</a><a href='/d'>2019-01-01</a></nav>"
)


def details(head: str = "", above: str = "", address: str = "") -> tuple[str, str, str, str]:
    page = f"<html><head>{head}</head><body>{AROUND}{above}<div class='a'>{PARAGRAPHS}</div></body></html>"
    draft = read_html(page, title="檔名", address=address)
    assert "採鹽的人" in draft.text
    return draft.title, draft.source, draft.author, draft.published


NEWS = '<script type="application/ld+json">%s</script>'


@pytest.mark.parametrize(
    ("head", "above", "expected"),
    [
        (
            "<title>鹽湖的風_國內新聞_青海新聞網</title>",
            "<div>2019-01-01</div><h1>鹽湖的風</h1>"
            "<div>2026年5月1日 08:30&nbsp;&nbsp;来源：西海晨報&nbsp;&nbsp;作者：王小明 李青</div>",
            ("鹽湖的風", "西海晨報", "王小明 李青", "2026-05-01"),
        ),
        (
            "<title>鹽湖的風--地方--山谷網</title><meta name=publishdate content=2026-05-11>"
            "<meta name=source content='来源：山谷日報'><meta name=author content=王小明>",
            "<h1>鹽湖的風</h1>",
            ("鹽湖的風", "山谷日報", "王小明", "2026-05-11"),
        ),
        (
            "<title>鹽湖的風 | 社會 | 山谷通訊社 CNA</title><meta property=og:site_name content='山谷通訊社'>"
            + NEWS
            % '{"@context": "x", "@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"], "headline": '
            '"鹽湖的風", "datePublished": "2026-05-11T08:00:00Z", "author": [{"@type": "Person", "name": '
            '"王小明"}, {"name": "https://a.b"}], "publisher": {"name": "別社"}}]}',
            "",
            ("鹽湖的風", "山谷通訊社", "王小明", "2026-05-11"),
        ),
        (
            "<title>鹽湖的風</title>"
            + NEWS
            % '{"@type": "BlogPosting", "author": "王小明",\n "publisher": {"name": '
            '"山谷文摘"}, "datePublished": "2026/5/1"}',
            "<h1>鹽湖的風</h1>",
            ("鹽湖的風", "山谷文摘", "王小明", "2026-05-01"),
        ),
        (
            "<title>鹽湖的風 - 山谷時報</title>",
            "<h2>鹽湖的風</h2><p>本报记者：王小明 | 2026-5-1 <time datetime='2026-04-30T22'>昨天</time></p>",
            ("鹽湖的風", "山谷時報", "王小明", "2026-04-30"),
        ),
        (
            "<title>山谷網</title>" + NEWS % "{no json" + NEWS % ("[" * 100_000),
            "<h1>鹽湖的風</h1><p>責任編輯：李青 閱讀：1234</p>",
            ("山谷網", "", "", ""),
        ),
        (
            "<meta itemprop=datePublished content='20260511080000'><meta name=author content='来源：某網'>",
            "<h1>鹽湖的風</h1>",
            ("鹽湖的風", "", "", "2026-05-11"),
        ),
    ],
)
def test_news_pages(head: str, above: str, expected: tuple[str, str, str, str]) -> None:
    assert details(head, above) == expected


@pytest.mark.parametrize(
    ("line", "source", "author"),
    [
        ("来源：山谷通讯社举报", "山谷通讯社", ""),
        ("來源：山谷時報作者：王小明", "山谷時報", "王小明"),
        ("稿源: 【山谷在線】", "山谷在線", ""),
        ("文／王小明、李青　圖／陳白", "", "王小明、李青"),
        ("作者：王小明 發布於 2026-05-11", "", "王小明"),
        ("这篇文章说来源于生活，作者认为不然。", "", ""),
    ],
)
def test_bylines(line: str, source: str, author: str) -> None:
    assert details(above=f"<h1>鹽湖的風</h1><div>{line}</div>")[1:3] == (source, author)


@pytest.mark.parametrize(
    ("address", "published"),
    [
        ("https://a.b/n1/2026/0511/c1-2.html", "2026-05-11"),
        ("https://a.b/20260511/x.html", "2026-05-11"),
        ("https://a.b/2026-05-11/x", "2026-05-11"),
        ("https://a.b/2026/13/45/x", ""),
        ("https://a.b/120260511", ""),
        ("", ""),
    ],
)
def test_the_date_in_an_address(address: str, published: str) -> None:
    assert details(address=address)[3] == published
