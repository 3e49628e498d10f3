"""Lexicon: the headwords of the dictionary with their weights, to find all those in a text at once.

A trie in three arrays of numpy, some 1.5 MB: for each node, in ascending order, the number of the node before
it and the code point that leads to it, in one number, and the weight of the headword that ends there.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from typing import BinaryIO

import numpy as np

from meipi.language.cache import DamagedFileError

# Magic number, checksum of the rest, nodes.
_HEADER = struct.Struct("=8sII")
_MAGIC = b"meipiLX1"
_BITS = 21
_NONE = np.iinfo(np.int16).min


def build(weights: Mapping[str, int]) -> bytes:
    """The lexicon of these headwords; byte order is that of the machine."""
    numbers = {"": 0}
    keys: list[int] = []
    found: list[int] = []
    layer = {word[:1] for word in weights}
    while layer:
        ordered = sorted(layer)
        before, numbers = numbers, {}
        for prefix in ordered:
            keys.append(before[prefix[:-1]] << _BITS | ord(prefix[-1]))
            found.append(weights.get(prefix, _NONE))
            numbers[prefix] = len(keys)
        length = len(ordered[0]) + 1
        layer = {word[:length] for word in weights if len(word) >= length}
    data = np.array(keys, np.int64).tobytes() + np.array(found, np.int16).tobytes()
    return _HEADER.pack(_MAGIC, zlib.crc32(data), len(keys)) + data


def opened(file: BinaryIO) -> Lexicon:
    """The lexicon in `file`, which is closed; `DamagedFileError` if that is none, or not whole."""
    with file:
        return Lexicon(file.read())


class Lexicon:
    """The lexicon in `data`, as `build` made it; DamagedFileError if it is not."""

    def __init__(self, data: bytes) -> None:
        if len(data) < _HEADER.size:
            raise DamagedFileError
        magic, checksum, count = _HEADER.unpack_from(data)
        if magic != _MAGIC or zlib.crc32(memoryview(data)[_HEADER.size :]) != checksum:
            raise DamagedFileError
        self._keys = np.frombuffer(data, np.int64, count, _HEADER.size)
        self._weights = np.frombuffer(data, np.int16, count, _HEADER.size + 8 * count)

    def found(self, codes: np.ndarray) -> Iterator[tuple[int, np.ndarray, np.ndarray]]:
        """The headwords in a text, for each length where they begin and their weights."""
        starts = np.arange(len(codes))
        nodes = np.zeros(len(codes), np.int64)
        length = 0
        while len(starts):
            keys = nodes << _BITS | codes[starts + length]
            at = np.searchsorted(self._keys, keys)
            at[at == len(self._keys)] = 0
            there = self._keys[at] == keys
            length += 1
            starts, nodes = starts[there], at[there] + 1
            weights = self._weights[nodes - 1]
            ends = weights != _NONE
            yield length, starts[ends], weights[ends].astype(np.int64)
            further = starts + length < len(codes)
            starts, nodes = starts[further], nodes[further]
