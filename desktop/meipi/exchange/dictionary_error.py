"""What may be wrong with a dictionary that the reader wants to add."""

from __future__ import annotations

from typing import Literal

DictionaryErrorKind = Literal[
    "missing",
    "unreadable",
    "folder",
    "unsupported",
    "empty",
    "too_large",
    "damaged",
    "truncated",
    "incomplete",
    "encoding",
    "counts",
    "line",
]


class DictionaryError(Exception):
    """A source that cannot be read as a dictionary: of which kind, where, and what exactly it is.

    The detail is the missing file for "incomplete", the number of the line for "line", and how many entries
    there are and should be for "counts": "5/6".
    """

    def __init__(self, kind: DictionaryErrorKind, path: str, detail: str = "") -> None:
        super().__init__(kind, path, detail)
        self.kind: DictionaryErrorKind = kind
        self.path = path
        self.detail = detail
