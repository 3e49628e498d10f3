from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.exchange.draft import Block, from_json, to_json

KINDS = ["title", "heading", "paragraph", "quote", "item", "code"]
BLOCKS = st.builds(
    lambda kind, start, length, level: Block(kind, start, start + length, level),
    st.sampled_from(KINDS),
    st.integers(0, 10**7),
    st.integers(0, 10**5),
    st.integers(0, 6),
)


@settings(deadline=None)
@given(st.lists(BLOCKS))
def test_json_gives_the_same_blocks(blocks: list[Block]) -> None:
    assert from_json(to_json(blocks)) == tuple(blocks)


def test_no_blocks_are_no_json() -> None:
    assert to_json(()) == ""


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "3",
        "[[1,2,3,4]]",
        '[["verse",0,1,0]]',
        '[["heading",2,1,2]]',
        '[["heading",0,1]]',
        "no",
        '["x"]',
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"block|JSON|column"):
        from_json(text)
