"""What was done, to be undone and redone. Pure Python; only the store is touched."""

from __future__ import annotations

from collections import deque
from typing import Protocol

from meipi_db import Library

LIMIT = 500
"""Changes that can be undone; the oldest is forgotten."""


class Change(Protocol):
    """One step of the user. Frozen; a change made anew is a new one."""

    @property
    def text(self) -> str:
        """What it is called in the undo menu, in the language of the interface."""

    @property
    def kinds(self) -> frozenset[str]:
        """Which kinds of records it changes: "articles", "marks", "drafts", or those of `Vocabulary`."""

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


class History:
    """The changes done and undone since the library was opened.

    Each is one transaction. If one raises, the library and both stacks are as before.
    """

    def __init__(self, library: Library, limit: int = LIMIT) -> None:
        self._library = library
        self._done: deque[Change] = deque(maxlen=limit)
        self._undone: list[Change] = []

    @property
    def undo_text(self) -> str | None:
        """What `undo` would undo; None if there is nothing."""
        return self._done[-1].text if self._done else None

    @property
    def redo_text(self) -> str | None:
        """What `redo` would do again; None if there is nothing."""
        return self._undone[-1].text if self._undone else None

    def do(self, change: Change) -> Change:
        """Make the change, and return it as it was done. What was undone before can no longer be redone."""
        with self._library.transaction():
            done = change.do(self._library)
        self._undone.clear()
        merged = done.merge(self._done[-1]) if self._done else None
        if merged is not None:
            self._done[-1] = merged
        else:
            self._done.append(done)
        return done

    def undo(self) -> Change | None:
        """Undo the last change, and return it; None if there is nothing."""
        if not self._done:
            return None
        change = self._done[-1]
        with self._library.transaction():
            change.undo(self._library)
        self._undone.append(self._done.pop())
        return change

    def redo(self) -> Change | None:
        """Do again what was undone last, and return it; None if there is nothing."""
        if not self._undone:
            return None
        with self._library.transaction():
            change = self._undone[-1].do(self._library)
        self._undone.pop()
        self._done.append(change)
        return change
