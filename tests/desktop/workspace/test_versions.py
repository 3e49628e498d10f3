"""A text that is replaced: where its marks, bookmarks and words come to lie, and what undo brings back."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from meipi.exchange.draft import ArticleDraft, Block, Inline
from meipi.exchange.opening import read_file, read_paste
from meipi.language.span import Span
from meipi.support.assets import resource
from meipi.support.jobs import Jobs
from meipi.workspace import Article, Library, Mark, ReadingFix, Said, SavedWord, Workspace
from meipi.workspace.reanchoring import Edition
from meipi.workspace.versions import Question

SAMPLE = "samples/tea-ferry.txt"


@pytest.fixture
def reading(library: Library) -> Workspace:
    """A sample of the project with a mark in each of its first sentences."""
    workspace = Workspace(library)
    workspace.add_drafts([replace(read_file(resource(SAMPLE)), path="/articles/ferry.txt")])
    return workspace


def shown(workspace: Workspace) -> Article:
    assert workspace.article is not None
    return workspace.article


def mark(workspace: Workspace, quote: str, colour: str = "zhu") -> Mark:
    start = shown(workspace).text.index(quote)
    made = workspace.marking.highlight((start, start + len(quote)), colour)
    assert made is not None
    return made


def update(workspace: Workspace, text: str, reason: str = "file", *, sure: bool = False) -> None:
    """The article's file has this text now."""
    draft = replace(read_paste(text), path=shown(workspace).path)
    workspace.versions.replace_text(shown(workspace).id, Edition(draft, reason), sure=sure)


def quotes(marks: Sequence[Mark]) -> list[tuple[str, str]]:
    return [(found.exact, found.placed) for found in marks]


def rows(library: Library) -> dict[str, list[tuple[object, ...]]]:
    """All that an article is made of, but where the reader was."""
    tables = ("article", "mark", "bookmark", "version", "former_place", "word", "reading_fix", "original")
    with sqlite3.connect(library.path) as db:
        return {table: db.execute(f"SELECT * FROM {table}").fetchall() for table in tables}


def test_marks_stay_move_change_and_are_refused(reading: Workspace, heard: list[Said]) -> None:
    reading.said.connect(heard.append)
    text = shown(reading).text
    lines = [line for line in text.split("\n") if len(line) > 30]
    stays, moved, changed, gone = lines[0][3:12], lines[1][2:20], lines[2][4:16], lines[3][2:14]
    for quote in (stays, moved, changed, gone):
        mark(reading, quote)
    heard.clear()
    new = text.replace(lines[1], "").replace(lines[3], "")
    new = new.replace(changed, changed[:5] + "改" + changed[6:]) + "\n\n" + lines[1] + "\n"
    new = "更正啟事。\n" + new
    update(reading, new)
    assert shown(reading).text == new
    assert sorted(quotes(reading.marks)) == sorted(
        [(stays, ""), (changed[:5] + "改" + changed[6:], "changed"), (moved, "moved")]
    )
    assert quotes(reading.orphans) == [(gone, "orphan")]
    assert [said.text for said in heard] == [
        "Updated: 1 mark stays, 1 moved, 1 changed, 1 to be placed by hand"
    ]
    assert heard[0].undoable


def test_undo_and_redo_give_identical_rows(reading: Workspace, library: Library) -> None:
    text = shown(reading).text
    first = mark(reading, text[40:52])
    mark(reading, text[60:64])
    reading.marking.write_note(first.id, "記")
    reading.marking.delete_mark(mark(reading, text[80:90]).id)
    library.add_bookmark(first.article_id, 100)
    library.words.add(SavedWord(first.article_id, 70, 72, "x", "x", "", "", ""))
    library.reading_fixes.add(ReadingFix(text[75], "xíng", first.article_id, 75, 76))
    before = rows(library)
    update(reading, "新的一行。\n" + text.replace(text[42:45], ""))
    after = rows(library)
    assert after != before
    for _ in range(2):
        reading.undo()
        assert rows(library) == before
        reading.redo()
        again = rows(library)
        # The version is made anew; all else is the same.
        assert [row[4:] for row in again["version"]] == [row[4:] for row in after["version"]]
        assert {**again, "version": [], "former_place": []} == {**after, "version": [], "former_place": []}


