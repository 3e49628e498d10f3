"""A reader whose program is killed: the real window, driven by keys, that tells what it says is kept."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from meipi.exchange.opening import read_file
from meipi.workspace import open_library, safety

SAMPLE = Path(__file__).resolve().parents[1] / "resources" / "samples" / "tea-ferry.txt"
_TESTS = Path(__file__).resolve().parent

# Selects, highlights and notes by keys, and prints each change as soon as the window has said it is done.
READER = f"""
import sys
from pathlib import Path
sys.path.insert(0, {str(_TESTS)!r})
from driving import CONTROL, SHIFT, Driver, Key, running

with running(Path(sys.argv[1]), (900, 600)) as driver:
    workspace, number = driver.app.workspace, int(sys.argv[2])
    texts = {{}}
    def said(told):
        mark = workspace.mark(workspace.mark_id) if workspace.mark_id is not None else None
        if mark is not None and not told.problem:
            print(mark.uid, mark.start, mark.end, mark.note, flush=True)
    driver.window.page.setFocus()
    driver.press(Key.Key_V)
    # Behind the last mark: what has been acknowledged is never changed again.
    driver.window.page.set_selection(None, max((mark.end for mark in workspace.marks), default=0))
    workspace.said.connect(said)
    while True:
        driver.window.page.setFocus()
        driver.press(Key.Key_Right)
        driver.press(Key.Key_Right, SHIFT, times=3)
        driver.press(Key.Key_H)
        number += 1
        if number % 3 == 0:
            driver.press(Key.Key_N)
            driver.type(f"note{{number}}")
            driver.press(Key.Key_Return, CONTROL)
"""


class Killed(NamedTuple):
    """What many killed readers left."""

    runs: int
    acknowledged: int
    lost: int
    """Acknowledged changes that are not there: 0 is the promise."""
    damaged: int
    """Times that the library was not whole afterwards."""


def kill(path: Path, runs: int, seed: int = 7) -> Killed:
    """Start a reader, kill it with SIGKILL at a random moment of its work, and look; so many times."""
    draft = read_file(SAMPLE)
    with open_library(path) as library:
        library.add_article(title=draft.title, text=draft.text * 20)
    dice = random.Random(seed)
    acknowledged: dict[str, list[str]] = {}
    said = damaged = 0
    for number in range(runs):
        command = [sys.executable, "-c", READER, str(path), str(number * 1000)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as reader:
            assert reader.stdout is not None
            lines = [reader.stdout.readline()]
            time.sleep(dice.uniform(0, 0.25))
            reader.kill()
            lines += [line for line in reader.stdout if line.endswith("\n")]
        for line in lines:
            uid, *rest = line.split()
            acknowledged[uid] = rest
            said += 1
        checked = safety.check(path)
        damaged += bool(checked.faults or checked.searching)
    with open_library(path) as library:
        found = {
            mark.uid: [str(mark.start), str(mark.end), *mark.note.split()]
            for mark in library.marks(library.articles()[0].id)
        }
    lost = sum(1 for uid, mark in acknowledged.items() if found.get(uid, [])[:2] != mark[:2])
    lost += sum(1 for uid, mark in acknowledged.items() if mark[2:] and found.get(uid, [])[2:] != mark[2:])
    return Killed(runs, said, lost, damaged)
