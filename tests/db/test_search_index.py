"""The index for searching: that it follows every change, and what becomes of one that is damaged.

With a language of the simplest kind: a word is a character.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

import older
from meipi_db import Library, backups, checking, schema, search_index
from meipi_db.salvage import salvage
from meipi_db.search_index import Progress
from meipi_db.search_language import Asked, Needle, Span, Words

pytestmark = pytest.mark.skipif(not search_index.is_possible(), reason="this SQLite can have no index")


class Characters:
    """Texts are compared as they are; a query is one needle."""

    form = "characters"

    def ask(self, query: str) -> Asked:
        return Asked([Needle(query, " ".join(query))], (), (), ("title", "text", "note", "tag"))

    def places(self, text: str, needles: Sequence[Needle]) -> Sequence[Span]:
        wanted = str(needles[0].term)
        return [
            (at, at + len(wanted)) for at in range(len(text) - len(wanted) + 1) if text.startswith(wanted, at)
        ]

    def words(self, text: str) -> Words:
        return Words(" ".join(text.replace("\n", "。").replace("\0", "。").replace("\r", "。")), "")

    def speeches(self, text: str) -> Mapping[Span, str]:
        return {}


class Others(Characters):
    form = "other characters"


def opened(path: Path, language: type[Characters] = Characters) -> Library:
    return Library(path, language=language)


@pytest.fixture
def searched(path: Path) -> Iterator[Library]:
    with opened(path) as library:
        yield library


def found(library: Library, query: str) -> set[tuple[int, str]]:
    return {(hit.article_id, hit.field) for hit in library.search(query)}


def is_whole(path: Path) -> bool:
    checked = checking.check(path, Characters)
    return not checked.faults and not checked.searching


def fill(library: Library, count: int = 3) -> list[int]:
    ids = []
    for number in range(count):
        article = library.add_article(title=f"題{number}", text=f"鹽湖{number}之水")
        library.add_mark(article.id, (0, 2), colour="zhu", note=f"記{number}")
        ids.append(article.id)
    return ids


def test_every_change_is_in_the_index_with_it(searched: Library, path: Path) -> None:
    ids = fill(searched)
    assert searched.index().due() == []
    mark = searched.marks(ids[0])[0]
    searched.put_mark(replace(mark, note="新"))
    searched.put_article(replace(searched.article(ids[1]), title="名"))
    assert found(searched, "新") == {(ids[0], "note")}
    assert found(searched, "記0") == set()
    assert found(searched, "名") == {(ids[1], "title")}
    assert found(searched, "題1") == set()
    searched.put_mark(replace(mark, note=""))
    searched.put_article(replace(searched.article(ids[2]), deleted="2000-01-01"))
    searched.purge("2001-01-01")
    assert found(searched, "湖2") == set()
    assert searched.index().due() == []
    assert is_whole(path)


def test_what_is_taken_back_is_taken_back_in_the_index(searched: Library, path: Path) -> None:
    (first,) = fill(searched, 1)
    article = searched.article(first)

    def fail() -> None:
        with searched.transaction():
            searched.put_article(replace(article, title="不"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert found(searched, "不") == set()
    assert found(searched, "題") == {(first, "title")}
    with searched.transaction():
        with pytest.raises(ZeroDivisionError):
            fail()
        searched.put_article(replace(article, title="好"))
    assert found(searched, "不") == set()
    assert found(searched, "好") == {(first, "title")}
    assert searched.index().due() == []
    assert is_whole(path)


def test_what_programs_without_a_language_write_is_found_nevertheless(path: Path) -> None:
    with opened(path) as library:
        fill(library)
    with Library(path) as library:
        added = library.add_article(title="外", text="外來之鹽")
        library.put_mark(replace(library.marks(1)[0], note="外"))
    with opened(path) as library:
        assert len(library.index().due()) == 2
        assert found(library, "外") == {(added.id, "title"), (added.id, "text"), (1, "note")}
        assert found(library, "記0") == set()
        assert library.index().take_up()
        assert library.index().due() == []
        assert found(library, "外") == {(added.id, "title"), (added.id, "text"), (1, "note")}
    assert is_whole(path)


def test_a_long_text_is_taken_up_later_and_found_at_once(
    searched: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(searched)
    monkeypatch.setattr(search_index, "AT_ONCE", 1_000)
    monkeypatch.setattr(search_index, "STEP", 1_500)
    book = [searched.add_article(title="書", text="水" * 1_000 + f"海{number}").id for number in range(5)]
    assert searched.index().due() == [2 * each for each in book]
    assert found(searched, "海3") == {(book[3], "text")}
    told: list[Progress] = []

    def until(progress: Progress) -> bool:
        told.append(progress)
        return len(told) < 2

    assert not searched.index().take_up(until)
    assert [progress.done for progress in told] == [2_004, 4_008]
    assert searched.index().due_length() == 1_002
    assert all(found(searched, f"海{number}") == {(book[number], "text")} for number in range(5))
    assert searched.index().take_up()
    assert all(found(searched, f"海{number}") == {(book[number], "text")} for number in range(5))
    assert is_whole(path)


@pytest.mark.parametrize("form", [1, 2, 3])
def test_a_library_of_before_is_searched_at_once_and_taken_up_later(path: Path, form: int) -> None:
    older.make(path, form, [f"鹽湖{number}" for number in range(4)])
    with opened(path) as library:
        assert len(library.index().due()) == 8
        assert found(library, "湖2") == {(3, "text")}
        assert found(library, "記") == {(each, "note") for each in (1, 2, 3, 4)}
        library.add_mark(1, (0, 1), colour="zhu", note="新記")
        assert len(library.index().due()) == 8
        assert library.index().take_up()
        assert found(library, "新記") == {(1, "note")}
        assert found(library, "湖2") == {(3, "text")}
    assert is_whole(path)


def test_an_index_of_another_form_is_not_used_and_made_anew(path: Path) -> None:
    with opened(path) as library:
        fill(library)
    with opened(path, Others) as library:
        assert not library.index().is_usable()
        assert len(found(library, "鹽")) == 3
        library.add_article(title="又", text="一鹽")
        assert len(found(library, "鹽")) == 4
        assert library.index().take_up()
        assert library.index().is_usable()
        assert len(found(library, "鹽")) == 4


def test_searching_goes_on_without_an_index_where_sqlite_has_none(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(path) as library:
        fill(library)
    monkeypatch.setattr(search_index, "is_possible", lambda: False)
    with opened(path) as library:
        added = library.add_article(title="又", text="一鹽")
        assert (added.id, "text") in found(library, "鹽")
        assert len(found(library, "鹽")) == 4
        assert library.index().take_up()
    monkeypatch.undo()
    with opened(path) as library:
        assert library.index().due() == [2 * added.id]
        assert len(found(library, "鹽")) == 4


def test_a_library_that_is_only_read_is_searched(path: Path) -> None:
    with opened(path) as library:
        fill(library)
    with Library(path) as library:
        library.add_article(title="外", text="外鹽")
    with Library(path, read_only=True, language=Characters) as library:
        assert len(found(library, "鹽")) == 4


def damage(path: Path) -> None:
    """Spoil the words of the index, and nothing else."""
    with closing(sqlite3.connect(path)) as sqlite:
        sqlite.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        sqlite.execute(
            f"UPDATE {schema.INDEX}_data SET block = substr(block, 1, 8) || randomblob(length(block) - 8)"
            " WHERE id > 10"
        )
        sqlite.commit()


def test_a_damaged_index_keeps_nobody_from_reading_and_writing(path: Path) -> None:
    with opened(path) as library:
        fill(library)
    damage(path)
    with opened(path) as library:
        assert len(found(library, "鹽")) == 3
        added = library.add_article(title="又", text="一鹽")
        assert library.article(added.id).text == "一鹽"
        assert (added.id, "text") in found(library, "鹽")
        assert len(found(library, "鹽")) == 4
    assert backups.make(path, "daily").exists()
    checked = checking.check(path, Characters)
    assert checked.faults == ()
    assert checked.searching
    with opened(path) as library:
        library.index().remake()
        assert library.index().take_up()
        assert len(found(library, "鹽")) == 4
    assert is_whole(path)


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM {index} WHERE rowid = 2",
        "INSERT INTO {index} (rowid, text) VALUES (999, '鹽')",
        "DELETE FROM {index} WHERE rowid = 2;"
        " INSERT INTO {index} (rowid, title, text) VALUES (2, '題 0', '鹽 湖 0 之 水 水')",
    ],
)
def test_a_check_tells_an_index_that_says_something_else(path: Path, change: str) -> None:
    with opened(path) as library:
        fill(library)
    assert is_whole(path)
    with closing(sqlite3.connect(path)) as sqlite:
        sqlite.executescript(change.format(index=schema.INDEX))
    assert checking.check(path, Characters).searching
    assert checking.check(path).faults == ()


def test_what_is_salvaged_is_found(path: Path, tmp_path: Path) -> None:
    with opened(path) as library:
        fill(library)
    damage(path)
    saved = salvage(path, tmp_path / "saved.db")
    assert (saved.read["article"], saved.read["mark"], saved.read["original"]) == (3, 3, 0)
    with opened(saved.path) as library:
        assert len(found(library, "鹽")) == 3
        assert library.original(1) is None
        assert library.index().take_up()
    assert is_whole(saved.path)


def test_a_union_is_found_and_taken_back(path: Path, tmp_path: Path) -> None:
    with opened(path) as library:
        fill(library)
        backup = backups.make(path, "daily")
        with library.transaction():
            library.put_mark(replace(library.marks(1)[0], note="改"))
        other = tmp_path / "other.db"
        with opened(other) as fresh:
            with fresh.traced() as done:
                fresh.take_in(backup)
            assert len(found(fresh, "鹽")) == 3
            assert found(fresh, "記1") == {(2, "note")}
            fresh.put_back(done, undone=True)
            assert found(fresh, "鹽") == set()
            fresh.put_back(done, undone=False)
            assert len(found(fresh, "鹽")) == 3
    assert is_whole(other)


def test_whatever_is_done_in_whatever_order_the_index_follows(path: Path) -> None:
    chance = random.Random(7)

    def word(characters: Collection[str] = "鹽湖水火") -> str:
        return "".join(chance.choice([*characters]) for _ in range(chance.randint(1, 5)))

    with opened(path) as library, Library(path) as other:
        for _ in range(120):
            writer = chance.choice((library, library, other))
            infos = writer.articles() + writer.articles(deleted=True)
            info = chance.choice(infos) if infos else None
            match chance.randint(0, 6):
                case 0 | 1:
                    writer.add_article(title=word(), text=word())
                case 2 if info:
                    writer.put_article(replace(writer.article(info.id), title=word()))
                case 3 if info:
                    deleted = None if info.deleted else "2000-01-01"
                    writer.put_article(replace(writer.article(info.id), deleted=deleted))
                case 4 if info and info.length:
                    writer.add_mark(
                        info.id, (0, 1), colour="zhu", note=word() if chance.random() < 0.7 else ""
                    )
                case 5 if info and writer.marks(info.id):
                    mark = chance.choice(writer.marks(info.id))
                    writer.put_mark(replace(mark, note=chance.choice(("", word()))))
                case 6 if chance.random() < 0.2:
                    writer.purge("2001-01-01")
            query = word()[:2]
            wanted = {
                (info.id, field)
                for info in library.articles()
                for field, texts in (
                    ("title", [info.title]),
                    ("text", [library.article(info.id).text]),
                    ("note", [mark.note for mark in library.marks(info.id)]),
                )
                if any(query in text for text in texts)
            }
            assert found(library, query) == wanted
        library.index().take_up()
    assert is_whole(path)
