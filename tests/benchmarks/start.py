"""From the start of the process to the first painted article, beside a bare window with one label."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic

from tests.benchmarks.processes import environment, output, screen
from tests.benchmarks.rows import Row, ratio_at_most
from tests.benchmarks.texts import ROOT, articles

_ROUNDS = 21
_WARM_UP = 3
_LIMIT = 1.6
_LISTED = 60


def run() -> list[Row]:
    """Start both in turn, each in processes of its own."""
    from meipi.exchange.opening import read_file
    from meipi.workspace import Workspace, open_library

    with TemporaryDirectory() as folder, screen() as display:
        path = Path(folder) / "library.db"
        with open_library(path) as library:
            (article,) = Workspace(library).add_drafts([read_file(articles()[-1])])
        variables = environment(display)
        meipi = ["-m", "tests.benchmarks.start_meipi", "--library", str(path)]
        bare = ["-m", "tests.benchmarks.start_bare", article.title]
        ours, peers, with_numpy = _in_turn(
            lambda words: _start(words, variables), (meipi, bare, [*bare, "numpy"])
        )
        empty = median(_start(["-c", "import time; print(time.monotonic())"], variables) for _ in range(7))
        _list_imports(meipi, variables)
    where = "Xvfb" if display else "offscreen"
    name = "a window with one label"
    return [
        ratio_at_most(
            _LIMIT, f"start to first painted article, {where}", median(ours), "ms", name, median(peers)
        ),
        ratio_at_most(_LIMIT, "the same, fastest of all starts", min(ours), "ms", name, min(peers)),
        Row("the same, median", median(ours), "ms", f"{name}, numpy loaded", median(with_numpy)),
        Row("of that, Python alone", empty, "ms"),
    ]


def _in_turn(start: Callable[[Sequence[str]], float], kinds: Sequence[list[str]]) -> list[list[float]]:
    taken: list[list[float]] = [[] for _ in kinds]
    for number in range(_WARM_UP + _ROUNDS):
        for words, times in zip(kinds, taken, strict=True):
            time = start(words)
            if number >= _WARM_UP:
                times.append(time)
    return taken


def _start(words: Sequence[str], variables: dict[str, str]) -> float:
    """Milliseconds from just before the process is made to the time it tells; the clock is the machine's."""
    before = monotonic()
    return (float(output(words, variables).split()[0]) - before) * 1000


def _list_imports(words: Sequence[str], variables: dict[str, str]) -> None:
    """Where the time before the first paint goes: the modules that take longest, by their own time."""
    import subprocess
    import sys

    command = [sys.executable, "-X", "importtime", *words]
    told = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True).stderr
    lines = [
        line for line in told.splitlines() if line.startswith("import time:") and "self [us]" not in line
    ]
    lines.sort(key=lambda line: -int(line.removeprefix("import time:").split("|")[0]))
    folder = ROOT / "build" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "start-imports.txt").write_text("\n".join(lines[:_LISTED]) + "\n", "utf-8")
