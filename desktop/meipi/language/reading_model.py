"""A small log-linear model of how a polyphone is read by the characters and words around it.

Of each reading it weighs how often it was met, what stands up to two places away, the word it is in, what
pypinyin's phrases around it say, and whether it is the reading that pypinyin chose. Of common characters,
which pypinyin knows best, it speaks only when it is sure, and not against a phrase. `data/README.md` tells
how `tools/train_readings.py` made the weights.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from meipi.language.reading import Reading

if TYPE_CHECKING:
    from meipi.language.surroundings import Place

WEIGHTS = Path(__file__).with_name("data") / "polyphones.txt"
# A weight is one character of printable ASCII, in steps of so much around this one.
STEP = 0.08
ZERO = 79
# The least probability that overrides a phrase of a rare character or the usual reading of a common one, and
# that which overrides the usual reading of a rare one.
SURE = 0.95
LIKELY = 0.6

Phrases = Mapping[str, Sequence[str]]


class Character(NamedTuple):
    """What is known of one character."""

    common: bool
    readings: dict[str, float]
    """How likely each reading is of itself."""
    weights: dict[str, str]
    """For a feature its weight for each of the readings, as `ZERO` tells."""


def features(place: Place) -> list[str]:
    """What stands around the character, each as a letter for the kind and the text there."""
    text, offset = place.text, place.offset
    before = text[max(0, offset - 2) : offset].rjust(2, "^")
    after = text[offset + 1 : offset + 3].ljust(2, "^")
    word, tag = place.words[place.index]
    inside = offset - place.start
    part = "s" if len(word) == 1 else "b" if not inside else "e" if inside == len(word) - 1 else "m"
    return [
        f"b{before[0]}",
        f"c{before[1]}",
        f"d{after[0]}",
        f"e{after[1]}",
        f"g{before}",
        f"h{before[1]}{after[0]}",
        f"i{after}",
        f"w{word}",
        f"T{part}{tag}",
        f"W{part}{tag[0]}",
    ]


def votes(text: str, offset: int, phrases: Phrases) -> dict[int, set[str]]:
    """What the phrases of two, three and four hanzi that contain the character read, by their length."""
    found: dict[int, set[str]] = {}
    for length in (2, 3, 4):
        for start in range(max(0, offset - length + 1), min(offset, len(text) - length) + 1):
            phrase = phrases.get(text[start : start + length])
            if phrase:
                found.setdefault(length, set()).add(phrase[offset - start])
    return found


def evidence(reading: str, base: str | None, voted: dict[int, set[str]], met: bool) -> Iterator[str]:
    """What speaks for a reading of any character; `met` is whether it was met with this one in training."""
    end = "" if met else "u"
    if reading == base:
        yield "B" + end
    for length, said in voted.items():
        if reading in said:
            yield f"V{length}{'c' if len(said) > 1 else ''}{end}"


def candidates(known: Iterable[str], base: str | None, voted: dict[int, set[str]]) -> list[str]:
    others = sorted({*((base,) if base else ()), *(said for each in voted.values() for said in each)})
    return list(dict.fromkeys([*known, *others]))


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
            _, common, readings, *weights = self._rows[char]
            biases = {name: float(bias) for name, bias in (pair.split("=") for pair in readings.split(" "))}
            count = len(biases)
            self._known[char] = Character(
                common == "+", biases, {entry[:-count]: entry[-count:] for entry in weights}
            )
        return self._known[char]

    def probabilities(self, place: Place, base: str | None, voted: dict[int, set[str]]) -> dict[str, float]:
        """Of each reading that comes in question; `base` is that of pypinyin."""
        known = self._character(place.text[place.offset])
        seen = [known.weights[name] for name in features(place) if name in known.weights]
        scores: dict[str, float] = {}
        for index, reading in enumerate(candidates(known.readings, base, voted)):
            met = reading in known.readings
            score = known.readings[reading] if met else self._shared["unmet"]
            if met:
                score += STEP * sum(ord(packed[index]) - ZERO for packed in seen)
            names = evidence(reading, base, voted, met)
            scores[reading] = score + sum(self._shared.get(name, 0.0) for name in names)
        top = max(scores.values())
        raised = {reading: math.exp(score - top) for reading, score in scores.items()}
        total = sum(raised.values())
        return {reading: value / total for reading, value in raised.items()}

    def read(self, place: Place, base: str | None, phrases: Phrases) -> Reading | None:
        """The reading of a character that the model contains: its own choice, or `base`."""
        voted = votes(place.text, place.offset, phrases)
        chances = self.probabilities(place, base, voted)
        best = max(chances, key=lambda reading: chances[reading])
        known = self._character(place.text[place.offset])
        phrase = any(base in said for said in voted.values())
        sure = chances[best] >= (SURE if known.common or phrase else LIKELY)
        chosen = best if sure and not (known.common and phrase) else base
        return Reading(chosen, chances.get(chosen, 0.0)) if chosen else None


@cache
def model() -> Model:
    return Model(WEIGHTS.read_text("utf-8").splitlines())
