from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meipi.language import collation


def _sorted(texts: list[str], how: str) -> list[str]:
    keys = {"pinyin": collation.by_pinyin, "strokes": collation.by_strokes}[how](texts)
    return [text for _, text in sorted(zip(keys, texts, strict=True))]


@pytest.mark.parametrize(
    ("how", "order"),
    [
        ("pinyin", ["重慶的橋", "荷塘月色", "中国人", "眾人", "重要的事", "醉翁亭記"]),
        ("pinyin", ["媽媽", "麻煩", "馬路", "罵人"]),  # mā má mǎ mà
        ("pinyin", ["123", "Bach 的音樂", "茶", "Zen"]),
        ("strokes", ["一", "人", "大橋", "太陽", "水", "眾人", "鹽湖"]),
        ("strokes", ["三國", "三國演義", "國"]),
    ],
)
def test_titles_stand_as_in_a_dictionary(how: str, order: list[str]) -> None:
    assert _sorted(order[::-1], how) == order


@given(st.lists(st.text(max_size=6), max_size=6))
def test_every_text_has_a_key_that_compares(texts: list[str]) -> None:
    for keys in (collation.by_pinyin(texts), collation.by_strokes(texts)):
        assert len(keys) == len(texts)
        sorted(keys)
