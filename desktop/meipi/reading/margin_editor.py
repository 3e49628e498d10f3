"""A note written in the margin, where it stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from meipi.support.composing import take
from meipi.support.markdown_field import Links, MarkdownField
from meipi.support.translation import tr

_LEAST_WIDTH, _LEAST_HEIGHT = 220, 96


class MarginEditor(MarkdownField):
    """Ctrl+Enter or leaving it saves, Esc keeps what was written as a draft."""

    def __init__(
        self,
        parent: QWidget,
        text: str,
        links: Links,
        save: Callable[[str], None],
        keep: Callable[[str], None],
    ) -> None:
        super().__init__(text, links, parent)
        self._page = parent
        self._save, self._keep, self._done = save, keep, False
        self.setAccessibleName(tr("Note, in Markdown"))

    def open_at(self, place: QRect) -> None:
        """Show it over a place of the page, as large as it must be, within the page."""
        view = self._page.rect().adjusted(8, 8, -8, -8)
        size = place.size().grownBy(self.contentsMargins()).expandedTo(self.minimumSize())
        width, height = max(_LEAST_WIDTH, size.width()), max(_LEAST_HEIGHT, size.height() + 24)
        box = QRect(place.left(), place.top(), width, height)
        box.moveLeft(max(view.left(), min(view.right() - width, box.left())))
        box.moveTop(max(view.top(), min(view.bottom() - height, box.top())))
        self.setGeometry(box)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.moveCursor(self.textCursor().MoveOperation.End)

    def takes(self, event: QKeyEvent, *, asked: bool) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            use = self._save
        elif event.key() == Qt.Key.Key_Escape:
            use = self._keep
        else:
            return False
        if not asked:
            self._end(use)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._end(self._save)

    def _end(self, use: Callable[[str], None]) -> None:
        if self._done:
            return
        self._done = True
        take(self)
        use(self.toPlainText())
        self.hide()
        self.deleteLater()
