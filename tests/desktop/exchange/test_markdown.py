from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.exchange.draft import ArticleDraft
from meipi.exchange.markdown import read_markdown
from meipi.exchange.opening import read_file


def shape(draft: ArticleDraft) -> list[tuple[str, str]]:
    return [
        (f"h{block.level}" if block.kind == "heading" else block.kind, draft.text[block.start : block.end])
        for block in draft.blocks
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 題\n\n## 節\n\n# 章", [("title", "題"), ("h2", "節"), ("h2", "章")]),
        ("文\n\n# 題", [("paragraph", "文"), ("h2", "題")]),
        ("題\n===\n\n文", [("title", "題"), ("paragraph", "文")]),
        ("一**二**~~三~~`四`[五](http://x)![六](y)<b>七</b>", [("paragraph", "一二三四五七")]),
        ("一\n二\na\nb", [("paragraph", "一二 a b")]),
        ("一\\\n二  \n三<br>四", [("paragraph", text) for text in "一二三四"]),
        ("> 一\n> 二\n>\n> 三", [("quote", "一二"), ("quote", "三")]),
        ("- 一\n\n  二\n  1. 三", [("item", text) for text in "一二三"]),
        ("```py\na\n\n b\n```\n\n    c", [("code", "a"), ("code", " b"), ("code", "c")]),
        ("| 甲 | 乙 |\n|--|--|\n| 1 | |", [("paragraph", "甲 乙"), ("paragraph", "1")]),
        ("<div><p>一</p><ul><li>二</ul></div>", [("paragraph", "一"), ("item", "二")]),
        ("<ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字", [("paragraph", "漢字")]),
        ("\\*一\\* &amp; 二", [("paragraph", "*一* & 二")]),
        ("---\n\n文", [("paragraph", "文")]),
        ("", []),
    ],
)  # fmt: skip
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert shape(read_markdown(text)) == expected


def test_front_matter() -> None:
    draft = read_markdown(
        "---\ntitle: '題: 目'\nauthor: [甲, 乙]\ndate: 2026-05-11T08:00:00\n"
        "source: 網\nurl: https://a.b/\n---\n# 題\n文",
        title="檔名",
    )
    assert (draft.title, draft.author, draft.published) == ("題: 目", "甲、乙", "2026-05-11")
    assert (draft.source, draft.url, draft.text) == ("網", "https://a.b/", "題\n文")


@pytest.mark.parametrize(
    "text",
    [
        "---\n一段，不是前言\n---\n文",
        "---\na: [\n---\n文",
        "---\na: !!python/object:os.system x\n---\n文",
        "---\n- a\n---\n文",
        "---\n" + "[" * 3000 + "\n---\n文",
    ],
)
def test_what_only_begins_like_front_matter_stays_in_the_text_or_harms_nothing(text: str) -> None:
    draft = read_markdown(text, title="檔名")
    assert draft.title == "檔名"
    assert draft.text.endswith("文")


def test_dates_that_are_none() -> None:
    assert read_markdown("---\ndate: 2026-13-45x\nauthor: {a: b}\n---\n文").published == ""


def test_titles() -> None:
    assert read_markdown("# 題\n文", title="檔名").title == "題"
    assert read_markdown("## 節\n文", title="檔名").title == "檔名"


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "筆記.md"
    path.write_bytes("文，不是標題。\r\n\r\n第二段的文字，也用國標碼保存。".encode("gb18030"))
    draft = read_file(path)
    assert (draft.title, draft.encoding, draft.original) == ("筆記", "gb18030", None)
    assert draft.text == "文，不是標題。\n第二段的文字，也用國標碼保存。"


@settings(max_examples=150, deadline=None)
@given(st.text("鹽a1 \t\n`*_[]()<>#&-|=\\!~:/\0", max_size=60))
def test_any_text(text: str) -> None:
    draft = read_markdown(text, title="t")
    assert len(draft.blocks) == len([line for line in draft.text.split("\n") if line.strip()])
    for block in draft.blocks:
        assert "\n" not in draft.text[block.start : block.end]
