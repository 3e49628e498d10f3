"""A damaged library read into a new one: the more is whole, the more comes, and nothing touches the file."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

import older
from meipi_db import (
    Library,
    LibraryError,
    LibraryMissing,
    LibraryReadOnly,
    Mark,
    SavedWord,
    checking,
    pages,
    salvage,
    sha256_of,
)

MUTATIONS = 500


def article_text(number: int) -> str:
    # More than a page each, so that every text has pages of its own.
    return "".join(f"第{number}篇的第{part}句，鹽湖之水天一色。\n" for part in range(120))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "library.db"
    with Library(path) as library:
        for number in range(12):
            text = article_text(number)
            article = library.add_article(
                title=f"文{number}",
                text=text,
                encoding="utf-8",
                original=text.encode() if number % 2 else None,
            )
            for place in range(8):
                start = place * 37
                library.add_mark(
                    article.id,
                    (start, start + 6),
                    colour="zhu",
                    note=f"記{number}-{place}",
                    tags=("甲", "乙")[: place % 3],
                )
            if number % 4 == 0:
                library.add_bookmark(article.id, number)
                give_new_text(library, article.id)
            library.words.add(
                SavedWord(article.id, 8, 10, "盐湖", "鹽湖", "yán hú", "", text[: text.index("\n")])
            )
    return path


def give_new_text(library: Library, article_id: int) -> None:
    """Another text in the place of the article's, which becomes an old one; its first mark has no place."""
    article = library.article(article_id)
    first, *others = library.marks(article_id)
    text = article.text.replace("第119句", "末句")
    library.replace_text(
        replace(article, text=text, sha256=sha256_of(text), starred=True, tags=("地理",)),
        original=text.encode(),
        reason="file",
        marks=[replace(first, placed="orphan"), *others],
    )


@pytest.fixture
def damaged(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(whole, tmp_path / "library.db"))


def notes(library: Library) -> dict[str, Mark]:
    return {mark.note: mark for info in library.articles() for mark in library.marks(info.id)}


