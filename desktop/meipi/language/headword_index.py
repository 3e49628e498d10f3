"""Headword index: a dictionary in one file, searched where it lies.

Two parts: the lines of the dictionary, and its headwords in order, each with the numbers of its lines. Both
are compressed a few at a time, in packs, and a look-up reads the packs it needs. The file is not mapped:
after some look-ups all its pages would count as memory of the program.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import accumulate
from threading import Lock
from typing import BinaryIO

from meipi.language.cache import DamagedFileError

# Magic number, checksum of all that follows it, then how many bytes each section has: what is told of the
# whole, the first headword of each pack, where the packs of headwords and those of lines end, these packs.
_HEADER = struct.Struct("=8sI6I")
_MAGIC = b"meipiHI2"
_CHECKED_FROM = 12
# Some 5 KB of text: small enough to unpack in 30 µs, large enough to compress to less than a half.
_IN_A_PACK = 64
# Packs of headwords that stay unpacked, some 8 KB each.
_KEPT = 48
# Bytes that are checked at a time.
_PIECE = 1 << 18


def build(lines: Sequence[str], headwords: Callable[[str], Iterable[str]], about: str = "") -> bytes:
    """An index over `lines`, at least one and none with a line break; `headwords` gives those of a line.

    A headword has no character that comes before the space. `about` is kept with the index. Numbers are in
    the byte order of the machine: an index is made where it is used.
    """
    numbers: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        for headword in dict.fromkeys(headwords(line)):
            numbers.setdefault(headword, []).append(number)
    ordered = sorted(numbers)
    firsts = "\n".join(ordered[::_IN_A_PACK]).encode()
    key_ends, keys = _packed([f"{word}\t{','.join(map(str, numbers[word]))}" for word in ordered])
    line_ends, text = _packed(lines)
    sections = (about.encode(), firsts, key_ends, line_ends, keys, text)
    sizes = struct.pack("=6I", *map(len, sections))
    checksum = zlib.crc32(sizes)
    for section in sections:
        checksum = zlib.crc32(section, checksum)
    return b"".join((_MAGIC, struct.pack("=I", checksum), sizes, *sections))


def _packed(lines: Sequence[str]) -> tuple[bytes, bytes]:
    """Where each pack ends, after a zero; the packs."""
    ends, packs = array("I", [0]), bytearray()
    for start in range(0, len(lines), _IN_A_PACK):
        packs += zlib.compress("\n".join(lines[start : start + _IN_A_PACK]).encode())
        ends.append(len(packs))
    return ends.tobytes(), bytes(packs)


def check(pieces: Iterator[bytes]) -> None:
    """Raise `DamagedFileError` unless the bytes are as `build` made them; the first piece has the header."""
    first = next(pieces, b"")
    if len(first) < _HEADER.size or not first.startswith(_MAGIC):
        raise DamagedFileError
    checksum = zlib.crc32(first[_CHECKED_FROM:])
    for piece in pieces:
        checksum = zlib.crc32(piece, checksum)
    _, expected, *_ = _HEADER.unpack_from(first)
    if checksum != expected:
        raise DamagedFileError


def opened(file: BinaryIO) -> HeadwordIndex:
    """The index in `file`; `DamagedFileError` if that is none, or not whole."""
    check(iter(partial(file.read, _PIECE), b""))
    return HeadwordIndex(file)


class HeadwordIndex:
    """The index in `file`, which must be as `check` wants it, and belongs to this object from then on."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._lock = Lock()
        _, _, *sizes = _HEADER.unpack(self._read(0, _HEADER.size))
        starts = [*accumulate(sizes, initial=_HEADER.size)]
        about, firsts, key_ends, line_ends = map(self._read, starts[:4], sizes[:4])
        self.about = about.decode()
        self._firsts = firsts.decode().split("\n")
        # Headwords that begin alike stand together, most of them in one pack, and often so do their lines.
        # Those of all the hanzi around a place are wanted together, and again at the next one.
        self._headwords = lru_cache(_KEPT)(partial(self._unpacked, starts[4], array("I", key_ends)))
        self._lines = lru_cache(_KEPT // 4)(partial(self._unpacked, starts[5], array("I", line_ends)))

    def close(self) -> None:
        """Close the file; no look-up after that."""
        self._file.close()

    def prefixes(self, text: str) -> Iterator[tuple[str, list[int]]]:
        """The headwords that `text` begins with, shortest first, and the numbers of their lines."""
        for length in range(1, len(text) + 1):
            found, numbers = self._from(text[:length])
            if not found.startswith(text[:length]):
                return
            if len(found) == length:
                yield found, _numbers(numbers)

    def numbers(self, headword: str) -> list[int]:
        """The numbers of the lines of a headword; none if there is no such."""
        found, numbers = self._from(headword)
        return _numbers(numbers) if found == headword else []

    def lines(self, numbers: Sequence[int]) -> list[str]:
        """The lines of ascending numbers."""
        return [self._lines(number // _IN_A_PACK)[number % _IN_A_PACK] for number in numbers]

    def _from(self, key: str) -> tuple[str, str]:
        """The first headword that does not come before `key`, with its numbers; "" after the last."""
        pack = bisect_left(self._firsts, key)
        if pack and (pack == len(self._firsts) or self._firsts[pack] != key):
            # They are in order with what follows them, as no character comes before the tab.
            entries = self._headwords(pack - 1)
            at = bisect_left(entries, key)
            if at < len(entries):
                return _parted(entries[at])
        return _parted(self._headwords(pack)[0]) if pack < len(self._firsts) else ("", "")

    def _unpacked(self, start: int, ends: array[int], pack: int) -> list[str]:
        packed = self._read(start + ends[pack], ends[pack + 1] - ends[pack])
        return zlib.decompress(packed).decode().split("\n")

    def _read(self, start: int, size: int) -> bytes:
        with self._lock:
            self._file.seek(start)
            return self._file.read(size)


def _parted(entry: str) -> tuple[str, str]:
    headword, _, numbers = entry.partition("\t")
    return headword, numbers


def _numbers(listed: str) -> list[int]:
    return [int(number) for number in listed.split(",")]
