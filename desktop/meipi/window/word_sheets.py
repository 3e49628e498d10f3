"""What opens over the window for the reader's own words. Made when wanted."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from meipi.language.span import Span
from meipi.reading.page import Page
from meipi.workspace import Workspace
from meipi.workspace.dictionaries import Dictionaries
from meipi.workspace.viewing import Viewing


class WordSheets:
    """Opens the dialogs; each closes by itself."""

    def __init__(
        self, parent: QWidget, workspace: Workspace, viewing: Viewing, page: Page, dictionaries: Dictionaries
    ) -> None:
        self._parent, self._workspace, self._viewing, self._page = parent, workspace, viewing, page
        self._dictionaries = dictionaries

    def reading(self, span: Span) -> None:
        """A reading of the reader's own for the word at a span of the open article."""
        from meipi.vocabulary.reading_dialog import ReadingDialog

        sheet = self._page.sheet
        if sheet is not None:
            here, shown = " ".join(sheet.readings.of(span)), self._page.shown_text(span)
            ReadingDialog(self._parent, self._workspace, span, shown, here, sheet.region).open()

    def known_words(self) -> None:
        """Known words from a list."""
        from meipi.vocabulary.known_dialog import KnownDialog

        KnownDialog(self._parent, self._workspace).open()

    def levels(self) -> None:
        """The words up to a level."""
        from meipi.vocabulary.levels_dialog import LevelsDialog

        LevelsDialog(self._parent, self._workspace, self._viewing).open()

    def dictionaries(self) -> None:
        """What words are looked up in."""
        from meipi.window.dictionaries_dialog import DictionariesDialog

        DictionariesDialog(self._parent, self._dictionaries).open()
