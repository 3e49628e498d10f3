"""Time taken, in milliseconds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil
from statistics import median
from time import perf_counter, process_time


def timed(work: Callable[[], object]) -> float:
    """How long one call takes."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def worked(work: Callable[[], object]) -> float:
    """How long the processor works at one call: what else the machine does is not in it."""
    start = process_time()
    work()
    return (process_time() - start) * 1000


def interleaved(works: Sequence[Callable[[], object]], rounds: int, warm_up: int = 3) -> list[list[float]]:
    """How long each call takes, in turn, so that what else the machine does falls on all alike."""
    taken: list[list[float]] = [[] for _ in works]
    for number in range(warm_up + rounds):
        for work, times in zip(works, taken, strict=True):
            time = timed(work)
            if number >= warm_up:
                times.append(time)
    return taken


def p99(times: Sequence[float]) -> float:
    """The time that 99 of 100 calls do not exceed; with fewer calls, the longest."""
    return sorted(times)[ceil(len(times) * 0.99) - 1]


__all__ = ["interleaved", "median", "p99", "timed"]
