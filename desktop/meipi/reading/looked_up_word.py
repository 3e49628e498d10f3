"""The word that is looked up on the page, and its card: what asks for it, and what becomes of it then.

The card follows its word when the page is scrolled or set anew, and closes when the word is gone from view.
The page keeps the focus: the card's keys are commands, and all others go on working the page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from meipi.language.span import Span
from meipi.reading.looking_up import DictionaryError, Found, LookingUp, is_read
from meipi.reading.word_card import Look, WordCard
from meipi.reading.word_card_contents import Contents, Writer
from meipi.support.announcing import announce
from meipi.support.jobs import Jobs
from meipi.support.theme import Theme
from meipi.support.tones import colours
from meipi.support.translation import tr
from meipi.workspace import Said

if TYPE_CHECKING:
    from meipi.language.entry import Entry
    from meipi.reading.page import Page

_LARGEST = 1.4  # of all sizes on the card, however large the type of the page
_USUAL_SIZE = 20
_HELD_MS = 250
_PATIENCE_MS = 150


class LookedUpWord(QObject):
    """Looks words up where the reader asks, and shows one at a time."""

    changed = Signal()
    """The card was opened or closed, or is another word's."""

    def __init__(self, page: Page, jobs: Jobs, theme: Theme) -> None:
        super().__init__(page)
        self._page, self._theme = page, theme
        self._dictionary = LookingUp(jobs)
        self.card = WordCard(page.viewport(), theme)
        self.offset: int | None = None
        """The code point of the source that was asked for; None if the card is closed."""
        self._found = Found((), 0)
        self._entries: tuple[list[Entry], list[Entry]] = ([], [])
        self._others: list[str] = []
        self._notice = ""
        self._held = QTimer(self, singleShot=True, interval=_HELD_MS)
        self._held.timeout.connect(self._look_under_pointer)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._show_preparing)
        self._wanted: int | None = None
        page.installEventFilter(self)
        page.word_clicked.connect(self._clicked)
        page.word_pointed.connect(self.open_at)
        page.selection_changed.connect(self._caret_moved)
        page.arranged.connect(self._follow)
        page.position_changed.connect(lambda _offset: self._follow())
        page.viewing.changed.connect(lambda _name: self._render())
        page.workspace.article_opened.connect(lambda _article: self.close())
        page.workspace.changed.connect(self._own_words_changed)
        self.card.candidate_chosen.connect(self._choose)
        self.card.close_wanted.connect(self.close)

    @property
    def is_open(self) -> bool:
        """Whether the card is there."""
        return self.offset is not None

    @property
    def waiting(self) -> bool:
        """Whether a word is to be looked up as soon as the dictionary is there."""
        return self._wanted is not None

    @property
    def span(self) -> Span | None:
        """The word of the source that the card is of; None if there is no card, or no word on it."""
        return self._found.candidates[self._found.chosen] if self._found.candidates else None

    @property
    def simplified(self) -> str:
        """The headword on the card in Simplified form, as the reader's own words are kept."""
        return self._entries[0][0].simplified if self._entries[0] else ""

    @property
    def known(self) -> bool:
        """Whether the reader knows the word."""
        return self.simplified in self._page.workspace.vocabulary.known_words

    def readings(self) -> list[str]:
        """The readings that the word may have, in pinyin, the one that it has here first."""
        sheet, span = self._page.sheet, self.span
        if sheet is None or span is None:
            return []
        from meipi.reading import word_choices

        here = sheet.readings.of(span)
        return word_choices.readings(sheet.text, span, here, [entry.pinyin for entry in self._entries[0]])

    def writer(self) -> Writer:
        """What writes words and readings as the page shows them."""
        sheet = self._page.sheet
        simplified = sheet is not None and sheet.region == "SC"
        return Writer("simplified" if simplified else "traditional", self._page.viewing.usual_phonetics)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self.card.set_theme(theme)
        self._render()

    # -- asking -------------------------------------------------------------------------------------

    @property
    def meant(self) -> int | None:
        """The code point of the source that the reader means: at the caret; else the beginning of the
        selection, what is under the pointer, or what was clicked on last. None if none is in view."""
        page = self._page
        if page.caret_shown:
            return page.caret
        if page.selection is not None:
            return page.selection.start
        offset = page.pointed
        if offset is None and page.caret is not None and page.boxes(Span(page.caret, page.caret + 1)):
            return page.caret
        return offset

    def with_dictionary(self, act: Callable[[], None]) -> None:
        """Do something as soon as the dictionary is open; if it cannot be opened, say why."""
        if self._dictionary.ready:
            act()
            return
        said = self._page.workspace.said
        self._dictionary.prepare(act, lambda fault: said.emit(Said(str(fault), problem=True)))

    def look_up(self) -> bool:
        """Open the card of the word that the reader means, or close it if it is open; False if none is meant.

        Of a selection it is that very word, if it is one.
        """
        page, offset = self._page, self.meant
        if page.selection is not None and not page.caret_shown:
            return self._look_up_selected(page.selection)
        return offset is not None and self._turn(offset)

    def _turn(self, offset: int) -> bool:
        """Open the card of the word at a code point, or close it."""
        if self._covers(offset):
            self.close()
            return True
        return self.open_at(offset)

    def _look_up_selected(self, selected: Span) -> bool:
        """The word that is selected, or the one with which the selection begins."""
        done = self._turn(selected.start)
        if selected in self._found.candidates:
            self._choose(self._found.candidates.index(selected))
        return done

    def open_at(self, offset: int) -> bool:
        """Open the card of the word at a code point of the source; False if there is no word there."""
        sheet = self._page.sheet
        if sheet is None or self._covers(offset):
            return True
        if not self._dictionary.ready:
            self._wanted = offset
            self._patience.start()
            self._dictionary.prepare(self._prepared, self._failed)
            return True
        try:
            splits = self._page.workspace.vocabulary.splits()
            found = self._dictionary.at(sheet.text, offset, splits)
            if found is None:
                return False
            self._found, self.offset = found, offset
            self._take_entries()
        except DictionaryError as fault:
            self._failed(fault, offset)
        return True

    def close(self) -> None:
        """Close the card; the page has the keys again."""
        self._wanted = None
        self._patience.stop()
        if self.offset is None:
            return
        self.offset, self._found, self._notice = None, Found((), 0), ""
        focused = self.card.isAncestorOf(QWidget.focusWidget(self._page.window()) or self._page)
        self.card.hide()
        self._page.show_looked_up(None)
        if focused:
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def longer(self) -> None:
        """The next longer word at the same place."""
        self._choose(self._found.chosen - 1)

    def shorter(self) -> None:
        """The next shorter one."""
        self._choose(self._found.chosen + 1)

    def _choose(self, number: int) -> None:
        if 0 <= number < len(self._found.candidates) and number != self._found.chosen:
            self._found = Found(self._found.candidates, number)
            try:
                self._take_entries()
            except DictionaryError as fault:
                self._failed(fault, self.offset)

    def _covers(self, offset: int) -> bool:
        span = self.span
        return span is not None and span.start <= offset < span.end

    def _take_entries(self) -> None:
        from meipi.language import pinyin

        sheet, span, offset = self._page.sheet, self.span, self.offset
        assert sheet is not None
        assert span is not None
        assert offset is not None
        here = sheet.readings.of(span)
        self._entries, self._notice = self._dictionary.entries(sheet.text, span, here), ""
        told = {here[offset - span.start]}
        if len(here) == 1:
            told.update(entry.pinyin.lower() for entry in self._entries[0])
        self._others = [each for each in pinyin.alternatives(sheet.text, offset) if each not in told]
        self._show()

    # -- while there is no dictionary ---------------------------------------------------------------

    def _show_preparing(self) -> None:
        if self._wanted is not None:
            self._show_notice(self._wanted, tr("The dictionary is being prepared. This happens once."))

    def _prepared(self) -> None:
        self._patience.stop()
        offset, self._wanted = self._wanted, None
        if offset is not None and not self.open_at(offset):
            self.close()

    def _failed(self, fault: DictionaryError, offset: int | None = None) -> None:
        self._patience.stop()
        offset, self._wanted = self._wanted if offset is None else offset, None
        if offset is not None:
            self._show_notice(offset, str(fault))

    def _show_notice(self, offset: int, notice: str) -> None:
        self.offset, self._notice = offset, notice
        self._found, self._entries = Found((), 0), ([], [])
        self._show()

    # -- showing ------------------------------------------------------------------------------------

    def _show(self) -> None:
        self._render(anew=True)
        if self.is_open and self.card.contents is not None:
            announce(self._page, self.card.contents.told)
        self.changed.emit()

    def _render(self, *, anew: bool = False) -> None:
        """Write the card as the page is shown now; `anew` if it is another word's."""
        sheet, viewing = self._page.sheet, self._page.viewing
        if self.offset is None or sheet is None:
            return
        scheme, theme = viewing.tones, self._theme
        tones = (
            () if scheme == "none" else colours(scheme, theme.raised, theme.reading, own=viewing.own_tones)
        )
        factor = max(1.0, min(_LARGEST, viewing.size / _USUAL_SIZE))
        self.card.present(self._contents(), Look(factor, sheet.region, tones), anew=anew)
        self._follow()

    def _contents(self) -> Contents:
        page, sheet, span = self._page, self._page.sheet, self.span
        assert sheet is not None
        assert self.offset is not None
        if span is None:
            return Contents(page.shown_text(Span(self.offset, self.offset + 1)), notice=self._notice)
        entries, components = self._entries
        here = sheet.readings.of(span)
        unlike = all(here) and not any(is_read(entry, here) for entry in entries)
        return self.writer().contents(
            entries,
            shown=page.shown_text(span),
            here=" ".join(here) if unlike else "",
            components=components,
            asked=page.shown_text(Span(self.offset, self.offset + 1)),
            readings=self._others,
            candidates=[page.shown_text(each) for each in self._found.candidates],
            chosen=self._found.chosen,
            count=sheet.text.count(sheet.text[slice(*span)]),
            own=self._own(),
        )

    def _own(self) -> list[str]:
        """What the word is to the reader."""
        vocabulary = self._page.workspace.vocabulary
        saved = [tr("saved")] if vocabulary.is_saved(self.simplified) else []
        return [*saved, tr("known")] if self.known else saved

    def _own_words_changed(self, kinds: frozenset[str]) -> None:
        """What the reader has put right makes it another word, or one that is read otherwise."""
        if self.offset is None:
            return
        if "splits" in kinds:
            offset, self._found = self.offset, Found((), 0)
            self.open_at(offset)
        elif "reading_fixes" in kinds and self.span is not None:
            self._take_entries()
        elif kinds & {"words", "known_words"}:
            self._render()

    def _follow(self) -> None:
        """Put the card where its word is now, or close it if that is out of view."""
        page = self._page
        if self.offset is None:
            return
        span = self.span or Span(self.offset, self.offset + 1)
        view = page.viewport().rect()
        boxes = [box for box in page.boxes(span) if view.contains(box.center())]
        if not boxes:
            self.close()
            return
        page.show_looked_up(span)
        lines = QRect()
        for box in page.boxes(span):
            lines |= page.line_box(box)
        self.card.put(lines, boxes[0], boxes[-1], vertical=page.vertical)

    # -- events -------------------------------------------------------------------------------------

    def _clicked(self, offset: int | None) -> None:
        if offset is None or self._covers(offset) or not self.open_at(offset):
            self.close()

    def _caret_moved(self) -> None:
        page = self._page
        if page.selection is not None:
            self.close()
        elif self.is_open and page.caret_shown and page.caret is not None:
            self.open_at(page.caret)

    def _look_under_pointer(self) -> None:
        page = self._page
        offset = page.pointed
        if offset is not None and page.selection is None:
            self.open_at(offset)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Shift alone, held for a moment; with another key it is that key's.
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Shift
            if not event.isAutoRepeat():
                self._held.start() if pressed else self._held.stop()
        elif event.type() == QEvent.Type.FocusOut or (
            isinstance(event, QKeyEvent) and event.key() != Qt.Key.Key_Shift
        ):
            self._held.stop()
        return False
