from __future__ import annotations

from dataclasses import replace

import pytest

from meipi_db import Library

TEXT = "鹽湖之水天一色，" * 12


def test_a_bookmark_is_a_place_with_what_stands_there(library: Library) -> None:
    article = library.add_article(title="一", text=TEXT)
    later = library.add_bookmark(article.id, 40)
    first = library.add_bookmark(article.id, 2)
    end = library.add_bookmark(article.id, len(TEXT))
    assert library.bookmarks(article.id) == [first, later, end]
    assert library.bookmark(first.id) == first
    assert (first.exact, first.prefix) == (TEXT[2:34], TEXT[:2])
    assert (later.prefix, later.suffix) == (TEXT[8:40], TEXT[72:96])
    assert (end.exact, end.suffix) == ("", "")
    assert len({first.uid, later.uid, end.uid}) == 3
    moved = later.at(TEXT, 3)
    library.put_bookmark(moved)
    assert library.bookmarks(article.id) == [first, moved, end]
    gone = replace(first, deleted="2026-11-24T00:00:00+00:00")
    library.put_bookmark(gone)
    assert library.bookmarks(article.id) == [moved, end]
    assert library.bookmarks(article.id, deleted=True) == [gone]


def test_an_article_without_a_text_has_a_place_too(library: Library) -> None:
    article = library.add_article(title="一", text="")
    assert library.add_bookmark(article.id, 0).exact == ""


def test_what_is_not_there(library: Library) -> None:
    article = library.add_article(title="一", text=TEXT)
    for place in (-1, len(TEXT) + 1):
        with pytest.raises(ValueError, match="code points"):
            library.add_bookmark(article.id, place)
    bookmark = library.add_bookmark(article.id, 0)
    for ask in (
        lambda: library.add_bookmark(9, 0),
        lambda: library.bookmark(9),
        lambda: library.put_bookmark(replace(bookmark, id=9)),
    ):
        with pytest.raises(KeyError):
            ask()
    assert library.bookmarks(9) == []
