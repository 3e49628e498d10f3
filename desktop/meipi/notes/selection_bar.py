"""Above the list while several cards are selected: how many, and what can be done with all of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from meipi.support.announcing import announce
from meipi.support.icons import icon
from meipi.support.swatch import Swatch
from meipi.support.theme import Theme
from meipi.support.translation import counted, tr, tr_noop
from meipi.workspace import COLOURS

if TYPE_CHECKING:
    from meipi.notes.common_tags import CommonTags
    from meipi.notes.tag_line import Used

_SIDE = 12
_BUTTONS = (
    ("underline", "underline", tr_noop("Underline"), "6"),
    ("tags", "tag", tr_noop("Tags"), "G"),
    ("export", "export", tr_noop("Export…"), "Ctrl+E"),
    ("delete", "delete", tr_noop("Delete"), "Del"),
)
"""What each asks for, its icon, its name and its key."""


class SelectionBar(QWidget):
    """Says what the reader asks for; it changes nothing itself."""

    asked = Signal(str)
    """As `CardList.together_asked`."""
    cleared = Signal()
    tags_changed = Signal(object, object)
    """Tags that all are to have, and tags that none is to have any more."""
    left = Signal()
    """The line of tags was left: the list may have the focus again."""

    def __init__(self, theme: Theme, used: Used, parent: QWidget | None = None) -> None:
        """`used` gives the tags that there are, for completion."""
        super().__init__(parent)
        self._used = used
        self._tags: CommonTags | None = None
        self._count = QLabel()
        self._count.setProperty("role", "strong")
        self.clear = QPushButton(tr("Clear"))
        self.clear.setProperty("role", "small")
        self.clear.setAccessibleName(tr("Clear the selection"))
        self.clear.clicked.connect(self.cleared)
        self.swatches = tuple(Swatch(colour.id, colour.hanzi[:1], theme, self) for colour in COLOURS)
        for number, (swatch, colour) in enumerate(zip(self.swatches, COLOURS, strict=True), 1):
            swatch.setToolTip(f"{tr(colour.name)} ({number})")
            swatch.setAccessibleName(tr(colour.name))
            swatch.clicked.connect(partial(self.asked.emit, f"colour {colour.id}"))
        self.buttons = {name: self._button(name, tr(label), key) for name, _, label, key in _BUTTONS}

        top = QHBoxLayout()
        top.addWidget(self._count)
        top.addStretch(1)
        top.addWidget(self.clear)
        actions = QHBoxLayout()
        actions.setSpacing(3)
        for swatch in self.swatches:
            actions.addWidget(swatch)
        actions.addStretch(1)
        for button in self.buttons.values():
            actions.addWidget(button)
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(_SIDE + 4, 2, _SIDE, 6)
        box.setSpacing(2)
        box.addLayout(top)
        box.addLayout(actions)
        self.set_theme(theme)
        self.hide()

    def show_count(self, count: int) -> None:
        """So many cards are selected; with less than two the bar is not there."""
        text = counted(count, tr("{n} selected"), tr("{n} selected"))
        self._count.setText(text)
        if count > 1:
            announce(self, text)
        if count < 2:
            self._close_tags()
        self.setVisible(count > 1)

    def edit_tags(self, each: Sequence[Sequence[str]]) -> None:
        """Let the reader change the tags of all; `each` is what the tags of each are now."""
        self._close_tags()
        # Not at the head: the pane is shown without it.
        from meipi.notes.common_tags import CommonTags

        self._tags = CommonTags(each, self._used, self)
        self._tags.saved.connect(self._save_tags)
        self._tags.left.connect(self._leave_tags)
        self._box.addWidget(self._tags)
        self._tags.show()
        self._tags.focus()

    def _save_tags(self, add: Sequence[str], remove: Sequence[str]) -> None:
        self._leave_tags()
        if add or remove:
            self.tags_changed.emit(add, remove)

    def _leave_tags(self) -> None:
        focus = QApplication.focusWidget()
        had_keys = self._tags is not None and focus is not None and self._tags.isAncestorOf(focus)
        self._close_tags()
        if had_keys:
            self.left.emit()

    def _close_tags(self) -> None:
        tags, self._tags = self._tags, None
        if tags is not None:
            tags.close_silently()
            tags.hide()
            tags.deleteLater()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        for swatch in self.swatches:
            swatch.theme = theme
            swatch.update()
        for name, drawing, _, _ in _BUTTONS:
            self.buttons[name].setIcon(icon(drawing, theme.ink))

    def _button(self, name: str, label: str, key: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("role", "icon")
        shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{label} ({shown})")
        button.setAccessibleName(label)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self.asked.emit, name))
        return button
