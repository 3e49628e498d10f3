"""Asks for an address of the web and tells how far the page that is there has come."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from meipi.support.announcing import announce
from meipi.support.theme import Theme
from meipi.support.translation import tr
from meipi.window.overlay import EDGE, Overlay
from meipi.workspace.source_reader import Progress

_WIDTH, _TOP = 560, 120
_SIDE = 20
_LONGEST = 8192


class AddressSheet(Overlay):
    """Enter fetches, Esc and Cancel stop that and leave. What is wrong is told below the field."""

    wanted = Signal(str)
    """The address that is to be fetched."""

    def __init__(self, parent: QWidget, theme: Theme, address: str) -> None:
        """`address` is what stands in the field at first."""
        super().__init__(parent, theme)
        self._fetching = False
        title = QLabel(tr("Open a web address"))
        title.setProperty("role", "name")
        self.field = QLineEdit(address)
        self.field.setMaxLength(_LONGEST)
        self.field.setPlaceholderText("https://")
        self.field.setAccessibleName(tr("Address"))
        self.field.selectAll()
        self.field.textChanged.connect(lambda _text: self._show_state(""))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Fetched so far"))
        policy = self.bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(policy)
        self.told = QLabel()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.clicked.connect(self.close_sheet)
        self.open_button = QPushButton(tr("Open"))
        self.open_button.setProperty("role", "primary")
        self.open_button.clicked.connect(self._fetch)
        box = QVBoxLayout(self.sheet)
        box.setContentsMargins(_SIDE, 16, _SIDE, 16)
        box.setSpacing(10)
        for widget in (title, self.field, self.bar, self.told):
            box.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.open_button)
        box.addLayout(row)
        self._show_state("")
        self.closed.connect(self.deleteLater)

    def place(self) -> None:
        """Centred, in the upper part of the window, as high as what is told needs."""
        width = min(_WIDTH, self.width() - 2 * EDGE)
        self.told.setFixedHeight(self.told.heightForWidth(width - 2 * _SIDE))
        height = min(self.sheet.sizeHint().height(), self.height() - 2 * EDGE)
        top = min(_TOP, max(EDGE, self.height() - height - EDGE))
        self.sheet.setGeometry((self.width() - width) // 2, top, width, height)
        self.update()

    def first_field(self) -> QWidget:
        """The address."""
        return self.field

    def show_problem(self, text: str) -> None:
        """Tell what is wrong, and let the address be put right."""
        self._fetching = False
        self._show_state(text, problem=True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.told, text, urgent=True)

    # A slot of an object of the window's thread: a worker sends what it gets.
    @Slot(object)
    def show_progress(self, progress: Progress) -> None:
        """How far it is; where the server does not tell how much there is, that it comes."""
        if self._fetching:
            self.bar.setRange(0, 1000 if progress.share else 0)
            self.bar.setValue(round(1000 * progress.share))
            if progress.came:
                told = tr("Fetching the page: {n} kB")
                self.told.setText(told.format(n=f"{-(-progress.came // 1000):,}"))

    def _fetch(self) -> None:
        address = self.field.text().strip()
        if not address or self._fetching:
            return
        if "://" not in address:
            address = f"https://{address}"
        self._fetching = True
        self.bar.setRange(0, 0)
        self._show_state(tr("Fetching the page…"))
        self.wanted.emit(address)

    def _show_state(self, text: str, *, problem: bool = False) -> None:
        hint = tr("http or https. The page is read as an article and kept; nothing else is loaded.")
        self.told.setText(text or hint)
        self.told.setProperty("role", "problem" if problem else "soft")
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)
        self.bar.setVisible(self._fetching)
        self.field.setReadOnly(self._fetching)
        self.open_button.setEnabled(bool(self.field.text().strip()) and not self._fetching)
        if self.isVisible():
            self.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.cancel_button.hasFocus():
                self.close_sheet()
            else:
                self._fetch()
            event.accept()
        else:
            super().keyPressEvent(event)
