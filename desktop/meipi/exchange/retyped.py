"""A text after it was edited in a field that knows only one kind of line ending."""

from __future__ import annotations

import re
from collections import Counter

from meipi.language.changes import compare, within

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
    parts: list[str] = []
    for hunk in compare(shown, typed):
        old, new = shown[slice(*hunk.old)], typed[slice(*hunk.new)]
        for step in within(old, new):
            if step.kind == "same":
                parts += pieces[hunk.old.start + step.old.start : hunk.old.start + step.old.end]
            else:
                parts.append(new[slice(*step.new)].replace("\n", ending))
    return "".join(parts)


def _usual_ending(pieces: list[str]) -> str:
    counts = Counter(piece for piece in pieces if piece in (*_ENDINGS, "\n"))
    return counts.most_common(1)[0][0] if counts else "\n"
