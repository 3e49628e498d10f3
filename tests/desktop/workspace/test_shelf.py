"""Articles on the shelf: stars, tags, details, away into the bin and back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from meipi.exchange.draft import ArticleDraft
from meipi.workspace import Library, Said, Workspace


@pytest.fixture
def ids(workspace: Workspace) -> list[int]:
    drafts = [ArticleDraft(title, f"{title}。湖水很鹹。") for title in ("鹽湖", "渡口", "茶山")]
    return [article.id for article in workspace.add_drafts(drafts)]


def test_a_star_and_tags_for_several_are_one_step(
    workspace: Workspace, library: Library, ids: list[int]
) -> None:
    workspace.shelf.star(ids[:2], True)
    workspace.shelf.tag(ids, add=("湖", "課"))
    workspace.shelf.tag(ids[:1], add=("新",), remove=("湖",))
    stored = {info.id: info for info in library.articles()}
    assert [stored[number].starred for number in ids] == [True, True, False]
    assert stored[ids[0]].tags == ("課", "新")
    assert stored[ids[2]].tags == ("湖", "課")
    for _ in range(3):
        workspace.undo()
    assert all(not info.starred and info.tags == () for info in library.articles())


def test_details_are_edited_and_the_place_of_reading_stays(workspace: Workspace, library: Library) -> None:
    (article,) = workspace.add_drafts([ArticleDraft("鹽湖", "湖水很鹹。" * 9)])
    info = library.details(article.id)
    workspace.remember_position(7, 20)
    workspace.shelf.edit(replace(info, title="鹽湖記", source="湖報", author="林", published="1931-05-01"))
    after = library.details(article.id)
    assert (after.title, after.source, after.author, after.published) == (
        "鹽湖記",
        "湖報",
        "林",
        "1931-05-01",
    )
    assert workspace.article is not None
    assert workspace.article.title == "鹽湖記"
    workspace.remember_position(9, 30)
    workspace.undo()
    before = library.details(article.id)
    assert (before.title, before.source) == ("鹽湖", "")
    assert (before.position, before.furthest) == (9, 30)


def test_what_was_removed_lies_in_the_bin_and_comes_back(
    workspace: Workspace, library: Library, ids: list[int]
) -> None:
    workspace.open_article(ids[0])
    mark = workspace.marking.highlight((0, 2), "zhu")
    assert mark is not None
    workspace.marking.write_note(mark.id, "哪裡？")
    workspace.shelf.remove(ids[:2])
    assert workspace.article is None
    assert not {info.id for info in library.articles()} & set(ids[:2])
    assert {info.id for info in workspace.shelf.bin().articles} == set(ids[:2])
    workspace.shelf.bring_back(ids[:2])
    assert library.details(ids[0]).notes == 1
    workspace.undo()
    workspace.undo()
    assert set(ids) <= {info.id for info in library.articles()}
    workspace.open_article(ids[0])
    workspace.marking.delete_mark(mark.id)
    ((gone, title),) = workspace.shelf.bin().marks
    assert (gone.id, title) == (mark.id, "鹽湖")
    workspace.shelf.bring_marks_back([gone])
    assert [kept.note for kept in workspace.marks] == ["哪裡？"]
    workspace.undo()
    assert workspace.marks == ()
    assert len(workspace.shelf.bin().marks) == 1


def test_nothing_is_done_where_nothing_changes(
    workspace: Workspace, ids: list[int], heard: list[Said]
) -> None:
    step = workspace.undo_text
    workspace.shelf.star(ids, False)
    workspace.shelf.tag(ids, remove=("無",))
    assert workspace.undo_text == step
    assert heard[1:] == []


def test_a_star_writes_nothing_of_a_long_text(workspace: Workspace, library: Library, tmp_path: Path) -> None:
    (book,) = workspace.add_drafts([ArticleDraft("書", "湖" * 300_000)])
    log = library.path.with_name(library.path.name + "-wal")
    before = log.stat().st_size
    workspace.shelf.star([book.id], True)
    assert log.stat().st_size - before < 100_000
