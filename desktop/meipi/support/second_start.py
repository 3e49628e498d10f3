"""A second start on the same library: its files go to the window that is open already.

This is the part of the start that asks; `window.door` is the one that answers. It runs before anything else
is loaded and, when there is nobody to ask, does no more than look for a file.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

TAKEN = b"taken\n"
_SECONDS = 3.0


def address(library: Path) -> str:
    """Where the window of this library listens: a socket of the user's own, or a named pipe on Windows."""
    name = f"meipi-{crc32(_whole(library).encode('utf-8', 'surrogateescape')):08x}"
    if sys.platform == "win32":
        return rf"\\.\pipe\{name}-{os.environ.get('USERNAME', '')}"
    folder = os.environ.get("XDG_RUNTIME_DIR") or os.environ.get("TMPDIR") or "/tmp"
    return f"{folder}/{name}-{os.getuid()}"


def message(library: Path, files: Sequence[Path]) -> bytes:
    """What is asked: to show the window of this library and to open these files in it."""
    return json.dumps([_whole(library), [os.path.abspath(file) for file in files]]).encode() + b"\n"


def understood(data: bytes, library: Path) -> list[Path] | None:
    """The files of a message for the window of this library; None for anything else."""
    try:
        asked, files = json.loads(data)
    except ValueError:
        return None
    if asked != _whole(library) or not isinstance(files, list):
        return None
    return [Path(file) for file in files if isinstance(file, str)]


def hand_over(library: Path, files: Sequence[Path]) -> bool:
    """Ask the window that has the library open to take the files; False if there is none that answers."""
    place = address(library)
    try:
        if sys.platform == "win32":
            with open(place, "r+b", buffering=0) as pipe:
                pipe.write(message(library, files))
                return pipe.readline() == TAKEN
        if not os.path.exists(place):
            return False
        import socket

        with socket.socket(socket.AF_UNIX) as asking:
            asking.settimeout(_SECONDS)
            asking.connect(place)
            asking.sendall(message(library, files))
            return asking.recv(len(TAKEN)) == TAKEN
    except OSError:
        return False


def _whole(library: Path) -> str:
    return os.path.realpath(library)
