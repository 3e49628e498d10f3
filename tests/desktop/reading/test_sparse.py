"""Sparse arrays are arrays of zeros."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from meipi.reading import sparse


@pytest.mark.parametrize("kind", [np.bool_, np.uint16, np.int32])
@pytest.mark.parametrize("count", [0, 1, 5_000])
def test_zeros_that_can_be_written(count: int, kind: type[np.generic]) -> None:
    one, other = sparse.zeros(count, kind), sparse.zeros(count, kind)
    assert one.dtype == kind
    assert len(one) == count
    assert not one.any()
    one[count // 2 :] = 1
    assert one[count // 2 :].all()
    assert not other.any()


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the system does not tell")
def test_what_is_not_written_takes_no_memory() -> None:
    def taken() -> int:
        return int(Path("/proc/self/statm").read_text().split()[1])

    # So that the C library keeps what is given back, and clears it for np.zeros.
    np.ones(1 << 24, np.uint8)
    before = taken()
    kept = [sparse.zeros(1 << 22, np.int32) for _ in range(8)]
    kept[0][1_000] = 1
    assert taken() - before < 1_000, sys.platform
