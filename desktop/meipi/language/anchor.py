"""An anchor: a place in a text that can be found again after the text has changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

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


class Placement(NamedTuple):
    """Where an anchor stands in a changed text, and how it came there."""

    span: Span | None
    how: Literal["exact", "moved", "changed", "orphan"]


Progress = Callable[[float], None]
"""Told now and then which share of the work, 0 to 1, is done."""


def place(
    anchors: Sequence[Anchor],
    text: str,
    *,
    old: str | None = None,
    progress: Progress | None = None,
) -> list[Placement]:
    """Where each anchor stands in `text`, another version of the text they were taken from.

    "exact": the same code points at the same offsets; "moved": the same code points elsewhere; "changed":
    the passage has other code points now, be it in white space, punctuation or script alone; "orphan":
    there is no such place, or there are two about as good.

    With `old`, the text they were taken from, what their own contexts leave in doubt is looked at again
    with wider ones, and a place whose like was elsewhere in the old text is traced back to it; where these
    disagree, the mark is an orphan.

    All are placed together: one that its words leave in doubt is placed, or refused, by those around it.
    Total on any text. A word changed beyond recognition is refused rather than guessed.
    """
    from meipi.language import anchor_placing

    return anchor_placing.place(anchors, text, old, progress)


def take(text: str, span: Span) -> Anchor:
    """The anchor of `span` in `text`."""
    start, end = span
    return Anchor(
        start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    )
