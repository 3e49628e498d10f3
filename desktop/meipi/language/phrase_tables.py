"""Phrase tables: pypinyin's phrases and characters as a few arrays, kept in the user's cache folder.

As pypinyin loads them they take 55 MB and a sixth of a second; as arrays two, and some milliseconds. The
arrays are made in a fifth of a second from pypinyin's two JSON files, an entry at a time; pypinyin itself is
not imported.
"""

from __future__ import annotations

import json
import re
import struct
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from meipi.language import cache

Keys = npt.NDArray[np.uint64]
Starts = npt.NDArray[np.int32]
Numbers = npt.NDArray[np.uint16]
Codes = npt.NDArray[np.uint32]
# Phrases, each with the reading of each code point, and characters, each with all its readings.
Source = tuple[Iterable[tuple[str, Sequence[str]]], Iterable[tuple[str, str]]]

# Bits of a code point in a key.
CODE_BITS = 21

# What pypinyin (0.55, `RE_HANS`) takes for hanzi, without its private ones, which are none here. The others
# have no phrases, and a run of hanzi ends before them.
HANZI = re.compile(
    "[〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002a6df\U0002a703-\U0002b81d"
    "\U0002b825-\U0002bf6e\U0002c029-\U0002ce93\U0002d016\U0002d11b-\U0002ebd9\U0002f80a-\U0002fa1f"
    "\U00030000-\U0003134a\U00031350-\U00032389]+"
)

# Eight bytes each: magic number, checksum of all that follows. Then how many sections there are, and the size
# of each; then the sections.
_MAGIC = b"meipiPT1"
_BODY = 16
_ALIGNED = 8
_BETWEEN = re.compile(r"[\s:,]*")


class DamagedTablesError(Exception):
    """The bytes are no tables, or not the whole of them."""


@dataclass(frozen=True, slots=True)
class Level:
    """The beginnings of phrases that have one length, in order."""

    keys: Keys
    """The number of the beginning that is shorter by one, in its own level, and the last code point; for two
    code points the former is a code point too."""
    starts: Starts
    """Where in `spoken` the readings of the whole phrase begin; negative where it is only a beginning."""


@dataclass(frozen=True, slots=True)
class Tables:
    """What pypinyin knows. Readings are numbers, those of `names`."""

    names: list[str]
    codes: Codes
    """Every character that has a reading, in order."""
    firsts: Starts
    """Where in `known` the readings of each character begin, and the end."""
    known: Numbers
    spoken: Numbers
    """The readings of all phrases."""
    levels: list[Level]
    """For beginnings of two code points and on."""


def cache_file() -> Path:
    """Where the tables are kept: a name of its own for each version of pypinyin."""
    return cache.folder() / f"readings-pypinyin-{cache.version('pypinyin')}.tables"


def open_tables(path: Path, source: Callable[[], Source] | None = None) -> Tables:
    """The tables that are kept at `path`; made first if there are none or they are damaged.

    They are made of pypinyin's phrases and characters, or of what another `source` gives. If they cannot be
    kept there, they stay in memory.
    """
    with suppress(OSError, DamagedTablesError):
        return unpacked(path.read_bytes())
    data = packed(*(source or _pypinyin)())
    with suppress(OSError):
        cache.keep(path, data)
    return unpacked(data)


def packed(phrases: Iterable[tuple[str, Sequence[str]]], characters: Iterable[tuple[str, str]]) -> bytes:
    """The tables as bytes: from phrases, each with the reading of each code point, and from characters, each
    with all its readings, a comma between two. Of the same phrase the last counts."""
    # 0 is no reading.
    numbers: dict[str, int] = {}
    words: list[str] = []
    spoken, known, firsts = array("H"), array("H"), array("i")
    for word, readings in phrases:
        if len(word) == len(readings) > 1 and HANZI.fullmatch(word):
            words.append(word)
            spoken.extend(numbers.setdefault(reading, len(numbers) + 1) for reading in readings)
    codes = array("I")
    for char, listed in sorted(each for each in characters if HANZI.fullmatch(each[0])):
        codes.append(ord(char))
        firsts.append(len(known))
        known.extend(numbers.setdefault(reading, len(numbers) + 1) for reading in listed.split(","))
    firsts.append(len(known))
    sections = [
        "\n".join(numbers).encode(),
        *(
            np.array(column, kind).tobytes()
            for column, kind in ((codes, "<u4"), (firsts, "<i4"), (known, "<u2"), (spoken, "<u2"))
        ),
        *(column for level in _levels(words) for column in level),
    ]
    sizes = struct.pack(f"<{1 + len(sections)}I", len(sections), *map(len, sections))
    body = b"".join(_filled(part) for part in (sizes, *sections))
    return struct.pack("<8sQ", _MAGIC, zlib.crc32(body)) + body


