"""A process with the real window on one article of a library, told what to do by `page`.

Arguments: the library, the article's id, "horizontal" or "vertical", and the phonetics.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import monotonic, sleep

from PySide6.QtCore import QCoreApplication
from tests.benchmarks.worker import Stopwatch, Taken, peak_memory, serve

from meipi.app import App, build
from meipi.language.span import Span
from meipi.support.places import settings_file
from meipi.support.settings import Settings

SIZE = 1440, 900
_NARROW = 1100, 700


class Page:
    """What can be asked of the window. Every time ends with a painted page."""

    def __init__(self, app: App, article: int) -> None:
        self._app, self._article, self._page = app, article, app.window.page

    def _painted(self) -> None:
        self._page.viewport().repaint()

    def open_first(self) -> Taken:
        """Open the article from the library, for the first time in this process."""
        with Stopwatch() as watch:
            self._app.workspace.open_article(self._article)
            self._painted()
        # Now pypinyin is loaded, and what is in view is read.
        while not self._read_in_view():
            QCoreApplication.processEvents()
        self._app.jobs.wait()
        self._painted()
        return watch.taken

    def _read_in_view(self) -> bool:
        sheet, lines = self._page.sheet, self._page.lines_in_view()
        assert sheet is not None
        layout = sheet.typeset.layout
        shown = Span(int(layout.line_start[lines[0]]), int(layout.line_end[lines[-1]]))
        return not sheet.readings.missing(sheet.shown.to_source(shown))

    def again_from_library(self) -> Taken:
        self._app.workspace.open_article(None)
        with Stopwatch() as watch:
            self._app.workspace.open_article(self._article)
            self._painted()
        return watch.taken

    def again_from_memory(self) -> Taken:
        """The text and its blocks are at hand, as HTML is for the peers; nothing of it has been set."""
        with Stopwatch() as watch:
            self._page.show_article(self._app.workspace.article)
            self._painted()
        return watch.taken

    def read_all(self) -> float:
        """Find every reading at one go; peak memory in megabytes."""
        sheet = self._page.sheet
        assert sheet is not None
        while (piece := sheet.readings.next_missing()) is not None:
            sheet.readings.read(piece)
        self._page.arrange()
        self._painted()
        return peak_memory()

    def phonetics(self, which: str) -> Taken:
        with Stopwatch() as watch:
            self._app.viewing.set_phonetics(which)
            self._painted()
        return watch.taken

    def script(self, which: str) -> Taken:
        with Stopwatch() as watch:
            self._app.viewing.set_script(which)
            self._painted()
        return watch.taken

    def resize(self, narrow: bool) -> Taken:
        with Stopwatch() as watch:
            self._app.window.resize(*(_NARROW if narrow else SIZE))
            self._painted()
        return watch.taken

    def to_top(self) -> None:
        """Back to the beginning, every line as if never seen."""
        self._page.bar.setValue(0)
        self._forget()
        self._painted()

    def _forget(self) -> None:
        """Drop the glyphs of all lines, as turning the colours of tones on and off does."""
        sheet = self._page.sheet
        assert sheet is not None
        toned = sheet.typeset.toned
        for each in (not toned, toned):
            sheet.typeset.tone(each)

    def rest(self, seconds: float) -> None:
        """What the reader does most of the time: nothing."""
        end = monotonic() + seconds
        while monotonic() < end:
            QCoreApplication.processEvents()
            sleep(0.001)

    def page_down(self) -> Taken:
        """The next page, seen for the first time; from the end of a short article back to its beginning."""
        if self._page.bar.value() >= self._page.bar.maximum():
            self.to_top()
        with Stopwatch() as watch:
            self._page.scroll_page(True)
            self._painted()
        return watch.taken

    def mark(self, count: int) -> None:
        """Marks all over the article, and all of it selected."""
        article = self._app.workspace.article
        assert article is not None
        library, step = self._app.library, article.length // count
        with library.transaction():
            for number in range(count):
                start = number * step
                colour = ("zhu", "teng", "zhu_qing", "tian", "ou")[number % 5]
                style = "underline" if number % 4 == 3 else "ground"
                library.add_mark(article.id, (start, start + 12), colour=colour, style=style)
        self._app.workspace.open_article(None)
        self._app.workspace.open_article(article.id)
        self._page.set_selection(Span(0, article.length))
        self._painted()

    def view(self) -> dict[str, int]:
        """Sizes of the page in logical pixels."""
        port = self._page.viewport()
        return {"width": port.width(), "height": port.height(), "measure": self._page.measure}

    def peak(self) -> float:
        return peak_memory()

    def close(self) -> None:
        self._app.close()


def main(library: str, article: str, direction: str, phonetics: str) -> None:
    # As a reader finds it who has chosen so before: nothing is loaded for it yet.
    settings = Settings(settings_file(Path(library)))
    settings.write("view.vertical", direction == "vertical")
    settings.write("view.phonetics", phonetics)
    app = build(library=Path(library))
    app.workspace.open_article(None)
    app.window.resize(*SIZE)
    app.window.show()
    for _ in range(3):
        QCoreApplication.processEvents()
    serve(Page(app, int(article)))


if __name__ == "__main__":
    main(*sys.argv[1:])
