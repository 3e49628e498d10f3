"""Every change class: done, undone and done again, with whole records compared."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from meipi.exchange.draft import ArticleDraft
from meipi.workspace import (
    Article,
    Library,
    Mark,
    ReadingFix,
    articles,
    bookmark_changes,
    mark_shapes,
    marks,
    marks_together,
    open_library,
    safety,
    shelf_changes,
    tag_changes,
    text_changes,
    word_changes,
)
from meipi.workspace.articles import AddArticles
from meipi.workspace.bookmark_changes import AddBookmark, RemoveBookmarks
from meipi.workspace.history import Change, History, Stale
from meipi.workspace.mark_shapes import MergeMarks, SplitMark
from meipi.workspace.marks import AddMark, PutMark, ResizeMark, WriteNote
from meipi.workspace.marks_together import PutMarks
from meipi.workspace.reanchoring import Edition, rewritten
from meipi.workspace.shelf_changes import PutDetails
from meipi.workspace.standing import Standing
from meipi.workspace.tag_changes import ReplaceTag
from meipi.workspace.text_changes import Replacement, ReplaceText
from meipi.workspace.word_changes import KnowWords, ReplaceRecords
from meipi_db import Bookmark, KnownWord, SavedWord
from sessions import session

TIME = "2026-11-24T00:00:00.000000+00:00"

Snapshot = tuple[dict[int, Article], dict[int, list[Mark | Bookmark]], dict[int, str], object]
Make = Callable[[Library, Article, Mark], Change]


def snapshot(library: Library) -> Snapshot:
    """All that is not deleted, whole."""
    live = {info.id: library.article(info.id) for info in library.articles()}
    bookmarks = {article_id: library.bookmarks(article_id) for article_id in live}
    own = library.words.all(), library.reading_fixes.all(), library.splits.all(), library.exceptions.all()
    marks_of = {article_id: library.marks(article_id) for article_id in live}
    return live, marks_of, library.drafts(), (own, library.known_words.all(), bookmarks)


def replace_text(library: Library, article: Article, mark: Mark) -> Change:
    """The article's file has changed: a line above, and the mark's words rewritten. Its other things move."""
    library.words.add(SavedWord(article.id, 9, 12, "柴达木", "柴達木", "chái dá mù", "", ""))
    library.reading_fixes.add(ReadingFix("散", "sàn", article.id, 26, 27))
    library.add_bookmark(article.id, 33)
    library.put_mark(replace(library.add_mark(article.id, (7, 9), colour="ou"), deleted=TIME))
    library.add_mark(article.id, (0, 5), colour="ou")
    standing = Standing.of(library, article.id)
    text = "新聞\n" + article.text.replace("鹽湖\n", "湖泊\n", 1)
    edition = Edition(ArticleDraft("新聞", text, original=text.encode(), encoding="utf-8"), "file")
    found = rewritten(standing, edition)
    return ReplaceText((Replacement(standing, found.after, text.encode(), "file"),))


def merge_marks(library: Library, article: Article, mark: Mark) -> Change:
    gone = library.add_mark(article.id, (4, 9), colour="ou", note="後", tags=("乙", "丙"))
    library.keep_draft(gone.id, "稿")
    after = replace(mark.over(article.text, (2, 9)), note="記\n\n後", tags=("甲", "乙", "丙"), modified=TIME)
    return MergeMarks(after, gone, TIME, "記\n\n稿")


def remove_bookmarks(library: Library, article: Article, mark: Mark) -> Change:
    return RemoveBookmarks(tuple(library.add_bookmark(article.id, start) for start in (0, 3)), TIME)


def replace_records(library: Library, article: Article, mark: Mark) -> Change:
    gone = library.reading_fixes.add(ReadingFix("行", "xíng"))
    new = ReadingFix("行", "háng", article.id, 2, 3)
    return ReplaceRecords("reading_fixes", (gone,), (new, ReadingFix("長", "zhǎng")), "Fix", article.id, TIME)


def put_marks(library: Library, article: Article, mark: Mark) -> Change:
    other = library.add_mark(article.id, (7, 9), colour="teng")
    after = replace(mark, colour="ou", tags=("乙", "丙"), modified=TIME), replace(other, deleted=TIME)
    return PutMarks(after, "Together")


CHANGES: dict[str, Make] = {
    "AddMark": lambda library, article, mark: AddMark(article.id, (1, 5), "ou", "underline"),
    "PutMark": lambda library, article, mark: PutMark(
        replace(mark, colour="ou", style="underline", tags=("乙", "丙"), modified=TIME), "Colour"
    ),
    "ResizeMark": lambda library, article, mark: ResizeMark(
        replace(mark, start=1, end=5, exact=article.text[1:5], modified=TIME),
        "Resize",
    ),
    "WriteNote": lambda library, article, mark: WriteNote(
        replace(mark, note="**新**\n", modified=TIME), "Note"
    ),
    "SplitMark": lambda library, article, mark: SplitMark(
        replace(mark.over(article.text, (2, 3)), modified=TIME), (3, 6)
    ),
    "MergeMarks": merge_marks,
    "AddBookmark": lambda library, article, mark: AddBookmark(article.id, 3),
    "RemoveBookmarks": remove_bookmarks,
    "PutMarks": put_marks,
    "ReplaceTag": lambda library, article, mark: ReplaceTag("甲", "乙", "Merge"),
    "AddArticles": lambda library, article, mark: AddArticles(
        (ArticleDraft("一", "鹽"), ArticleDraft("二", "湖", original="湖".encode()))
    ),
    "PutDetails": lambda library, article, mark: PutDetails(
        (replace(library.details(article.id), title="新題", starred=True, tags=("丙",), deleted=None),),
        "Details",
    ),
    "ReplaceText": replace_text,
    "ReplaceRecords": replace_records,
    "KnowWords": lambda library, article, mark: KnowWords(
        (KnownWord("盐", TIME), KnownWord("湖", TIME, TIME)),
        "Know",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_done_undone_and_done_again(library: Library, draft: ArticleDraft, name: str) -> None:
    article = library.add_article(
        title=draft.title, text=draft.text, encoding=draft.encoding, original=draft.original, path=draft.path
    )
    mark = library.add_mark(article.id, (2, 6), colour="zhu", note="記", tags=("甲", "乙"))
    history = History(library)
    library.known_words.put([KnownWord("湖", TIME)])
    change = CHANGES[name](library, article, mark)
    before = snapshot(library)
    assert type(change).__name__ == name
    done = history.do(change)
    after = snapshot(library)
    assert after != before
    assert done.text
    assert done.kinds
    assert done.kinds <= {"articles", "marks", "drafts", "bookmarks", "words", "reading_fixes", "known_words"}
    assert done.article_id is not None or name in ("KnowWords", "ReplaceTag")
    for _ in range(2):
        history.undo()
        assert snapshot(library) == before
        history.redo()
        assert snapshot(library) == after


@pytest.mark.parametrize("name", CHANGES)
def test_undone_and_done_again_in_later_sessions(tmp_path: Path, draft: ArticleDraft, name: str) -> None:
    path = tmp_path / "kept.db"
    with session(path) as (library, history):
        article = library.add_article(
            title=draft.title,
            text=draft.text,
            encoding=draft.encoding,
            original=draft.original,
            path=draft.path,
        )
        mark = library.add_mark(article.id, (2, 6), colour="zhu", note="記", tags=("甲", "乙"))
        change = CHANGES[name](library, article, mark)
        before = snapshot(library)
        done = history.do(change)
        after = snapshot(library)
        text = history.undo_text
    for _ in range(2):
        with session(path) as (library, history):
            assert (history.undo_text, history.redo_text) == (text, None)
            step = history.undo()
            assert step is not None
            assert (step.text, step.kinds, step.article_id, step.mark_id) == (
                (done.text, done.kinds, done.article_id, done.mark_id)
            )
            assert snapshot(library) == before
        with session(path) as (library, history):
            assert (history.undo_text, history.redo_text) == (None, text)
            history.redo()
            assert snapshot(library) == after
            assert not safety.check(path).faults


def meddle(library: Library, done: Change) -> None:
    """Change what the step has written, as another program would."""
    with open_library(library.path) as other:
        if done.mark_id is not None:
            other.put_mark(replace(other.mark(done.mark_id), note="外"))
        elif isinstance(done, PutMarks):
            other.put_mark(replace(other.mark(done.after[0].id), note="外"))
        elif isinstance(done, AddArticles):
            other.put_article(replace(other.article(done.made[-1]), title="外"))
        elif isinstance(done, AddBookmark | RemoveBookmarks):
            (first, *_) = (done.made,) if isinstance(done, AddBookmark) else done.bookmarks
            assert first is not None
            other.put_bookmark(replace(first, start=1, deleted=None))
        elif isinstance(done, ReplaceRecords):
            fix = other.reading_fixes.get(done.made[0].id)
            other.reading_fixes.put(fix._replace(pinyin="hàng"))
        elif isinstance(done, ReplaceTag):
            (mark,) = other.tagged_marks(done.new)
            other.put_mark(replace(mark, note="外"))
        elif isinstance(done, KnowWords):
            other.known_words.put([KnownWord("盐", TIME + "外")])
        elif done.article_id is not None:
            other.put_article(replace(other.article(done.article_id), title="外"))


@pytest.mark.parametrize("undone", [False, True])
@pytest.mark.parametrize("name", CHANGES)
def test_what_was_changed_elsewhere_is_not_overwritten(
    library: Library, draft: ArticleDraft, name: str, *, undone: bool
) -> None:
    article = library.add_article(
        title=draft.title, text=draft.text, encoding=draft.encoding, original=draft.original, path=draft.path
    )
    mark = library.add_mark(article.id, (2, 6), colour="zhu", note="記", tags=("甲", "乙"))
    history = History(library)
    done = history.do(CHANGES[name](library, article, mark))
    if undone:
        history.undo()
    meddle(library, done)
    before = snapshot(library)
    with pytest.raises(Stale):
        history.redo() if undone else history.undo()
    assert snapshot(library) == before
    assert (history.undo_text, history.redo_text) == (None, None)


def test_every_change_class_is_tried() -> None:
    classes = {
        name
        for module in (
            articles,
            bookmark_changes,
            mark_shapes,
            marks,
            marks_together,
            shelf_changes,
            text_changes,
            tag_changes,
            word_changes,
        )
        for name, value in vars(module).items()
        if inspect.isclass(value) and value.__module__ == module.__name__
    }
    assert classes - {"Replacement"} == set(CHANGES)


def test_notes_of_one_mark_typed_in_a_row_are_one_step(library: Library) -> None:
    article = library.add_article(title="一", text="鹽湖之水")
    first = library.add_mark(article.id, (0, 2), colour="zhu")
    second = library.add_mark(article.id, (2, 4), colour="zhu")
    history = History(library)

    def write(mark: Mark, note: str, *, typing: bool) -> None:
        before = library.mark(mark.id)
        history.do(WriteNote(replace(before, note=note), "Note", typing))

    write(first, "a", typing=True)
    write(first, "ab", typing=True)
    write(first, "abc", typing=False)
    write(first, "abcd", typing=True)
    write(second, "x", typing=True)
    write(first, "abcde", typing=True)
    seen = []
    while history.undo_text:
        history.undo()
        seen.append((library.mark(first.id).note, library.mark(second.id).note))
    assert seen == [("abcd", "x"), ("abcd", ""), ("abc", ""), ("", "")]
    assert library.mark(first.id) == first
    while history.redo_text:
        history.redo()
    assert (library.mark(first.id).note, library.mark(second.id).note) == ("abcde", "x")
