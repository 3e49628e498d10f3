"""Surroundings: the words of a text, and a character among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from meipi.language import segmenter

# The tag of anything that is no word, and those of verbs.
PUNCTUATION = "x"
VERBS = frozenset(["v", "vd", "vg", "vi", "vq"])


@dataclass(slots=True)
class Place:
    """One character of a Simplified text, and the words around it."""

    text: str
    offset: int
    words: list[tuple[str, str]]
    index: int
    start: int
    """Offset at which its word begins."""

    @property
    def before(self) -> str:
        return self.text[max(0, self.offset - 1) : self.offset]

    @property
    def after(self) -> str:
        return self.text[self.offset + 1 : self.offset + 2]

    @property
    def alone(self) -> bool:
        """Whether the character is a word of its own."""
        return len(self.words[self.index][0]) == 1

    def word(self, distance: int) -> tuple[str, str]:
        """The word so many words away with its tag; a punctuation mark past either end."""
        index = self.index + distance
        return self.words[index] if 0 <= index < len(self.words) else ("", PUNCTUATION)

    def preceded_by(self, *endings: str) -> bool:
        return self.text.endswith(endings, 0, self.offset)

    def followed_by(self, *beginnings: str) -> bool:
        return self.text.startswith(beginnings, self.offset + 1)


def listed(words: str) -> tuple[str, ...]:
    """The words of a list, between which white space stands."""
    return tuple(words.split())


def places(text: str, words: list[tuple[str, str]]) -> Iterator[Place]:
    """Every character of a text in the words that `tagged` finds."""
    start = 0
    for index, (word, _) in enumerate(words):
        for offset in range(start, start + len(word)):
            yield Place(text, offset, words, index, start)
        start += len(word)


def tagged(text: str) -> list[tuple[str, str]]:
    """The words with their tags. Guessed words that begin or end in 地 or end in 得 are two: 清醒 地 读."""
    words: list[tuple[str, str]] = []
    for word, tag in segmenter.tag(text):
        if len(word) < 2 or (word[0] != "地" and word[-1] not in "得地") or segmenter.has_word(word):
            words.append((word, tag))
        elif word[0] == "地":
            words += [("地", "uv"), (word[1:], tag)]
        elif word[-1] == "地":
            words += [(word[:-1], tag), ("地", "uv")]
        else:
            # The tag of the whole is that of 得; what stands before it does something.
            words += [(word[:-1], "v" if tag == "ud" else tag), ("得", "ud")]
    return words
