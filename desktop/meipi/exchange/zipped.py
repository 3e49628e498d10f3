"""The entries of a zip archive (EPUB, DOCX) read within bounds: a small file can unpack to more than there
is memory, or say that it holds a million entries."""

from __future__ import annotations

import struct
import unicodedata
import zipfile
import zlib
from contextlib import suppress
from io import BytesIO

from .read_error import ReadError
from .watch import Watch

ENTRIES = 20_000
DIRECTORY_SIZE = 4 * 1024 * 1024
"""Entries of an archive at most, and bytes of the list of them."""

TOTAL = 48 * 1024 * 1024
"""Bytes at most that all entries read from one archive unpack to: some twelve million hanzi of markup."""

_RATIO, _RATIO_FROM = 200, 1024 * 1024
"""An entry that unpacks to more than the second may not be the first times as large as it is packed. Text
of books packs to a third; deflate cannot reach more than 1,032."""

_ENCRYPTED, _IN_UTF8 = 1, 0x800
_LOCAL_SIGN, _LOCAL = b"PK\3\4", struct.Struct("<26x2H")
_END_SIGN, _END = b"PK\5\6", struct.Struct("<4s4H2LH")
_END64_LOCATOR, _END64 = struct.Struct("<4sLQL"), struct.Struct("<4sQ2H2L4Q")
_LONGEST_COMMENT = 0xFFFF


class Archive:
    """An archive in memory. Nothing is written to the disk, so the names of its entries mean nothing there.

    Raises ReadError: "broken" for what is no archive or not whole, "unpacks" for what is out of bounds,
    "encrypted" for an entry with a password.
    """

    def __init__(self, data: bytes, watch: Watch) -> None:
        self._path = watch.path
        self._watch = watch
        self._data = data
        self._left = TOTAL
        if _directory_size(data) > DIRECTORY_SIZE:
            raise ReadError("unpacks", self._path, "entries")
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        # NotImplementedError: a version not known here; others come of offsets that lead nowhere.
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, struct.error) as error:
            raise ReadError("broken", self._path, str(error)) from error
        self._names = self._archive.NameToInfo
        self._alike: dict[str, zipfile.ZipInfo] | None = None
        if len(self._names) > ENTRIES:
            raise ReadError("unpacks", self._path, "entries")

    def __contains__(self, name: str) -> bool:
        return self._entry(name) is not None

    def read(self, name: str) -> bytes:
        """All of an entry."""
        entry = self._entry(name)
        if entry is None:
            raise ReadError("broken", self._path, name)
        self._watch.check()
        if entry.flag_bits & _ENCRYPTED:
            raise ReadError("encrypted", self._path, name)
        limit = self._left
        if entry.compress_size * _RATIO < limit:
            limit = max(entry.compress_size * _RATIO, min(_RATIO_FROM, limit))
        content = self._unpacked(entry, limit)
        if content is None:
            raise ReadError("unpacks", self._path, name)
        if len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
            raise ReadError("broken", self._path, name)
        self._left -= len(content)
        return content

    def _entry(self, name: str) -> zipfile.ZipInfo | None:
        """The entry of a name, or of one that is the same but for its case, the composition of its letters,
        or the encoding in which the archive has it."""
        if name in self._names:
            return self._names[name]
        if self._alike is None:
            self._alike = {}
            for each in self._names.values():
                for form in _forms(each):
                    self._alike.setdefault(_likeness(form), each)
        return self._alike.get(_likeness(name))

    def _unpacked(self, entry: zipfile.ZipInfo, limit: int) -> bytes | None:
        """What an entry holds; None if that is more than the limit.

        `ZipFile.open` reads in small pieces and takes twice as long for the documents of a book.
        """
        start = entry.header_offset
        if (
            start < 0
            or not self._data.startswith(_LOCAL_SIGN, start)
            or start + _LOCAL.size > len(self._data)
        ):
            raise ReadError("broken", self._path, entry.filename)
        start += _LOCAL.size + sum(_LOCAL.unpack_from(self._data, start))
        packed = memoryview(self._data)[start : start + entry.compress_size]
        if entry.compress_type == zipfile.ZIP_STORED:
            return bytes(packed) if len(packed) <= limit else None
        if entry.compress_type != zipfile.ZIP_DEFLATED:
            raise ReadError("broken", self._path, entry.filename)
        unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = unpacking.decompress(packed, limit + 1)
        except zlib.error as error:
            raise ReadError("broken", self._path, f"{entry.filename}: {error}") from error
        return content if len(content) <= limit else None


def _forms(entry: zipfile.ZipInfo) -> list[str]:
    """The name of an entry in each encoding that it may be in; the standard library takes it for cp437 where
    the archive does not say that it is UTF-8."""
    forms = [entry.filename]
    if not entry.flag_bits & _IN_UTF8 and not entry.filename.isascii():
        for encoding in ("utf-8", "gb18030", "big5hkscs"):
            with suppress(UnicodeError):
                forms.append(entry.filename.encode("cp437").decode(encoding))
    return forms


def _likeness(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _directory_size(data: bytes) -> int:
    """How many bytes the list of entries has, by what the archive says; 0 if it says nothing.

    It is found as the standard library finds it, which then reads all of it at once.
    """
    place = len(data) - _END.size
    if place < 0:
        return 0
    if not (data.startswith(_END_SIGN, place) and data.endswith(b"\0\0")):
        place = data.rfind(_END_SIGN, max(0, place - _LONGEST_COMMENT))
        if place < 0 or place + _END.size > len(data):
            return 0
    locator = place - _END64_LOCATOR.size
    record = locator - _END64.size
    if record >= 0 and data.startswith(b"PK\6\7", locator) and data.startswith(b"PK\6\6", record):
        return int(_END64.unpack_from(data, record)[8])
    return int(_END.unpack_from(data, place)[5])
