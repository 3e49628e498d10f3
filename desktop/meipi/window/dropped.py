"""What is dropped on the window: files to open, and marks from the notes for which a place is to be found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData

from meipi.notes.cards import dragged_mark
from meipi.window.desk import Desk
from meipi.workspace import Workspace


class Dropped:
    """Takes it to where it belongs."""

    def __init__(self, desk: Desk, workspace: Workspace) -> None:
        self._desk, self._workspace = desk, workspace

    def takes(self, data: QMimeData) -> bool:
        """Whether something can be done with it."""
        return bool(_files(data) or dragged_mark(data))

    def take(self, data: QMimeData) -> None:
        """Open the files; place the mark on what is selected on the page."""
        uid = dragged_mark(data)
        mark = next((mark for mark in self._workspace.orphans if mark.uid == uid), None)
        if mark is not None:
            self._workspace.choose_mark(mark.id)
            self._desk.versions.attach()
        else:
            self._desk.open_paths(_files(data))


def _files(data: QMimeData) -> Sequence[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
