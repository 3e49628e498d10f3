"""Large arrays of which little is used.

What `np.zeros` gives takes no memory until it is written only as long as the C library has not seen a larger
array come and go: from then on it keeps such memory, and clears all of it.
"""

from __future__ import annotations

import mmap
import sys
from typing import Any

import numpy as np
import numpy.typing as npt


def zeros(count: int, kind: type[Any]) -> npt.NDArray[Any]:
    """As `np.zeros`; memory is taken where something is written, and given back when the array is gone."""
    size = max(1, count) * np.dtype(kind).itemsize
    if sys.platform == "win32":
        pages = mmap.mmap(-1, size)
    else:
        pages = mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    return np.frombuffer(pages, kind, count)
