"""Conversion of a book, on a worker: the page has converted what is in view by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from meipi.language.script import Conversion
from meipi.language.span import Span
from meipi.support.jobs import Jobs

if TYPE_CHECKING:
    from meipi.reading.sheet import Sheet
    from meipi.reading.view import ArticleView


class BackgroundConverter:
    """Fills the conversions of the view's sheet, and follows the reader's exceptions."""

    def __init__(self, view: ArticleView, jobs: Jobs) -> None:
        self._view, self._jobs = view, jobs
        self._under_way: set[tuple[Sheet, str]] = set()
        view.workspace.changed.connect(self._follow)

    def go_on(self) -> None:
        """Begin to convert the whole text as it is shown now, if it has not been."""
        sheet = self._view.sheet
        if sheet is None:
            return
        text, config = sheet.text, self._config(sheet)
        if not sheet.conversions.lacks(config) or (sheet, config) in self._under_way:
            return
        from meipi.language.parts import convert_in_parts

        self._under_way.add((sheet, config))
        self._jobs.run(lambda: convert_in_parts(text, config), lambda whole: self._take(sheet, whole))

    def _take(self, sheet: Sheet, whole: Conversion) -> None:
        self._under_way.discard((sheet, whole.config))
        sheet.conversions.take(whole)
        if sheet is self._view.sheet and whole.config == self._config(sheet):
            self._view.arrange()

    def reaches(self) -> bool:
        """Whether all that is in view is converted."""
        view = self._view
        lines = view.lines_in_view()
        if view.sheet is None or not len(lines):
            return True
        sheet, layout = view.sheet, view.sheet.typeset.layout
        shown = Span(int(layout.line_start[lines[0]]), int(layout.line_end[lines[-1]]))
        return sheet.conversions.reaches(self._config(sheet), sheet.shown.to_source(shown))

    def _config(self, sheet: Sheet) -> str:
        return sheet.configuration(self._view.viewing)

    def _follow(self, kinds: frozenset[str]) -> None:
        sheet = self._view.sheet
        if sheet is not None and "exceptions" in kinds:
            sheet.conversions.except_anew()
            self._view.arrange()
