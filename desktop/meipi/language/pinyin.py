"""Pinyin: how the characters of a text are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

from meipi.language import script
from meipi.language.reading import Reading
from meipi.language.zhuyin import zhuyin

__all__ = ["Options", "Reading", "alternatives", "prepare", "read", "read_with", "zhuyin"]


class Options(NamedTuple):
    """How readings are wanted."""

    spoken: bool = False
    """Tones as they change in speech: 一, 不 and a third tone before a third."""
    region: Literal["mainland", "taiwan"] = "mainland"
    """Whose standard readings: 垃圾 is lā jī or lè sè."""
    words: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """The reader's own readings of words, in either script: a syllable for each code point."""


def read(text: str) -> list[str | None]:
    """The reading of each code point with its dictionary tone ("háng", neutral "de"); None if it has none."""
    return [reading and reading.pinyin for reading in read_with(text, Options())]


def read_with(text: str, options: Options) -> list[Reading | None]:
    """The reading of each code point as `options` ask; None where it has none."""
    return read_each([text], options)[0]


def read_each(texts: Sequence[str], options: Options) -> list[list[Reading | None]]:
    """The readings of several texts, of which none says anything of another: quicker than one by one.

    Read in context by pypinyin's phrases, on the Simplified form of the text, which has the same positions:
    fed with Traditional text they lose 3 to 4 points of accuracy. `polyphones` then puts right what hangs on
    grammar or on what the trained model knows. What the reader has set for a word holds before anything else,
    the longest word first.
    """
    # The Taiwan configuration also turns the particle 著 into 着, but leaves 著名.
    simplified = [script.convert(text, "tw2s").text for text in texts]
    found = in_context(texts, simplified)
    for each in zip(texts, simplified, found, strict=True):
        _take_options(*each, options)
    return found


def _take_options(text: str, simplified: str, found: list[Reading | None], options: Options) -> None:
    if options.region == "taiwan":
        from meipi.language import taiwan

        taiwan.correct(simplified, found)
    if options.words:
        from meipi.language import own_readings

        own_readings.correct(text, simplified, found, options.words)
    if options.spoken:
        from meipi.language import sandhi

        sandhi.change(simplified, found)


def prepare() -> None:
    """Load all that readings need, for which the first text would else wait: some tenths of a second, and a
    few seconds when it is made for the first time."""
    from meipi.language import orthography, reading_data

    reading_data.words()
    reading_data.network()
    orthography.write("暖", read("暖"))


def alternatives(text: str, offset: int) -> list[str]:
    """The readings that the hanzi at code point `offset` may have, the one it has there first.

    None where there is no hanzi, or no such offset.
    """
    if not 0 <= offset < len(text):
        return []
    begin = max(0, offset - _AROUND)
    near = text[begin : offset + _AROUND]
    here = read(near)[offset - begin]
    if here is None:
        return []
    from meipi.language import polyphones

    char = script.convert(near, "tw2s").text[offset - begin]
    return list(dict.fromkeys([here, *polyphones.readings_of(char)]))


# How far a text is looked at for what one of its characters may be read.
_AROUND = 40


def in_context(
    texts: Sequence[str], simplified: Sequence[str], trained: bool = True
) -> list[list[Reading | None]]:
    """The dictionary tones of texts, with the Simplified form of each."""
    from meipi.language import phrase_readings, polyphones

    said = [phrase_readings.read(text) for text in simplified]
    return polyphones.correct(texts, simplified, said, trained)
