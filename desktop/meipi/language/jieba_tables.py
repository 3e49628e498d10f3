"""jieba's dictionary as a trie in a few arrays: 349,000 words with counts and tags in 3 MB instead of 31.

Its words come with the package jieba-py (MIT), which has jieba's own list as a file. rjieba has the same list
built in, and no way to it.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import numpy as np
import numpy.typing as npt

from meipi.language import cache
from meipi.language.cache import DamagedFileError

Places = npt.NDArray[np.int64]

# What a key has of the number of a character; the rest of its 32 bits is for the beginning before that.
_BITS = 14
# Magic number and checksum of the rest, then how many kinds, code points, characters and lengths of words
# there are, and the counts of all words.
_HEADER = struct.Struct("<8sI4IQ")
_MAGIC = b"meipiJT2"
_CHECKED_FROM = 12


class Kind(NamedTuple):
    """What words have in common."""

    times: int
    """How often jieba's texts have each of them."""
    tag: str


class Met(NamedTuple):
    """The words of one length that stand in a text."""

    length: int
    places: Places
    nodes: Places
    """Their numbers among all beginnings of words."""


class JiebaTables:
    """The dictionary in `data`, as `build` made it; DamagedFileError if it is not whole."""

    def __init__(self, data: bytes) -> None:
        if len(data) < _HEADER.size:
            raise DamagedFileError
        magic, checksum, kinds, codes, characters, lengths, self.total = _HEADER.unpack_from(data)
        if magic != _MAGIC or checksum != zlib.crc32(memoryview(data)[_CHECKED_FROM:]):
            raise DamagedFileError
        at = _HEADER.size

        def column(form: str, size: int) -> npt.NDArray[Any]:
            nonlocal at
            found = np.frombuffer(data, form, size, at)
            at += found.nbytes
            return found

        self._counts, sizes = column("<u4", kinds), column("<u4", lengths).tolist()
        self._keys = [column("<u4", size) for size in sizes]
        self.count = characters + sum(sizes)
        """How many beginnings of words there are."""
        self._kind_of = column("<u2", self.count)
        self._numbers, self._tag_of = column("<u2", codes), column("<u1", kinds)
        self._tags = data[at:].decode().split("\n")
        self._firsts = np.cumsum([0, characters, *sizes]).tolist()

    def kind(self, node: int) -> Kind:
        """That of a word, by its number."""
        kind = self._kind_of[node]
        return Kind(int(self._counts[kind]), self._tags[self._tag_of[kind]])

    def words(self, text: str) -> Iterator[Met]:
        """The words that stand anywhere in a text, shortest first."""
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
        numbers = self._numbers.take(codes, mode="clip").astype(np.uint32)
        numbers[codes >= len(self._numbers)] = 0
        places = np.flatnonzero(numbers)
        nodes = numbers[places].astype(np.int64) - 1
        for length, first in enumerate(self._firsts[:-1], 1):
            whole = np.flatnonzero(self._kind_of[first + nodes])
            yield Met(length, places[whole], first + nodes[whole])
            if length > len(self._keys):
                return
            further = places < len(codes) - length
            places, nodes = places[further], nodes[further]
            keys, wanted = (
                self._keys[length - 1],
                (nodes << _BITS).astype(np.uint32) | numbers[places + length],
            )
            at = keys.searchsorted(wanted)
            found = np.flatnonzero(keys.take(at, mode="clip") == wanted)
            if not len(found):
                return
            places, nodes = places[found], at[found]

    def has(self, word: str) -> bool:
        """Whether a word is in the dictionary."""
        return any(met.length == len(word) and len(met.places) for met in self.words(word))


def opened(file: BinaryIO) -> JiebaTables:
    """The tables in `file`, which is closed."""
    with file:
        return JiebaTables(file.read())


def open_tables(path: Path) -> JiebaTables:
    """The tables that are kept at `path`, made first if need be."""
    return cache.opened(path, opened, lambda: build(lines()))


def cache_file() -> Path:
    """Where they are kept: a name of its own for each version of the data."""
    return cache.folder() / f"jieba-py-{cache.version('jieba-py')}.tables"


def lines() -> Iterator[str]:
    """The dictionary: a word, its count and its tag in each line."""
    from importlib.util import find_spec

    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("jieba", name="jieba")
    with (Path(spec.origin).parent / "_data" / "dict.txt").open(encoding="utf-8") as file:
        yield from file


def build(lines: Iterable[str]) -> bytes:
    """The tables of such lines; of a word with two the last counts.

    ValueError where the words are too many, or of too many characters, for keys of 32 bits.
    """
    kinds: dict[str, int] = {}
    codes, lengths, kind_of_word = array("I"), array("H"), array("H")
    for line in lines:
        word, _, kind = line.rstrip("\n").partition(" ")
        codes.extend(map(ord, word))
        lengths.append(len(word))
        kind_of_word.append(kinds.setdefault(kind, len(kinds) + 1))
    text, length = np.array(codes, np.uint32), np.array(lengths, np.int64)
    kind_of_words = np.array(kind_of_word, np.uint16)
    met = np.zeros(int(text.max(initial=0)) + 1, np.bool_)
    met[text] = True
    numbers = np.where(met, np.cumsum(met), 0).astype("<u2")
    characters = int(met.sum())
    if characters >= 1 << _BITS:
        raise ValueError(f"{characters} characters are too many")
    starts = np.cumsum(length) - length
    nodes, keys, kind_of = numbers[text[starts]].astype(np.int64) - 1, [], []
    before = characters
    for size in range(1, int(length.max(initial=1)) + 1):
        reaching = np.flatnonzero(length >= size)
        if size > 1:
            if before >= 1 << (32 - _BITS):
                raise ValueError(f"{before} beginnings are too many")
            wanted = nodes[reaching] << _BITS | numbers[text[starts[reaching] + size - 1]]
            ordered = np.sort(wanted)
            ordered = ordered[np.append(True, ordered[1:] != ordered[:-1])]
            nodes[reaching] = np.searchsorted(ordered, wanted)
            keys.append(ordered.astype("<u4"))
            before = len(ordered)
        whole = np.flatnonzero(length == size)
        kind_of.append(np.zeros(before, "<u2"))
        kind_of[-1][nodes[whole]] = kind_of_words[whole]
    pairs = [kind.split(" ") for kind in kinds]
    tags = sorted({tag for _, tag in pairs})
    counts = np.array([0, *(int(count) for count, _ in pairs)], "<u4")
    tag_of = np.array([0, *(tags.index(tag) for _, tag in pairs)], "<u1")
    sizes = np.array([len(each) for each in keys], "<u4")
    columns = (counts, sizes, *keys, *kind_of, numbers, tag_of)
    rest = struct.pack(
        "<4IQ",
        len(counts),
        len(numbers),
        characters,
        len(keys),
        sum(int(counts[each].sum()) for each in kind_of),
    )
    rest += b"".join(column.tobytes() for column in columns) + "\n".join(tags).encode()
    return struct.pack("<8sI", _MAGIC, zlib.crc32(rest)) + rest
