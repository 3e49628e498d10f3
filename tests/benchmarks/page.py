"""The reading page beside Chromium and QTextBrowser: the same article at three lengths, with pinyin.

Each is a process of its own on the same machine, and they take turns. Ours is the real window, once in lines
with pinyin and once in columns with zhuyin. Chromium tells a time when two frames have passed since the
change, which takes as long even if nothing changes; that floor is measured and taken off in a column of its
own.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import sleep

from tests.benchmarks import chromium, page_peers
from tests.benchmarks.page_rows import (
    BROWSER,
    CHROMIUM,
    OPEN,
    PAGE,
    PHONETICS,
    RESIZE,
    SCRIPT,
    Figures,
    growth,
)
from tests.benchmarks.page_texts import Article, prepare, write_html
from tests.benchmarks.processes import environment, screen
from tests.benchmarks.rows import Row, at_most, ratio_at_most
from tests.benchmarks.timing import p99
from tests.benchmarks.worker import Taken, Worker, worker

_LENGTHS = (("1.6k", 1_600), ("100k", 100_000), ("1M", 1_000_000))
_OPENED = (9, 9, 3)
_TURNED = 10
_PAGES = 70
_OBJECTS_UP_TO = "100k"
_OBJECT_ROUNDS = 2
_BREATH = 0.05
"""Seconds after each work of Chromium's, which goes on after it has painted."""
_REST = 0.15
"""Seconds on a page: far less than reading one takes."""
_MARKS, _MARKED, _MARKS_COST = 1_000, "100k", 1.2
_MOST_MEMORY, _LEAST_PEER_MEMORY = 200, 5

LINES, COLUMNS = "in lines with pinyin", "in columns with zhuyin"
_MODES = {LINES: ("horizontal", "pinyin"), COLUMNS: ("vertical", "zhuyin")}


def run() -> list[Row]:
    """All lengths, then the marks, memory and growth."""
    path = chromium.program()
    rows = [Row("load of the machine at the beginning, processes waiting", os.getloadavg()[0], "")]
    with TemporaryDirectory() as place, screen() as display:
        variables = environment(display)
        articles = [prepare(Path(place) / name, name, length) for name, length in _LENGTHS]
        lengths = [_Length(article, number, path, variables) for number, article in enumerate(articles)]
        for length in lengths:
            rows += length.run()
        marked = next(article for article in articles if article.name == _MARKED)
        for mode in _MODES:
            rows += _marks(marked, mode, variables)
        rows += _memory(lengths, variables)
    short, long = lengths[0].figures, lengths[-1].figures
    rows += growth(short, long, LINES, CHROMIUM, f", {LINES}")
    rows += growth(short, long, COLUMNS, "", f", {COLUMNS}")
    return [*rows, Row("load of the machine at the end", os.getloadavg()[0], "")]


