"""A reading of the reader's own for a word: here, or wherever it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from meipi.language.span import Span
from meipi.support.fonts import Region, reading_font
from meipi.support.translation import tr
from meipi.workspace import Workspace
from meipi.workspace.meeting import marked_reading

_SIDE = 20


class ReadingDialog(QDialog):
    """Enter takes what is typed for this place, Ctrl+Enter for the word wherever it stands."""

    def __init__(
        self,
        parent: QWidget | None,
        workspace: Workspace,
        span: Span,
        shown: str,
        reading: str,
        region: Region,
    ) -> None:
        """`shown` is the word as it stands on the page, `reading` how it is read there now."""
        super().__init__(parent)
        self._workspace, self._span = workspace, span
        self.setWindowTitle(tr("Another reading"))
        self.setProperty("role", "sheet")
        self.setStyleSheet("QDialog { border: none; border-radius: 0px; }")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        word = QLabel(shown)
        word.setFont(reading_font(region, 24, bold=True))
        self.field = QLineEdit(reading)
        self.field.setAccessibleName(tr("Another reading"))
        self.field.setPlaceholderText("yin2 hang2, yín háng")
        self.problem = QLabel()
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.cancel_button = QPushButton(tr("Cancel"))
        self.everywhere_button = QPushButton(tr("Everywhere"))
        self.everywhere_button.setToolTip(tr("Wherever this word stands (Ctrl+Enter)"))
        self.here_button = QPushButton(tr("Here"))
        self.here_button.setToolTip(tr("Only at this place (Enter)"))
        self.here_button.setProperty("role", "primary")
        self.here_button.setDefault(True)
        for button in (self.cancel_button, self.everywhere_button):
            button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        foot.addWidget(self.everywhere_button)
        foot.addWidget(self.here_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE)
        box.setSpacing(12)
        box.addWidget(word)
        box.addWidget(self.field)
        box.addWidget(self.problem)
        box.addStretch(1)
        box.addLayout(foot)
        self.resize(380, 190)
        self.field.textEdited.connect(lambda _text: self.problem.hide())
        self.here_button.clicked.connect(lambda: self._take(False))
        self.everywhere_button.clicked.connect(lambda: self._take(True))
        self.cancel_button.clicked.connect(self.reject)
        self.field.selectAll()
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (control or self.field.hasFocus()):
            self._take(control)
        else:
            super().keyPressEvent(event)

    def _take(self, everywhere: bool) -> None:
        reading, count = marked_reading(self.field.text()), self._span.end - self._span.start
        if len(reading.split()) != count:
            told = tr("A syllable for each hanzi, with a space between two: {n} of them")
            self.problem.setText(told.format(n=count))
            self.problem.show()
        elif self._workspace.vocabulary.fix_reading(self._span, reading, everywhere):
            self.accept()
