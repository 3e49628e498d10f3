"""Regional phrases: where a conversion that swaps words of different lengths put each of them.

OpenCC gives the converted text only, and comparing the two texts afterwards mistakes the places in a
quarter of such lines. So this follows OpenCC's own steps over its own dictionaries. The steps, from the
sources of OpenCC 1.4.2: normalise the text; cut it at the phrases of the segmentation dictionary; send
each segment alone through the stages of the chain; in each stage take the longest match of the first
dictionary that has one, and pass over a sequence that describes an ideograph (U+2FF0 and its like) whole.
Clauses in which no phrase acts are not followed: no key of the dictionaries reaches over the marks
between them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from meipi.language.conversion import Piece
from meipi.language.span import Span

# For a first character: the dictionaries that have keys with it, in order, each with the lengths of those
# keys, the longest first.
Stage = dict[str, list[tuple[dict[str, str], list[int]]]]


# No key and no value of a dictionary has any of these, so what stands between two of them is converted alone.
_CLAUSE_END = re.compile("[，。！？；：]")

# How many parts each operator of a description takes; and the longest description that OpenCC follows.
_OPERANDS = dict.fromkeys(map(chr, range(0x2FF0, 0x2FFE)), 2) | {"⿲": 3, "⿳": 3, "⿾": 1, "⿿": 1}
_LONGEST_DESCRIPTION = 64


@dataclass(frozen=True, slots=True)
class Chain:
    """The steps of one configuration."""

    normalization: Stage
    segmentation: Stage
    stages: tuple[Stage, ...]


def uneven(source: str, plain: str, target: str, config: str) -> tuple[Piece, ...]:
    """The pieces of `source` that have another length in `target`, in order.

    `target` is what OpenCC makes of `source` by `config`, `plain` what the variant-only configuration makes
    of it, which has the length of the source. Lines where those two agree hold no regional phrase.
    """
    pieces: list[Piece] = []
    here = there = 0
    lines = zip(source.split("\n"), plain.split("\n"), target.split("\n"), strict=True)
    for source_line, plain_line, target_line in lines:
        if plain_line != target_line:
            for begin, end in _line_pieces(source_line, plain_line, target_line, config):
                pieces.append(
                    Piece(
                        Span(here + begin.start, here + begin.end),
                        Span(there + end.start, there + end.end),
                    )
                )
        here += len(source_line) + 1
        there += len(target_line) + 1
    return tuple(pieces)


def _line_pieces(source: str, plain: str, target: str, config: str) -> Iterator[Piece]:
    chain = load(config)
    if chain is None:
        yield from _differing_middle(plain, target)
        return
    here, there = _clause_ends(source), _clause_ends(target)
    if len(here) != len(there) or not _OPERANDS.keys().isdisjoint(source):
        here, there = [len(source)], [len(target)]
    start = target_start = 0
    for end, target_end in zip(here, there, strict=True):
        clause, shown = source[start:end], target[target_start:target_end]
        if plain[start:end] != shown:
            text, pieces = follow(clause, chain)
            if text != shown:
                pieces = _differing_middle(plain[start:end], shown)
            for begun, ended in pieces:
                yield Piece(
                    Span(start + begun.start, start + begun.end),
                    Span(target_start + ended.start, target_start + ended.end),
                )
        start, target_start = end, target_end


def _clause_ends(line: str) -> list[int]:
    return [*(found.end() for found in _CLAUSE_END.finditer(line)), len(line)]


def _differing_middle(plain: str, target: str) -> list[Piece]:
    """One piece for all that is not the same from the start or from the end."""
    shorter = min(len(plain), len(target))
    if len(plain) == len(target):
        return []
    before = 0
    while before < shorter and plain[before] == target[before]:
        before += 1
    after = 0
    while after < shorter - before and plain[-1 - after] == target[-1 - after]:
        after += 1
    # Neither side may be empty: what has no counterpart joins its neighbour.
    if before == shorter - after:
        if before:
            before -= 1
        else:
            after -= 1
    return [Piece(Span(before, len(plain) - after), Span(before, len(target) - after))]


def follow(source: str, chain: Chain) -> tuple[str, list[Piece]]:
    """What the chain makes of `source`, and the pieces that have another length there."""
    ranges = [(offset, offset + 1) for offset in range(len(source))]
    text, ranges = _convert(source, ranges, chain.normalization)
    converted: list[str] = []
    origins: list[tuple[int, int]] = []
    for start, end in _segments(text, chain.segmentation):
        segment, origin = text[start:end], ranges[start:end]
        for stage in chain.stages:
            segment, origin = _convert(segment, origin, stage)
        converted.append(segment)
        origins += origin
    return "".join(converted), list(_units(origins))


def _units(origins: list[tuple[int, int]]) -> Iterator[Piece]:
    """The pieces of more than one code point, from the source range of each code point of the target."""
    start = 0
    while start < len(origins):
        begin, reach = origins[start]
        end = start + 1
        while end < len(origins) and origins[end][0] < reach:
            reach = max(reach, origins[end][1])
            end += 1
        if (reach - begin, end - start) != (1, 1):
            yield Piece(Span(begin, reach), Span(start, end))
        start = end


def _matches(text: str, stage: Stage) -> Iterator[tuple[int, int, str]]:
    """The dictionary entries that apply, from left to right: start, end, value."""
    offset = 0
    while offset < len(text):
        found = _longest(text, offset, stage)
        if found is None:
            offset = _description_end(text, offset) if text[offset] in _OPERANDS else offset + 1
        else:
            yield offset, found[0], found[1]
            offset = found[0]


def _longest(text: str, offset: int, stage: Stage) -> tuple[int, str] | None:
    for entries, lengths in stage.get(text[offset], ()):
        for length in lengths:
            key = text[offset : offset + length]
            value = entries.get(key)
            if value is not None:
                return offset + len(key), value
    return None


def _description_end(text: str, offset: int) -> int:
    """Where the description of an ideograph that begins here ends; after its operator if it is not whole."""
    wanted, end = 1, offset
    while wanted and end < min(len(text), offset + _LONGEST_DESCRIPTION):
        wanted += _OPERANDS.get(text[end], 0) - 1
        end += 1
    return offset + 1 if wanted else end


def _segments(text: str, stage: Stage) -> Iterator[tuple[int, int]]:
    """Each match is a segment, and so is everything between two of them."""
    done = 0
    for start, end, _ in _matches(text, stage):
        if done < start:
            yield done, start
        yield start, end
        done = end
    if done < len(text):
        yield done, len(text)


def _convert(text: str, ranges: list[tuple[int, int]], stage: Stage) -> tuple[str, list[tuple[int, int]]]:
    """One stage; `ranges` says which range of the source each code point comes from."""
    parts: list[str] = []
    origins: list[tuple[int, int]] = []
    done = 0
    for start, end, value in _matches(text, stage):
        parts += (text[done:start], value)
        origins += ranges[done:start]
        if len(value) == end - start:
            origins += ranges[start:end]
        else:
            origins += [(ranges[start][0], ranges[end - 1][1])] * len(value)
        done = end
    parts.append(text[done:])
    origins += ranges[done:]
    return "".join(parts), origins


@lru_cache(maxsize=4)
def load(config: str) -> Chain | None:
    """The steps of a configuration of the installed OpenCC; None where its dictionaries cannot be read."""
    import json
    import subprocess

    import opencc

    home = Path(opencc.__file__).parent / "clib"
    try:
        steps = json.loads((home / "share/opencc" / f"{config}.json").read_text("utf-8"))
        return Chain(
            _stage(
                {"type": "group", "dicts": [step["dict"] for step in steps.get("normalization", [])]}, home
            ),
            _stage(steps["segmentation"]["dict"], home),
            tuple(_stage(step["dict"], home) for step in steps["conversion_chain"]),
        )
    except (OSError, subprocess.SubprocessError, ValueError, KeyError):
        return None


def _stage(node: dict[str, Any], home: Path) -> Stage:
    stage: Stage = {}
    for entries in _layers(node, home):
        lengths: dict[str, set[int]] = {}
        for key in entries:
            lengths.setdefault(key[0], set()).add(len(key))
        for first, found in lengths.items():
            stage.setdefault(first, []).append((entries, sorted(found, reverse=True)))
    return stage


def _layers(node: dict[str, Any], home: Path) -> list[dict[str, str]]:
    """Dictionaries, of which the first with a match wins, however short."""
    if node["type"] != "group":
        return [_dictionary(home, node["file"])]
    layers = [layer for child in node["dicts"] for layer in _layers(child, home)]
    if node.get("match_policy") != "union":
        return layers
    # The longest match of all; of two the same, the earlier dictionary's.
    union: dict[str, str] = {}
    for layer in reversed(layers):
        union |= layer
    return [union]


@lru_cache(maxsize=32)
def _dictionary(home: Path, name: str) -> dict[str, str]:
    """A dictionary, turned into text by OpenCC's own program: it ships binary tries only."""
    import subprocess
    from tempfile import TemporaryDirectory

    program = home / "bin" / ("opencc_dict.exe" if sys.platform == "win32" else "opencc_dict")
    with TemporaryDirectory() as folder:
        written = Path(folder) / "dictionary.txt"
        subprocess.run(
            [program, "-i", home / "share/opencc" / name, "-o", written, "-f", "ocd2", "-t", "text"],
            check=True,
            capture_output=True,
            timeout=10,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        lines = written.read_text("utf-8").splitlines()
    entries = (line.split("\t") for line in lines if line)
    return {key: candidates.split(" ")[0] for key, candidates in entries}
