"""A second start on a library whose window is open, and what becomes of a damaged one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from meipi.exchange.opening import read_file
from meipi.support.second_start import address, hand_over, message, understood
from meipi.window.door import Door
from meipi.workspace import Workspace, open_library

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets have paths here")


@pytest.fixture(autouse=True)
def _own_runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    # Not pytest's own folder: the path of a socket may not be long.
    with tempfile.TemporaryDirectory(prefix="m") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    path.with_suffix(".ini").write_text("[ui]\nlanguage=en\n")
    with open_library(path) as opened:
        Workspace(opened).add_drafts([read_file(SAMPLES / "tea-ferry.txt")])
    return path


# A window that tells when it listens, and each article that comes.
WINDOW = """
import sys
from meipi import __main__
make = __main__.application
def application(words):
    app = make(words)
    from PySide6.QtCore import QTimer
    timer = QTimer(app.window, interval=20)
    def look():
        if app._door is not None and app._door.open:
            timer.stop()
            print("open", flush=True)
    timer.timeout.connect(look)
    timer.start()
    app.workspace.article_opened.connect(lambda article: print(article.title, flush=True))
    app.window.recovered.connect(lambda told: print(told, flush=True))
    return app
__main__.application = application
sys.exit(__main__.main(sys.argv[1:]))
"""


def start(*words: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WINDOW, *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=SAMPLES)


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_second_start_hands_its_files_to_the_first_window(library: Path) -> None:
    first = start("--library", library)
    try:
        assert line(first) == "open"
        relative = os.path.relpath(library, SAMPLES)
        with start("--library", relative, "the-far-bank.txt") as second:
            assert second.wait(30) == 0
            assert line(second) == ""
        assert line(first) == "对岸"
        with open_library(library) as opened:
            assert len(opened.articles()) == 2
    finally:
        end(first)
    # One that was killed answers no more: the next start has a window of its own.
    assert os.path.exists(address(library))
    third = start("--library", library)
    try:
        assert line(third) == "open"
    finally:
        end(third)


def test_nobody_to_ask_costs_nothing(library: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from meipi.support.second_start import hand_over;"
        "print(hand_over(Path(sys.argv[1]), []), 'socket' in sys.modules, 'PySide6' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script, library], capture_output=True, text=True, check=True)
    assert done.stdout == "False False False\n"


def test_one_door_a_library(qtbot: QtBot, library: Path, tmp_path: Path) -> None:
    parent = QObject()
    first = Door(library, parent)
    assert first.open
    assert not Door(library, parent).open
    other = Door(tmp_path / "other.db", parent)
    assert other.open
    first.close()
    other.close()
    assert not os.path.exists(address(library))


def test_what_is_no_message_is_not_understood(library: Path, tmp_path: Path) -> None:
    assert understood(message(library, [Path("/a/鹽.txt")]), library) == [Path("/a/鹽.txt")]
    for data in (b"", b"\xff\n", b"{}\n", b"[1, 2]\n", json.dumps([str(library), "x"]).encode()):
        assert understood(data, library) is None
    assert understood(message(tmp_path / "other.db", []), library) is None
    with open(address(library), "w"):  # something else of that name
        assert not hand_over(library, [])


def test_a_window_offers_what_can_be_brought_back(library: Path) -> None:
    """From the damaged library to the next window, in one process, by the button."""
    with open_library(library):
        pass
    data = library.read_bytes()
    library.write_bytes(data[:4096] + bytes(4096) + data[8192:])
    script = WINDOW.replace(
        "    return app\n",
        """    ways = [button for button in getattr(app.window.centre.currentWidget(), "buttons", ())]
    if ways:
        print([button.text() for button in ways], flush=True)
        QTimer.singleShot(0, ways[0].click)
    return app
""",
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, "--library", str(library)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert line(process) == "['Read all that can be read', 'Quit']"
        assert line(process).startswith("This is what could be brought back.")
        assert line(process) == "open"
    finally:
        end(process)
    (aside,) = library.parent.glob("library-damaged-*.db")
    assert aside.read_bytes()[:8192] == data[:4096] + bytes(4096)
    with open_library(library) as opened:
        assert [info.title for info in opened.articles()] == ["一條茶渡，等來一座橋"]
