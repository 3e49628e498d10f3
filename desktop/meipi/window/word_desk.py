"""What the commands for words do: the looked-up word, its card, and what is done with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QClipboard

from meipi.language.span import Span
from meipi.reading.looked_up_word import LookedUpWord
from meipi.reading.page import Page
from meipi.support.translation import tr
from meipi.workspace import Article, Said, Workspace

if TYPE_CHECKING:
    from meipi.window.word_menus import WordMenu


class Meant(NamedTuple):
    """The word that a command is for, as far as it is known without a dictionary."""

    article: Article | None
    span: Span | None
    """The word on the card, or what is selected."""
    offset: int | None
    """The code point at the caret or under the pointer."""
    simplified: str
    """The headword on the card; "" without a card."""


class WordDesk:
    """Joins the word card with the workspace into commands.

    A command for a word acts on the one whose card is open. Without a card saving and knowing act on the word
    that the reader means; the others offer a choice, and open its card for that.
    """

    def __init__(
        self,
        page: Page,
        workspace: Workspace,
        word: LookedUpWord,
        clipboard: QClipboard,
        say: Callable[[Said], None],
        ask_reading: Callable[[Span], None],
    ) -> None:
        self._page, self._workspace, self._word, self._ask_reading = page, workspace, word, ask_reading
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
        meant = self._meant()
        self._word.with_dictionary(lambda: self._save(meant))

    def _save(self, meant: Meant) -> None:
        span = self._at_hand(meant)
        if span is None:
            return
        vocabulary, article = self._workspace.vocabulary, self._workspace.article
        article_id = article.id if article else None
        here = [word for word in vocabulary.saved if (word.article_id, *word.span) == (article_id, *span)]
        if here:
            vocabulary.forget_words(here)
        else:
            vocabulary.save_word(span)

    def know(self) -> None:
        """Know the word, or know it no longer."""
        meant = self._meant()
        self._word.with_dictionary(lambda: self._know(meant))

    def _know(self, meant: Meant) -> None:
        span, article, vocabulary = self._at_hand(meant), self._workspace.article, self._workspace.vocabulary
        if span is None or article is None:
            return
        from meipi.workspace.meeting import simplified_at

        word = meant.simplified or simplified_at(article.text, span)
        vocabulary.know([word], word not in vocabulary.known_words)

    def fix_reading(self) -> None:
        """Offer the readings that the word may have, for here or for everywhere."""
        self._with_word(self._offer_readings)

    def _offer_readings(self, span: Span) -> None:
        from meipi.window.word_menus import readings_menu

        writer, readings = self._word.writer(), self._word.readings()
        menu = readings_menu(self._workspace, self._page, span, readings, writer.spelled, self._ask_reading)
        self._offer(menu, "")

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

    def _meant(self) -> Meant:
        """What the reader means now. The dictionary may come later, when they have gone on."""
        word = self._word
        return Meant(self._workspace.article, word.span or self._page.selection, word.meant, word.simplified)

    def _at_hand(self, meant: Meant) -> Span | None:
        """The word on the card; else what is selected, or the word at the caret or pointer."""
        article, span, offset, _ = meant
        open_ = self._workspace.article
        if article is None or open_ is None or article.id != open_.id:
            return None
        if span is not None and "\n" not in article.text[slice(*span)]:
            return span
        if offset is not None and offset < len(article.text):
            from meipi.language import hanzi, words

            span = words.word_at(article.text, offset, self._workspace.vocabulary.splits())
            if hanzi.RUN.search(article.text, *span):
                return span
        self._say(Said(tr("Point at a word, or go to one with V and the arrow keys")))
        return None

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