def test_bookmarks_words_readings_and_the_place_move_with_the_text(
    reading: Workspace, library: Library
) -> None:
    article = shown(reading)
    text = article.text
    library.add_bookmark(article.id, 100)
    library.words.add(SavedWord(article.id, 70, 73, "x", "x", "", "", ""))
    library.reading_fixes.add(ReadingFix(text[75:77], "x y", article.id, 75, 77))
    reading.refresh(frozenset({"words", "reading_fixes"}))
    reading.remember_position(90, 120)
    update(reading, "新的一行。\n" + text)
    assert (shown(reading).position, shown(reading).furthest) == (96, 126)
    assert [bookmark.start for bookmark in library.bookmarks(article.id)] == [106]
    assert [word.span for word in reading.vocabulary.saved] == [(76, 79)]
    assert reading.vocabulary.readings_here() == [(Span(81, 83), ("x", "y"))]


def test_a_reading_whose_word_is_gone_is_not_given_to_another(library: Library) -> None:
    workspace = Workspace(library)
    text = "他去了银行取钱。\n后来他又去了银行存钱，那天的人很多，他等了很久。\n"
    (article,) = workspace.add_drafts([read_paste(text)])
    start = text.index("银行")
    library.reading_fixes.add(ReadingFix("行", "xíng", article.id, start + 1, start + 2))
    workspace.refresh(frozenset({"reading_fixes"}))
    assert workspace.vocabulary.readings_here() != []
    update(workspace, "他步行。行人很多。\n后来他又去了银行存钱，那天的人很多，他等了很久。\n", sure=True)
    assert all(
        shown(workspace).text[slice(*span)] != "行" for span, _ in workspace.vocabulary.readings_here()
    )


def test_a_saved_word_that_is_gone_is_not_said_to_stand_there(reading: Workspace, library: Library) -> None:
    text = shown(reading).text
    start = text.index("柴油機")
    word = SavedWord(shown(reading).id, start, start + 3, "柴油机", "柴油機", "chái yóu jī", "", "")
    library.words.add(word)
    reading.refresh(frozenset({"words"}))
    assert reading.vocabulary.stands(Span(start, start + 3))
    reading.versions.convert("t2s")
    assert reading.vocabulary.stands(Span(start, start + 3))
    reading.undo()
    update(reading, text.replace("柴油機", "小馬達"))
    assert not reading.vocabulary.stands(Span(start, start + 3))
    assert reading.vocabulary.stands(Span(0, 1))  # no word was saved there


def test_an_orphan_is_found_again_and_a_former_text_is_as_it_was(
    reading: Workspace, library: Library
) -> None:
    text = shown(reading).text
    line = next(line for line in text.split("\n") if len(line) > 40)
    made = mark(reading, line[5:15])
    update(reading, text.replace(line, "這一段刪去了。"))
    assert quotes(reading.orphans) == [(line[5:15], "orphan")]
    update(reading, text.replace("\n", "\n\n"))
    assert quotes(reading.marks) == [(line[5:15], "moved")]
    update(reading, text)
    (back,) = reading.marks
    assert (back.span, back.exact, back.placed) == (made.span, made.exact, "")
    assert len(reading.versions.former()) == 3
    reading.undo()
    assert quotes(reading.marks) == [(line[5:15], "moved")]


def test_going_back_brings_text_bytes_title_and_marks(reading: Workspace, library: Library) -> None:
    first = shown(reading)
    original = library.original(first.id)
    assert original is not None
    made = mark(reading, first.text[30:36])
    update(reading, "另一個題目\n\n" + "\n".join(first.text.split("\n")[1:]), sure=True)
    assert shown(reading).title != first.title
    (version,) = reading.versions.former()
    late = mark(reading, "另一個題目")
    reading.versions.go_back(version)
    now = shown(reading)
    assert (now.text, now.title, now.blocks, now.encoding, now.path) == (
        first.text,
        first.title,
        first.blocks,
        first.encoding,
        first.path,
    )
    assert library.original(first.id) == original
    assert [(found.id, found.span, found.placed) for found in reading.marks] == [(made.id, made.span, "")]
    assert [found.id for found in reading.orphans] == [late.id]
    reading.undo()
    assert shown(reading).title == "另一個題目"
    assert [found.id for found in reading.marks] == [late.id, made.id]


