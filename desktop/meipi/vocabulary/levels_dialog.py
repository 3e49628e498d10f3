"""Know all words up to a level at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from meipi.support.translation import counted, tr
from meipi.workspace import Workspace
from meipi.workspace.knowledge import LISTS, level_name, levels_of, up_to_level
from meipi.workspace.viewing import Viewing

_SIDE = 20


class LevelsDialog(QDialog):
    """Says how many words that would be; nothing is known before the button is pressed, and then it is one
    step to undo. The level becomes the reader's own, above which readings may stand."""

    def __init__(self, parent: QWidget | None, workspace: Workspace, viewing: Viewing) -> None:
        super().__init__(parent)
        self._workspace, self._viewing = workspace, viewing
        self.setWindowTitle(tr("Know the words of a level"))
        self.setProperty("role", "sheet")
        self.setStyleSheet("QDialog { border: none; border-radius: 0px; }")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QComboBox()
        self.list.setAccessibleName(tr("List of words"))
        self.list.addItems(LISTS)
        self.list.setCurrentText(viewing.level_list)
        self.level = QComboBox()
        self.level.setAccessibleName(tr("Level"))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setProperty("role", "soft")
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.know_button = QPushButton(tr("I know these"))
        self.know_button.setProperty("role", "primary")
        self.know_button.setDefault(True)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(tr("List of words"), self.list)
        form.addRow(tr("Up to level"), self.level)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.know_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE)
        box.setSpacing(14)
        box.addLayout(form)
        box.addWidget(self.told)
        box.addStretch(1)
        box.addLayout(foot)
        self.resize(420, 220)
        self._fill(viewing.level)
        self.list.currentTextChanged.connect(lambda _text: self._fill(self.level.currentData()))
        self.level.currentIndexChanged.connect(lambda _index: self._tell())
        self.cancel_button.clicked.connect(self.reject)
        self.know_button.clicked.connect(self._know)
        self.level.setFocus()

    def _fill(self, level: int) -> None:
        name = self.list.currentText()
        self.level.blockSignals(True)
        self.level.clear()
        for each in levels_of(name):
            self.level.addItem(level_name(name, each), each)
        self.level.setCurrentIndex(max(0, min(level, self.level.count()) - 1))
        self.level.blockSignals(False)
        self._tell()

    def _words(self) -> frozenset[str]:
        return up_to_level(self.level.currentData(), self.list.currentText())

    def _tell(self) -> None:
        words = self._words()
        new = len(words - self._workspace.vocabulary.known_words)
        told = counted(len(words), tr("{n} word"), tr("{n} words"))
        self.told.setText(f"{told}, {counted(new, tr('{n} of them new'), tr('{n} of them new'))}")
        self.know_button.setEnabled(new > 0)

    def _know(self) -> None:
        if self._workspace.vocabulary.know(self._words()):
            self._viewing.set("level_list", self.list.currentText())
            self._viewing.set("level", self.level.currentData())
            self.accept()
