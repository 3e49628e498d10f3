"""Files that are dropped on a widget."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDropEvent


def local_files(data: QMimeData) -> list[Path]:
    """The files of this machine among what is dragged, in order."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def takes(event: QDropEvent) -> bool:
    """Accept the drag if there are files in it; False if there are none."""
    if not local_files(event.mimeData()):
        event.ignore()
        return False
    event.acceptProposedAction()
    return True
