"""Where a second start on the same library knocks: see `support.second_start`."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from meipi.support.second_start import TAKEN, address, understood

_MOST = 1 << 20
"""Bytes of a message: more than the paths that a shell lets one give."""


class Door(QObject):
    """Listens until it is closed. Where another window listens already, or nothing can, it does nothing."""

    knocked = Signal(list)
    """The files (`Path`) of a second start, perhaps none: its reader wants to see this window."""

    def __init__(self, library: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        # Asked first: Qt would put its socket in the place of another window's.
        if not self._somebody_answers():
            QLocalServer.removeServer(address(library))  # left behind by a window that was killed
            self._server.listen(address(library))

    @property
    def open(self) -> bool:
        """Whether it listens."""
        return self._server.isListening()

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _somebody_answers(self) -> bool:
        asking = QLocalSocket()
        asking.connectToServer(address(self._library))
        return asking.waitForConnected(500)

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(partial(self._read, socket))
            socket.disconnected.connect(socket.deleteLater)
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _MOST:
                socket.abort()
            return
        files = understood(bytes(socket.readLine().data()), self._library)
        if files is not None:
            socket.write(TAKEN)
            socket.flush()
            self.knocked.emit(files)
        socket.disconnectFromServer()
