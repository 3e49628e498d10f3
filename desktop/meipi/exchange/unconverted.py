"""What of a text is not for conversion into another script: code, and addresses that are shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from meipi.language.span import Span

from .draft import Block, Inline


def unconverted(text: str, blocks: Sequence[Block], inlines: Sequence[Inline]) -> Iterator[Span]:
    """The spans that stay as they are; they may overlap."""
    yield from (Span(block.start, block.end) for block in blocks if block.kind == "code")
    for inline in inlines:
        if inline.kind == "code" or (inline.kind == "link" and _is_address(text, inline)):
            yield Span(inline.start, inline.end)


def _is_address(text: str, link: Inline) -> bool:
    """Whether a link shows its own address, in which hanzi may stand."""
    written = text[link.start : link.end]
    return written.startswith(("http://", "https://", "www.")) or f"mailto:{written}" == link.target
