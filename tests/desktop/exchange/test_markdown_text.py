from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from meipi.exchange.markdown_text import beneath, escaped

MARKS = "鹽湖a1 \t\\`*_[](){}<>#&;~|$^=%!+-.:\"'/\n>"
LINES = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.text(MARKS, max_size=20)
PARSERS = [MarkdownIt("commonmark"), MarkdownIt("gfm-like", {"linkify": False})]


def rendered(markdown: str, parser: MarkdownIt) -> list[str]:
    """The text of each paragraph; anything but plain paragraphs fails."""
    paragraphs = []
    for token in parser.parse(markdown):
        assert token.type in (
            "paragraph_open",
            "inline",
            "paragraph_close",
            "blockquote_open",
            "blockquote_close",
        )
        if token.type == "inline":
            assert {child.type for child in token.children or []} <= {"text"}
            paragraphs.append("".join(child.content for child in token.children or []))
    return paragraphs


@settings(max_examples=200, deadline=None)
@given(LINES, st.sampled_from(["", "> ", "> “"]), st.sampled_from(PARSERS))
@example("&amp; <b>x</b> [a](b) `c` *d* ![e](f)", "", PARSERS[0])
@example("1. 一", "", PARSERS[0])
@example("12) 二", "> ", PARSERS[0])
@example("---", "", PARSERS[0])
@example("===", "", PARSERS[0])
@example("+ 加", "", PARSERS[0])
@example("    code", "", PARSERS[0])
@example("a | b\n--|--", "", PARSERS[1])
@example("\\", "", PARSERS[0])
def test_escaped_renders_as_the_line(line: str, prefix: str, parser: MarkdownIt) -> None:
    expected = " ".join(line.splitlines()).strip().replace("\0", "\ufffd")
    text = rendered(f"{prefix}{escaped(line)}", parser)
    mark = prefix[2:]
    assert text == ([mark + expected] if mark + expected else [])


def test_nothing_is_escaped_without_need() -> None:
    line = "他说：“3.5 万人（含 A-B 班）!”，见 a.b/c。"
    assert escaped(line) == line


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("沒有標題，*原樣*。", "沒有標題，*原樣*。"),
        ("# 一\n## 二\n##### 五", "### 一\n#### 二\n###### 五"),
        ("### 三\n#### 四", "### 三\n#### 四"),
        ("## 二 ##", "### 二 ##"),
        ("#標籤 不是標題", "#標籤 不是標題"),
        ("題\n===\n文", "### 題\n文"),
        ("甲\n乙\n---\n文", "### 甲 乙\n文"),
        ("> # 引文裡", "> ### 引文裡"),
        ("- # 項目裡", "- ### 項目裡"),
        ("```sh\n# 註解\n```\n# 題", "```sh\n# 註解\n```\n### 題"),
        ("    # 縮排的代碼", "    # 縮排的代碼"),
        ("\n\n文\r\n段\n\n", "文\n段"),
        ("```\n沒有關上", "```\n沒有關上\n```"),
        ("~~~~\n沒有關上", "~~~~\n沒有關上\n~~~~"),
        ("<!-- 沒有關上", "<!-- 沒有關上\n-->"),
        ("<pre>\n沒有關上", "<pre>\n沒有關上\n</pre>"),
        ("- 項目\n  ```\n  代碼", "- 項目\n  ```\n  代碼"),
    ],
)
def test_notes(note: str, expected: str) -> None:
    assert beneath(note, 3) == expected


@settings(max_examples=200, deadline=None)
@given(st.text(MARKS, max_size=40))
@example("#\n#")
@example("\n=\n=")
@example("> a\n> ===")
@example("<?php")
@example("<![CDATA[ x")
@example("<!X y")
@example("``` \n # a\n```` \n# b")
def test_no_heading_of_a_note_stands_above_and_nothing_is_swallowed(note: str) -> None:
    tokens = PARSERS[0].parse(f"{beneath(note, 3)}\n\n尾")
    assert all(int(token.tag[1:]) >= 3 for token in tokens if token.type == "heading_open")
    assert [token.type for token in tokens[-3:]] == ["paragraph_open", "inline", "paragraph_close"]
    assert (tokens[-2].content, tokens[-2].level) == ("尾", 1)
