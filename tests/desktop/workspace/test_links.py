"""What links in notes lead to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from meipi.exchange.addresses import address
from meipi.workspace import Library, Mark, Workspace
from meipi_db import now


@pytest.fixture
def marks(workspace: Workspace, library: Library) -> list[Mark]:
    """One in the open article, two in another."""
    article = workspace.article
    assert article is not None
    other = library.add_article(title="鹽業", text="鹽湖之水")
    made = [
        library.add_mark(article.id, (3, 5), colour="zhu", note="Salt **lake**"),
        library.add_mark(other.id, (0, 2), colour="zhu"),
        library.add_mark(other.id, (3, 4), colour="zhu", note="water"),
    ]
    workspace.refresh(frozenset({"articles", "marks"}))
    return made


def address_of(library: Library, mark: Mark) -> str:
    return address(library.article(mark.article_id).uid, mark.id, mark.uid)


def test_a_link_leads_to_its_mark_or_article(
    workspace: Workspace, library: Library, marks: list[Mark]
) -> None:
    for mark in marks:
        found = workspace.links.found(address_of(library, mark))
        assert found is not None
        assert (found.article_id, found.mark) == (mark.article_id, mark)
    uid = library.article(marks[1].article_id).uid
    found = workspace.links.found(address(uid))
    assert found is not None
    assert (found.article_id, found.mark) == (marks[1].article_id, None)
    plain = workspace.links.found(address(uid, marks[1].id))
    assert plain is not None, "the form of an export, without the beginning of the uid"
    assert plain.mark == marks[1]


def test_a_mark_numbered_anew_is_found_and_never_another(
    workspace: Workspace, library: Library, marks: list[Mark]
) -> None:
    article = library.article(marks[1].article_id)
    found = workspace.links.found(address(article.uid, marks[2].id, marks[1].uid))
    assert found is not None
    assert found.mark == marks[1]
    assert workspace.links.found(address(article.uid, marks[2].id, "0" * 8)) is None
    assert workspace.links.found(address(article.uid, marks[0].id)) is None, "of another article"


@pytest.mark.parametrize("text", ["", "https://example.org", "meipi://article/nowhere", "meipi:mark/1"])
def test_what_is_no_address_of_ours_leads_nowhere(workspace: Workspace, text: str) -> None:
    assert workspace.links.found(text) is None


def test_links_to_what_is_deleted_are_told_until_it_comes_back(
    workspace: Workspace, library: Library, marks: list[Mark]
) -> None:
    near, far = address_of(library, marks[0]), address_of(library, marks[1])
    note = f"[a]({near}) [b]({far}) [c](https://example.org)"
    assert workspace.links.gone(note) == frozenset()
    workspace.marking.delete_mark(marks[0].id)
    assert workspace.links.gone(note) == {near}
    workspace.undo()
    assert workspace.links.gone(note) == frozenset()
    library.put_article(replace(library.article(marks[1].article_id), deleted=now()))
    workspace.refresh(frozenset({"articles"}))
    assert workspace.links.gone(note) == {far}


def test_places_for_a_link_those_of_the_open_article_first(
    workspace: Workspace, library: Library, marks: list[Mark]
) -> None:
    def labels(written: str) -> list[tuple[str, str]]:
        return [(place.label, place.where) for place in workspace.links.places(written)]

    assert labels("") == [("鹽湖", "Salt **lake**")]
    all_three = [("鹽湖", "Salt **lake**"), ("鹽湖", "鹽業"), ("青海的鹽湖", "")]
    assert labels("盐湖") == all_three
    assert labels("yanhu") == all_three
    assert labels("lake") == all_three[:1]
    assert labels("water") == [("水", "鹽業")]
    assert labels("盐业") == [("鹽業", "")]
    assert labels("火") == []
    place = workspace.links.places("water")[0]
    assert place.link == f"[水]({address_of(library, marks[2])})"


def test_places_follow_what_is_open(workspace: Workspace, marks: list[Mark]) -> None:
    assert [place.label for place in workspace.links.places("")] == ["鹽湖"]
    workspace.open_article(marks[1].article_id)
    assert [place.label for place in workspace.links.places("")] == ["鹽湖", "水"]
    workspace.open_article(None)
    assert workspace.links.places("") == []
    assert [place.label for place in workspace.links.places("湖")] == ["鹽湖", "鹽湖", "青海的鹽湖"]
