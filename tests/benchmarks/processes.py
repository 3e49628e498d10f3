"""Fresh processes: as a reader starts the program, with compiled modules, on a screen of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from tests.benchmarks.texts import ROOT


def environment(display: str) -> dict[str, str]:
    """What a child inherits. Python may write compiled modules, else each start would compile them anew.

    `display` is that of `screen`.
    """
    inherited = {
        key: value
        for key, value in os.environ.items()
        if key not in ("PYTHONDONTWRITEBYTECODE", "QT_QPA_PLATFORM")
    }
    return inherited | (
        {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"} if display else {"QT_QPA_PLATFORM": "offscreen"}
    )


def output(arguments: Sequence[str], variables: Mapping[str, str]) -> str:
    """What a Python process prints; CalledProcessError with its complaints if it fails."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=dict(variables),
        capture_output=True,
        text=True,
        timeout=120,
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(arguments)}\n{done.stderr}")
    return done.stdout


@contextmanager
def screen() -> Iterator[str]:
    """The name of an X display without a monitor, or "" where there is no Xvfb."""
    if not shutil.which("Xvfb"):
        yield ""
        return
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        yield f":{number}" if number else ""
    finally:
        server.terminate()
        server.wait()
