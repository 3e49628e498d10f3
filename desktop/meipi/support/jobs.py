"""Work off the GUI thread: values go in, values come out, no widget is touched on the way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, Signal

T = TypeVar("T")


class _Task(QRunnable):
    def __init__(self, work: Callable[[], object], done: Callable[[object, Exception | None], None]) -> None:
        super().__init__()
        self._work = work
        self._done = done

    def run(self) -> None:
        try:
            result = self._work()
        except Exception as error:  # whatever it is, it is raised again on the GUI thread
            self._done(None, error)
        else:
            self._done(result, None)


class Jobs(QObject):
    """Runs jobs on threads of its own and hands their results to the thread it was made on."""

    _finished = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._waiting: dict[int, tuple[Callable[[Any], None], Callable[[Exception], None] | None]] = {}
        self._count = 0
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Call `work` on another thread, then `then` with its result on this one.

        An exception of `work` goes to `failed`; without that it is raised on this thread, where the
        last-chance handler meets it.
        """
        self._count += 1
        number = self._count
        self._waiting[number] = (then, failed)
        self._pool.start(_Task(work, lambda result, error: self._finished.emit(number, result, error)))

    def wait(self) -> None:
        """Return when every job, and every job started by a result, has been delivered."""
        while self._waiting:
            self._pool.waitForDone()
            QCoreApplication.sendPostedEvents(self)

    def close(self) -> None:
        """Drop what has not begun, wait for what has, and deliver nothing more."""
        self._waiting.clear()
        self._pool.clear()
        self._pool.waitForDone()

    def _deliver(self, number: int, result: object, error: Exception | None) -> None:
        callbacks = self._waiting.pop(number, None)
        if callbacks is None:
            return
        then, failed = callbacks
        if error is None:
            then(result)
        elif failed is not None:
            failed(error)
        else:
            raise error
