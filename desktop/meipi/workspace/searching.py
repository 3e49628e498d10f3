"""Searching from the window and the command line: plain values of what was found.

It goes through a connection of its own and may run on a worker. `Searching` does that for the window: one
search at a time, the newest query next, and what came too late is dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from meipi.support.errors import sentence
from meipi.support.jobs import Jobs
from meipi.workspace.opening import open_library, search_language
from meipi.workspace.workspace import Said, Workspace
from meipi_db import Library, LibraryError
from meipi_db.search_index import Progress
from meipi_db.search_records import Found, Hit, Where

MOST = 20
"""So many articles come with their places at once."""

EACH = 50
"""So many places of one article are told on the command line."""

_BEFORE, _AFTER = 30, 60
# What ends a sentence or a line, for the passage around a hit.
_ENDS = "。！？!?…\n"
_CLOSERS = "”’」』）》"


class Place(NamedTuple):
    """A hit in its sentence, as the source has it."""

    field: Where
    """"mark" if a mark itself was asked for, by its colour or tag."""
    span: tuple[int, int]
    """In code points of the field."""
    mark_id: int | None
    before: str
    hit: str
    after: str
    """On one line each; with … where the sentence goes on."""


class Result(NamedTuple):
    """An article with what was found in it."""

    article_id: int
    title: str
    places: tuple[Place, ...]
    total: int
    """How many places there are; not all of a long list are in `places`."""


class Results(NamedTuple):
    """What a query found."""

    query: str
    articles: int
    """In how many articles."""
    skip: int
    """Of these, the results begin with the one of this number."""
    results: tuple[Result, ...]


def results(query: str, skip: int, found: Found) -> Results:
    """What was found, with the sentences around it."""
    each = tuple(
        Result(one.article_id, one.title, tuple(map(place, one.hits)), one.total) for one in found.located
    )
    return Results(query, len(found.articles), skip, each)


def search(library: Library, query: str) -> Results:
    """All articles of an open library that have it, with the first `EACH` places."""
    return results(query, 0, library.find(query, most=len(library.articles()), each=EACH))


def place(hit: Hit) -> Place:
    """A hit with the sentence around it, cut where that is long."""
    words, (start, end) = hit.words, hit.span
    first = max((words.rfind(mark, max(0, start - _BEFORE), start) for mark in _ENDS), default=-1) + 1
    if first:
        while first < start and words[first] in _CLOSERS:
            first += 1
    cut = not first and start > _BEFORE
    before = ("…" if cut else "") + words[start - _BEFORE if cut else first : start]
    last = _end(words, end)
    after = words[end:last] + ("…" if last == end + _AFTER and last < len(words) else "")
    return Place(hit.field, hit.span, hit.mark_id, *map(_in_a_line, (before, words[start:end], after)))


def _end(words: str, start: int) -> int:
    """Where the sentence around what ends at `start` ends, or the passage that is shown of it."""
    if words[start - 1 : start] in tuple(_ENDS):
        return start
    limit = min(len(words), start + _AFTER)
    for at in range(start, limit):
        if words[at] in _ENDS:
            while at + 1 < limit and words[at + 1] in _ENDS + _CLOSERS and words[at] != "\n":
                at += 1
            return at + 1 if words[at] != "\n" else at
    return limit


def _in_a_line(text: str) -> str:
    return text.replace("\r", "").replace("\n", " ")


class Searching(QObject):
    """Searches for the window, and sees to it that the index has all there is."""

    found = Signal(object)
    """`Results` of the newest query; those of an older one are never told."""
    taken_up = Signal(int, int)
    """How far the index is when it takes up much, in code points: done, and still to do."""

    def __init__(self, workspace: Workspace, jobs: Jobs) -> None:
        super().__init__(workspace)
        self._workspace, self._jobs = workspace, jobs
        self._newest = 0
        self._running = False
        self._next: tuple[str, int] | None = None
        self._taking_up = False
        self._stopped = False

    def start(self) -> None:
        """Load what searching and indexing need, on a worker, and take up what the index has not."""
        self._jobs.run(_warm_up, lambda _none: self.take_up())
        self._workspace.changed.connect(self._on_changed)

    def stop(self) -> None:
        """Begin nothing more."""
        self._stopped = True
        self._next = None

    def ask(self, query: str, skip: int = 0) -> None:
        """Search for this, and forget what was asked before; `found` tells when it is there.

        With `skip`, the places in the articles that follow the first so many.
        """
        self._newest += 1
        self._next = (query, skip)
        self._go_on()

    def drop(self) -> None:
        """Nothing is asked for any more."""
        self._newest += 1
        self._next = None

    def take_up(self) -> None:
        """Let the index take up what it has not, on a worker, if there is such."""
        if self._workspace.library.index().is_behind():
            self._take_up()

    def _take_up(self) -> None:
        library = self._workspace.library
        if self._taking_up or self._stopped or library.read_only:
            return
        self._taking_up = True
        self._jobs.run(partial(_take_up, library.path, self._on_progress), self._on_taken_up, self._on_failed)

    def _go_on(self) -> None:
        if self._running or self._next is None or self._stopped:
            return
        (query, skip), self._next = self._next, None
        if self._workspace.library.path == Path():  # nothing stands for a library that cannot be opened
            self.found.emit(Results(query, 0, skip, ()))
            return
        self._running = True
        number = self._newest
        path = self._workspace.library.path
        self._jobs.run(
            partial(_search, path, query, skip),
            lambda done: self._on_found(number, *done),
            self._on_not_found,
        )

    def _on_found(self, number: int, found: Results, behind: bool) -> None:
        self._running = False
        if number == self._newest:
            self.found.emit(found)
        self._go_on()
        if behind:
            self._take_up()

    def _on_not_found(self, error: Exception) -> None:
        self._running = False
        self._told(error)
        self._go_on()

    def _on_changed(self, kinds: frozenset[str]) -> None:
        if "articles" in kinds:
            self.take_up()

    def _on_progress(self, progress: Progress) -> bool:
        """On the worker: a signal goes to the thread of those who listen."""
        self.taken_up.emit(progress.done, progress.due)
        return not self._stopped

    def _on_taken_up(self, _whole: bool) -> None:
        self._taking_up = False

    def _on_failed(self, error: Exception) -> None:
        self._taking_up = False
        self._told(error)

    def _told(self, error: Exception) -> None:
        if not isinstance(error, LibraryError):
            raise error
        self._workspace.said.emit(Said(sentence(error), problem=True))


def _search(path: Path, query: str, skip: int) -> tuple[Results, bool]:
    from meipi_db.search import search_file

    found, behind = search_file(path, search_language(), query, skip, MOST)
    return results(query, skip, found), behind


def _take_up(path: Path, told: Callable[[Progress], bool]) -> bool:
    with open_library(path) as library:
        return library.index().take_up(told)


def _warm_up() -> None:
    language = search_language()
    language.words("鹽 salt")
    language.ask("yanhu")
