"""Tells in the status bar how far the placing of marks in another text is, if it takes long."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, Slot

from meipi.support.translation import tr
from meipi.window.status_bar import StatusBar
from meipi.workspace.versions import Versions

_LONG_MS = 400
"""What is done sooner is not told: the message would only flicker."""


class WorkTold(QObject):
    """Follows the versions of articles."""

    def __init__(self, versions: Versions, status: StatusBar) -> None:
        super().__init__(status)
        self._status = status
        self._since = QElapsedTimer()
        versions.progressed.connect(self._show)

    # A slot of an object of the window's thread: a worker may send what it gets.
    @Slot(float)
    def _show(self, share: float) -> None:
        if share >= 1:
            self._since.invalidate()
            self._status.show_work("")
        elif not self._since.isValid():
            self._since.start()
        elif self._since.elapsed() > _LONG_MS:
            self._status.show_work(tr("Placing the marks: {n} %").format(n=round(share * 100)))
