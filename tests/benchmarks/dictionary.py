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
from tests.benchmarks.timing import p99, timed, worked

_PEER = "a dict of the lines, longest match"
_LENGTH = 5_000
_LONGEST = 20


def run() -> list[Row]:
    """A first use, which makes the index, then one that finds it, then the peer."""
    with TemporaryDirectory() as folder:
        first, ours, four, peer = (_told(folder, who) for who in ("meipi", "meipi", "four", "peer"))
    return [
        at_most(3000, "first look-up of all, the index is made", first["opened"], "ms"),
        Row("memory after that, more than before", first["memory"], "MB"),
        Row("first look-up, the index is there", ours["opened"], "ms", _PEER, peer["opened"]),
        at_most(10, f"memory after {_LENGTH:,} look-ups, more than before", ours["memory"], "MB", _PEER,
                peer["memory"]),
        at_most(1, "a look-up, median, processor", ours["median"], "ms", _PEER, peer["median"]),
        at_most(1, "a look-up, p99, processor", ours["p99"], "ms", _PEER, peer["p99"]),
        at_most(1, "a look-up in four dictionaries as large, median, processor", four["median"], "ms"),
        Row("the same, p99", four["p99"], "ms"),
        at_most(10, "memory after these, more than before", four["memory"], "MB"),
    ]  # fmt: skip


def _told(folder: str, who: str) -> dict[str, float]:
    told: dict[str, float] = json.loads(
        output(["-m", "tests.benchmarks.dictionary", folder, who], environment(""))
    )
    return told


def _measure(folder: Path, who: str) -> dict[str, float]:
    """What one process needs after it has divided and converted a text, as the page does."""
    from meipi.language import script, shelf, words

    text = of_length(_LENGTH)
    script.convert(text, "t2s")
    words.segment(text)
    before = _memory()
    with patch("platformdirs.user_cache_path", lambda *_, **__: folder):
        lines: dict[str, list[str]] = {}
        if who == "four":
            shelf.THE.arrange([None, *_own(folder)])
        look_up: Callable[[str, int], object] = partial(_plain, lines) if who == "peer" else words.look_up
        opened = timed(lambda: lines.update(_in_memory() if who == "peer" else {}) or look_up(text, 0))
    times = [worked(partial(look_up, text, offset)) for offset in range(len(text))]
    return {"opened": opened, "median": median(times), "p99": p99(times), "memory": _memory() - before}


def _own(folder: Path) -> list[Path]:
    """CC-CEDICT three times more, as dictionaries of the reader's own; made by a process of its own."""
    places = [folder / f"own-{number}.index" for number in range(3)]
    if not all(place.exists() for place in places):
        output(["-m", "tests.benchmarks.dictionary", str(folder), "own"], environment(""))
    return places


def _make_own(folder: Path) -> None:
    from meipi.language import cedict, own_dictionary, packaged_dictionary
    from meipi.language.own_dictionary import About

    lines = [line.partition(packaged_dictionary.ADDED_AFTER)[0] for line in packaged_dictionary.lines()]
    parsed = [entry for entry in map(cedict.parse, lines) if entry is not None]
    rows = [
        own_dictionary.Row((entry.traditional,), entry.pinyin, entry.senses or ("…",)) for entry in parsed
    ]
    data = [
        own_dictionary.of_lines(About("lines", len(lines), "cedict"), lines),
        own_dictionary.of_rows(About("rows", len(rows), "rows"), rows),
        own_dictionary.of_rows(About("more rows", len(rows), "rows"), rows),
    ]
    for number, each in enumerate(data):
        (folder / f"own-{number}.index").write_bytes(each)


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
    if sys.argv[2] == "own":
        _make_own(Path(sys.argv[1]))
    else:
        print(json.dumps(_measure(Path(sys.argv[1]), sys.argv[2])))
