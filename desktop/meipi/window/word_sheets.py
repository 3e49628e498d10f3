"""What opens over the window for the reader's own words. Made when wanted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from meipi.exchange import output, word_list
from meipi.language.span import Span
from meipi.reading.page import Page
from meipi.support.errors import sentence
from meipi.support.settings import Settings
from meipi.support.translation import tr
from meipi.vocabulary.cards import cards_of, rows
from meipi.workspace import Said, Workspace
from meipi.workspace.dictionaries import Dictionaries
from meipi.workspace.viewing import Viewing


class WordSheets:
    """Opens the dialogs; each closes by itself."""

    def __init__(
        self,
        parent: QWidget,
        workspace: Workspace,
        viewing: Viewing,
        settings: Settings,
        page: Page,
        dictionaries: Dictionaries,
    ) -> None:
        self._parent, self._workspace, self._viewing = parent, workspace, viewing
        self._settings, self._page, self._dictionaries = settings, page, dictionaries

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

    def word_list(self) -> None:
        """Write all saved words into a file that the reader names, as a table for flash cards."""
        workspace = self._workspace
        cards = cards_of(workspace.vocabulary.saved, workspace.vocabulary.known_words)
        if not cards:
            workspace.said.emit(Said(tr("No word is saved yet")))
            return
        folder = self._settings.get("export.folder")
        if not folder or not Path(folder).is_dir():
            place = QStandardPaths.StandardLocation.DocumentsLocation
            folder = QStandardPaths.writableLocation(place)
        chosen, _ = QFileDialog.getSaveFileName(
            self._parent,
            tr("Export the word list"),
            str(Path(folder) / "meipi.tsv"),
            tr("Table for flash cards (*.tsv)"),
        )
        if chosen:
            self.write_words(Path(chosen))

    def write_words(self, path: Path) -> None:
        """Write them there, and say so; or say why they could not be written."""
        workspace = self._workspace
        titles = {info.id: info.title for info in workspace.articles()}
        cards = cards_of(workspace.vocabulary.saved, workspace.vocabulary.known_words)
        try:
            output.write(path, word_list.write(rows(cards, titles)))
        except OSError as error:
            workspace.said.emit(Said(sentence(error), problem=True))
            return
        self._settings.set("export.folder", str(path.parent))
        workspace.said.emit(Said(tr("Exported to {path}").format(path=path)))
