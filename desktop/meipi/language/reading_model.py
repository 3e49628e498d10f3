"""A log-linear model of how a polyphone is read by the characters and words around it.

Of each reading it weighs how often it was met, what stands up to three places away, the word it is in, what
the words of the lexicon around it say, what g2pM's network expects, and whether it is the reading that stood
there without it. `data/README.md` tells how `tools/train_readings.py` made the weights.

It was trained on text in which rare characters and rare readings are as frequent as common ones. In running
text the usual reading of a common character is the right one far more often, so it gets a start there.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from meipi.language.reading import Reading

if TYPE_CHECKING:
    from meipi.language.g2pm import Scores
    from meipi.language.surroundings import Place

WEIGHTS = Path(__file__).with_name("data") / "polyphones.txt"
# A weight is one character of printable ASCII, in steps of so much around this one.
STEP = 0.08
ZERO = 79
# What the usual reading is ahead by: so much times the logarithm of how many of pypinyin's phrases have the
# character; so much more where one of those around it has this reading, and so many times that where the
# longest word of CC-CEDICT has it.
AHEAD, AHEAD_IN_PHRASE, AHEAD_IN_WORD = 0.6, 0.5, 1.5
# Longer phrases and words are too few to weigh.
_LONGEST_PHRASE, _LONGEST = 4, 6
# The logarithm of the chance from which a reading counts as what g2pM expects.
_LIKELY = -0.7


Phrases = Mapping[str, Sequence[str]]


class Character(NamedTuple):
    """What is known of one character."""

    ahead: float
    """What its usual reading is ahead by in running text."""
    readings: dict[str, float]
    """How likely each reading is of itself."""
    weights: dict[str, tuple[float, ...]]
    """For a feature its weight for each of the readings."""


def features(place: Place) -> list[str]:
    """What stands around the character, each as a letter for the kind and the text there."""
    text, offset = place.text, place.offset
    before = text[max(0, offset - 3) : offset].rjust(3, "^")
    after = text[offset + 1 : offset + 4].ljust(3, "^")
    word, tag = place.words[place.index]
    inside = offset - place.start
    part = "s" if len(word) == 1 else "b" if not inside else "e" if inside == len(word) - 1 else "m"
    return [
        f"a{before[0]}",
        f"b{before[1]}",
        f"c{before[2]}",
        f"d{after[0]}",
        f"e{after[1]}",
        f"f{after[2]}",
        f"g{before[1:]}",
        f"h{before[2]}{after[0]}",
        f"i{after[:2]}",
        f"w{word}",
        f"T{part}{tag}",
        f"W{part}{tag[0]}",
    ]


class Votes(NamedTuple):
    """What the words that contain a hanzi read it, by their length."""

    phrases: dict[int, set[str]]
    """pypinyin's."""
    words: dict[int, set[str]]
    """CC-CEDICT's."""

    @classmethod
    def at(cls, place: Place, phrases: Phrases, words: Phrases) -> Votes:
        """Those at a place, of what stands anywhere in the text."""
        text, offset = place.text, place.offset
        votes = cls({}, {})
        for length in range(2, _LONGEST + 1):
            for start in range(max(0, offset - length + 1), min(offset, len(text) - length) + 1):
                part = text[start : start + length]
                if length <= _LONGEST_PHRASE and (readings := phrases.get(part)):
                    votes.phrases.setdefault(length, set()).add(readings[offset - start])
                if readings := words.get(part):
                    votes.words.setdefault(length, set()).add(readings[offset - start])
        return votes


