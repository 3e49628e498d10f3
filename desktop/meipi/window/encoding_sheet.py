"""The encodings that an article's file may be in, and its first lines as each gives them."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from meipi.exchange import encodings
from meipi.support.fonts import reading_font
from meipi.support.theme import Theme
from meipi.support.translation import tr
from meipi.window.overlay import EDGE, Overlay

_WIDTH, _HEIGHT = 760, 420
_LIST_WIDTH = 240
_ROW = 34
_FONT_SIZE = 17
_SHOWN = 4096
"""Bytes of the file that are shown."""
_PLAIN = 600
"""So many bytes of ASCII at the beginning are passed over: they are the same in nearly all encodings."""


class EncodingSheet(Overlay):
    """Up and Down show the text in one encoding after the other, Enter takes one, Esc leaves all as it is."""

    def __init__(
        self, parent: QWidget, theme: Theme, data: bytes, encoding: str, take: Callable[[str], object]
    ) -> None:
        """`data` is the article's file, which was read in `encoding`; `take` gets another one, if chosen."""
        super().__init__(parent, theme)
        self._data, self._encoding, self._take = _beginning(data), encoding, take
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Encodings"))
        self.list.setFixedWidth(_LIST_WIDTH)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setFont(reading_font("SC", _FONT_SIZE))
        self.preview.setAccessibleName(tr("The first lines in this encoding"))
        self._fill(data)
        self.list.currentItemChanged.connect(lambda *_: self._show())
        self.list.itemActivated.connect(lambda _item: self.take())
        self.list.installEventFilter(self)
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.clicked.connect(self.close_sheet)
        self.take_button = QPushButton(tr("Read in this encoding"))
        self.take_button.setProperty("role", "primary")
        self.take_button.clicked.connect(self.take)
        self._arrange()
        self._show()
        self.closed.connect(self.deleteLater)

    def _fill(self, data: bytes) -> None:
        how = {
            "likely": tr("most likely"),
            "possible": tr("possible"),
            "unlikely": tr("unlikely"),
        }
        labels = dict(encodings.ENCODINGS)
        for encoding, likelihood in encodings.ranked(data):
            told = tr("{encoding} · {likelihood}").format(
                encoding=labels[encoding], likelihood=how[likelihood]
            )
            if encoding == self._encoding:
                told = tr("{encoding} (now)").format(encoding=told)
            item = QListWidgetItem(told)
            item.setSizeHint(QSize(0, _ROW))
            item.setData(Qt.ItemDataRole.UserRole, encoding)
            self.list.addItem(item)
            if encoding == self._encoding:
                self.list.setCurrentItem(item)

    def _arrange(self) -> None:
        title = QLabel(tr("Encoding of the file"))
        title.setProperty("role", "name")
        told = QLabel(tr("Choose the one in which it can be read. Marks stay on the same bytes."))
        told.setProperty("role", "soft")
        told.setWordWrap(True)
        box = QVBoxLayout(self.sheet)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(10)
        box.addWidget(title)
        box.addWidget(told)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.list)
        middle.addWidget(self.preview, 1)
        box.addLayout(middle, 1)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.take_button)
        box.addLayout(row)

    def place(self) -> None:
        """In the middle of the window."""
        width, height = min(_WIDTH, self.width() - 2 * EDGE), min(_HEIGHT, self.height() - 2 * EDGE)
        self.sheet.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)
        self.update()

    def first_field(self) -> QWidget:
        """The list."""
        return self.list

    @property
    def chosen(self) -> str:
        """The encoding in which the text is shown."""
        return str(self.list.currentItem().data(Qt.ItemDataRole.UserRole))

    def take(self) -> None:
        """Read the article in the encoding that is shown."""
        chosen = self.chosen
        self.close_sheet()
        if chosen != self._encoding:
            self._take(chosen)

    def _show(self) -> None:
        text = encodings.decode(self._data, self.chosen).text
        # The last character may be cut.
        self.preview.setPlainText(text[:-2] if len(self._data) >= _SHOWN else text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.take()
                return True
            return False
        return super().eventFilter(watched, event)


def _beginning(data: bytes) -> bytes:
    """What of the file is shown: its beginning, or the first line that tells encodings apart."""
    found = re.search(rb"[\x80-\xff]", data)
    if found is None or found.start() <= _PLAIN:
        return data[:_SHOWN]
    line = (data.rfind(b"\n", 0, found.start()) + 1) & ~1
    return data[line : line + _SHOWN]
