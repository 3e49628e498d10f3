"""Tone forms: pinyin with marks over its vowels, with a number after each syllable, or without tones."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from meipi.language.orthography import tone_of
from meipi.language.span import Span

_MARKS = dict.fromkeys(map(ord, "\u0304\u0301\u030c\u0300"))


def formed(syllable: str, form: str) -> str:
    """A syllable with its tone as "marks", "numbers" or "none": "lǜ" becomes "lü4" or "lü", "de" "de5"."""
    tone = tone_of(syllable)
    if form == "marks" or not tone:
        return syllable
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFD", syllable).translate(_MARKS))
    return f"{plain}{tone}" if form == "numbers" else plain


def formed_word(pinyin: str, syllables: Sequence[Span], form: str) -> tuple[str, tuple[Span, ...]]:
    """The pinyin of a word in another form, and where its syllables are then, in order.

    `syllables` are their code points, in order and none within another; what belongs to none (an apostrophe)
    stays.
    """
    parts, found, end, length = [], [], 0, 0
    for span in syllables:
        between, syllable = pinyin[end : span.start], formed(pinyin[slice(*span)], form)
        start = length + len(between)
        length, end = start + len(syllable), span.end
        parts += [between, syllable]
        found.append(Span(start, length))
    return "".join([*parts, pinyin[end:]]), tuple(found)
