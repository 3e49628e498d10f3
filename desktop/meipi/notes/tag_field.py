"""The field of a line of tags."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from meipi.support.composing import kept_from_commands
from meipi.support.fonts import ui_font
from meipi.support.translation import tr

_LEAST, _FRAME = 60, 26
_AWAY = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class TagField(QLineEdit):
    """As wide as what is written in it. While an input method composes, every key is the input method's."""

    entered = Signal()
    left = Signal()
    """The focus has gone to another widget of the window."""
    written = Signal()
    """What stands in it is another, with what is being composed."""
    composed = Signal()
    """An input method has begun or goes on composing."""

    def __init__(self, takes: Callable[[QKeyEvent], bool], parent: QWidget) -> None:
        """`takes` is shown each key first, and takes it or leaves it to the field."""
        super().__init__(parent)
        self._takes, self._composing = takes, ""
        self.setFont(ui_font(12))
        self.setProperty("role", "tag")
        self.setPlaceholderText(tr("+ tag"))
        self.setAccessibleName(tr("Tags, separated by spaces"))
        self.setMinimumWidth(_LEAST)
        self.textChanged.connect(self.written)

    def sizeHint(self) -> QSize:
        # What is shown, not what is there: while composing that is more.
        text = self.text() + self._composing if self.hasFocus() or self.text() else self.placeholderText()
        width = self.fontMetrics().horizontalAdvance(text) + _FRAME
        return QSize(max(_LEAST, width), super().sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if self._composing and kept_from_commands(event):
            return True
        # Without this a command of the window with the same key would take it; and Tab, the next widget.
        if isinstance(event, QKeyEvent) and not self._composing:
            if event.type() == QEvent.Type.ShortcutOverride and _ours(event):
                event.accept()
                return True
            tab = event.key() == Qt.Key.Key_Tab and event.modifiers() == Qt.KeyboardModifier.NoModifier
            if event.type() == QEvent.Type.KeyPress and tab and self._takes(event):
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing or not self._takes(event):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = event.preeditString()
        if self._composing:
            self.composed.emit()
        super().inputMethodEvent(event)
        self.written.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._composing = ""
        if event.reason() not in _AWAY:
            self.left.emit()


def _ours(event: QKeyEvent) -> bool:
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return event.key() == Qt.Key.Key_Escape or (enter and bool(control))
