"""What the first page does not need is not loaded before it is there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from meipi.exchange.opening import read_file
from meipi.workspace import Workspace, open_library

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "samples" / "tea-ferry.txt"
HEAVY = ("pypinyin", "rjieba", "opencc", "sqlite_utils", "lxml", "readability", "markdown_it", "ruamel")
LATER = (
    "importlib.metadata",
    "meipi.language.regional",
    "meipi.language.words",
    "meipi.window.export_dialog",
    "meipi.window.key_sheet",
    "meipi.window.palette",
)

STARTED = """
import gc, sys
from meipi.__main__ import application
app = application(["--library", sys.argv[1]])
assert gc.isenabled() and gc.get_freeze_count()
print("\\n".join(sys.modules))
app.close()
"""


def test_a_start_loads_only_what_the_first_page_needs(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path) as library:
        Workspace(library).add_drafts([read_file(SAMPLE)])
    command = [sys.executable, "-c", STARTED, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    loaded = done.stdout.split()
    assert not set(loaded).intersection([*HEAVY, *LATER])
    # PySide6 slows the imports that come after its own.
    assert loaded.index("numpy") < loaded.index("PySide6")


def test_the_version_is_told() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "meipi", "--version"], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.startswith("meipi ")
