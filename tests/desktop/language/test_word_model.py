"""Word model: which properties a word has, and that the weights are there."""

from __future__ import annotations

import pytest

from meipi.language import word_model


@pytest.mark.parametrize(
    ("features", "expected"),
    [
        (word_model.character("的", 300_000), ["S", "W的"]),
        (word_model.character("鑫", 142), ["S", "F12"]),
        (word_model.character("齉", 0), ["S", "F10"]),
        (word_model.headword("图书馆", 1552, True), ["H3", "F33", "D3lc"]),
        (word_model.headword("中华人民共和国", 10**7, False), ["H5", "F55", "D5c"]),
        (word_model.headword("这个", 9, True), ["H2", "F21", "D2lc", "P这l"]),
        (word_model.headword("三天", 0, False), ["H2", "F20", "D2", "P#"]),
        (word_model.headword("十三", 5, False), ["N2h"]),
        (word_model.unlisted("一千五百", 0), ["N3"]),
        (word_model.unlisted("李小明", 0), ["U3n"]),
        (word_model.unlisted("欧阳修远", 0), ["U4n"]),
        (word_model.unlisted("舒尔曼", 0), ["U3n"]),
        (word_model.unlisted("赋能", 1), ["U2c"]),
        ([word_model.joint(9, 5, 2)], ["E422"]),
    ],
)
def test_features(features: object, expected: list[str]) -> None:
    assert list(features) == expected  # type: ignore[call-overload]


def test_weights() -> None:
    assert 100 < len(word_model.weights()) < 300
    assert word_model.total(["S", "no such feature"]) == word_model.weights().get("S", 0)
    assert word_model.total(["W的"]) > word_model.total(["U5"])
