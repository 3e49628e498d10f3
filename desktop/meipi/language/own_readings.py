"""Own readings: what the reader has set for a word holds wherever the word is met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from meipi.language import script
from meipi.language.reading import Reading


def correct(
    text: str, simplified: str, readings: list[Reading | None], words: Mapping[str, Sequence[str]]
) -> None:
    """Put the readings of `words` in place, in either script; of words that overlap, the longest and first.

    `text` is as it was written and `simplified` its Simplified form. A word that has more or fewer syllables
    than code points is left out.
    """
    known: dict[str, Sequence[str]] = {}
    for word, syllables in words.items():
        if len(word) == len(syllables):
            known[word] = syllables
            # What is set for the word as written holds before what is set for its other form.
            known.setdefault(script.convert(word, "tw2s").text, syllables)
    lengths = sorted({len(word) for word in known}, reverse=True)
    offset = 0
    while offset < len(text):
        found = next(
            (
                word
                for length in lengths
                for form in (text, simplified)
                if (word := form[offset : offset + length]) in known
            ),
            "",
        )
        for distance, syllable in enumerate(known.get(found, ())):
            readings[offset + distance] = Reading(syllable, 1.0)
        offset += len(found) or 1
