from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from meipi_db import Library, LibraryLocked, LibraryNewer, LibraryReadOnly, opening, schema


def test_all_or_nothing(library: Library) -> None:
    def half() -> None:
        with library.transaction():
            library.add_article(title="一", text="鹽")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()
    assert library.articles() == []


def test_an_inner_transaction_joins_the_outer(library: Library, path: Path) -> None:
    with library.transaction():
        with library.transaction():
            library.add_article(title="一", text="鹽")
        with Library(path, read_only=True) as other:
            assert other.articles() == []
    with Library(path, read_only=True) as other:
        assert len(other.articles()) == 1


def test_an_inner_transaction_that_fails_undoes_its_own_part(library: Library) -> None:
    def inner() -> None:
        with library.transaction():
            library.add_article(title="內", text="湖")
            raise RuntimeError

    with library.transaction():
        library.add_article(title="外", text="鹽")
        with pytest.raises(RuntimeError):
            inner()
    assert [info.title for info in library.articles()] == ["外"]


def test_what_is_written_is_seen_at_once_by_another(library: Library, path: Path) -> None:
    with Library(path) as other:
        article = library.add_article(title="一", text="鹽")
        assert other.article(article.id) == article
        mark = other.add_mark(article.id, (0, 1), colour="zhu")
        assert library.marks(article.id) == [mark]


def test_another_writer_is_waited_for_and_then_told(
    path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    article = library.add_article(title="一", text="鹽")
    with Library(path) as other, library.transaction():
        with pytest.raises(LibraryLocked) as told:
            other.add_mark(article.id, (0, 1), colour="zhu")
        assert told.value.path == path
        assert other.articles() == library.articles()  # readers go on
        with pytest.raises(LibraryLocked):
            Library(path)
        with Library(path, read_only=True) as third:
            assert third.articles() == library.articles()
    with Library(path) as other:
        other.add_mark(article.id, (0, 1), colour="zhu")


def test_a_fault_of_ours_stays_what_it_is(library: Library) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        library.keep_draft(9, "沒有這個記號")
    with pytest.raises(sqlite3.OperationalError, match="no such column"):
        library._connection.rows("SELECT shade FROM mark")


def test_the_durability_that_was_promised(library: Library) -> None:
    def pragma(name: str) -> object:
        return library._connection.rows(f"PRAGMA {name}")[0][0]

    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 2
    assert pragma("foreign_keys") == 1
    assert pragma("busy_timeout") == 5000


def test_the_empty_library_takes_nothing() -> None:
    with Library.empty() as library:
        assert library.read_only
        assert library.articles() == []
        assert library.drafts() == {}
        with pytest.raises(LibraryReadOnly):
            library.add_article(title="一", text="鹽")


def test_a_transaction_that_begins_by_reading_can_still_write(
    path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    with Library(path) as other, library.transaction():
        assert library.articles() == []
        with pytest.raises(LibraryLocked):
            other.add_article(title="他", text="湖")
        library.add_article(title="一", text="鹽")
    assert [info.title for info in library.articles()] == ["一"]


def test_a_library_that_a_newer_program_has_changed_meanwhile_is_not_written_to(
    path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = library.add_article(title="一", text="鹽")
    with monkeypatch.context() as patch:
        patch.setattr(schema, "VERSION", schema.VERSION + 1)
        with Library(path) as newer:
            newer._connection.rows(f"PRAGMA user_version = {schema.VERSION}")
            newer.add_mark(article.id, (0, 1), colour="zhu")
    with pytest.raises(LibraryNewer):
        library.add_mark(article.id, (0, 1), colour="zhu")
    with pytest.raises(LibraryReadOnly):
        library.remember_position(article.id, 0, 0, "")
    assert library.read_only
    assert len(library.marks(article.id)) == 1
