"""The centre of the window before there is an article: where to drop one, and three to begin with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from meipi.library.action_button import ActionButton
from meipi.library.dropping import sources, takes
from meipi.library.sample_card import SampleCard
from meipi.support.fonts import reading_font, ui_font
from meipi.support.icons import pixmap
from meipi.support.theme import Theme
from meipi.support.translation import tr

_WIDTH = 720
_SEAL = 72


class Sample(NamedTuple):
    """An article to begin with: its title, what it shows, and its length in words ("1,204 字")."""

    title: str
    detail: str
    length: str


class DropTarget(QFrame):
    """The dashed field; cinnabar while files are held over the page."""

    def __init__(
        self, theme: Theme, open_action: QAction, address_action: QAction, paste_action: QAction
    ) -> None:
        super().__init__()
        self._theme, self._wanted = theme, False
        self._seal = QLabel()
        self._open = ActionButton(open_action, tr("Open file…"), "folder", primary=True)
        self._address = ActionButton(address_action, tr("Open web address…"), "link")
        self._paste = ActionButton(paste_action, tr("Paste text"), "paste")
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 40, 24, 36)
        box.setSpacing(4)
        box.addWidget(self._seal, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addSpacing(16)
        for text, font, role in (
            (tr("把文章拖到這裡"), reading_font("TC", 24, bold=True), ""),
            (tr("Drop an article here to read and annotate it"), ui_font(15), ""),
            (tr(".txt · .md · .html · .docx · .epub · .pdf, or a web address"), ui_font(14), "soft"),
        ):
            label = QLabel(text)
            label.setFont(font)
            label.setProperty("role", role)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            box.addWidget(label)
        box.addSpacing(14)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self._open)
        row.addWidget(self._address)
        row.addWidget(self._paste)
        row.addStretch(1)
        box.addLayout(row)
        self.set_theme(theme)

    @property
    def buttons(self) -> tuple[ActionButton, ActionButton, ActionButton]:
        """To open a file, to open an address, to paste a text."""
        return self._open, self._address, self._paste

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._seal.setPixmap(pixmap("seal", theme.cinnabar, _SEAL, self.devicePixelRatioF()))
        for button in self.buttons:
            button.set_theme(theme)
        self.update()

    def set_wanted(self, wanted: bool) -> None:
        """Show that what is held over the page may be dropped."""
        self._wanted = wanted
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(theme.cinnabar_wash if self._wanted else theme.raised))
        pen = QPen(QColor(theme.cinnabar if self._wanted else theme.line_strong), 2)
        pen.setDashPattern([2, 1.5])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 14, 14)
        painter.end()


class FirstRun(QScrollArea):
    """The page of an empty library. Files and links may be dropped anywhere on it."""

    sample_chosen = Signal(int)
    """The place of the sample in the sequence given."""
    dropped = Signal(list)
    """A list of files and folders (`Path`) and of addresses (`str`)."""

    def __init__(
        self,
        theme: Theme,
        open_action: QAction,
        address_action: QAction,
        paste_action: QAction,
        samples: Sequence[Sample],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(True)
        self.setProperty("role", "paper")
        self.target = DropTarget(theme, open_action, address_action, paste_action)
        self.cards = tuple(SampleCard(theme, *sample) for sample in samples)
        for place, card in enumerate(self.cards):
            card.clicked.connect(lambda _=False, place=place: self.sample_chosen.emit(place))

        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.target)
        if self.cards:
            hint = QLabel(tr("Or start with one of these"))
            hint.setProperty("role", "soft")
            box.addSpacing(12)
            box.addWidget(hint)
            row = QHBoxLayout()
            row.setSpacing(12)
            for card in self.cards:
                row.addWidget(card, 1)
            box.addLayout(row)
        page = QWidget()
        page.setProperty("role", "paper")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        across = QHBoxLayout(page)
        across.setContentsMargins(24, 24, 24, 24)
        across.addStretch(1)
        middle = QVBoxLayout()
        middle.addStretch(1)
        middle.addWidget(column)
        middle.addStretch(1)
        across.addLayout(middle, 1000)
        across.addStretch(1)
        self.setWidget(page)
        self.setFocusProxy(self.target.buttons[0])

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours from now on."""
        self.target.set_theme(theme)
        for card in self.cards:
            card.set_theme(theme)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if takes(event):
            self.target.set_wanted(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.target.set_wanted(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.target.set_wanted(False)
        if takes(event):
            self.dropped.emit(sources(event.mimeData()))
