from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.exchange.draft import Block, Inline, Structure, structure_from_json, structure_to_json

OFFSETS = st.tuples(st.integers(0, 10**7), st.integers(0, 10**5)).map(lambda pair: (pair[0], sum(pair)))
BLOCKS = st.builds(
    lambda kind, span, *rest: Block(kind, span[0], span[1], *rest),
    st.sampled_from(["title", "heading", "paragraph", "quote", "item", "code", "image"]),
    OFFSETS,
    st.integers(0, 6),
    st.sampled_from(["", "•", "1.", "一、"]),
    st.sampled_from(["", "湖.jpg"]),
)
INLINES = st.builds(
    lambda kind, span, target: Inline(kind, span[0], span[1], target),
    st.sampled_from(["link", "emphasis", "strong", "code", "ruby"]),
    OFFSETS,
    st.sampled_from(["", 'https://a.b/"']),
)


@settings(deadline=None)
@given(st.lists(BLOCKS, min_size=1), st.lists(INLINES))
def test_json_gives_the_same_structure(blocks: list[Block], inlines: list[Inline]) -> None:
    found = structure_from_json(structure_to_json(blocks, inlines))
    assert found == Structure(tuple(blocks), tuple(inlines))


def test_no_blocks_are_no_json() -> None:
    assert structure_to_json(()) == ""
    assert structure_from_json("") == Structure()


def test_rows_of_blocks_are_short() -> None:
    blocks = [Block("title", 0, 1, 1), Block("item", 2, 3, 1, "一、")]
    written = '{"blocks":[["title",0,1,1],["item",2,3,1,"一、",""]],"inlines":[["link",2,3,"#a"]]}'
    assert structure_to_json(blocks, [Inline("link", 2, 3, "#a")]) == written


def test_what_was_stored_before_there_were_inlines_is_read() -> None:
    blocks = (Block("title", 0, 3, 1), Block("item", 4, 6))
    assert structure_from_json('[["title",0,3,1],["item",4,6,0]]') == Structure(blocks, ())


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "3",
        "[[1,2,3,4]]",
        '[["verse",0,1,0]]',
        '[["heading",2,1,2]]',
        '[["heading",0,1]]',
        '[["image",0,1,0,"",3]]',
        '{"blocks":[]}',
        '{"blocks":[],"inlines":3}',
        '{"blocks":[],"inlines":[["verse",0,1,""]]}',
        '{"blocks":[],"inlines":[["link",2,1,""]]}',
        '{"blocks":[],"inlines":[["link",0,1]]}',
        "no",
        '["x"]',
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"block|inline|JSON|column"):
        structure_from_json(text)
