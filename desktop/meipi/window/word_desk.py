"""What the commands for words do: the looked-up word, its card, and what is done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QClipboard

from meipi.reading.looked_up_word import LookedUpWord
from meipi.reading.page import Page
from meipi.support.translation import tr
from meipi.workspace import Said


class WordDesk:
    """Joins the word card with the rest of the window into commands."""

    def __init__(
        self, page: Page, word: LookedUpWord, clipboard: QClipboard, say: Callable[[Said], None]
    ) -> None:
        self._page, self._word, self._clipboard, self._say = page, word, clipboard, say

    def look_up(self) -> None:
        if not self._word.look_up():
            self._say(Said(tr("Point at a word, or go to one with V and the arrow keys")))

    def longer(self) -> None:
        self._word.longer()

    def shorter(self) -> None:
        self._word.shorter()

    def scroll_on(self) -> None:
        self._word.card.body.scroll_on(True)

    def scroll_back(self) -> None:
        self._word.card.body.scroll_on(False)

    def copy(self) -> None:
        """Copy the word as it stands on the page."""
        if self._word.span is not None:
            self._clipboard.setText(self._page.shown_text(self._word.span))
            self._say(Said(tr("Copied")))

    def close(self) -> None:
        self._word.close()
