"""Which words the reader knows: those marked so, and those up to a level."""

from __future__ import annotations

from meipi.language import words
from meipi.workspace.viewing import Viewing
from meipi.workspace.vocabulary import Vocabulary


class Knowledge:
    """Whether a word is known, asked of its Simplified form."""

    def __init__(self, known: frozenset[str]) -> None:
        self._known = known
        self._longest = max(map(len, known), default=0)

    def __call__(self, word: str) -> bool:
        """A word that no dictionary has, 三天 or 看看, is known when it is made of words that are."""
        if word in self._known:
            return True
        return len(word) > 1 and self._is_made_of_known(word) and not words.is_headword(word)

    def _is_made_of_known(self, word: str) -> bool:
        reached = [True] + [False] * len(word)
        for end in range(1, len(word) + 1):
            starts = range(max(0, end - self._longest), end)
            reached[end] = any(reached[start] and word[start:end] in self._known for start in starts)
        return reached[-1]


def knowledge(viewing: Viewing, vocabulary: Vocabulary) -> Knowledge:
    """What the reader knows, with the words up to their level where readings stand above that."""
    known = vocabulary.known_words
    if viewing.scope == "level":
        known |= words.up_to_level(viewing.level, viewing.level_list)
    return Knowledge(known)
