"""The bin in the library's pane: its list, and the button that brings something back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from meipi.library.bin import BinDelegate, BinList, BinModel, Thrown, in_bin
from meipi.support.icons import icon
from meipi.support.theme import Theme
from meipi.support.translation import tr
from meipi.workspace import Mark, Workspace
from meipi.workspace.shelf import BIN_DAYS

_HEAD, _SIDE = 44, 16


class BinView(QWidget):
    """What was thrown away. Reads it when it is shown and when something changes meanwhile."""

    closed = Signal()
    counted = Signal(int)
    """How many things lie in the bin."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.model = BinModel(self)
        self._delegate = BinDelegate(theme, self)
        self.list = BinList(self.model, self._delegate)
        self._back = QToolButton()
        self._back.setProperty("role", "icon")
        self._back.setAccessibleName(tr("Back to the library"))
        self._back.setToolTip(tr("Back to the library") + " (Esc)")
        self._count = QLabel()
        self._count.setProperty("role", "small")
        self._told = QLabel(
            tr("What is deleted lies here for {n} days and can come back until then.").format(n=BIN_DAYS)
        )
        self._told.setProperty("role", "soft")
        self._told.setWordWrap(True)
        self._bring = QPushButton(tr("Bring back"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._head())
        box.addWidget(self.list, 1)
        box.addLayout(self._foot())
        self.set_theme(theme)
        self._back.clicked.connect(self.closed)
        self.list.left.connect(self.closed)
        self.list.wanted.connect(self._bring_back)
        self._bring.clicked.connect(lambda: self._bring_back(self.list.currentIndex().data(BinModel.ROW)))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._allow())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(8, (_HEAD - 32) // 2, 8, (_HEAD - 32) // 2)
        row.setSpacing(8)
        name = QLabel(tr("Bin"))
        name.setProperty("role", "strong")
        for widget in (self._back, name, self._count):
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(_SIDE, 10, _SIDE, 12)
        foot.setSpacing(8)
        foot.addWidget(self._told)
        foot.addWidget(self._bring)
        return foot

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours from now on."""
        self._delegate.theme = theme
        self._back.setIcon(icon("back", theme.soft))
        self.list.viewport().update()

    def refresh(self) -> None:
        """Read the bin again."""
        row = self.list.currentIndex().row()
        self.model.show(in_bin(self._workspace.shelf.bin()))
        count = self.model.rowCount()
        if count:
            self.list.setCurrentIndex(self.model.index(max(0, min(row, count - 1))))
        self._count.setText(f"{count:,}")
        self._allow()
        self.counted.emit(count)

    def focus_list(self) -> None:
        """Give the keys to the list, or to the way back if nothing is in it."""
        (self.list if self.model.rowCount() else self._back).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # On the buttons too, as in the list.
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _allow(self) -> None:
        self._bring.setEnabled(self.list.currentIndex().isValid())

    def _bring_back(self, thrown: Thrown) -> None:
        if isinstance(thrown.what, Mark):
            self._workspace.shelf.bring_marks_back([thrown.what])
        else:
            self._workspace.shelf.bring_back([thrown.what.id])
