"""Ways out when the library is damaged: its newest backup, or all of it that can be read."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from meipi.support.dates import written
from meipi.support.errors import sentence
from meipi.support.jobs import Jobs
from meipi.support.translation import tr
from meipi.workspace import LibraryError, Said, safety


class Recovery(QObject):
    """The actions that are offered in place of the page. Nothing is done to the file but to rename it."""

    recovered = Signal(str)
    """There is a library again in the place of the damaged one; the sentence says what became of that."""
    said = Signal(object)
    """A `Said`."""

    def __init__(self, library: Path, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._jobs = library, jobs
        backup = next((each for each in safety.found_backups(library) if safety.is_whole(each.path)), None)
        self.actions: list[QAction] = []
        if backup is not None:
            day = written(backup.day)
            self._offer(tr("Use the backup of {day}").format(day=day), backup.path)
        self._offer(tr("Read all that can be read"), None)

    def _offer(self, text: str, backup: Path | None) -> None:
        action = QAction(text, self)
        action.triggered.connect(lambda _=False: self._recover(backup))
        self.actions.append(action)

    def _recover(self, backup: Path | None) -> None:
        self._allow(False)
        work: Callable[[], Path] = partial(safety.recover, self._library, backup)
        self._jobs.run(work, self._done, self._failed)

    def _done(self, aside: Path) -> None:
        told = tr("This is what could be brought back. The damaged library is kept as “{name}”, unchanged.")
        self.recovered.emit(told.format(name=aside.name))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, LibraryError | OSError):
            raise error
        self._allow(True)
        self.said.emit(Said(sentence(error), problem=True))

    def _allow(self, allowed: bool) -> None:
        for action in self.actions:
            action.setEnabled(allowed)
