"""A process with QTextBrowser on the same article, told what to do by `page`.

Arguments: the text, its readings as JSON, the text in the other script.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication
from tests.benchmarks.interlinear import Browser
from tests.benchmarks.worker import Stopwatch, Taken, peak_memory, serve

from meipi.support import fonts


class Peer:
    """What can be asked of the browser. Every time ends with a painted page."""

    def __init__(self, text: str, readings: Sequence[str | None], other: str) -> None:
        self._texts, self._readings = {"source": text, "simplified": other}, readings
        self._script = "source"
        self._browser = Browser(fonts.reading_font("TC", 22), fonts.ui_font(11))

    def show(self, width: int, height: int) -> None:
        self._browser.resize(width, height)
        self._browser.show()
        QApplication.processEvents()

    def _read(self) -> None:
        self._browser.show_read(self._texts[self._script], self._readings)

    def open(self) -> Taken:
        self._browser.show_plain("")
        with Stopwatch() as watch:
            self._read()
        return watch.taken

    def phonetics(self, which: str) -> Taken:
        with Stopwatch() as watch:
            if which == "none":
                self._browser.show_plain(self._texts[self._script])
            else:
                self._read()
        return watch.taken

    def script(self, which: str) -> Taken:
        self._script = which
        with Stopwatch() as watch:
            self._read()
        return watch.taken

    def resize(self, width: int, height: int) -> Taken:
        with Stopwatch() as watch:
            self._browser.resize(width, height)
            self._browser.viewport().repaint()
        return watch.taken

    def page_down(self) -> Taken:
        QApplication.processEvents()  # in which Qt lays out what is not in view
        bar = self._browser.verticalScrollBar()
        if bar.value() >= bar.maximum():
            bar.setValue(0)
            self._browser.viewport().repaint()
        with Stopwatch() as watch:
            bar.setValue(bar.value() + bar.pageStep())
            self._browser.viewport().repaint()
        return watch.taken

    def peak(self) -> float:
        return peak_memory()


def main(text: str, readings: str, other: str) -> None:
    app = QApplication(sys.argv[:1])
    told = json.loads(Path(readings).read_text("utf-8"))
    serve(Peer(Path(text).read_text("utf-8"), told, Path(other).read_text("utf-8")))
    del app


if __name__ == "__main__":
    main(*sys.argv[1:])
