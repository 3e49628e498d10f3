"""Files that may be packed, read within bounds: a small file can unpack to more than there is memory."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Protocol

from meipi.exchange.dictionary_error import DictionaryError

LIMIT = 256 * 1024 * 1024
"""Bytes that one file of a dictionary may have once unpacked."""


class Files(Protocol):
    """The files of a folder or of an archive."""

    def names(self) -> list[str]: ...
    def read(self, name: str, limit: int, path: str) -> bytes:
        """All of a file; DictionaryError, about `path`, if it has more bytes or cannot be unpacked."""


class Folder:
    """A folder on the disk."""

    def __init__(self, place: Path) -> None:
        self._place = place

    def names(self) -> list[str]:
        return sorted(each.name for each in self._place.iterdir())

    def read(self, name: str, limit: int, path: str) -> bytes:
        with (self._place / name).open("rb") as file:
            return within(file.read(limit + 1), limit, path)


class Zip:
    """A zip archive, open as long as the `with` lasts."""

    def __init__(self, place: Path) -> None:
        self._path = str(place)
        try:
            self._archive = zipfile.ZipFile(place)
        except zipfile.BadZipFile as error:
            raise DictionaryError("damaged", self._path, str(error)) from error

    def __enter__(self) -> Zip:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._archive.close()

    def names(self) -> list[str]:
        return sorted(each.filename for each in self._archive.infolist() if not each.is_dir())

    def read(self, name: str, limit: int, path: str) -> bytes:
        try:
            with self._archive.open(name) as file:
                return within(file.read(limit + 1), limit, path)
        # RuntimeError and NotImplementedError: a password, a way of packing that is not known here.
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
            raise DictionaryError("damaged", path, str(error)) from error


def gunzipped(data: bytes, limit: int, path: str) -> bytes:
    """What gzip or dictzip has packed; DictionaryError, about `path`, if it is too much or not whole."""
    try:
        with gzip.open(BytesIO(data)) as file:
            return within(file.read(limit + 1), limit, path)
    except EOFError as error:
        raise DictionaryError("truncated", path) from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise DictionaryError("damaged", path, str(error)) from error


def within(data: bytes, limit: int, path: str) -> bytes:
    """The bytes, if they are not more than the limit."""
    if len(data) > limit:
        raise DictionaryError("too_large", path)
    return data
