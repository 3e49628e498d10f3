"""Files that are written: their names, and how they come to be whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from pathlib import Path
from uuid import uuid4

NAME_SIZE = 120
"""Longest file name, in bytes of UTF-8, its suffix included."""

# Not allowed on Windows, or with a meaning in a link of a notes program: shown in full width instead.
_RESERVED = str.maketrans({mark: chr(ord(mark) + 0xFEE0) for mark in '<>:"/\\|?*#^[]'})
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)", re.IGNORECASE)


def file_name(title: str, suffix: str = ".md") -> str:
    """A name for the file of an article, allowed on Windows, macOS and Linux, suffix and all."""
    text = unicodedata.normalize("NFC", title).translate(_RESERVED)
    text = "".join(character if _writable(character) else " " for character in text)
    text = " ".join(text.split()).lstrip(". ")
    text = text.encode()[: NAME_SIZE - len(suffix.encode()) - 1].decode(errors="ignore").rstrip(". ")
    if _DEVICE.match(text):
        text = "_" + text
    return (text or "article") + suffix


def write(path: str | os.PathLike[str], text: str) -> None:
    """Write a text file, UTF-8 with LF, so that another program finds the old file or the whole new one.

    It goes to a temporary file in the same folder, then to the disk, then takes the name. Raises
    OSError, and leaves no temporary file, when any of that fails. A link is followed, and the access
    rights of a file that was there are kept.
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".{uuid4().hex}.tmp")
    try:
        with open(temporary, "xb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, temporary)
        os.replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Let the new name reach the disk too, where the system can open a folder."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _writable(character: str) -> bool:
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"}
