from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.exchange.draft import ArticleDraft, Inline
from meipi.exchange.encodings import ENCODINGS
from meipi.exchange.opening import redecode
from meipi.workspace import Library, Said, Workspace, open_library
from meipi_db import quoted

IDS = [encoding for encoding, _ in ENCODINGS]


def test_a_file_read_in_a_wrong_encoding_is_put_right_with_its_marks(
    library: Library, draft: ArticleDraft
) -> None:
    assert draft.original is not None
    workspace = Workspace(library)
    workspace.add_drafts([redecode(draft.original, "big5hkscs", draft.path)])
    wrong = workspace.article
    assert wrong is not None
    assert wrong.text != draft.text
    mark = workspace.marking.highlight((0, 4), "zhu")
    assert mark is not None
    workspace.marking.write_note(mark.id, "記")
    workspace.remember_position(6)
    workspace.redecode("gb18030")
    assert workspace.article is not None
    assert workspace.article.text == draft.text
    assert workspace.article.title == draft.title
    assert workspace.article.encoding == "gb18030"
    assert workspace.blocks() == draft.blocks
    (moved,) = workspace.marks
    assert (moved.id, moved.colour, moved.note, moved.created) == (mark.id, "zhu", "記", mark.created)
    assert (moved.start, moved.exact) == (0, draft.text[: moved.end])
    assert workspace.undo_text == "Change encoding"
    workspace.undo()
    assert workspace.article.text == wrong.text
    assert [found.span for found in workspace.marks] == [(0, 4)]


def test_links_follow_the_encoding(library: Library) -> None:
    workspace = Workspace(library)
    workspace.add_drafts([redecode("鹽湖見https://a.b/c。".encode("gb18030"), "utf-16-le")])
    assert workspace.inlines() == ()
    workspace.redecode("gb18030")
    assert workspace.inlines() == (Inline("link", 3, 16, "https://a.b/c"),)
    workspace.undo()
    assert workspace.inlines() == ()


@given(
    text=st.text(st.sampled_from("鹽湖青海𠀀a\n，"), min_size=1, max_size=40),
    written=st.sampled_from(IDS),
    read=st.lists(st.sampled_from(IDS), min_size=1, max_size=4),
    data=st.data(),
)
@settings(max_examples=60, deadline=None)
def test_no_mark_is_lost_in_any_encoding(
    tmp_path_factory: pytest.TempPathFactory,
    text: str,
    written: str,
    read: list[str],
    data: st.DataObject,
) -> None:
    path: Path = tmp_path_factory.mktemp("library") / "library.meipi"
    original = text.encode(written, "ignore") or b"ab"
    with open_library(path) as library:
        workspace = Workspace(library)
        (article,) = workspace.add_drafts([redecode(original, written)])
        for _ in range(3):
            start = data.draw(st.integers(0, article.length - 1))
            workspace.marking.highlight((start, data.draw(st.integers(start + 1, article.length))), "zhu")
        before = workspace.marks
        for encoding in read:
            workspace.redecode(encoding)
            assert workspace.article is not None
            assert {mark.id for mark in workspace.marks} == {mark.id for mark in before}
            for mark in workspace.marks:
                assert quoted(workspace.article.text, mark.span) == (mark.exact, mark.prefix, mark.suffix)
        while workspace.undo_text == "Change encoding":
            workspace.undo()
        assert workspace.marks == before


def test_an_article_that_came_without_bytes_says_so(workspace: Workspace, heard: list[Said]) -> None:
    workspace.add_drafts([ArticleDraft("一", "從剪貼簿來")])
    heard.clear()
    assert workspace.redecode("big5hkscs") is None
    assert [said.problem for said in heard] == [True]
    workspace.open_article(None)
    assert workspace.redecode("big5hkscs") is None


def test_the_same_encoding_changes_nothing(workspace: Workspace, heard: list[Said]) -> None:
    assert workspace.redecode("gb18030") == workspace.article
    assert heard == []


def test_a_mark_on_what_becomes_a_byte_order_mark_goes_on_the_text_beside_it(library: Library) -> None:
    workspace = Workspace(library)
    workspace.add_drafts([redecode("\ufeff鹽湖".encode(), "gb18030")])
    mark = workspace.marking.highlight((0, 1), "zhu")
    assert mark is not None
    workspace.redecode("utf-8")
    assert [(found.id, found.exact) for found in workspace.marks] == [(mark.id, "鹽")]


def test_deleted_marks_move_too(workspace: Workspace, library: Library) -> None:
    mark = workspace.marking.highlight((6, 10), "zhu")
    assert mark is not None
    workspace.marking.delete_mark(mark.id)
    workspace.redecode("big5hkscs")
    assert workspace.article is not None
    (deleted,) = library.marks(workspace.article.id, deleted=True)
    assert quoted(workspace.article.text, deleted.span) == (deleted.exact, deleted.prefix, deleted.suffix)
    assert deleted.exact != mark.exact
    workspace.undo()
    workspace.undo()
    assert workspace.marks == (mark,)
