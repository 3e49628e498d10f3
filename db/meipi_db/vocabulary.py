"""The reader's own words and corrections in the store: tables of records that are added and put back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar, cast

from meipi_db.connection import Connection
from meipi_db.records import new_uid, now
from meipi_db.word_records import KnownWord, WordRecord

Record = TypeVar("Record", bound=WordRecord)


class Records(Generic[Record]):
    """One table of records of one class. It writes as `Library` does: in one transaction, or not at all."""

    def __init__(self, connection: Connection, table: str, kind: type[Record]) -> None:
        self._connection, self._table, self._kind = connection, table, kind
        # "end" is a word of SQL.
        columns = ", ".join(f'{table}."{name}"' for name in kind._fields)
        self._select = f"SELECT {columns} FROM {table}"

    def add(self, record: Record) -> Record:
        """Write a new record; the one returned has id, uid and time. KeyError if its article is missing."""
        row = {**record._asdict(), "uid": new_uid(), "created": now()}
        del row["id"]
        article_id = row.get("article_id")
        with self._connection.transaction():
            if article_id is not None and not self._connection.rows(
                "SELECT 1 FROM article WHERE id = ?", (article_id,)
            ):
                raise KeyError(article_id)
            return self.get(self._connection.insert(self._table, row))

    def get(self, record_id: int) -> Record:
        """The record, deleted or not."""
        for row in self._connection.rows(f"{self._select} WHERE id = ?", (record_id,)):
            return self._made(row)
        raise KeyError(record_id)

    def ids(self) -> list[int]:
        """The ids of all records, in the order in which they were added: of thousands much sooner there than
        the records."""
        rows = self._connection.rows(f"SELECT id FROM {self._table} WHERE deleted IS NULL ORDER BY id")
        return [record_id for (record_id,) in rows]

    def all(self, *, deleted: bool = False) -> list[Record]:
        """All records, or all deleted ones, in the order in which they were added."""
        state = "IS NOT NULL" if deleted else "IS NULL"
        return [
            self._made(row)
            for row in self._connection.rows(f"{self._select} WHERE deleted {state} ORDER BY id")
        ]

    def put(self, record: Record) -> None:
        """Write the whole record back, exactly as it is: undo restores the identical row."""
        row = record._asdict()
        record_id = row.pop("id")
        with self._connection.transaction():
            self._connection.update(self._table, record_id, row)

    def _made(self, row: Iterable[object]) -> Record:
        return cast(Record, self._kind._make(row))


class KnownWords:
    """The words that the reader knows, by their Simplified form."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> frozenset[str]:
        """Every word known now."""
        rows = self._connection.rows("SELECT simplified FROM known_word WHERE deleted IS NULL")
        return frozenset(word for (word,) in rows)

    def put(self, words: Iterable[KnownWord]) -> None:
        """Write these records, each in the place of the one of the same word if there is one."""
        with self._connection.transaction():
            for word in words:
                try:
                    self._connection.update("known_word", word.simplified, word._asdict(), name="simplified")
                except KeyError:
                    self._connection.insert("known_word", word._asdict())
