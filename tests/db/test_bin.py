"""What was thrown away, and what is let go of for good."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from meipi_db import Library, SavedWord, bin, checking

TEXT = "鹽湖之水天一色，青海的鹽湖。"
DAYS = [f"2026-11-{day:02d}T00:00:00.000000+00:00" for day in range(1, 31)]


def test_the_bin_has_what_can_come_back(library: Library) -> None:
    article = library.add_article(title="一", text=TEXT)
    kept = library.add_mark(article.id, (0, 1), colour="zhu")
    marks = [
        library.add_mark(article.id, (place, place + 1), colour="zhu", tags=("甲",)) for place in (3, 1, 2)
    ]
    other = library.add_article(title="二", text=TEXT)
    library.add_mark(other.id, (0, 1), colour="zhu")
    library.put_mark(replace(library.add_mark(other.id, (2, 3), colour="zhu"), deleted=DAYS[9]))
    gone = [replace(mark, deleted=DAYS[day]) for day, mark in enumerate(marks)]
    for mark in gone:
        library.put_mark(mark)
    assert library.bin().articles == []
    library.put_article(replace(other, deleted=DAYS[5]))
    third = library.add_article(title="三", text=TEXT)
    library.put_article(replace(third, deleted=DAYS[7]))
    thrown = library.bin()
    assert [(info.title, info.marks) for info in thrown.articles] == [("三", 0), ("二", 1)]
    assert thrown.marks == [(mark, "一") for mark in reversed(gone)]
    library.put_mark(marks[0])
    assert library.marks(article.id) == [kept, marks[0]]
    assert [mark.id for mark, _ in library.bin().marks] == [marks[2].id, marks[1].id]


def test_only_what_was_thrown_away_before_is_let_go(library: Library) -> None:
    article = library.add_article(title="一", text=TEXT, original=b"1")
    kept = library.add_mark(article.id, (0, 1), colour="zhu", tags=("甲",))
    for day in (1, 2, 3):
        mark = library.add_mark(article.id, (day, day + 1), colour="zhu", note="記", tags=("乙",))
        library.keep_draft(mark.id, "草稿")
        library.put_mark(replace(mark, deleted=DAYS[day]))
        bookmark = library.add_bookmark(article.id, day)
        library.put_bookmark(replace(bookmark, deleted=DAYS[day]))
        other = library.add_article(title=str(day), text=TEXT, original=b"1")
        library.put_article(replace(other, deleted=DAYS[day], tags=("丙",)))
    assert library.purge(DAYS[1]) == 0
    assert library.purge(DAYS[3]) == 6
    assert [info.title for info in library.bin().articles] == ["3"]
    assert [mark.deleted for mark, _ in library.bin().marks] == [DAYS[3]]
    assert [each.deleted for each in library.bookmarks(article.id, deleted=True)] == [DAYS[3]]
    assert library.marks(article.id) == [kept]
    assert len(library.drafts()) == 1
    assert library.purge("9") == 3
    assert library.purge("9") == 0
    tables = ("article", "mark", "mark_tag", "draft", "original", "reading", "bookmark", "article_tag")
    counts = {table: library._connection.rows(f"SELECT count(*) FROM {table}")[0][0] for table in tables}
    assert counts == dict.fromkeys(tables, 1) | {"draft": 0, "bookmark": 0, "article_tag": 0}
    assert [row["name"] for row in library._connection.rows("SELECT name FROM tag")] == ["甲"]
    assert checking.check(library.path).faults == ()


def test_words_outlive_the_article_in_which_they_were_saved(library: Library) -> None:
    article = library.add_article(title="一", text=TEXT, original=TEXT.encode())
    library.add_mark(article.id, (0, 1), colour="zhu")
    word = library.words.add(SavedWord(article.id, 0, 2, "盐湖", "鹽湖", "yán hú", "", TEXT))
    library.put_article(replace(article, deleted=DAYS[0]))
    assert library.purge(DAYS[1]) == 1
    assert library.purge(DAYS[1]) == 0
    assert library.words.all() == [word]
    assert library.bin().articles == library.articles() == library.articles(deleted=True) == []
    assert (library.article(article.id).title, library.article(article.id).text) == ("一", "")
    assert library.original(article.id) is None
    assert library._connection.rows("SELECT 1 FROM mark") == []
    assert checking.check(library.path).faults == ()


START = datetime(2026, 11, 25, 9, tzinfo=UTC)


def at(day: float) -> str:
    return (START + timedelta(day)).isoformat(timespec="microseconds")


Look = Callable[[float], int]


@pytest.fixture
def look(library: Library, monkeypatch: pytest.MonkeyPatch) -> Look:
    """Looks through the bin on that day of the clock."""

    def look_on(day: float) -> int:
        monkeypatch.setattr(bin, "now", lambda: at(day))
        return library.look_through_bin()

    return look_on


@pytest.fixture
def thrown(library: Library) -> Callable[[float], int]:
    """Throws a mark away on that day of the clock, and tells its id."""
    article = library.add_article(title="一", text=TEXT)

    def throw(day: float) -> int:
        mark = library.add_mark(article.id, (0, 1), colour="zhu")
        library.put_mark(replace(mark, deleted=at(day)))
        return mark.id

    return throw


def test_what_was_thrown_away_stays_thirty_days(
    library: Library, look: Look, thrown: Callable[[float], int]
) -> None:
    thrown(0)
    for day in range(30):
        if day == 10:
            thrown(9.9)
        assert look(day + 0.1) == look(day + 0.2) == 0
    assert look(30.1) == 1
    assert [look(day) for day in range(31, 40)] == [0] * 9
    assert look(40) == 1
    assert library.bin().marks == []


def test_of_one_who_reads_once_a_week_it_goes_as_well(look: Look, thrown: Callable[[float], int]) -> None:
    thrown(-1)
    assert [look(day) for day in range(0, 42, 7)] == [0, 0, 0, 0, 0, 1]


@pytest.mark.parametrize("years", [1, 70])
def test_a_clock_that_leaps_does_not_empty_the_bin(
    library: Library, look: Look, thrown: Callable[[float], int], years: int
) -> None:
    thrown(0)
    look(0)
    look(5)
    for day in range(18):
        thrown(365 * years + day)
        assert look(365 * years + day) == 0
    assert look(365 * years + 18) == 1  # 5 + 7 + 18
    assert len(library.bin().marks) == 18


def test_a_clock_that_was_set_back_and_right_again(look: Look, thrown: Callable[[float], int]) -> None:
    thrown(400)  # as the clock said, when it was wrong
    assert [look(day) for day in (400, 0, 1, 2)] == [0] * 4
    thrown(-9000)
    assert [look(day) for day in range(3, 33)] == [0] * 30
    assert look(33) == 1  # thirty days after it was first seen
    assert [look(day) for day in range(34, 60)] == [0] * 26  # deleted at a time to come
    assert [look(day) for day in range(400, 460)].count(1) == 1


def test_what_came_back_and_was_thrown_away_again_is_new(
    library: Library, look: Look, thrown: Callable[[float], int]
) -> None:
    mark = library.mark(thrown(0))
    look(0)
    library.put_mark(replace(mark, deleted=None))
    library.put_mark(replace(mark, deleted=at(20)))
    assert [look(day) for day in range(20, 50)] == [0] * 30
    assert look(50.1) == 1


def test_articles_and_bookmarks_go_too(library: Library, look: Look) -> None:
    article = library.add_article(title="一", text=TEXT)
    library.put_bookmark(replace(library.add_bookmark(article.id, 1), deleted=at(0)))
    gone = library.add_article(title="二", text=TEXT)
    library.put_article(replace(gone, deleted=at(0)))
    kept = library.add_article(title="三", text=TEXT)
    library.words.add(SavedWord(kept.id, 0, 2, "盐湖", "鹽湖", "yán hú", "", TEXT))
    library.put_article(replace(kept, deleted=at(0)))
    assert sum(look(day + 0.1) for day in range(31)) == 3
    assert library._connection.rows("SELECT id FROM article") != []
    assert [info.title for info in library.articles()] == ["一"]
    look(31)
    assert library._connection.rows("SELECT 1 FROM bin_entry") == []
