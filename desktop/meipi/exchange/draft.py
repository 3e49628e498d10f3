"""An article as a reader of files hands it on, before it has a place in the library."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, cast, get_args

BlockKind = Literal["title", "heading", "paragraph", "quote", "item", "code", "image"]
InlineKind = Literal["link", "emphasis", "strong", "code", "ruby"]
_BLOCK_KINDS = get_args(BlockKind)
_INLINE_KINDS = get_args(InlineKind)


class Block(NamedTuple):
    """One block of a text: the half-open range of its code points, without the line ending.

    `level` is that of HTML's h1 to h6 for a title (1) or a heading (2 to 6), how deep in lists an item
    stands (from 1; 0 in an article that was stored before this was kept), and 0 for all others. The text
    of an image is its caption, or what stands for it in words; `target` is its address as found in the
    source, "" where there is none to keep. It is never loaded. `marker` is what an item shows before its
    first line, as "•", "1." or "一、"; it is no part of the text. The further paragraphs of an item are
    items of the same level without a marker.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    marker: str = ""
    target: str = ""


class Inline(NamedTuple):
    """A stretch of code points within one block that is more than plain text.

    `target` is the address of a link: http, https, mailto, or "#" and a name for a place in the same page.
    Of a "ruby" it is the reading, or another note of few words, that the author has set beside these code
    points; of all others it is "".
    """

    kind: InlineKind
    start: int
    end: int
    target: str = ""


class Page(NamedTuple):
    """What was fetched from an address: its bytes, the content type and the encoding that the server told,
    each "" where it did not."""

    data: bytes
    type: str = ""
    charset: str = ""


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """What was read: the text as it stands in the source, its blocks, and what is known about it.

    Of two `inlines` one lies in the other or they are apart, and two of one kind are always apart. They
    come in the order of their starts, the outer before the inner.

    A field that is not known is empty. `encoding` is an id of `encodings.ENCODINGS`, or empty where
    the text came as text. `original` holds the bytes of a plain text, so that its encoding can be
    changed later; it is None for every other source. `page` is what was fetched, of an article from the web.
    `script` is that of the text, as `language.script.detect` names it, where it was found already.
    """

    title: str
    text: str
    blocks: tuple[Block, ...] = ()
    inlines: tuple[Inline, ...] = ()
    source: str = ""
    author: str = ""
    url: str = ""
    published: str = ""
    encoding: str = ""
    path: str = ""
    original: bytes | None = None
    page: Page | None = None
    script: str = ""


class Structure(NamedTuple):
    """What a text is beside its code points."""

    blocks: tuple[Block, ...] = ()
    inlines: tuple[Inline, ...] = ()


def structure_to_json(blocks: Sequence[Block], inlines: Sequence[Inline] = ()) -> str:
    """Both as compact JSON; "" when there are no blocks.

    It is `{"blocks": […], "inlines": […]}`, of rows `[kind, start, end, level]`, with marker and target
    behind them where there is one, and rows `[kind, start, end, target]`.
    """
    if not blocks:
        return ""
    rows = {
        "blocks": [_block_row(block) for block in blocks],
        "inlines": [[inline.kind, inline.start, inline.end, inline.target] for inline in inlines],
    }
    return json.dumps(rows, separators=(",", ":"), ensure_ascii=False)


def structure_from_json(text: str) -> Structure:
    """What `structure_to_json` wrote; a list of blocks alone, as it once was, is read too.

    Raises ValueError when the text is anything else.
    """
    if not text:
        return Structure()
    match json.loads(text):
        case {"blocks": [*blocks], "inlines": [*inlines]}:
            return Structure(tuple(map(_block, blocks)), tuple(map(_inline, inlines)))
        case [*blocks]:
            return Structure(tuple(map(_block, blocks)))
        case _:
            raise ValueError("neither a list of blocks nor blocks with inlines")


def _block_row(block: Block) -> list[str | int]:
    row: list[str | int] = [block.kind, block.start, block.end, block.level]
    return [*row, block.marker, block.target] if block.marker or block.target else row


def _block(row: object) -> Block:
    # An article has thousands, and is not open before they are: plain tests take half of a pattern's time.
    if isinstance(row, list) and len(row) in (4, 6):
        kind, start, end, level, *rest = row
        if (
            isinstance(start, int)
            and isinstance(end, int)
            and isinstance(level, int)
            and _is_known(kind, _BLOCK_KINDS, start, end)
        ):
            if not rest:
                return Block(kind, start, end, level)
            if isinstance(rest[0], str) and isinstance(rest[1], str):
                return Block(kind, start, end, level, *rest)
    raise ValueError(f"not a block: {row!r}")


def _inline(row: object) -> Inline:
    match row:
        case [str(kind), int(start), int(end), str(target)] if _is_known(kind, _INLINE_KINDS, start, end):
            return Inline(cast(InlineKind, kind), start, end, target)
        case _:
            raise ValueError(f"not an inline: {row!r}")


def _is_known(kind: str, kinds: tuple[str, ...], start: int, end: int) -> bool:
    return kind in kinds and 0 <= start <= end
