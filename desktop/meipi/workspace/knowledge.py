"""Which words the reader knows: those marked so, and those up to a level."""

from __future__ import annotations

from meipi.language import words
from meipi.workspace.viewing import Viewing
from meipi.workspace.vocabulary import Vocabulary

LISTS = ("HSK 3.0 (2025)", "HSK 3.0 (2021)", "HSK 2.0")
"""The lists by which the reader may know words, as `language.words` names them."""


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
        known |= up_to_level(viewing.level, viewing.level_list)
    return Knowledge(known)


def up_to_level(level: int, level_list: str) -> frozenset[str]:
    """The words of a list up to a level, in Simplified form."""
    return frozenset(word for word, at in words.levels(level_list).items() if at <= level)


def levels_of(level_list: str) -> range:
    """The levels that a list has."""
    return range(1, 7 if level_list == "HSK 2.0" else 8)


def level_name(level_list: str, level: int) -> str:
    """A level of a list: "HSK 4". 7 stands for 7 to 9 where the list goes so far, else for its highest."""
    highest = levels_of(level_list)[-1]
    return "HSK 7–9" if min(level, highest) == 7 else f"HSK {min(level, highest)}"
