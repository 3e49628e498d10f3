"""The other script under the hand: shown while the key ` is held down, gone when it is let go."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from meipi.workspace import Workspace
from meipi.workspace.viewing import Viewing

# Where ` only stands above other letters, its key is a dead one.
_KEYS = (Qt.Key.Key_QuoteLeft, Qt.Key.Key_Dead_Grave)
_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Peek(QObject):
    """Watches the keys of `page`. No shortcut can do this: it would not know when the key is let go."""

    def __init__(self, page: QWidget, workspace: Workspace, viewing: Viewing) -> None:
        super().__init__(page)
        self._workspace, self._viewing = workspace, viewing
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            return self._key(event)
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.WindowDeactivate, QEvent.Type.Hide):
            self._viewing.end_peek()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() not in _KEYS:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            # Accepted, the key comes here and not to the command that has it everywhere else.
            held = not event.modifiers() & _OTHERS
            event.setAccepted(held)
            return held
        article = self._workspace.article
        if event.type() == QEvent.Type.KeyRelease:
            if not event.isAutoRepeat():
                self._viewing.end_peek()
        elif event.modifiers() & _OTHERS:
            return False
        elif article is not None and not event.isAutoRepeat():
            self._viewing.peek(article.script)
        return True
