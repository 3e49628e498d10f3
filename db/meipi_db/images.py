"""What a change has written: of each record what it was before and what it is afterwards."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Self

Row = dict[str, Any]
"""Some of a record's columns, by name; of a mark or an article also "tags", and of a version "places"."""

_BYTES = "\0bytes"
"""The one name in the object of JSON that stands for bytes; no column has it."""

NEW = {
    **dict.fromkeys(
        ("article", "mark", "bookmark", "word", "reading_fix", "split", "conversion_exception"), "id"
    ),
    "known_word": "simplified",
}
"""Tables whose rows are put away, by their column `deleted`, and never taken out by an undo; with the name of
their key."""

_TABLES = frozenset({*NEW, "reading", "original", "draft", "version"})

_STAYS = {"article": ("text", "blocks")}
"""Columns that need not be kept of a new row, since it is only put away: they are long."""


class Key(NamedTuple):
    """A record that was written: the row of a table that has this value in this column.

    In the table "marks_of" it is all marks and bookmarks of an article, whose text has become another.
    """

    table: str
    column: str
    value: int | str


class Image(NamedTuple):
    """A record before and after: the columns that differ, or all of them where there is no row (None) on the
    other side."""

    before: Row | None
    after: Row | None

    def then(self, later: Image) -> Image:
        """This and what was done next to the same record, as one."""
        before, after = self.before, later.after
        if before is not None and later.before is not None:
            before = later.before | before
        if after is not None and self.after is not None:
            after = self.after | after
        return Image(before, after)


class Trace:
    """The records that a change has written, in the order in which it first did."""

    def __init__(self, keys: set[Key] | None = None, images: dict[Key, Image] | None = None) -> None:
        self.keys = keys or set()
        """All of them, also those that are as they were."""
        self.images = images or {}

    def add(self, key: Key, before: Row | None, after: Row | None) -> None:
        """A record was `before` and is `after`."""
        if before is None and after is not None and key.table in _STAYS:
            after = {name: value for name, value in after.items() if name not in _STAYS[key.table]}
        image = Image(before, after)
        self.keys.add(key)
        self.images[key] = self.images[key].then(image) if key in self.images else image

    def leave_out(self, key: Key, columns: Sequence[str]) -> None:
        """What these columns of a record were is kept elsewhere."""
        before, after = self.images[key]
        if before is not None:
            before = {name: value for name, value in before.items() if name not in columns}
        self.images[key] = Image(before, after)

    def then(self, later: Trace) -> Trace:
        """This and what was done next as one."""
        images = dict(self.images)
        for key, image in later.images.items():
            images[key] = images[key].then(image) if key in images else image
        return Trace(self.keys | later.keys, images)

    def packed(self) -> bytes:
        """All of it, compressed."""
        content = {
            "keys": sorted(self.keys, key=str),
            "images": [(*key, *image) for key, image in self.images.items()],
        }
        told = json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=_of_bytes)
        return zlib.compress(told.encode(), 1)

    @classmethod
    def unpacked(cls, data: bytes) -> Self:
        """What was packed. ValueError if that cannot be read any more."""
        try:
            content = json.loads(zlib.decompress(data), object_hook=_to_bytes)
            images = {
                Key(table, column, value): Image(before, after)
                for table, column, value, before, after in content["images"]
            }
            keys = {Key(*key) for key in content["keys"]}
        except (zlib.error, KeyError, TypeError) as error:
            raise ValueError(str(error)) from error
        # They become part of SQL, and the file may have come from anywhere.
        names = {name for image in images.values() for row in image if row is not None for name in row}
        names |= {key.column for key in (*keys, *images)}
        if not all(map(str.isidentifier, names)) or not {key.table for key in images} <= _TABLES:
            raise ValueError("not what was packed")
        return cls(keys, images)


def _of_bytes(value: object) -> object:
    from base64 import b64encode  # bytes are seldom among it

    assert isinstance(value, bytes), "a column is a number, a text, bytes or NULL"
    return {_BYTES: b64encode(value).decode()}


def _to_bytes(found: Mapping[str, Any]) -> object:
    if _BYTES not in found:
        return found
    from base64 import b64decode

    return b64decode(found[_BYTES])
