from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from meipi.contents.sections import heads_of, marked_in, section_at, sections_of, share_read
from meipi.exchange.draft import ArticleDraft, Block
from meipi.workspace import Workspace, open_library

TEXT = "茶路\n引子一句。\n上游\n採茶的人起得早。\n渡口\n船夫不說話。\n下游\n貨到了。\n"
BLOCKS = tuple(
    Block(kind, TEXT.index(line), TEXT.index(line) + len(line), level)
    for kind, line, level in (
        ("title", "茶路", 1),
        ("heading", "上游", 2),
        ("heading", "渡口", 3),
        ("heading", "下游", 2),
    )
)


def test_sections_go_from_heading_to_heading() -> None:
    found = sections_of(TEXT, BLOCKS, "無題")
    assert [(section.title, section.depth, section.hanzi) for section in found] == [
        ("茶路", 0, 7),
        ("上游", 0, 10),
        ("渡口", 1, 8),
        ("下游", 0, 6),
    ]


def test_what_stands_before_the_first_heading_has_the_title_of_the_article() -> None:
    first, second = sections_of("前言。\n一章\n文。", [Block("heading", 4, 6, 2)], "書")
    assert (first.title, first.start, first.end) == ("書", 0, 4)
    assert (second.title, second.start, second.end) == ("一章", 4, 9)
    (only,) = sections_of("沒有標題的文章。", [], "短文")
    assert (only.title, only.hanzi) == ("短文", 8)
    assert sections_of("", [], "空") == ()


@given(st.text("章文\n ", max_size=40), st.lists(st.integers(2, 6), max_size=8))
def test_together_they_are_the_text(text: str, levels: list[int]) -> None:
    starts = [place for place, char in enumerate(text) if char == "章"][: len(levels)]
    blocks = [Block("heading", start, start + 1, level) for start, level in zip(starts, levels, strict=False)]
    found = sections_of(text, blocks, "題")
    assert "".join(text[section.start : section.end] for section in found) == (text if found else "")
    assert len(found) == len(heads_of(text, blocks))
    assert all(section_at(found, offset) >= 0 for offset in range(len(text)) if found)
    assert all(later.depth <= earlier.depth + 1 for earlier, later in pairwise(found))


def test_a_mark_belongs_to_the_section_in_which_it_begins(tmp_path: Path) -> None:
    with open_library(tmp_path / "library.db") as library:
        workspace = Workspace(library)
        workspace.add_drafts([ArticleDraft("茶路", TEXT, BLOCKS)])
        for word, colour in (("起得早", "zhu"), ("早。\n渡口", "tian"), ("船夫", "ou")):
            start = TEXT.index(word)
            assert workspace.marking.highlight((start, start + len(word)), colour) is not None
        workspace.marking.write_note(workspace.marks[0].id, "幾點？")
        told = marked_in(sections_of(TEXT, BLOCKS, ""), workspace.marks)
    assert [([lying.colour for lying in marked.marks], marked.notes) for marked in told] == [
        ([], 0),
        (["zhu", "tian"], 1),
        (["ou"], 0),
        ([], 0),
    ]
    assert 0 < told[1].marks[0].share < told[1].marks[1].share < 1


def test_how_far_a_section_is_read() -> None:
    section = sections_of(TEXT, BLOCKS, "")[1]
    assert share_read(section, 0) == 0
    assert share_read(section, section.start) == 0
    assert 0 < share_read(section, section.start + 4) < 1
    assert share_read(section, len(TEXT)) == 1