def sha256(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()


def test_a_whole_library_comes_whole(whole: Path, tmp_path: Path) -> None:
    before = sha256(whole)
    done = salvage.salvage(whole, tmp_path / "new.db")
    assert sha256(whole) == before
    assert (done.read["article"], done.read["mark"], done.read["word"], done.mended) == (12, 96, 12, 0)
    assert not any(done.lost.values())
    with Library(whole) as old, Library(tmp_path / "new.db") as new:
        assert new.articles() == old.articles()
        assert [new.article(info.id) for info in new.articles()] == [
            old.article(info.id) for info in old.articles()
        ]
        assert [new.original(info.id) for info in new.articles()] == [
            old.original(info.id) for info in old.articles()
        ]
        assert notes(new) == notes(old)
        for info in new.articles():
            assert new.versions(info.id) == old.versions(info.id)
            assert new.bookmarks(info.id) == old.bookmarks(info.id)
            for version in new.versions(info.id):
                assert new.version_text(version.id) == old.version_text(version.id)
                assert new.former_places(version.id) == old.former_places(version.id)
        assert new.words.all() == old.words.all()


def test_changes_that_wait_beside_the_file_come_too(damaged: Path, tmp_path: Path) -> None:
    with Library(damaged) as library:
        library.add_article(title="等著", text="未入檔")
        shutil.copy(damaged, tmp_path / "killed.db")
        shutil.copy(f"{damaged}-wal", tmp_path / "killed.db-wal")
    salvage.salvage(tmp_path / "killed.db", tmp_path / "new.db")
    with Library(tmp_path / "new.db") as new:
        assert new.articles()[0].title == "等著"


def mutated(data: bytes, dice: random.Random) -> bytes:
    """The file with one to sixty-four bits turned, cut, or with some of its pages overwritten."""
    kind = dice.choice(["bit", "bits", "head", "page heads", "pages", "cut", "cut and bits"])
    changed = bytearray(data)
    count = len(changed) // pages.PAGE_SIZE
    if kind in ("bit", "bits", "cut and bits"):
        for _ in range(1 if kind == "bit" else dice.randrange(2, 64)):
            changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    if kind == "head":
        for _ in range(dice.randrange(1, 9)):
            changed[dice.randrange(100)] ^= 1 << dice.randrange(8)
    if kind == "page heads":
        for _ in range(dice.randrange(1, 9)):
            changed[dice.randrange(count) * pages.PAGE_SIZE + dice.randrange(12)] = dice.randrange(256)
    if kind == "pages":
        for _ in range(dice.randrange(1, 4)):
            begin = dice.randrange(count) * pages.PAGE_SIZE
            changed[begin : begin + pages.PAGE_SIZE] = dice.randbytes(pages.PAGE_SIZE)
    if kind.startswith("cut"):
        del changed[dice.randrange(len(changed)) :]
    return bytes(changed)


def test_damage_of_every_kind_is_told_and_what_is_left_is_read(whole: Path, tmp_path: Path) -> None:
    dice = random.Random(29)
    data = whole.read_bytes()
    read = whole_marks = 0
    for number in range(MUTATIONS):
        path, new = tmp_path / f"{number}.db", tmp_path / f"{number}-new.db"
        path.write_bytes(mutated(data, dice))
        before = sha256(path)
        try:
            with Library(path, read_only=True) as library:
                notes(library)
                [library.article(info.id) for info in library.articles()]
            opens = True
        except (LibraryError, ValueError):
            opens = False
        assert sha256(path) == before
        done = salvage.salvage(path, new)
        assert sha256(path) == before
        assert checking.check(new).faults == ()
        with Library(new) as library:
            found = notes(library)
        assert len(found) >= done.read["mark"] * 0.9
        for note, mark in found.items():
            if note.startswith("記") and note[1:].replace("-", "").isdigit() and "\ufffd" not in mark.exact:
                whole_marks += 1
        if opens:
            assert done.read["mark"] >= 90
        read += done.read["mark"]
        path.unlink()
        new.unlink()
    # Of 96 marks a file. Half of a file that is cut is gone, on average; of the others nearly nothing.
    assert read > MUTATIONS * 96 * 0.75
    assert whole_marks > read * 0.98


def test_a_text_that_is_gone_is_taken_from_the_bytes_it_was_read_from(damaged: Path, tmp_path: Path) -> None:
    spoil(damaged, "第3篇的第60句")
    done = salvage.salvage(damaged, tmp_path / "new.db")
    assert done.mended == 0
    with Library(tmp_path / "new.db") as new:
        assert new.article(4).text == article_text(3)
        assert len(new.marks(4)) == 8


def test_marks_on_a_text_that_is_gone_stand_behind_it(damaged: Path, tmp_path: Path) -> None:
    with Library(damaged) as library:
        expected = notes(library)
        text = library.article(3).text
        last = library.add_mark(3, (len(text) - 20, len(text) - 1), colour="ou", note="末")
    spoil(damaged, "第2篇的第60句")
    done = salvage.salvage(damaged, tmp_path / "new.db")
    assert done.mended == 1
    assert done.lost["mark"] == 0
    with Library(tmp_path / "new.db") as new:
        article = new.article(3)
        assert article.title == "文2"
        assert article.text.startswith(text[:500])
        assert article.text.endswith(last.prefix + last.exact + last.suffix)
        found = notes(new)
        assert found["末"].exact == last.exact
        assert found["記2-3"].exact == expected["記2-3"].exact


def test_old_texts_are_kept_where_they_can_be_read(damaged: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(damaged)) as sqlite:
        sqlite.execute("UPDATE version SET text = x'00' WHERE article_id = 1")
        sqlite.execute("UPDATE former_place SET exact = '青' WHERE mark_id = 34")
        sqlite.execute("UPDATE bookmark SET start = 99999 WHERE article_id = 5")
        sqlite.commit()
    done = salvage.salvage(damaged, tmp_path / "new.db")
    assert (done.read["version"], done.lost["version"], done.read["former_place"]) == (2, 1, 15)
    with Library(tmp_path / "new.db") as new:
        assert new.versions(1) == []
        (version,) = new.versions(5)
        assert new.version_text(version.id)[0] == article_text(4)
        assert 34 not in [place.mark_id for place in new.former_places(version.id)]
        (bookmark,) = new.bookmarks(5)
        assert bookmark.start == new.article(5).length
        (orphan,) = [mark for mark in new.marks(5) if not mark.in_text]
        assert orphan.note == "記4-0"
        assert {(info.starred, info.tags) for info in new.articles()} == {(True, ("地理",)), (False, ())}
    assert checking.check(tmp_path / "new.db").faults == ()


def test_articles_without_a_text(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library(path) as library:
        library.add_article(title="空", text="")
        gone = library.add_article(title="去", text="鹽湖")
        word = library.words.add(SavedWord(gone.id, 0, 2, "盐湖", "鹽湖", "yán hú", "", "鹽湖"))
        library.put_article(replace(gone, deleted="2026-11-24"))
        library.purge("2026-11-25")
    assert salvage.salvage(path, tmp_path / "new.db").mended == 0
    with Library(tmp_path / "new.db") as new:
        assert [(info.title, info.length) for info in new.articles()] == [("空", 0)]
        assert new.bin().articles == []
        assert new.words.all() == [word]
    assert checking.check(tmp_path / "new.db").faults == ()


def spoil(path: Path, text: str) -> None:
    """Break the chain of pages of the article in whose text this stands."""
    data = bytearray(path.read_bytes())
    page = data.index(text.encode()) // pages.PAGE_SIZE
    data[page * pages.PAGE_SIZE : (page + 1) * pages.PAGE_SIZE] = b"\0" * pages.PAGE_SIZE
    path.write_bytes(data)
    # The page before names this one; now as one that is not there.
    number = (page + 1).to_bytes(4, "big")
    for each in range(len(data) // pages.PAGE_SIZE):
        begin = each * pages.PAGE_SIZE
        if data[begin : begin + 4] == number:
            data[begin : begin + 4] = b"\x7f\xff\xff\xff"
    path.write_bytes(data)


def test_a_schema_that_is_gone(damaged: Path, tmp_path: Path) -> None:
    data = bytearray(damaged.read_bytes())
    data[:4096] = os.urandom(4096)
    damaged.write_bytes(data)
    done = salvage.salvage(damaged, tmp_path / "new.db")
    assert (done.read["article"], done.read["mark"], done.read["mark_tag"]) == (12, 96, 84)
    with Library(tmp_path / "new.db") as new:
        assert sorted(info.title for info in new.articles()) == sorted(f"文{n}" for n in range(12))


@pytest.mark.parametrize("form", [1, 2])
def test_a_library_of_an_older_form(tmp_path: Path, form: int) -> None:
    old = tmp_path / "library.db"
    older.make(old, form, ["鹽湖之水"])
    salvage.salvage(old, tmp_path / "new.db")
    with Library(tmp_path / "new.db") as new:
        assert [info.notes for info in new.articles()] == [1]


def test_deleted_and_replaced_rows_do_not_come_back(damaged: Path, tmp_path: Path) -> None:
    with Library(damaged) as library:
        for mark in notes(library).values():
            library.keep_draft(mark.id, "草稿" * 400)
        for mark in notes(library).values():
            library.keep_draft(mark.id, None)
    done = salvage.salvage(damaged, tmp_path / "new.db")
    assert done.read["draft"] == 0
    assert done.read["mark"] == 96


def test_where_nothing_is_to_be_read_and_where_nothing_may_be_written(tmp_path: Path, damaged: Path) -> None:
    with pytest.raises(LibraryMissing):
        salvage.salvage(tmp_path / "none.db", tmp_path / "new.db")
    taken = tmp_path / "taken.db"
    taken.write_text("鹽")
    with pytest.raises(FileExistsError):
        salvage.salvage(damaged, taken)
    assert taken.read_text() == "鹽"
    with pytest.raises((OSError, LibraryReadOnly)):
        salvage.salvage(damaged, taken / "new.db")
    noise = tmp_path / "noise.db"
    noise.write_bytes(os.urandom(9000))
    done = salvage.salvage(noise, tmp_path / "new.db")
    assert not any(done.read.values())
    assert not list(tmp_path.glob(".salvage*"))


def test_names_that_nothing_has(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    assert salvage.free_name(path).name == "library-salvaged.db"
    salvage.free_name(path).touch()
    assert salvage.free_name(path).name == "library-salvaged-2.db"


def test_pages_are_read_as_sqlite_reads_them(tmp_path: Path) -> None:
    path = tmp_path / "any.db"
    values = [None, 0, 1, -1, 127, 128, -32768, 1 << 20, 1 << 40, -(1 << 62), 0.5, "", "鹽湖𠀀", b"", b"\0"]
    long = ["湖" * size for size in (1300, 1360, 1370, 2000, 5000, 40000)]
    with closing(sqlite3.connect(path)) as sqlite:
        sqlite.execute("CREATE TABLE one (id INTEGER PRIMARY KEY, a, b)")
        for number in range(3000):
            sqlite.execute("INSERT INTO one VALUES (?, ?, ?)", (number * 997, values[number % 15], number))
        for text in long:
            sqlite.execute("INSERT INTO one (a, b) VALUES (?, ?)", (text, b"x" * len(text)))
        sqlite.commit()
        expected = {rowid: (a, b) for rowid, a, b in sqlite.execute("SELECT * FROM one")}
    read = {
        record.rowid: record.columns[1:]
        for record in pages.records(path.read_bytes())
        if record.whole and len(record.columns) == 3
    }
    assert read == expected
