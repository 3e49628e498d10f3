"""A process that reads one long text in the real window and tells, as JSON, how long everything took."""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import QCoreApplication
from tests.benchmarks.reader import press
from tests.benchmarks.timing import p99, timed

from meipi.app import App, build
from meipi.exchange.opening import read_file
from meipi.workspace import Workspace, open_library

_TOGGLES = 21
_PAGES = 150


def _peak_memory() -> float:
    """Megabytes of the process at its largest so far; NaN where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return float("nan")
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def _pages(app: App) -> list[float]:
    """Pages turned one after the other, each seen for the first time."""
    page = app.window.page
    page.verticalScrollBar().setValue(0)
    page.viewport().repaint()
    return [timed(partial(press, app, app.commands["go.page_down"])) for _ in range(_PAGES)]


def _first_turns(app: App) -> dict[str, float]:
    """Every script for the first time: until it is painted, until the whole text is converted on a worker,
    and how long meanwhile the window held still at most."""
    page, viewing = app.window.page, app.viewing
    painted, whole, still = [], [], []
    for turn in (
        partial(viewing.set_variant, "tw", True),
        partial(viewing.set_variant, "hk", False),
        partial(viewing.set_script, "simplified"),
    ):
        painted.append(timed(turn) + timed(page.viewport().repaint))
        start = perf_counter()
        while page.sheet is not None and page.sheet.conversions.lacks(page.sheet.configuration(viewing)):
            still.append(timed(QCoreApplication.processEvents))
        whole.append((perf_counter() - start) * 1000)
    viewing.set_script("source")
    return {
        "a script never shown before, painted, longest": max(painted),
        "the same, converted as a whole, longest": max(whole),
        "the window's longest standstill until then": max(still, default=0.0),
    }


def measure(path: Path, folder: Path) -> dict[str, float]:
    library = folder / "library.db"
    with open_library(library) as opened:
        workspace = Workspace(opened)
        (long,) = workspace.add_drafts([read_file(path)])
    app = build(library=library)
    app.workspace.open_article(None)
    app.window.resize(1440, 900)
    app.window.show()
    QCoreApplication.processEvents()
    page = app.window.page

    def open_it() -> None:
        app.workspace.open_article(long.id)
        page.viewport().repaint()

    told = {"text in the library to painted": timed(open_it), "peak memory, painted": _peak_memory()}
    app.jobs.wait()
    told |= _first_turns(app)
    for what, command in (("script", "view.script_toggle"), ("pinyin", "view.pinyin_toggle")):
        turn = partial(press, app, app.commands[command])
        if what == "pinyin":
            told["pinyin, first time"] = timed(turn)
        times = [timed(turn) for _ in range(_TOGGLES)]
        if what == "pinyin":
            told["pinyin on, median"], told["pinyin off, median"] = median(times[1::2]), median(times[::2])
        else:
            told["script, median"] = median(times)
    app.viewing.set_script("source")
    app.viewing.set_phonetics("none")
    plain = _pages(app)
    told["page on, plain, median"], told["page on, plain, p99"] = median(plain), p99(plain)
    app.viewing.set_phonetics("pinyin")
    read = _pages(app)
    told["page on, pinyin found on the way, median"] = median(read)
    told["page on, pinyin found on the way, p99"] = p99(read)
    told["peak memory, readings and all scripts"] = _peak_memory()
    app.close()
    return told


if __name__ == "__main__":
    with TemporaryDirectory() as place:
        print(json.dumps(measure(Path(sys.argv[1]), Path(place))))
