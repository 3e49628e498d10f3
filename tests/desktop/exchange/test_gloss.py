from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.exchange.gloss import converted, romanised
from meipi.language.span import Span


def whole(text: str) -> str:
    return romanised(text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("我喜欢中国，真的。", "wǒ xǐhuān zhōngguó, zhēnde."),
        ("他说：“西安！”", "tā shuō: “xī'ān!”"),
        ("取得 100% 成效", "qǔdé 100% chéngxiào"),
        ("ABC, 123", ""),
        ("", ""),
    ],
)
def test_pinyin(text: str, line: str) -> None:
    assert whole(text) == line


def test_a_span_is_read_in_its_paragraph() -> None:
    text = "他去银行取钱"
    assert romanised(text, Span(3, 4)) == "háng"


def test_a_span_is_converted_in_its_paragraph() -> None:
    text = "他的頭髮和發展"
    assert converted(text, Span(2, 4), "t2s") == "头发"
    assert converted(text, Span(5, 7), "t2s") == "发展"


@settings(max_examples=100, deadline=None)
@given(st.text("我爱中国，。“”a1 %　\n", min_size=1, max_size=15), st.data())
def test_any_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line = romanised(text, Span(start, end))
    assert line == " ".join(line.split())
    assert bool(line) == bool(set(text[start:end]) & set("我爱中国"))
