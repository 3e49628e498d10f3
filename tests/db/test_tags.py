"""Tags, of marks and of articles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from meipi_db import Library, now


def test_an_article_has_a_star_and_tags_in_their_order(library: Library) -> None:
    article = library.add_article(title="一", text="鹽湖")
    other = library.add_article(title="二", text="青海")
    assert (article.starred, article.tags) == (False, ())
    for names in (("地理", "鹽"), ("鹽", "地理", "湖"), ()):
        changed = replace(article, starred=bool(names), tags=names)
        library.put_article(changed)
        assert library.article(article.id) == changed
        infos = {info.id: info for info in library.articles()}
        assert (infos[article.id].tags, infos[article.id].starred) == (names, bool(names))
        assert (infos[other.id].tags, infos[other.id].starred) == ((), False)
        found = library.find_article(article.sha256)
        assert found == infos[article.id]
    for wrong in (("鹽", "鹽"), ("",)):
        with pytest.raises(ValueError, match="tags"):
            library.put_article(replace(article, title="改", tags=wrong))
    assert library.article(article.id).title == "一"


def test_the_tags_in_use_and_how_much(library: Library) -> None:
    assert library.tags() == []
    first = library.add_article(title="一", text="鹽湖之水")
    second = library.add_article(title="二", text="鹽湖之水")
    library.add_mark(first.id, (0, 1), colour="zhu", tags=("乙", "甲"))
    library.add_mark(second.id, (0, 1), colour="zhu", tags=("乙",))
    gone = library.add_mark(second.id, (1, 2), colour="zhu", tags=("甲", "丙"))
    library.put_mark(replace(gone, deleted=now()))
    library.put_article(replace(first, tags=("丁",)))
    assert library.tags() == [("乙", 2), ("甲", 1), ("丁", 0)]
    library.put_article(replace(second, deleted=now()))
    assert library.tags() == [("乙", 1), ("甲", 1), ("丁", 0)]


def test_the_marks_of_the_whole_library_and_those_with_a_tag(library: Library) -> None:
    first = library.add_article(title="一", text="鹽湖之水")
    second = library.add_article(title="二", text="鹽湖之水")
    one = library.add_mark(first.id, (0, 1), colour="zhu", tags=("乙", "甲"))
    two = library.add_mark(second.id, (0, 1), colour="zhu", tags=("丙",))
    three = library.add_mark(second.id, (1, 2), colour="zhu", tags=("甲",))
    gone = replace(three, deleted=now())
    library.put_mark(gone)
    assert library.all_marks() == [one, two]
    assert library.tagged_marks("甲") == [one, gone]
    assert library.tagged_marks("丁") == []
    library.put_article(replace(second, deleted=now()))
    assert library.all_marks() == [one]
