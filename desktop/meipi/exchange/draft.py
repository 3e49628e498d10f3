"""An article as a reader of files hands it on, before it has a place in the library."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, cast, get_args

BlockKind = Literal["title", "heading", "paragraph", "quote", "item", "code"]
_KINDS = get_args(BlockKind)


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a text: the half-open range of its code points, without the line ending.

    `level` is that of HTML's h1 to h6 for a title (1) or a heading (2 to 6), and 0 for all others.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """What was read: the text as it stands in the source, its blocks, and what is known about it.

    A field that is not known is empty. `encoding` is an id of `encodings.ENCODINGS`, or empty where
    the text came as text. `original` holds the bytes of a plain text, so that its encoding can be
    changed later; it is None for every other source.
    """

    title: str
    text: str
    blocks: tuple[Block, ...] = ()
    source: str = ""
    author: str = ""
    url: str = ""
    published: str = ""
    encoding: str = ""
    path: str = ""
    original: bytes | None = None


def to_json(blocks: Iterable[Block]) -> str:
    """The blocks as compact JSON: a list of `[kind, start, end, level]`; "" when there are none."""
    rows = [[block.kind, block.start, block.end, block.level] for block in blocks]
    return json.dumps(rows, separators=(",", ":")) if rows else ""


def from_json(text: str) -> tuple[Block, ...]:
    """The blocks that `to_json` wrote.

    Raises ValueError when the text is anything else.
    """
    if not text:
        return ()
    rows = json.loads(text)
    if not isinstance(rows, list):
        raise ValueError("blocks must be a list")
    return tuple(_block(row) for row in rows)


def _block(row: object) -> Block:
    match row:
        case [str(kind), int(start), int(end), int(level)] if kind in _KINDS and 0 <= start <= end:
            return Block(cast(BlockKind, kind), start, end, level)
        case _:
            raise ValueError(f"not a block: {row!r}")
