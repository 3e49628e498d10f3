"""What is there for commands to act on: it decides which of them can be called."""

from __future__ import annotations

from meipi.reading.looked_up_word import LookedUpWord
from meipi.reading.page import Page
from meipi.window.command import Need
from meipi.workspace import Workspace


class Needs:
    """Looks at the parts of the window each time it is asked."""

    def __init__(self, workspace: Workspace, page: Page, word: LookedUpWord) -> None:
        self._workspace, self._page, self._word = workspace, page, word

    def met(self) -> frozenset[Need]:
        """The needs of commands that are met now."""
        workspace, page = self._workspace, self._page
        marked = workspace.mark_id is not None or (page.caret_shown and bool(workspace.marks))
        found: dict[Need, bool] = {
            "article": workspace.article is not None,
            "mark": marked,
            "selection": page.selection is not None,
            "quote": marked or page.selection is not None,
            "overlap": self._overlap(),
            "orphan": bool(workspace.orphans),
            "placed": self._placed(),
            "card": self._word.is_open,
            "undo": workspace.undo_text is not None,
            "redo": workspace.redo_text is not None,
        }
        return frozenset(need for need, there in found.items() if there)

    def _placed(self) -> bool:
        """Whether the chosen mark was placed again, and the reader has not looked at it."""
        chosen = self._workspace.mark_id
        if chosen is None:
            return False
        mark = self._workspace.mark(chosen)
        return mark.in_text and mark.placed != ""

    def _overlap(self) -> bool:
        """Whether other marks lie where the chosen one does, and Tab does not lead into the word card."""
        chosen = self._workspace.mark_id
        if chosen is None or self._word.is_open:
            return False
        return len(self._workspace.marking.overlapping(chosen)) > 1
