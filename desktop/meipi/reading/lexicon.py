"""The words met so far, and over which of them nothing need be read because the reader knows them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from meipi.reading import characters
from meipi.reading.analysis import Ints

Knows = Callable[[str], bool]
"""Whether the reader knows a word, given in Simplified form."""


class Lexicon:
    """Each word with its number, by its Simplified form; 0 is none. One for all articles.

    What is known may change at any time: then each word is judged once, not each place where it stands.
    """

    def __init__(self) -> None:
        self._number_of: dict[str, int] = {"": 0}
        self._known: npt.NDArray[np.bool_] = np.zeros(1, np.bool_)
        self._knows: Knows | None = None
        self.version = 0
        """Grows whenever other words are known."""

    @property
    def judging(self) -> bool:
        """Whether words are wanted at all: False while readings stand over all of them."""
        return self._knows is not None

    def judge(self, knows: Knows | None) -> None:
        """Read over what the reader does not know; without `knows`, over everything."""
        self._knows = knows
        self.version += 1
        self._known = np.zeros(0, np.bool_)
        self._judge_new()

    def numbers(self, words: Sequence[str]) -> list[int]:
        """The numbers of words, given when they are first met."""
        known = self._number_of
        found = [known.setdefault(word, len(known)) for word in words]
        self._judge_new()
        return found

    def silent(self, numbers: Ints) -> characters.Flags:
        """Where nothing need be read, for the number of the word at each place."""
        found: characters.Flags = self._known[numbers]
        return found

    def _judge_new(self) -> None:
        first = len(self._known)
        new = list(self._number_of)[first:]
        if not new:
            return
        knows = self._knows
        flags = [bool(word) and knows is not None and knows(word) for word in new]
        self._known = np.append(self._known, np.array(flags, np.bool_))
