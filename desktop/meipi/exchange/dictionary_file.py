"""Reads a dictionary of the reader's own, in the form of CC-CEDICT or of StarDict, plain or packed.

What comes out is the file that `meipi.language.own_dictionary` opens. Nothing but `DictionaryError` is raised
for a bad source, and nothing comes out of it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from meipi.exchange.cedict_file import read_cedict
from meipi.exchange.dictionary_error import DictionaryError
from meipi.exchange.packed import LIMIT, Files, Folder, Zip, gunzipped
from meipi.exchange.stardict import PARTS, read_stardict

CEDICT_SUFFIXES = (".u8", ".txt", ".gz")
SUFFIXES = (".u8", ".txt", ".gz", ".zip", ".ifo", ".idx", ".dict", ".dz", ".syn")
"""Of the files that may be chosen; of a StarDict dictionary any part will do."""


def read_dictionary(path: str | os.PathLike[str]) -> bytes:
    """The dictionary in a file, ready to be kept; DictionaryError if there is none or it is not whole."""
    place = Path(path)
    try:
        status = place.stat()
        if stat.S_ISDIR(status.st_mode):
            raise DictionaryError("folder", str(place))
        if not stat.S_ISREG(status.st_mode):
            raise DictionaryError("unreadable", str(place))
        return _read(place)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:  # ValueError: a NUL in the name
        raise DictionaryError("missing", str(place)) from error
    except OSError as error:
        raise DictionaryError("unreadable", str(place), error.strerror or str(error)) from error


def _read(place: Path) -> bytes:
    name = place.name
    small = name.lower()
    if small.endswith(".zip"):
        with Zip(place) as files:
            return _of_archive(files, place)
    for part in PARTS:
        if small.endswith(part):
            return read_stardict(Folder(place.parent), name[: -len(part)], str(place))
    if small.endswith(CEDICT_SUFFIXES):
        return _of_text(Folder(place.parent), name, str(place))
    raise DictionaryError("unsupported", str(place))


def _of_archive(files: Files, place: Path) -> bytes:
    by_suffix: Mapping[str, list[str]] = {
        suffix: [name for name in files.names() if name.lower().endswith(suffix)]
        for suffix in (".ifo", *CEDICT_SUFFIXES)
    }
    if by_suffix[".ifo"]:
        return read_stardict(files, by_suffix[".ifo"][0][: -len(".ifo")], str(place))
    for suffix in CEDICT_SUFFIXES:
        if by_suffix[suffix]:
            return _of_text(files, by_suffix[suffix][0], str(place))
    raise DictionaryError("unsupported", str(place))


def _of_text(files: Files, name: str, path: str) -> bytes:
    data = files.read(name, LIMIT, path)
    if name.lower().endswith(".gz"):
        data = gunzipped(data, LIMIT, path)
    title = PurePosixPath(name).name
    return read_cedict(data, title.split(".")[0], path)


__all__ = ["SUFFIXES", "DictionaryError", "read_dictionary"]
