"""What was done, to be undone and redone. Pure Python; only the store is touched."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple, Protocol

from meipi_db import Key, Library

LIMIT = 500
"""Changes that can be undone; the oldest is forgotten."""


class Change(Protocol):
    """One step of the user. Frozen; a change made anew is a new one."""

    @property
    def text(self) -> str:
        """What it is called in the undo menu, in the language of the interface."""

    @property
    def kinds(self) -> frozenset[str]:
        """Which kinds of records it changes: "articles", "marks", "drafts", "bookmarks", or those of
        `Vocabulary`."""

    @property
    def article_id(self) -> int | None:
        """The article in which it is seen; None if it is seen wherever one is."""

    @property
    def mark_id(self) -> int | None:
        """The mark that it is about, where it is about one."""

    def do(self, library: Library) -> Change:
        """Write it to the store. The result is what to undo, and to do again: with the records just made."""

    def undo(self, library: Library) -> None:
        """Write back what was before."""

    def merge(self, previous: Change) -> Change | None:
        """This change and the one just before it as one step; None where they are two."""


class Apart:
    """A change that is always a step of its own."""

    def merge(self, previous: Change) -> Change | None:
        return None


class Stale(Exception):  # noqa: N818 (it says what is wrong)
    """What a step would write back is not what it left any more: nothing was changed, the step is dropped."""

    def __init__(self, change: Change) -> None:
        super().__init__(change.text)
        self.change = change


class _Step(NamedTuple):
    change: Change
    written: frozenset[Key]
    """The records that it has written, when it was done or undone,"""
    left: int
    """and what they were afterwards, as `Library.state` tells."""


class History:
    """The changes done and undone since the library was opened.

    Each is one transaction. If one raises, the library and both stacks are as before. What another program, a
    restored backup or the emptying of the bin has changed meanwhile is never overwritten by an undo or redo:
    see `Stale`.
    """

    def __init__(self, library: Library, limit: int = LIMIT) -> None:
        self._library = library
        self._done: deque[_Step] = deque(maxlen=limit)
        self._undone: list[_Step] = []

    @property
    def undo_text(self) -> str | None:
        """What `undo` would undo; None if there is nothing."""
        return self._done[-1].change.text if self._done else None

    @property
    def redo_text(self) -> str | None:
        """What `redo` would do again; None if there is nothing."""
        return self._undone[-1].change.text if self._undone else None

    def do(self, change: Change) -> Change:
        """Make the change, and return it as it was done. What was undone before can no longer be redone."""
        previous = self._done[-1] if self._done else None
        with self._library.transaction():
            if previous is not None and (change.merge(previous.change) is None or not self._stands(previous)):
                previous = None
            with self._library.traced() as written:
                done = change.do(self._library)
            merged = None if previous is None else done.merge(previous.change)
            if previous is not None and merged is not None:
                written |= previous.written
            step = self._step(merged or done, written)
        self._undone.clear()
        if merged is not None:
            self._done.pop()
        self._done.append(step)
        return done

    def undo(self) -> Change | None:
        """Undo the last change, and return it; None if there is nothing. Raises `Stale`."""
        if not self._done:
            return None
        step = self._done[-1]
        with self._dropping(self._done), self._library.transaction():
            self._check(step)
            with self._library.traced() as written:
                step.change.undo(self._library)
            undone = self._step(step.change, written | step.written)
        self._done.pop()
        self._undone.append(undone)
        return step.change

    def redo(self) -> Change | None:
        """Do again what was undone last, and return it; None if there is nothing. Raises `Stale`."""
        if not self._undone:
            return None
        step = self._undone[-1]
        with self._dropping(self._undone), self._library.transaction():
            self._check(step)
            with self._library.traced() as written:
                change = step.change.do(self._library)
            done = self._step(change, written | step.written)
        self._undone.pop()
        self._done.append(done)
        return change

    def _step(self, change: Change, written: set[Key] | frozenset[Key]) -> _Step:
        keys = frozenset(written)
        return _Step(change, keys, self._library.state(keys))

    def _stands(self, step: _Step) -> bool:
        return self._library.state(step.written) == step.left

    def _check(self, step: _Step) -> None:
        if not self._stands(step):
            raise Stale(step.change)

    @contextmanager
    def _dropping(self, steps: deque[_Step] | list[_Step]) -> Iterator[None]:
        try:
            yield
        except Stale:
            steps.pop()
            raise
