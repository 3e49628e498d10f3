"""What is wrong with a source that cannot be read as an article."""

from __future__ import annotations

from typing import Literal

ReadErrorKind = Literal[
    "missing", "unreadable", "empty", "binary", "too_large", "folder", "unsupported", "damaged",
    "broken", "protected", "encrypted", "unpacks", "scanned", "mislabelled", "slow", "cancelled",
    "address", "unreachable", "refused", "redirects",
]  # fmt: skip
"""`support/errors.py` has a sentence for each. Those of the last line are of web addresses alone."""


class ReadError(Exception):
    """A source that cannot be read as an article: of which kind, where, and what the system said of it.

    `path` is that of a file, or a web address, or "" for a paste.
    """

    def __init__(self, kind: ReadErrorKind, path: str = "", detail: str = "") -> None:
        super().__init__(kind, path, detail)
        self.kind = kind
        self.path = path
        self.detail = detail
