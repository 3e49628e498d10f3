"""The page and its peers, all asked for the same things."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from tests.benchmarks.chromium import Tab
from tests.benchmarks.worker import Taken, Worker


class Reader(Protocol):
    """Something that shows the article. Times are milliseconds to the painted page."""

    def open(self) -> Taken: ...

    def phonetics(self, on: bool) -> Taken: ...

    def script(self, simplified: bool) -> Taken: ...

    def resize(self, narrow: bool) -> Taken: ...

    def page_down(self) -> Taken: ...


class Meipi:
    """Our page, with all readings found."""

    def __init__(self, worker: Worker, phonetics: str) -> None:
        self.worker, self._phonetics = worker, phonetics

    def open(self) -> Taken:
        return self.worker.time("again_from_memory")

    def phonetics(self, on: bool) -> Taken:
        return self.worker.time("phonetics", self._phonetics if on else "none")

    def script(self, simplified: bool) -> Taken:
        return self.worker.time("script", "simplified" if simplified else "source")

    def resize(self, narrow: bool) -> Taken:
        return self.worker.time("resize", narrow)

    def page_down(self) -> Taken:
        return self.worker.time("page_down")


class Browser:
    """QTextBrowser, an object for each reading."""

    def __init__(self, worker: Worker, width: int, height: int) -> None:
        self.worker, self._width, self._height = worker, width, height
        worker.ask("show", width, height)

    def open(self) -> Taken:
        return self.worker.time("open")

    def phonetics(self, on: bool) -> Taken:
        return self.worker.time("phonetics", "pinyin" if on else "none")

    def script(self, simplified: bool) -> Taken:
        return self.worker.time("script", "simplified" if simplified else "source")

    def resize(self, narrow: bool) -> Taken:
        return self.worker.time("resize", self._width * 3 // 4 if narrow else self._width, self._height)

    def page_down(self) -> Taken:
        return self.worker.time("page_down")


class Chromium:
    """Chromium's engine, warm. It opens `one`; what comes after is done in `both`, where both scripts are."""

    def __init__(self, tab: Tab, pages: Sequence[Path], width: int, height: int) -> None:
        self.tab, (self._one, self._both) = tab, pages
        tab.view(width, height)
        self.first_paint: list[float] = []
        """Of each opening, when anything at all was painted: of a long article only its beginning."""

    def open(self) -> Taken:
        self.tab.open(self._one)
        taken = self.tab.value("painted")
        first = self.tab.value("performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
        self.first_paint.append(taken if first is None else first)
        return _wall(taken)

    def open_both(self) -> None:
        """Make both scripts ready."""
        self.tab.open(self._both)
        self.tab.value("painted")

    def nothing(self) -> Taken:
        """What a change takes that changes nothing."""
        return _wall(self.tab.value("taken(() => 0)"))

    def phonetics(self, on: bool) -> Taken:
        return self._set("plain", not on)

    def script(self, simplified: bool) -> Taken:
        return self._set("turned", simplified)

    def resize(self, narrow: bool) -> Taken:
        return self._set("narrow", narrow)

    def page_down(self) -> Taken:
        return _wall(self.tab.value("page()"))

    def _set(self, name: str, to: bool) -> Taken:
        return _wall(self.tab.value(f"taken(() => set('{name}', {str(to).lower()}))"))


def _wall(milliseconds: float) -> Taken:
    return Taken(milliseconds, float("nan"))
