"""The menus of the word card: how a word is read, and how words are divided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QMenu

from meipi.language.span import Span
from meipi.reading.page import Page
from meipi.reading.word_choices import corrected_at, divisions
from meipi.support.translation import tr
from meipi.workspace import Workspace


class WordMenu(QMenu):
    """A menu of choices under headings; the first nine are chosen by their digits."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._count = 0
        self.aboutToHide.connect(self.deleteLater)

    def event(self, event: QEvent) -> bool:
        # The page has the focus meanwhile, and a digit would be its command.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def add_heading(self, text: str) -> None:
        """What the choices after it are about."""
        self.addAction(text).setEnabled(False)

    def add_choice(self, text: str, choose: Callable[[], object], *, chosen: bool | None = None) -> None:
        """A choice, with a check mark if it is the one that holds now; None if that is no question."""
        self._count += 1
        label = text.replace("&", "&&")
        action = self.addAction(f"&{self._count}  {label}" if self._count < 10 else label)
        if chosen is not None:
            action.setCheckable(True)
            action.setChecked(chosen)
        action.triggered.connect(lambda _checked=False: choose())


def readings_menu(
    workspace: Workspace,
    page: Page,
    span: Span,
    readings: Sequence[str],
    spelled: Callable[[str], str],
    ask: Callable[[Span], None],
) -> WordMenu | None:
    """The readings of the word at a span, the one that it has here first; `ask` asks for another one."""
    vocabulary, article = workspace.vocabulary, workspace.article
    if article is None:
        return None
    word = article.text[slice(*span)]
    everywhere = vocabulary.own_readings().get(word)
    fixed = everywhere is not None or any(place == span for place, _ in vocabulary.readings_here())
    menu = WordMenu(page)
    menu.add_heading(tr("Only here"))
    for place, pinyin in enumerate(readings):
        menu.add_choice(
            spelled(pinyin), partial(vocabulary.fix_reading, span, pinyin, False), chosen=place == 0
        )
    menu.add_heading(tr("Wherever {word} stands").format(word=page.shown_text(span)))
    for pinyin in readings:
        chosen = everywhere is not None and " ".join(everywhere) == pinyin
        menu.add_choice(spelled(pinyin), partial(vocabulary.fix_reading, span, pinyin, True), chosen=chosen)
    menu.addSeparator()
    menu.add_choice(tr("Another reading…"), partial(ask, span))
    if fixed:
        menu.add_choice(tr("As the program reads it"), partial(vocabulary.unfix_reading, span))
    return menu


def divisions_menu(workspace: Workspace, page: Page, span: Span, offset: int) -> WordMenu | None:
    """The ways to divide the word at a span, that before `offset` first; None if there is no choice."""
    vocabulary, article = workspace.vocabulary, workspace.article
    if article is None:
        return None
    text = article.text
    ways = divisions(text, span, vocabulary.splits())
    ways.sort(key=lambda pieces: len(pieces[0]) != offset - span.start)
    wholes = [split.pieces.replace(" ", "") for split in vocabulary.word_splits]
    corrected = corrected_at(text, offset, wholes)
    if not ways and corrected is None:
        return None
    menu = WordMenu(page)
    menu.add_heading(tr("Wherever these hanzi stand together"))
    for pieces in ways:
        menu.add_choice(" | ".join(pieces), partial(vocabulary.split_word, pieces))
    if corrected is not None:
        menu.addSeparator()
        menu.add_choice(tr("As the program divides it"), partial(vocabulary.unsplit, corrected))
    return menu
