"""How high the rows of a long list are: guessed at first, known once a row has been measured. No Qt.

Heights and places are logical pixels; a place is counted from the top of the first row.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Heights = NDArray[np.int64]


class RowHeights:
    """The heights of all rows, and so the place of each."""

    def __init__(self) -> None:
        self._heights: Heights = np.zeros(0, np.int64)
        self._known: NDArray[np.bool_] = np.zeros(0, np.bool_)
        self._bottoms: Heights | None = None

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> int:
        """All rows together."""
        return self.bottom(len(self) - 1) if len(self) else 0

    def guess(self, heights: Heights) -> None:
        """There are these rows now, and none of them has been measured."""
        self._heights = heights.astype(np.int64)
        self._known = np.zeros(len(heights), np.bool_)
        self._bottoms = None

    def insert(self, row: int, heights: Heights) -> None:
        """New rows, not yet measured, before `row`."""
        self._heights = np.insert(self._heights, row, heights)
        self._known = np.insert(self._known, row, np.zeros(len(heights), np.bool_))
        self._bottoms = None

    def remove(self, first: int, last: int) -> None:
        """The rows from `first` to `last` with it are gone."""
        self._heights = np.delete(self._heights, np.s_[first : last + 1])
        self._known = np.delete(self._known, np.s_[first : last + 1])
        self._bottoms = None

    def forget(self, first: int, last: int) -> None:
        """These rows, `last` with them, have to be measured again; their heights hold until then."""
        self._known[first : last + 1] = False

    def set(self, row: int, height: int) -> None:
        """The row has been measured."""
        self._known[row] = True
        if self._heights[row] != height:
            self._heights[row] = height
            self._bottoms = None

    def unknown(self, first: int, last: int) -> list[int]:
        """Those of the rows from `first` to `last` with it that have not been measured."""
        found: list[int] = (np.flatnonzero(~self._known[first : last + 1]) + first).tolist()
        return found

    def height(self, row: int) -> int:
        """How high the row is, as far as that is known."""
        return int(self._heights[row])

    def top(self, row: int) -> int:
        """Where the row begins."""
        return self.bottom(row) - self.height(row)

    def bottom(self, row: int) -> int:
        """Where the row ends."""
        return int(self._placed()[row])

    def row_at(self, place: int) -> int:
        """The row at a place; the first or the last for a place before or after all; -1 without rows."""
        if place < 0:
            return min(0, len(self) - 1)
        return min(int(np.searchsorted(self._placed(), place, "right")), len(self) - 1)

    def _placed(self) -> Heights:
        if self._bottoms is None:
            self._bottoms = np.cumsum(self._heights)
        return self._bottoms
