"""Reads files, folders and pages of the web on a worker, tells how far it is, and can be stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from threading import Event
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from meipi.exchange.gathering import Gathered, Read, Source, gather, read_all
from meipi.exchange.read_error import ReadError
from meipi.support.jobs import Jobs


class ReadIn(NamedTuple):
    """What there was, and what was read of it."""

    gathered: Gathered
    read: tuple[Read, ...]


class Progress(NamedTuple):
    """How far a reading is."""

    done: int
    """Sources that have been read,"""
    all: int
    """of so many; 0 while they are being looked for."""
    share: float
    """Of the one that is being read; 0 where that is not known."""
    came: int
    """Bytes of it that have come from the web; 0 for a file."""


class SourceReader(QObject):
    """Several readings may be under way; stopping ends all of them."""

    progressed = Signal(object)
    """A `Progress`. It may come from a worker."""
    ended = Signal()
    """Nothing is being read any more."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._stops: list[Event] = []

    @property
    def busy(self) -> bool:
        """Whether something is being read."""
        return bool(self._stops)

    def read(
        self,
        named: Sequence[Source],
        then: Callable[[ReadIn], object],
        stopped: Callable[[], object] | None = None,
    ) -> None:
        """Read what is named and call `then`; `stopped`, if it was stopped before its end. Nothing is read
        by halves: what was read until then is given up."""
        stop = Event()
        self._stops.append(stop)
        self._jobs.run(
            partial(_read_in, list(named), stop, self.progressed.emit),
            partial(self._finish, stop, then),
            partial(self._fail, stop, stopped),
        )

    def stop(self) -> None:
        """Read no further."""
        for stop in self._stops:
            stop.set()

    def _finish(self, stop: Event, then: Callable[[ReadIn], object], read_in: ReadIn) -> None:
        self._end(stop)
        then(read_in)

    def _fail(self, stop: Event, stopped: Callable[[], object] | None, error: Exception) -> None:
        self._end(stop)
        if not isinstance(error, ReadError):
            raise error
        if stopped is not None:
            stopped()

    def _end(self, stop: Event) -> None:
        self._stops.remove(stop)
        if not self._stops:
            self.ended.emit()


def _read_in(named: Sequence[Source], stop: Event, tell: Callable[[Progress], object]) -> ReadIn:
    tell(Progress(0, 0, 0.0, 0))
    gathered = gather(named, cancelled=stop.is_set)
    now = Progress(0, len(gathered.sources), 0.0, 0)

    def progress(done: int, share: float) -> None:
        nonlocal now
        now = now._replace(done=done, share=share, came=now.came if share else 0)
        tell(now)

    def counted(came: int) -> None:
        nonlocal now
        now = now._replace(came=came)
        tell(now)

    read = read_all(gathered.sources, progress=progress, cancelled=stop.is_set, counted=counted)
    return ReadIn(gathered, tuple(read))
