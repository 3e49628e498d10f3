"""Sessions on one library, one after the other, and what a reader may do in them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from meipi.workspace import Article, Library, Mark, Workspace, open_library
from meipi.workspace.history import History

TEXT = "青海的鹽湖，水天一色。"


@contextmanager
def session(path: Path) -> Iterator[tuple[Library, History]]:
    """The library from when a window opens it to when it is closed."""
    with open_library(path) as library:
        yield library, History(library)


def filled(library: Library) -> tuple[Article, Mark]:
    article = library.add_article(title="鹽", text=TEXT)
    return article, library.add_mark(article.id, (0, 2), colour="zhu", note="記", tags=("甲",))


def rows(library: Library) -> list[tuple[int, int]]:
    """The id of each step, and whether it is done."""
    return [(row["id"], row["done"]) for row in library._connection.rows("SELECT id, done FROM journal")]


def said(library: Library) -> object:
    """What there is, without the names and times that are new each time."""
    live = library.articles()
    marks = [
        (mark.id, mark.article_id, mark.span, mark.exact, mark.colour, mark.note, mark.tags, mark.placed)
        for info in live
        for mark in library.marks(info.id)
    ]
    words = [(word.id, word.simplified, word.span) for word in library.words.all()]
    fixes = [(fix.id, fix.word, fix.pinyin) for fix in library.reading_fixes.all()]
    places = [(each.id, each.start) for info in live for each in library.bookmarks(info.id)]
    articles = sorted((info.id, info.title, info.sha256, info.tags, info.starred) for info in live)
    versions = [(each.id, each.sha256) for info in live for each in library.versions(info.id)]
    return articles, marks, words, fixes, places, versions, library.known_words.all()


Act = tuple[str, int, int]


def act(workspace: Workspace, what: str, one: int, two: int) -> None:
    """One thing that a reader may do, if there is what it is done to."""
    article, marks = workspace.article, workspace.marks
    if what == "undo":
        workspace.undo()
    elif what == "redo":
        workspace.redo()
    elif what == "know":
        workspace.vocabulary.know(["鹽湖水天"[one % 4]], two % 2 == 0)
    elif article is None:
        workspace.open_article(1)
    elif what == "mark":
        start = one % article.length
        workspace.marking.highlight((start, min(article.length, start + 1 + two % 4)), "zhu")
    elif what == "word":
        workspace.vocabulary.save_word((one % (article.length - 1), one % (article.length - 1) + 1))
    elif what == "reading":
        workspace.vocabulary.fix_reading((one % article.length, one % article.length + 1), "hú", two % 2 == 0)
    elif what == "bookmark":
        workspace.bookmarking.toggle((one % article.length, one % article.length + 3))
    elif what == "star":
        workspace.shelf.star([article.id], two % 2 == 0)
    elif what == "remove":
        workspace.shelf.remove([article.id])
    elif what == "decode":
        workspace.redecode(["gb18030", "utf-8", "utf-16"][one % 3])
    elif marks:
        mark = marks[one % len(marks)]
        if what == "note":
            workspace.marking.write_note(mark.id, "記" * (two % 3))
        elif what == "tags":
            workspace.marking.set_tags(mark.id, ["甲", "乙", "丙"][: two % 4])
        elif what == "delete":
            workspace.marking.delete_mark(mark.id)
        elif what == "split" and len(mark.exact) > 1:
            workspace.marking.split_mark(mark.id, mark.start + 1)
        elif what == "merge":
            workspace.marking.merge_mark(mark.id)


ACTS = [
    *("mark", "word", "reading", "bookmark", "star", "remove", "decode", "know"),
    *("note", "tags", "delete", "split", "merge", "undo", "undo", "redo"),
]
