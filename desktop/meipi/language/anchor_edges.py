"""The edges of a mark: the punctuation and white space that folding leaves out."""

from __future__ import annotations

import unicodedata

from meipi.language.span import Span

_OPENING, _CLOSING = frozenset("‘“「『《〈（【"), frozenset("’”」』》〉）】")


def widen(text: str, core: Span, room: Span, lead: str, trail: str) -> Span:
    """`core` with as much of the punctuation beside it as the mark had, `lead` before and `trail` after it.

    `room` ends where the next word does. Another style of punctuation is taken for the old one ("「" for
    "“").
    """
    before = matching(text[room.start : core.start][::-1], lead[::-1])
    after = matching(text[core.end : room.end], trail)
    return Span(core.start - before, core.end + after)


def matching(beside: str, wanted: str) -> int:
    """How many code points of `beside`, from its start, stand for what begins `wanted`."""
    taken = 0
    for character in wanted:
        if character.isspace():
            taken += beside[taken : taken + 1] == character
            continue
        here = taken
        while here < len(beside) and beside[here].isspace():
            here += 1
        if here == len(beside) or not _alike(beside[here], character):
            break
        taken = here + 1
    return taken


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    kinds = {_kind(one), _kind(other)}
    straight = "quote" in kinds and kinds <= {"quote", "opening", "closing"}
    return straight or (len(kinds) == 1 and "" not in kinds)


def _kind(character: str) -> str:
    if character in "\"'＂＇":
        return "quote"
    category = unicodedata.category(character)
    if character in _OPENING or category in ("Ps", "Pi"):
        return "opening"
    if character in _CLOSING or category in ("Pe", "Pf"):
        return "closing"
    return "stop" if category[0] in "PS" else ""
