"""`python -m tests.benchmarks [NAME…]`: measure all, or what is named, and keep the tables.

Each table goes to `build/bench/<name>.md`; a run of all also writes RESULTS.md here.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from time import monotonic

from tests.benchmarks.rows import Row, table
from tests.benchmarks.texts import ROOT

_TITLES = {
    "start": "Start",
    "toggles": "Turning script and pinyin",
    "page": "The page",
    "conversion": "Conversion of script",
    "readings": "Pinyin",
    "words": "Words",
    "dictionary": "Dictionary",
    "word_card": "The word card",
    "marks": "Marks",
    "notes": "The pane of notes",
    "safety": "Safety",
    "library": "Large libraries",
    "anchors": "Marks in changed texts",
    "encodings": "Encodings",
    "imports": "Imports",
    "damaged": "Damaged files",
    "search": "Searching",
    "quotes": "Quotes and their speakers",
}
_RESULTS = Path(__file__).with_name("RESULTS.md")


def main(names: Sequence[str]) -> int:
    """Run the benchmarks; 2 if there is none of a name, 1 if a limit is missed."""
    unknown = sorted(set(names) - set(_TITLES))
    if unknown:
        print(f"no such benchmark: {', '.join(unknown)}; there are {', '.join(_TITLES)}", file=sys.stderr)
        return 2
    folder = ROOT / "build" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    parts: list[str] = []
    missed = False
    for name, title in _TITLES.items():
        if names and name not in names:
            continue
        begun = monotonic()
        rows: list[Row] = import_module(f"tests.benchmarks.{name}").run()
        missed = missed or any(row.held is False for row in rows)
        parts.append(f"## {title}\n\n{table(rows)}")
        (folder / f"{name}.md").write_text(f"{_machine()}\n\n{parts[-1]}", "utf-8")
        print(f"{parts[-1]}\n({name}: {monotonic() - begun:.0f} s)\n", flush=True)
    if not names:
        _RESULTS.write_text("\n".join([f"# What `make bench` measured\n\n{_machine()}\n", *parts]), "utf-8")
    return int(missed)


def _machine() -> str:
    packages = ", ".join(
        f"{name} {version(name)}" for name in ("PySide6-Essentials", "numpy", "OpenCC", "pypinyin")
    )
    day = datetime.now(UTC).date().isoformat()
    return (
        f"{day}, {platform.system()} {platform.machine()}, {os.cpu_count()} processors, "
        f"Python {platform.python_version()}, {packages}. A peer is measured in the same run, in turn "
        "with Meipi; times are those of one machine, ratios tell more."
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
