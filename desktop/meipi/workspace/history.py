"""What was done, to be undone and redone, in this session and in the next. Pure Python; only the store is
touched."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import Protocol

from meipi.support.translation import Phrase, phrase
from meipi_db import Entry, Library, LibraryError, Place, Told, Trace

LIMIT = 500
"""Changes that can be undone; the oldest is forgotten."""


class Change(Protocol):
    """One step of the user. Frozen; a change made anew is a new one.

    How it is undone is not its business: the store traces what it writes (`Library.traced`).
    """

    @property
    def text(self) -> str:
        """What it is called in the undo menu: a `Phrase`, which the next session may show in another
        language."""

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
        """Write it to the store. The result is the change with the records just made."""

    def joins(self, previous: Change) -> bool:
        """Whether this change and the one just before it are one step."""


class Apart:
    """A change that is always a step of its own."""

    def joins(self, previous: Change) -> bool:
        return False


@dataclass(frozen=True)
class Recorded:
    """A change that was done: what it is called, and where what it wrote is kept."""

    text: str
    kinds: frozenset[str]
    article_id: int | None
    mark_id: int | None
    state: str
    """What its records were when it was done or undone, as `Library.state` tells."""
    place: Place | None
    """Where the journal of the library has it; None if it has not."""
    trace: Trace | None = None
    """What it wrote, if the journal has not got it."""
    change: Change | None = None
    """The change itself, if it was the last one made in this session: the next may be one step with it."""

    @classmethod
    def of(cls, entry: Entry) -> Recorded:
        """A step of an earlier session."""
        told = entry.told
        text = phrase(told.source, **told.filled)
        return cls(text, told.kinds, told.article_id, told.mark_id, entry.state, entry.place)


class Stale(Exception):  # noqa: N818 (it says what is wrong)
    """What a step would write back is not what it left any more: nothing was changed, the step is dropped."""


class Lost(Stale):
    """What a step would write back cannot be read any more: nothing was changed, the step is dropped."""


class History:
    """The changes done and undone, in this session and in those before it, as far as the library's journal
    has them.

    Each is one transaction, and so is its line in the journal. If one raises, the library and both stacks are
    as before. What another program, a restored backup or the emptying of the bin has changed meanwhile is
    never overwritten by an undo or redo: see `Stale`. Two sessions at once have each its own steps, after
    those that were there when they began.
    """

    def __init__(self, library: Library, limit: int = LIMIT) -> None:
        self._library = library
        self._done: deque[Recorded] = deque(maxlen=limit)
        self._undone: list[Recorded] = []
        self._is_read = False

    @property
    def undo_text(self) -> str | None:
        """What `undo` would undo; None if there is nothing."""
        self._read()
        return self._done[-1].text if self._done else None

    @property
    def redo_text(self) -> str | None:
        """What `redo` would do again; None if there is nothing."""
        self._read()
        return self._undone[-1].text if self._undone else None

    def do(self, change: Change) -> Change:
        """Make the change, and return it as it was done. What was undone before can no longer be redone."""
        self._read()
        with self._library.transaction():
            before = self._joined(change)
            with self._library.traced() as trace:
                done = change.do(self._library)
            place = None
            if before is not None:
                place, trace = self._done[-1].place, before.then(trace)
            text = done.text
            state = self._library.state(trace)
            for each in self._undone:
                self._forget(each)
            told = _told(text, done)
            place = self._library.journal.keep(place, told, trace, state, done=True)
        self._undone.clear()
        if before is not None:
            self._done.pop()
        elif self._done:
            self._done[-1] = replace(self._done[-1], change=None)  # it may hold whole texts
        kept = trace if place is None else None
        self._done.append(Recorded(text, done.kinds, done.article_id, done.mark_id, state, place, kept, done))
        return done

    def undo(self) -> Recorded | None:
        """Undo the last change, and return it; None if there is nothing. Raises `Stale`."""
        self._read()
        if not self._done:
            return None
        step = self._done[-1]
        with self._dropping(self._done):
            undone = self._turned(step, done=False)
        self._done.pop()
        self._undone.append(undone)
        return step

    def redo(self) -> Recorded | None:
        """Do again what was undone last, and return it; None if there is nothing. Raises `Stale`."""
        self._read()
        if not self._undone:
            return None
        step = self._undone[-1]
        with self._dropping(self._undone):
            done = self._turned(step, done=True)
        self._undone.pop()
        self._done.append(done)
        return step

    def _read(self) -> None:
        """Take up what earlier sessions did: not before it is asked for, so that a start does not wait."""
        if self._is_read:
            return
        self._is_read = True
        with suppress(LibraryError):
            for entry in self._library.journal.entries():
                with suppress(LookupError, ValueError):  # a name that is damaged
                    (self._done if entry.done else self._undone).append(Recorded.of(entry))
        self._undone.reverse()

    def _joined(self, change: Change) -> Trace | None:
        """What the last step wrote, if the change is one step with it."""
        if not self._done:
            return None
        last = self._done[-1]
        if last.change is None or not change.joins(last.change):
            return None
        trace = self._trace(last)
        return trace if trace is not None and self._library.state(trace) == last.state else None

    def _turned(self, step: Recorded, *, done: bool) -> Recorded:
        journal = self._library.journal
        with self._library.transaction():
            trace = self._trace(step)
            if trace is None:
                raise Lost(step.text)
            if self._library.state(trace) != step.state:
                raise Stale(step.text)
            with self._library.traced() as written:
                self._library.put_back(trace, undone=not done)
            more = not written.keys <= trace.keys
            trace = Trace(trace.keys | written.keys, trace.images)
            state = self._library.state(trace)
            if step.place is None:
                if done:
                    journal.pass_over()
                return replace(step, state=state, trace=trace)
            if more:
                told = _told(step.text, step)
                place = journal.keep(step.place, told, trace, state, done=done)
                return replace(step, state=state, place=place, trace=None if place else trace)
            journal.turn(step.place, state, done=done)
            return replace(step, state=state)

    def _trace(self, step: Recorded) -> Trace | None:
        return self._library.journal.trace(step.place) if step.place else step.trace

    @contextmanager
    def _dropping(self, steps: deque[Recorded] | list[Recorded]) -> Iterator[None]:
        try:
            yield
        except Stale:
            step = steps.pop()
            with suppress(LibraryError), self._library.transaction():
                self._forget(step)
            raise

    def _forget(self, step: Recorded) -> None:
        if step.place is not None:
            self._library.journal.forget(step.place, step.state)


def _told(text: str, step: Change | Recorded) -> Told:
    said = text if isinstance(text, Phrase) else Phrase.of(text, {})
    return Told(said.source, said.filled, step.kinds, step.article_id, step.mark_id)
