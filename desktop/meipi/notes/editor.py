"""The editor of a note, in its card."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QKeyCombination, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from meipi.support.fonts import ui_font
from meipi.support.translation import tr

PAUSE = 400
"""Milliseconds without a key after which what was written is kept as a draft."""

_MOST_LINES = 14
_GAP = 6
_ROW = 32
_SEPARATORS = re.compile(r"[\s,，、;；]+")
_SAVE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def tags_of(text: str) -> tuple[str, ...]:
    """The tags in a line, divided by spaces or commas; each once, in order, without "#"."""
    words = (word.strip("#＃") for word in _SEPARATORS.split(text))
    return tuple(dict.fromkeys(word for word in words if word))


class _NoteText(QPlainTextEdit):
    """Ctrl+Enter saves, Esc leaves, Tab goes on to the tags."""

    save_asked = Signal()
    leave_asked = Signal()
    focus_left = Signal()

    def event(self, event: QEvent) -> bool:
        # Without this a command of the window with the same key would take it.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave_asked.emit()
        elif _ours(event):
            self.save_asked.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_left.emit()


class _TagLine(QLineEdit):
    """Enter and Ctrl+Enter save, Esc leaves."""

    save_asked = Signal()
    leave_asked = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave_asked.emit()
        elif event.key() in _SAVE:
            self.save_asked.emit()
        else:
            super().keyPressEvent(event)


def _ours(event: QKeyEvent) -> bool:
    if event.key() == Qt.Key.Key_Escape:
        return True
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return event.key() in _SAVE and bool(control)


class NoteEditor(QWidget):
    """A note and its tags. It writes nothing itself: it says when to save, to keep a draft, and to close."""

    save_asked = Signal()
    leave_asked = Signal()
    draft_ready = Signal()
    """The reader has paused, or gone elsewhere, after a change."""
    height_changed = Signal()

    def __init__(
        self, note: str, tags: Sequence[str], draft: str | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._height = 0
        self._changed = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._keep)

        self.note = _NoteText(self)
        self.note.setFont(ui_font(13))
        self.note.setPlaceholderText(tr("Note, in Markdown"))
        self.note.setAccessibleName(tr("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.note.setPlainText(note if draft is None else draft)
        self.note.moveCursor(self.note.textCursor().MoveOperation.End)

        self.tags = _TagLine(" ".join(tags), self)
        self.tags.setProperty("role", "small")
        self.tags.setPlaceholderText(tr("Tags"))
        self.tags.setAccessibleName(tr("Tags, separated by spaces"))

        self._foot = QWidget(self)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.tags, 1)
        for key in (Qt.Key.Key_Escape, Qt.Modifier.CTRL | Qt.Key.Key_Return):
            row.addWidget(_key_label(key))
        self.save_button = QPushButton(tr("Save"))
        self.save_button.setProperty("role", "link")
        self.save_button.clicked.connect(self.save_asked)
        row.addWidget(self.save_button)

        self._offer: QWidget | None = None
        if draft is not None and note.strip():
            self._offer = self._saved_note_offer(note)

        for field in (self.note, self.tags):
            field.save_asked.connect(self.save_asked)
            field.leave_asked.connect(self.leave_asked)
        self.note.focus_left.connect(self._keep)
        self.note.textChanged.connect(self._edited)
        self.note.document().documentLayout().documentSizeChanged.connect(self._measure)
        self.setFocusProxy(self.note)
        self._measure()

    @property
    def text(self) -> str:
        """The note as it stands in the editor."""
        return self.note.toPlainText()

    def finish(self) -> None:
        """Say nothing any more: what is in the editor has been dealt with."""
        self._pause.stop()
        self.blockSignals(True)

    def sizeHint(self) -> QSize:
        return QSize(280, self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        if event.size().width() != event.oldSize().width():
            self._measure()

    def _saved_note_offer(self, note: str) -> QWidget:
        """A line above the note: this is a draft, and the saved note is one click away."""
        offer = QWidget(self)
        row = QHBoxLayout(offer)
        row.setContentsMargins(0, 0, 0, 0)
        label = QLabel(tr("Unsaved draft"))
        label.setProperty("role", "small")
        back = QPushButton(tr("Restore the saved note"))
        back.setProperty("role", "small")
        back.clicked.connect(lambda: self.note.setPlainText(note))
        back.clicked.connect(self.note.setFocus)
        row.addWidget(label)
        row.addStretch(1)
        row.addWidget(back)
        return offer

    def _edited(self) -> None:
        self._changed = True
        self._pause.start()

    def _keep(self) -> None:
        self._pause.stop()
        if self._changed:
            self._changed = False
            self.draft_ready.emit()

    def _lines(self) -> int:
        """How many lines the note has at this width; of a long one, more than `_MOST_LINES`.

        Qt breaks the lines of a block only when it paints it or is asked for its rectangle.
        """
        layout, block, lines = self.note.document().documentLayout(), self.note.document().begin(), 0
        while block.isValid() and lines <= _MOST_LINES:
            layout.blockBoundingRect(block)
            lines += block.layout().lineCount()
            block = block.next()
        return lines

    def _text_height(self) -> int:
        """As many lines as the note has, once broken to the width; from the fifteenth on it scrolls."""
        lines = self._lines()
        frame = self.note.height() - self.note.viewport().height() if self.note.isVisible() else 12
        margin = round(2 * self.note.document().documentMargin())
        return max(1, min(lines, _MOST_LINES)) * QFontMetrics(self.note.font()).lineSpacing() + margin + frame

    def _measure(self) -> None:
        policy = Qt.ScrollBarPolicy
        self.note.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if self._lines() > _MOST_LINES else policy.ScrollBarAlwaysOff
        )
        offer = _ROW + _GAP if self._offer else 0
        height = offer + self._text_height() + _GAP + _ROW
        if height != self._height:
            self._height = height
            self._place()
            self.height_changed.emit()

    def _place(self) -> None:
        """Top to bottom, by hand: the height of the note follows from its width."""
        top = 0
        if self._offer:
            self._offer.setGeometry(0, 0, self.width(), _ROW)
            top = _ROW + _GAP
        height = max(0, self.height() - top - _GAP - _ROW)
        self.note.setGeometry(0, top, self.width(), height)
        if self._lines() <= _MOST_LINES:
            # While it had one line too few, Qt scrolled to the cursor.
            self.note.verticalScrollBar().setValue(0)
        self._foot.setGeometry(0, top + height + _GAP, self.width(), _ROW)


def _key_label(key: Qt.Key | QKeyCombination) -> QLabel:
    text = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    label = QLabel(text.replace("Return", "↵"))
    label.setProperty("role", "key")
    label.setFrameShape(QFrame.Shape.NoFrame)
    return label
