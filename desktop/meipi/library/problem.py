"""The centre of the window when the library cannot be opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from meipi.library.action_button import ActionButton
from meipi.support.fonts import ui_font
from meipi.support.icons import pixmap
from meipi.support.theme import Theme

_WIDTH = 560


class Problem(QWidget):
    """A sentence that says what is wrong and what to do, and its actions; the first is the main one."""

    def __init__(
        self, theme: Theme, sentence: str, actions: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sign = QLabel()
        self._sentence = QLabel(sentence)
        self._sentence.setFont(ui_font(15))
        self._sentence.setWordWrap(True)
        self._sentence.setMaximumWidth(_WIDTH)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons = tuple(
            ActionButton(action, action.text(), primary=place == 0) for place, action in enumerate(actions)
        )
        box = QVBoxLayout(self)
        box.setSpacing(16)
        box.addStretch(1)
        box.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._sentence, 1000)
        middle.addStretch(1)
        box.addLayout(middle)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        box.addLayout(row)
        box.addStretch(1)
        if self.buttons:
            self.setFocusProxy(self.buttons[0])
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours from now on."""
        self._sign.setPixmap(pixmap("warning", theme.cinnabar, 40, self.devicePixelRatioF()))
        for button in self.buttons:
            button.set_theme(theme)
