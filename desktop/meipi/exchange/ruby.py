"""Which reading goes with which part of a ruby of HTML, in any of the ways in which one may be written."""

from __future__ import annotations

from typing import Any

from .rows import flowed

READINGS = ("rt", "rtc")
_LENGTH = 40
"""Code points that a reading has at most; what is longer is no reading."""


class Ruby:
    """The readings of a `ruby` element, given one by one.

    Each `rt` is the reading of what stands before it; with `by_base` all `rb` come first, and then as many
    `rt`. An `rtc` counts only where no `rt` stands beside it: else it is a second reading.
    """

    def __init__(self, element: Any) -> None:
        self.is_open = self.by_base = False
        if len(element) == 1 and element[0].tag == "rt":
            self._readings = ["".join(element[0].itertext())]
            return
        children = [child for child in element if child.tag in ("rb", "rt")]
        if not any(child.tag == "rt" for child in children):
            children += [child for group in element.iterchildren("rtc") for child in (list(group) or [group])]
        bases = [child for child in children if child.tag == "rb"]
        self.by_base = 1 < len(bases) == len(children) / 2 and children[: len(bases)] == bases
        self._readings = ["".join(child.itertext()) for child in children if child.tag != "rb"]
        self._readings.reverse()

    def next_reading(self) -> str:
        """The reading of the base that begins; "" if it has none."""
        return fitting(self._readings.pop()) if self._readings else ""


def fitting(reading: str) -> str:
    """A reading in one line; "" if it is too long to be one."""
    reading = flowed(reading)
    return reading if len(reading) <= _LENGTH else ""
