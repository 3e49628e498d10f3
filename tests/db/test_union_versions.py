"""A backup brought into a library whose articles have other texts by now, and what articles have besides."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from meipi_db import Article, Library, Mark, SavedWord, Version, backups, checking, now, sha256_of

OLD = "鹽湖之水天一色，青海的鹽湖星羅棋布。湖水是藍的，天也是藍的。"
NEW = "新的開頭。青海的鹽湖星星很多。湖水是綠的，天卻是灰的。"


@pytest.fixture
def copy(tmp_path: Path, library: Library) -> Iterator[Callable[[], Library]]:
    """Makes a copy of the library as it is when it is called, and opens it."""
    opened: list[Library] = []

    def make() -> Library:
        path = tmp_path / f"copy{len(opened)}.db"
        backups.copy(library.path, path)
        opened.append(Library(path))
        return opened[-1]

    yield make
    for each in opened:
        each.close()


@pytest.fixture
def article(library: Library) -> Article:
    return library.add_article(title="鹽湖", text=OLD, original=OLD.encode())


def mark_at(library: Library, article: Article, words: str, **columns: object) -> Mark:
    start = library.article(article.id).text.index(words)
    mark = library.add_mark(article.id, (start, start + len(words)), colour="zhu", note=words)
    changed = replace(mark, **columns)  # type: ignore[arg-type]
    library.put_mark(changed)
    return changed


def give_new_text(library: Library, article: Article) -> Version:
    """The new text, with the marks where they are found in it by their words alone."""
    marks = [*library.marks(article.id), *library.marks(article.id, deleted=True)]
    after = replace(library.article(article.id), text=NEW, sha256=sha256_of(NEW))
    moved = []
    for mark in marks:
        place = NEW.find(mark.exact)
        span = place, place + len(mark.exact)
        moved.append(
            replace(mark, placed="orphan") if place < 0 else replace(mark.over(NEW, span), placed="moved")
        )
    return library.replace_text(after, original=None, reason="file", marks=moved)


def take_in(library: Library, other: Library) -> None:
    """Bring it in; once more changes nothing, and nothing contradicts itself."""
    told = library.compare(other.path)
    assert library.take_in(other.path) == told
    assert library.compare(other.path).nothing
    before = everything(library)
    library.take_in(other.path)
    assert everything(library) == before
    assert checking.check(library.path).faults == ()


def everything(library: Library) -> list[object]:
    tables = ("article", "reading", "mark", "bookmark", "version", "former_place", "mark_tag", "article_tag")
    kept = [
        [tuple(row) for row in library._connection.rows(f"SELECT * FROM {table}")] for table in tables[:-1]
    ]
    names = library._connection.rows("SELECT article_id, place, tag_id FROM article_tag")
    return [*kept, [tuple(row) for row in names]]


def test_a_mark_on_what_is_an_old_text_here_becomes_an_orphan_with_its_place_there(
    library: Library, article: Article, copy: Callable[[], Library]
) -> None:
    other = copy()
    lost = mark_at(other, article, "星羅棋布")
    found = mark_at(other, article, "青海的")
    version = give_new_text(library, article)
    take_in(library, other)
    assert [info.id for info in library.articles()] == [article.id]
    marks = {mark.note: mark for mark in library.marks(article.id)}
    assert marks["星羅棋布"] == replace(lost, id=marks["星羅棋布"].id, placed="orphan")
    assert (marks["青海的"].start, marks["青海的"].placed) == (NEW.index("青海的"), "moved")
    assert [(place.mark_id, place.start, place.exact) for place in library.former_places(version.id)] == [
        (marks["青海的"].id, found.start, "青海的"),
        (marks["星羅棋布"].id, lost.start, "星羅棋布"),
    ]


def test_a_mark_goes_where_its_twin_went(
    library: Library, article: Article, copy: Callable[[], Library]
) -> None:
    other = copy()
    mark_at(other, article, "湖水是藍的")
    mark_at(other, article, "天也是")
    ours = mark_at(library, article, "湖水是藍的")
    orphan = mark_at(library, article, "天也是")
    give_new_text(library, article)
    by_hand = replace(library.mark(ours.id).over(NEW, (15, 20)), placed="changed")
    library.put_mark(by_hand)
    take_in(library, other)
    twins = [mark for mark in library.marks(article.id) if mark.id not in (ours.id, orphan.id)]
    assert sorted((mark.note, mark.exact, mark.span, mark.placed) for mark in twins) == [
        ("天也是", "天也是", orphan.span, "orphan"),
        ("湖水是藍的", "湖水是綠的", (15, 20), "changed"),
    ]


def test_words_that_stand_there_often_are_not_guessed_at(
    library: Library, article: Article, copy: Callable[[], Library]
) -> None:
    other = copy()
    mark_at(other, article, "的")
    mark_at(other, article, "是")
    give_new_text(library, article)
    take_in(library, other)
    assert {mark.exact: mark.placed for mark in library.marks(article.id)} == {"的": "moved", "是": "orphan"}
    found = next(mark for mark in library.marks(article.id) if mark.in_text)
    assert found.start == NEW.index("的鹽湖")


def test_without_the_old_text_the_backups_article_comes_beside(
    library: Library, article: Article, copy: Callable[[], Library]
) -> None:
    other = copy()
    mark_at(other, article, "星羅棋布")
    mark_at(other, article, "棋布", deleted=now())
    library.put_article(replace(article, text=NEW, sha256=sha256_of(NEW)))
    take_in(library, other)
    (extra,) = [info for info in library.articles() if info.id != article.id]
    assert [mark.exact for mark in library.marks(extra.id)] == ["星羅棋布"]
    assert [mark.placed for mark in library.marks(article.id, deleted=True)] == ["orphan"]


def test_old_texts_come_with_the_places_in_them(
    library: Library, article: Article, copy: Callable[[], Library]
) -> None:
    ours = mark_at(library, article, "青海的")
    other = copy()
    theirs = mark_at(other, article, "星羅棋布")
    version = give_new_text(other, article)
    before = everything(library)
    with library.traced() as done:
        told = library.take_in(other.path)
    assert told.versions == 1
    (came,) = library.versions(article.id)
    assert replace(came, id=version.id) == version
    assert library.version_text(came.id)[0] == OLD
    places = [(library.mark(place.mark_id).uid, place.exact) for place in library.former_places(came.id)]
    assert places == [(ours.uid, "青海的"), (theirs.uid, "星羅棋布")]
    after = everything(library)
    for _ in range(2):
        library.put_back(done, undone=True)
        assert library.versions(article.id) == []
        assert library.marks(article.id) == [ours]
        library.put_back(done, undone=False)
        assert everything(library)[4:6] == after[4:6]
    library.put_back(done, undone=True)
    assert everything(library)[0] == before[0]
    take_in(library, other)
    assert [each.uid for each in library.versions(article.id)] == [version.uid]


def test_places_in_an_old_text_come_with_a_mark_that_was_let_go_of(
    library: Library, article: Article, copy: Callable[[], Library]
) -> None:
    mark = mark_at(library, article, "星羅棋布")
    version = give_new_text(library, article)
    other = copy()
    library.put_mark(replace(library.mark(mark.id), deleted=now()))
    assert library.purge("9") == 1
    assert library.former_places(version.id) == []
    take_in(library, other)
    (back,) = library.marks(article.id)
    assert (back.uid, back.placed) == (mark.uid, "orphan")
    assert [place.mark_id for place in library.former_places(version.id)] == [back.id]


def test_a_mark_that_was_put_by_hand_in_the_backup_has_its_place_here(
    library: Library, article: Article, copy: Callable[[], Library]
) -> None:
    mark = mark_at(library, article, "星羅棋布")
    give_new_text(library, article)
    orphan = library.mark(mark.id)
    assert not orphan.in_text
    other = copy()
    other.put_mark(replace(orphan.over(NEW, (12, 14)), placed="", modified=now()))
    with library.traced() as done:
        told = library.take_in(other.path)
    assert told.changed == 1
    assert (library.mark(mark.id).exact, library.mark(mark.id).placed) == ("很多", "")
    library.put_back(done, undone=True)
    assert library.mark(mark.id) == orphan
    take_in(library, other)


def test_stars_and_tags_of_either_are_there(
    library: Library, article: Article, copy: Callable[[], Library]
) -> None:
    library.put_article(replace(article, tags=("地理", "鹽")))
    other = copy()
    other.put_article(replace(other.article(article.id), starred=True, tags=("湖", "地理")))
    new = other.add_article(title="新", text="新")
    other.put_article(replace(new, starred=True, tags=("新", "鹽")))
    with library.traced() as done:
        told = library.take_in(other.path)
    assert (told.details, told.articles) == (1, 1)
    infos = {info.title: (info.starred, info.tags) for info in library.articles()}
    assert infos == {"鹽湖": (True, ("地理", "鹽", "湖")), "新": (True, ("新", "鹽"))}
    library.put_back(done, undone=True)
    assert [(info.starred, info.tags) for info in library.articles()] == [(False, ("地理", "鹽"))]
    library.put_back(done, undone=False)
    assert {info.title: (info.starred, info.tags) for info in library.articles()} == infos
    with Library(other.path) as again:
        assert again.compare(library.path).details == 1


def test_bookmarks_come_and_come_back(
    library: Library, article: Article, copy: Callable[[], Library]
) -> None:
    deleted = library.add_bookmark(article.id, 3)
    other = copy()
    library.put_bookmark(replace(deleted, deleted=now()))
    for place in (8, len(OLD)):
        other.add_bookmark(article.id, place)
    gone = other.add_bookmark(article.id, 9)
    other.put_bookmark(replace(gone, deleted=now()))
    with library.traced() as done:
        told = library.take_in(other.path)
    assert told.bookmarks == 3
    assert [each.start for each in library.bookmarks(article.id)] == [3, 8, len(OLD)]
    library.put_back(done, undone=True)
    assert library.bookmarks(article.id) == []
    take_in(library, other)


def test_a_bookmark_goes_where_its_place_went(
    library: Library, article: Article, copy: Callable[[], Library]
) -> None:
    other = copy()
    for place in (8, len(OLD)):
        other.add_bookmark(article.id, place)
    give_new_text(library, article)
    take_in(library, other)
    assert [each.start for each in library.bookmarks(article.id)] == [NEW.index("青海"), len(NEW)]


def test_an_article_that_was_let_go_of_comes_back_whole(
    library: Library, article: Article, copy: Callable[[], Library]
) -> None:
    mark = mark_at(library, article, "青海的")
    word = library.words.add(SavedWord(article.id, 0, 2, "盐湖", "鹽湖", "yán hú", "", OLD))
    other = copy()
    library.put_article(replace(article, deleted=now()))
    library.purge("9")
    shell = library.article(article.id)
    with library.traced() as done:
        told = library.take_in(other.path)
    assert (told.articles, told.marks) == (1, 1)
    assert library.article(article.id) == article
    assert library.original(article.id) == OLD.encode()
    assert [each.uid for each in library.marks(article.id)] == [mark.uid]
    assert library.words.all() == [word]
    library.put_back(done, undone=True)
    assert library.article(article.id) == shell
    assert library.articles() == library.bin().articles == []
    take_in(library, other)


def test_one_that_was_let_go_of_there_stays_here(
    library: Library, article: Article, copy: Callable[[], Library]
) -> None:
    library.words.add(SavedWord(article.id, 0, 2, "盐湖", "鹽湖", "yán hú", "", OLD))
    other = copy()
    other.put_article(replace(article, deleted=now()))
    other.purge("9")
    assert library.compare(other.path).nothing
    take_in(library, other)
    assert library.article(article.id) == article
    with Library(library.path.with_name("third.db")) as third:
        take_in(third, other)
        assert third.bin().articles == third.articles() == []
        assert [word.simplified for word in third.words.all()] == ["盐湖"]
