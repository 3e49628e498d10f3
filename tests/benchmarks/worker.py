"""A process that is told what to do line by line, so that several can be measured in turn."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any, NamedTuple

from tests.benchmarks.texts import ROOT


class Taken(NamedTuple):
    """Milliseconds of one piece of work: on the clock, and of the processor by the thread that did it."""

    wall: float
    cpu: float


class Stopwatch:
    """Takes the time of the block under it."""

    def __enter__(self) -> Stopwatch:
        self._wall, self._cpu = perf_counter(), thread_time()
        return self

    def __exit__(self, *_: object) -> None:
        self.taken = Taken((perf_counter() - self._wall) * 1000, (thread_time() - self._cpu) * 1000)


class Worker:
    """The end of the one who tells."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def ask(self, what: str, *arguments: object) -> Any:
        """What a method of the process gives back; RuntimeError if the process ends instead."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([what, *arguments]) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{what}: the process ended with {self._process.wait()}")
        return json.loads(line)

    def time(self, what: str, *arguments: object) -> Taken:
        """The same of a method that gives back a time."""
        return Taken(*self.ask(what, *arguments))


@contextmanager
def worker(module: str, arguments: Sequence[object], variables: Mapping[str, str]) -> Iterator[Worker]:
    """A process that runs `module`, which must call `serve`; it ends with the block."""
    process = subprocess.Popen(
        [sys.executable, "-m", f"tests.benchmarks.{module}", *map(str, arguments)],
        cwd=ROOT,
        env=dict(variables),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield Worker(process)
    finally:
        assert process.stdin is not None
        process.stdin.close()
        process.wait(30)


def serve(methods: object) -> None:
    """Do what is asked until nobody asks any more; the end of the one who does."""
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        print(json.dumps(getattr(methods, name)(*arguments)), flush=True)


def peak_memory() -> float:
    """Megabytes of this process at its largest so far; NaN where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return float("nan")
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024
