"""Word path: the likeliest words, the same for a long text as for a short one."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.language import packaged_dictionary, word_model, word_path, words


def cut(text: str) -> list[str]:
    return [text[slice(*span)] for span in words.segment(text)]


@pytest.mark.parametrize(
    "parts",
    [
        # Where the longest match goes wrong.
        "研究 生命 的 起源",
        "他 的 确切 地址 我 不 知道",
        "乒乓球 拍卖 完了",
        "和 尚未 结婚 的 人",
        "从 中学 毕业 后",
        "把 手机 放 在 桌子 上",
        # What jieba leaves in one piece or guesses, though the dictionary has the parts.
        "大学生 活动 中心",
        "國立 臺灣大學 歷史 系 教授",
        "一会儿 工夫 他 就 看 完了",
        "有点 累 ， 慢 一点",
        "位于 北京市 的 博物馆",
        # Numbers whole, apart from what they count.
        "三百五十六 个人",
        "去年 三月 二十三 日",
        "一九四九 年 十月 一 日",
        "十分 之一 的 人 十分 高兴",
        "万一 下雨 怎么办",
        # Names.
        "李小明 和 王建国 来 了",
        "陳建仁 先生",
        "普京 总统 与 特朗普 会面",
        # Headwords with letters.
        "唱 卡拉OK 穿 T恤",
    ],
)
def test_words(parts: str) -> None:
    assert cut(parts.replace(" ", "")) == parts.split()


def test_both_scripts_are_cut_alike() -> None:
    simplified = "他在国立台湾大学图书馆研究发展中国家的经济，后来头发长得很长。"
    traditional = "他在國立台灣大學圖書館研究發展中國家的經濟，後來頭髮長得很長。"
    assert words.segment(simplified) == words.segment(traditional)


def test_a_long_text_is_cut_as_its_sentences() -> None:
    sentence = "他在北京大学图书馆研究生命的起源，卡拉OK也唱得好听。\n"
    assert cut(sentence * 3000) == cut(sentence) * 3000


@pytest.mark.parametrize(
    "text",
    ["人" * 5000, "人a" * 3000, "x" * 40_000 + "人民", " " * 40_000, "中人民" * 20_000, "，人" * 40_000],
)
def test_odd_texts_are_covered(text: str) -> None:
    found = cut(text)
    assert "".join(found) == text
    assert all(each.isspace() or " " not in each for each in found)
    assert "x" * 40_000 not in text or "x" * 40_000 in found


@given(st.text("人民中国大学生活动一二十万a1 ，", max_size=10))
@settings(deadline=None)
def test_no_path_is_better(text: str) -> None:
    apart = [found.span() for found in words.NOT_HANZI.finditer(text)]
    lexicon = packaged_dictionary.lexicon()
    path = word_path.edges(text, apart, lexicon)
    if not text:
        assert path == [0]
        return
    steps, _ = word_path.steps(text, np.array(apart, np.int64).reshape(-1, 2), lexicon)
    worth: dict[tuple[int, int], int] = {}
    for start, end, weight, inside, off in zip(*(each.tolist() for each in steps), strict=True):
        joint = word_model.total([word_model.joint(end - start, inside, off)])
        worth[start, end] = max(weight + joint, worth.get((start, end), -(10**9)))
    best = {0: 0}
    for start, end in sorted(worth):
        best[end] = max(best.get(end, -(10**9)), best[start] + worth[start, end])
    assert sum(worth[step] for step in pairwise(path)) == best[len(text)]
