"""Old texts of an article, and where its marks stood in them."""

from __future__ import annotations

import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from meipi_db import Article, Library, LibraryDamaged, Mark, sha256_of

OLD = "鹽湖之水天一色，青海的\0鹽𠀀湖。"
NEW = "新的開頭。青海的\0鹽𠀀湖。"


@pytest.fixture
def article(library: Library) -> Article:
    return library.add_article(
        title="鹽湖", text=OLD, blocks="[]", original=OLD.encode("utf-16"), path="/鹽.txt", encoding="utf-16"
    )


def replaced(article: Article, text: str = NEW) -> Article:
    return replace(article, text=text, sha256=sha256_of(text), blocks="", encoding="utf-8", title="新")


def test_the_old_text_is_kept_with_all_that_belonged_to_it(
    path: Path, library: Library, article: Article
) -> None:
    stays = library.add_mark(article.id, (8, 10), colour="zhu", note="在")
    lost = library.add_mark(article.id, (0, 4), colour="ou", note="不在", tags=("甲",))
    deleted = replace(library.add_mark(article.id, (9, 11), colour="ou"), deleted="2026-11-24T00:00:00+00:00")
    library.put_mark(deleted)
    bookmark = library.add_bookmark(article.id, 8)
    moved = replace(stays.over(NEW, (5, 7)), placed="moved")
    orphan = replace(lost, placed="orphan")
    version = library.replace_text(
        replaced(article),
        original=NEW.encode(),
        reason="file",
        marks=[moved, orphan, deleted],
        bookmarks=[bookmark.at(NEW, 5)],
    )
    assert (version.article_id, version.title, version.sha256) == (article.id, "鹽湖", article.sha256)
    assert (version.length, version.encoding, version.reason) == (len(OLD), "utf-16", "file")
    assert library.versions(article.id) == [version]
    assert library.version_text(version.id) == (OLD, "[]")
    with Library(path) as other:
        assert other.article(article.id) == replaced(article)
        assert other.original(article.id) == NEW.encode()
        assert other.marks(article.id) == [orphan, moved]
        assert [mark.in_text for mark in other.marks(article.id)] == [False, True]
        assert [each.start for each in other.bookmarks(article.id)] == [5]
    assert [
        (place.mark_id, place.start, place.end, place.exact) for place in library.former_places(version.id)
    ] == [
        (lost.id, 0, 4, lost.exact),
        (stays.id, 8, 10, stays.exact),
        (deleted.id, 9, 11, deleted.exact),
    ]


def test_an_orphan_has_no_place_in_the_text_that_it_is_not_in(library: Library, article: Article) -> None:
    mark = library.add_mark(article.id, (0, 4), colour="zhu")
    first = library.replace_text(
        replaced(article), original=None, reason="file", marks=[replace(mark, placed="orphan")]
    )
    second = library.replace_text(
        replaced(article, NEW + "又"), original=None, reason="file", marks=[replace(mark, placed="free")]
    )
    assert library.versions(article.id) == [second, first]
    assert [place.exact for place in library.former_places(first.id)] == [mark.exact]
    assert library.former_places(second.id) == []


def content(library: Library, article_id: int) -> tuple[object, ...]:
    return (
        library.article(article_id),
        library.original(article_id),
        library.marks(article_id),
        library.bookmarks(article_id),
        library.versions(article_id),
    )


def test_it_can_be_taken_back_and_done_again(library: Library, article: Article) -> None:
    mark = library.add_mark(article.id, (0, 4), colour="zhu", tags=("甲", "乙"))
    bookmark = library.add_bookmark(article.id, 3)
    before = content(library, article.id)
    for _ in range(2):
        with library.traced() as done:
            version = library.replace_text(
                replaced(article),
                original=None,
                reason="file",
                marks=[replace(mark, placed="orphan")],
                bookmarks=[bookmark.at(NEW, 0)],
            )
        assert library.original(article.id) is None
        after, places = content(library, article.id), library.former_places(version.id)
        assert places
        for _ in range(2):
            library.put_back(done, undone=True)
            assert content(library, article.id) == before
            assert library.former_places(version.id) == []
            library.put_back(done, undone=False)
            assert content(library, article.id) == after
            assert library.former_places(version.id) == places
        library.put_back(done, undone=True)


def test_half_of_it_is_none(library: Library, article: Article) -> None:
    mark = library.add_mark(article.id, (0, 4), colour="zhu")
    before = content(library, article.id)
    wrong = replace(mark, id=99)
    with pytest.raises(KeyError):
        library.replace_text(replaced(article), original=None, reason="file", marks=[mark, wrong])
    with pytest.raises(ValueError, match="SHA-256"):
        library.replace_text(replace(article, text=NEW), original=None, reason="file", marks=[])
    with pytest.raises(KeyError):
        library.replace_text(replace(article, id=99), original=None, reason="file", marks=[])
    with pytest.raises(ValueError, match="tags"):
        library.replace_text(
            replaced(article), original=None, reason="f", marks=[replace(mark, tags=("", ""))]
        )
    assert content(library, article.id) == before


def test_a_version_that_is_damaged_leaves_the_rest(library: Library, article: Article) -> None:
    for number in range(3):
        library.replace_text(replaced(article, NEW + str(number)), original=None, reason="file", marks=[])
    newest, middle, oldest = library.versions(article.id)
    library._connection.rows("UPDATE version SET text = ? WHERE id = ?", (b"\0" * 9, middle.id))
    library._connection.rows(
        "UPDATE version SET text = ? WHERE id = ?", (zlib.compress(b"\xff\xfe"), oldest.id)
    )
    for each in (middle, oldest):
        with pytest.raises(LibraryDamaged) as told:
            library.version_text(each.id)
        assert told.value.path == library.path
    assert library.version_text(newest.id)[0] == NEW + "1"
    assert library.article(article.id).text == NEW + "2"
    assert len(library.versions(article.id)) == 3
    with pytest.raises(KeyError):
        library.version_text(99)


def test_bytes_that_are_damaged_leave_the_rest(library: Library, article: Article) -> None:
    library._connection.rows("UPDATE original SET data = x'00'")
    with pytest.raises(LibraryDamaged):
        library.original(article.id)
    assert library.article(article.id) == article
    version = library.replace_text(replaced(article), original=None, reason="file", marks=[])
    assert library.version_text(version.id)[0] == OLD


def test_versions_go_with_their_article(library: Library, article: Article) -> None:
    mark = library.add_mark(article.id, (0, 4), colour="zhu")
    version = library.replace_text(
        replaced(article), original=None, reason="file", marks=[replace(mark, placed="orphan")]
    )
    library.put_article(replace(library.article(article.id), deleted="2026-11-24T00:00:00+00:00"))
    assert library.purge("2026-11-25") == 1
    assert library.versions(article.id) == library.former_places(version.id) == []
    assert library._connection.rows("SELECT 1 FROM former_place") == []


def test_many_marks_are_written_together(library: Library) -> None:
    text = "鹽湖之水" * 2500
    article = library.add_article(title="一", text=text)
    made: list[Mark] = []
    with library.transaction():
        made = [library.add_mark(article.id, (place, place + 1), colour="zhu") for place in range(2000)]
    after = replaced(article, "新" + text)
    moved = [replace(mark.over(after.text, (mark.start + 1, mark.end + 1)), placed="moved") for mark in made]
    version = library.replace_text(after, original=None, reason="file", marks=moved)
    assert library.marks(article.id) == moved
    assert len(library.former_places(version.id)) == 2000
