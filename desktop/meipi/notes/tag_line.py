"""A line of tags: each a chip with a cross, and behind them a field for another, which completes it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from meipi.notes.tag_chip import HIGH, TagChip
from meipi.notes.tag_field import TagField
from meipi.notes.tag_matching import same_tag, tags_meant
from meipi.support.completions import Completions, Offer
from meipi.support.translation import counted, tr

ROW = 28
"""Logical pixels from one line of chips to the next."""

_GAP, _OFFERED = 6, 20
_SEPARATORS = re.compile(r"[\s,，、;；]+")

Used = Callable[[], Sequence[tuple[str, int]]]
"""Gives the tags that there are, those in use most first, each with how many marks have it."""


def tags_of(text: str) -> tuple[str, ...]:
    """The tags in a text, divided by spaces or commas; each once, in order, without "#"."""
    words = (word.strip("#＃") for word in _SEPARATORS.split(text))
    return tuple(dict.fromkeys(word for word in words if word))


class TagLine(QWidget):
    """Comma, space or Enter ends a tag; Backspace before the first letter takes the last one away.

    As a tag is written, those that may be meant are listed: Down and Up pick one out, Enter, comma or Tab
    takes it. One that is there already in another script or case is picked out by itself.
    """

    changed = Signal()
    """`tags` are others than before."""
    left = Signal()
    """The focus has gone elsewhere; what was being written is a tag now."""
    save_asked = Signal()
    """Enter with nothing written, or Ctrl+Enter; what was written is a tag now."""
    leave_asked = Signal()
    """Esc, with no list to close first."""
    height_changed = Signal()

    def __init__(self, tags: Sequence[str], used: Used, parent: QWidget | None = None) -> None:
        """`used` is asked whenever the field gets the focus."""
        super().__init__(parent)
        self._used = used
        self._known: Sequence[tuple[str, int]] = ()
        self._chips: list[TagChip] = []
        self._rows = 1
        self.field = TagField(self._key, self)
        self._list = Completions(self.field, self.field.rect, tr("Tags"))
        self._list.chosen.connect(self._take)
        self.field.textEdited.connect(self._edited)
        self.field.written.connect(self._written)
        self.field.composed.connect(self._list.hide)
        self.field.entered.connect(self._ask)
        self.field.left.connect(self._leave)
        self.setFocusProxy(self.field)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._show(tags)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags, with what is still being written as the last."""
        return tuple(dict.fromkeys((*self._names(), *tags_of(self.field.text()))))

    def set_tags(self, tags: Sequence[str]) -> None:
        """Show these, and nothing being written; `changed` is not said."""
        self.field.clear()
        self._list.hide()
        self._show(tags)

    def heightForWidth(self, width: int) -> int:
        return self._place(width, moving=False) * ROW

    def sizeHint(self) -> QSize:
        return QSize(240, self._rows * ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.field.minimumWidth(), self._rows * ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(event.size().width())

    # What is there

    def _names(self) -> tuple[str, ...]:
        return tuple(chip.tag for chip in self._chips)

    def _show(self, tags: Sequence[str]) -> None:
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(tag) for tag in dict.fromkeys(tags)]
        before: QWidget | None = None
        for widget in (*self._chips, self.field):
            if before is not None:
                QWidget.setTabOrder(before, widget)
            before = widget
        self._fit()

    def _chip(self, tag: str) -> TagChip:
        chip = TagChip(tag, self)
        chip.removed.connect(lambda by_key: self._remove(tag, by_key))
        chip.stepped.connect(lambda by: self._go(chip, by))
        chip.setVisible(True)
        return chip

    def _change(self, tags: Sequence[str]) -> None:
        if tuple(tags) != self._names():
            self._show(tags)
            self.changed.emit()

    def _fit(self) -> None:
        rows = self._place(self.width())
        if rows != self._rows:
            self._rows = rows
            self.updateGeometry()
            self.height_changed.emit()

    def _place(self, width: int, *, moving: bool = True) -> int:
        """Put the chips one after another and the field behind them; how many lines that takes."""
        left, rows = 0, 1
        for widget in (*self._chips, self.field):
            wanted = min(widget.sizeHint().width(), width)
            if left and left + wanted > width:
                left, rows = 0, rows + 1
            if moving:
                corner = QPoint(left, (rows - 1) * ROW + (ROW - HIGH) // 2)
                widget.setGeometry(QRect(corner, QSize(max(0, wanted), HIGH)))
            left += wanted + _GAP
        return rows

    # What the reader does

    def _key(self, event: QKeyEvent) -> bool:
        """True if the key was for the tags, not for the field's text."""
        key, field = event.key(), self.field
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match key:
            case Qt.Key.Key_Escape:
                if self._list.shown:
                    self._list.hide()
                else:
                    self.leave_asked.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if control:
                self._end()
                self.save_asked.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if self._list.current is None and not tags_of(field.text()):
                    self.save_asked.emit()
                else:
                    self._end()
            case Qt.Key.Key_Tab if self._list.shown and field.text():
                self._take(self._list.current or self._list.offers[0])
            case Qt.Key.Key_Down:
                if not self._list.step(1):
                    self._offer()
                    self._list.step(1)
            case Qt.Key.Key_Up:
                self._list.step(-1)
            case Qt.Key.Key_Backspace if not field.text() and self._chips:
                self._change(self._names()[:-1])
            case Qt.Key.Key_Left if not field.cursorPosition() and self._chips and not field.selectedText():
                self._chips[-1].setFocus(Qt.FocusReason.BacktabFocusReason)
            case _:
                return False
        return True

    def _go(self, chip: TagChip, by: int) -> None:
        stops: list[QWidget] = [*self._chips, self.field]
        stops[max(0, stops.index(chip) + by)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, tag: str, by_key: bool) -> None:
        names = self._names()
        place = names.index(tag)
        self._change([name for name in names if name != tag])
        stops: list[QWidget] = [*self._chips, self.field]
        (stops[place] if by_key else self.field).setFocus(Qt.FocusReason.OtherFocusReason)

    def _edited(self, text: str) -> None:
        """A comma or a space ends a tag, wherever it was written, pasted or composed."""
        *ended, rest = _SEPARATORS.split(text)
        if ended:
            current = self._list.current if len(ended) == 1 and not rest else None
            if current is not None:
                self._take(current)
            else:
                self.field.setText(rest)
                self._change((*dict.fromkeys((*self._names(), *tags_of(" ".join(ended)))),))
        if self.field.text():
            self._offer()
        else:
            self._list.hide()

    def _written(self) -> None:
        self.field.updateGeometry()
        self._fit()

    def _end(self) -> None:
        """Make a tag of what is written, or of what is picked out."""
        current = self._list.current
        if current is not None:
            self._take(current)
            return
        tags = self.tags
        self.field.clear()
        self._list.hide()
        self._change(tags)

    def _take(self, offer: Offer) -> None:
        self.field.clear()
        self._list.hide()
        self._change((*dict.fromkeys((*self._names(), str(offer.value))),))

    def _offer(self) -> None:
        """List what may be meant; what is the same tag in another form is picked out."""
        written, there = "".join(tags_of(self.field.text())[:1]), self._names()
        counts = dict(self._known)
        known = [*counts, *(name for name in there if name not in counts)]
        same = same_tag(written, known) if written else None
        meant = [name for name in tags_meant(written, known) if name not in there or name == same]
        offers = [Offer(name, _times(counts.get(name, 0)), name) for name in meant[:_OFFERED]]
        if same is not None:
            offers.append(Offer(written, tr("a new tag"), written))
        # The very tag alone would offer nothing.
        self._list.show(offers if meant != [written] else (), 0 if same is not None else -1)

    def _ask(self) -> None:
        self._known = self._used()

    def _leave(self) -> None:
        self._list.hide()
        tags = self.tags
        self.field.clear()
        self._change(tags)
        self.left.emit()


def _times(marks: int) -> str:
    return counted(marks, tr("{n} mark"), tr("{n} marks")) if marks else ""
