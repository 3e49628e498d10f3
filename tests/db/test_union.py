"""A backup brought into a library that has gone on since, or beside it."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import older
from meipi_db import (
    ArticleInfo,
    Library,
    LibraryDamaged,
    LibraryMissing,
    LibraryNewer,
    LibraryReadOnly,
    Mark,
    NotALibrary,
    SavedWord,
    backups,
    checking,
    now,
    schema,
)
from meipi_db.records import sha256_of

TEXT = "鹽湖之水天一色，青海的鹽湖星羅棋布。"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return tmp_path / "copy.db"


def filled(library: Library) -> tuple[int, Mark]:
    article = library.add_article(title="鹽湖", text=TEXT, original=TEXT.encode())
    mark = library.add_mark(article.id, (0, 2), colour="zhu", note="起初", tags=("甲",))
    return article.id, mark


def seen(library: Library) -> dict[str, tuple[str, list[tuple[str, str, tuple[str, ...]]]]]:
    """What a reader sees: by title, the text and the marks."""
    return {
        f"{info.title} {info.uid}": (
            library.article(info.id).text,
            [(mark.exact, mark.note, mark.tags) for mark in library.marks(info.id)],
        )
        for info in library.articles()
    }


def change(library: Library, mark: Mark, **columns: object) -> Mark:
    changed = replace(library.mark(mark.id), modified=now(), **columns)  # type: ignore[arg-type]
    library.put_mark(changed)
    return changed


def test_a_mark_deleted_by_mistake_comes_back_and_nothing_goes(library: Library, copied: Path) -> None:
    article_id, mark = filled(library)
    draft = library.add_mark(article_id, (2, 4), colour="ou")
    library.keep_draft(draft.id, "草稿")
    backups.copy(library.path, copied)
    library.keep_draft(draft.id, None)
    library.put_mark(replace(mark, deleted=now()))
    library.put_mark(replace(draft, deleted=now()))
    later = library.add_article(title="後來", text="新的")
    new = library.add_mark(later.id, (0, 1), colour="ou", note="新記")
    difference = library.compare(copied)
    assert library.marks(article_id) == []  # nothing was done
    assert (difference.articles, difference.marks, difference.changed, difference.joined) == (0, 2, 0, 0)
    assert (difference.only_here_articles, difference.only_here_marks) == (1, 1)
    library.take_in(copied)
    assert library.marks(article_id) == [mark, draft]
    assert library.drafts() == {draft.id: "草稿"}
    assert library.marks(later.id) == [new]
    assert library.compare(copied).nothing


def test_the_later_note_counts_where_one_side_changed(library: Library, copied: Path) -> None:
    article_id, mark = filled(library)
    other = library.add_mark(article_id, (3, 5), colour="zhu", note="不動")
    backups.copy(library.path, copied)
    change(library, mark, note="此處改", colour="ou")
    with Library(copied) as copy:
        change(copy, copy.mark(other.id), note="彼處改", tags=("乙",))
    difference = library.take_in(copied)
    assert (difference.changed, difference.joined, difference.changed_here) == (1, 0, 1)
    first, second = library.marks(article_id)
    assert (first.note, first.colour, first.tags) == ("此處改", "ou", ("甲",))
    assert (second.note, second.tags) == ("彼處改", ("乙",))


@pytest.mark.parametrize("here_first", [False, True])
@pytest.mark.parametrize("stamped", [False, True])
def test_both_notes_are_kept_where_both_sides_changed(
    library: Library, copied: Path, *, here_first: bool, stamped: bool
) -> None:
    article_id, mark = filled(library)
    library.add_mark(article_id, (3, 5), colour="zhu")
    if stamped:
        backups.copy(library.path, copied)
    else:
        library._connection.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copy(library.path, copied)
    with Library(copied) as copy:
        edits = [
            lambda: change(library, mark, note="此處改", tags=("甲", "此")),
            lambda: change(copy, mark, note="彼處改", tags=("彼",)),
        ]
        for edit in edits if here_first else reversed(edits):
            edit()
    assert library.take_in(copied).joined == 1
    first = library.marks(article_id)[0]
    assert "此處改" in first.note
    assert "彼處改" in first.note
    assert set(first.tags) == {"甲", "此", "彼"}
    assert library.compare(copied).nothing
    library.take_in(copied)
    assert library.marks(article_id)[0] == first


def test_what_was_thrown_away_in_the_copy_changes_nothing_here(library: Library, copied: Path) -> None:
    article_id, mark = filled(library)
    backups.copy(library.path, copied)
    with Library(copied) as copy:
        copy.put_mark(replace(change(copy, mark, note="彼處改"), deleted=now()))
    assert library.take_in(copied).nothing
    assert library.marks(article_id) == [mark]


def test_an_older_backup_brings_no_older_note(library: Library, copied: Path) -> None:
    article_id, mark = filled(library)
    backups.copy(library.path, copied)
    change(library, mark, note="後來改的")
    assert library.compare(copied).nothing
    library.take_in(copied)
    assert [each.note for each in library.marks(article_id)] == ["後來改的"]


def test_another_library_comes_in_whole(library: Library, copied: Path) -> None:
    filled(library)
    with Library(copied) as other:
        article_id, _ = filled(other)
        other.remember_position(article_id, 3, 9, "2026-11-24T00:00:00+00:00")
        gone = other.add_article(title="扔了", text="扔")
        other.put_article(replace(gone, deleted=now()))
        expected = seen(other)
        original = other.original(article_id)
    before = seen(library)
    difference = library.take_in(copied)
    assert (difference.articles, difference.marks) == (1, 1)
    assert seen(library) == before | expected
    new: ArticleInfo = next(info for info in library.articles() if info.position == 3)
    assert library.original(new.id) == original
    assert [info.title for info in library.articles(deleted=True)] == ["扔了"]


def test_an_article_whose_text_changed_keeps_it(library: Library, copied: Path) -> None:
    article_id, _ = filled(library)
    backups.copy(library.path, copied)
    with Library(copied) as copy:
        copy.add_mark(article_id, (8, 10), colour="zhu", note="找得到")
        copy.add_mark(article_id, (13, 17), colour="zhu", note="找不到")
    text = "新的開頭。" + TEXT.replace("星羅棋布", "很多")
    library.put_article(replace(library.article(article_id), text=text, sha256=sha256_of(text)))
    (mark,) = library.marks(article_id)
    library.put_mark(replace(mark, start=5, end=7))
    library.take_in(copied)
    assert library.article(article_id).text == text
    assert [(each.exact, each.note) for each in library.marks(article_id)][1:] == [("青海", "找得到")]
    (extra,) = [info for info in library.articles() if info.id != article_id]
    assert library.article(extra.id).text == TEXT
    assert [(each.exact, each.note) for each in library.marks(extra.id)] == [("星羅棋布", "找不到")]
    assert library.compare(copied).nothing
    assert not checking.check(library.path).faults


def word(article_id: int, start: int, simplified: str) -> SavedWord:
    return SavedWord(article_id, start, start + 2, simplified, simplified, "yán hú", "", "鹽湖之水")


def test_words_come_and_corrections_that_were_taken_back_do_not(library: Library, copied: Path) -> None:
    from meipi_db import KnownWord, Split

    article_id, _ = filled(library)
    removed = library.words.add(word(article_id, 0, "盐湖"))
    wrong = library.splits.add(Split("盐 湖"))
    library.known_words.put([KnownWord("青海", now())])
    backups.copy(library.path, copied)
    library.words.put(removed._replace(deleted=now()))
    library.splits.put(wrong._replace(deleted=now()))
    library.known_words.put([KnownWord("青海", now(), now())])
    with Library(copied) as copy:
        copy.words.add(word(article_id, 8, "青海"))
        copy.splits.add(Split("星罗 棋布"))
    assert library.take_in(copied).words == 4
    assert [each.simplified for each in library.words.all()] == ["盐湖", "青海"]
    assert [each.pieces for each in library.splits.all()] == ["星罗 棋布"]
    assert library.known_words.all() == {"青海"}
    assert library.compare(copied).nothing


def test_it_can_be_taken_back_and_done_again(library: Library, copied: Path) -> None:
    article_id, mark = filled(library)
    backups.copy(library.path, copied)
    with Library(copied) as copy:
        filled(copy)
        change(copy, mark, note="彼處改", tags=("乙", "丙"))
        copy.words.add(word(article_id, 8, "青海"))
    before = seen(library)
    with library.traced() as done:
        library.take_in(copied)
    after = seen(library)
    assert len(after) == 2
    for _ in range(2):
        library.put_back(done, undone=True)
        assert seen(library) == before
        assert library.words.all() == []
        library.put_back(done, undone=False)
        assert seen(library) == after
        assert len(library.words.all()) == 1


@pytest.mark.parametrize("form", [1, 2])
def test_a_backup_of_an_older_form(library: Library, tmp_path: Path, form: int) -> None:
    old = tmp_path / "old.db"
    older.make(old, form, [TEXT])
    expected = {f"鹽1 {1:032x}": (TEXT, [(TEXT[1:3], "記", ("甲", "乙"))])}
    before = hashlib.sha256(old.read_bytes()).digest()
    library.take_in(old)
    assert seen(library) == expected
    assert hashlib.sha256(old.read_bytes()).digest() == before


def test_what_cannot_be_taken_in(library: Library, copied: Path) -> None:
    with pytest.raises(LibraryMissing):
        library.compare(copied)
    copied.write_text("鹽湖" * 999)
    with pytest.raises(NotALibrary):
        library.take_in(copied)
    copied.unlink()
    filled(library)
    backups.copy(library.path, copied)
    data = copied.read_bytes()
    copied.write_bytes(data[:5000])
    with pytest.raises(LibraryDamaged):
        library.take_in(copied)
    copied.write_bytes(data)
    with Library(copied) as copy:
        copy._connection.rows(f"PRAGMA user_version = {schema.VERSION + 1}")
    with pytest.raises(LibraryNewer):
        library.take_in(copied)
    with Library(library.path, read_only=True) as read_only, pytest.raises(LibraryReadOnly):
        read_only.compare(library.path)


def test_half_a_union_is_none(library: Library, copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from meipi_db import tags

    with Library(copied) as copy:
        filled(copy)

    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(tags, "put", fail)
    with pytest.raises(OSError):  # noqa: PT011
        library.take_in(copied)
    assert library.articles(deleted=True) == library.articles() == []


KINDS = ["add", "note", "delete", "article", "text", "bookmark", "details", "purge"]
actions = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 5)), max_size=12)


def act(library: Library, what: str, number: int) -> None:
    infos = library.articles()
    if what == "article" or not infos:
        library.add_article(title=str(number), text=TEXT + os.urandom(4).hex())
        return
    info = infos[number % len(infos)]
    marks = library.marks(info.id)
    if what in ("text", "bookmark", "details", "purge"):
        act_beside_marks(library, info.id, what, number)
    elif what == "add" or not marks:
        library.add_mark(info.id, (number, number + 2), colour="zhu", note=os.urandom(4).hex())
    elif what == "note":
        change(library, marks[number % len(marks)], note=os.urandom(4).hex())
    else:
        library.put_mark(replace(marks[number % len(marks)], deleted=now()))


def act_beside_marks(library: Library, article_id: int, what: str, number: int) -> None:
    article = library.article(article_id)
    if what == "text":
        text = article.text[number:] + "又有新的一句。"[:number]
        every = [*library.marks(article_id), *library.marks(article_id, deleted=True)]
        moved = [
            mark.over(text, (place, place + 2)) for mark in every if (place := text.find(mark.exact)) >= 0
        ]
        after = replace(article, text=text, sha256=sha256_of(text))
        library.replace_text(
            after, original=None, reason="file", marks=[replace(mark, placed="moved") for mark in moved]
        )
    elif what == "bookmark":
        library.add_bookmark(article_id, number)
    elif what == "details":
        library.put_article(replace(article, starred=number > 3, tags=tuple("甲乙丙丁戊己"[:number])))
    else:
        library.purge("9")


def beside_marks(library: Library) -> tuple[set[str], set[str], set[str], set[tuple[str, str]]]:
    """By their uids, the bookmarks and old texts that there are, the articles with a star, and the tags."""
    infos = library.articles()
    return (
        {bookmark.uid for info in infos for bookmark in library.bookmarks(info.id)},
        {version.uid for info in infos for version in library.versions(info.id)},
        {info.uid for info in infos if info.starred},
        {(info.uid, tag) for info in infos for tag in info.tags},
    )


@given(before=actions, here=actions, there=actions)
@settings(max_examples=40, deadline=None)
def test_nothing_of_the_library_disappears(
    tmp_path_factory: pytest.TempPathFactory,
    before: list[tuple[str, int]],
    here: list[tuple[str, int]],
    there: list[tuple[str, int]],
) -> None:
    folder = tmp_path_factory.mktemp("union")
    notes: Callable[[Library], dict[str, str]] = lambda library: {  # noqa: E731
        mark.uid: mark.note for info in library.articles() for mark in library.marks(info.id)
    }
    with Library(folder / "library.db") as library:
        for step in before:
            act(library, *step)
        backups.copy(library.path, folder / "copy.db")
        with Library(folder / "copy.db") as copy:
            for step in there:
                act(copy, *step)
            theirs, theirs_beside = notes(copy), beside_marks(copy)
        for step in here:
            act(library, *step)
        ours, ours_beside = notes(library), beside_marks(library)
        texts = {info.uid: info.sha256 for info in library.articles()}
        difference = library.compare(folder / "copy.db")
        with library.traced() as done:
            told = library.take_in(folder / "copy.db")
        assert told == difference
        union = notes(library)
        assert union.keys() == ours.keys() | theirs.keys()
        for uid, note in ours.items():
            assert note in union[uid] or union[uid] == theirs[uid]
        for both, own, other in zip(beside_marks(library), ours_beside, theirs_beside, strict=True):
            assert both >= own | other
        assert texts.items() <= {info.uid: info.sha256 for info in library.articles()}.items()
        assert checking.check(library.path).faults == ()
        assert library.compare(folder / "copy.db").nothing
        library.put_back(done, undone=True)
        assert notes(library) == ours
        assert beside_marks(library) == ours_beside
        library.put_back(done, undone=False)
        assert notes(library) == union
        assert checking.check(library.path).faults == ()
