"""Where a card lies: beside the line of its own word, never over it, and within the view.

All lengths are logical pixels.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRect

Side = Literal["below", "above", "left", "right"]

GAP = 11
"""Between the card and the line: the room of its tip."""
EDGE = 12
"""Least distance from the edges of the view."""
_TIP_AT = 120  # of the card's width: a word is nearer to the beginning of its card than to its middle
_TIP_AT_TOP = 60
_TIP_LEAST = 22  # from the corners of the card


@dataclass(frozen=True)
class Placed:
    """A card in its place."""

    card: QRect
    side: Side
    """Of the line, on which the card is."""
    tip: int
    """Where its tip is, along the edge of the card that is next to the line, from the card's beginning."""


def place(
    line: QRect,
    word: tuple[QRect, QRect],
    width: int,
    height_for: Callable[[int], int],
    view: QRect,
    *,
    vertical: bool,
) -> Placed:
    """The card of a word in `line` (the union of its lines if it has several), no wider than `width`.

    `word` is where the word is, the first part of it and the last, which are the same if it has one line.

    In lines it is below if there is room, else above; in columns at the left if there is room, else at the
    right; if there is none, where there is more, as high or wide as that allows. `height_for` tells how high
    a card of some width would like to be.
    """
    within = view.adjusted(EDGE, EDGE, -EDGE, -EDGE)
    if vertical:
        return _beside_column(line, word, width, height_for, within)
    width = min(width, within.width())
    below = within.bottom() - line.bottom() - GAP
    above = line.top() - within.top() - GAP
    wanted = height_for(width)
    down = wanted <= below or (wanted > above and below >= above)
    height = max(0, min(wanted, below if down else above))
    top = line.bottom() + 1 + GAP if down else line.top() - GAP - height
    middle = word[1 if down else 0].center().x()
    left = _kept(middle - min(_TIP_AT, width // 2), within.left(), within.right() + 1 - width)
    tip = _kept(middle - left, _TIP_LEAST, width - _TIP_LEAST)
    return Placed(QRect(left, top, width, height), "below" if down else "above", tip)


def _beside_column(
    line: QRect, word: tuple[QRect, QRect], width: int, height_for: Callable[[int], int], within: QRect
) -> Placed:
    left_room = line.left() - within.left() - GAP
    right_room = within.right() - line.right() - GAP
    leftwards = width <= left_room or (width > right_room and left_room >= right_room)
    width = max(0, min(width, left_room if leftwards else right_room))
    height = min(height_for(width), within.height())
    left = line.left() - GAP - width if leftwards else line.right() + 1 + GAP
    middle = word[1 if leftwards else 0].center().y()
    top = _kept(middle - min(_TIP_AT_TOP, height // 2), within.top(), within.bottom() + 1 - height)
    tip = _kept(middle - top, _TIP_LEAST, height - _TIP_LEAST)
    return Placed(QRect(left, top, width, height), "left" if leftwards else "right", tip)


def _kept(value: int, least: int, most: int) -> int:
    return max(least, min(most, value))
