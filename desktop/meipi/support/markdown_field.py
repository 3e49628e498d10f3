"""A field in which a note is written, in Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from meipi.support import utf16
from meipi.support.completions import Completions, Offer
from meipi.support.composing import composed, kept_from_commands
from meipi.support.markdown_typing import indented, lead_of, outdented, wrapped
from meipi.support.soft_addresses import SoftAddresses
from meipi.support.translation import tr

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EMPHASIS = {Qt.Key.Key_B: "**", Qt.Key.Key_I: "*"}
# With an input method for Chinese the keys of brackets write the others.
_BEGUN = re.compile(r"(?:\[\[|【【|［［|「「)(?P<written>[^\[\]【】［］「」]{0,40})$")
_CLOSERS = re.compile(r"[\]】］」]{1,2}")
_KEEP, _MOVE = QTextCursor.MoveMode.KeepAnchor, QTextCursor.MoveMode.MoveAnchor

Links = Callable[[str], Sequence[tuple[str, str, str]]]
"""Gives what a link may lead to, by what is written of it: each what it says, where that is, and the link in
Markdown."""


class MarkdownField(QPlainTextEdit):
    """Enter goes on with a list or a quote, Tab and Shift+Tab move items in and out, Ctrl+B and Ctrl+I
    emphasise what is selected, `[[` lists what a link may lead to.

    While an input method composes, every key is the input method's.
    """

    focus_left = Signal()

    def __init__(self, text: str, links: Links, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._links = links
        self._addresses = SoftAddresses(self.document())
        self._put_off = -1
        self._offers = Completions(self, self._place_of_caret, tr("Links"))
        self._offers.chosen.connect(self._take)
        self.setPlaceholderText(tr("Note, in Markdown"))
        self.setAccessibleName(tr("Note"))
        self.setTabChangesFocus(True)
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.textChanged.connect(self._complete)
        self.cursorPositionChanged.connect(self._complete)

    def takes(self, event: QKeyEvent, *, asked: bool) -> bool:
        """Whether a key is for what is around the field. If it is only `asked`, nothing is done yet."""
        return False

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and composed(self):
            return kept_from_commands(event) or super().event(event)
        if isinstance(event, QKeyEvent):
            # Without this a command of the window with the same key would take it.
            if event.type() == QEvent.Type.ShortcutOverride and self._is_ours(event):
                event.accept()
                return True
            # Qt goes on to the next widget before it shows the key to `keyPressEvent`.
            if event.type() == QEvent.Type.KeyPress and self._tabbed(event):
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if composed(self):
            super().keyPressEvent(event)
            event.accept()  # or the list around the field would take it
            return
        if self._picked(event) or self.takes(event, asked=False):
            return
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() in _EMPHASIS:
            self._emphasise(_EMPHASIS[Qt.Key(event.key())])
        elif event.key() not in _ENTER or _modified(event) or not self._go_on():
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._complete()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._addresses.rehighlight()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._offers.hide()
        self.focus_left.emit()

    def _is_ours(self, event: QKeyEvent) -> bool:
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in _EMPHASIS:
            return True
        return (self._offers.shown and event.key() == Qt.Key.Key_Escape) or self.takes(event, asked=True)

    # Lists and emphasis

    def _go_on(self) -> bool:
        """A new line that begins as its list or quote does; in an item with no words, the end of the list."""
        cursor = self.textCursor()
        block = self.document().findBlock(cursor.selectionStart())
        line = block.text()
        lead = lead_of(line)
        if lead is None or cursor.selectionStart() - block.position() < len(lead.text):
            return False
        if not cursor.hasSelection() and len(line) == len(lead.text):
            if not self._shift(outward=True):
                _set_line(block, "")
            return True
        cursor.insertText("\n" + lead.next)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def _tabbed(self, event: QKeyEvent) -> bool:
        back = event.key() == Qt.Key.Key_Backtab
        if event.key() != Qt.Key.Key_Tab and not back:
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        return self._picked(event) or self._shift(outward=back)

    def _shift(self, *, outward: bool) -> bool:
        """Move the items at the caret, or in the selection, one level in or out; False if that cannot be."""
        cursor, document = self.textCursor(), self.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        last = document.findBlock(cursor.selectionEnd()).blockNumber()
        lines = [document.findBlockByNumber(number).text() for number in range(last + 1)]
        moved = (outdented if outward else indented)(lines[first:], lines[:first])
        if moved is None:
            return False
        # Lines change at their beginnings alone, so places are kept by how far they are from the ends.
        anchor, position = (self._from_end(place) for place in (cursor.anchor(), cursor.position()))
        whole = QTextCursor(document)
        whole.beginEditBlock()
        for number, line in zip(range(first, last + 1), moved, strict=True):
            _set_line(document.findBlockByNumber(number), line)
        whole.endEditBlock()
        cursor.setPosition(self._placed(anchor), _MOVE)
        cursor.setPosition(self._placed(position), _KEEP)
        self.setTextCursor(cursor)
        return True

    def _from_end(self, place: int) -> tuple[int, int]:
        block = self.document().findBlock(place)
        return block.blockNumber(), block.length() - (place - block.position())

    def _placed(self, place: tuple[int, int]) -> int:
        block = self.document().findBlockByNumber(place[0])
        return block.position() + max(0, block.length() - place[1])

    def _emphasise(self, sign: str) -> None:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.insertText(2 * sign)
            cursor.setPosition(cursor.position() - len(sign))
        else:
            # Qt parts the lines of a selection by U+2029.
            new = wrapped(cursor.selectedText().replace("\u2029", "\n"), sign)
            start = cursor.selectionStart()
            cursor.insertText(new)
            behind = cursor.position()
            cursor.setPosition(start)
            cursor.setPosition(behind, _KEEP)
        self.setTextCursor(cursor)

    # Links

    def _begun(self) -> tuple[int, str] | None:
        """Where in the document a link was begun before the caret, and what is written of it."""
        cursor = self.textCursor()
        if cursor.hasSelection() or composed(self) or not self.hasFocus():
            return None
        block = cursor.block()
        found = _BEGUN.search(utf16.before(block.text(), cursor.positionInBlock()))
        if found is None:
            return None
        return cursor.position() - utf16.length(found[0]), found["written"]

    def _complete(self) -> None:
        begun = self._begun()
        if begun is None:
            self._put_off = -1
            self._offers.hide()
        elif begun[0] != self._put_off:
            self._offers.show([Offer(*place) for place in self._links(begun[1].strip())], 0)

    def _picked(self, event: QKeyEvent) -> bool:
        """True if the key was for the list of links."""
        if not self._offers.shown or _modified(event):
            return False
        current = self._offers.current
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self._offers.step(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab if current is not None:
                self._take(current)
            case Qt.Key.Key_Escape:
                begun = self._begun()
                self._put_off = begun[0] if begun else -1
                self._offers.hide()
            case _:
                return False
        return True

    def _take(self, offer: Offer) -> None:
        """Write the link in the place of what was begun, and of brackets that close it already."""
        begun = self._begun()
        if begun is None:
            return
        cursor = self.textCursor()
        closers = _CLOSERS.match(utf16.behind(cursor.block().text(), cursor.positionInBlock()))
        end = cursor.position() + (len(closers[0]) if closers else 0)
        cursor.setPosition(begun[0])
        cursor.setPosition(end, _KEEP)
        cursor.insertText(str(offer.value))
        self.setTextCursor(cursor)
        self._offers.hide()

    def _place_of_caret(self) -> QRect:
        place = self.cursorRect()
        return QRect(self.viewport().mapTo(self, place.topLeft()), place.size())


def _modified(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)


def _set_line(block: QTextBlock, line: str) -> None:
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, _KEEP)
    cursor.insertText(line)
