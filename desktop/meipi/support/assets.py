"""Where the program's own files lie: the only module that knows."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_SOURCE_TREE = Path(__file__).parents[3]


@cache
def _root() -> Path:
    """`meipi/resources` in an installed package; `resources` beside the sources in an editable install.

    Reckoned from this file: importlib.resources would give the same and takes 5 ms of every start to import.
    """
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _SOURCE_TREE / "resources"


def resource(name: str) -> Path:
    """The path of a resource named with forward slashes, such as `"icons/add.svg"`; it need not exist."""
    return _root() / name
