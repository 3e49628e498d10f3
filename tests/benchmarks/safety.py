"""What a change that is on the disk costs, and whether it is there after the program was killed."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.benchmarks.rows import Row, at_most, ratio_at_most
from tests.benchmarks.texts import ROOT, of_length
from tests.benchmarks.timing import interleaved

RUNS = 200
_LENGTH = 5_000
_ROUNDS = 200
_MANY = 10_000


def run() -> list[Row]:
    """One mark saved, a backup, a check and a salvage of a large library, and readers that are killed."""
    with TemporaryDirectory() as folder:
        return [*_saved(Path(folder)), *_whole(Path(folder)), *_killed(Path(folder))]


def _saved(folder: Path) -> Iterator[Row]:
    from meipi.workspace import open_library
    from meipi.workspace.history import History
    from meipi.workspace.marks import AddMark

    text = of_length(_LENGTH)
    raw = sqlite3.connect(folder / "raw.db", isolation_level=None)
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("CREATE TABLE mark (id INTEGER PRIMARY KEY, exact TEXT, note TEXT)")
    with open_library(folder / "saved.db") as library:
        library.prepare_writing()
        article = library.add_article(title="文", text=text)
        place, history = count(0), History(library)

        def raw_commit() -> None:
            raw.execute("BEGIN IMMEDIATE")
            raw.execute("INSERT INTO mark (exact, note) VALUES (?, '')", (text[:64],))
            raw.execute("COMMIT")

        def mark() -> None:
            start = next(place) * 7 % (_LENGTH - 5)
            library.add_mark(article.id, (start, start + 5), colour="zhu")

        def step() -> None:
            start = next(place) * 7 % (_LENGTH - 5)
            history.do(AddMark(article.id, (start, start + 5), "zhu", "ground"))

        raw_times, times, steps = interleaved([raw_commit, mark, step], _ROUNDS, 5)
    raw.close()
    beside = "sqlite3, one row committed"
    yield ratio_at_most(5, "one mark saved, median", median(times), "ms", beside, median(raw_times))
    yield ratio_at_most(
        5,
        "as a step to be undone later, median",
        median(steps),
        "ms",
        beside,
        median(raw_times),
    )


def _whole(folder: Path) -> Iterator[Row]:
    """A library of 10,000 marks in 100 articles."""
    from meipi.workspace import open_library, safety

    path = folder / "large.db"
    text = of_length(_LENGTH * 2)
    with open_library(path) as library, library.transaction():
        for number in range(100):
            article = library.add_article(title=str(number), text=f"{number}{text}")
            for start in range(0, 100 * 50, 50):
                library.add_mark(article.id, (start, start + 9), colour="zhu", note="記")
    steps = {
        f"{_MANY:,} marks in 100 articles: backed up and looked through": lambda: safety.back_up(
            path, "daily"
        ),
        "the same: checked whole": lambda: safety.check(path),
        "the same: salvaged": lambda: safety.save_readable(path),
    }
    for what, step in steps.items():
        begun = perf_counter()
        step()
        yield Row(what, (perf_counter() - begun) * 1000, "ms")
    with open_library(path) as library:
        begun = perf_counter()
        library.compare(safety.found_backups(path)[0].path)
        yield Row("the same: compared with its backup", (perf_counter() - begun) * 1000, "ms")


def _killed(folder: Path) -> Iterator[Row]:
    if sys.platform == "win32":
        return
    sys.path.insert(0, str(ROOT / "tests"))
    from killing import kill

    done = kill(folder / "killed.db", RUNS)
    yield Row(f"changes acknowledged by {RUNS} windows killed with SIGKILL", done.acknowledged, "")
    yield at_most(0, "of these lost", done.lost, "")
    yield at_most(0, "libraries not whole afterwards", done.damaged, "")
