"""CC-CEDICT: a line of the dictionary, taken apart.

The format is `traditional simplified [pin1 yin1] /sense/sense/`, with measure words among the senses and
other headwords named as `traditional|simplified[pin1 yin1]` (https://cc-cedict.org/wiki/format:syntax).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

_LINE = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/")
_HANZI = r"[^\s|\[\],;()]+"
_HEADWORD = rf"(?P<traditional>{_HANZI})(?:\|(?P<simplified>{_HANZI}))?(?:\[(?P<pinyin>[^\]]+)\])?"
_MEASURE_WORD = re.compile(_HEADWORD)
_REFERENCE = re.compile(
    r"(?:\([^)]*\) ?)?(?:see(?: also)?|same as|(?:bound form )?used in|(?:[\w()]+ )*variant of) "
    rf"(?=[^\s\[]*[^\x00-\x7f]){_HEADWORD}"
)
_SYLLABLE = re.compile(r"([A-Za-zÜü:]+)([1-5])")
_READING = re.compile(r"\[([^\]]*[1-5])\]")
_LESSER = re.compile(r"surname |(?:\([^)]*\) ?)?(?:[\w()]+ )*variant of ")
# Combining macron, acute, caron, grave; the neutral tone has no mark.
_TONES = {"1": "\u0304", "2": "\u0301", "3": "\u030c", "4": "\u0300", "5": ""}


class MeasureWord(NamedTuple):
    """A word that counts the things named: 個 of 三個人."""

    traditional: str
    simplified: str
    pinyin: str


class Reference(NamedTuple):
    """The headword that a sense sends its reader to; `pinyin` is "" where it does not say which reading."""

    traditional: str
    pinyin: str


@dataclass(frozen=True, slots=True)
class Line:
    """What a line of the dictionary says."""

    traditional: str
    simplified: str
    pinyin: str
    """Syllables with tone marks, a space between two."""
    senses: tuple[str, ...]
    measure_words: tuple[MeasureWord, ...]
    references: tuple[Reference, ...]

    @property
    def named(self) -> bool:
        """Whether it is a name, whose pinyin begins with a capital."""
        return self.pinyin[:1].isupper()

    @property
    def lesser(self) -> bool:
        """Whether it is a name of one character, a surname, or another way to write a word.

        A reader who meets the characters rarely looks for these.
        """
        return (len(self.traditional) == 1 and self.named) or (
            bool(self.senses) and _LESSER.match(self.senses[0]) is not None
        )


def headwords(line: str) -> tuple[str, str]:
    """The Traditional and the Simplified headword of a line, without taking apart the rest."""
    traditional, simplified, _ = line.split(" ", 2)
    return traditional, simplified


def parse(line: str) -> Line | None:
    """A line taken apart; None if it is a comment or no line of CC-CEDICT."""
    found = _LINE.fullmatch(line.strip())
    if found is None or line.startswith("#"):
        return None
    traditional, simplified, numbered, rest = found.groups()
    senses: list[str] = []
    measure_words: list[MeasureWord] = []
    references: list[Reference] = []
    for sense in rest.split("/"):
        if sense.startswith("CL:"):
            measure_words += _measure_words(sense.removeprefix("CL:"))
        elif sense:
            senses.append(_READING.sub(lambda reading: f"[{marked(reading[1])}]", sense))
            target = _REFERENCE.match(sense)
            if target is not None:
                references.append(Reference(target["traditional"], marked(target["pinyin"] or "")))
    return Line(
        traditional, simplified, marked(numbered), tuple(senses), tuple(measure_words), tuple(references)
    )


def _measure_words(listed: str) -> Iterator[MeasureWord]:
    for found in _MEASURE_WORD.finditer(listed):
        traditional = found["traditional"]
        yield MeasureWord(traditional, found["simplified"] or traditional, marked(found["pinyin"] or ""))


def marked(numbered: str) -> str:
    """Pinyin with tone numbers ("lu:4 shi1") in tone marks ("lǜ shī"); what is no syllable stays as it is."""
    return " ".join(_marked_syllable(syllable) for syllable in numbered.split(" "))


def _marked_syllable(numbered: str) -> str:
    found = _SYLLABLE.fullmatch(numbered)
    if found is None:
        return numbered
    letters = found[1].replace("u:", "ü").replace("U:", "Ü")
    plain = letters.lower()
    # On a or e, on the o of ou, else on the last vowel; ń and ḿ have none.
    at = next((plain.find(vowel) for vowel in ("a", "e", "ou") if vowel in plain), -1)
    if at < 0:
        at = max((plain.rfind(vowel) for vowel in "iouü"), default=-1)
    at = max(at, 0)
    return unicodedata.normalize("NFC", letters[: at + 1] + _TONES[found[2]] + letters[at + 1 :])
