from __future__ import annotations

import subprocess
import sys

HEAVY = (
    "lxml",
    "readability",
    "markdown_it",
    "ruamel",
    "pypdf",
    "httpx",
    "opencc",
    "pypinyin",
    "rjieba",
    "numpy",
    "PySide6",
)


def test_importing_the_readers_and_writers_loads_nothing_heavy() -> None:
    program = (
        "import sys, meipi.exchange.opening, meipi.exchange.html, meipi.exchange.markdown\n"
        "import meipi.exchange.markdown_export\n"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
