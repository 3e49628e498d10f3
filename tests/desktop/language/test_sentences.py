"""Sentences end where a reader would stop, and lose nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.language import sentences


@pytest.mark.parametrize(
    "parts",
    [
        [],
        ["没有句号"],
        ["你好。", "再见！", "好吗？！", "我……", "走了"],
        ["第一句。", "  第二句。"],
        ["题目", "\n第一段。", "\n\n第二段。\n"],
        [" \n "],
        ["他说：“好。”", "我走了。"],
        ["“好。我去。”他说。", "她走了。"],
        ["“好。”老人笑着说道：“来吧。”", "他来了。"],
        ["“好！”", "他知道。"],
        ["他问：“好吗？”", "她答道：“好。”"],
        ["「『好。』他說。」", "走了。"],
        ["“你好吗？”的问题，没人答。"],
        ["他来了（真的吗？）然后走了。", "好。"],
        ["他走了。", "（他笑了。）", "完。"],
        ["《怎么办？》是一本书。", "好。"],
        ["他来了。", '"好。"', "她来了。"],
        ["好。”", "后半句没有开头。"],
        ["“没有结尾。", "再来一句。"],
        ["圆周率是3.14。", "See below.", " Yes."],
        ["1. 标题"],
    ],
)
def test_sentences(parts: list[str]) -> None:
    text = "".join(parts)
    assert [text[slice(*span)] for span in sentences.split(text)] == parts


def test_a_speech_is_cut_at_its_own_sentences() -> None:
    sentence = "今天我们在这里说很多话。"
    text = "他说：“" + sentence * 12 + "”"
    assert len(sentences.split(text)) == 12


@given(
    st.text(
        st.one_of(st.sampled_from('好他说。！？…，.\n "“”‘’「」（）()《》a1'), st.characters()),
        max_size=40,
    )
)
@settings(max_examples=200, deadline=None)
def test_any_text_is_covered_once(text: str) -> None:
    spans = sentences.split(text)
    assert "".join(text[slice(*span)] for span in spans) == text
    assert all(text[slice(*span)] for span in spans)
    # No sentence of white space alone, and no line feed inside one.
    assert len(spans) == 1 or all(text[slice(*span)].strip() for span in spans)
    assert all("\n" not in text[slice(*span)].strip() for span in spans)
