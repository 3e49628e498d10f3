"""Regional phrases: where a conversion that swaps words put each of them."""

from __future__ import annotations


def uneven(source: str, target: str, config: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The stretches of `source` and `target` that differ in length, in order."""
    if len(source) == len(target):
        return []
    return [((0, len(source)), (0, len(target)))]
