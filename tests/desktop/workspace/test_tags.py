"""Tags of the whole library, by what stands in SQLite."""

from __future__ import annotations

from dataclasses import replace

import pytest

from meipi.workspace import Library, Said, Workspace
from meipi.workspace.tags import TagUse
from meipi_db import LibraryFull, now


@pytest.fixture
def ids(workspace: Workspace, library: Library) -> list[int]:
    """Marks with tags, one of them thrown away, in two articles; a tag on an article."""
    article = workspace.article
    assert article is not None
    other = library.add_article(title="二", text="鹽湖之水")
    library.put_article(replace(other, tags=("地理", "鹽湖")))
    made = [
        library.add_mark(article.id, (0, 2), colour="zhu", tags=("鹽湖", "政策", "盐湖")),
        library.add_mark(article.id, (2, 4), colour="zhu", tags=("政策", "盐湖", "地理")),
        library.add_mark(other.id, (0, 2), colour="zhu", tags=("盐湖",)),
        library.add_mark(other.id, (2, 3), colour="zhu", tags=("盐湖", "地理")),
    ]
    library.put_mark(replace(made[3], deleted=now()))
    workspace.refresh(frozenset({"marks", "articles"}))
    return [mark.id for mark in made]


def tags(library: Library, ids: list[int]) -> list[tuple[str, ...]]:
    return [library.mark(mark_id).tags for mark_id in ids]


def test_the_tags_in_use_with_their_marks_and_articles(workspace: Workspace, ids: list[int]) -> None:
    assert workspace.tags.uses() == [
        TagUse("盐湖", 3, 0),
        TagUse("政策", 2, 0),
        TagUse("地理", 1, 1),
        TagUse("鹽湖", 1, 1),
    ]


def test_merged_everywhere_in_one_step(
    workspace: Workspace, library: Library, ids: list[int], heard: list[Said]
) -> None:
    before = tags(library, ids), [library.mark(each) for each in ids], library.articles()
    assert workspace.tags.rename("盐湖", "鹽湖")
    assert tags(library, ids) == [("鹽湖", "政策"), ("政策", "鹽湖", "地理"), ("鹽湖",), ("鹽湖", "地理")]
    assert [mark.tags for mark in workspace.marks] == [("鹽湖", "政策"), ("政策", "鹽湖", "地理")]
    assert [name for name, _ in library.tags()] == ["鹽湖", "政策", "地理"]
    assert heard[-1] == Said("“盐湖” is “鹽湖” now", undoable=True)
    assert workspace.undo_text == "Merge tag “盐湖” into “鹽湖”"
    workspace.undo()
    assert (tags(library, ids), [library.mark(each) for each in ids], library.articles()) == before
    workspace.redo()
    assert tags(library, ids)[0] == ("鹽湖", "政策")


def test_renamed_on_marks_and_articles_in_its_place(
    workspace: Workspace, library: Library, ids: list[int]
) -> None:
    assert workspace.tags.rename("地理", "地方")
    assert tags(library, ids)[1:] == [("政策", "盐湖", "地方"), ("盐湖",), ("盐湖", "地方")]
    assert sorted(info.tags for info in library.articles()) == [(), ("地方", "鹽湖")]
    assert workspace.undo_text == "Rename tag “地理” to “地方”"
    workspace.undo()
    assert sorted(info.tags for info in library.articles()) == [(), ("地理", "鹽湖")]


def test_deleted_everywhere_and_brought_back(workspace: Workspace, library: Library, ids: list[int]) -> None:
    before = tags(library, ids)
    assert workspace.tags.delete("盐湖")
    assert tags(library, ids) == [("鹽湖", "政策"), ("政策", "地理"), (), ("地理",)]
    assert workspace.undo_text == "Delete tag “盐湖”"
    workspace.undo()
    assert tags(library, ids) == before


def test_what_was_tagged_elsewhere_meanwhile_is_not_overwritten(
    workspace: Workspace, library: Library, ids: list[int]
) -> None:
    assert workspace.tags.delete("盐湖")
    library.put_mark(replace(library.mark(ids[2]), tags=("新",)))
    workspace.undo()
    assert tags(library, ids) == [("鹽湖", "政策"), ("政策", "地理"), ("新",), ("地理",)]


def test_names_that_are_none_and_no_change(workspace: Workspace, ids: list[int]) -> None:
    with pytest.raises(ValueError, match="name"):
        workspace.tags.rename("地理", "")
    assert workspace.tags.rename("地理", "地理")
    assert workspace.undo_text is None or "地理" not in workspace.undo_text


def test_a_full_disk_is_told_and_nothing_has_changed(
    workspace: Workspace,
    library: Library,
    ids: list[int],
    heard: list[Said],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_marks: object) -> None:
        raise LibraryFull(library.path, "full")

    before = tags(library, ids)
    monkeypatch.setattr(library, "put_marks", full)
    assert not workspace.tags.rename("盐湖", "鹽湖")
    assert heard[-1].problem
    assert tags(library, ids) == before
