"""What a page of the web says of its article: title, source, author, date.

By its meta elements (Open Graph, Dublin Core, and those of news sites), then JSON-LD (schema.org), then the
lines above the article, as in 「2026-05-11 08:00　来源：…」, then the page's own address.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any, NamedTuple

from .html_rows import rows_of
from .rows import Row, flowed

_TITLES = ("og:title", "twitter:title", "dc.title", "citation_title")
_SOURCES = ("og:site_name", "source", "mediaid", "dc.publisher", "citation_journal_title", "application-name")
_AUTHORS = ("author", "article:author", "dc.creator", "citation_author", "byl", "parsely-author")
_DATES = (
    "article:published_time", "og:published_time", "publishdate", "pubdate", "publish-date", "publish_date",
    "publishtime", "publish_time", "apub:time", "weibo: article:create_at", "dc.date", "dc.date.issued",
    "dcterms.issued", "citation_publication_date", "parsely-pub-date", "og:release_date", "date",
)  # fmt: skip
_ARTICLES = re.compile(r"(?:[A-Za-z]*Article|BlogPosting|Report|Review)$")
_SCRIPTS, _SCRIPT_SIZE, _OBJECTS = 20, 512 * 1024, 2_000
"""Scripts of JSON-LD that are read, code points of one, and objects looked through, at most."""

_DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{4}|\d{6})?(?!\d)")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})[-/]?(\d{2})[-/]?(\d{2})(?=[/._-]|\Z)")
_SOURCE = re.compile(
    r"(?:来源|來源|稿源|文章出处|出处|出處)\s*[:：]\s*(?:\[|【)?([^\s\[\]【】|｜:：，,。()（）]{2,24}?)"
    r"(?=$|[\s\[\]【】|｜:：，,。()（）]|举报|舉報|作者|编辑|編輯|责编|責編)"
)
_PREFIX = re.compile(r"(?:来源|來源|稿源)\s*[:：]\s*")
_NAME = r"[^\s|｜:：，,。;；()（）/／\d]{2,12}"
_AUTHOR = re.compile(
    rf"(?:作者|(?:本报|本報)?(?:记者|記者)|撰文|文)\s*[:：/／|｜]\s*"
    rf"({_NAME}(?:、{_NAME}){{0,4}}(?:[ 　\xa0][\u4e00-\u9fff]{{2,4}}(?=$|\s)){{0,4}})"
    r"(?=$|[\s|｜,，;；()（）/／])"
)
_NO_NAME = re.compile(r"来源|來源|编辑|編輯|时间|時間|发布|發布|发表|發表|阅读|閱讀|[\d@]")
_OF_A_PAPER = re.compile(
    r".{1,12}(?:网|網|报|報|社|台|臺|刊|杂志|雜誌|新闻|新聞|在线|在線|客户端|客戶端|频道|頻道|日报|晚报)"
)
_BETWEEN = re.compile(r"\s*[|｜_]\s*|\s+[-–—]+\s+|[-–—](?=[^-–—]{2,14}$)")
_ABOVE, _LONGEST_LINE = 12, 120
_FIELD_LENGTH = 200


class Details(NamedTuple):
    """Each is "" where the page does not say it; the date is as in 2026-05-11."""

    title: str = ""
    source: str = ""
    author: str = ""
    published: str = ""


def details_of(document: Any, first: str, address: str = "") -> Details:
    """What is known of the article. `first` is the first paragraph of the article itself, "" if the lines
    above it need not be read, and `address` that of the page. What stands around it is taken out of the tree.
    """
    from lxml import etree

    metas = _metas(document)
    article = next(_articles(document), {})
    page_title = flowed(document.findtext(".//head/title") or "")
    named = _first(metas, _TITLES) or _text(article.get("headline")) or page_title[:_FIELD_LENGTH]
    etree.strip_elements(document, "nav", "footer", "aside", with_tail=False)
    lines = _lines_above(rows_of(document), first, site_apart(named)) if first else []
    return Details(
        title=named,
        source=_PREFIX.sub("", _first(metas, _SOURCES))
        or _named(article.get("publisher"))
        or _found(_SOURCE, lines)
        or _source_in(page_title),
        author=_author(metas, article, lines),
        published=_published(document, metas, article, lines, address),
    )


def site_apart(title: str) -> str:
    """The title without the name of the site behind it."""
    first = _BETWEEN.split(title)[0]
    return first if len(first) >= 4 else title


def _metas(document: Any) -> dict[str, str]:
    """The content of meta elements by their names, in small letters; the first of a name counts."""
    metas: dict[str, str] = {}
    for element in document.iter("meta"):
        content = flowed(element.get("content", ""))[:_FIELD_LENGTH]
        for attribute in ("property", "name", "itemprop"):
            name = element.get(attribute, "").strip().lower()
            if name and content:
                metas.setdefault(name, content)
    return metas


def _first(metas: dict[str, str], names: Sequence[str]) -> str:
    return next((metas[name] for name in names if name in metas), "")


def _articles(document: Any) -> Iterator[dict[str, Any]]:
    """The articles that the JSON-LD of a page tells of."""
    scripts = (each for each in document.iter("script") if "ld+json" in each.get("type", "").lower())
    for number, script in enumerate(scripts):
        text = script.text or ""
        if number == _SCRIPTS:
            return
        if len(text) <= _SCRIPT_SIZE:
            try:
                told = json.loads(text, strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _articles_in(told)


def _articles_in(told: Any) -> Iterator[dict[str, Any]]:
    waiting = [told]
    for _ in range(_OBJECTS):
        if not waiting:
            return
        each = waiting.pop(0)
        if isinstance(each, list):
            waiting += each[:_OBJECTS]
        elif isinstance(each, dict):
            kinds = each.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _ARTICLES.match(kind) for kind in kinds):
                yield each
            waiting += [value for value in each.values() if isinstance(value, dict | list)]


def _text(value: Any) -> str:
    return flowed(value)[:_FIELD_LENGTH] if isinstance(value, str) else ""


def _named(value: Any) -> str:
    """The names of a person, an organisation, or several."""
    values = value if isinstance(value, list) else [value]
    names = [_text(each.get("name") if isinstance(each, dict) else each) for each in values[:10]]
    return "、".join(name for name in names if name and not _is_address(name))[:_FIELD_LENGTH]


def _lines_above(rows: Sequence[Row], first: str, title: str) -> list[str]:
    """The short lines between the title and the article, and the first of itself."""
    end = next((number for number, row in enumerate(rows) if row.text == first), 0)
    start = max(end - _ABOVE, 0)
    for number in range(start, end):
        if title and title in rows[number].text:
            start = number + 1
    return [row.text for row in rows[start : end + 2] if len(row.text) <= _LONGEST_LINE]


def _found(pattern: re.Pattern[str], lines: Sequence[str]) -> str:
    return next((found[1].strip() for line in lines if (found := pattern.search(line))), "")


def _author(metas: dict[str, str], article: dict[str, Any], lines: Sequence[str]) -> str:
    # Behind the names may stand another word: 作者：王小明 發布.
    above = " ".join(takewhile(lambda word: not _NO_NAME.search(word), _found(_AUTHOR, lines).split()))
    for author in (_first(metas, _AUTHORS), _named(article.get("author")), above):
        if author and not _is_address(author) and not _NO_NAME.search(author):
            return author
    return ""


def _source_in(title: str) -> str:
    """The name of the site that stands last in the title of a page, if it is like one."""
    parts = _BETWEEN.split(title)
    return parts[-1] if len(parts) > 1 and _OF_A_PAPER.fullmatch(parts[-1]) else ""


def _published(
    document: Any, metas: dict[str, str], article: dict[str, Any], lines: Sequence[str], address: str
) -> str:
    told = [metas[name] for name in _DATES if name in metas]
    told += [metas.get("datepublished", ""), _text(article.get("datePublished"))]
    told += [element.get("datetime", "") for element in document.iter("time")][:1]
    for text in told:
        if date := _date(text):
            return date
    for line in lines:
        if date := _date(line):
            return date
    found = _IN_ADDRESS.search(address)
    return _whole(found) if found else ""


def _date(text: str) -> str:
    found = _DATE.search(text) or _COMPACT.match(text)
    return _whole(found) if found else ""


def _whole(found: re.Match[str]) -> str:
    year, month, day = (int(part) for part in found.groups()[:3])
    return f"{year}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


def _is_address(text: str) -> bool:
    return text.lower().startswith(("http:", "https:", "www."))
