"""Searching a library: by its index, by looking through all of it, and both alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meipi.language.matching import find_all
from meipi.workspace import open_library
from meipi_db import Article, Library, search, search_index
from meipi_db.search_records import Hit

SALT = "青海的鹽湖很美。“我们去看盐湖，”陈俊国副厅长说。\n茶卡鹽湖在青海。Salt Lake."
TEA = "茶馬古道上的馬幫，一走就是幾個月。銀行在哪裡？"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def salt(library: Library) -> Article:
    return library.add_article(title="鹽湖記", text=SALT, source="青海日报", url="https://news.example/salt")


@pytest.fixture
def tea(library: Library) -> Article:
    return library.add_article(title="茶", text=TEA, author="老舍")


def told(library: Library, query: str) -> list[tuple[int, str, str]]:
    """Article, field and passage of each hit."""
    return [(hit.article_id, hit.field, hit.words[slice(*hit.span)]) for hit in library.search(query)]


@pytest.mark.parametrize(
    "query", ["盐湖", "鹽湖", "yanhu", "yán hú", "yan2hu2", "YH", "ㄧㄢˊㄏㄨˊ", '"盐 湖"']
)
def test_a_word_is_found_however_it_is_typed(
    library: Library, salt: Article, tea: Article, query: str
) -> None:
    found = [(each[0], each[1], each[2]) for each in told(library, query) if each[2] in ("鹽湖", "盐湖")]
    assert found == [
        (salt.id, "title", "鹽湖"),
        *((salt.id, "text", passage) for passage in ("鹽湖", "盐湖", "鹽湖")),
    ]


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("盐湖 茶", "salt"),
        ("盐湖 -茶", ""),
        ("茶", "tea salt"),
        ("茶 -盐", "tea"),
        ("茶 -yànhú", "tea salt"),
        ("茶 -yánhú", "tea"),
        ("茶 -zhe4nai4yi1sheng1zou4lai2zou4qu4", "tea salt"),
        ("茶 in:title", "tea"),
        ("in:title 茶 盐", ""),
        ("银行", "tea"),
        ("yinhang", "tea"),
        ("yìnháng", ""),
        ("salt", "salt"),
        ('"salt lake"', "salt"),
        ("source:青海", "salt"),
        ("source:laoshe", "tea"),
        ("source:example", "salt"),
        ("-source:青海 茶", "tea"),
        ("-source:青海", "tea"),
        ("speaker:陈俊国", "salt"),
        ("speaker:副厅长 盐湖", "salt"),
        ("speaker:陈俊国 青海", ""),
        ("tag:无", ""),
        ("", ""),
        ("in:text", ""),
    ],
)
def test_which_articles_have_what_is_asked_for(
    library: Library, salt: Article, tea: Article, query: str, articles: str
) -> None:
    names = {salt.id: "salt", tea.id: "tea"}
    found = library.find(query)
    assert [names[each] for each in found.articles] == articles.split()
    assert [each.article_id for each in found.located] == [*found.articles]
    assert {hit.article_id for hit in library.search(query)} == {*found.articles}


def test_what_a_speaker_says_is_parted_from_the_rest(library: Library, salt: Article) -> None:
    assert told(library, "盐湖 speaker:陈俊国") == [(salt.id, "text", "盐湖")]
    assert told(library, "speaker:陈俊国") == [(salt.id, "text", "“我们去看盐湖，”")]
    assert len(told(library, "盐湖 -speaker:陈俊国 in:text")) == 2


def test_notes_and_tags_are_found_with_their_marks(library: Library, salt: Article, tea: Article) -> None:
    note = library.add_mark(salt.id, (0, 2), colour="zhu", note="高原的鹽", tags=("地理", "水"))
    bare = library.add_mark(tea.id, (0, 2), colour="teng", tags=("飲料",))
    assert told(library, "高原") == [(salt.id, "note", "高原")]
    assert told(library, "gāoyuán in:notes") == [(salt.id, "note", "高原")]
    assert library.search("高原")[0].mark_id == note.id
    assert told(library, "饮料") == [(tea.id, "tag", "飲料")]
    assert library.search("饮料")[0].mark_id == bare.id
    assert told(library, "tag:地理") == [(salt.id, "mark", "青海")]
    assert told(library, "tag:地理 盐") == [(salt.id, "note", "鹽")]
    assert told(library, "colour:朱") == told(library, "colour:zhu") == told(library, "颜色:vermilion")
    assert told(library, "colour:朱 -tag:水") == []
    assert told(library, "青海 colour:朱") == [(salt.id, "text", "青海")]
    assert told(library, "茶 -colour:藤黄 in:text")[-1] == (salt.id, "text", "茶")


def test_the_tags_of_an_article_stand_for_all_of_it(library: Library, salt: Article, tea: Article) -> None:
    library.put_article(replace(library.article(tea.id), tags=("飲料",)))
    assert told(library, "tag:饮料") == [(tea.id, "tag", "飲料")]
    assert told(library, "tag:饮料 茶") == [(tea.id, "title", "茶"), (tea.id, "text", "茶")]
    assert told(library, "茶 -tag:饮料") == [(salt.id, "text", "茶")]


def test_what_is_thrown_away_is_not_found(library: Library, salt: Article) -> None:
    mark = library.add_mark(salt.id, (0, 2), colour="zhu", note="高原", tags=("地理",))
    library.put_mark(replace(mark, deleted="2026-11-25"))
    assert told(library, "高原") == told(library, "地理") == []
    library.put_article(replace(library.article(salt.id), deleted="2026-11-25"))
    assert told(library, "盐湖") == []
    library.put_article(replace(library.article(salt.id), deleted=None))
    assert len(told(library, "盐湖")) == 4


def test_the_best_come_first(library: Library) -> None:
    once = library.add_article(title="一", text="盐。")
    often = library.add_article(title="二", text="盐盐盐。")
    titled = library.add_article(title="盐", text="水。")
    later = library.add_article(title="三", text="盐！")
    assert library.find("盐").articles == (titled.id, often.id, later.id, once.id)
    library.remember_position(once.id, 0, 0, "2099-01-01T00:00:00+00:00")
    assert library.find("盐").articles == (titled.id, often.id, once.id, later.id)


def test_all_articles_are_told_and_the_places_of_some(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "LOCATED", 3)
    monkeypatch.setattr(search, "EACH_OF_ALL", 2)
    made = [library.add_article(title=str(number), text=f"水{number}盐" + "盐" * 5).id for number in range(9)]
    assert {*library.find("盐").articles} == {*made}
    parts = [library.find("盐", skip, 4, 2).located for skip in (0, 4, 8)]
    assert [len(part) for part in parts] == [4, 4, 1]
    assert tuple(each.article_id for part in parts for each in part) == library.find("盐").articles
    assert all(each.total == 6 and len(each.hits) == 2 for part in parts for each in part)
    hits = library.search("盐")
    assert len(hits) == 3 * 2 + 6
    assert all(library.article(hit.article_id).text[slice(*hit.span)] == "盐" for hit in hits)


def test_a_library_without_a_language_is_not_searched(tmp_path: Path) -> None:
    with Library(tmp_path / "plain.db") as plain, pytest.raises(TypeError):
        plain.search("盐")


@pytest.mark.parametrize(
    "query",
    [
        "\ud800", "盐\ud800湖", "\0", "盐" * 5_000, "yan" * 200, "shi" * 40, "yh" * 4, "盐 " * 600,
        "x" * 3_000, '"', '""', "*", "NEAR(盐 湖)", "title:盐", "{title}:盐", "盐 OR 湖", "-", "--盐",
        "speaker:\u200b", "tag:\0",
        "speaker:“", "盐^", "a' OR 1", "colour:", "\u200b",
    ],
)  # fmt: skip
def test_any_query_is_answered(library: Library, salt: Article, tea: Article, query: str) -> None:
    found = library.find(query)
    library._connection.follower = None
    with library.transaction():
        library.index().forget()
    assert library.find(query) == found
    library.search(query)


@given(st.text())
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_anything_can_be_asked(library: Library, salt: Article, query: str) -> None:
    library.search(query)


# The index says what looking through says.

characters = st.sampled_from("盐鹽湖行重长長发發后裡里 \n，。“aAü1银銀")
texts = st.text(characters, max_size=30)
queries = st.one_of(
    st.text(st.sampled_from("盐鹽湖行重长發后里银，"), min_size=1, max_size=4),
    st.sampled_from(
        ["yanhu", "hang", "xing", "yinhang", "yinh", "chángháng", "zhong", "fali", "yh", "a", "lu"]
    ),
    st.builds("{} -{}".format, *[st.text(st.sampled_from("盐湖行长里a"), min_size=1, max_size=2)] * 2),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(texts, texts, texts), min_size=1, max_size=6), st.lists(queries, min_size=1))
def test_the_index_tells_what_looking_through_tells(
    tmp_path_factory: pytest.TempPathFactory, articles: list[tuple[str, str, str]], asked: list[str]
) -> None:
    with open_library(tmp_path_factory.mktemp("library") / "library.db") as library:
        for title, text, note in articles:
            article = library.add_article(title=title, text=text + "水")
            library.add_mark(article.id, (0, 1), colour="zhu", note=note)
        assert library.index().due() == []
        indexed = {query: library.search(query) for query in asked}
        with library.transaction():
            library.index().forget()
            library._connection.follower = None
        assert not library.index().is_usable()
        for query in asked:
            assert library.search(query) == indexed[query]
            if "-" not in query:
                assert {*_scanned(library, query)} == {*indexed[query]}


def _scanned(library: Library, query: str) -> Iterator[Hit]:
    for info in library.articles():
        article = library.article(info.id)
        notes = [("note", mark.note, mark.id) for mark in library.marks(info.id)]
        for field, words, mark_id in (("title", article.title, None), ("text", article.text, None), *notes):
            for span in find_all(words, query):
                yield Hit(info.id, field, (span, words), mark_id)


@pytest.mark.skipif(not search_index.is_possible(), reason="this SQLite has no index for searching")
def test_what_is_added_is_in_the_index_when_it_is_in_the_library(
    library: Library, salt: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert library.index().is_usable()
    assert library.index().due() == []
    monkeypatch.setattr(search_index, "AT_ONCE", 3)
    library.put_article(replace(salt, title="鹹水"))
    assert library.index().due() == [2 * salt.id]
    assert told(library, "咸水") == [(salt.id, "title", "鹹水")]
    library.index().take_up()
    assert library.index().due() == []
    assert told(library, "咸水") == [(salt.id, "title", "鹹水")]
    assert [each[1] for each in told(library, "盐湖记")] == []
