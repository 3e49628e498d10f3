from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from meipi.workspace import Library, LibraryReadOnly, open_library
from meipi.workspace.history import Apart, Change, History
from meipi_db import Trace


@dataclass(frozen=True)
class AddTitle(Apart):
    """Adds an article: enough to see what was done."""

    title: str
    fails: bool = False

    kinds = frozenset({"articles"})
    article_id = None
    mark_id = None

    @property
    def text(self) -> str:
        return f"Add {self.title}"

    def do(self, library: Library) -> Change:
        library.add_article(title=self.title, text=self.title)
        if self.fails:
            raise RuntimeError
        return self


def titles(library: Library) -> list[str]:
    return sorted(info.title for info in library.articles())


def test_there_and_back(library: Library) -> None:
    history = History(library)
    assert (history.undo_text, history.redo_text) == (None, None)
    assert history.undo() is None
    assert history.redo() is None
    for title in "abc":
        history.do(AddTitle(title))
    assert (history.undo_text, history.redo_text) == ("Add c", None)
    history.undo()
    history.undo()
    assert titles(library) == ["a"]
    assert (history.undo_text, history.redo_text) == ("Add a", "Add b")
    history.redo()
    assert titles(library) == ["a", "b"]
    history.do(AddTitle("d"))
    assert (history.undo_text, history.redo_text) == ("Add d", None)


def test_the_oldest_is_forgotten(library: Library) -> None:
    history = History(library, limit=2)
    for title in "abc":
        history.do(AddTitle(title))
    while history.undo_text:
        history.undo()
    assert titles(library) == ["a"]


def test_a_change_that_raises_leaves_everything_as_it_was(library: Library) -> None:
    history = History(library)
    history.do(AddTitle("a"))
    history.do(AddTitle("b"))
    history.undo()
    with pytest.raises(RuntimeError):
        history.do(AddTitle("c", fails=True))
    assert (titles(library), history.undo_text, history.redo_text) == (["a"], "Add a", "Add b")


def test_an_undo_that_raises_leaves_everything_as_it_was(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = History(library)
    history.do(AddTitle("stays"))
    write = library.put_back

    def fail(trace: Trace, *, undone: bool) -> None:
        write(trace, undone=undone)
        raise RuntimeError

    monkeypatch.setattr(library, "put_back", fail)
    with pytest.raises(RuntimeError):
        history.undo()
    assert (titles(library), history.undo_text, history.redo_text) == (["stays"], "Add stays", None)


def test_a_redo_that_cannot_be_written_can_be_tried_again(library: Library, tmp_path: Path) -> None:
    history = History(library)
    history.do(AddTitle("a"))
    history.undo()
    with open_library(library.path, read_only=True) as closed:
        history._library = closed
        with pytest.raises(LibraryReadOnly):
            history.redo()
        with pytest.raises(LibraryReadOnly):
            history.do(AddTitle("b"))
    history._library = library
    assert (titles(library), history.undo_text, history.redo_text) == ([], None, "Add a")
    history.redo()
    assert titles(library) == ["a"]
