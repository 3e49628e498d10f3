"""What opens over the window for the versions of an article. Made when wanted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from meipi.reading.page import Page
from meipi.support.theme import Theme
from meipi.support.translation import tr
from meipi.window.arrival_sheets import article_kinds
from meipi.workspace import Said, Workspace


class VersionSheets:
    """Opens sheets and dialogs; each closes by itself."""

    def __init__(
        self, parent: QWidget, workspace: Workspace, page: Page, colours: Callable[[], Theme]
    ) -> None:
        self._parent, self._workspace, self._page, self._colours = parent, workspace, page, colours

    def ask_edition(self) -> Path | None:
        """The file with another edition of the article; None if the reader chooses none."""
        name, _ = QFileDialog.getOpenFileName(
            self._parent, tr("Replace the text from a file"), "", article_kinds()
        )
        return Path(name) if name else None

    def edit(self) -> None:
        """The article's own text, at the caret or at what is in view."""
        from meipi.window.edit_sheet import LONGEST, EditSheet

        article, page = self._workspace.article, self._page
        if article is None:
            return
        if article.length > LONGEST:
            self._say(tr("This text is too long to be edited here. Replace it from a file instead."))
            return
        place = page.selection.start if page.selection else page.caret if page.caret_shown else None
        sheet = EditSheet(
            self._parent,
            self._colours(),
            article.text,
            page.first_visible() if place is None else place,
            "SC" if article.script == "simplified" else "TC",
            partial(self._workspace.versions.edit, article.id),
        )
        if sheet.whole:
            sheet.open()
        else:
            sheet.deleteLater()
            told = tr("This text has characters that an editor would change. Replace it from a file instead.")
            self._say(told)

    def changes(self, jump: Callable[[int], None]) -> None:
        """The versions of the open article, and what changed between them; `jump` shows a mark."""
        from meipi.window.versions_dialog import VersionsDialog

        article = self._workspace.article
        if article is None:
            return
        if not self._workspace.versions.former(article.id):
            self._say(tr("The text of this article has not changed since it was added"))
            return
        dialog = VersionsDialog(self._parent, self._workspace, self._colours())
        dialog.mark_wanted.connect(jump)
        dialog.open()

    def _say(self, text: str) -> None:
        self._workspace.said.emit(Said(text))
