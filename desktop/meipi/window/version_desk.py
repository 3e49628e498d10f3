"""What the commands for the text of an article do: another one in its place, and what was there before."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard

from meipi.reading.page import Page
from meipi.support.errors import sentence
from meipi.support.translation import tr
from meipi.workspace import Mark, Said, Workspace
from meipi.workspace.viewing import Viewing

if TYPE_CHECKING:
    from meipi.window.version_sheets import VersionSheets


class VersionDesk:
    """Joins page and workspace into commands."""

    def __init__(
        self,
        sheets: Callable[[], VersionSheets],
        page: Page,
        workspace: Workspace,
        viewing: Viewing,
        clipboard: QClipboard,
        say: Callable[[Said], None],
        jump: Callable[[int], None],
    ) -> None:
        """`jump` shows a mark."""
        self._sheets, self._page, self._workspace = sheets, page, workspace
        self._viewing, self._clipboard, self._say = viewing, clipboard, say
        self._jump = jump

    def keep_place(self) -> None:
        """Write where the reader is, so that it is the same place in another text."""
        if self._page.sheet is not None:
            self._workspace.remember_position(self._page.position, self._page.last_in_view())

    # -- another text -------------------------------------------------------------------------------

    def update(self) -> None:
        """Read the article's file again."""
        self.keep_place()
        self._workspace.versions.update()

    def read_kept(self) -> None:
        """Read the page again that was fetched for the article and kept."""
        self.keep_place()
        self._workspace.versions.read_kept()

    def by_file(self) -> None:
        """Another edition, out of a file."""
        from meipi.workspace.editions import other_file

        article, path = self._workspace.article, self._sheets().ask_edition()
        if article is not None and path is not None:
            self.keep_place()
            self._workspace.versions.replace_texts([(article.id, partial(other_file, path=str(path)))])

    def pasted(self) -> None:
        """Another edition, that was copied."""
        from meipi.exchange import opening
        from meipi.workspace.reanchoring import Edition

        article, data = self._workspace.article, self._clipboard.mimeData() or QMimeData()
        if article is None:
            return
        try:
            draft = opening.read_paste(data.text(), data.html() if data.hasHtml() else None)
        except opening.ReadError as error:
            self._say(Said(sentence(error), problem=True))
            return
        self.keep_place()
        self._workspace.versions.replace_text(article.id, Edition(draft, "edition"))

    def convert(self) -> None:
        """The article in the other script, as it is shown, for good."""
        article = self._workspace.article
        if article is not None:
            self.keep_place()
            self._workspace.versions.convert(self._viewing.other_configuration(article.script))

    def edit(self) -> None:
        """The article's own text in an editor."""
        self.keep_place()
        self._sheets().edit()

    def changes(self) -> None:
        """What changed since, and what was there before."""
        self._sheets().changes(self._go_to_mark)

    def _go_to_mark(self, mark_id: int) -> None:
        self._workspace.choose_mark(mark_id)
        self._jump(mark_id)

    # -- marks that were placed again ---------------------------------------------------------------

    def attach(self) -> None:
        """Place the chosen mark that is not in the text, or the only one, on what is selected."""
        self._attach(self._orphan())

    def attach_mark(self, mark_id: int) -> None:
        """Place this mark of the open article on what is selected."""
        self._attach(self._workspace.mark(mark_id))

    def _attach(self, mark: Mark | None) -> None:
        span = self._page.selection
        if span is None:
            self._say(Said(tr("Select some text first, with the mouse or with V and the arrow keys")))
        elif mark is None:
            self._say(Said(tr("Choose among the notes the mark that is to be placed here")))
        elif self._workspace.versions.attach(mark.id, span) is not None:
            self._page.set_selection(None, span.end)
            self._workspace.choose_mark(mark.id)

    def _orphan(self) -> Mark | None:
        orphans, chosen = self._workspace.orphans, self._workspace.mark_id
        if len(orphans) == 1:
            return orphans[0]
        return next((mark for mark in orphans if mark.id == chosen), None)

    def next_placed(self) -> None:
        """Go to the next mark that was placed again and waits to be looked at, from the last to the first."""
        waiting = [mark for mark in self._workspace.marks if mark.placed]
        if not waiting:
            self._say(Said(tr("No mark in this article waits to be looked at")))
            return
        chosen = next((mark for mark in self._workspace.marks if mark.id == self._workspace.mark_id), None)
        here = (chosen.start, chosen.id) if chosen else (self._page.first_visible(), 0)
        following = (mark for mark in waiting if (mark.start, mark.id) > here)
        self._go_to_mark(next(following, waiting[0]).id)

    def confirm(self) -> None:
        """The chosen mark, which was placed again, stands where it should."""
        chosen = self._workspace.mark_id
        if chosen is not None and self._workspace.mark(chosen).in_text:
            self._workspace.versions.confirm(chosen)

    def confirm_all(self) -> None:
        """So do all of them."""
        if not self._workspace.versions.confirm_all():
            self._say(Said(tr("No mark in this article waits to be looked at")))
