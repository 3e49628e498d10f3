"""A question above the page that can wait: nothing happens until it is answered, and reading goes on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from meipi.support import icons
from meipi.support.announcing import announce
from meipi.support.theme import Theme
from meipi.support.translation import tr
from meipi.workspace.versions import Answer, Question

_TOP = 12
_EDGE = 12
_WIDTH = 720


class QuestionBar(QFrame):
    """One question at a time at the upper edge of `parent`; a new one takes the place of the last. Its first
    answer has the focus, unless somebody writes just now; Esc puts the question away."""

    def __init__(self, parent: QWidget, page: QWidget, theme: Theme) -> None:
        """`page` gets the focus when the question is put away."""
        super().__init__(parent)
        self._below, self._page = parent, page
        self.setProperty("role", "toast")
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._close = QPushButton()
        self._close.setProperty("role", "small")
        self._close.setAccessibleName(tr("Leave all as it is"))
        self._close.setToolTip(tr("Leave all as it is"))
        self._close.clicked.connect(self.put_away)
        self.buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 8, 8, 8)
        self._row.setSpacing(8)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._close)
        self.hide()
        parent.installEventFilter(self)
        self.set_theme(theme)

    def ask(self, question: Question) -> None:
        """Show the question."""
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [
            self._button(answer, first=answer is question.answers[0]) for answer in question.answers
        ]
        for place, button in enumerate(self.buttons, 1):
            self._row.insertWidget(place, button)
        self._text.setText(question.text)
        self.setAccessibleName(question.text)
        self.show()
        self._place()
        self.raise_()
        announce(self, question.text)
        # What is asked while somebody writes must not take the next key for its answer.
        if not isinstance(self.window().focusWidget(), (QLineEdit, QTextEdit, QPlainTextEdit)):
            self.buttons[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def put_away(self) -> None:
        """Leave all as it is."""
        focus = self.window().focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            # Before it hides: Qt would hand the focus on as Tab does.
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self._close.setIcon(icons.icon("close", theme.ink))

    def _button(self, answer: Answer, *, first: bool) -> QPushButton:
        button = QPushButton(answer.text)
        button.setProperty("role", "primary" if first else "")
        button.clicked.connect(partial(self._answer, answer))
        return button

    def _answer(self, answer: Answer, _checked: bool = False) -> None:
        self.put_away()
        answer.do()

    def _place(self) -> None:
        room = min(_WIDTH, self._below.width() - 2 * _EDGE)
        self._row.activate()
        height = max(self.minimumSizeHint().height(), self._row.heightForWidth(room))
        self.setGeometry((self._below.width() - room) // 2, _TOP, room, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._below and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = next((button for button in self.buttons if button.hasFocus()), None)
            if focused is not None:
                focused.click()
        else:
            super().keyPressEvent(event)
