"""Bringing a backup back: which one, what it brings, and that nothing of the library goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from meipi.support.dates import written
from meipi.support.translation import tr
from meipi.workspace import safety
from meipi.workspace.guard import Guard
from meipi.workspace.safety import Backup

_SIZE = (560, 460)
_SIDE = 20
_AROUND = 48


class RestoreDialog(QDialog):
    """The backups beside the library, the newest first, and any other file. Only its button does anything."""

    def __init__(self, parent: QWidget | None, guard: Guard, library: Path) -> None:
        super().__init__(parent)
        self._guard = guard
        self.setWindowTitle(tr("Restore a backup"))
        self.setProperty("role", "sheet")
        self.setStyleSheet("QDialog { border: none; border-radius: 0px; }")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Backups"))
        self.told = QLabel()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.told.setMinimumHeight(110)
        self.other_button = QPushButton(tr("Another file…"))
        self.other_button.clicked.connect(self._choose_other)
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.restore_button = QPushButton(tr("Restore"))
        self.restore_button.setProperty("role", "primary")
        self.restore_button.clicked.connect(self._restore)
        self._arrange()
        for backup in safety.found_backups(library):
            self._add(_shown(backup), backup.path)
        self.list.currentItemChanged.connect(lambda *_: self._compare())
        self.list.setCurrentRow(0)
        self._compare()
        width, height = _SIZE
        if parent is not None:
            width, height = min(width, parent.width() - _AROUND), min(height, parent.height() - _AROUND)
        self.resize(width, height)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE)
        box.setSpacing(12)
        head = QLabel(
            tr("What a backup has and the library has not comes back. Nothing of the library disappears.")
        )
        head.setWordWrap(True)
        head.setProperty("role", "soft")
        box.addWidget(head)
        box.addWidget(self.list, 1)
        box.addWidget(self.told)
        row = QHBoxLayout()
        row.addWidget(self.other_button)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.restore_button)
        box.addLayout(row)

    def _add(self, text: str, path: Path) -> QListWidgetItem:
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, path)
        self.list.addItem(item)
        return item

    @property
    def _chosen(self) -> Path | None:
        item = self.list.currentItem()
        return Path(item.data(Qt.ItemDataRole.UserRole)) if item is not None else None

    def _compare(self) -> None:
        """Tell what the chosen backup would bring."""
        self.restore_button.setEnabled(False)
        if self._chosen is None:
            self.told.setText(tr("There is no backup yet. One is made every day."))
            return
        difference = self._guard.compare(self._chosen)
        if difference is None:
            self.told.setText(tr("This backup cannot be read."))
            return
        lines = safety.gains(difference)
        if difference.nothing:
            lines.insert(0, tr("The library has all that is in this backup."))
        self.told.setText("\n".join(lines))
        self.restore_button.setEnabled(not difference.nothing)

    def _choose_other(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Restore a backup"), "", tr("Libraries (*.db);;All (*)")
        )
        if name:
            self.list.setCurrentItem(self._add(Path(name).name, Path(name)))

    def _restore(self) -> None:
        chosen = self._chosen
        if chosen is not None and self._guard.restore(chosen):
            self.accept()


def _shown(backup: Backup) -> str:
    reasons = {
        "daily": "{day}",
        "upgrade": tr("{day}, before an upgrade"),
        "import": tr("{day}, before an import"),
        "restore": tr("{day}, before a restore"),
    }
    return reasons[backup.reason].format(day=written(backup.day))
