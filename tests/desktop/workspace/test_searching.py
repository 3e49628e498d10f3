"""Searching from the window: results as plain values, of the newest query alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from meipi.support.jobs import Jobs
from meipi.workspace import Said, Workspace, open_library, searching
from meipi.workspace.searching import Results, Searching
from meipi_db import Library, search_index
from meipi_db.search_records import Hit

SALT = "高原之上。青海的鹽湖很美！\n“我們去看盐湖，”他說。" + "遠山如黛，" * 40 + "鹽湖又在" + "水" * 100
TEA = "茶馬古道。"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.db") as opened:
        opened.add_article(title="鹽湖記", text=SALT)
        opened.add_article(title="茶", text=TEA)
        yield opened


@pytest.fixture
def jobs(qtbot: QtBot) -> Jobs:
    return Jobs()


@pytest.fixture
def asking(library: Library, jobs: Jobs) -> Searching:
    return Searching(Workspace(library), jobs)


def told(query: str, results: Results) -> list[str]:
    assert results.query == query
    return [
        f"{place.field}:{place.before}[{place.hit}]{place.after}"
        for result in results.results
        for place in result.places
    ]


def test_a_hit_is_shown_in_its_sentence_as_the_source_has_it(library: Library) -> None:
    assert told("yanhu", searching.search(library, "yanhu")) == [
        "title:[鹽湖]記",
        "text:青海的[鹽湖]很美！",
        "text:“我們去看[盐湖]，”他說。",
        f"text:…{('遠山如黛，' * 6)}[鹽湖]又在{'水' * 58}…",
    ]


@pytest.mark.parametrize(
    ("words", "span", "expected"),
    [
        ("鹽", (0, 1), ("", "鹽", "")),
        ("一。鹽湖。二", (2, 3), ("", "鹽", "湖。")),
        ("他說：“走！”鹽湖？！”好", (7, 8), ("", "鹽", "湖？！”")),
        ("甲\n鹽\r\n湖", (2, 6), ("", "鹽 湖", "")),
        ("鹽\n乙", (0, 1), ("", "鹽", "")),
        ("鹽。湖", (0, 2), ("", "鹽。", "")),
    ],
)
def test_the_sentence_around_a_hit(words: str, span: tuple[int, int], expected: tuple[str, str, str]) -> None:
    place = searching.place(Hit(1, "text", (span, words)))
    assert (place.before, place.hit, place.after) == expected


def test_results_come_from_a_worker(asking: Searching, jobs: Jobs) -> None:
    found: list[Results] = []
    asking.found.connect(found.append)
    asking.ask("鹽湖")
    assert found == []
    jobs.wait()
    assert [each.query for each in found] == ["鹽湖"]
    assert found[0].articles == 1
    assert found[0].results[0].total == 4


def test_only_the_newest_query_counts(asking: Searching, jobs: Jobs) -> None:
    found: list[Results] = []
    asking.found.connect(found.append)
    for query in ("y", "ya", "yan", "yanhu"):
        asking.ask(query)
    jobs.wait()
    assert [each.query for each in found] == ["yanhu"]
    asking.ask("茶")
    asking.drop()
    jobs.wait()
    assert len(found) == 1


def test_the_rest_comes_when_it_is_asked_for(
    asking: Searching, jobs: Jobs, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        library.add_article(title=str(number), text=f"{number}之茶")
    monkeypatch.setattr(searching, "MOST", 4)
    found: list[Results] = []
    asking.found.connect(found.append)
    for skip in (0, 4):
        asking.ask("茶", skip)
        jobs.wait()
    assert [(each.articles, each.skip, len(each.results)) for each in found] == [(6, 0, 4), (6, 4, 2)]
    assert len({result.article_id for each in found for result in each.results}) == 6


@pytest.mark.skipif(not search_index.is_possible(), reason="this SQLite has no index for searching")
def test_a_book_is_taken_up_on_a_worker_and_found_before(
    asking: Searching, jobs: Jobs, library: Library, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(search_index, "AT_ONCE", 10)
    asking.start()
    jobs.wait()
    library.add_article(title="書", text="江河" * 100)
    assert library.index().is_behind()
    found: list[Results] = []
    progress: list[tuple[int, int]] = []
    asking.found.connect(found.append)
    asking.taken_up.connect(lambda done, due: progress.append((done, due)))
    asking.ask("江河")
    jobs.wait()
    assert found[0].articles == 1
    qtbot.waitUntil(lambda: bool(progress) and progress[-1][1] == 0)
    assert not library.index().is_behind()
    asking.ask("江河")
    jobs.wait()
    assert found[1] == found[0]


def test_a_library_that_is_gone_is_said(
    asking: Searching, jobs: Jobs, library: Library, tmp_path: Path
) -> None:
    said: list[Said] = []
    asking.parent().said.connect(said.append)  # type: ignore[union-attr]
    (tmp_path / "library.db").rename(tmp_path / "elsewhere.db")
    asking.ask("鹽")
    jobs.wait()
    assert [each.problem for each in said] == [True]


def test_where_no_library_could_be_opened_nothing_is_found(jobs: Jobs) -> None:
    found: list[Results] = []
    asking = Searching(Workspace(Library.empty()), jobs)
    asking.found.connect(found.append)
    asking.ask("鹽")
    jobs.wait()
    assert found == [Results("鹽", 0, 0, ())]


def test_nothing_is_begun_after_the_end(asking: Searching, jobs: Jobs) -> None:
    found: list[Results] = []
    asking.found.connect(found.append)
    asking.stop()
    asking.ask("鹽")
    asking.take_up()
    jobs.wait()
    assert found == []
