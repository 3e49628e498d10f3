"""The extra lines beneath a quote: the same words in the other script, and their pinyin."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from meipi.language import pinyin, script, words
from meipi.language.exceptions import Exceptions
from meipi.language.span import Span

_PUNCTUATION = str.maketrans(
    {
        "，": ",",
        "、": ",",
        "。": ".",
        "；": ";",
        "：": ":",
        "？": "?",
        "！": "!",
        "（": "(",
        "）": ")",
        "「": "“",
        "」": "”",
        "『": "‘",
        "』": "’",
        "　": " ",
    }
)
_NO_SPACE_BEFORE = ",.;:?!)”’"
_NO_SPACE_AFTER = "(“‘"
_SPACE_AFTER = "，、。；：？！"


def converted(text: str, span: Span, config: str, exceptions: Iterable[tuple[str, str]] = ()) -> str:
    """What stands for the span once `text`, its whole paragraph, is converted by an OpenCC configuration.

    `exceptions` are forms that are shown otherwise: as in the source, and as shown.
    """
    conversion = Exceptions(dict(exceptions)).over(script.convert(text, config))
    start, end = conversion.to_target(span)
    return conversion.text[start:end]


def romanised(text: str, span: Span) -> str:
    """The pinyin of a span of `text`, its whole paragraph, word by word, with Western punctuation.

    "" where nothing in the span has a reading.
    """
    readings = pinyin.read(text)
    if not any(readings[span.start : span.end]):
        return ""
    line = ""
    spoken = False  # whether a space belongs behind the word before, if the next allows it
    for word in words.segment(text):
        start, end = max(word.start, span.start), min(word.end, span.end)
        if start >= end:
            continue
        before, spoken = spoken, any(readings[start:end]) or text[end - 1] in _SPACE_AFTER
        part = "".join(_syllables(text, readings, start, end))
        apart = (before or spoken) and part[0] not in _NO_SPACE_BEFORE and line[-1:] not in _NO_SPACE_AFTER
        line += " " + part if apart else part
    return " ".join(line.split())


def _syllables(text: str, readings: list[str | None], start: int, end: int) -> Iterator[str]:
    spoken = False
    for offset in range(start, end):
        reading = readings[offset]
        if reading is None:
            yield text[offset].translate(_PUNCTUATION)
        else:
            # xī'ān, not xīān
            yield "'" + reading if spoken and _base(reading) in "aeo" else reading
        spoken = reading is not None


def _base(reading: str) -> str:
    return unicodedata.normalize("NFD", reading)[:1]
