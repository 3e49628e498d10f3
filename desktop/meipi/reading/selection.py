"""The selection and the caret, in code points of the source. Pure: what is shown comes in as functions.

A selection always covers whole units: what one code point on the page stands for in the source. So a phrase
that conversion changed in length is selected as a whole or not at all.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from meipi.language.span import Span

# A drag takes a unit in as soon as it has covered a quarter of one of its cells, so one from the middle of a
# hanzi to the middle of another selects both.
_ENTERED = 0.25

_LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
_FURTHEST = 2_000  # code points looked at on each side, so that a book of one paragraph is no trouble


class Hit(NamedTuple):
    """A place on the page: a code point of the shown text, how far across its unit, 0 to 1, and how many
    cells wide that unit is."""

    offset: int
    across: float
    cells: int = 1


UnitAt = Callable[[int], Span]
"""From a code point of the shown text to the unit of the source it belongs to."""


def between(one: Hit, other: Hit, unit_at: UnitAt) -> Span:
    """The source span that a drag from one place to another covers, whichever comes first."""
    first, last = sorted((one, other))
    start = unit_at(first.offset)
    begin = start.start if first.across <= 1 - _ENTERED / first.cells else start.end
    stop = unit_at(last.offset)
    end = stop.end if last.across >= _ENTERED / last.cells else stop.start
    return Span(begin, max(begin, end))


def nearest(hit: Hit, unit_at: UnitAt) -> int:
    """The boundary of the source nearest to a place."""
    unit = unit_at(hit.offset)
    return unit.start if hit.across < 0.5 else unit.end


def paragraph_at(text: str, offset: int) -> Span:
    """The paragraph around a code point, without its line ending; of a very long one the near part."""
    start = end = min(offset, len(text))
    while start > 0 and offset - start < _FURTHEST and text[start - 1] not in _LINE_ENDS:
        start -= 1
    while end < len(text) and end - offset < _FURTHEST and text[end] not in _LINE_ENDS:
        end += 1
    return Span(start, end)


def _part_at(text: str, offset: int, split: Callable[[str], list[Span]]) -> Span:
    paragraph = paragraph_at(text, offset)
    for part in split(text[paragraph.start : paragraph.end]):
        if part.start <= offset - paragraph.start < part.end:
            return Span(paragraph.start + part.start, paragraph.start + part.end)
    return Span(offset, min(offset + 1, len(text)))


def word_at(text: str, offset: int) -> Span:
    """The word around a code point of the source."""
    from meipi.language.words import segment

    return _part_at(text, offset, segment)


def sentence_at(text: str, offset: int) -> Span:
    """The sentence around a code point of the source, without white space at its ends."""
    from meipi.language.sentences import split

    found = _part_at(text, offset, split)
    sentence = text[found.start : found.end]
    start = found.start + len(sentence) - len(sentence.lstrip())
    return Span(start, max(start, found.end - (len(sentence) - len(sentence.rstrip()))))


def next_word(text: str, offset: int, forward: bool) -> int:
    """The beginning of the next word, or of this one or the one before, as caret keys go."""
    step = 1 if forward else -1
    at = offset if forward else offset - 1
    while 0 <= at < len(text) and text[at].isspace():
        at += step
    if not 0 <= at < len(text):
        return max(0, min(len(text), at))
    word = word_at(text, at)
    return word.end if forward else word.start


def joined(one: Span, other: Span) -> Span:
    """The smallest span that covers both."""
    return Span(min(one.start, other.start), max(one.end, other.end))
