from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi_db import (
    ConversionException,
    KnownWord,
    Library,
    LibraryFull,
    LibraryLocked,
    LibraryReadOnly,
    ReadingFix,
    SavedWord,
    Split,
    opening,
)

TIME = "2026-11-24T00:00:00.000000+00:00"
storable = st.text(st.characters(exclude_categories=["Cs"]))


def saved(article_id: int, start: int = 0, end: int = 2) -> SavedWord:
    return SavedWord(
        article_id=article_id,
        start=start,
        end=end,
        simplified="盐湖",
        traditional="鹽湖",
        pinyin="yán hú",
        sense="salt lake",
        sentence="青海的鹽湖。",
    )


def test_every_kind_of_record_comes_back_as_it_was_given(path: Path) -> None:
    with Library(path) as library:
        article = library.add_article(title="一", text="青海的鹽湖。")
        word = library.words.add(saved(article.id, 3, 5))
        fixes = [
            library.reading_fixes.add(ReadingFix(word="銀行", pinyin="yín háng")),
            library.reading_fixes.add(
                ReadingFix(article_id=article.id, start=3, end=4, word="行", pinyin="xíng")
            ),
        ]
        split = library.splits.add(Split(pieces="研究 生命"))
        exceptions = [
            library.exceptions.add(
                ConversionException(script="traditional", source_form="后", shown_form="后")
            ),
            library.exceptions.add(
                ConversionException(
                    article_id=article.id, script="simplified", source_form="乾", shown_form="乾"
                )
            ),
        ]
        library.known_words.put([KnownWord("盐", TIME), KnownWord("湖", TIME)])
    with Library(path) as library:
        assert library.words.all() == [word]
        assert word.span == (3, 5)
        assert library.reading_fixes.all() == fixes
        assert library.splits.all() == [split]
        assert library.exceptions.all() == exceptions
        assert library.known_words.all() == {"盐", "湖"}


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_any_text_is_kept(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    path = tmp_path_factory.mktemp("library") / "library.meipi"
    with Library(path) as library:
        article = library.add_article(title="", text="鹽湖")
        texts = {name: data.draw(storable) for name in ("simplified", "pinyin", "sense", "note", "sentence")}
        word = library.words.add(saved(article.id)._replace(**texts))
        split = library.splits.add(Split(data.draw(storable)))
    with Library(path) as library:
        assert library.words.get(word.id) == word
        assert library.splits.get(split.id) == split


def test_what_is_deleted_stays_apart_and_comes_back_identical(library: Library) -> None:
    article = library.add_article(title="一", text="鹽湖")
    word = library.words.add(saved(article.id))
    library.words.put(word._replace(deleted=TIME))
    assert library.words.all() == []
    assert library.words.all(deleted=True) == [word._replace(deleted=TIME)]
    library.words.put(word)
    assert library.words.all() == [word]


def test_a_known_word_is_there_once(library: Library) -> None:
    library.known_words.put([KnownWord("湖", TIME)])
    library.known_words.put([KnownWord("湖", TIME, TIME)])
    assert library.known_words.all() == frozenset()
    library.known_words.put([KnownWord("湖", "2027")])
    assert [row["since"] for row in library._connection.rows("SELECT since FROM known_word")] == ["2027"]


def test_what_is_not_there(library: Library) -> None:
    with pytest.raises(KeyError):
        library.words.add(saved(77))
    with pytest.raises(KeyError):
        library.words.get(1)
    with pytest.raises(KeyError):
        library.splits.put(Split(id=5, pieces="盐 湖"))


def test_a_library_that_is_read_only_stays_as_it_is(path: Path) -> None:
    with Library(path) as library:
        article = library.add_article(title="一", text="鹽湖")
    with Library(path, read_only=True) as library:
        with pytest.raises(LibraryReadOnly):
            library.words.add(saved(article.id))
        with pytest.raises(LibraryReadOnly):
            library.splits.add(Split(pieces="盐 湖"))
        with pytest.raises(LibraryReadOnly):
            library.known_words.put([KnownWord("湖", TIME)])
        assert library.words.all() == []


def test_a_library_that_another_program_holds(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    with Library(path) as library, Library(path) as other:
        article = library.add_article(title="一", text="鹽湖")
        with other.transaction():
            other.splits.add(Split(pieces="盐 湖"))
            with pytest.raises(LibraryLocked):
                library.words.add(saved(article.id))
        assert library.words.all() == []
        assert len(library.splits.all()) == 1


def test_a_full_disk_keeps_all_known_words_or_none(library: Library) -> None:
    library.known_words.put([KnownWord("湖", TIME)])
    pages = library._connection.rows("PRAGMA page_count")[0][0]
    library._connection.rows(f"PRAGMA max_page_count = {pages + 4}")
    with pytest.raises(LibraryFull):
        library.known_words.put(KnownWord(f"词{number}" * 9, TIME) for number in range(5000))
    assert library.known_words.all() == {"湖"}
