"""An article's own text in a plain editor, to put a typo right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from meipi.exchange.retyped import in_field, retyped
from meipi.support.fonts import Region, reading_font
from meipi.support.theme import Theme
from meipi.support.translation import tr
from meipi.window.overlay import EDGE, Overlay

LONGEST = 1_000_000
"""Code points of the longest text that can be edited: it takes about a second to open."""

_WIDTH = 860
_FONT_SIZE = 18
_PARAGRAPH = "\u2029"


class EditSheet(Overlay):
    """Ctrl+Enter keeps the text, Esc leaves it as it was; once something was changed it asks first."""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        text: str,
        place: int,
        region: Region,
        keep: Callable[[str], object],
    ) -> None:
        """`place` is the code point at which the caret stands; `keep` gets the text, if it is another."""
        super().__init__(parent, theme)
        self._text, self._keep_text = text, keep
        self.field = _Field(self)
        self.field.setFont(reading_font(region, _FONT_SIZE))
        self.field.setAccessibleName(tr("Text of the article"))
        self.field.setPlainText(text)
        # A field that took the text otherwise would change what nobody touched.
        self.whole = self._typed() == in_field(text)
        self._set_caret(place)
        self.field.document().setModified(False)
        self._told = QLabel(tr("Marks are placed again in the new text, and undo brings the old one back."))
        self._told.setProperty("role", "soft")
        self._told.setWordWrap(True)
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.clicked.connect(self.leave)
        self.keep_button = QPushButton(tr("Keep"))
        self.keep_button.setProperty("role", "primary")
        self.keep_button.setToolTip("Ctrl+Enter")
        self.keep_button.clicked.connect(self.keep)
        self._arrange()
        self.closed.connect(self.deleteLater)

    def _arrange(self) -> None:
        title = QLabel(tr("Edit the text"))
        title.setProperty("role", "name")
        box = QVBoxLayout(self.sheet)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(10)
        box.addWidget(title)
        box.addWidget(self.field, 1)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._told, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.keep_button)
        box.addLayout(row)

    def place(self) -> None:
        """In the middle, as high as the window allows."""
        width, height = min(_WIDTH, self.width() - 2 * EDGE), self.height() - 2 * EDGE
        self.sheet.setGeometry((self.width() - width) // 2, EDGE, width, height)
        self.update()

    def first_field(self) -> QWidget:
        """The text."""
        return self.field

    def keep(self) -> None:
        """Keep the text as it stands in the field."""
        typed = self._typed()
        if not typed.strip():
            self._warn(tr("An article without text cannot be kept. Remove the article instead."))
            return
        text = retyped(self._text, typed) if self.field.document().isModified() else self._text
        self.close_sheet()
        if text != self._text:
            self._keep_text(text)

    def leave(self) -> None:
        """Leave the text as it was; what was typed is given up only if this is asked twice."""
        if self.field.document().isModified() and not self._told.property("asked"):
            self._told.setProperty("asked", True)
            self._warn(tr("Your changes are not kept yet. Once more to give them up."))
        else:
            self.close_sheet()

    def _warn(self, text: str) -> None:
        self._told.setText(text)
        self._told.setProperty("role", "problem")
        self._told.style().unpolish(self._told)
        self._told.style().polish(self._told)

    def _typed(self) -> str:
        return self.field.document().toRawText().replace(_PARAGRAPH, "\n")

    def _set_caret(self, place: int) -> None:
        cursor = self.field.textCursor()
        cursor.setPosition(len(in_field(self._text[:place]).encode("utf-16-le")) // 2)
        self.field.setTextCursor(cursor)
        self.field.centerCursor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside it is no way to lose what was typed."""
        event.accept()


class _Field(QPlainTextEdit):
    def __init__(self, sheet: EditSheet) -> None:
        super().__init__()
        self._sheet = sheet
        self.setTabChangesFocus(True)

    def event(self, event: QEvent) -> bool:
        # Its own keys come before those of the window, and Qt would let Esc go to a shortcut.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._sheet.keep()
        elif event.key() == Qt.Key.Key_Escape:
            self._sheet.leave()
        else:
            super().keyPressEvent(event)
