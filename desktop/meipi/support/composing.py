"""What an input method is composing in a field, and has not handed over yet."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit


def composed(field: QPlainTextEdit) -> str:
    """The letters or hanzi that are being composed at the cursor; "" if none are."""
    return field.textCursor().block().layout().preeditAreaText()


def take(field: QPlainTextEdit) -> None:
    """Put what is being composed into the text as it stands, so that it is not lost with the field.

    Input methods are asked to do so; one that does not is done it for.
    """
    if not composed(field):
        return
    QGuiApplication.inputMethod().commit()
    left = composed(field)
    if left:
        event = QInputMethodEvent()
        event.setCommitString(left)
        QApplication.sendEvent(field, event)


def kept_from_commands(event: QEvent) -> bool:
    """Whether an event that came while an input method composes is a key that must do nothing: no command, no
    new line, no way out of the field. What the input method leaves over of letters is written."""
    if not isinstance(event, QKeyEvent):
        return False
    if event.type() == QEvent.Type.ShortcutOverride:
        event.accept()
        return True
    return event.type() == QEvent.Type.KeyPress and not (event.text() and event.text().isprintable())