def _levels(words: Sequence[str]) -> Iterator[tuple[bytes, bytes]]:
    """The columns of each level; `words` are the phrases in the order of their readings."""
    lengths = np.array([len(word) for word in words], np.int32)
    starts = np.cumsum(lengths, dtype=np.int32) - lengths
    longest = int(lengths.max(initial=0))
    codes = np.frombuffer("".join(word.ljust(longest, "\0") for word in words).encode("utf-32-le"), "<u4")
    codes = codes.reshape(len(words), longest)
    nodes = codes[:, 0].astype("<u8") if longest else np.zeros(0, "<u8")
    for length in range(2, longest + 1):
        reaching = np.flatnonzero(lengths >= length)
        keys = nodes[reaching] << np.uint64(CODE_BITS) | codes[reaching, length - 1]
        ordered = np.sort(keys)
        ordered = ordered[np.append(True, ordered[1:] != ordered[:-1])]
        at = np.searchsorted(ordered, keys)
        nodes[reaching] = at
        whole = lengths[reaching] == length
        first = np.full(len(ordered), -1, "<i4")
        first[at[whole]] = starts[reaching[whole]]
        yield ordered.tobytes(), first.tobytes()


def unpacked(data: bytes) -> Tables:
    """The tables in bytes, which they go on to use; DamagedTablesError unless `packed` made these."""
    if len(data) < _BODY + 4 or not data.startswith(_MAGIC):
        raise DamagedTablesError
    (checksum,) = struct.unpack_from("<Q", data, len(_MAGIC))
    if checksum != zlib.crc32(memoryview(data)[_BODY:]):
        raise DamagedTablesError
    (count,) = struct.unpack_from("<I", data, _BODY)
    sizes = struct.unpack_from(f"<{count}I", data, _BODY + 4)
    at = _BODY + _room(4 * (1 + count))
    sections: list[memoryview] = []
    for size in sizes:
        sections.append(memoryview(data)[at : at + size])
        at += _room(size)
    names, codes, firsts, known, spoken, *columns = sections
    return Tables(
        ["", *str(names, "utf-8").split("\n")],
        np.frombuffer(codes, "<u4"),
        np.frombuffer(firsts, "<i4"),
        np.frombuffer(known, "<u2"),
        np.frombuffer(spoken, "<u2"),
        [
            Level(np.frombuffer(keys, "<u8"), np.frombuffer(starts, "<i4"))
            for keys, starts in zip(columns[::2], columns[1::2], strict=True)
        ],
    )


def _room(size: int) -> int:
    """The bytes that a section takes: numpy wants its numbers at multiples of their size."""
    return -(-size // _ALIGNED) * _ALIGNED


def _filled(section: bytes) -> bytes:
    return section.ljust(_room(len(section)), b"\0")


def _pypinyin() -> Source:
    """Its phrases and its characters. Of the readings of one syllable it uses the first."""
    from importlib.util import find_spec

    spec = find_spec("pypinyin")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("pypinyin", name="pypinyin")
    phrases, characters = (
        Path(spec.origin).with_name(f"{name}_dict.json").read_text("utf-8") for name in ("phrases", "pinyin")
    )
    return (
        ((phrase, [syllable[0] for syllable in syllables]) for phrase, syllables in members(phrases)),
        ((chr(int(code)), readings) for code, readings in members(characters)),
    )


def members(text: str) -> Iterator[tuple[str, Any]]:
    """The names and values of the object that a JSON text is, one after the other: never all in memory."""
    decode = json.JSONDecoder().raw_decode

    def after(end: int) -> int:
        found = _BETWEEN.match(text, end)
        return found.end() if found else end

    at = after(text.index("{") + 1)
    while text[at] != "}":
        name, end = decode(text, at)
        value, end = decode(text, after(end))
        yield name, value
        at = after(end)
