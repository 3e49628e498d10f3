"""The structure of a page after its text was edited by hand."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.exchange.carried import carried
from meipi.exchange.draft import Block, Inline, Structure
from meipi.language.changes import Way

OLD = "題目\n第一段，說鹽湖。\n• 一\n• 二\n引文之一\n引文之二"
STRUCTURE = Structure(
    (
        Block("title", 0, 2, 1),
        Block("paragraph", 3, 11),
        Block("item", 12, 15, 1, "•"),
        Block("item", 16, 19, 1, "•"),
        Block("quote", 20, 29),
    ),
    (Inline("link", 8, 10, "https://a.b/"), Inline("strong", 3, 5)),
)


def read(new: str) -> tuple[list[tuple[str, str, str]], list[tuple[str, str]]]:
    found = carried(STRUCTURE, OLD, new, Way(OLD, new).to_new)
    blocks = [(block.kind, new[block.start : block.end], block.marker) for block in found.blocks]
    return blocks, [(inline.kind, new[inline.start : inline.end]) for inline in found.inlines]


def test_nothing_is_other_in_the_same_text() -> None:
    assert carried(STRUCTURE, OLD, OLD, Way(OLD, OLD).to_new) == STRUCTURE


def test_a_typo_and_a_line_more() -> None:
    blocks, inlines = read(OLD.replace("第一段，說", "又一行\n第一段，說到").replace("• 二\n", ""))
    assert blocks == [
        ("title", "題目", ""),
        ("paragraph", "又一行", ""),
        ("paragraph", "第一段，說到鹽湖。", ""),
        ("item", "• 一", "•"),
        ("quote", "引文之一\n引文之二", ""),
    ]
    assert inlines == [("link", "鹽湖"), ("strong", "第一")]


def test_a_divided_title_and_item() -> None:
    blocks, _ = read(OLD.replace("題目", "題\n目").replace("• 一", "• 一\n甲乙"))
    assert blocks[:2] == [("title", "題", ""), ("paragraph", "目", "")]
    assert ("item", "• 一", "•") in blocks


@given(new=st.text(st.sampled_from("題目第一段說鹽湖引文之•。\n "), max_size=40))
@settings(max_examples=200, deadline=None)
def test_blocks_lie_apart_in_any_text(new: str) -> None:
    found = carried(STRUCTURE, OLD, new, Way(OLD, new).to_new)
    at = 0
    for block in found.blocks:
        assert at <= block.start < block.end <= len(new)
        assert new[block.start : block.end].strip()
        at = block.end
    for inline in found.inlines:
        assert any(block.start <= inline.start < inline.end <= block.end for block in found.blocks)
