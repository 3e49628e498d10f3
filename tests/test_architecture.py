"""The import contracts, the sizes of files, and a reference count that a broken Qt would lose."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted([*(ROOT / "desktop").rglob("*.py"), *(ROOT / "db").rglob("*.py")])


def test_imports_go_one_way() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([str(program), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_stay_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) < 400


@pytest.mark.parametrize("room", sorted({path.parent for path in SOURCES}), ids=lambda path: path.name)
def test_every_room_says_what_it_is_for(room: Path) -> None:
    assert (room / "__init__.py").read_text("utf-8").startswith('"""')
