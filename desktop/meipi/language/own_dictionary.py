"""A dictionary of the reader's own: one file, made of theirs, with an index like that of the packaged one.

There are two forms: lines of CC-CEDICT as they are, and rows of headwords, reading and senses, for whatever
else there is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from meipi.language import cedict, headword_index, script
from meipi.language.cache import DamagedFileError
from meipi.language.cedict_dictionary import CedictDictionary
from meipi.language.entry import Entry
from meipi.language.headword_index import HeadwordIndex
from meipi.language.span import Span

# Between the fields of a row (headwords, the first in Traditional and in Simplified form, reading, senses),
# and between two of the same.
_FIELD, _ITEM = "\t", "\x1f"
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")


class About(NamedTuple):
    """What is told of a dictionary."""

    name: str
    entries: int
    form: Literal["cedict", "rows"]
    date: str = ""
    licence: str = ""
    source: str = ""
    """Who made it, and where it is from."""


class Row(NamedTuple):
    """An entry of a dictionary that has no form of its own for Chinese."""

    headwords: tuple[str, ...]
    """The word, and what else it is found by."""
    reading: str
    senses: tuple[str, ...]


class Dictionary(Protocol):
    """What a text can be looked up in."""

    @property
    def name(self) -> str: ...
    @property
    def index(self) -> HeadwordIndex: ...
    def entries(
        self, numbers: list[int], span: Span, traditional: str | None, simplified: str
    ) -> list[Entry]: ...


class RowDictionary:
    """The dictionary of this name whose index has rows."""

    def __init__(self, name: str, index: HeadwordIndex) -> None:
        self.name, self.index = name, index

    def entries(
        self, numbers: list[int], span: Span, traditional: str | None, simplified: str
    ) -> list[Entry]:
        """Those of one word, as they stand in the dictionary."""
        found: list[Entry] = []
        for line in self.index.lines(numbers):
            _, form, alike, reading, senses = line.split(_FIELD)
            found.append(Entry(span, form, alike, reading, tuple(senses.split(_ITEM)), dictionary=self.name))
        return found


def of_lines(about: About, lines: Sequence[str]) -> bytes:
    """The file for lines of CC-CEDICT, which must be such and at least one."""
    return headword_index.build(lines, cedict.headwords, json.dumps(about))


def of_rows(about: About, rows: Sequence[Row]) -> bytes:
    """The file for rows, at least one. Each is found by its headwords as they are and in Simplified form."""
    words = [_clean(word) for row in rows for word in row.headwords]
    simplified = dict(zip(words, _converted(words, "t2s"), strict=True))
    # Of a single character several may be meant.
    traditional = dict(zip(words, _converted(words, "s2t"), strict=True))
    lines = []
    for row in rows:
        names = [*map(_clean, row.headwords)]
        first, alike = names[0], simplified[names[0]]
        form = traditional[first] if first == alike and len(first) > 1 else first
        senses = _ITEM.join(map(_clean, row.senses))
        lines.append(_FIELD.join((_ITEM.join(names), form, alike, _clean(row.reading), senses)))

    def headwords(line: str) -> Iterable[str]:
        own = [word for word in line.partition(_FIELD)[0].split(_ITEM) if word]
        return [*own, *(simplified[word] for word in own)]

    return headword_index.build(lines, headwords, json.dumps(about))


def about(path: Path) -> About | None:
    """What is told of the dictionary in a file; None if it cannot be read."""
    try:
        with path.open("rb") as file:
            return _about(headword_index.opened(file))
    except (OSError, DamagedFileError, ValueError, TypeError):
        return None


def opened(path: Path) -> Dictionary | None:
    """The dictionary in a file, which stays open; None if it cannot be read."""
    try:
        file = path.open("rb", buffering=0)
    except OSError:
        return None
    try:
        index = headword_index.opened(file)
        told = _about(index)
    except (OSError, DamagedFileError, ValueError, TypeError):
        file.close()
        return None
    return CedictDictionary(told.name, index) if told.form == "cedict" else RowDictionary(told.name, index)


def _about(index: HeadwordIndex) -> About:
    return About(*json.loads(index.about))


def _clean(text: str) -> str:
    """In one line, without what parts the fields."""
    return _CONTROLS.sub(" ", text).strip()


def _converted(words: Sequence[str], config: str) -> list[str]:
    return script.convert("\n".join(words), config).text.split("\n")
