"""A journal that is damaged, too large, too old, or in a file that is salvaged."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from meipi.exchange.draft import ArticleDraft
from meipi.workspace import Library, LibraryDamaged, Workspace, open_library, safety
from meipi.workspace.history import History, Lost
from meipi.workspace.marks import AddMark, WriteNote
from meipi_db import Trace, journal, now
from meipi_db.images import Image, Key
from sessions import TEXT, filled, rows, said, session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept.db"


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
        before = said(library)
    assert not safety.check(path).faults
    with session(path) as (library, history):
        with pytest.raises(Lost):
            history.undo()
        assert said(library) == before
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
