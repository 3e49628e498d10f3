"""Steps that outlive the session in which they were made."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.desktop.workspace.test_changes import CHANGES, snapshot

from meipi.exchange.draft import ArticleDraft
from meipi.support.translation import Phrase, install
from meipi.workspace import Article, Library, LibraryDamaged, Mark, Workspace, open_library, safety
from meipi.workspace.history import History, Lost, Stale
from meipi.workspace.marks import AddMark, WriteNote
from meipi.workspace.restoring import TakeIn
from meipi_db import Trace, journal, now
from meipi_db.images import Image, Key

TEXT = "青海的鹽湖，水天一色。"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept.db"


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


@pytest.mark.parametrize("name", CHANGES)
def test_undone_and_done_again_in_later_sessions(path: Path, draft: ArticleDraft, name: str) -> None:
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


def test_a_restored_backup_is_taken_back_later(path: Path, tmp_path: Path) -> None:
    with session(path) as (library, history):
        article, mark = filled(library)
        safety.copy(path, tmp_path / "copy.db")
        with open_library(tmp_path / "copy.db") as copy:
            copy.put_mark(replace(mark, note="彼處", modified=now()))
            copy.add_mark(article.id, (3, 5), colour="ou", tags=("乙",))
            copy.add_article(title="新", text="新", original="新".encode())
        before = snapshot(library)
        history.do(TakeIn(tmp_path / "copy.db"))
        after = snapshot(library)
        assert len(after[0]) == 2
    with session(path) as (library, history):
        history.undo()
        assert snapshot(library) == before
    with session(path) as (library, history):
        history.redo()
        assert snapshot(library) == after
        assert library.original(max(after[0])) == "新".encode()


def test_the_journal_of_a_backup_is_not_taken_in(path: Path, tmp_path: Path) -> None:
    with session(path) as (library, history):
        article, _ = filled(library)
        history.do(AddMark(article.id, (3, 5), "zhu", "ground"))
        safety.copy(path, tmp_path / "copy.db")
        history.undo()
        history.do(AddMark(article.id, (0, 1), "zhu", "ground"))
        kept = rows(library)
        history.do(TakeIn(tmp_path / "copy.db"))
        assert rows(library)[:-1] == kept


def test_a_new_change_ends_what_could_be_done_again(path: Path) -> None:
    with session(path) as (library, history):
        article, _ = filled(library)
        for start in (0, 3, 6):
            history.do(AddMark(article.id, (start, start + 1), "zhu", "ground"))
        history.undo()
        history.undo()
    with session(path) as (library, history):
        assert (history.undo_text, history.redo_text) == ("Highlight", "Highlight")
        history.do(AddMark(article.id, (8, 9), "zhu", "ground"))
        assert history.redo_text is None
        assert [done for _, done in rows(library)] == [1, 1]
    with session(path) as (library, history):
        assert history.redo_text is None
        history.undo()
        history.undo()
        assert history.undo_text is None
        assert len(library.marks(article.id)) == 1


def test_a_note_that_is_typed_is_one_step_and_not_one_with_the_last_session(path: Path) -> None:
    def write(library: Library, history: History, note: str) -> None:
        before = library.mark(mark.id)
        history.do(WriteNote(replace(before, note=note), "Edit note", typing=True))

    with session(path) as (library, history):
        _, mark = filled(library)
        for note in ("一", "一二", "一二三"):
            write(library, history, note)
        assert len(rows(library)) == 1
    with session(path) as (library, history):
        write(library, history, "一二三四")
        history.undo()
        assert library.mark(mark.id).note == "一二三"
        history.undo()
        assert library.mark(mark.id) == mark


def test_what_was_changed_between_the_sessions_stays(path: Path) -> None:
    with session(path) as (library, history):
        article, _ = filled(library)
        history.do(AddMark(article.id, (3, 5), "zhu", "ground"))
        history.do(AddMark(article.id, (6, 7), "zhu", "ground"))
    with open_library(path) as library:
        last = library.marks(article.id)[-1]
        library.put_mark(replace(last, note="外"))
    with session(path) as (library, history):
        with pytest.raises(Stale):
            history.undo()
        assert library.mark(last.id).note == "外"
    with session(path) as (library, history):
        history.undo()
        assert [mark.span for mark in library.marks(article.id)] == [(0, 2), (6, 7)]
        assert history.undo_text is None


def test_what_was_let_go_of_between_the_sessions_does_not_come_back(path: Path) -> None:
    with session(path) as (library, history):
        article, _ = filled(library)
        history.do(AddMark(article.id, (3, 5), "zhu", "ground"))
        history.undo()
        library.purge("2999-01-01")
        new = library.add_mark(article.id, (6, 7), colour="ou")
    with session(path) as (library, history), pytest.raises(Stale):
        history.redo()
    with open_library(path) as library:
        assert library.mark(new.id) == new


def test_two_windows_have_each_their_own_steps(path: Path) -> None:
    with session(path) as (library, history):
        article, _ = filled(library)
        history.do(AddMark(article.id, (0, 1), "zhu", "ground"))
    with session(path) as (one, first), session(path) as (_two, second):
        assert (first.undo_text, second.undo_text) == ("Highlight", "Highlight")
        first.do(AddMark(article.id, (3, 4), "ou", "ground"))
        second.do(AddMark(article.id, (5, 6), "tian", "ground"))
        first.undo()
        assert [mark.colour for mark in one.marks(article.id)] == ["zhu", "zhu", "tian"]
        second.undo()
        first.undo()
        with pytest.raises(Stale):
            second.undo()
        assert [mark.span for mark in one.marks(article.id)] == [(0, 2)]
        first.redo()
        second.redo()
        assert [mark.span for mark in one.marks(article.id)] == [(0, 1), (0, 2), (5, 6)]
    with session(path) as (library, history):
        assert history.redo_text == "Highlight"
        history.undo()
        history.undo()
        assert [mark.span for mark in library.marks(article.id)] == [(0, 2)]


def test_it_is_read_when_it_is_asked_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with session(path) as (library, history):
        article, _ = filled(library)
        history.do(AddMark(article.id, (3, 5), "zhu", "ground"))
    with open_library(path) as library:
        asked: list[int] = []
        read = library.journal.entries
        monkeypatch.setattr(library.journal, "entries", lambda: asked.append(1) or read())
        workspace = Workspace(library)
        workspace.open_article(article.id)
        assert not asked
        assert workspace.undo_text == "Highlight"
        workspace.undo()
        assert (workspace.undo_text, workspace.redo_text) == (None, "Highlight")
        assert asked == [1]


def test_a_library_that_can_only_be_read_offers_nothing(path: Path) -> None:
    with session(path) as (library, history):
        article, _ = filled(library)
        history.do(AddMark(article.id, (3, 5), "zhu", "ground"))
    with open_library(path, read_only=True) as library:
        assert History(library).undo_text is None


@pytest.mark.usefixtures("qapp")
def test_it_is_called_in_the_language_of_the_interface(path: Path, qapp: object) -> None:
    with session(path) as (library, history):
        article, _ = filled(library)
        history.do(AddMark(article.id, (3, 5), "zhu", "ground"))
        workspace = Workspace(library)
        workspace.tags.rename("甲", "丙")
        english = workspace.undo_text
    install(qapp, "zh_TW")  # type: ignore[arg-type]
    try:
        with session(path) as (library, history):
            chinese = history.undo_text
            assert chinese != english == "Rename tag “甲” to “丙”"
            assert chinese is not None
            assert "甲" in chinese
            history.undo()
            assert history.undo_text == Phrase.of("Highlight", {}) != "Highlight"
    finally:
        install(qapp, "en")  # type: ignore[arg-type]


@pytest.mark.usefixtures("qapp")
def test_names_are_kept_as_they_are_before_they_are_translated(path: Path, qapp: object) -> None:
    install(qapp, "zh_CN")  # type: ignore[arg-type]
    try:
        with open_library(path) as library:
            article = library.add_article(title="鹽", text=TEXT * 2, original=(TEXT * 2).encode())
            workspace = Workspace(library)
            workspace.open_article(article.id)
            for what in dict.fromkeys(ACTS):
                for one in range(3):
                    act(workspace, "mark", 5 * one, 2)
                    act(workspace, what, one, one)
                    workspace.shelf.bring_back([article.id])
                    workspace.open_article(article.id)
            act(workspace, "mark", 1, 2)
            marking, ids = workspace.marking, [mark.id for mark in workspace.marks]
            assert ids
            marking.recolour(ids[0], "ou")
            marking.resize_mark(ids[0], (0, 9))
            marking.recolour_all(ids, "teng")
            marking.underline_all(ids)
            marking.tag_all(ids, ["丁"])
            workspace.tags.delete("丁")
            marking.delete_all(ids)
            workspace.versions.edit(article.id, TEXT)
            workspace.vocabulary.split_word(["青", "海"])
            workspace.vocabulary.add_exception("鹽", "X", "simplified", True)
            found = library._connection.rows("SELECT DISTINCT text FROM journal")
            names = {json.loads(row["text"])[0] for row in found}
            assert len(names) > 20
            assert all(name.isascii() for name in names - {"Delete tag “{tag}”"})
    finally:
        install(qapp, "en")  # type: ignore[arg-type]


KILLED = """
import sys
from pathlib import Path
from meipi.workspace import open_library
from meipi.workspace.history import History
from meipi.workspace.marks import AddMark
library = open_library(Path(sys.argv[1]))
history = History(library)
for start in range(5):
    history.do(AddMark(1, (start, start + 2), "ou", "ground"))
