"""A word as it is met in an article: its headword, how it is read there, what it means, its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from meipi.language import cedict, pinyin, script, sentences, words
from meipi.language.span import Span
from meipi.language.zhuyin import zhuyin
from meipi_db import Article, SavedWord

_LONGEST_SENTENCE = 200
_NEAR = 2_000  # code points in which a sentence is looked for
_AROUND = 8  # code points that decide between two Simplified forms


def word_met(
    article: Article, span: Span, own: Mapping[str, tuple[str, ...]], sense: str | None
) -> SavedWord:
    """The word at a span of an article, to be saved; `own` are the reader's own readings of words.

    ValueError if the span is empty or outside the text.
    """
    text = article.text
    if not 0 <= span.start < span.end <= len(text):
        raise ValueError(f"span {span.start}–{span.end} is not within a text of {len(text)} code points")
    sentence = _sentence_around(text, span)
    part = slice(span.start - sentence.start, span.end - sentence.start)
    near = text[slice(*sentence)]
    read = pinyin.read_with(near, pinyin.Options(words=own))[part]
    reading = " ".join(each.pinyin for each in read if each is not None)
    entries = [entry for entry in words.look_up(text, span.start) if entry.span == span]
    same = [entry for entry in entries if _sounds(entry.pinyin) == _sounds(reading)]
    entry = next(iter(same or entries), None)
    if sense is None:
        sense = entry.senses[0] if entry and entry.senses else ""
    return SavedWord(
        article_id=article.id,
        start=span.start,
        end=span.end,
        simplified=entry.simplified if entry else script.convert(near, "t2s").text[part],
        traditional=entry.traditional if entry else script.convert(near, "s2t").text[part],
        pinyin=reading or (entry.pinyin if entry else ""),
        sense=sense,
        sentence=near.strip(),
    )


def simplified_at(text: str, span: Span) -> str:
    """The Simplified form of what stands at a span, which hangs on what stands around it."""
    near = Span(max(0, span.start - _AROUND), span.end + _AROUND)
    converted = script.convert(text[slice(*near)], "t2s").text
    return converted[span.start - near.start : span.end - near.start]


def marked_reading(typed: str) -> str:
    """Syllables as they are typed, with numbers or with marks, as they are kept: "Yin2 hang2" is "yín háng".

    Empty if one of them is no syllable.
    """
    syllables = [cedict.marked(part.replace("v", "ü")) for part in typed.lower().split()]
    return " ".join(syllables) if all(zhuyin(each) != each for each in syllables) else ""


def simplified_forms(words: Iterable[str]) -> frozenset[str]:
    """The words in Simplified form, without white space around them; empty ones left out."""
    # One conversion for all: a line break is never part of a phrase.
    lines = "\n".join(" ".join(word.split()) for word in words)
    return frozenset(line for line in script.convert(lines, "t2s").text.split("\n") if line)


def simplified_pieces(pieces: Sequence[str]) -> list[str]:
    """The pieces of a stretch of hanzi in Simplified form, converted as a whole."""
    whole = script.convert("".join(pieces), "t2s").text
    found, start = [], 0
    for piece in pieces:
        found.append(whole[start : start + len(piece)])
        start += len(piece)
    return found


def _sentence_around(text: str, span: Span) -> Span:
    """The sentence in which the span begins, at most some hundred code points of it, the span among them."""
    # A whole book may be one line.
    first, last = max(0, span.start - _NEAR), min(len(text), span.end + _NEAR)
    start = max(first, text.rfind("\n", first, span.start) + 1)
    end = text.find("\n", span.end, last)
    line = Span(start, last if end < 0 else end)
    for sentence in sentences.split(text[slice(*line)]):
        if sentence.end + start > span.start:
            first = max(sentence.start + start, span.start - _LONGEST_SENTENCE)
            last = min(sentence.end + start, span.end + _LONGEST_SENTENCE)
            return Span(first, max(last, span.end))
    return span


def _sounds(reading: str) -> str:
    return "".join(reading.split()).casefold()
