"""Chromium, driven over the pipe of its DevTools protocol: no window, no port, no package.

The protocol: https://chromedevtools.github.io/devtools-protocol/. Messages are JSON, each ended by a zero
byte; the browser reads file descriptor 3 and writes 4.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from select import select
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars", "--remote-debugging-pipe",
)  # fmt: skip
_PATIENCE = 120


def program() -> str | None:
    """Where Chromium is; on Debian it is installed first if it can be. None where there is none."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found is None and shutil.which("apt-get") and os.getuid() == 0:
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for words in (["update", "-q"], ["install", "-y", "-q", "--no-install-recommends", "chromium"]):
            subprocess.run(["apt-get", *words], env=quiet, capture_output=True, check=False)
        found = shutil.which("chromium")
    return found


class Tab:
    """One tab of a Chromium of its own."""

    def __init__(self, pid: int, sending: int, receiving: int) -> None:
        self.pid, self._sending, self._receiving = pid, sending, receiving
        self._number, self._buffer, self._loaded = 0, b"", False
        self._session: str | None = None
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def view(self, width: int, height: int) -> None:
        """The size of the page, in CSS pixels."""
        self._call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def open(self, path: Path) -> None:
        """Go to a page; returns when it has been loaded."""
        self._call("Page.enable")
        self._loaded = False
        self._call("Page.navigate", url=path.as_uri())
        until = monotonic() + _PATIENCE
        while not self._loaded:
            self._next(until)

    def value(self, script: str) -> Any:
        """What an expression, or its promise, comes to."""
        told = self._call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in told:
            raise RuntimeError(f"{script}: {told['exceptionDetails']}")
        return told["result"].get("value")

    def close(self) -> None:
        """End the browser, and wait until it has."""
        try:
            self._session = None
            self._call("Browser.close")
        except (OSError, TimeoutError):
            os.kill(self.pid, signal.SIGTERM)
        os.waitpid(self.pid, 0)
        os.close(self._sending)
        os.close(self._receiving)

    def memory(self) -> float:
        """Megabytes of the browser and all its processes, shared pages divided among those that share."""
        return sum(map(_pss, _tree(self.pid))) / 1024

    def _call(self, method: str, **parameters: object) -> Any:
        self._number += 1
        message: dict[str, object] = {"id": self._number, "method": method, "params": parameters}
        if self._session is not None:
            message["sessionId"] = self._session
        os.write(self._sending, json.dumps(message).encode() + b"\0")
        until = monotonic() + _PATIENCE
        while True:
            told = self._next(until)
            if told.get("id") == self._number:
                if "error" in told:
                    raise RuntimeError(f"{method}: {told['error']}")
                return told["result"]

    def _next(self, until: float) -> Any:
        while b"\0" not in self._buffer:
            if not select([self._receiving], [], [], max(0.0, until - monotonic()))[0]:
                raise TimeoutError("Chromium does not answer")
            part = os.read(self._receiving, 1 << 16)
            if not part:
                raise BrokenPipeError("Chromium has ended")
            self._buffer += part
        message, _, self._buffer = self._buffer.partition(b"\0")
        told = json.loads(message)
        self._loaded = self._loaded or told.get("method") == "Page.loadEventFired"
        return told


@contextmanager
def tab(path: str) -> Iterator[Tab]:
    """A Chromium with one empty tab and no past; it ends with the block."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        heard, sending = os.pipe()
        receiving, said = os.pipe()
        # Out of the way of 3 and 4, which may be among them.
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in (heard, said)]
        null = os.open(os.devnull, os.O_RDWR)
        pid = os.posix_spawn(
            path,
            [path, *_FLAGS, f"--user-data-dir={folder}", "about:blank"],
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_DUP2, null, 1),
                (os.POSIX_SPAWN_DUP2, null, 2),
                (os.POSIX_SPAWN_DUP2, ends[0], 3),
                (os.POSIX_SPAWN_DUP2, ends[1], 4),
            ],
        )
        for end in (heard, said, null, *ends):
            os.close(end)
        browser = Tab(pid, sending, receiving)
        try:
            yield browser
        finally:
            browser.close()


def _tree(pid: int) -> list[int]:
    """A process and all that it has started."""
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                told = (folder / "stat").read_text()
            except OSError:
                continue
            parent = int(told.rpartition(")")[2].split()[1])
            children.setdefault(parent, []).append(int(folder.name))
    found = [pid]
    for one in found:
        found += children.get(one, [])
    return found


def _pss(pid: int) -> int:
    """Kilobytes, shared pages in parts; 0 of a process that has just ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
