from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi_db import Library
from meipi_db.records import CONTEXT

storable = st.text(st.characters(exclude_categories=["Cs"]))
tag_lists = st.lists(storable.filter(bool), unique=True, max_size=4)


def test_a_mark_holds_the_passage_and_its_surroundings(library: Library) -> None:
    text = "".join(chr(0x4E00 + place) for place in range(100))
    article = library.add_article(title="一", text=text)
    mark = library.add_mark(
        article.id, (40, 50), colour="ou", style="underline", note="記", tags=("乙", "甲")
    )
    assert mark.span == (40, 50)
    assert (mark.exact, mark.prefix, mark.suffix) == (text[40:50], text[8:40], text[50:82])
    assert (mark.colour, mark.style, mark.note, mark.tags) == ("ou", "underline", "記", ("乙", "甲"))
    assert mark.created == mark.modified
    assert mark.created.endswith("+00:00")


@pytest.mark.parametrize("span", [(-1, 1), (0, 0), (2, 1), (0, 4), (4, 5)])
def test_a_span_outside_the_text_is_refused(library: Library, span: tuple[int, int]) -> None:
    article = library.add_article(title="一", text="鹽𠀀湖")
    with pytest.raises(ValueError, match="span"):
        library.add_mark(article.id, span, colour="zhu")
    assert library.marks(article.id) == []


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_marks_come_back_as_they_were_given(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("library") / "library.meipi"
    text = data.draw(storable.filter(bool))
    added = []
    with Library(path) as library:
        article = library.add_article(title="", text=text)
        for _ in range(data.draw(st.integers(1, 4))):
            start = data.draw(st.integers(0, len(text) - 1))
            end = data.draw(st.integers(start + 1, len(text)))
            added.append(
                library.add_mark(
                    article.id,
                    (start, end),
                    colour=data.draw(st.sampled_from(["zhu", "ou"])),
                    style=data.draw(st.sampled_from(["ground", "underline"])),
                    note=data.draw(storable),
                    tags=data.draw(tag_lists),
                )
            )
    with Library(path) as library:
        assert library.marks(article.id) == sorted(added, key=lambda mark: (*mark.span, mark.id))
        for mark in added:
            assert library.mark(mark.id) == mark
            start, end = mark.span
            assert mark.exact == text[start:end]
            assert mark.prefix == text[:start][-CONTEXT:]
            assert mark.suffix == text[end:][:CONTEXT]
            changed = replace(mark, note=data.draw(storable), tags=tuple(data.draw(tag_lists)))
            library.put_mark(changed)
            assert library.mark(mark.id) == changed
            library.put_mark(mark)
        assert library.marks(article.id) == sorted(added, key=lambda mark: (*mark.span, mark.id))


def test_a_deleted_mark_stays_apart_and_comes_back_identical(library: Library) -> None:
    article = library.add_article(title="一", text="鹽湖之水")
    mark = library.add_mark(article.id, (0, 2), colour="zhu", note="記", tags=("甲",))
    deleted = replace(mark, deleted="2026-11-24T00:00:00.000000+00:00")
    library.put_mark(deleted)
    assert library.marks(article.id) == []
    assert library.marks(article.id, deleted=True) == [deleted]
    library.put_mark(mark)
    assert library.marks(article.id) == [mark]


@pytest.mark.parametrize("tags", [("甲", "甲"), ("",)])
def test_tags_that_make_no_sense_are_refused_whole(library: Library, tags: tuple[str, ...]) -> None:
    article = library.add_article(title="一", text="鹽湖之水")
    mark = library.add_mark(article.id, (0, 2), colour="zhu", tags=("乙",))
    with pytest.raises(ValueError, match="tags"):
        library.put_mark(replace(mark, note="變", tags=tags))
    assert library.mark(mark.id) == mark


def test_drafts_are_kept_one_a_mark(path: Path) -> None:
    with Library(path) as library:
        article = library.add_article(title="一", text="鹽湖之水")
        first = library.add_mark(article.id, (0, 2), colour="zhu").id
        second = library.add_mark(article.id, (1, 2), colour="zhu").id
        for number in range(3):
            library.keep_draft(first, f"草稿{number}")
        library.keep_draft(second, "")
    with Library(path) as library:
        assert library.drafts() == {first: "草稿2", second: ""}
        library.keep_draft(first, None)
        assert library.drafts() == {second: ""}
