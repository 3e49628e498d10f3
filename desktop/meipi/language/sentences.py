"""Sentences: where one ends and the next one begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from meipi.language.span import Span

_QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』", '"': '"'}
_ASIDES = {"（": "）", "(": ")", "【": "】", "〔": "〕", "[": "]"}
_TITLES = {"《": "》", "〈": "〉"}
_PAIRS = _QUOTES | _ASIDES | _TITLES
_CLOSERS = "".join(_PAIRS.values())

# An end mark, in runs: ？！, ……. A full stop of Latin script ends a sentence only before white space, and
# not after a digit, so that 3.14 and "3. Heading" stay whole.
_END = re.compile(rf"[。！？!?…｡‼⁇⁈⁉]+|(?<![\d\s])\.(?=[{re.escape(_CLOSERS)}]*(?:\s|\Z))")

# How a sentence goes on after a quotation that ended with an end mark: in punctuation or a particle, or in
# what says who spoke.
_GOES_ON = re.compile(r"[，、；：,;:的地之—–]")
_SAID = re.compile(
    r"[^\s。！？!?…，、；：,;:“「『]{0,8}(?:[说說问問答喊叫嚷曰]|(?<!知)道)(?=[，。：,:！？\s了着完]|\Z)"
)

# A longer quotation is cut at its own sentences, or a speech would be one sentence.
_LONG = 100

# So many marks may stand open at once; text that opens more of them is no prose.
_DEPTH = 8


def split(text: str) -> list[Span]:
    """The sentences of `text` in order: spans that cover every code point once.

    A sentence ends after 。！？… and whatever closes with them, and before a line feed; white space belongs
    to the sentence that follows it, or at the end to the last. What stands in brackets or in a quotation of
    up to 100 code points is not cut, and a quotation goes on into what says who spoke: “好。我去。”他说。
    """
    spans: list[Span] = []
    start = line_start = 0
    for line in text.split("\n"):
        for end in (*_ends(line), len(line)):
            if text[start : line_start + end].strip():
                spans.append(Span(start, line_start + end))
                start = line_start + end
        line_start += len(line) + 1
    if start < len(text):
        start = spans.pop().start if spans else 0
        spans.append(Span(start, len(text)))
    return spans


def _ends(line: str) -> Iterator[int]:
    """Every offset in a line where a sentence ends before the line does, in order."""
    enclosed = _enclosed(line)
    openers = {span.start for span in enclosed}
    start = 0
    for mark in _END.finditer(line):
        end = mark.end()
        while enclosed and enclosed[0].end <= mark.start():
            del enclosed[0]
        around = enclosed[0] if enclosed and enclosed[0].start < mark.start() else None
        if around is not None:
            if line[end : around.end].strip(_CLOSERS):
                continue
            end = around.end
        while end < len(line) and line[end] in _CLOSERS and end not in openers:
            end += 1
        if around is None or not _continues(line, start, around, end):
            yield end
            start = end


def _continues(line: str, start: int, around: Span, end: int) -> bool:
    """Whether the sentence from `start` goes on after what `around` encloses."""
    opening = line[around.start]
    before = line[start : around.start].strip()
    if opening not in _QUOTES:
        return opening in _TITLES or before != ""
    if _GOES_ON.match(line, end):
        return True
    return not before.endswith(("：", ":", "，", ",")) and _SAID.match(line, end) is not None


def _enclosed(line: str) -> list[Span]:
    """The outermost pairs of quotes and brackets with all between them, in order, but no long quotation.

    A mark without its other half counts for nothing. Straight quotes open and close by turns.
    """
    found: list[Span] = []
    pending: list[int] = []
    for offset, char in enumerate(line):
        opener = next((at for at in reversed(pending) if _PAIRS[line[at]] == char), None)
        if opener is not None:
            del pending[pending.index(opener) :]
            if line[opener] not in _QUOTES or offset - opener <= _LONG:
                while found and found[-1].start > opener:
                    found.pop()
                found.append(Span(opener, offset + 1))
        elif char in _PAIRS:
            pending = [*pending[1 - _DEPTH :], offset]
    return found
