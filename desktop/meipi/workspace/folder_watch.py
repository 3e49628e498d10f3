"""A folder of the reader's whose articles come into the library by themselves.

Every file is read once: path, time and size of what was read are kept in a file beside the library. A file is
read when time and size have stayed the same for two seconds, so that none is read while it is being written.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from meipi.exchange.gathering import gather
from meipi.exchange.read_error import ReadError
from meipi.support.jobs import Jobs
from meipi.support.settings import Settings
from meipi.support.translation import tr
from meipi.workspace.source_reader import ReadIn, SourceReader
from meipi.workspace.workspace import Said, Workspace

QUIET_MS = 2_000
"""So long a file must have been as it is before it is read."""
LOOK_MS = 60_000
"""So often is looked for what the system did not tell of, as on a disk of the net."""
_MOST = 20_000
"""Files of the folder that are looked at."""
_AT_ONCE = 200
"""Files that are read and added together."""
_FOLDERS = 200
"""Folders within the watched one of whose changes the system is asked to tell."""

State = tuple[int, int]
"""Time of the last change in nanoseconds, and size in bytes: compared for equality alone."""


class Look(NamedTuple):
    """What was seen in the folder."""

    there: bool
    files: dict[str, State]
    folders: tuple[str, ...] = ()


class FolderWatch(QObject):
    """Does nothing until it is started, and then only if a folder is set and the library can be written."""

    def __init__(
        self, workspace: Workspace, settings: Settings, jobs: Jobs, take: Callable[[ReadIn], object]
    ) -> None:
        """`take` gets what was read."""
        super().__init__(workspace)
        self._workspace, self._settings, self._jobs, self._take = workspace, settings, jobs, take
        self._reader = SourceReader(jobs, self)
        self._soon = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._soon.timeout.connect(self.look)
        self._often = QTimer(self, interval=LOOK_MS)
        self._often.timeout.connect(self.look)
        self._notices = QFileSystemWatcher(self)
        self._notices.directoryChanged.connect(self._notice)
        self._read: dict[str, State] = {}
        self._waiting: dict[str, State] = {}
        """What was new or changed when the folder was looked at last."""
        self._looking = False
        self._gone_told = False

    @property
    def folder(self) -> str:
        """The folder that is watched; "" for none."""
        return self._settings.get("library.watched_folder")

    def set_folder(self, folder: Path | None) -> None:
        """Watch another folder from now on, or none. What is in it already comes in too."""
        self.stop()
        self._settings.set("library.watched_folder", str(folder.absolute()) if folder else "")
        if folder is not None:
            self.start()

    def start(self) -> None:
        """Watch the folder, if one is set."""
        library = self._workspace.library
        if self.folder and not library.read_only and library.path != Path():
            self._read, self._waiting = _remembered(self._record()), {}
            self._gone_told = False
            self._often.start()
            self.look()

    def stop(self) -> None:
        """Watch no more; what is being read is given up, and read at another time."""
        self._often.stop()
        self._soon.stop()
        self._reader.stop()
        watched = [*self._notices.directories(), *self._notices.files()]
        if watched:
            self._notices.removePaths(watched)

    def look(self) -> None:
        """Look at the folder now."""
        if self._often.isActive() and not self._looking and not self._reader.busy:
            self._looking = True
            folder = self.folder
            self._jobs.run(partial(_look, folder), partial(self._seen, folder))

    def _notice(self, _folder: str) -> None:
        if self._often.isActive():
            self._soon.start()

    def _seen(self, folder: str, look: Look) -> None:
        self._looking = False
        if not self._often.isActive() or folder != self.folder:
            return
        if not look.there:
            if not self._gone_told:
                self._gone_told = True
                told = tr(
                    "The watched folder “{path}” is not there. Nothing was changed. "
                    "Articles are added again as soon as it is back."
                )
                self._workspace.said.emit(Said(told.format(path=folder), problem=True))
            return
        self._gone_told = False
        watched = self._notices.directories()
        unwatched = [each for each in look.folders if each not in watched]
        if unwatched:
            self._notices.addPaths(unwatched)
        new = {path: state for path, state in look.files.items() if self._read.get(path) != state}
        quiet = [path for path, state in new.items() if self._waiting.get(path) == state][:_AT_ONCE]
        self._waiting = new
        if quiet:
            states = {path: new[path] for path in quiet}
            self._reader.read([Path(path) for path in quiet], partial(self._arrived, states))
        elif new:
            self._soon.start()

    def _arrived(self, states: Mapping[str, State], read_in: ReadIn) -> None:
        if not self._often.isActive():
            return
        self._read.update(states)
        _remember(self._record(), self._read)
        self._take(read_in)
        if len(self._waiting) > len(states):
            self._soon.start()

    def _record(self) -> Path:
        """Where is kept what was read."""
        return self._workspace.library.path.with_suffix(".watched.json")


def _look(folder: str) -> Look:
    if not os.path.isdir(folder):
        return Look(False, {})
    try:
        gathered = gather([Path(folder)], most=_MOST)
    except ReadError:
        return Look(False, {})
    files = {}
    for source in gathered.sources:
        try:
            status = os.stat(source)
        except OSError:
            continue  # gone meanwhile
        files[str(source)] = (status.st_mtime_ns, status.st_size)
    folders = dict.fromkeys([folder, *(os.path.dirname(path) for path in files)])
    return Look(True, files, tuple(folders)[:_FOLDERS])


def _remembered(record: Path) -> dict[str, State]:
    """What was read before; nothing where the record is missing or damaged: the library knows the texts."""
    try:
        rows = json.loads(record.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {path: (time, size) for path, time, size in _rows(rows)}


def _rows(rows: object) -> Sequence[tuple[str, int, int]]:
    found = []
    for row in rows if isinstance(rows, list) else []:
        match row:
            case [str(path), int(time), int(size)]:
                found.append((path, time, size))
    return found


def _remember(record: Path, read: Mapping[str, State]) -> None:
    """Keep it; where that cannot be, all is read once more after the next start, and found to be known."""
    rows = [[path, *state] for path, state in read.items()]
    beside = record.with_suffix(".new")
    try:
        beside.write_text(json.dumps(rows, ensure_ascii=False), "utf-8")
        beside.replace(record)
    except OSError:
        beside.unlink(missing_ok=True)