def test_what_is_marked_while_the_worker_is_at_it_is_placed_too(library: Library, qapp: object) -> None:
    jobs = Jobs()
    workspace = Workspace(library, jobs=jobs)
    workspace.add_drafts([read_file(resource(SAMPLE))])
    text = shown(workspace).text
    first = mark(workspace, text[40:50])
    update(workspace, "新的一行。\n" + text)
    late = mark(workspace, text[60:70])
    workspace.marking.write_note(first.id, "寫於此時")
    assert shown(workspace).text == text
    jobs.wait()
    assert shown(workspace).text == "新的一行。\n" + text
    assert {found.id: (found.span, found.note) for found in workspace.marks} == {
        first.id: ((46, 56), "寫於此時"),
        late.id: ((66, 76), ""),
    }
    jobs.close()


def test_an_article_removed_meanwhile_stays_as_it_was(library: Library, qapp: object) -> None:
    jobs = Jobs()
    workspace = Workspace(library, jobs=jobs)
    (article,) = workspace.add_drafts([read_file(resource(SAMPLE))])
    update(workspace, "新的一行。\n" + article.text)
    workspace.shelf.remove([article.id])
    jobs.wait()
    assert library.article(article.id).text == article.text
    assert library.versions(article.id) == []
    jobs.close()


def test_another_article_is_asked_about(reading: Workspace, library: Library) -> None:
    asked: list[Question] = []
    reading.versions.asked.connect(asked.append)
    text = shown(reading).text
    for start in (30, 60, 90):
        mark(reading, text[start : start + 8])
    other = read_file(resource("samples/the-far-bank.txt"))
    before = rows(library)
    reading.versions.replace_text(shown(reading).id, Edition(other, "file"))
    assert rows(library) == before
    (question,) = asked
    assert "another article" in question.text
    assert "3 of its marks" in question.text
    assert [answer.text for answer in question.answers] == ["Keep both", "Replace the text all the same"]
    question.answers[0].do()
    assert [info.title for info in library.articles()] == [other.title, read_file(resource(SAMPLE)).title]
    reading.undo()
    reading.open_article(1)
    question.answers[1].do()
    assert len(reading.orphans) == 3
    reading.undo()
    assert rows(library)["mark"] == before["mark"]


def test_several_are_one_step_and_another_article_is_kept_beside(library: Library, heard: list[Said]) -> None:
    workspace = Workspace(library)
    workspace.said.connect(heard.append)
    texts = [f"第{number}篇。\n山前有一條小河，河上有一座橋。\n" for number in "一二三"]
    articles = workspace.add_drafts([read_paste(text) for text in texts])
    for article in articles:
        workspace.open_article(article.id)
        mark(workspace, "河上有一座橋")
    heard.clear()
    news = [texts[0] + "橋上有人。\n", "新。\n" + texts[1], "完全是另外的內容，與前面毫無關係。\n"]
    workspace.versions.replace_texts(
        [
            (article.id, lambda _old, new=new: Edition(read_paste(new), "file"))  # type: ignore[misc]
            for article, new in zip(articles, news, strict=True)
        ]
    )
    assert [library.article(article.id).text for article in articles] == [news[0], news[1], texts[2]]
    assert [info.title for info in library.articles()].count(read_paste(news[2]).title) == 1
    assert heard[0].text == "2 articles updated: 2 marks stay"
    workspace.undo()  # the one that was added
    workspace.undo()
    assert [library.article(article.id).text for article in articles] == texts


def test_the_source_in_the_other_script_keeps_every_mark(library: Library) -> None:
    workspace = Workspace(library)
    draft = ArticleDraft(
        "内存",
        "# 内存\n他的内存坏了，打印机也坏了。\n",
        (Block("title", 2, 4, 1), Block("paragraph", 5, 20)),
        (Inline("strong", 7, 9),),
    )
    workspace.add_drafts([draft])
    made = [mark(workspace, quote) for quote in ("存坏", "打印机", "了。")]
    workspace.versions.convert("s2twp")
    article = shown(workspace)
    assert article.text == "# 記憶體\n他的記憶體壞了，印表機也壞了。\n"
    assert (article.title, article.script) == ("記憶體", "traditional")
    assert [(found.id, found.exact, found.placed) for found in workspace.marks] == [
        (made[0].id, "記憶體壞", ""),
        (made[1].id, "印表機", ""),
        (made[2].id, "了。", ""),
    ]
    assert workspace.blocks() == (Block("title", 2, 5, 1), Block("paragraph", 6, 22))
    assert workspace.inlines() == (Inline("strong", 8, 11),)
    workspace.undo()
    assert workspace.marks == tuple(made)


