"""What the commands for words do: the looked-up word, its card, and what is done with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QClipboard

from meipi.language.span import Span
from meipi.reading.looked_up_word import LookedUpWord
from meipi.reading.page import Page
from meipi.support.translation import tr
from meipi.workspace import Said, Workspace

if TYPE_CHECKING:
    from meipi.window.word_menus import WordMenu


class WordDesk:
    """Joins the word card with the workspace into commands.

    A command for a word acts on the one whose card is open; without a card it opens that of the word which
    the reader means.
    """

    def __init__(
        self,
        page: Page,
        workspace: Workspace,
        word: LookedUpWord,
        clipboard: QClipboard,
        say: Callable[[Said], None],
    ) -> None:
        self._page, self._workspace, self._word = page, workspace, word
        self._clipboard, self._say = clipboard, say
        self._then: Callable[[Span], None] | None = None
        word.changed.connect(self._go_on)

    # -- the card -----------------------------------------------------------------------------------

    def look_up(self) -> None:
        if not self._word.look_up():
            self._then = None
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

    # -- the reader's own words ---------------------------------------------------------------------

    def save(self) -> None:
        """Save the word with its sentence; if it has been saved there, take it away again."""
        self._with_word(self._save)

    def _save(self, span: Span) -> None:
        vocabulary, article = self._workspace.vocabulary, self._workspace.article
        article_id = article.id if article else None
        here = [word for word in vocabulary.saved if (word.article_id, *word.span) == (article_id, *span)]
        if here:
            vocabulary.forget_words(here)
        else:
            vocabulary.save_word(span)

    def know(self) -> None:
        """Know the word, or know it no longer."""
        self._with_word(self._know)

    def _know(self, _span: Span) -> None:
        self._workspace.vocabulary.know([self._word.simplified], not self._word.known)

    def fix_reading(self) -> None:
        """Offer the readings that the word may have, for here or for everywhere."""
        self._with_word(self._offer_readings)

    def _offer_readings(self, span: Span) -> None:
        from meipi.window.word_menus import readings_menu

        writer, readings = self._word.writer(), self._word.readings()
        menu = readings_menu(self._workspace, self._page, span, readings, writer.spelled)
        self._offer(menu, tr("There is only one way to read it"))

    def divide(self) -> None:
        """Offer the ways to divide the word, or to make one of it."""
        self._with_word(self._offer_divisions)

    def _offer_divisions(self, span: Span) -> None:
        from meipi.window.word_menus import divisions_menu

        offset = self._word.offset if self._word.offset is not None else span.start
        menu = divisions_menu(self._workspace, self._page, span, offset)
        self._offer(menu, tr("There is nothing to divide"))

    def _offer(self, menu: WordMenu | None, nothing: str) -> None:
        if menu is None:
            self._say(Said(nothing))
            return
        panel = self._word.card.panel
        corner = self._page.viewport().mapToGlobal(QPoint(panel.left() + 12, panel.bottom()))
        menu.popup(corner)

    # -- how it is done -----------------------------------------------------------------------------

    def _with_word(self, act: Callable[[Span], None]) -> None:
        """Do it to the word on the card; without one, to the word that is meant, when its card is there."""
        if self._word.span is None:
            self._then = act
            self.look_up()
        else:
            act(self._word.span)

    def _go_on(self) -> None:
        act, span = self._then, self._word.span
        if act is not None and not self._word.waiting:
            self._then = None
            if span is not None:
                act(span)
