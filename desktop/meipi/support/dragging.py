"""What is dragged from one part of the window to another."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

MARK_TYPE = "application/x-meipi-mark"
"""The type of a mark that is dragged: its uid, in ASCII."""


def of_mark(uid: str) -> QMimeData:
    """What a drag of that mark carries."""
    data = QMimeData()
    data.setData(MARK_TYPE, uid.encode("ascii"))
    return data


def mark_in(data: QMimeData) -> str:
    """The uid of the mark that is dragged; "" if it is something else."""
    return bytes(data.data(MARK_TYPE).data()).decode("ascii", "replace")
