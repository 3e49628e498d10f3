"""The editor of a note, in its card."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QKeyCombination, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from meipi.notes.preview import NotePreview
from meipi.notes.tag_line import ROW, TagLine
from meipi.support.composing import take
from meipi.support.fonts import ui_font
from meipi.support.icons import icon
from meipi.support.markdown_field import MarkdownField
from meipi.support.translation import tr
from meipi.workspace import Workspace

PAUSE = 400
"""Milliseconds without a key after which what was written is kept as a draft."""

PREVIEW_KEY = QKeyCombination(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_M
)

_MOST_LINES = 14
_GAP = 6
_FOOT = 32
_SAVE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _NoteText(MarkdownField):
    """Ctrl+Enter saves, Esc leaves, Tab goes on to the tags, Ctrl+Shift+M shows the preview."""

    save_asked = Signal()
    leave_asked = Signal()
    preview_asked = Signal()

    def takes(self, event: QKeyEvent, *, asked: bool) -> bool:
        if event.keyCombination() == PREVIEW_KEY:
            wanted = self.preview_asked
        elif event.key() == Qt.Key.Key_Escape:
            wanted = self.leave_asked
        elif event.key() in _SAVE and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            wanted = self.save_asked
        else:
            return False
        if not asked:
            wanted.emit()
        return True


class NoteEditor(QWidget):
    """A note and its tags. It writes nothing itself: it says when to save, to keep a draft, and to close."""

    save_asked = Signal()
    leave_asked = Signal()
    draft_ready = Signal()
    """The reader has paused, or gone elsewhere, after a change."""
    height_changed = Signal()
    preview_turned = Signal(bool)
    """The reader has turned the preview on or off."""
    link_opened = Signal(str)
    """The address of a link in the preview that was clicked."""

    def __init__(
        self,
        workspace: Workspace,
        note: str,
        tags: Sequence[str],
        draft: str | None,
        *,
        preview: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`workspace` is asked for the tags there are and for what a link may lead to."""
        super().__init__(parent)
        self._height = 0
        self._changed = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._keep)

        self.note = _NoteText(note if draft is None else draft, workspace.links.places, self)
        self.note.setFont(ui_font(13))
        self.note.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.preview = NotePreview(workspace.links.gone, self)
        self.preview.link_opened.connect(self.link_opened)
        self.tags = TagLine(tags, workspace.tags.used, self)
        self._buttons = self._foot(preview)
        self._offer: QWidget | None = None
        if draft is not None and note.strip():
            self._offer = self._saved_note_offer(note)
        QWidget.setTabOrder(self.note, self.tags.field)
        QWidget.setTabOrder(self.tags.field, self.preview_button)
        QWidget.setTabOrder(self.preview_button, self.save_button)

        self.note.preview_asked.connect(self.preview_button.click)
        for field in (self.note, self.tags):
            field.save_asked.connect(self.save_asked)
            field.leave_asked.connect(self.leave_asked)
        self.note.focus_left.connect(self._keep)
        self.note.textChanged.connect(self._edited)
        self.note.cursorPositionChanged.connect(self._follow)
        self.note.document().documentLayout().documentSizeChanged.connect(self._measure)
        self.tags.height_changed.connect(self._measure)
        workspace.changed.connect(self._changed_around)
        self.setFocusProxy(self.note)
        self._measure()

    @property
    def text(self) -> str:
        """The note as it stands in the editor."""
        return self.note.toPlainText()

    def take_composed(self) -> None:
        """Let what an input method is still composing in the note be part of it."""
        take(self.note)

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

    def _foot(self, preview: bool) -> QWidget:
        foot = QWidget(self)
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.preview_button = _PreviewButton()
        self.preview_button.setChecked(preview)
        self.preview_button.toggled.connect(self._turn_preview)
        row.addWidget(self.preview_button)
        for key in (Qt.Key.Key_Escape, Qt.Modifier.CTRL | Qt.Key.Key_Return):
            row.addWidget(_key_label(key), 0, Qt.AlignmentFlag.AlignVCenter)
        self.save_button = QPushButton(tr("Save"))
        self.save_button.setProperty("role", "link")
        self.save_button.clicked.connect(self.save_asked)
        row.addWidget(self.save_button)
        return foot

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
        self._measure()

    def _changed_around(self, _kinds: frozenset[str]) -> None:
        """A link in the preview may lead to nothing now, or to something again."""
        if self.preview_button.isChecked():
            self._measure()

    def _keep(self) -> None:
        self._pause.stop()
        if self._changed:
            self._changed = False
            self.draft_ready.emit()

    def _turn_preview(self, on: bool) -> None:
        self._measure()
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)
        self.preview_turned.emit(on)

    def _follow(self) -> None:
        last = self.note.document().blockCount() - 1
        self.preview.follow(self.note.textCursor().blockNumber() / last if last else 0)

    # How it is laid out

    def _lines(self) -> tuple[int, float]:
        """How many lines the note has at this width, and how high those are that are shown; of a long note,
        more than `_MOST_LINES`. The margin below counts as a part of the last line, the one above does not.

        Qt breaks the lines of a block only when it paints it or is asked for its rectangle. A line with hanzi
        is higher than one without, if they are of another font.
        """
        layout, block = self.note.document().documentLayout(), self.note.document().begin()
        count, height = 0, 0.0
        while block.isValid() and count <= _MOST_LINES:
            whole, lines = layout.blockBoundingRect(block).height(), block.layout().lineCount()
            shown = min(lines, _MOST_LINES - count)
            count, height = count + lines, height + whole * shown / max(1, lines)
            block = block.next()
        return count, height

    def _text_height(self) -> int:
        """As many lines as the note has, once broken to the width; from the fifteenth on it scrolls."""
        count, height = self._lines()
        # Not as the viewport is: while the field is given another size, that has its old one.
        frame = self.note.height() - self.note.contentsRect().height() if self.note.isVisible() else 12
        margin = self.note.document().documentMargin()
        return ceil(height + margin * (2 if count > _MOST_LINES else 1)) + frame

    def _measure(self) -> None:
        policy = Qt.ScrollBarPolicy
        self.note.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if self._lines()[0] > _MOST_LINES else policy.ScrollBarAlwaysOff
        )
        self._preview_height = 0
        if self.preview_button.isChecked():
            self._preview_height = _GAP + self.preview.show_note(self.text, self.width())
            self._follow()
        offer = _FOOT + _GAP if self._offer else 0
        height = offer + self._text_height() + self._preview_height + _GAP + self._foot_height()
        if height != self._height:
            self._height = height
            self._place()
            self.height_changed.emit()

    def _foot_height(self) -> int:
        """The tags stand beside the buttons if they are one line there, else above them."""
        beside = self.width() - self._buttons.sizeHint().width() - _GAP
        self._beside = self.tags.heightForWidth(beside) <= ROW
        return _FOOT if self._beside else self.tags.heightForWidth(self.width()) + _FOOT

    def _place(self) -> None:
        """Top to bottom, by hand: the height of the note follows from its width."""
        width, top = self.width(), 0
        if self._offer:
            self._offer.setGeometry(0, 0, width, _FOOT)
            top = _FOOT + _GAP
        foot = self._foot_height()
        height = max(0, self.height() - top - self._preview_height - _GAP - foot)
        self.note.setGeometry(0, top, width, height)
        if self._lines()[0] <= _MOST_LINES:
            # While it had one line too few, Qt scrolled to the cursor.
            self.note.verticalScrollBar().setValue(0)
        top += height
        self.preview.setVisible(self._preview_height > 0)
        self.preview.setGeometry(0, top + _GAP, width, max(0, self._preview_height - _GAP))
        top += self._preview_height + _GAP
        buttons = self._buttons.sizeHint().width()
        if self._beside:
            self.tags.setGeometry(0, top + (_FOOT - ROW) // 2, width - buttons - _GAP, ROW)
        else:
            self.tags.setGeometry(0, top, width, foot - _FOOT)
            top += foot - _FOOT
        self._buttons.setGeometry(width - buttons, top, buttons, _FOOT)


class _PreviewButton(QPushButton):
    """Turns the preview on and off; its icon is in the ink of the theme."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "small")
        self.setCheckable(True)
        self.setFixedWidth(26)
        self.setAccessibleName(tr("Preview"))
        self.setToolTip(f"{tr('Preview')} ({QKeySequence(PREVIEW_KEY).toString(_NATIVE)})")
        self._ink()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._ink()

    def _ink(self) -> None:
        self.setIcon(icon("preview", self.palette().color(QPalette.ColorRole.WindowText).name()))


_NATIVE = QKeySequence.SequenceFormat.NativeText


def _key_label(key: Qt.Key | QKeyCombination) -> QLabel:
    enter, text = (QKeySequence(each).toString(_NATIVE) for each in (Qt.Key.Key_Return, key))
    label = QLabel(text.replace(enter, "↵"))
    label.setProperty("role", "key")
    label.setFrameShape(QFrame.Shape.NoFrame)
    return label
