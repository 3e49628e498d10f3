"""A matched list: many short texts, such as tags or titles, that are looked through together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from meipi.language.matched import Matched
from meipi.language.matching import places
from meipi.language.query import Term

# Stands between two texts. Compared as itself, unlike white space, so that nothing is found across it.
_BETWEEN = "\u241e"


class MatchedList:
    """Texts made ready once; each look takes some milliseconds for ten thousand of them."""

    def __init__(self, texts: Sequence[str]) -> None:
        clean = [text.replace(_BETWEEN, " ") for text in texts]
        self._matched = Matched(_BETWEEN.join(clean))
        self._starts = np.array([0, *accumulate(len(text) + 1 for text in clean)][: len(clean)], np.intp)

    def find(self, typed: str) -> dict[int, int]:
        """The numbers of the texts in which stands what was typed, in order, each with the first place (code
        points) at which it does: in either script, in pinyin, zhuyin or initials. Of nothing, none."""
        term = Term.of(typed)
        if not term.form or _BETWEEN in term.form:
            return {}
        starts = [span.start for span in places(self._matched, [term])]
        numbers = np.searchsorted(self._starts, starts, "right") - 1
        found: dict[int, int] = {}
        for number, start in zip(numbers.tolist(), starts, strict=True):
            found.setdefault(number, start - int(self._starts[number]))
        return found
