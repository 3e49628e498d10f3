"""The changes to the reader's own words and corrections."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from meipi.workspace.history import Apart
from meipi.workspace.vocabulary import Kind, records_of
from meipi_db import KnownWord, Library, WordRecord


@dataclass(frozen=True)
class ReplaceRecords(Apart):
    """Records of one kind put away at `time`, and others added in their place."""

    kind: Kind
    gone: tuple[WordRecord, ...]
    new: tuple[WordRecord, ...]
    text: str
    article_id: int | None
    time: str
    made: tuple[WordRecord, ...] = ()
    """The new ones as they are in the library, once they were made."""

    mark_id = None

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset({self.kind})

    def do(self, library: Library) -> Self:
        records = records_of(library, self.kind)
        for record in self.gone:
            records.put(record._replace(deleted=self.time))
        return replace(self, made=tuple(records.add(record) for record in self.new))


@dataclass(frozen=True)
class KnowWords(Apart):
    """Words known from now on, or no longer: a record of each word as it is to be."""

    words: tuple[KnownWord, ...]
    text: str

    kinds = frozenset({"known_words"})
    article_id = None
    mark_id = None

    def do(self, library: Library) -> Self:
        library.known_words.put(self.words)
        return self
