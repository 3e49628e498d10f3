"""Look-up in the dictionary, beside the same lines in a dict in memory; each in a process of its own."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from unittest.mock import patch

from tests.benchmarks.processes import environment, output
from tests.benchmarks.rows import Row, at_most
from tests.benchmarks.texts import of_length
from tests.benchmarks.timing import p99, timed

_PEER = "a dict of the lines, longest match"
_LENGTH = 5_000
_LONGEST = 20


def run() -> list[Row]:
    """A first use, which makes the index, then one that finds it, then the peer."""
    with TemporaryDirectory() as folder:
        first, ours, peer = (_told(folder, who) for who in ("meipi", "meipi", "peer"))
    return [
        at_most(3000, "first look-up of all, the index is made", first["opened"], "ms"),
        Row("memory after that, more than before", first["memory"], "MB"),
        Row("first look-up, the index is there", ours["opened"], "ms", _PEER, peer["opened"]),
        at_most(10, f"memory after {_LENGTH:,} look-ups, more than before", ours["memory"], "MB", _PEER,
                peer["memory"]),
        at_most(1, "a look-up, median", ours["median"], "ms", _PEER, peer["median"]),
        at_most(1, "a look-up, p99", ours["p99"], "ms", _PEER, peer["p99"]),
    ]  # fmt: skip


def _told(folder: str, who: str) -> dict[str, float]:
    told: dict[str, float] = json.loads(
        output(["-m", "tests.benchmarks.dictionary", folder, who], environment(""))
    )
    return told


def _measure(folder: Path, who: str) -> dict[str, float]:
    """What one process needs after it has divided and converted a text, as the page does."""
    from meipi.language import script, words

    text = of_length(_LENGTH)
    script.convert(text, "t2s")
    words.segment(text)
    before = _memory()
    with patch("platformdirs.user_cache_path", lambda *_, **__: folder):
        lines: dict[str, list[str]] = {}
        look_up: Callable[[str, int], object] = words.look_up if who == "meipi" else partial(_plain, lines)
        opened = timed(lambda: lines.update(_in_memory() if who == "peer" else {}) or look_up(text, 0))
    times = [timed(partial(look_up, text, offset)) for offset in range(len(text))]
    return {"opened": opened, "median": median(times), "p99": p99(times), "memory": _memory() - before}


def _in_memory() -> dict[str, list[str]]:
    from meipi.language import cedict, packaged_dictionary

    found: dict[str, list[str]] = {}
    for line in packaged_dictionary.lines():
        for headword in set(cedict.headwords(line)):
            found.setdefault(headword, []).append(line)
    return found


def _plain(lines: dict[str, list[str]], text: str, offset: int) -> list[str]:
    """The lines of each headword as they are, without conversion of script."""
    ends = range(min(len(text), offset + _LONGEST), offset, -1)
    return [line for end in ends for line in lines.get(text[offset:end], ())]


def _memory() -> float:
    """Megabytes of this process; NaN where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return float("nan")
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    print(json.dumps(_measure(Path(sys.argv[1]), sys.argv[2])))