def test_a_typo_put_right_by_hand(reading: Workspace, library: Library) -> None:
    text = shown(reading).text
    quote = next(line for line in text.split("\n") if len(line) > 40)[5:25]
    mark(reading, quote)
    reading.versions.edit(shown(reading).id, text.replace(quote, quote[:8] + quote[9:]))
    assert quotes(reading.marks) == [(quote[:8] + quote[9:], "changed")]
    assert (shown(reading).encoding, library.original(shown(reading).id)) == ("", None)
    assert reading.undo_text == "Edit the text"
    reading.undo()
    assert library.original(shown(reading).id) is not None


def test_placed_by_hand_kept_free_and_confirmed(reading: Workspace, library: Library) -> None:
    text = shown(reading).text
    lines = [line for line in text.split("\n") if len(line) > 40]
    first, second, third = (mark(reading, line[3:15]) for line in lines[:3])
    new = text.replace(lines[0], "").replace(lines[1], "").replace(lines[2][3:15], lines[2][3:14] + "改")
    update(reading, new, sure=True)
    versions = reading.versions
    assert {found.id for found in reading.orphans} == {first.id, second.id}
    with pytest.raises(ValueError, match="no place"):
        versions.confirm(first.id)
    with pytest.raises(ValueError, match="is not within"):
        versions.attach(first.id, (5, 5))
    attached = versions.attach(first.id, (4, 9))
    assert attached is not None
    assert (attached.exact, attached.placed) == (new[4:9], "")
    free = versions.keep_free(second.id)
    assert free is not None
    assert (free.exact, free.placed, free.in_text) == (second.exact, "free", False)
    with pytest.raises(ValueError, match="has a place"):
        versions.keep_free(first.id)
    assert reading.mark(third.id).placed == "changed"
    assert versions.confirm_all() == 1
    assert versions.confirm_all() == 0
    assert reading.mark(third.id).placed == ""
    for _ in range(3):
        reading.undo()
    assert {found.id for found in reading.orphans} == {first.id, second.id}
    assert reading.mark(third.id).placed == "changed"
    assert versions.confirm(third.id) is not None
    assert reading.mark(third.id).placed == ""


def test_what_is_free_stays_free_and_what_was_not_looked_at_stays_so(reading: Workspace) -> None:
    text = shown(reading).text
    lines = [line for line in text.split("\n") if len(line) > 40]
    first, second = (mark(reading, line[3:15]) for line in lines[:2])
    update(reading, text.replace(lines[0], "").replace(lines[1][3:15], lines[1][3:14] + "改"), sure=True)
    reading.versions.keep_free(first.id)
    update(reading, "啊。\n" + shown(reading).text)
    assert reading.mark(first.id).placed == "free"
    assert reading.mark(second.id).placed == "changed"


def test_the_same_text_is_no_change(reading: Workspace, library: Library, heard: list[Said]) -> None:
    reading.said.connect(heard.append)
    heard.clear()
    article = shown(reading)
    draft = replace(read_file(resource(SAMPLE)), path=article.path)
    reading.versions.replace_text(article.id, Edition(draft, "file"))
    assert [said.text for said in heard] == ["The text has not changed"]
    assert library.versions(article.id) == []


def test_a_library_that_does_not_let_it(library: Library, heard: list[Said]) -> None:
    workspace = Workspace(library)
    (article,) = workspace.add_drafts([read_paste("山前有一條小河，河上有一座橋。\n")])
    with Library(Path(library.path), read_only=True) as closed:
        reading = Workspace(closed)
        reading.said.connect(heard.append)
        reading.open_article(article.id)
        update(reading, "新。\n" + article.text)
        assert [said.problem for said in heard] == [True]
    assert library.article(article.id).text == article.text
