"""An anchor: a place in a text that can be found again after the text has changed."""

from __future__ import annotations

from typing import NamedTuple

from meipi.language.span import Span

# Long enough to tell two like sentences apart, short enough to survive an edit next door; 32 characters are
# usual for the text quote selectors of the W3C Web Annotation model.
CONTEXT = 32


class Anchor(NamedTuple):
    """A span of a text, what it holds, and up to `CONTEXT` code points before and after it."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


def take(text: str, span: Span) -> Anchor:
    """The anchor of `span` in `text`."""
    start, end = span
    return Anchor(
        start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    )