history.undo()
print("done", flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_after_a_kill_the_next_session_undoes_what_was_acknowledged(path: Path) -> None:
    with open_library(path) as library:
        article, mark = filled(library)
    command = [sys.executable, "-c", KILLED, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"done\n"
        os.kill(child.pid, signal.SIGKILL)
    with session(path) as (library, history):
        history.redo()
        assert len(library.marks(article.id)) == 6
        while history.undo_text:
            history.undo()
        assert library.marks(article.id) == [mark]


@pytest.mark.parametrize(
    "harm",
    [
        "content = x'00'",
        "content = zeroblob(length(content))",
        "content = substr(content, 1, length(content) / 2)",
        "made = 'x', content = x''",
    ],
)
def test_a_damaged_step_is_dropped_and_in_nobodys_way(path: Path, harm: str) -> None:
    with session(path) as (library, history):
        article, _ = filled(library)
        history.do(AddMark(article.id, (3, 5), "zhu", "ground"))
        history.do(AddMark(article.id, (6, 7), "zhu", "ground"))
        library._connection.rows(f"UPDATE journal SET {harm} WHERE id = 2")
        before = snapshot(library)
    assert not safety.check(path).faults
    with session(path) as (library, history):
        with pytest.raises(Lost):
            history.undo()
        assert snapshot(library) == before
        assert rows(library) == [(1, 1)]
        history.undo()
        history.do(AddMark(article.id, (6, 7), "zhu", "ground"))


@pytest.mark.parametrize("text", ["{", "[]", "[1, 2]", '["{n}", {"a": 1}]', '["{n}", {"a": "1"}]'])
def test_a_name_that_is_damaged_takes_its_step_alone(path: Path, text: str) -> None:
    with session(path) as (library, history):
        article, _ = filled(library)
        history.do(AddMark(article.id, (3, 5), "zhu", "ground"))
        history.do(AddMark(article.id, (6, 7), "zhu", "ground"))
        library._connection.rows("UPDATE journal SET text = ? WHERE id = 2", (text,))
    with session(path) as (library, history):
        assert history.undo_text == "Highlight"
        history.undo()
        assert history.undo_text is None
        assert [mark.span for mark in library.marks(article.id)] == [(0, 2), (6, 7)]


@pytest.mark.parametrize(
    "forged",
    [
        Trace(set(), {Key("sqlite_master", "id", 1): Image(None, None)}),
        Trace(set(), {Key("mark", "1 OR 1", 1): Image({"note": ""}, None)}),
        Trace(set(), {Key("mark", "id", 1): Image({'note" = (SELECT text FROM article), "note': ""}, None)}),
        Trace({Key("mark", "1 OR 1", 1)}, {}),
    ],
)
def test_what_is_no_content_of_ours_is_not_made_sql(forged: Trace) -> None:
    with pytest.raises(ValueError, match="not what was packed"):
        Trace.unpacked(forged.packed())


def test_a_journal_that_cannot_be_written_lets_the_change_through(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with session(path) as (library, history):
        article, _ = filled(library)

        def damaged(last: int) -> None:
            raise LibraryDamaged(path, "")

        monkeypatch.setattr(library.journal, "_bound", damaged)
        history.do(AddMark(article.id, (3, 5), "zhu", "ground"))
        assert len(library.marks(article.id)) == 2
        assert rows(library) == []
        history.undo()
        history.redo()
        history.undo()
        assert len(library.marks(article.id)) == 1


def test_a_step_too_large_is_where_the_lasting_steps_begin(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with session(path) as (library, history):
        article, _ = filled(library)
        history.do(AddMark(article.id, (0, 1), "zhu", "ground"))
        monkeypatch.setattr(journal, "LARGEST", 10)
        history.do(AddMark(article.id, (3, 4), "zhu", "ground"))
        monkeypatch.undo()
        history.do(AddMark(article.id, (6, 7), "zhu", "ground"))
        for _ in range(2):
            for _ in range(3):
                history.undo()
            assert history.undo_text is None
            assert len(library.marks(article.id)) == 1
            for _ in range(3):
                history.redo()
            assert len(library.marks(article.id)) == 4
    with session(path) as (library, history):
        history.undo()
        assert history.undo_text is None
        assert [mark.span for mark in library.marks(article.id)] == [(0, 1), (0, 2), (3, 4)]


def test_so_many_and_so_large_and_so_old(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def kept(library: Library) -> list[int]:
        return [each for each, _ in rows(library)]

    with session(path) as (library, history):
        article, _ = filled(library)
        monkeypatch.setattr(journal, "LIMIT", 3)
        for start in range(5):
            history.do(AddMark(article.id, (start, start + 2), "ou", "ground"))
        assert kept(library) == [3, 4, 5]
        ((one,),) = library._connection.rows("SELECT max(length) FROM journal")
        monkeypatch.setattr(journal, "ALL", 2 * one + 10)
        history.do(AddMark(article.id, (7, 9), "ou", "ground"))
        assert kept(library) == [5, 6]
        old = datetime.fromisoformat(now()) - timedelta(31)
        library._connection.rows("UPDATE journal SET made = ? WHERE id = 5", (old.isoformat(),))
    with session(path) as (library, history):
        history.undo()
        assert history.undo_text is None
        assert kept(library) == [5, 6]
        with library.transaction():
            library.journal.prune()
        assert kept(library) == [6]


def test_the_step_just_written_is_never_let_go_of(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with session(path) as (library, history):
        article, mark = filled(library)
        history.do(AddMark(article.id, (3, 5), "zhu", "ground"))
        monkeypatch.setattr(journal, "ALL", 10)
        for note in ("一", "一二", "一二三"):
            history.do(WriteNote(replace(library.mark(mark.id), note=note), "Note", typing=True))
            assert rows(library) == [(2, 1)]
        history.undo()
        assert library.mark(mark.id) == mark
        with pytest.raises(Lost):
            history.undo()


def test_details_alone_do_not_copy_the_text(path: Path) -> None:
    with open_library(path) as library:
        text = "".join(chr(0x4E00 + number * 7919 % 20000) for number in range(200_000))
        article = library.add_article(title="書", text=text)
        workspace = Workspace(library)
        workspace.shelf.star([article.id], True)
        workspace.shelf.tag([article.id], ["甲"])
        workspace.shelf.remove([article.id])
        workspace.add_drafts([ArticleDraft("又", text + "又")])
        ((longest,),) = library._connection.rows("SELECT max(length) FROM journal")
        assert longest < 1000


@pytest.mark.parametrize("harm", ["none", "schema", "long"])
def test_what_is_salvaged_has_no_steps_and_nothing_of_them(path: Path, harm: str) -> None:
    """Neither where the tables are lost, so that rows are known by their form alone, nor where long ones are
    cut."""
    with session(path) as (library, _):
        article, _ = filled(library)
        workspace = Workspace(library)
        workspace.open_article(article.id)
        workspace.marking.highlight((3, 5), "zhu")
        text = "".join(chr(0x4E00 + number * 7919 % 20000) for number in range(30_000))
        workspace.versions.edit(article.id, TEXT + text)
        assert workspace.undo_text == "Edit the text"
        (content,) = library._connection.rows("SELECT content FROM journal ORDER BY length DESC LIMIT 1")
    data = bytearray(path.read_bytes())
    if harm == "schema":
        data[100:4096] = bytes(3996)
    elif harm == "long":
        found = data.index(content[0][20_000:20_100])
        page = found // 4096 * 4096
        data[page : page + 4096] = bytes(4096)
    path.write_bytes(data)
    saved = safety.save_readable(path)
    with open_library(saved.path) as library:
        assert History(library).undo_text is None
        assert [info.title for info in library.articles()] == ["鹽"]
        assert library.article(article.id).text == TEXT + text
        assert [mark.span for mark in library.marks(article.id)] == [(0, 2), (3, 5)]
        assert len(library.versions(article.id)) == 1


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


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from([*ACTS, "reopen"]), st.integers(0, 99), st.integers(0, 99)),
        min_size=8,
        max_size=30,
    )
)
def test_with_sessions_between_all_is_as_in_one(acts: list[Act]) -> None:
    with TemporaryDirectory() as folder:
        one, other = Path(folder) / "one.db", Path(folder) / "other.db"
        for path in (one, other):
            with open_library(path) as library:
                data = TEXT.encode("utf-8") * 2
                library.add_article(title="鹽", text=TEXT * 2, encoding="utf-8", original=data)
        with open_library(one) as library:
            whole = Workspace(library)
            parted = Workspace(open_library(other))
            try:
                for step in (*acts, *[("undo", 0, 0)] * len(acts), *[("redo", 0, 0)] * len(acts)):
                    if step[0] == "reopen":
                        shown = parted.article.id if parted.article else None
                        parted.library.close()
                        parted = Workspace(open_library(other))
                        parted.open_article(shown)
                        continue
                    act(whole, *step)
                    act(parted, *step)
                    assert said(parted.library) == said(library)
                    assert (parted.undo_text, parted.redo_text) == (whole.undo_text, whole.redo_text)
            finally:
                parted.library.close()
        assert not safety.check(other).faults
