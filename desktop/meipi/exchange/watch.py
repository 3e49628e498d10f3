"""Keeps an eye on the reading of a source: how long it takes, and whether it is still wanted."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from .read_error import ReadError

SECONDS = 60.0
"""Longest time that the reading of one file may take."""


class Watch:
    """Ends a reading that takes too long or is no longer wanted, and tells how far it is.

    `progress` is called with the share that is done, from 0 to 1; `cancelled` is asked often, on the
    thread that reads.
    """

    def __init__(
        self,
        path: str = "",
        *,
        seconds: float = SECONDS,
        progress: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self.path = path
        self._end = monotonic() + seconds
        self._progress = progress
        self._cancelled = cancelled

    @property
    def left(self) -> float:
        """Seconds until the time is up; below 0 when it is."""
        return self._end - monotonic()

    def check(self) -> None:
        """Raise ReadError ("slow", "cancelled") if the reading has to end."""
        if self._cancelled is not None and self._cancelled():
            raise ReadError("cancelled", self.path)
        if self.left < 0:
            raise ReadError("slow", self.path)

    def at(self, share: float) -> None:
        """`check`, and tell that this share is done."""
        self.check()
        if self._progress is not None:
            self._progress(share)
