"""Known words from a list: pasted, typed or read from a file; how many were understood is told before."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from meipi.exchange import opening, word_list
from meipi.exchange.word_list import WordList
from meipi.support.errors import sentence
from meipi.support.translation import counted, tr
from meipi.workspace import Workspace

_SIDE = 20
_WAIT_MS = 150
_MOST_STRANGE = 3


class KnownDialog(QDialog):
    """Nothing is known before the button is pressed; then it is one step to undo."""

    def __init__(self, parent: QWidget | None, workspace: Workspace) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._list = WordList((), ())
        self.setWindowTitle(tr("Known words"))
        self.setProperty("role", "sheet")
        self.setStyleSheet("QDialog { border: none; border-radius: 0px; }")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        explained = QLabel(
            tr("One word a line, in either script. Readings and meanings beside it are left out.")
        )
        explained.setWordWrap(True)
        explained.setProperty("role", "soft")
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("Known words, one a line"))
        self.text.setPlaceholderText("银行\n鹽湖\n…")
        self.text.setTabChangesFocus(True)
        self.result_label = QLabel()
        self.result_label.setWordWrap(True)
        self.result_label.setTextFormat(Qt.TextFormat.PlainText)
        self.file_button = QPushButton(tr("From a file…"))
        self.cancel_button = QPushButton(tr("Cancel"))
        self.know_button = QPushButton(tr("I know these"))
        self.know_button.setProperty("role", "primary")
        self.know_button.setDefault(True)
        for button in (self.file_button, self.cancel_button):
            button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addWidget(self.file_button)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.know_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE)
        box.setSpacing(12)
        box.addWidget(explained)
        box.addWidget(self.text, 1)
        box.addWidget(self.result_label)
        box.addLayout(foot)
        self.resize(480, 460)
        self._wait = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._wait.timeout.connect(self._read)
        self.text.textChanged.connect(self._wait.start)
        self.file_button.clicked.connect(self._choose_file)
        self.cancel_button.clicked.connect(self.reject)
        self.know_button.clicked.connect(self._know)
        self._read()
        self.text.setFocus()

    def _read(self) -> None:
        """Tell how many words were understood, and what was not."""
        self._wait.stop()
        self._list = word_list.read(self.text.toPlainText())
        from meipi.workspace.meeting import simplified_forms

        forms = simplified_forms(self._list.words)
        new = len(forms - self._workspace.vocabulary.known_words)
        parts = [
            counted(len(forms), tr("{n} word understood"), tr("{n} words understood")),
            counted(new, tr("{n} of them new"), tr("{n} of them new")),
        ]
        told = ", ".join(parts) if forms else ""
        strange = self._list.strange
        if strange:
            lines = counted(len(strange), tr("{n} line not understood"), tr("{n} lines not understood"))
            some = " · ".join(line[:24] for line in strange[:_MOST_STRANGE])
            told = f"{told}\n{lines}: {some}" + (" …" if len(strange) > _MOST_STRANGE else "")
        self.result_label.setText(told.strip() or tr("No word yet"))
        self.know_button.setEnabled(new > 0)

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Known words"), "", tr("Lists (*.txt *.csv *.tsv);;All files (*)")
        )
        if name:
            self.read_file(name)

    def read_file(self, name: str) -> None:
        """Put the text of a file into the field; why it cannot be read is told below it."""
        try:
            self.text.setPlainText(opening.read_text(name))
        except opening.ReadError as error:
            self.result_label.setText(sentence(error))
            return
        self._read()

    def _know(self) -> None:
        self._read()
        if self._list.words and self._workspace.vocabulary.know(self._list.words):
            self.accept()
