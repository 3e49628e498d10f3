from __future__ import annotations

import pytest

from meipi.language.meanings import LONGEST, short


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("银行", "bank"),
        ("盐湖", "salt lake"),
        ("我们", "we"),
        ("得名", "get one's name"),
        ("行", ""),  # háng or xíng
        ("于", ""),  # 于 or 於
        ("银行三天", ""),
        ("", ""),
        ("。", ""),
    ],
)
def test_short_meanings(word: str, told: str) -> None:
    assert short(word) == told


@pytest.mark.parametrize("word", [*"水火风山饭走看红", "中华人民共和国", "饕餮", "的确", "夯实", "裏"])
def test_a_short_meaning_is_short(word: str) -> None:
    told = short(word)
    assert len(told) <= LONGEST
    assert not set("()[];") & set(told)
    assert "variant of" not in told
