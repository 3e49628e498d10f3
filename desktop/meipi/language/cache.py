"""The user's cache folder: files that are made from packaged data once, and can be made again at any time."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, TypeVar

T = TypeVar("T")

_INFORMATION = ".dist-info"


class DamagedFileError(Exception):
    """The bytes are not what was kept, or not the whole of it."""


# ValueError: the file is whole, but of a program that arranged it otherwise.
_UNFIT = (OSError, DamagedFileError, ValueError)


def folder() -> Path:
    """Where the files are; it need not exist yet."""
    from platformdirs import user_cache_path

    return user_cache_path("meipi", appauthor=False)


def version(package: str) -> str:
    """The version of an installed package; PackageNotFoundError if it is not installed.

    Told by the name of the folder beside it, where there is one: to find the same, `importlib.metadata` loads
    a parser of e-mail, 2.5 MB.
    """
    wanted = _plain(package)
    for place in sys.path:
        with suppress(OSError):
            for name in os.listdir(place or "."):
                found, _, rest = name.partition("-")
                if rest.endswith(_INFORMATION) and _plain(found) == wanted:
                    return rest.removesuffix(_INFORMATION)
    from importlib import metadata

    return metadata.version(package)


def _plain(package: str) -> str:
    return package.lower().replace("-", "_").replace(".", "_")


def opened(path: Path, open_file: Callable[[BinaryIO], T], made: Callable[[], bytes]) -> T:
    """What `open_file` makes of the file at `path`; made first if there is none or it is damaged.

    `open_file` raises `DamagedFileError` if the file is not whole. If it cannot be kept there, what was made
    stays in memory.
    """
    with suppress(*_UNFIT):
        return _open(path, open_file)
    data = made()
    with suppress(*_UNFIT):
        keep(path, data)
        return _open(path, open_file)
    return open_file(BytesIO(data))


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


def _open(path: Path, open_file: Callable[[BinaryIO], T]) -> T:
    file = path.open("rb", buffering=0)
    try:
        return open_file(file)
    except _UNFIT:
        file.close()
        raise
