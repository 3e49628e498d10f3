"""What the commands for the reader's own words do: on the page as a whole, and with lists of words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from meipi.language.span import Span
from meipi.reading.looked_up_word import LookedUpWord
from meipi.reading.page import Page
from meipi.reading.spoken import scope_told
from meipi.support.translation import tr
from meipi.window.word_sheets import WordSheets
from meipi.workspace import Said, Workspace
from meipi.workspace.viewing import Viewing

if TYPE_CHECKING:
    from meipi.workspace.knowledge import Knowledge

_PIECE = 2_000  # code points whose words are found at one go


class VocabularyDesk:
    """Joins page and workspace into commands."""

    def __init__(
        self, sheets: WordSheets, workspace: Workspace, viewing: Viewing, page: Page, word: LookedUpWord
    ) -> None:
        self._sheets, self._workspace, self._viewing = sheets, workspace, viewing
        self._page, self._word = page, word

    def _say(self, text: str) -> None:
        self._workspace.said.emit(Said(text))

    def next_scope(self) -> None:
        """Readings over fewer words, and at last over all again; it is told which."""
        self._word.with_dictionary(self._next_scope)

    def _next_scope(self) -> None:
        self._viewing.next_scope()
        self._say(scope_told(self._viewing))

    def tone_form(self) -> None:
        """The tones of pinyin as marks, then as numbers, then none."""
        forms = ("marks", "numbers", "none")
        now = forms.index(self._viewing.type.tone_form)
        self._viewing.set("tone_form", forms[(now + 1) % len(forms)])

    def spoken(self) -> None:
        """The tones of speech, or those of the dictionary."""
        self._viewing.set("spoken", not self._viewing.spoken)
        self._say(tr("Tones as spoken") if self._viewing.spoken else tr("Tones as in the dictionary"))

    def standard(self) -> None:
        """Readings by the standard of Taiwan, or of the mainland."""
        taiwan = self._viewing.standard == "mainland"
        self._viewing.set("standard", "taiwan" if taiwan else "mainland")
        self._say(tr("Readings as in Taiwan") if taiwan else tr("Readings as in the mainland"))

    def doubts(self) -> None:
        """Dots where a reading is not sure, or none."""
        self._viewing.set("doubts", not self._viewing.doubts)

    # -- what is not known --------------------------------------------------------------------------

    def next_unknown(self) -> None:
        """Select the next word that the reader does not know."""
        self._word.with_dictionary(self._next_unknown)

    def _here(self) -> Span:
        """From where unknown words are looked for: what is selected or on the card, or an empty span."""
        page = self._page
        place = page.caret if page.caret is not None else page.first_visible()
        return page.selection or self._word.span or Span(place, place)

    def _next_unknown(self) -> None:
        article = self._workspace.article
        if article is None:
            return
        self._go_to(next(self._unknown(self._here().end, len(article.text)), None))

    def previous_unknown(self) -> None:
        """Select the one before."""
        self._word.with_dictionary(self._previous_unknown)

    def _previous_unknown(self) -> None:
        article = self._workspace.article
        if article is None:
            return
        end = self._here().start
        lines = _lines(article.text, 0, end)
        for line in reversed(lines):
            found = [span for span in self._unknown(*line) if span.end <= end]
            if found:
                self._go_to(found[-1])
                return
        self._go_to(None)

    def page_known(self) -> None:
        """Know all words on the page that are not saved."""
        self._word.with_dictionary(self._page_known)

    def _page_known(self) -> None:
        article = self._workspace.article
        if article is None:
            return
        from meipi.workspace.meeting import simplified_at

        vocabulary = self._workspace.vocabulary
        start, end = self._page.first_visible(), self._page.last_in_view()
        met = {simplified_at(article.text, span) for span in self._unknown(start, end)}
        saved = {word.simplified for word in vocabulary.saved}
        if not vocabulary.know(met - saved):
            self._say(tr("All other words on this page are known already"))

    def _go_to(self, span: Span | None) -> None:
        if span is None:
            self._say(tr("No other unknown word in this article"))
            return
        carded = self._word.is_open
        self._page.set_selection(span)
        self._page.reveal(span)
        if carded:
            # It goes along: who looks up one unknown word looks up the next.
            self._word.look_up()

    def _unknown(self, start: int, end: int) -> Iterator[Span]:
        """The words between two places, wholly within, that the reader does not know."""
        from meipi.language import hanzi, script, words

        article = self._workspace.article
        assert article is not None
        knows, splits = self._knowledge(), self._workspace.vocabulary.splits()
        for line in _lines(article.text, start, end):
            text = article.text[slice(*line)]
            simplified = script.convert(text, "t2s").text
            for word in words.segment(text, splits):
                span = Span(word.start + line.start, word.end + line.start)
                form = simplified[slice(*word)]
                if start <= span.start and span.end <= end and hanzi.RUN.search(form) and not knows(form):
                    yield span

    def _knowledge(self) -> Knowledge:
        from meipi.workspace.knowledge import knowledge

        return knowledge(self._viewing, self._workspace.vocabulary)

    # -- dialogs ------------------------------------------------------------------------------------

    def ask_reading(self, span: Span) -> None:
        """Ask for a reading of the reader's own."""
        self._sheets.reading(span)

    def import_known(self) -> None:
        """Take known words from a list."""
        self._sheets.known_words()

    def export_words(self) -> None:
        """Write all saved words into a file."""
        self._sheets.word_list()

    def know_levels(self) -> None:
        """Know all words up to a level."""
        self._sheets.levels()

    def dictionaries(self) -> None:
        """Choose what words are looked up in."""
        self._sheets.dictionaries()


def _lines(text: str, start: int, end: int) -> list[Span]:
    """The lines that have a part between two places; a long one, which may be a book, in pieces."""
    first = text.rfind("\n", 0, start) + 1
    found: list[Span] = []
    while first < end:
        last = text.find("\n", first)
        last = len(text) if last < 0 else last
        found += (Span(at, min(at + _PIECE, last)) for at in range(first, last, _PIECE))
        first = last + 1
    return [piece for piece in found if piece.start < end and start < piece.end]
