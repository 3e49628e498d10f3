"""Rows read from the bytes of a SQLite file, past whatever of its structure is broken.

Every leaf page of a table stands for itself: its rows can be read without the pages above it, which is where
SQLite gives up. After https://www.sqlite.org/fileformat2.html, sections 1.6 and 2.1; only UTF-8 and no
reserved bytes, as in all our files. To which table a page belongs is not written on it: its rows must tell.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

Value = None | int | float | str | bytes


class Record(NamedTuple):
    """A row as it was found; a column that is the rowid itself is None."""

    rowid: int
    columns: tuple[Value, ...]
    whole: bool
    """False if the row's rest could not be found: the last column is cut, those after it are missing."""


PAGE_SIZE = 4096
"""SQLite's own default, which all our files have."""

HEADER = b"SQLite format 3\0" + struct.pack(">HBBBBBB", PAGE_SIZE, 2, 2, 0, 64, 32, 32)
"""How every file of ours in WAL mode begins."""

_TABLE_LEAF, _OVERFLOW = 13, PAGE_SIZE - 4
_MOST_LOCAL = PAGE_SIZE - 35
_LEAST_LOCAL = (PAGE_SIZE - 12) * 32 // 255 - 23
_FREE_TRUNK = 32
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_LONGEST = 1 << 28


class _BrokenError(Exception):
    """These bytes are no row."""


def records(data: bytes) -> Iterator[Record]:
    """All rows of all tables, page by page; those on pages that nothing uses any more are passed over."""
    free = _free_pages(data)
    for number in range(1, len(data) // PAGE_SIZE + 1):
        if number not in free:
            yield from _of_page(data, number)


def _of_page(data: bytes, number: int) -> Iterator[Record]:
    page = data[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    begin = 100 if number == 1 else 0
    if page[begin] != _TABLE_LEAF:
        return
    (count,) = struct.unpack_from(">H", page, begin + 3)
    for place in range(min(count, (PAGE_SIZE - begin - 8) // 2)):
        (cell,) = struct.unpack_from(">H", page, begin + 8 + 2 * place)
        try:
            yield _row(data, page, cell)
        except (_BrokenError, IndexError, struct.error):
            continue


def _row(data: bytes, page: bytes, cell: int) -> Record:
    size, at = _varint(page, cell)
    rowid, at = _varint(page, at)
    if not 0 < size < _LONGEST:
        raise _BrokenError
    local = size
    if size > _MOST_LOCAL:
        local = _LEAST_LOCAL + (size - _LEAST_LOCAL) % _OVERFLOW
        local = local if local <= _MOST_LOCAL else _LEAST_LOCAL
    payload = page[at : at + local]
    if len(payload) < local:
        raise _BrokenError
    if local < size:
        (following,) = struct.unpack_from(">I", page, at + local)
        payload += _overflow(data, following, size - local)
    return Record(rowid, tuple(_columns(payload, size)), len(payload) == size)


def _overflow(data: bytes, number: int, size: int) -> bytes:
    """The rest of a long row, on pages of its own each of which names the next, as far as it goes."""
    parts, left = [], size
    while left > 0 and 0 < number <= len(data) // PAGE_SIZE:
        begin = (number - 1) * PAGE_SIZE
        parts.append(data[begin + 4 : begin + 4 + min(left, _OVERFLOW)])
        (number,) = struct.unpack_from(">I", data, begin)
        left -= _OVERFLOW
    return b"".join(parts)


def _columns(payload: bytes, whole_size: int) -> Iterator[Value]:
    head, at = _varint(payload, 0)
    body = head
    while at < head and body <= len(payload):
        kind, at = _varint(payload, at)
        size = _size(kind)
        part = payload[body : body + size]
        body += size
        if len(part) < size and kind < 12:
            return  # of a number nothing can be made
        yield _value(kind, part)
    if at > head or (body != whole_size and body <= len(payload)) or body > whole_size:
        raise _BrokenError


def _size(kind: int) -> int:
    """Bytes of a value of that serial type."""
    if kind >= 12:
        return (kind - 12) // 2
    if kind in (0, 8, 9):
        return 0
    if kind == 7:
        return 8
    if kind not in _INTEGERS:
        raise _BrokenError
    return _INTEGERS[kind]


def _value(kind: int, part: bytes) -> Value:
    if kind >= 12:
        return part.decode("utf-8", "replace") if kind % 2 else part
    if kind == 0:
        return None
    if kind in (8, 9):
        return kind - 8
    if kind == 7:
        return float(struct.unpack(">d", part)[0])
    return int.from_bytes(part, "big", signed=True)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """SQLite's integer of one to nine bytes, and where it ends."""
    value = 0
    for place in range(8):
        byte = data[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    value = value << 8 | data[at + 8]
    return (value - (1 << 64) if value >> 63 else value), at + 9


def _free_pages(data: bytes) -> set[int]:
    """Pages that nothing uses any more, whose rows are old ones; as far as their list can be read."""
    free: set[int] = set()
    pages = len(data) // PAGE_SIZE
    (trunk,) = struct.unpack_from(">I", data, _FREE_TRUNK)
    while 0 < trunk <= pages and trunk not in free:
        free.add(trunk)
        begin = (trunk - 1) * PAGE_SIZE
        following, count = struct.unpack_from(">II", data, begin)
        count = min(count, (PAGE_SIZE - 8) // 4)
        free.update(struct.unpack_from(f">{count}I", data, begin + 8))
        trunk = following
    return free
