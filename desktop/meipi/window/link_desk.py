"""What a click on a link in a note does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from meipi.exchange.addresses import SCHEME
from meipi.language.span import Span
from meipi.reading.page import Page
from meipi.support.translation import tr
from meipi.window.journey import Journey
from meipi.workspace import Said, Workspace
from meipi.workspace.links import Found

_WEB = ("http", "https")


class LinkDesk:
    """Goes to marks and articles, and has the desktop open addresses of the web.

    All else stays closed: a note may have come from anywhere.
    """

    def __init__(
        self,
        page: Page,
        workspace: Workspace,
        journey: Journey,
        show_notes: Callable[[], None],
        say: Callable[[Said], None],
    ) -> None:
        self._page, self._workspace, self._journey = page, workspace, journey
        self._show_notes, self._say = show_notes, say

    def open(self, address: str) -> None:
        """Show what the address leads to; where nothing is there any more, say so."""
        if address.startswith(SCHEME):
            self._go(address)
            return
        url = QUrl(address)
        if url.isValid() and url.scheme() in _WEB and url.host():
            QDesktopServices.openUrl(url)
        else:
            self._say(Said(tr("Only addresses of the web are opened: {address}").format(address=address)))

    def _go(self, address: str) -> None:
        found = self._workspace.links.found(address)
        if found is None:
            self._say(Said(tr("What this led to was deleted. Undo or the bin can bring it back.")))
            return
        # To another article and to its place there is one way back.
        with self._journey.jump():
            self._show(found)

    def _show(self, found: Found) -> None:
        workspace = self._workspace
        if workspace.article is None or workspace.article.id != found.article_id:
            workspace.remember_position(self._page.position, self._page.last_in_view())
            if workspace.open_article(found.article_id) is None:
                return
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        if found.mark is not None:
            workspace.choose_mark(found.mark.id)
            if found.mark.in_text:
                self._page.reveal(Span(*found.mark.span), flash=True)
            else:
                self._show_notes()  # there alone it can be seen
