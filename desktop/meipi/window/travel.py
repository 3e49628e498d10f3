"""Where the reader was before a jump, and before the one before it. Pure."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import NamedTuple

LIMIT = 100
"""Places that are kept on either side; the furthest is forgotten."""


class Place(NamedTuple):
    """A place in the library: an article, by its id, and a code point of its source."""

    article_id: int
    offset: int


class Travel:
    """The places behind the reader and those ahead, as a browser keeps its pages."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._behind: deque[Place] = deque(maxlen=limit)
        self._ahead: deque[Place] = deque(maxlen=limit)

    def leave(self, place: Place) -> None:
        """A jump is made from here. What was ahead is forgotten."""
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
        self._ahead.clear()

    def back(self, here: Place, exists: Callable[[int], bool]) -> Place | None:
        """The place before the last jump, which lies behind no longer; None if there is none.

        Of articles that do not exist, by their id, places are passed over: they may come back.
        """
        return _step(self._behind, self._ahead, here, exists)

    def forward(self, here: Place, exists: Callable[[int], bool]) -> Place | None:
        """The place from which `back` came, likewise."""
        return _step(self._ahead, self._behind, here, exists)


def _step(
    source: deque[Place], target: deque[Place], here: Place, exists: Callable[[int], bool]
) -> Place | None:
    for passed, place in enumerate(reversed(source)):
        if place != here and exists(place.article_id):
            target.append(here)
            target.extend(source.pop() for _ in range(passed))
            return source.pop()
    return None