class _Length:
    """One length of the article: everyone who shows it, in turn."""

    def __init__(
        self, article: Article, place: int, chromium_path: str | None, variables: Mapping[str, str]
    ) -> None:
        self.article, self._chromium, self._variables = article, chromium_path, variables
        self._opened = _OPENED[place]
        self.figures = Figures(article.name, place)
        self.chromium_memory: float | None = None
        self.browser_memory: float | None = None

    def run(self) -> Iterator[Row]:
        """Its rows."""
        name, figures = self.article.name, self.figures
        with ExitStack() as stack:
            ours = {
                mode: stack.enter_context(_window(self.article, mode, self._variables)) for mode in _MODES
            }
            firsts = {mode: window.time("open_first") for mode, window in ours.items()}
            unread = self._unread(ours)
            view = ours[LINES].ask("view")
            readers: dict[str, page_peers.Reader] = {}
            for mode, window in ours.items():
                readers[mode] = page_peers.Meipi(window, _MODES[mode][1])
            peer = self._open_chromium(stack, view, readers)
            self._open_browser(stack, view, readers)
            self._take(readers, peer)
            rested = {mode: self._rested(window) for mode, window in ours.items()}
        for mode, first in firsts.items():
            yield Row(
                f"{name}: library → painted, first time in the process, no readings yet, {mode}",
                first.wall,
                "ms",
                cpu=first.cpu,
            )
        yield from figures.rows(LINES, (CHROMIUM, BROWSER), f", {LINES}")
        yield from figures.rows(COLUMNS, (), f", {COLUMNS}")
        for when, pages in (("onto text not yet read", unread), ("after a rest", rested)):
            for mode, turned in pages.items():
                for what, pick in (("median", median), ("p99", p99)):
                    wall, cpu = pick([taken.wall for taken in turned]), pick([taken.cpu for taken in turned])
                    yield Row(f"{name}: page turn {when}, {mode}, {what}", wall, "ms", cpu=cpu)
        if peer is not None:
            partial = median(peer.first_paint)
            yield Row(
                f"{name}: text in memory → painted page, beside anything painted at all, {LINES}, median",
                figures.median(LINES, OPEN) or 0,
                "ms",
                CHROMIUM,
                partial,
            )

    def _unread(self, ours: Mapping[str, Worker]) -> dict[str, list[Taken]]:
        """Pages of a text of which nothing but the first page has been read."""
        if self.article.name == _LENGTHS[0][0]:
            return {}
        found: dict[str, list[Taken]] = {mode: [] for mode in ours}
        for _ in range(_PAGES):
            for mode, window in ours.items():
                found[mode].append(window.time("page_down"))
        return found

    def _rested(self, window: Worker) -> list[Taken]:
        """Pages turned by a reader who looks at each for a moment, in which the next is drawn ahead."""
        window.ask("to_top")
        found = []
        for _ in range(_PAGES):
            window.ask("rest", _REST)
            found.append(window.time("page_down"))
        return found

    def _open_chromium(
        self, stack: ExitStack, view: Mapping[str, int], readers: dict[str, page_peers.Reader]
    ) -> page_peers.Chromium | None:
        if self._chromium is None:
            return None
        pages = write_html(self.article, view["measure"])
        with chromium.tab(self._chromium) as fresh:
            once = page_peers.Chromium(fresh, pages, view["width"], view["height"])
            once.open()
            self.chromium_memory = fresh.memory()
        tab = stack.enter_context(chromium.tab(self._chromium))
        peer = page_peers.Chromium(tab, pages, view["width"], view["height"])
        peer.open()
        peer.first_paint.clear()
        readers[CHROMIUM] = peer
        return peer

    def _open_browser(
        self, stack: ExitStack, view: Mapping[str, int], readers: dict[str, page_peers.Reader]
    ) -> None:
        if self.article.name not in (_LENGTHS[0][0], _OBJECTS_UP_TO):
            return
        files = (self.article.text, self.article.readings, self.article.other)
        window = stack.enter_context(worker("page_browser", files, self._variables))
        browser = page_peers.Browser(window, view["measure"], view["height"])
        browser.open()
        self.browser_memory = window.ask("peak")
        readers[BROWSER] = browser

    def _take(self, readers: Mapping[str, page_peers.Reader], peer: page_peers.Chromium | None) -> None:
        for number in range(self._opened):
            self._each(readers, OPEN, number, self._opened)
        if peer is not None:
            peer.open_both()
            self.figures.floor = median(peer.nothing().wall for _ in range(2 * _TURNED))
        for reader in readers.values():
            if isinstance(reader, page_peers.Meipi):
                reader.worker.ask("read_all")
        for what in (PHONETICS, SCRIPT, RESIZE):
            # The first two make what is kept: the other form, the other faces.
            for number in range(-2, _TURNED):
                self._each(readers, what, number, _TURNED)
        for reader in readers.values():
            if isinstance(reader, page_peers.Meipi):
                reader.worker.ask("to_top")
        for number in range(_PAGES):
            self._each(readers, PAGE, number, _PAGES)

    def _each(self, readers: Mapping[str, page_peers.Reader], what: str, number: int, rounds: int) -> None:
        on = bool(number % 2)
        for name, reader in readers.items():
            # Objects are a hundred times as slow: fewer rounds tell as much.
            if name == BROWSER and number >= _OBJECT_ROUNDS and rounds < _PAGES:
                continue
            taken = _do(reader, what, on)
            # Of phonetics only on: off, a peer that sets readings as objects has none to set.
            if number >= 0 and (on or what != PHONETICS):
                self.figures.add(name, what, taken)
            if name == CHROMIUM:
                sleep(_BREATH)