def evidence(reading: str, base: str | None, votes: Votes, chance: float, met: bool) -> dict[str, float]:
    """What speaks for a reading of any character, and how much of it there is.

    `base` is the reading that stands there, `chance` the logarithm of this one's chance with g2pM; `met` is
    whether training met it.
    """
    end = "" if met else "u"
    found = {"G" + end: chance / 2}
    if chance > _LIKELY:
        found["L" + end] = 1.0
    if reading == base:
        found["B" + end] = 1.0
    for length, said in votes.phrases.items():
        if reading in said:
            found[f"V{length}{end}" if len(said) == 1 else f"V{length}c{end}"] = 1.0
    for length, said in votes.words.items():
        if reading in said:
            found[f"N{length}{end}" if len(said) == 1 else f"N{length}c{end}"] = 1.0
    if votes.words:
        longest = max(votes.words)
        found[f"X{longest}a" if reading in votes.words[longest] else f"X{longest}d"] = 1.0
    return found


def candidates(known: Iterable[str], base: str | None, votes: Votes) -> list[str]:
    """The readings that come in question: those met in training, and what stands or is voted for."""
    met = list(known)
    others: set[str] = {base} if base else set()
    for voted in votes:
        others.update(*voted.values())
    others.difference_update(met)
    return [*met, *sorted(others)] if others else met


class Model:
    """The weights, of which those of a character are unpacked when it is first met."""

    def __init__(self, lines: Sequence[str]) -> None:
        """`lines` are those of the weights file. Raises ValueError where they are none."""
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        self._shared = {name: float(weight) for name, weight in (pair.split("=") for pair in rows[0])}
        self._rows = {row[0]: row for row in rows[1:]}
        self._known: dict[str, Character] = {}

    def __contains__(self, char: str) -> bool:
        return char in self._rows

    def _character(self, char: str) -> Character:
        if char not in self._known:
            _, phrases, readings, *weights = self._rows[char]
            biases = {name: float(bias) for name, bias in (pair.split("=") for pair in readings.split(" "))}
            count = len(biases)
            unpacked = {
                entry[:-count]: tuple(STEP * (ord(weight) - ZERO) for weight in entry[-count:])
                for entry in weights
            }
            self._known[char] = Character(AHEAD * math.log(1 + int(phrases)), biases, unpacked)
        return self._known[char]

    def readings(self, char: str) -> list[str]:
        """The readings of a character that the model contains, those it met oftenest first."""
        return list(self._character(char).readings)

    def probabilities(
        self, place: Place, base: str | None, votes: Votes, expected: Scores | None
    ) -> dict[str, float]:
        """Of each reading that comes in question; `base` is the one that stands there.

        `expected` is None where nothing is known of what g2pM expects.
        """
        known = self._character(place.text[place.offset])
        seen = [known.weights[name] for name in features(place) if name in known.weights]
        wanted = candidates(known.readings, base, votes)
        scores: list[float] = []
        chances = expected.chances(wanted) if expected else [0.0] * len(wanted)
        for index, (reading, chance) in enumerate(zip(wanted, chances, strict=True)):
            met = index < len(known.readings)
            score = known.readings[reading] if met else self._shared["unmet"]
            if met:
                for weights in seen:
                    score += weights[index]
            for name, value in evidence(reading, base, votes, chance, met).items():
                score += self._shared.get(name, 0.0) * value
            if reading == base:
                in_word = votes.words and base in votes.words[max(votes.words)]
                score += known.ahead * (AHEAD_IN_WORD if in_word else 1.0)
                if any(base in said for said in votes.phrases.values()):
                    score += AHEAD_IN_PHRASE
            scores.append(score)
        top = max(scores)
        raised = [math.exp(score - top) for score in scores]
        total = sum(raised)
        return {reading: value / total for reading, value in zip(wanted, raised, strict=True)}

    def read(self, place: Place, base: str | None, votes: Votes, expected: Scores | None) -> Reading:
        """The reading of a character that the model contains, and how probable it is."""
        chances = self.probabilities(place, base, votes, expected)
        best = max(chances, key=lambda reading: chances[reading])
        return Reading(best, chances[best])


@cache
def model() -> Model:
    return Model(WEIGHTS.read_text("utf-8").splitlines())
