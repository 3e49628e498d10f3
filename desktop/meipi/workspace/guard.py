"""What looks after the library while the window is open: backups, the bin, and changes by other programs."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from meipi.support.errors import sentence
from meipi.support.jobs import Jobs
from meipi.support.translation import tr
from meipi.workspace import safety
from meipi.workspace.restoring import EVERYTHING, TakeIn
from meipi.workspace.workspace import Said, Workspace
from meipi_db import LibraryError, LibraryLocked
from meipi_db.union import Difference

LOOK_MS = 4_000
"""So often it is asked whether another program has written; that takes microseconds."""


class Guard(QObject):
    """Does nothing until it is started. A library that can only be read gets no backups."""

    def __init__(self, workspace: Workspace, jobs: Jobs) -> None:
        super().__init__(workspace)
        self._workspace, self._jobs = workspace, jobs
        self._day: date | None = None
        """The day for which a backup was made or failed: once a day is enough to hear of it."""
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self.look_outside)
        self._watched: QGuiApplication | None = None

    def start(self) -> None:
        """Make today's backup if there is none, and from now on look for changes from outside."""
        self._looking.start()
        self._back_up()
        self._workspace.changed.connect(lambda _kinds: self._back_up())
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self.look_outside)
            self._watched = app

    def stop(self) -> None:
        """Look no more."""
        self._looking.stop()
        if self._watched is not None:
            self._watched.applicationStateChanged.disconnect(self.look_outside)
            self._watched = None

    @Slot()
    def look_outside(self) -> None:
        """Show what another program has changed in the library, if one has."""
        workspace = self._workspace
        try:
            if workspace.library.changed_outside():
                workspace.refresh(EVERYTHING)
        except LibraryError as error:
            self.stop()  # said once, not every few seconds
            workspace.said.emit(Said(sentence(error), problem=True))

    def compare(self, backup: Path) -> Difference | None:
        """What `restore` would do; None if the backup cannot be read, which is said."""
        with self._workspace.problems_said():
            return self._workspace.library.compare(backup)
        return None

    def restore(self, backup: Path) -> bool:
        """Bring in what a backup has and the library has not, after a backup of the library as it is.

        Nothing of the library disappears, and undo takes it back. False if the library does not let it.
        """
        workspace = self._workspace
        with workspace.problems_said():
            before = safety.back_up(workspace.library.path, "restore")
            if workspace.do(TakeIn(backup), None) is not None:
                told = tr("Restored. The library as it was before is kept in “{path}”.")
                workspace.said.emit(Said(told.format(path=before.name), undoable=True))
                return True
        return False

    def _back_up(self) -> None:
        library, today = self._workspace.library, date.today()
        if today == self._day or library.read_only:
            return
        self._day = today
        if safety.backup_due(library.path):
            back_up = partial(safety.back_up, library.path, "daily")
            self._jobs.run(back_up, lambda _path: self._empty_bin(), self._failed)
        else:
            self._empty_bin()

    def _empty_bin(self) -> None:
        """Let go of what has been in the bin long enough; never on a day that has no backup."""
        library = self._workspace.library
        if not self._looking.isActive() or safety.backup_due(library.path):
            return
        # Another program that is writing just now is no reason to bother the reader: another day will do.
        with self._workspace.problems_said(), suppress(LibraryLocked):
            with library.transaction():
                library.journal.prune()
            if library.look_through_bin():
                self._workspace.refresh(frozenset({"articles", "marks"}))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, LibraryError):
            raise error
        self._workspace.said.emit(Said(sentence(error), problem=True))
