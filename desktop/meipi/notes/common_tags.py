"""The tags of several marks at once: those that all have, with a field for more, and those that some have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from meipi.notes.tag_line import TagLine, Used
from meipi.support.translation import tr

_MOST = 20
"""Tags that only some have: of more than that, those that the most have are shown."""


class CommonTags(QWidget):
    """A chip taken away is taken from all, what is written is added to all.

    Nothing is changed before the reader has saved, or gone elsewhere; Esc leaves everything as it is.
    """

    saved = Signal(object, object)
    """Tags that all are to have, and tags that none is to have any more; either may be empty."""
    left = Signal()
    """Esc."""

    def __init__(self, each: Sequence[Sequence[str]], used: Used, parent: QWidget) -> None:
        """`each` is what the tags of each mark are, `used` gives the tags that there are, for completion."""
        super().__init__(parent)
        counts = Counter(tag for tags in each for tag in tags)
        self._common = tuple(tag for tag in each[0] if counts[tag] == len(each))
        some = [tag for tag, count in counts.most_common() if count < len(each)]
        self._some = tuple(some[:_MOST])
        self._open = True
        self.line = TagLine(self._common, used, self)
        self.some = TagLine(self._some, used, self)
        self.some.field.hide()
        self.some.changed.connect(self.focus)
        self.line.save_asked.connect(self.save)
        self.line.left.connect(self._save_if_away)
        self.line.leave_asked.connect(self._leave)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 2, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.line)
        if self._some:
            label = QLabel(tr("Only on some of them:"))
            label.setProperty("role", "small")
            box.addWidget(label)
            box.addWidget(self.some)
        else:
            self.some.hide()
        self.setFocusProxy(self.line)

    def close_silently(self) -> None:
        """Say nothing any more, whatever the focus does."""
        self._open = False

    def save(self) -> None:
        """Say what was changed."""
        if self._open:
            self._open = False
            tags = self.line.tags
            add = tuple(tag for tag in tags if tag not in self._common)
            gone = [tag for tag in self._common if tag not in tags]
            gone += [tag for tag in self._some if tag not in self.some.tags and tag not in add]
            self.saved.emit(add, tuple(gone))

    def _save_if_away(self) -> None:
        # From the field one goes to the chips too, by arrow or mouse.
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self.save()

    def _leave(self) -> None:
        self._open = False
        self.left.emit()

    def focus(self) -> None:
        """Begin to write."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
