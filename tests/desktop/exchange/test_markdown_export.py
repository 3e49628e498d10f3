from __future__ import annotations

import os
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from meipi.exchange.markdown_export import ExportArticle, ExportMark, ExportOptions, render
from meipi.exchange.structure import blocks_of, lines_of
from meipi.language.span import Span

EXPECTED = Path(__file__).parent / "expected"
TEXT = (
    "鹽湖培訓班開班\n"
    "青海新聞網訊 培訓班在省委黨校開班。\n"
    "以學鑄魂增知識\n"
    "“通過本次培訓,我受益極大。”星連文說。\n"
    "　　銀行的經理也來了,他長大後在重慶工作。\n"
    "精準賦能強本領\n"
    "課堂上,學員與老師不時互動。\n"
    "躬耕實干啟新程\n"
    "本次培訓取得 100% *成效*。\n"
)
ARTICLE = ExportArticle(
    uid="6f1c9a0b",
    title="鹽湖: 培訓班 #1",
    text=TEXT,
    source="青海新聞網",
    published="2026-05-11",
    saved="2026-11-24",
    script="traditional",
    tags=("鹽湖", "產業, 政策"),
    blocks=blocks_of(TEXT),
)


def mark(number: int, exact: str, **details: object) -> ExportMark:
    start = TEXT.index(exact)
    made = ExportMark(
        number, Span(start, start + len(exact)), exact, colour="藤黃", created="2026-11-24T07:12:59.9+00:00"
    )
    return replace(made, **details)  # type: ignore[arg-type]


MARKS = [
    mark(1, "本次培訓取得 100% *成效*。", note="# 我的看法\n\n**好**。\n\n```sh\n# 不是標題\n```"),
    mark(2, "“通過本次培訓,我受益極大。”", tags=("政策", "受 益", "#")),
    mark(3, "受益極大", note="第二條。", colour="朱"),
    mark(4, "省委黨校"),
    mark(12, "長大後在重慶工作。\n精準賦能強本領\n課堂上", colour="天青", note="\n跨段。\n"),
    mark(5, "長大後在重慶工作。\n精準賦能強本領\n課堂上", colour=""),
]


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("plain", ExportOptions()),
        ("converted", ExportOptions(converted=True, config="t2s")),
        ("pinyin", ExportOptions(converted=True, config="t2s", pinyin=True)),
    ],
)
def test_expected_files(name: str, options: ExportOptions, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("meipi.exchange.markdown_export._opencc_version", lambda: "1.4.2")
    path = EXPECTED / f"{name}.md"
    text = render(ARTICLE, MARKS, options)
    if os.environ.get("MEIPI_WRITE_EXPECTED"):
        path.write_bytes(text.encode())
    assert text.encode() == path.read_bytes()


def test_the_order_of_the_marks_does_not_matter() -> None:
    shuffled = MARKS.copy()
    random.Random(7).shuffle(shuffled)
    assert render(ARTICLE, shuffled) == render(ARTICLE, MARKS)


def test_an_article_without_marks() -> None:
    text = render(ExportArticle(uid="a1", title="空", text=""), [])
    assert text == (
        "---\ntitle: 空\nsource:\nauthor:\nurl:\npublished:\nsaved:\nscript:\n"
        "tags: []\nmeipi: a1\n---\n\n# 空\n"
    )


@pytest.mark.parametrize(
    ("exact", "quote"),
    [
        ("受益極大", "> “受益極大”"),
        ("“受益極大。”", "> “受益極大。”"),
        ("「受益『極』大。」", "> 「受益『極』大。」"),
        ("“甲。”他說，“乙。”", "> ““甲。”他說，“乙。””"),
        ("“受益", "> ““受益”"),
        ("甲\n\n　　乙", "> “甲\n>\n> 乙”"),
        ("“甲。\n“乙。”", "> “甲。\n>\n> “乙。”"),
        ("- a", "> “\\- a”"),
        ("甲\r\n1. 乙", "> “甲\n>\n> 1\\. 乙”"),
        ("", "> “”"),
    ],
)
def test_quotes(exact: str, quote: str) -> None:
    article = ExportArticle(uid="a", title="t", text=exact)
    text = render(article, [ExportMark(1, Span(0, len(exact)), exact)])
    assert text.split("# t\n\n")[1].split("\n\n[open]")[0] == quote


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30) | st.text("鹽湖 “”「」\n\r\u2028#>*-_`[]1.)<&\\\t", max_size=30))
@example("\ud800鹽")
@example("# a\n---\n> b\n\n```\n")
def test_a_quote_renders_as_written(exact: str) -> None:
    article = ExportArticle(uid="a", title="t", text=exact)
    text = render(article, [ExportMark(1, Span(0, len(exact)), exact)])
    tokens = MarkdownIt("commonmark").parse(text.split("\n# t\n")[1])
    assert [token.type for token in tokens if token.level == 0] == [
        "blockquote_open",
        "blockquote_close",
        "paragraph_open",
        "paragraph_close",
    ]
    paragraphs = [
        "".join(child.content for child in token.children or [])
        for token in tokens
        if token.type == "inline" and token.level == 2
    ]
    shown = [" ".join(line.text.splitlines()).strip() for line in lines_of(exact)] or [""]
    quote = "\n".join(shown).replace("\0", "\ufffd")
    quote = "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in quote)
    assert "\n".join(paragraphs) in (quote, f"“{quote}”")


def test_the_file_is_utf8_with_lf_and_one_ending() -> None:
    text = render(ARTICLE, [mark(1, "受益極大", note="甲\r\n乙\r\n\r\n")])
    assert "\r" not in text
    assert text.endswith("^m1\n")
    assert not text.endswith("\n\n")


@settings(deadline=None)
@given(st.permutations(MARKS), st.sets(st.integers(0, 5)))
def test_only_headings_that_hold_a_mark(marks: list[ExportMark], dropped: set[int]) -> None:
    kept = [mark for number, mark in enumerate(marks) if number not in dropped]
    sections = [line for line in render(ARTICLE, kept).split("\n") if line.startswith("## ")]
    holding = {
        max(
            (b for b in ARTICLE.blocks if b.kind == "heading" and b.start <= m.span.start),
            key=lambda b: b.start,
            default=None,
        )
        for m in kept
    }
    expected = [f"## {TEXT[b.start : b.end]}" for b in ARTICLE.blocks if b in holding]
    assert sections == expected


def test_marks_that_are_not_in_the_text_come_last_with_what_they_quoted() -> None:
    gone = ExportMark(7, None, "長大了的話", note="原文已刪。", created="2026-11-24T07:12:59+00:00")
    text = render(ARTICLE, [gone, *MARKS], ExportOptions(pinyin=True))
    assert text.startswith(render(ARTICLE, MARKS, ExportOptions(pinyin=True)).rstrip("\n"))
    rest = text[text.index("## 已不在文中") :]
    assert "> “長大了的話”\n\n*zhǎngdà" in rest
    assert "原文已刪。" in rest
    assert text.count("## 已不在文中") == 1
