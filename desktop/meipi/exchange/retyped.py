"""A text after it was edited in a field that knows only one kind of line ending."""

from __future__ import annotations

import re
from collections import Counter

from meipi.language.changes import compare, shared, within

_ENDINGS = ("\r\n", "\r", "\u2029")
_PIECE = re.compile(r"\r\n|.", re.DOTALL)


def in_field(text: str) -> str:
    """The text as the field has it."""
    return "".join("\n" if piece in _ENDINGS else piece for piece in _PIECE.findall(text))


def retyped(text: str, typed: str) -> str:
    """The text of which `in_field(text)` became `typed`: what was not touched is as it was, line endings too,
    and new lines end as most others do."""
    pieces, shown = _PIECE.findall(text), in_field(text)
    ending = _usual_ending(pieces)
    # Most of a text is not touched, and a book is not to be compared for a typo.
    lead = shared(shown, typed)
    tail = shared(shown[lead:][::-1], typed[lead:][::-1])
    before, after = shown[lead : len(shown) - tail], typed[lead : len(typed) - tail]
    parts: list[str] = pieces[:lead]
    for hunk in compare(before, after):
        old, new = before[slice(*hunk.old)], after[slice(*hunk.new)]
        start = lead + hunk.old.start
        for step in within(old, new):
            if step.kind == "same":
                parts += pieces[start + step.old.start : start + step.old.end]
            else:
                parts += (ending if put == "\n" else put for put in new[slice(*step.new)])
    return _joined([*parts, *pieces[len(pieces) - tail :]])


def _joined(parts: list[str]) -> str:
    """The parts together. Where two line endings of different kinds came side by side, they stay two."""
    for place in range(1, len(parts)):
        if parts[place].startswith("\n") and parts[place - 1].endswith("\r"):
            parts[place] = "\r" + parts[place][1:]
    return "".join(parts)


def _usual_ending(pieces: list[str]) -> str:
    counts = Counter(piece for piece in pieces if piece in (*_ENDINGS, "\n"))
    return counts.most_common(1)[0][0] if counts else "\n"