def _do(reader: page_peers.Reader, what: str, on: bool) -> Taken:
    if what == PHONETICS:
        return reader.phonetics(on)
    if what == SCRIPT:
        return reader.script(not on)
    if what == RESIZE:
        return reader.resize(not on)
    return reader.open() if what == OPEN else reader.page_down()


@contextmanager
def _window(article: Article, mode: str, variables: Mapping[str, str]) -> Iterator[Worker]:
    """Our window, with a copy of the library that is its own."""
    with TemporaryDirectory() as folder:
        library = shutil.copy(article.library, folder)
        with worker("page_meipi", (library, article.number, *_MODES[mode]), variables) as window:
            yield window
            window.ask("close")


def _marks(article: Article, mode: str, variables: Mapping[str, str]) -> Iterator[Row]:
    """Page turns through marks and a selection, beside the same pages without."""
    with _window(article, mode, variables) as plain, _window(article, mode, variables) as marked:
        for window in (plain, marked):
            window.ask("open_first")
            window.ask("read_all")
        marked.ask("mark", _MARKS)
        marked.ask("read_all")
        for window in (plain, marked):
            window.ask("to_top")
        times = [(marked.time("page_down"), plain.time("page_down")) for _ in range(_PAGES)]
    ours, bare = [pair[0] for pair in times], [pair[1] for pair in times]
    what = f"{article.name}: page turn, {_MARKS:,} marks and all selected, {mode}"
    yield ratio_at_most(
        _MARKS_COST, f"{what}, median", median(taken.wall for taken in ours), "ms", "the same pages without",
        median(taken.wall for taken in bare),
    )  # fmt: skip
    yield Row(
        f"{what}, processor, median", median(taken.cpu for taken in ours), "ms", "the same pages without",
        median(taken.cpu for taken in bare),
    )  # fmt: skip


def _memory(lengths: list[_Length], variables: Mapping[str, str]) -> Iterator[Row]:
    """Of fresh processes: ours at its peak, Chromium's after it has opened the article."""
    for length in lengths:
        for mode in _MODES:
            with _window(length.article, mode, variables) as window:
                window.ask("open_first")
                opened = window.ask("peak")
                read = window.ask("read_all") if mode == LINES else None
            name = length.article.name
            peer, theirs = f"{CHROMIUM}, all its processes", length.chromium_memory
            what = f"{name}: memory, peak, first page read, {mode}"
            if length is lengths[-1] and theirs is not None:
                held = opened <= _MOST_MEMORY and opened * _LEAST_PEER_MEMORY <= theirs
                yield Row(
                    what, opened, "MB", peer, theirs, f"≤ {_MOST_MEMORY} MB, 1/{_LEAST_PEER_MEMORY}", held
                )
            elif length is lengths[-1]:
                yield at_most(_MOST_MEMORY, what, opened, "MB", f"{CHROMIUM}: not to be had")
            else:
                yield Row(what, opened, "MB", peer if theirs else "", theirs)
            if read is not None:
                browser = BROWSER if length.browser_memory else ""
                title = f"{name}: memory, peak, all read, {mode}"
                yield Row(title, read, "MB", browser, length.browser_memory)


if __name__ == "__main__":
    from tests.benchmarks.rows import table

    print(table(run()))
