"""The user's cache folder: files that are made from packaged data once, and can be made again at any time."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def folder() -> Path:
    """Where the files are; it need not exist yet."""
    from platformdirs import user_cache_path

    return user_cache_path("meipi", appauthor=False)


def keep(path: Path, data: bytes) -> None:
    """Write the file beside its place and move it there, so that no process ever sees a part of it.

    OSError where that cannot be done.
    """
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=path.name, dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        os.replace(name, path)
    except OSError:
        with suppress(OSError):
            os.unlink(name)
        raise
