"""Words: how many of a treebank's are found, beside rjieba and the longest headword; and how fast.

Treebanks in CoNLL-U are read where they lie beside the project, or in the folder that MEIPI_TREEBANKS names.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.rows import Row, at_most
from tests.benchmarks.texts import BESIDE, articles, of_length
from tests.benchmarks.timing import worked

_FOLDER = Path(os.environ.get("MEIPI_TREEBANKS", BESIDE / "data" / "treebanks"))
_LEAST = {"PUD": 86.0}
"""Per cent of the headwords of a treebank that must be found as one word."""
_LONGEST = 19
_LENGTH = 200_000
_FASTEST = 500

Span = tuple[int, int]
Cut = Callable[[str], Sequence[Span]]


class Score(NamedTuple):
    """F1 of the words, without punctuation, and how many of the headwords are one word, per cent."""

    f1: float
    headwords: float


def run() -> list[Row]:
    rows: list[Row] = []
    headwords = _headwords()
    for path in sorted(_FOLDER.glob("*.conllu")):
        rows += _found(path, headwords)
    rows.append(at_most(0, "hanzi of the articles without an entry", _without_entry(), ""))
    text = of_length(_LENGTH)
    _ours(text)
    speed = [_LENGTH / min(worked(partial(cut, text)) for _ in range(3)) for cut in (_ours, _rjieba)]
    unit = "thousand code points a second of the processor"
    limit = f"≥ {_FASTEST}"
    rows.append(Row("cut into words", speed[0], unit, "rjieba", speed[1], limit, speed[0] >= _FASTEST))
    return rows


def _found(path: Path, headwords: frozenset[str]) -> Iterator[Row]:
    from meipi.language import script

    name = path.name.split("-")[0].removeprefix("zh_").upper()
    data = [*_sentences(path)]
    ours, rjieba, longest = (
        _score(data, cut, headwords) for cut in (_ours, _rjieba, partial(_longest_match, headwords))
    )
    least = _LEAST.get(name)
    limit, held = (f"≥ {least:g} %", ours.headwords >= least) if least else ("", None)
    what = f"{name}: headwords found as one word"
    yield Row(what, ours.headwords, "%", "rjieba", rjieba.headwords, limit, held)
    yield Row(what, ours.headwords, "%", "the longest headword", longest.headwords)
    held = ours.f1 >= rjieba.f1
    yield Row(f"{name}: F1 of words", ours.f1, "%", "rjieba", rjieba.f1, "not below it", held)
    other = _score(data, lambda text: _ours(script.convert(text, "t2s").text), headwords)
    difference = max(abs(one - two) for one, two in zip(ours, other, strict=True))
    yield at_most(0.3, f"{name}: difference to the same in Simplified", difference, "%")


def _sentences(path: Path) -> Iterator[tuple[str, list[Span]]]:
    for block in path.read_text("utf-8").split("\n\n"):
        text, spans = "", []
        for line in block.splitlines():
            columns = line.split("\t")
            if columns[0].isdigit():
                spans.append((len(text), len(text) + len(columns[1])))
                text += columns[1] + " " * ("SpaceAfter=No" not in columns[9])
        if spans:
            yield text.rstrip(), spans


def _score(data: Sequence[tuple[str, list[Span]]], cut: Cut, headwords: frozenset[str]) -> Score:
    from meipi.language import script

    right = found = there = listed = listed_right = 0
    for text, gold in data:
        simplified = script.convert(text, "t2s").text
        own = {span for span in gold if text[span[0]].isalnum()}
        got = {tuple(span) for span in cut(text) if text[span[0]].isalnum()}
        known = {span for span in own if headwords & {text[slice(*span)], simplified[slice(*span)]}}
        right, found, there = right + len(own & got), found + len(got), there + len(own)
        listed, listed_right = listed + len(known), listed_right + len(known & got)
    return Score(200 * right / (found + there), 100 * listed_right / listed)


def _ours(text: str) -> Sequence[Span]:
    from meipi.language import words

    return words.segment(text)


def _rjieba(text: str) -> Sequence[Span]:
    """What rjieba cuts of the Simplified form, in which it does best."""
    import rjieba

    from meipi.language import script

    spans, start = [], 0
    for word in rjieba.cut(script.convert(text, "t2s").text):
        spans.append((start, start + len(word)))
        start += len(word)
    return spans


def _longest_match(headwords: frozenset[str], text: str) -> Sequence[Span]:
    from meipi.language import script

    simplified = script.convert(text, "t2s").text
    spans, start = [], 0
    while start < len(text):
        ends = range(min(len(text), start + _LONGEST), start, -1)
        end = next((end for end in ends if headwords & {text[start:end], simplified[start:end]}), start + 1)
        spans.append((start, end))
        start = end
    return spans


def _headwords() -> frozenset[str]:
    from meipi.language import cedict, packaged_dictionary

    return frozenset(word for line in packaged_dictionary.lines() for word in cedict.headwords(line))


def _without_entry() -> int:
    from meipi.language import hanzi, words

    count = 0
    for path in articles():
        text = path.read_text("utf-8")
        for start, end in words.segment(text):
            if hanzi.RUN.match(text[start]):
                count += not words.look_up(text, start)
                count += sum(not words.candidates(text, offset) for offset in range(start, end))
    return count
