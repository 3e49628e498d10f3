"""Words: where a word ends and the next one begins."""

from __future__ import annotations

import re
from itertools import pairwise

from meipi.language import script
from meipi.language.span import Span

# White space in runs, a number or a Latin word as one piece, anything else that is no letter alone.
_NOT_HANZI = re.compile(r"\s+|[^\W_\u2e80-\U0003ffff]+(?:['’.\-][^\W_\u2e80-\U0003ffff]+)*|[^\w]|_")


def segment(text: str) -> list[Span]:
    """The words of `text` in order: spans that cover every code point once.

    A run of white space, a run of Latin letters or digits, and every punctuation mark is a span of its own.
    Hanzi are cut by jieba's dictionary and model on the Simplified form of the text, which has the same
    positions: jieba fed with Traditional text loses 5 to 9 points of F1.
    """
    simplified = script.convert(text, "t2s").text
    edges = {0, len(text)}
    end = 0
    for found in _NOT_HANZI.finditer(simplified):
        edges.update(_hanzi_edges(simplified, end, found.start()))
        edges.update(found.span())
        end = found.end()
    edges.update(_hanzi_edges(simplified, end, len(text)))
    return [Span(start, stop) for start, stop in pairwise(sorted(edges))]


def _hanzi_edges(text: str, start: int, end: int) -> list[int]:
    """Where the words of a run without white space and punctuation end."""
    if end - start < 2:
        return [end]
    import rjieba

    edges = []
    for word in rjieba.cut(text[start:end]):
        start += len(word)
        edges.append(start)
    return edges
