"""Many steps over many sessions, and in several languages."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.support.translation import Phrase, install
from meipi.workspace import Workspace, open_library, safety
from meipi.workspace.marks import AddMark
from sessions import ACTS, TEXT, Act, act, filled, said, session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept.db"


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
