"""What the first page does not need is not loaded before it, and nothing moves when the rest comes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from meipi.exchange.opening import read_file
from meipi.workspace import Workspace, open_library

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "samples" / "tea-ferry.txt"
HEAVY = ("pypinyin", "rjieba", "opencc", "sqlite_utils", "lxml", "readability", "markdown_it", "ruamel")
LATER = (
    "importlib.metadata",
    "numpy.ma",
    "meipi.language.orthography",
    "meipi.language.regional",
    "meipi.language.words",
    "meipi.reading.head_notes",
    "meipi.reading.keys",
    "meipi.reading.mirror",
    "meipi.reading.pointer",
    "meipi.workspace.articles",
    "meipi.workspace.marks",
)
WINDOW = {f"meipi.window.{name}" for name in ("appearance", "frame", "main_window")}

# Tells, as JSON, what is there when the page has been painted, and when the window has been furnished.
STARTED = """
import gc, json, sys
from meipi.__main__ import application
app = application(["--library", sys.argv[1]])
window, page = app.window, app.window.page
from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import QPoint, QTimer

def places():
    view = page.viewport()
    return [
        *(view.mapTo(window, QPoint()).toTuple() + view.size().toTuple()),
        page.position, page.left, page.bar.value(), page.hasFocus(),
        window.width(), window.height(), window.windowTitle(),
    ]

def painted():
    classes = [*vars(QtGui), *vars(QtWidgets)]
    told = {"modules": list(sys.modules), "classes": classes, "furnished": window.furnished}
    print(json.dumps(told | {"places": places()}))
    QTimer.singleShot(0, furnished)

def furnished():
    if not window.furnished or not gc.isenabled():
        QTimer.singleShot(10, furnished)
        return
    app.qt.processEvents()
    print(json.dumps({"frozen": gc.get_freeze_count(), "places": places(), "commands": len(app.commands)}))
    window.close()

page.first_painted.connect(painted)
sys.exit(app.run())
"""


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    path = tmp_path_factory.mktemp("start") / "library.db"
    with open_library(path) as library:
        Workspace(library).add_drafts([read_file(SAMPLE)])
    command = [sys.executable, "-c", STARTED, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_start_loads_only_what_the_first_page_needs(start: list[dict[str, Any]]) -> None:
    loaded = start[0]["modules"]
    assert not set(loaded).intersection([*HEAVY, *LATER])
    assert not [name for name in loaded if name.startswith(("meipi.library", "meipi.notes"))]
    assert {name for name in loaded if name.startswith("meipi.window.")} == WINDOW
    # PySide6 slows the imports that come after its own.
    assert loaded.index("numpy") < loaded.index("PySide6")


def test_a_start_makes_only_those_classes_of_qt_that_the_first_page_needs(
    start: list[dict[str, Any]],
) -> None:
    # PySide6 makes a class when it is first named. If Qt hands Python a widget or an event of its own, it
    # makes all kinds of widget or of event, to find out which it is.
    assert not {"QCalendarWidget", "QGestureEvent", "QStyle"}.intersection(start[0]["classes"])


def test_the_window_is_furnished_after_its_first_page(start: list[dict[str, Any]]) -> None:
    first, then = start
    assert not first["furnished"]
    assert then["commands"]
    assert then["frozen"]


def test_nothing_moves_when_the_window_is_furnished(start: list[dict[str, Any]]) -> None:
    assert start[0]["places"] == start[1]["places"]


def test_a_window_closed_before_it_is_furnished_ends_the_program(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path) as library:
        Workspace(library).add_drafts([read_file(SAMPLE)])
    script = """
import sys
from meipi.__main__ import application
app = application(["--library", sys.argv[1]])
app.window.page.first_painted.connect(app.window.close)
code = app.run()
assert not app.window.furnished
sys.exit(code)
"""
    subprocess.run([sys.executable, "-c", script, str(path)], check=True, timeout=60)


def test_the_version_is_told() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "meipi", "--version"], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.startswith("meipi ")
