from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from meipi.exchange.structure import blocks_of, is_byline, lines_of, title_of

SALT_LAKES = Path(__file__).parents[3].parent / "shared/articles/qinghai-salt-lakes.txt"
SENTENCE = "近年來,青海省集聚力量進行鹽湖資源開發關鍵技術攻關,不斷提升綜合利用水平。"


def shape(text: str) -> list[tuple[str, str]]:
    """Kind (with the level of a heading) and text of each block."""
    return [
        (f"h{block.level}" if block.kind == "heading" else block.kind, text[block.start : block.end])
        for block in blocks_of(text)
    ]


def headings(text: str) -> list[str]:
    return [line for kind, line in shape(text) if kind not in ("paragraph", "title")]


@pytest.mark.skipif(not SALT_LAKES.exists(), reason="the shared article is not here")
def test_the_real_article() -> None:
    text = SALT_LAKES.read_text(encoding="utf-8")
    assert [line for line in shape(text) if line[0] != "paragraph"] == [
        ("h2", "以學鑄魂增知識"),
        ("h2", "精準賦能強本領"),
        ("h2", "躬耕實干啟新程"),
    ]
    assert len(blocks_of(text)) == len([line for line in text.splitlines() if line.strip()])
    assert title_of(text, "none") == "none"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\n\n", "\r\n\r\n", "\n　\n"])
def test_every_line_ending(ending: str) -> None:
    text = ending.join(["鹽湖之行", "　　" + SENTENCE, "初到格爾木", SENTENCE]) + ending
    assert shape(text) == [
        ("title", "鹽湖之行"),
        ("paragraph", "　　" + SENTENCE),
        ("h2", "初到格爾木"),
        ("paragraph", SENTENCE),
    ]


@pytest.mark.parametrize(
    ("first", "titled"),
    [
        ("世界級鹽湖產業基地專題培訓班", True),
        ("　　故鄉　", True),
        ("“一帶一路”的十年", True),
        ("我冒了嚴寒，回到相隔二千餘里的故鄉去。", False),
        ("他說：", False),
        ("“未完的引文", False),
        ("記者 王小明", False),
        ("2026年5月11日", False),
        ("青海新聞網訊", False),
        ("……", False),
        ("很" * 41, False),
    ],
)
def test_the_first_line(first: str, titled: bool) -> None:
    assert title_of(f"\n{first}\n{SENTENCE}", "") == (first.strip("　 ") if titled else "")


def test_a_single_line_is_no_title() -> None:
    assert shape("鹽湖之行") == [("paragraph", "鹽湖之行")]
    assert shape("") == shape(" \n　\n") == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("躬耕實干啟新程", "h2"),
        ("第一章 少年時代", "h2"),
        ("第十二回　甄士隱夢幻識通靈", "h2"),
        ("第三節 水", "h3"),
        ("一、培訓的意義", "h2"),
        ("（二）課程安排", "h3"),
        ("3. 討論與交流", "h4"),
        ("2.1 方法", "h4"),
        ("強基礎，促發展", "h2"),
        ("序", "h2"),
        ("学会“慢”下来", "h2"),
        ("他走了。", "paragraph"),
        ("他走了。她也走了", "paragraph"),
        ("今天下午，", "paragraph"),
        ("名單如下：", "paragraph"),
        ("“我不同意”", "paragraph"),
        ("「是的」他說", "paragraph"),
        ("（未完待續）", "paragraph"),
        ("——記青海鹽湖培訓班", "paragraph"),
        ("- 鉀肥", "paragraph"),
        ("• 鋰", "paragraph"),
        ("……", "paragraph"),
        ("2026", "paragraph"),
        ("3人獲救", "paragraph"),
        ("24小時之後", "paragraph"),
        ("記者 王小明", "paragraph"),
        ("作者：魯迅", "paragraph"),
        ("來源：青海新聞網", "paragraph"),
        ("責任編輯：李四", "paragraph"),
        ("文／張三", "paragraph"),
        ("2026年5月11日", "paragraph"),
        ("二〇二六年五月", "paragraph"),
        ("2026-05-11 08:00", "paragraph"),
        ("https://example.org/a", "paragraph"),
        ("問：您怎麼看", "paragraph"),
        ("青海新聞網·大美青海客戶端訊", "paragraph"),
        ("***", "paragraph"),
    ],
)
def test_a_line_between_sentences(line: str, kind: str) -> None:
    assert shape(f"{SENTENCE}\n{line}\n{SENTENCE}")[1] == (kind, line)


def test_the_last_line_is_no_heading() -> None:
    assert headings(f"{SENTENCE}\n寫於西寧家中") == []


def test_a_line_within_a_quotation_is_no_heading() -> None:
    assert headings(f"他寫道：“春天的第一天。\n白雲深處\n{SENTENCE}”\n{SENTENCE}") == []


def test_a_poem_or_list_is_no_row_of_headings() -> None:
    assert headings(f"{SENTENCE}\n白日依山盡\n黃河入海流\n欲窮千里目\n更上一層樓\n{SENTENCE}") == []
    assert headings(f"{SENTENCE}\n1. 鉀\n2. 鋰\n3. 鎂\n{SENTENCE}") == []


def test_headings_of_different_forms_may_follow_each_other() -> None:
    assert headings(f"{SENTENCE}\n第一章\n風雪山神廟\n{SENTENCE}") == ["第一章", "風雪山神廟"]


def test_a_line_that_a_wrapped_sentence_left_is_no_heading() -> None:
    wrapped = "我冒了嚴寒，回到相隔二千餘里，別了二十餘年的故鄉去，時候既然是深冬"
    assert headings(f"{SENTENCE}\n{wrapped}\n漸近故鄉時天氣又陰晦了\n{SENTENCE}") == []
    assert headings(f"{SENTENCE}\n{wrapped}\n\n漸近故鄉\n{SENTENCE}") == ["漸近故鄉"]


def test_the_author_beneath_the_title_is_no_heading() -> None:
    assert shape(f"荷塘月色\n朱自清\n{SENTENCE}")[1] == ("paragraph", "朱自清")
    assert shape(f"荷塘月色\n前言\n{SENTENCE}")[1] == ("h2", "前言")


def test_bylines() -> None:
    assert is_byline("本報記者 王小明")
    assert not is_byline("圖書館的一天")


@settings(deadline=None)
@given(st.text(alphabet="鹽湖。“”「」\n\r\u2028\u2029 　\u200b\ufeff1.、第一章a…\x00", max_size=60))
@example("\u200b\u2003\u200b\n\r\n")
def test_blocks_are_exactly_the_lines_that_are_not_blank(text: str) -> None:
    blocks = blocks_of(text)
    lines = lines_of(text)
    assert [(block.start, block.end) for block in blocks] == [(line.start, line.end) for line in lines]
    end = 0
    for block in blocks:
        assert end <= block.start < block.end <= len(text)
        assert not set(text[block.start : block.end]) & set("\n\r\u2028\u2029")
        assert (
            not text[end : block.start]
            .strip("\u200b\ufeff")
            .replace("\u200b", "")
            .replace("\ufeff", "")
            .strip()
        )
        end = block.end
    assert [block.kind for block in blocks].count("title") <= 1
