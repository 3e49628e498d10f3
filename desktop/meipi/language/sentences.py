"""Sentences: where one ends and the next one begins."""

from __future__ import annotations

import re

from meipi.language.span import Span

# An end mark (in runs: ？！, ……), then the quotes and brackets that close with it. A full stop ends a
# sentence only before white space, so that 3.14 and U.S. stay whole. A line feed always ends one.
_END = re.compile(
    r"""(?:[。！？!?…｡．‼⁇⁈⁉]+|\.+(?=[”’"'」』）)\]】》〉〕]*(?:\s|$)))["'”’」』）)\]】》〉〕]*|\n""",
)


def split(text: str) -> list[Span]:
    """The sentences of `text` in order: spans that cover every code point once."""
    spans = []
    start = 0
    for found in _END.finditer(text):
        spans.append(Span(start, found.end()))
        start = found.end()
    if start < len(text):
        spans.append(Span(start, len(text)))
    return spans
