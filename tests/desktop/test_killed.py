"""A window that is killed while marks are made in it; `make bench` does the same many more times."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from killing import kill


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_killed_window_has_lost_nothing_that_it_said_was_kept(tmp_path: Path) -> None:
    done = kill(tmp_path / "library.db", runs=4)
    assert done.acknowledged >= done.runs
    assert (done.lost, done.damaged) == (0, 0)
