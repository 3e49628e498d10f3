"""The page in step with the reader's own words: over which ones readings stand, and what was put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from meipi.language.span import Span
from meipi.reading.corrections import Corrections
from meipi.reading.lexicon import Lexicon
from meipi.reading.sheet import Sheet

if TYPE_CHECKING:
    from meipi.reading.view import ArticleView
    from meipi.workspace import Workspace

_DECIDES = ("scope", "level", "level_list")


class OwnWords:
    """Follows the workspace and the viewing for one view."""

    def __init__(self, view: ArticleView, lexicon: Lexicon) -> None:
        self._view, self._lexicon = view, lexicon
        view.workspace.changed.connect(self._follow)
        self._judge()

    def choose(self, name: str) -> None:
        """Something in the viewing is another, by its name; the view arranges itself after that."""
        if name in _DECIDES:
            self._judge()

    def correct(self, sheet: Sheet) -> None:
        """Let a sheet read as its author has written, and as the reader has put right."""
        vocabulary = self._view.workspace.vocabulary
        splits = tuple(tuple(split.pieces.split(" ")) for split in vocabulary.word_splits)
        # Of two for one place the later holds.
        here = (*_authored(self._view.workspace), *vocabulary.readings_here())
        sheet.readings.correct(Corrections(vocabulary.own_readings(), here, splits))

    def _judge(self) -> None:
        viewing = self._view.viewing
        if viewing.scope == "all":
            self._lexicon.judge(None)
            return
        # Not at the head: the first page is mostly shown without it.
        from meipi.workspace.knowledge import knowledge

        self._lexicon.judge(knowledge(viewing, self._view.workspace.vocabulary))

    def _follow(self, kinds: frozenset[str]) -> None:
        view, sheet = self._view, self._view.sheet
        if "known_words" in kinds and view.viewing.scope != "all":
            self._judge()
            # In compact lines one without readings would be lower.
            if sheet is not None and not view.viewing.type.compact and sheet.typeset.silence():
                view.repaint_all()
            else:
                view.arrange()
        if sheet is not None and kinds & {"reading_fixes", "splits"}:
            self.correct(sheet)
            view.arrange()


def _authored(workspace: Workspace) -> list[tuple[Span, tuple[str, ...]]]:
    """What the author of the open article has set beside hanzi, as far as it spells how they are read."""
    rubies = [inline for inline in workspace.inlines() if inline.kind == "ruby"]
    if not rubies:
        return []
    # Not at the head: few articles have any.
    from meipi.language.authored import syllables_of

    found = ((ruby, syllables_of(ruby.target, ruby.end - ruby.start)) for ruby in rubies)
    return [(Span(ruby.start, ruby.end), syllables) for ruby, syllables in found if syllables]
