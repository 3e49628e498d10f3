from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from meipi_db import Library, sha256_of


def test_an_article_comes_back_as_it_was_given(path: Path, text: str) -> None:
    details = {
        "title": "鹽湖",
        "text": text,
        "source": "青海日報",
        "author": "記者",
        "url": "https://example.org/鹽",
        "published": "2026-11-24",
        "script": "traditional",
        "encoding": "utf-8",
        "path": "/tmp/鹽.txt",
        "blocks": '[["paragraph",0,3,0]]',
    }
    with Library(path) as library:
        added = library.add_article(**details, original=text.encode())
    with Library(path) as library:
        assert library.article(added.id) == added
        assert library.original(added.id) == text.encode()
    for name, value in details.items():
        assert getattr(added, name) == value
    assert added.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert added.length == len(text)
    assert (added.opened, added.position, added.furthest, added.deleted) == ("", 0, 0, None)
    assert len(added.uid) == 32


def test_the_list_counts_and_shows_the_last_opened_first(library: Library) -> None:
    first = library.add_article(title="一", text="鹽湖之水")
    second = library.add_article(title="二", text="青海")
    assert [info.id for info in library.articles()] == [second.id, first.id]
    library.remember_position(first.id, 2, 3, "2999-01-01T00:00:00.000000+00:00")
    library.add_mark(first.id, (0, 2), colour="zhu", note="記")
    gone = library.add_mark(first.id, (1, 2), colour="zhu", note="記")
    library.put_mark(replace(gone, deleted="2026-11-24T00:00:00.000000+00:00"))
    library.add_mark(first.id, (2, 3), colour="zhu")
    info = library.articles()[0]
    assert (info.id, info.length, info.marks, info.notes) == (first.id, 4, 2, 1)
    assert (info.position, info.furthest) == (2, 3)


def test_the_last_article_is_the_one_asked_for_else_the_one_last_opened(library: Library) -> None:
    assert library.last_article("") is None
    first = library.add_article(title="一", text="鹽湖之水")
    second = library.add_article(title="二", text="青海")
    assert library.last_article(first.uid) == first.id
    assert library.last_article("") == second.id
    library.remember_position(first.id, 0, 0, "2126-11-24T07:12:00.123456+00:00")
    assert library.last_article("") == library.articles()[0].id == first.id
    library.put_article(replace(library.article(first.id), deleted="2026-11-24T07:12:00.123456+00:00"))
    assert library.last_article(first.uid) == second.id


def test_a_deleted_article_leaves_the_list_and_comes_back_identical(library: Library) -> None:
    article = library.add_article(title="一", text="鹽湖")
    library.put_article(replace(article, deleted="2026-11-24T00:00:00.000000+00:00"))
    assert library.articles() == []
    assert [info.id for info in library.articles(deleted=True)] == [article.id]
    assert library.find_article(article.sha256) is None
    library.put_article(article)
    assert library.article(article.id) == article
    found = library.find_article(article.sha256)
    assert found is not None
    assert found.id == article.id


def test_the_list_never_reads_a_text(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.add_article(title="一", text="鹽湖")
    asked: list[str] = []

    def rows(sql: str, parameters: object = ()) -> list[object]:
        asked.append(sql)
        return []

    monkeypatch.setattr(library._connection, "rows", rows)
    library.articles()
    assert asked
    assert not any("text" in sql for sql in asked)


@pytest.mark.parametrize("text", ["\ud800", "鹽\udfff湖"])
def test_an_unpaired_surrogate_is_refused_whole(library: Library, text: str) -> None:
    with pytest.raises(ValueError, match="surrogates"):
        library.add_article(title="一", text=text)
    with pytest.raises(ValueError, match="surrogates"):
        library.add_article(title=text, text="鹽", original=b"")
    assert library.articles() == []


def test_a_record_that_contradicts_itself_is_refused(library: Library) -> None:
    article = library.add_article(title="一", text="鹽湖")
    with pytest.raises(ValueError, match="SHA-256"):
        library.put_article(replace(article, text="青海"))
    assert library.article(article.id) == article


def test_what_is_not_there(library: Library) -> None:
    article = library.add_article(title="一", text="鹽湖")
    for ask in (
        lambda: library.article(9),
        lambda: library.mark(9),
        lambda: library.put_article(replace(article, id=9)),
        lambda: library.add_mark(9, (0, 1), colour="zhu"),
    ):
        with pytest.raises(KeyError):
            ask()
    assert library.original(9) is None
    assert library.original(article.id) is None
    assert library.find_article("0") is None


def test_another_text_is_counted_anew(library: Library) -> None:
    article = library.add_article(title="一", text="鹽湖")
    library.put_article(replace(article, text="青海的\0𠀀", sha256=sha256_of("青海的\0𠀀")))
    assert library.articles()[0].length == 5
    assert library.article(article.id).text == "青海的\0𠀀"
